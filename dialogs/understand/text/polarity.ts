/** How a wish is turned away, taken back, or carried on, in either language. Takes folded text. */

export const clauseEnd =
  /(?<=[^\d\s] )-{1,3}(?= \D)|(?<!\d)[.,](?!\d)|(?<=\d)[.,](?=\s|$)|(?<=\d),(?=\p{Script=Han})|(?<=\p{Script=Han}),(?=\d)|[;!?。，；！？、\n]|(?<!\b(?:anything|everything|nothing|all|any|any \w+) )\bbut\b|但是|可是|不过|(?=而是)/u;

const negators =
  /\b(?:(?<!\bif )not(?! an? (?:too |very |really |so )?(?:expensive|pricey|costly)| only| sure| just| bad| (?:too|so|overly|very|that|particularly) (?!much)[a-z]+)|no(?! problem| wait\b| hang on| hold on| sorry| actually| longer| idea| i\b| i'm\b| preference| matter| (?:too |very )?(?:pricey|expensive|costly))|don'?t (?:want|like|need|do|wear|buy|use|show|give|recommend|suggest|care for)|can't be|cannot be|shouldn't be|must not be|mustn't be|shouldn't|do not (?:want|like|need|wear|buy|show|recommend)|doesn't (?:like|want|look like)|doesnt (?:like|want)|(?:do|does|wo)(?:n'?t| not) (?:really |actually |even |ever |usually )?(?:drink|wear|use|eat|touch)|(?:don't|dont|not) look like|does not (?:like|want)|didn't (?:want|mean|say)|isn't|aren't|isnt|arent|never|none of (?:that|those|this|these|the|your)|nothing(?! else\b| (?:at all |much )?about\b)(?: in| with| made of)?|without|avoid|except(?: for)?|excluding|exclude|anything but|any \w+ (?:but|except)|everything but|other than|apart from|besides|instead of|rather than|(?<=(?<!\bis )\b(?:something|anything|some|any|ones?|want|need|prefer|like|get|find|show me|looking for) (?:a bit |a little |much |\w+ )?)(?:nicer|better|prettier|healthier|safer|comfier|warmer|softer|lighter|stronger|tastier|greener|cooler) than|(?<=\bwould be (?:a bit |much )?)better than|hates?|dislikes?|detests?|loathes?|don't (?:get on with|get along with|trust|rate)|can't stand|cannot stand|can't bear|(?:don't|do not|didn't) (?:really |particularly )?love|will not (?:touch|eat|drink|wear|use)|steer clear of|(?:can'?t|cannot|mustn'?t|must not|shouldn'?t|not allowed to) (?:have|drink|eat|take|wear|use|contain)|never (?:drinks?|eats?|wears?|uses?|likes?)|(?:want(?:s|ed)? to|need(?:s|ed)? to|have to|has to|must|should|trying to) (?:stop|quit|cut out|cut down on|give up)(?: drinking| eating)?|(?:drink(?:s|ing)?|eat(?:s|ing)?|use[sd]?|using) (?:way |far )?too much|stay away from|keep away from|had enough of|(?:don't|do not|never) (?:really |quite )?trust|bad experiences? with|cant stand|dont (?:want|like)|not a fan of|not into|sick of|tired of|skip|free of|less(?! (?:expensive|pricey|costly|than)))\b|不要|不喜欢|不想要|不想买|不想看|不爱|不买|不穿|不用(?!\p{Script=Han}{1,2}的\p{Script=Han})|不吃|不喝|不玩|不搞(?!活动|特价)|不能有|不含|不带|(?<![特个区分级性类识送告])别(?![的家人样处种款])(?:给我|推荐|看|要|是)?|讨厌|反感|受不了|拒绝|避开|除了|除去|排除|不是(?!还?有)|非(?!常)|不太喜欢|不怎么喜欢|不考虑|不接受|没兴趣|(?<!不)嫌(?![麻贵弃])|不(?:去)?(?=爬山|登山|徒步|露营|跑步|跑马|骑车|骑行|健身|运动|出差|旅行|旅游|游泳|越野|打球|滑雪)/gu;
const scopeEnd =
  /\b(?:but|instead(?! of)|so (?:it|they|that one|this|something|i|we|he|she|please|maybe|an?|the)(?:'(?:s|d|ll|m|re))?(?= )|just|only|i want|i like|i meant?|i need|i asked|i said|rather(?! than)|make it|yes)\b|而是|但|就要|只要|(?<![不别想])要(?!么)|(?<![不别])是|改成|换成|更喜欢|(?<!不)喜欢(?=.)/u;
/** 不要太贵的包: what is too much ends with its 的; the bag is wished for. */
const tooMuchOf = /^(?:太|那么|这么|特别|过于|很)\p{Script=Han}{1,3}的/u;
/** "I never said not coffee", 我没说不要咖啡: nothing was turned away. */
const neverSaid =
  /\b(?:never|didn't|did not|don't|do not) (?:ever |once )?(?:say|said|mean|meant|told you|tell you) (?:that |i |i'm )*(?:not|no|don't want|hates?|without)$|没有?说过?(?:我)?(?:不要|不想要|不喜欢|不爱|不喝|不吃|讨厌|别)$/u;
const describedAs = /^(?:太|很|那么|特别)?(?!我|你|您|他|她|这|那|别|其|任|另)\p{Script=Han}{1,3}的$/u;
const withoutIt = /^不[含带]$/u;
const allOfIt = /^(?!.*的.)[\p{Script=Han}a-z\d]{1,10}的$/u;
const howItIs = /^[苦甜酸辣浓淡硬软厚薄重]$/u;
const negatedAfter =
  /^(?:的|色|色的|款)?(?:就|都|也|我)?(?:以外|之外|不太喜欢|不怎么喜欢|不好用|算了|(?:不要)+(?=$|[了吧啦哈的 ,.!，。！])|不用了|太\p{Script=Han}{1,3}了(?:就|也|我)*(?:不要|不用|算)了|不行|不喜欢|除外|不考虑|免了|不想要|不爱|不穿|千万别|不碰|不搞|我?介意|滚$|否$|别(?:推|发|来|给|整|上)(?:了|给我|哈|啊|我)*$)|^(?:'s|s)?(?: ones?)? (?:is|are|was|were)(?: a bit| way| much| far| just| always| so| really)* (?:out\b|a no\b|not for me|not my thing|off the table)|^[- ]free\b/u;
/**
 * 红色太艳了: what is wrong with a colour or a material turns it away. The goods themselves are still wished for, only
 * otherwise: 跑鞋太紧了. What is wrong with the price is no word on either.
 */
/** "Leather gets sweaty", "the marble would weigh a tonne", "lavender reminds me of my ex": what it does is held against it. */
const complaintAfter =
  /^(?:'s|s)?(?: (?:ones?|kind|sort|stuff|types?|version|models?))?(?: (?:always|just|really|usually|only|often|will|would|can|could|might)){0,3} (?:(?:gets?|got|getting) (?!my\b|better|good|great|nice|lots?\b|a (?:lot|good|great)|positive|high|top|rave|along|delivered|here)[a-z]+|gives? (?:me|him|her|us|my)\b|(?:makes?|leaves?|drives?) (?:me|him|her|us|my|them)\b(?! (?:happy|smile|laugh|look good|feel good))|reminds? (?:me|us)\b|(?:looks?|sounds?|feels?|tastes?) like (?!(?:an? |the )?(?:good|great|nice|perfect|best|better|lovely|what|something|fun|right|it|real)\b)|(?:smells?|stinks?)\b(?! (?:good|nice|great|lovely|amazing|wonderful|divine))|(?:weigh|frighten|bores?|scares?|hurts?|irritates?|annoys?|itches|stains?|fades?|rusts?|rots?|shrinks?|cracks?|creases?|clogged|ruins?|squeaks?|wobbles?|leaks?|breaks?(?! (?:the bank|in\b|even))|broke|fell|falls?|never (?:lasts?|last|works?|worked|fits?|fit))\b|(?:doesn't|does not|don't|didn't|won't|wouldn't) (?:really )?(?:breathe|last|work|fit|suit|hold|go with|look good|feel)\b|(?:is|are|looks?|feels?|seems?|sounds?) (?:a (?:bit|little)|kind of|sort of|rather) (?!better|nicer|more|cheaper|different|like)[a-z]+)/;
const faultAfter =
  /^(?:的|色|色的|款)?(?:就|都|也|我)?太(?:容易)?(?:艳|花|花哨|亮|暗|深|浅|刺眼|扎眼|重|沉|闷|沉闷|笨重|硬|扎|刺|痒|厚|薄|紧|松|勒|硌|磨|大|小|长|短|宽|窄|肥|土|丑|老|老气|俗|俗气|幼稚|素|单调|普通|廉价|粗糙|滑|脏|显脏|热|冷|透|脆|娇气|浓|甜|苦|辣|酸|咸|油|油腻|腻|冲|吵|张扬|夸张|正式|暴露|难\p{Script=Han}|麻烦|起球|掉色|皱|起皱|坏|碎)了?(?=$|[,，。])|^(?:'s|s)?(?: ones?)? (?:is|are|was|were|gets?|feels?|looks?|seems?|runs?|smells?)(?: a bit| way| much| far| just| always| so| really)* (?:too (?!(?:good|nice|cute|pretty|beautiful|lovely|gorgeous|cool|comfy|comfortable|perfect|expensive|pricey|costly|dear|much)\b)[a-z]+|annoying|ugly|itchy|boring)|^ (?:can|could|would|will|might) (?:get |be |just )*(?:crushed|ruined?|break(?! the bank| in\b| even)|broken|melt|scratch(?:ed)?|stain|fade|rust|tear|burn|shrink|leak|rip)\b/u;
/** 不要红色的跑鞋: what stands before 的 is turned away, the thing it describes is not. */
const describing = /^的(?![和或跟与及、]|$)/u;
/** 还有别的吗 asks for others. */
export const carriesOn =
  /^\s*(?:or|nor|and no|or any)\b|\bor\b|^\s*(?:还有(?!别|其[他它]|另|什么|哪|没|.*(?:[吗么呢没]|没有)[?？. ]*$)|以及|和|或)/u;
/** What is wanted in its place is told: "no no shampoo, i mean a cream or lotion". Nothing before it is carried on. */
export const restarts =
  /^\s*(?:(?:no|so|and|but|please)[, ]+)*(?:i(?:'m| am|'d| would)? (?:mean|meant|want|need|like|said|asked|looking|after|rather)|show|give|find|rather|just|it'?s|it is|do you|is there|what|which|maybe)\b/;
/** "No tea pots i mean": the no answers what was shown before, and turns nothing away. */
const saysNoFirst = /^ *(?:no,? +)?no,?$/;
const isMeant = /^(?: [a-z]+)? (?:i meant?|is what i (?:meant?|want(?:ed)?|asked for))\b/;

export const corrections =
  /\b(?:actually|i meant|i mean|sorry|scratch that|make (?:it|that)|correction|let me correct|change (?:it|that|my \w+) to|wait|oops|my mistake|on second thought|not anymore|no longer|i misspoke|that's wrong)\b|^no,|说错了|我是说|我的意思是|应该是|改成|换成|改为|更正|其实(?:是|我|要|想)?|不对|等等|等下|哦不|啊不|搞错|写错|打错|口误|不是.{1,10}?[,，、 ]?(?:而)?(?:是|要)|记错/u;

export type Polarity = 'like' | 'dislike';
export interface Negation {
  readonly start: number;
  readonly end: number;
}

export const negationsIn = (folded: string): Negation[] =>
  [...folded.matchAll(negators)].map(m => ({ start: m.index, end: m.index + m[0].length }));

export interface PolarityInput {
  readonly folded: string;
  readonly negations: readonly Negation[];
  /** The clause before ended in a dislike that this one carries on. */
  readonly inherited: boolean;
  /** Everything named in the clause. */
  readonly mentions: readonly { readonly start: number; readonly end: number }[];
}

export interface Mention {
  readonly start: number;
  readonly end: number;
  /** The thing that is looked for, not what it should be like. */
  readonly isGoods: boolean;
}

/** Whether what is mentioned is wished for or turned away. */
export const polarityAt = (
  { folded, negations, inherited, mentions }: PolarityInput,
  { start, end, isGoods }: Mention,
): Polarity => {
  const after = folded.slice(end);
  if (negatedAfter.test(after) || (!isGoods && (faultAfter.test(after) || complaintAfter.test(after))))
    return 'dislike';
  // "Doesn't drink coffee": the thing may be told with the verb of its no.
  const before = negations.findLast(n => n.end <= start || (n.start < start && n.end < end));
  if (!before) return inherited ? 'dislike' : 'like';
  const between = folded.slice(before.end, Math.max(start, before.end));
  if (scopeEnd.test(between) || tooMuchOf.test(between)) return 'like';
  if (neverSaid.test(folded.slice(0, before.end))) return 'like';
  if (saysNoFirst.test(folded.slice(0, before.end)) && isMeant.test(after)) return 'like';
  // 不含酒精香精的防晒: what it is to be without ends with its 的.
  if (withoutIt.test(folded.slice(before.start, before.end)) && allOfIt.test(between)) return 'like';
  // 不喜欢苦的咖啡: coffee is wanted, and none that is bitter.
  if (isGoods && (describedAs.test(between) || howItIs.test(between))) return 'like';
  // 不含皮的包: the 的 stands behind what is turned away, or is part of its name.
  const described = mentions.some(
    m =>
      (m.start >= before.end || (m.start <= before.start && m.end > before.end)) &&
      m.end <= start &&
      (describing.test(folded.slice(m.end)) ||
        (folded[m.end - 1] === '的' && describing.test(folded.slice(m.end - 1)))),
  );
  return described ? 'like' : 'dislike';
};
