/**
 * "I wasn't asking about tripods. Can you send it to my grandson?", 我没问试穿，问的是价格: what is not asked is named beside what is.
 * It is taken off, and with it the words that only say that something is asked; where nothing is left, what was said before is meant.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

export interface Denied {
  /** What remains; empty: it is only said that something else was asked. */
  readonly rest: string;
  /** What is not asked, in the shopper's words; none where it is only said that the answer was none. */
  readonly topics: readonly string[];
  /** What was told is no answer, it is said. */
  readonly refused: boolean;
  /** Only that no more is to be said of it: 别说积分了. */
  readonly drops: boolean;
  /** Nothing was bought, it is said. */
  readonly notBought: boolean;
}

const longest = 220;

const openEn =
  "(?:(?:no+|nope|nah|wait|hey|hello|oh|well|but|and|so|ok|okay|actually|sorry|look|listen|please|again|lol|ugh|argh|hm+|again)[ ,]+|(?:you'?re not listening|for god'?s sake|come on)[ ,]+)*";
/** Goods that are pointed at are chosen, and no topic; what was not to be done or had was done: another matter. */
const noTopicEn =
  /\b(?:ones?|this|that|these|those|it|them|want(?:ed)?|need(?:ed)?|add(?:ed|ing)?|remove|buy(?:ing)?|order(?:ed)? (?:it|that|this)|not|first|second|third|last|colou?r)\b/iu;
const deniedEn = new RegExp(
  `^${openEn}(?:${[
    "(?:(?:i|this|that|it|my question)(?:'m|'s| am| is| was|m|s)? ?)?(?:not|never|(?:was|is|did|do|does|have) ?n'?t|(?:did|do|was|is|have) not)(?: even| really| ever)* (?:ask(?:ed|ing)?|talk(?:ed|ing)?|mean(?:t|ing)?|speak(?:ing)?|mention(?:ed|ing)?|sa(?:y|id) anything|about)(?: you| anything| a thing)?(?: about| for| of| if| whether)*",
    '(?:enough (?:of|about|with)|stop (?:going on |talking |on )?(?:about|with))',
  ].join(
    '|',
  )}) (?:about |the |an? |any |your |those |these )*([a-z\\d][a-z\\d' -]{1,40}?)(?: any ?more| again| at all| now| please| then| aside| alone| out of (?:it|this)| for (?:now|a moment)| either| bit| part)*$`,
  'iu',
);
/** That it was no answer, and no more. */
const noAnswerEn = new RegExp(
  `^${openEn}(?:${[
    "(?:(?:this|that|it)(?:'?s| is| was) )?not (?:what i(?:'m| am|'ve| have| was)? ?(?:just )?(?:ask\\w*|meant?|said|want(?:ed)? to know|talking|looking)(?: for| about| you)?|(?:really )?(?:my question|the question|an answer|the answer|an answer to my question|it|about that|that))",
    "i (?:did ?n'?t|never|was ?n'?t) ask(?:ing)? (?:(?:you )?(?:about )?)?(?:that|this)",
    '(?:the )?wrong (?:answer|question|page|topic|thing)',
    "(?:i think )?you(?:'ve| have)? (?:misunderst(?:oo|an)d(?: me)?|got (?:me|it|that) wrong|did ?n'?t (?:get|understand) (?:me|that|it|my question))",
    "you(?:'re| are|r|re)? ?(?:not|don'?t|aren'?t) (?:listen|read|understand|get)(?:ing)?(?: (?:me|it|to me|my question|what i(?:'m| am)? \\w+))?",
    "(?:that|this|it) (?:does ?n'?t|did ?n'?t|does not|did not) (?:really )?answer (?:my question|it|that|me|what i asked)",
    "you (?:did ?n'?t|did not|have ?n'?t|are ?n'?t) (?:really )?answer(?:ed|ing)?(?: (?:my question|me|that|it))?",
    "(?:you|u)(?:'ve| have)? (?:just |already |literally )*(?:said|told me|wrote) (?:that|this|it|the same(?: thing)?)(?: (?:already|before|just now|twice|again))*",
    "(?:(?:that|this|it)(?:'?s| is|s) )?(?:just |again |still )*the same (?:text|answer|reply|thing|sentence|message|page|link)(?: (?:as before|again|over and over|twice))*",
  ].join('|')})$`,
  'iu',
);

