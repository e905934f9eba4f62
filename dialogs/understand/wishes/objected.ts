/**
 * What is told against goods by naming them first: "a poncho is not a jacket", "forget the poncho", "green tea has caffeine!",
 * "lol speakers?", 咖啡她不喝, 紫的男的穿不出去. What is named so is turned away, and no wish. Takes folded text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

const longest = 160;
const what = '((?:[a-z-]+ )??[a-z-]{3,})';
const article = '(?:(?:a|an|the|your|these|those) )?';
const lead = '(?:^(?:(?:nah|no|nope|lol|ugh|well|yeah|ok|sorry)[, ]+)?|[,.!?;:] *|\\b(?:but|because|cause|cos) )';

const english: readonly RegExp[] = [
  // Of goods that were shown: what they are not.
  new RegExp(
    `${lead}${article}${what} (?:is|are)(?: not|n't) (?:really |exactly )?(?:an? |any )?[a-z]+(?! (?:enough|for me))`,
    'gu',
  ),
  new RegExp(
    `\\b(?:forget|enough of|enough with|never ?mind|stop (?:with )?) ?(?:about )?(?:the|that|those|these) ${what}`,
    'gu',
  ),
  new RegExp(
    `${lead}(?:no, )?${article}${what} (?:has|have|contains?|is full of|are full of) (?:too much |a lot of |lots of )?(caffeine|alcohol|perfume|fragrance|scent|sugar|milk|nuts)\\b`,
    'gu',
  ),
  new RegExp(`${lead}(?:lol|haha|wtf|lmao|omg|huh|eh|what|um+|erm)[,.! ]+${article}${what} ?\\?+`, 'gu'),
  // "Who would want a spinning top", "giving a teacher a foot soak is weird".
  new RegExp(
    `\\bwho(?:'d|'s)?(?: would| even| really| on earth| the hell)* (?:wants?|needs?|uses?|wears?|plays? with|buys?) ${article}(?:an? )?${what}(?=$|[,.!?;])`,
    'gu',
  ),
  new RegExp(
    `${lead}(?:giving|getting|gifting) (?:an? |my |her |his |your )?[a-z]+ ${article}(?:an? )?${what} (?:is|feels|seems|would be|sounds) (?:a bit |kinda |so |really |rather |too )*(?:weird|odd|strange|awkward|tacky|inappropriate|wrong)`,
    'gu',
  ),
  // "No non-stick!": the no of its name is not the one that turns it away.
  /(?:^|[,.!?;:] *)(?:no|not) (non[- ][a-z]+)(?=$|[,.!?;]| (?:pans?|ones?|please|pls|coating|stuff)\b)/gu,
  // "I'll skip totes", "no more pens then".
  new RegExp(
    `(?:${lead}|\\b(?:i'?ll|i will|let'?s|lets|we can|i'd rather) )(?:skip|pass on|drop|ditch|no more|enough) ${article}(?:the )?${what}(?=$|[,.!?;]| (?:then|for now|this time|thanks|please)\\b)`,
    'gu',
  ),
  // What somebody does not take: "coffee she doesn't drink", "a puzzle he will swallow".
  new RegExp(
    `${lead}${article}${what} (?:with [a-z\\d ]{1,20} )?(?:he|she|they|i|we)(?:'ll| will| would| could| might| can'?t?| cannot| don'?t?| doesn'?t?| won'?t?| never)(?: never| just| only| really)? (?:swallow|choke|break|knock over|topple|spill|trip over|drink|eat|use|wear|like|play|destroy|chew|lose)\\w*`,
    'gu',
  ),
  /\b(?:she|he|i|we|they)(?:'s| has|'ve| have|s)? (?:got )?([a-z-]{3,}) enough\b/gu,
  // "Puzzles are boring".
  new RegExp(
    `(?:${lead}|\\b(?:and|but|tho|though|think|find) )${article}${what} (?:is|are|'s) (?:(?:a bit|so|really|just|kinda|pretty|too|rather|quite) )*(?:boring|dull|lame|meh|naff|cheesy|tacky|not (?:really )?(?:my|his|her|their) thing|not for (?:me|him|her|them))\\b`,
    'gu',
  ),
  // "A radio won't keep me warm".
  new RegExp(
    `${lead}${article}${what} (?:won'?t|wouldn'?t|doesn'?t|don'?t|will not|would not|can'?t|is not going to|isn'?t going to) (?:really |exactly )?keep (?:me|him|her|us|them|my [a-z]+) (?:warm|dry|cool|awake|busy)`,
    'gu',
  ),
  // "Earbuds hurt my ears": shoes that do may only be of a wrong size.
  new RegExp(
    `${lead}${article}(?!(?:my|these|those|they|it) )${what}(?<!shoes?|boots?|trainers?|sneakers|jackets?|straps?) (?:(?:always|really|just|kinda|tend to|usually|keep) )*(?:hurt|hurts|hurting|fall out of|falling out of|fall out|pinch|irritate|irritates) (?:in |on )?(?:my|his|her) [a-z]+`,
    'gu',
  ),
];

const whom = '(?:大人|男的|女的|小孩|年轻人|老人家?|同事|人家|现在|我们?|你说)?';
const someone =
  '(?:[他她我]|人家|[他她我]?(?:妈|爸|孩子|老公|老婆|女儿|儿子|对象|男朋友|女朋友)|男的?|女的?|男生|女生)';
const edge = '(?:^|[,.!?;:~，。！？；… ]+)';
const chinese: readonly RegExp[] = [
  // 陀螺那玩意大人谁要啊, 泡脚包送老师怪怪的.
  new RegExp(
    `${edge}(?:可是?|但是?)?(\\p{Script=Han}{1,6}?)(?:[那这](?:个|种)?(?:玩意儿?|东西)?)?${whom}(?:谁|有谁|哪个)(?:会|还|想)?(?:要|用|喜欢|稀罕|穿|喝|玩)`,
    'gu',
  ),
  new RegExp(
    `${edge}(?:可是?|但是?)?(\\p{Script=Han}{1,6}?)送\\p{Script=Han}{1,4}?(?:有点|好像|感觉|是不是|也|太|不太|怪)*(?:怪|怪怪|奇怪|不合适|不好|不妥|寒酸|寒碜|拿不出手|没诚意|尴尬|暧昧|不吉利)的?`,
    'gu',
  ),
  new RegExp(
    `${edge}(?:可是?|但是?|那个?|这个?)?(\\p{Script=Han}{1,6}?)(?:的)?${someone}(?:们)?(?:从来|平时|一般|又|也|都|就|根本|真的|肯定|应该)*(?:不(?:太|怎么|大)?(?:会|爱|能|想|敢|肯)?|没法)(?:喝|吃|用|玩|拼|穿|戴|背|看|要|喜欢|感兴趣|收)`,
    'gu',
  ),
  new RegExp(
    `${edge}(?:可是?|但是?|那个?|这个?)?(\\p{Script=Han}{1,6}?)(?:的)?(?:${someone})?(?:肯定|根本|也|都)?(?:穿|戴|背|用|拿|送|喝|吃)不(?:出去|出手|了|惯|上|起来)`,
    'gu',
  ),
  // 大老爷们敷什么面膜: asked of nobody.
  /(?:^|[,.!?;，。！？； ])(?:我|他|她|俺)[^,，。什啥]{0,8}(?:敷|用|穿|戴|背|喝|玩|涂|抹)(?:什么|啥)(\p{Script=Han}{2,4}?)(?:啊|呀|嘛)*(?=$|[,.!，。！ 😂🤣])/gu,
  new RegExp(
    `${edge}(?:可是?|但是?)?(\\p{Script=Han}{1,6}?)(?:里|里面)?(?:也|都|不是)?(?:有|含)(咖啡因|酒精|香精|香料|糖|奶|坚果)(?:的|啊|呀|吧|吗)?(?=[,.!?，。！？ ]|$)`,
    'gu',
  ),
];

/** 面膜不是泡澡啊, 苦荞不是茶叶呀: what goods that were shown are not. */
const isNot =
  /(?:^|[,.!?;:~，。！？；… ]+)(?!不|订单|单号|快递|地址|运费|优惠|会员|活动|退|客服|发票|预算)(?:可是?|但是?|那)?(\p{Script=Han}{1,6}?)(?:又|也|可|根本|明明|并)*不是\p{Script=Han}{1,6}?(?:啊|呀|吧|好吧|嘛|的)*(?<![吗么])(?=[,.!，。！? 😂🤣]|$)(?!\?)/gu;

