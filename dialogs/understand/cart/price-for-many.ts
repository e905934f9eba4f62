/**
 * "20 of them, cheaper for quantity?", 来20个有没有优惠, "any better price if I take 20?": so many are told of, and it is asked whether they
 * cost less. What is only asked of goes into no cart. Takes one line of the shopper's own text.
 */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { numberOf } from './cost-lines.ts';

export interface PriceForMany {
  /** What is told of, without the words that would buy it. */
  readonly goods: readonly string[];
  /** So many of what is looked at, and no more is said of it. */
  readonly bare?: number;
  /** The shop's rule for quantities, of so many that it may hold; otherwise what is asked. */
  readonly asks: readonly [string];
  readonly isMany: boolean;
}

const pauses = {
  en: /[;!?\n]+\s*|,(?!\d)\s*|\.(?!\d)\s*|\s+[-–]+\s+/u,
  zh: /[\s，,。;；!！？?、~…]+/u,
};
const lessEn =
  '(?:(?:any |some |an? |the |your )*(?:(?:bulk|volume|quantity|group|wholesale|trade|office|company|team|big order)[- ]?)?(?:discounts?|deals?|reductions?|rebates?|offers?|price breaks?)|(?:any |an? |the |your |some )*(?:(?:better|best|lower|special|good|bulk|volume|quantity|group|wholesale|trade) (?:prices?|pricing|rates?|deals?|offers?))|(?:any |a bit |bit |much |it |them |they |that )*cheaper|(?:anything|something|money|any(?: money)?) off|(?:something|anything) (?:on|about|with|for) the price|less(?: per (?:piece|one|item)| each)?)';
const many =
  '(?: (?:possible|available|then|maybe|please|pls|at all|too|for me|for us|on (?:it|that|them|those|this|so many)|with (?:that|those)|(?:for|at|with|by|on|in) (?:the |that |such an? |this |a )?(?:quantity|quantities|amount|number|volume|bulk|many|so many|that many|buying (?:more|many|in bulk)|(?:larger?|big|bigger) (?:orders?|quantit(?:y|ies)|numbers?|amounts?))|if (?:i|we) (?:buy|take|get|order) (?:so |that )?(?:many|much|more)|in bulk))*';
/** Whether it costs less, and nothing else. */
const asksLess = {
  en: new RegExp(
    `^(?:(?:and|so|but|then|ok|or|also|just|hi|hello|just wondering|wondering)[, ]+)*(?:(?:is|are|was|were|would|will|can|could|do|does|did|may|might|what|how|about|what'?s|whats|there|it|they|that|them|these|those|this|you|i|we|get|gets|become|becomes|have|has|give|gives|offer|do|me|us|be|possible|to|for|make|go|at|on|a|any chance of)[ ]+)*${lessEn}${many}$`,
    'u',
  ),
  zh: /^(?:那|请问|问下|的话|这样|一起|量大|批量|团购|公司|企业|多买|大批|大量|能不能|可不可以|可以|能|会不会|会|有没有|有|是不是|是|给|打|算|再|多少|怎么|什么|啥|个|点|更|最|低|价格|价|的|我们|你们|我|你)*(?:优惠|便宜|折扣|打折|打几折|几折|折|批发价?|团购价?|批量价|优惠价|量价|底价|最低价|好价|减点?|少点?|实惠)(?:[一]?[点些]|价格?|政策|力度|价钱|多少|个|吗|嘛|么|不|没有?|呢|呗|啊|呀|吧|哦|哈|的|了|给|我|能|可以|行不行|行吗|有)*$/u,
};
/** 来20个有没有优惠, with nothing between. */
const togetherZh =
  /^(.*?\d{1,2}[个件双份套包瓶台把条只盒袋支罐本](?:的话|一起|的?\p{Script=Han}{2,10}?)??)((?:能不能|可不可以|可以|能|会不会|会|有没有|有|是不是|给个?|打|怎么|多少|什么|啥|便宜|优惠|批发|批量|团购).{1,14})$/u;