const nodEn = '(?:(?:no+|ok|okay|well|right|so|but|and|again|please|look|sorry|hey|then)[,.:! ]+)*';
/** "In other words", "let me put it differently": the question comes once more, told otherwise. */
const againEn = new RegExp(
  `^${nodEn}(?:${[
    'in other words',
    '(?:just )?to (?:clarify|be clear|be precise|rephrase)',
    "(?:let me|i(?:'ll| will)) (?:try |just )*(?:to )?(?:put|ask|say|phrase|explain)(?: (?:it|that|this|you))?(?: (?:differently|another way|in another way|in other words|otherwise|once more|again|more clearly|simply))+",
    'let me re-?phrase(?: (?:it|that|this))?',
    '(?:to )?put (?:it )?(?:another way|differently)',
    '(?:once (?:more|again)|i repeat|simple question)(?=[,:.])',
  ].join('|')})[,.:;! –-]+(?=.{3})`,
  'iu',
);
const againZh =
  /^(?:那|好吧?|行吧?|算了|唉|…|[,， ])*(?:我)?(?:(?:再|重新|就)*换(?:一?[个种])?(?:问法|说法|方式(?:问|说))(?:问|说)?|(?:再|重新)(?:问|说)(?:一)?[遍次下]|(?:这么|这样)(?:问|说)吧|说白了)(?:吧|啊|哈)?[,，:：。 ]+(?=.{3})|^(?:[,， ])*换句话说[,，:： ]*(?=.{3})/u;
/** "What I want to know is": before what is asked. */
const framesEn = new RegExp(
  `^${nodEn}(?:${[
    "(?:what|all|the thing) i(?:'m| am|'d| was|'ve)? ?(?:(?:really|actually|just) )*(?:mean|meant|(?:want|wanted|need|like|would like) to know|ask(?:ed|ing)?|wonder(?:ed|ing)?)(?: (?:is|was))?[,: ]+",
    "(?:my|the|here'?s my|here'?s the) question(?: is| was)?[,: ]+",
    '(?:just |please )?(?:tell me|answer (?:me|my question|this))(?: then)?[,:.] *',
  ].join('|')})(?=\\S)`,
  'iu',
);
const framesZh =
  /^(?:那|好吧?|行吧?|不是|不对|啊|唉|哎|嗯|…|[,， ])*(?:(?:我(?:刚才|一直)?(?:想|要|真正)*)?(?:问|说|了解|知道|指)的(?:其实)?(?:就)?是(?:说|问)?|我?就说(?=.{2,})|我的?意思(?:就)?是(?:说|问|想问)?|问题是|我(?:就|只)?是(?:想)?(?:问|说)(?!问)|我?(?:就|只)?(?:是)?(?:想)?问(?:一下|下|你)?(?=.*(?:[吗么?？谁几]|多|怎|哪|什么|啥|能不能|是不是|行不行|(.)不\1)))(?:吧|啊|哈|呢)?[,，:：。.…? ]*(?=.{2})|^而?是(?=.{2,}(?:谁|怎么|多少|多久|哪|什么|几|吗))/u;

const openZh =
  '(?:不是|不对|啊|喂|哎|唉|诶|额|呃|嗯|哦|噢|晕|无语|拜托|都说了|说了|其实|可是|但是?|又|你好|大哥|亲|错了|等等|等下|好吧|行吧|天|天呐)*';
/** What is not to be done, or was not wished for, is another matter; so are goods pointed at. */
const noTopicZh =
  /^(?:题|了|起|到)$|^[这那](?![是儿里])|[这那第][一二三四五\d]?[个款件双条只把]|^(?:要|不|加|删|买|想|还没|过|你|让)|^[这那]?(?:个|些)$/u;
const tailZh = '(?:的事儿?|的问题|啊|呀|了|啦|哈|嘛|哦|喔)*';
const verbsZh = '(?:问|讲|说|指|提|聊|谈|打听|了解|咨询|关心)';
const deniedZh: readonly RegExp[] = [
  new RegExp(
    `^${openZh}我?(?:们)?(?:又|也|真|根本|压根|并|现在|刚才?|可|从来|从)*(?:没有?|不是|没在|不在)(?:在|要|想|来)?${verbsZh}(?:过|的是?|你们?|什么|啥|到)*(.{1,14}?)${tailZh}$`,
    'u',
  ),
  new RegExp(`^${openZh}我(?:刚才?|现在)*(?:问|说|讲|指)的(?:又|可|并)?不是(.{1,14}?)${tailZh}$`, 'u'),
  new RegExp(
    `^${openZh}(?:我)?(?:又|可)?(?:没|谁)(?:让|叫|要|问)你(?:们)?((?:退|换|转|找|查|讲|说).{0,10}?)${tailZh}$`,
    'u',
  ),
];
/** Of this no more is to be said. */
const droppedZh: readonly RegExp[] = [
  new RegExp(
    `^${openZh}(?:别|不要|少|甭|不用)(?:再|老|总|光|只|一直|净|给我|跟我|和我|你|又)*(?:扯|提|讲|聊|谈|跟我扯)(?:什么|那些|这些|到)*(.{1,14}?)${tailZh}$`,
    'u',
  ),
  new RegExp(
    `^${openZh}(?:别|不要)(?:再|老|总|光|一直)*说(?:什么|那些|这些)?(.{1,12}?)(?:的事儿?)?了(?:啊|呀|啦|吧)*$`,
    'u',
  ),
  new RegExp(`^${openZh}(?:先)?(?:不|别)(?:管|提|聊|谈|扯)(?:什么|那些|这些)?(.{1,12}?)${tailZh}$`, 'u'),
];
/** 积分我知道, 我知道能试穿: known by now, where it stands before what is asked. */
const knownZh =
  /^(?:我(?:都|已经|当然|也)*(?:知道|晓得|清楚|看到|看见)了?(.{2,14}?)了?|(.{1,12}?)(?:我)(?:都|已经|当然|也)*(?:知道|晓得|清楚|明白|看到|看见)了?)(?:啊|呀|啦)*$/u;
