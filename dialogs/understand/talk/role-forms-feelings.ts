/** What is only felt or told of oneself and the bot: a pity, a bot that is no good, no hand for computers, other tongues than the shop's. */
import type { RoleForm } from './roles.ts';

const form = (role: RoleForm['role'], talk: RoleForm['talk'], source: string): RoleForm => ({
  role,
  talk,
  said: new RegExp(`^(?:${source})$`, 'u'),
});

const bot =
  '(?:(?:this|your|the|these|all these|that|all) )?(?:chat ?bots?|bots?|robots?|assistants?|machines?|ai|thing|chats?)';

export const englishFeelings: readonly RoleForm[] = [
  // "That's a pity", after what is not to be had.
  form(
    'passing',
    'pity',
    `(?:(?:that'?s|thats|it'?s|its|what|such|how|is|that is|it is|a|bit|of|really|so|quite|very|rather|pretty|kinda|real|great|huge|total|the) )*(?:pity|shame|bummer|letdown|let down|disappointing|disappointment|unfortunate|sad)|(?:that'?s |thats )?too bad|(?:i'?m |i am )?(?:a bit |so |really |quite |very )?disappointed`,
  ),
  form(
    'of-bot',
    'useless',
    `(?:i )?(?:(?:really|just|so|absolutely) )*(?:hate|can'?t stand|cannot stand|cant stand|dislike|despise|don'?t like|do not like|dont like)(?: (?:talking|chatting|writing|dealing|speaking)(?: to| with)?)? (?:you|${bot})|(?:you|u|${bot})(?:'re| are| is|'s|r)? (?:(?:so|really|just|completely|totally|absolutely|such|pretty|no|not|an?|of|very) )*(?:useless|stupid|dumb|idiots?|annoying|hopeless|rubbish|crap|garbage|terrible|awful|helpful|unhelpful|use|help|thick|a joke|good)(?: at all)?(?<!\\b(?:you|u|bot|assistant)(?:'re| are| is|'s)? (?:(?:so|really|very|pretty|such|quite|absolutely) )*(?:helpful|good|help|use))`,
  ),
  // "I'm 70 and not good with computers".
  form(
    'passing',
    'clumsy',
    `(?:i'?m |i am |im )?(?:(?:just|really|so|very|afraid|i'm) )*(?:not|no)(?: (?:very|so|too|that|really|any))* (?:good|great|clever|handy|used|familiar|experienced) (?:with|at|on|to)(?: (?:the|these|this|all|your))* (?:computers?|technology|tech|smart ?phones?|phones?|internet|online shopping|shopping online|apps?|websites?|chats?|typing)(?: things?| stuff)*|(?:i'?m |i am |im )?(?:(?:just|really|so|completely) )*(?:bad|useless|hopeless|terrible|rubbish|lost) (?:with|at|on) (?:the )?(?:computers?|technology|tech|internet|typing|phones?)|(?:i )?(?:don'?t|do not|dont) (?:really )?(?:know|understand) (?:much about )?(?:computers?|technology)`,
  ),
  form(
    'passing',
    'clumsy',
    `(?:i'?m|i am|im) (?:(?:already|now|only|nearly|over) )*[6-9]\\d(?: years old| now| already)*`,
  ),
  form(
    'of-bot',
    'tongues',
    `(?:do|can|does|could) (?:you|u|ya|anyone|someone|this|it)(?: guys)?(?: (?:also|even|please))* (?:speak|understand|write|read|talk|chat|reply|answer)(?: in)? (?:english|chinese|mandarin)(?: too| please| or (?:english|chinese))?|(?:is )?(?:english|chinese) (?:ok|okay|fine|possible)|(?:in )?english please`,
  ),
  form(
    'called',
    'foreign',
    `(?:guten (?:tag|morgen|abend)|moin|servus|bonsoir|salut|buenos dias|buenas(?: tardes| noches)?|buongiorno|konnichiwa|konbanwa|annyeong(?:haseyo)?|merhaba|ola|olá|privet|selamat (?:pagi|siang|malam)|xin chao|sawasdee|merci|danke|grazie|arigato|obrigad[oa]|spasibo)(?: (?:beaucoup|sch(?:o|ö|oe)n|mille|sehr))?|(?:parlez[- ]vous|sprechen sie|habla(?:s|n)?(?: usted)?|parla) [a-zçéñäö]+`,
  ),
];

const ask = '(?:吗|么|嘛|不|没|呢|吧|呀|啊)*[?]*';
const end = '(?:了|啦|啊|呀|呢|哈|哦|的|嘛|吧|哎|咯)*';

export const chineseFeelings: readonly RoleForm[] = [
  form('passing', 'pity', `(?:那|这|也|就|可|真|太|好|有点|挺|蛮|实在|真是|还是|,)*(?:可惜|遗憾|失望|扫兴)${end}`),
  form(
    'of-bot',
    'useless',
    `(?:你们?|您|这|个|的|家|什么|真是|真的)*(?:机器人|智能客服|客服|ai|人工智障)?(?:真的|真|太|好|怎么|咋|这么|也|实在|可真|是|就|一点|都|,)*(?:笨|蠢|傻|没用|垃圾|智障|差劲|不智能|人工智障|答非所问|鸡同鸭讲)${end}`,
  ),
  form(
    'passing',
    'clumsy',
    `(?:我|真的|真|实在|也|年纪大|岁数大|老|了|,)*(?:不太会|不怎么会|不大会|不会|不懂|搞不懂|弄不来|搞不来|弄不明白|搞不明白|不熟悉|不太懂)(?:用|弄|操作|玩|搞)?(?:这个|这些|电脑|手机|智能手机|网购|网上购物|上网|打字|网上买东西)*${end}`,
  ),
  form(
    'of-bot',
    'tongues',
    `你?们?(?:会不会|能不能|可以|会|能|支持|懂|听得懂|有)(?:说|讲|用|听|写|看|懂)?(?:英语|英文|中文|普通话|汉语)(?:客服|服务|回复|吗)?${ask}|(?:说|用|讲)?(?:英语|英文|中文)(?:可以|行)${ask}`,
  ),
];