/** 拼图没意思, 香薰太腻了. */
const dull =
  /(?:^|[,.!?;:~，。！？；… ]+)(?:可是?|但是?|那)?(\p{Script=Han}{2,6}?)(?:有点|太|好|也|都|真的?|很)*(?:没(?:意思|劲|意义|新意)|无聊|无趣)(?:了|啊|的|吧)*(?=[,.!?，。！？ ]|$)/gu;

/** 咖啡不合适，有没有家居的: not for whom it is, where more is said; what is worn may be of a wrong size. */
const unsuited =
  /(?:^|[,.!?;:~，。！？；… ]+)(?:可是?|但是?|那)?(\p{Script=Han}{1,6}?)(?<![鞋衣套裤服帽靴袜件双码寸])(?:好像|可能|应该|都|就|也|她|他)*不太?(?:合适|适合)(?:她|他|我)?(?:了|吧)?(?=[,.!，。！ ]+(?!.*[码号退换])\S)/gu;

/** Told of goods in general, and not of those that were shown. */
export const hurtsTold = /\b(?:hurts?|hurting|fall(?:s|ing)? out|irritates?|pinch) (?:(?:of|in|on) )?(?:my|his|her) /;

/** Words of no goods: who or what was shown is only pointed at. */
const pointing =
  /^(?:(?:the|that|this|these|those|it|they|there|he|she|i|we|you|what|which|who|delivery|shipping|price|size|colou?r|budget|one|ones|order|shop|store|my|her|his|and|but)\b)|^(?:我|你|他|她|它|这|那|就|也|都|不|什么|颜色|价格|尺码|平时|一般)/u;

/** The words that name what is turned away; empty: nothing is. */
export const objectedIn = (folded: string): readonly string[] => {
  if (folded.length > longest) return [];
  return (hasHan(folded) ? [...chinese, unsuited, dull, isNot] : english).flatMap(pattern =>
    [...folded.matchAll(pattern)].flatMap(match => {
      const [, goods, ...others] = match;
      const words = goods?.replace(/的$/u, '');
      return words && !pointing.test(words) ? [words, ...others.flatMap(one => one || [])] : [];
    }),
  );
};