const knownEn = /^(?:(?:no|ok|okay|yes|yeah|but)[ ,]+)*i (?:already )?know(?: about| that)? (.{3,40})$/iu;
const noAnswerZh = new RegExp(
  `^${openZh}(?:${[
    '(?:我)?(?:的)?(?:问题)?(?:又)?(?:不是|没)(?:在)?(?:问|说|指)?(?:这|那)(?:个|些)?(?:意思|问题|事)?',
    '我?(?:要)?(?:问|说)的(?:又|根本)?(?:也)?不是(?:这|那)(?:个|些)?',
    '(?:你)?(?:这)?(?:是)?(?:答非所问|所答非所问|牛头不对马嘴|驴唇不对马嘴)',
    '(?:你(?:好像|可能|又)?(?:理解|搞|弄|听|看|会)错(?:我(?:的)?(?:意思|问题|话)?)?|(?:理解|听|会)错我的?(?:意思|问题|话))',
    '你?(?:好像|可能|又)?误会(?:我)?(?:的意思)?',
    '你?(?:还是|好像|根本|压根|又)?没(?:看|听|搞|弄|理解|明白|懂)(?:懂|明白|清楚?)?(?:我)?(?:的)?(?:意思|问题|话)?',
    '(?:这个?|这句|刚才|刚刚|你)*(?:已经|都|就)*(?:说|讲|回答|发)过(?:一?[遍次])?了?',
    '你?(?:怎么|咋)?又(?:说|发|讲)(?:了)?(?:一[遍次]|这个|这句|同样的|一样的)(?:话)?',
    '(?:你)?(?:怎么|咋)?(?:又|还|都)?(?:是|说的是|回的是)?(?:同样|一样|重复)的(?:话|回答|答案|内容)',
    '(?:怎么|咋)?(?:又|还)是(?:这|那)(?:句|一句|段|些)(?:话)?',
    '(?:这)?(?:还是|也|根本)?没(?:有)?(?:回答|答)(?:我)?(?:的)?(?:问题)?',
  ].join('|')})${tailZh}吧?$`,
  'u',
);
/** "I haven't bought anything", 我还没买呢: a rule is asked, and nothing done with an order. */
const notBought = new RegExp(
  `^${openEn}i (?:have ?n'?t|have not|did ?n'?t|did not)(?: even| actually)* (?:bought|buy|ordered|order)(?: (?:it|anything|one|them|this|that|any))?(?: yet)?$|^${openZh}(?:我|这|现在|又)*还?没(?:有)?(?:买|下单)(?:东西|任何东西|过)?(?:的|啊|呀|啦|呢)*$`,
  'iu',
);
/** Nothing is said by it alone. */
const fillerEn =
  /^(?:(?:no+|nope|nah|ok|okay|oh|well|sorry|wait|hey|hello|lol|ugh|argh|please|look|listen|again|actually|hm+|seriously|really|thanks|(?:i was |i'm )?(?:just|only) (?:asking|wondering)(?: (?:about )?the (?:rules?|policy))?)[ ,]*)+$/iu;
const fillerZh =
  /^(?:[啊喂哎唉诶额呃嗯哦噢晕好行]|不是|不对|无语|拜托|都说了|说了|等等|等下|错了|算了|大哥|亲|天呐?|真是的?|我?(?:就|先|只|只是|就是|随便)*(?:问|了解|看)(?:问|看|一下|下|了解)(?:退货|退换|换货)?(?:规矩|规则|政策|而已)?)+$/u;

const clauses = (text: string): string[] =>
  text
    .split(
      hasHan(text)
        ? /[\n，,。！!？?；;…~]+|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u
        : /(?<=[.!?;:])\s+|[\n]+|,\s+(?:but |and )?(?=\S)|\s+[-–—]\s+|\s+but\s+(?=i\b)/iu,
    )
    .map(clause => clause.trim())
    .filter(clause => /[\p{L}\p{N}]/u.test(clause));
const bare = (clause: string): string => clause.replace(/[\s.!?;:,，。！？；…~"“”]+$/u, '').replace(/’/gu, "'");

type Read =
  | 'said'
  | 'filler'
  | 'no-answer'
  | 'not-bought'
  | { readonly topic: string }
  | { readonly known: string }
  | { readonly dropped: string };

const readEn = (clause: string): Read => {
  if (fillerEn.test(clause)) return 'filler';
  if (notBought.test(clause)) return 'not-bought';
  if (noAnswerEn.test(clause)) return 'no-answer';
  const topic = deniedEn.exec(clause)?.[1];
  if (topic !== undefined && !noTopicEn.test(topic)) return { topic };
  const known = knownEn.exec(clause)?.[1];
  return known === undefined ? 'said' : { known };
};

const readZh = (clause: string): Read => {
  if (fillerZh.test(clause)) return 'filler';
  if (notBought.test(clause)) return 'not-bought';
  if (noAnswerZh.test(clause)) return 'no-answer';
  for (const form of deniedZh) {
    const topic = form.exec(clause)?.[1];
    if (topic !== undefined && !noTopicZh.test(topic)) return { topic };
  }
  for (const form of droppedZh) {
    const dropped = form.exec(clause)?.[1];
    if (dropped !== undefined && !noTopicZh.test(dropped)) return { dropped };
  }
  const [, first, second] = knownZh.exec(clause) ?? [];
  const known = first ?? second;
  return known === undefined || noTopicZh.test(known) ? 'said' : { known };
};

/** What is told once more, without the words that say so; undefined: it is not. */
export const toldOtherwise = (text: string): string | undefined => {
  const rest = text.replace(hasHan(text) ? againZh : againEn, '');
  return rest === text ? undefined : rest.trim();
};

const withoutFrame = (text: string): string =>
  (toldOtherwise(text) ?? text).replace(hasHan(text) ? framesZh : framesEn, '').trim();

/** Undefined: nothing is denied. `ofGoods`: no page was told, and "not that" is said of goods. */
export const deniedIn = (text: string, ofGoods = false): Denied | undefined => {
  if (text.length > longest) return undefined;
  const all = clauses(text);
  const read = all.map(clause => {
    const plain = bare(clause);
    const one = (hasHan(plain) ? readZh : readEn)(plain);
    return one === 'no-answer' && ofGoods && thatAlone.test(plain) ? 'said' : one;
  });
  const isDenied = (one: Read): boolean =>
    one === 'no-answer' || one === 'not-bought' || (typeof one === 'object' && !('known' in one));
  const topicsOf = read.flatMap(one => (typeof one === 'object' ? Object.values<string>(one) : []));
  // "On a plane? I never mentioned a plane!"
  const isEcho = (clause: string): boolean =>
    topicsOf.some(topic => bare(clause).toLowerCase().replace(echoOpens, '') === topic.toLowerCase());
  const said = all.filter((clause, i) => read[i] === 'said' && !isEcho(clause));
  const framed = said.some(clause => withoutFrame(clause) !== clause || asksZh.test(clause));
  // "I know it ships abroad" alone says nothing of what is asked.
  const isKnown = framed && read.some(one => typeof one === 'object' && 'known' in one);
  if (!read.some(isDenied) && !isKnown) return undefined;
  const rest = said
    .map(withoutFrame)
    .join(hasHan(text) ? '，' : ' ')
    .trim();
  const [noun] = topicsOf.at(0)?.match(/[a-z-]+$/iu) ?? [];
  // "I don't mean the order's address, the one in my account".
  return {
    rest: noun === undefined ? rest : rest.replace(/^the ones?\b/iu, `the ${noun}`),
    topics: topicsOf,
    refused: read.includes('no-answer'),
    drops: read.some(one => typeof one === 'object' && 'dropped' in one),
    notBought: read.includes('not-bought'),
  };
};
/** "That's not it", 不是这个, of a list. */
const thatAlone =
  /^(?:no+[, ]+)?(?:(?:that|this|it)(?:'?s| is) )?not (?:it|that|this|about that|what i(?:'m| am| was) looking for)$|^不是[这那]个?$/iu;
const echoOpens = /^(?:(?:on|in|to|at|for|of|an?|the|what|which|why|怎么|什么|啥) ?)+/u;
const asksZh = /^(?:我)?(?:就|只)?(?:是)?(?:想)?问/u;