/** "Any better price if it's 20", "a discount for 12 of them", "for 30 do I get a discount". */
const togetherEn = [
  /^(?<less>.{4,60}?) (?:if|when|on|for|with) (?:(?:it|that)(?:'s| is| was)|(?:i|we)(?:'d| would| were to)? (?:buy|take|get|order|need|want|took|bought|ordered)|buying|taking|ordering)? ?(?<goods>\d{1,2}(?: (?:of .{2,40}|pieces|pcs|units))?)$/u,
  /^(?:if|when|for|with) (?:(?:i|we)(?:'d| would| were to)? (?:buy|take|get|order|need|want|took|bought|ordered) )?(?<goods>\d{1,2}(?: (?:of (?:it|them|those|these|the [a-z ]{2,24}?)|pieces|pcs|units))?) (?<less>(?:is|are|do|does|would|will|can|could) .{4,50})$/u,
];
/** Words that put goods in whatever is asked beside them. */
const puts = {
  en: /\b(?:add|put|pop|throw|stick|chuck|cart|basket|bag|checkout)\b/u,
  zh: /加(?:购|车|进|到|入|上)|购物车|下单|放(?:进|到|入)|(?:^|[那就再先给我帮也 ])加[一两二三四五六七八九十\d]|要了|买了|改|换|删|去掉/u,
};
/** "I need 20", "buying 20", "25 please for the office": so many. */
const bare = {
  en: /^(?:(?:and|so|ok|okay|hi|hello|well|then|right|if|say|suppose|for)[, ]+)*(?:(?:i|we)(?:'?d| would|'?ll| will|'?m|'?re| am| are)? (?:be )?(?:need|want|buy|take|get|order|like|buying|taking|getting|ordering|looking (?:at|for)|thinking of)(?:ing)?|buying|taking|getting|ordering|need|want|let'?s say|for|about|around)? ?(?<goods>.*?)(?: (?:please|pls|then|for (?:the|our|my) (?:office|team|company|staff|colleagues|wedding|party|school|class|event|shop)|or so))*$/u,
  zh: /^(?:那|我们?|公司|单位|学校|团队|如果|要是|假如|一次|一次性|想|打算|准备|需要|先|就|一共|[来要拿买订定])*(?<goods>.*?)(?:的话|一起|左右|吧|呢)*$/u,
};
const count = {
  en: /(?<![\d.,¥-])(\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|fifty|a dozen)(?![\d%]| ?(?:g|kg|ml|l|cm|yuan|rmb|%))\b/u,
  zh: /(?<![\d第])(\d{1,2}|[两俩三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)[个件双份套包瓶台把条只盒袋支罐本]/u,
};
const bareCount = {
  en: new RegExp(`^${count.en.source}(?: (?:pieces|pcs|units|of (?:it|them|those|these)))?$`, 'u'),
  zh: new RegExp(`^${count.zh.source}$`, 'u'),
};
const fewest = 2;
/** From so many on the rule for quantities may hold. */
const manyFrom = 10;
const rule = { en: 'quantity discount', zh: '批量优惠' };
const namesQuantity = /\b(?:bulk|volume|quantity|quantities|wholesale|trade|group|many)\b|批|量大|量价|团购|多买|大量/u;
const orders = /\b(?:please|pls|i'?ll (?:take|have|get)|give me|get me)\b|[来拿要买]|给我|麻烦|谢谢/iu;
const longest = 120;
const longestAsk = 60;

/** Undefined: nothing of the kind is said, or the goods are to go in all the same. */
export const priceForMany = (text: string): PriceForMany | undefined => {
  if (text.length > longest) return undefined;
  const lang = hasHan(text) ? 'zh' : 'en';
  if (puts[lang].test(fold(text))) return undefined;
  const goods: string[] = [];
  let less: string | undefined;
  for (const piece of text.split(pauses[lang]).flatMap(one => apart(one, lang))) {
    const folded = fold(piece).trim();
    if (folded === '') continue;
    if (folded.length <= longestAsk && asksLess[lang].test(folded)) less = folded;
    else {
      const said = bare[lang].exec(folded)?.groups?.goods?.trim() ?? '';
      if (said !== '') goods.push(said);
    }
  }
  const many = goods.map(one => count[lang].exec(one)?.[1]).find(one => one !== undefined);
  if (less === undefined || many === undefined || numberOf(many) < fewest) return undefined;
  const isMany = numberOf(many) >= manyFrom || namesQuantity.test(less);
  // "3 please, any deals?", 来两支，有优惠吗: a few are told to a shop, and go in.
  if (!isMany && orders.test(text)) return undefined;
  const isBare = goods.length === 1 && bareCount[lang].test(goods[0]!);
  return { goods, isMany, asks: [isMany ? rule[lang] : less], ...(isBare ? { bare: numberOf(many) } : {}) };
};

const apart = (piece: string, lang: 'en' | 'zh'): readonly string[] => {
  if (lang === 'zh') return togetherZh.exec(piece)?.slice(1) ?? [piece];
  const folded = fold(piece).trim();
  const { goods, less } = togetherEn.map(form => form.exec(folded)?.groups).find(Boolean) ?? {};
  return goods === undefined || less === undefined ? [piece] : [goods, less];
};
