import type { ConversationMemory } from '../../memory.ts';

/** Anger at the shop, its service or its answers, as words of it; takes folded text. One is enough. */
const strong: readonly RegExp[] = [
  /\b(?:ridiculous|unacceptable|outrageous|disgusting|disgraceful|appalling|pathetic|furious|fuming|livid|pissed|fed up|sick and tired|had enough|(?<!\b(?:or|not) (?:just )?(?:an? )?)scam(?:mers?)?|rip ?off|liars?|you lied|a joke|complain|complaint|never (?:buy|order|shop)(?:ing)? (?:here|from you|again)|waste of (?:my )?(?:time|money)|wasting my time|what the (?:hell|heck|fuck)|wtf|fuck\w*|bullshit|are you (?:kidding|serious|deaf|stupid|blind)|you kidding|kidding me|(?:nobody|no one) (?:ever )?(?:cares|answers|helps|replies|answered|replied|helped|responded|responds|called back)|(?:second|third|fourth|fifth|tenth|2nd|3rd|4th|5th|hundredth|umpteenth) time (?:i|i've|i'm|that i|now|asking|this week|today|this (?:has )?happen(?:s|ed)|it(?:'s| has)? happen(?:s|ed))|for the (?:third|fourth|fifth|tenth|3rd|4th|5th|hundredth|umpteenth|last) time|how many (?:more )?times (?:do|must|have|did|will|should|am|are|is (?:this|that)) (?:i|we|you|going|this|that)|how many more times|(?:asked|told you|told them|said (?:it|so)|written|called|explained) (?:you )?(?:twice|three times|four times|already|so many times|several times|repeatedly|again and again)|(?:i )?already (?:told|asked|said|explained)|still (?:no answer|no reply|no response|nothing)|keep(?:s)? (?:asking|repeating|saying|sending) (?:me )?(?:the same|this|that)|same (?:answer|question|thing) (?:again|over and over)|report you|sue you|my lawyer|come on already|(?:you|u|it|this|bot|shop|service|support|guys|site) (?:\w+ ){0,2}?(?:sucks?|stinks?)|useless (?:bot|chat ?bot|service|answer|assistant|support)|(?:you are|you're|this bot is|this is|bot is|chat is|absolutely|totally|completely) useless|stupid (?:bot|machine|chat ?bot|assistant)|dumb (?:bot|machine)|(?:lost|losing|run out of|running out of) (?:my )?patience|not good enough|worst (?:shop|store|service|company|experience|customer|support|bot)|(?:terrible|awful|horrible|dreadful|rubbish|garbage|shit|crap|lousy|poor) (?:shop|store|service|company|experience|support|quality|answer|bot|customer)|(?:service|support|bot|shop|quality|experience) (?:is|was|are) (?:so |really |just |absolutely |very )?(?:terrible|awful|horrible|dreadful|rubbish|garbage|trash|shit|crap|lousy|poor|bad|useless|stupid|dumb|worthless|a joke)|(?:so|very|really|extremely|deeply|bitterly) (?:disappointed|disappointing|annoyed|annoying|frustrated|frustrating|angry|upset|unhappy)|i(?:'m| am) (?:angry|annoyed|frustrated|disappointed|upset|unhappy|mad)|this is (?:so )?(?:annoying|frustrating|awful|terrible|horrible|garbage|rubbish|trash|crap|shit)|(?:fell|fallen|falling) apart (?:after|in|within|on|already)|damn it|why (?:do|don't|are|aren't|is|won't|does) (?:you|nobody|no one|anyone|anybody) (?:not |never )?(?:answer|reply|help|listen|read|respond)\w*)\b/,
  /投诉|举报|骗子|骗人|欺骗|气死|气炸|愤怒|恼火|火大|太过分|过分了|离谱|无语|差劲|太差|真差|差评|坑人|坑爹|坑钱|忍无可忍|受够|受不了你|破店|破玩意|破机器人|什么破|什么玩意|(?:一点|半点|毛)(?:用|用处)(?:都|也)?(?:没有|没)|没一点用|屁用|搞什么|无耻|忽悠|没人理|没人管|没人回|不理人|第[二三四五六七八九十\d]+[次遍](?:了|问|说|找|联系|催)|[问说催讲找][了过]?你?们?[几好多少两二三四五六七八九十无数]+[遍次回]|再也不[来买]|浪费(?:我)?(?:的)?(?:时间|钱)|烦死|答非所问|他妈的|尼玛|(?<![我你他她咱们干姑奶妈老舅姨婶婆大后阿宝给送跟和替帮陪])妈的|傻[逼子叉]|什么态度|态度(?:真|太|很|这么)?差|什么服务|什么质量|服务(?:真|太|很|这么)(?:差|烂)|质量(?:真|太|很|这么)(?:差|烂)|太烂|真烂|烂透|垃圾(?:店|服务|质量|客服|机器人|公司|东西|商家)|(?:真|太|就)(?:是)?垃圾|12315|消协|给个说法|耍我|玩我呢|你有病|有病吧|太慢了吧|敷衍|(?:太|很|非常|真的?|好)(?:失望|生气|郁闷|难受)|(?:真是|真让人|让人|让我)(?:失望|生气|无语|恼火)|我(?:都)?生气|听不懂人话|听不懂吗|(?:机器人|你)(?:是|就是)?(?:智障|傻|笨|蠢)|要我说几遍|说多少遍|说几遍|怎么还(?:不|没)(?:到|发|退|回|处理)|到底(?:什么时候|还|管不管|能不能|有没有人)|能不能有个(?:准|人)|等了(?:这么|那么|好)久还|催了|还要等多久|倒霉|晦气/u,
];

/** What strengthens each other: two of these are anger, one is a day that is not going well. */
const mild: readonly RegExp[] = [
  /\b(?:annoying|annoyed|frustrat\w+|disappoint\w+|terrible|awful|horrible|worst|useless|rubbish|garbage|trash|ridiculously|seriously|angry|sick of|unhappy|upset|crap|damn|shit)\b/,
  /\b(?:again|still (?:waiting|broken|wrong|not)|not what i asked|that's not what|doesn't (?:help|work|answer)|does not (?:help|work|answer)|didn't (?:help|answer)|no help|nothing works|wrong again|hello\?+|anyone there|are you (?:even )?(?:there|listening|reading)|broken|damaged|missing|wrong (?:item|size|colou?r|product))\b/,
  /失望|生气|垃圾|恶心|烂(?!漫)|糟糕|郁闷|着急|急死|好烦|很烦|麻烦死|差死/u,
  /又(?:错|坏|是|来|没|不)|还没(?:到|收到|发|退|回)|没解决|没用|不对|不是这个|我问的(?:是|不是)|有人吗|在不在|坏了|破了|少了|发错|错了|慢死|太慢/u,
];

/** Words of anger that are about something else: the weather, a present, an old pair of shoes, my mum. */
const harmless =
  /\b(?:knees?|ankles?|back|feet|foot|joints?|hips?|heels?|legs|body) (?:(?:always|often|still|do|does|will) )?complain(?:s|ing)?\b|\b(?:tell (?:me|us)|know|got|heard|make|crack)(?: me)? (?:a |any |another )?(?:good )?jokes?\b|\bnot (?:angry|annoyed|a complaint|disappointed|upset|useless|a scam|bad|terrible)|\b(?:don't|do not|no need to|didn't|not here to) (?:want to )?complain\w*|\bno complaints?\b|\bcan't complain\b|\b(?:complaint|return|refund|scam) (?:policy|procedure|process)|\bhow (?:do|can|would) (?:i|one) (?:make|file) a complaint|\bwon't (?:be )?disappoint\w*|\bnever disappoint\w*|\bwithout (?:any )?complaints?|\b(?:angry birds?|trash (?:can|bag|bin)s?|garbage (?:bag|bin|can)s?|rubbish (?:bin|bag)s?)\b|\b(?:joke|gag) (?:gift|present)s?|\ba joke (?:gift|present|mug)|\b(?:terrible|awful|horrible|worst|rubbish|disgusting|ridiculous|appalling) (?:weather|cold|heat|rain|winter|summer|cook|taste|memory|sense|day|feet|handwriting|commute|coffee at|sleeper)|\bweather (?:is|was|here is) (?:so |really |just )?(?:terrible|awful|horrible|disgusting|ridiculous)|\bsick of (?:my|the) (?:old|cold|rain|winter|heat|same)|\bawful lot\b|\bugly (?:sweater|jumper)|\bmy (?:old|last|previous|current) \w+ (?:\w+ )?(?:fell apart|is useless|was useless|are useless|broke|is broken|are broken|is rubbish|was rubbish|is terrible)|\b(?:gift|present|mug|bag|something) for (?:a|my|the) (?:lawyer|angry \w+)|\bmy lawyer (?:friend|likes|loves|sister|brother)|\b(?:ridiculously|insanely|stupidly|damn) (?:good|nice|cute|comfortable|soft|cheap|fast|pretty|beautiful)|\b(?:wow|haha|lol)\b|\bworst case\b|\bat worst\b|\bseriously (?:good|nice|cute|love|great|cool)|\b(?:her|his|my (?:wife|husband|girlfriend|boyfriend|friend|mum|mom|boss|sister|brother)) (?:is|was|got) (?:very |really |so )?(?:angry|upset|annoyed|mad|disappointed)|\b(?:once|try|same one|buy it|order) again\b|\bagain(?:,)? please\b|\bthanks? again\b|\bhello again\b|\bsee you again\b|\bback again\b|不(?:是)?生气|没生气|别生气|不是投诉|不想投诉|不用投诉|怎么投诉|不(?:会)?(?:让人|让我|使人|叫人)?失望|没(?:有)?让(?:我|人)失望|别让我失望|垃圾桶|垃圾袋|垃圾筐|垃圾箱|垃圾分类|操作|体操|操场|灿烂|烂漫|腐烂|滚轮|滚筒|滚珠|滚烫|有病毒|曝光|[我你她]妈妈?的|他妈妈的|他妈的(?=生日|礼物|衣服|鞋|包)|(?:他|她|老婆|老公|女朋友|男朋友|女友|男友|朋友|老板|妈妈?|孩子)(?:很|在|有点|都)?(?:生气|失望|郁闷|着急)|天气(?:真|太|很|这么)?(?:差|糟糕|烂|恶心)|防骗|不贵得离谱|便宜得离谱|好看得离谱|(?:可爱|好看|舒服|便宜|好喝)得?(?:太)?过分|太过分(?:可爱|好看)|不着急|不急|不麻烦|没什么用途|又是你|又来(?:买|看|逛|了|打扰)|旧的?(?:鞋|包|伞|杯子)?(?:坏了|破了)|哪里不对|对不对|是不是错了|没坏|没破|有没有差评/gu;

/** Shouting: most of a message of some length in capitals. Codes, sizes and brands are short. */
const shouts = (original: string): boolean => {
  const letters = original.replace(/[^A-Za-z]/g, '');
  const words = original.match(/\b[A-Z]{2,}\b/g) ?? [];
  return letters.length >= 12 && words.length >= 3 && letters.replace(/[^A-Z]/g, '').length / letters.length > 0.8;
};
const hammers = (original: string): boolean => /[!！]{3,}|[?？]{3,}|(?:[!！][?？]|[?？][!！]){1,}/.test(original);

/** What a message is known again by: the same words, whatever the case and the signs; null: too short to mean anything. */
export const heardMark = (text: string): number | null => {
  const words = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const enough = /\p{Script=Han}/u.test(words) ? 4 : 9;
  if (words.length < enough) return null;
  let hash = 7;
  for (let i = 0; i < words.length; i++) hash = (Math.imul(hash, 31) + words.charCodeAt(i)) | 0;
  return hash;
};

const heardMessages = 6;

/** The marks of the last messages with this one behind them. */
export const heardWith = (heard: readonly number[] | undefined, text: string): readonly number[] => {
  const mark = heardMark(text);
  return [...(heard ?? []), ...(mark === null ? [] : [mark])].slice(-heardMessages);
};

const signs = {
  mild: 0.5,
  shouting: 0.6,
  hammering: 0.5,
  saidTwice: 0.3,
  saidOften: 0.7,
  missed: 0.15,
  missedOften: 0.3,
};

/** How far a message is from calm: 0 calm, 1 and more angry. `memory` adds what was said before and how often it was missed. */
export const temperOf = (
  folded: string,
  original: string,
  memory: Pick<ConversationMemory, 'heard' | 'failures'> = { failures: 0 },
): number => {
  const text = folded.replace(harmless, ' ');
  if (strong.some(words => words.test(text))) return 1;
  let temper = mild.filter(words => words.test(text)).length * signs.mild;
  if (shouts(original)) temper += signs.shouting;
  if (hammers(original)) temper += signs.hammering;
  const mark = heardMark(original);
  const times = mark === null ? 0 : (memory.heard ?? []).filter(m => m === mark).length;
  if (times > 0) {
    temper += times > 1 ? signs.saidOften : signs.saidTwice;
    temper += memory.failures > 1 ? signs.missedOften : memory.failures > 0 ? signs.missed : 0;
  }
  return temper;
};

export const isUpset = (
  folded: string,
  original: string,
  memory?: Pick<ConversationMemory, 'heard' | 'failures'>,
): boolean => temperOf(folded, original, memory) >= 0.999;

/** Said about the shop or its service rather than in passing: a complaint whatever else is in the message. */
const outright =
  /\b(?:(?:i |we )?(?:want|would like|wish|need|like) to (?:complain|make a complaint|file a complaint)|(?:file|make|lodge|raise) a complaint|this is (?:so |just |absolutely |completely |totally )?(?:ridiculous|unacceptable|outrageous|a joke|a scam|bullshit|disgusting|disgraceful|pathetic)|what a joke|(?:want|need|demand|deserve|owe me|give me) (?:an? |some )?(?:proper )?explanation|(?:stop|quit|enough) (?:with )?(?:the )?apologi\w+|(?:second|third|fourth|fifth|3rd|4th) time (?:i|i've|i'm|that i)|worst (?:shop|store|service|company|experience|customer)|(?:your|the) (?:service|support) is (?:terrible|awful|horrible|rubbish|useless|a joke))\b|我要投诉|投诉你们|给(?:个|我个?)(?:说法|交代|解释)|(?:别|不要|少)(?:再|老|光|总|一直|只会)*道歉|到底(?:给不给|管不管|赔不赔|[补退换]不[补退换])|没人[回理管]|垃圾|骗子|气死|什么破店|忍无可忍|什么态度|什么服务|[问说催][了过]?你?们?[几好多两三四五六]+[遍次]/u;
export const isComplaint = (folded: string): boolean => outright.test(folded.replace(harmless, ' '));
