/**
 * A deal that was offered, taken beside whatever else is said: "apply it n put the white one in cart", 用！直接给我加购物车, "the kettle
 * w 20 off like u said"; or missed: "wheres my 20 off??", 刚刚说减20呢 怎么还是289. Takes the shopper's own text.
 */
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';

export interface DealTaken {
  /** `missed`: it should have come off, and has not. */
  readonly how: 'taken' | 'missed';
  /** Where the deal is spoken of. */
  readonly said: string;
  /** What else is said; empty: nothing is. */
  readonly rest: string;
}

const longest = 160;
/** Messages after it was told in which "apply", 用了 mean it without naming it. */
const meantFor = 2;

const offEn = String.raw`(?:[¥$]? ?\d{1,4} ?(?:%|percent|yuan|rmb|kuai)? ?(?:off|discount|reduction)|discount|deal|offer|coupon|free (?:delivery|shipping)|money off|(?:code|coupon|voucher) for (?:the )?[¥$]?\d{1,4}(?: off)?)`;
const byShop = `(?: (?:(?:that |like |as )?(?:you|u) (?:just )?(?:said|mentioned|offered|promised|gave|told|showed|quoted)(?: me)?|from (?:before|earlier|just now)))`;
const kindEn = `${offEn}(?: (?:deal|offer|discount|one|thing|code))*${byShop}?`;
/** "Give me a coupon", "knock 10 off" ask for one; what was offered is "the", or told by what it takes off. */
const theEn = `(?:(?:the|that|this|your|my|those) (?:first[- ]order )?)${kindEn}`;
const namedEn = String.raw`(?:${theEn}|[¥$]? ?\d{1,4} ?(?:%|percent|yuan|rmb|kuai)? ?off(?: (?:deal|offer|discount|one|thing|code))*${byShop}?)`;
const onIt = `(?: (?:to|on|onto|in|for|with|off|from) (?:it|that|this|them|everything|the (?:order|cart|basket|bag|total|price)|my (?:order|cart|basket|bag)))?`;
const politeEn = String.raw`(?:(?:please|pls|just|also|now|too|as well|then|thanks|thx|ok)\b[,. ]*)*`;
const startEn = String.raw`(?:^|[,.!?;] *|\s+(?:and|n|&|then|but|plus|so)\s+)`;
const leadEn = `(?:(?:ok|okay|yes|yeah|sure|great|fine|good|nice|cool|then|so|please|pls|just|also|now|and|n|i(?:'d| would) like to|i want(?: you)? to|i'?ll|let me|let's|(?:can|could|would|will) (?:you|u|we) )[,! ]*)*`;
const endEn = String.raw`(?=\s*(?:$|[,.!?;]|\s(?:and|n|&|then|also|plus|but|so)\s))`;
const verbEn = '(?:apply|use|redeem|claim|activate|accept|include)';
const givesEn = '(?:take|add|give me|put|get me|deduct)';

/** By its name, with a word that takes it: "apply the 20 off to my cart". */
const takesNamedEn = new RegExp(
  `${startEn}${leadEn}(?:${verbEn} ${namedEn}|${givesEn} ${theEn})(?: (?:in|on|off|into it))?${onIt} ?${politeEn}${endEn}`,
  'iu',
);
/** Beside what it is to come off: "put it in my cart with the offer". */
const withNamedEn = new RegExp(
  String.raw`\s(?:with|w/?|using|incl(?:uding|\.)?|at|plus|minus) ${namedEn}(?: (?:applied|included|on it|on))? ?${politeEn}${endEn}`,
  'iu',
);
/** Named alone beside something else: "my cart, and the 20 off". */
const namedBesideEn = new RegExp(
  String.raw`(?:[,.!;] *(?:(?:and|n|&|plus|with) )?|\s(?:and|n|&|plus) )(?:the|that|my|your) ${offEn}(?: (?:deal|offer|one|code))*${byShop}? ?${politeEn}(?=\s*(?:$|[,.!;]))`,
  'iu',
);
/** Right after it was told: "apply", "use it". */
const takesItEn = new RegExp(
  `${startEn}${leadEn}(?:apply|use|redeem|claim|activate|accept|take) (?:it|that|this|that one)(?: (?:then|now|please|pls))*${onIt} ?${politeEn}${endEn}|${startEn}${leadEn}(?:apply|redeem|activate)(?: please| pls| now)*${endEn}`,
  'iu',
);
const missedEn = [
  new RegExp(
    String.raw`(?:^|[,.!?;] *)(?:(?:and|but|ok|so|wait|hey|um+|hm+|ffs)[,. ]+)*(?:where(?:'s|’s|s| is| did| has)|what happened to|what about|how about|and) (?:my|the|that|your) (?:[\w¥$]+ ){0,2}?${offEn}(?: (?:deal|offer|one|code))*${byShop}?(?: (?:go|gone|then|now))*(?:[?!.]+ *|$)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:(?:but |wait |hey )?(?:did ?n.?t (?:you|u) (?:just )?(?:say|promise|offer|mention)|(?:you|u) (?:just )?(?:said|told me|promised(?: me)?|offered(?: me)?|mentioned))\b[^,.?!;]{0,24}?(?:${offEn}|[¥$]?\d{2,4}|cheaper|less)[^,.?!;]{0,24}[,.?!; ]*)(?:(?:(?:and|but|so) )?(?:why|how come|it|that|my cart|the (?:cart|total|price))[^.!;]{0,40}\bstill\b[^.!;]{0,24})?`,
    'iu',
  ),
  new RegExp(
    `(?:${namedEn} (?:is|was|has|did|does)(?:n.?t| not| never)(?: been)? (?:applied|counted|taken off|there|in (?:there|it)|come off|showing|show)[?!. ]*)|(?:i (?:don.?t|can.?t|do not) see (?:my|the|that|any) ${offEn}[^,.?!;]{0,16}[?!. ]*)`,
    'iu',
  ),
  /(?:(?:but|and|so|wait|why|how come)[, ]+)*(?:why|how come)[^,.?!;]{0,24}\bstill (?:at |says |showing |shows )?(?:[¥$]?\d{2,5}|(?:the )?full price)[?!. ]*/iu,
];

const offZh = String.raw`(?:(?:首单|新人|新客)?的?(?:立减|减免?|便宜|优惠|抵扣?|省) ?[¥￥]?\d{1,4} ?(?:块钱?|元)?|\d{1,3} ?(?:块钱?|元)的?(?:优惠|折扣|券)|(?:首单|新人|新客)(?:的)?(?:优惠|立减|折扣|活动|券)?|优惠券?|折扣|立减|\d(?:\.\d)?折|免运费|(?<![他它])活动)`;
const byShopZh = `(?:(?:刚才|刚刚|之前|前面|上面)?(?:你们?|您)?(?:说|给|提|讲|答应)?(?:好)?(?:到|过)?的?)`;
const namedZh = `(?:${byShopZh}(?:那|这)?(?:个|张|份)?的?${offZh}(?:的?(?:优惠|折扣|活动|券|那个|价))*的?)`;
const startZh = String.raw`(?:^|[,，。.!！?？;；、\s]+|(?<=[吧了好行]))`;
const leadZh = `(?:那么?|就|好的?|行吧?|嗯|可以|ok|给我|帮我|直接|请|麻烦|先|顺便|再|也|都|我说|我要|我想|要|把|帮忙|并且?|然后|同时|,|，| )*`;
const usedZh = `(?:用上?|用掉|用起来|使用|加上|带上|算上|减掉|减去|减了|扣掉|享受?|领)`;
const tailZh = `(?:一?下|了|吧|呗|呀|啊|哦|去|就行|就好|也|[~～])*`;
const endZh = String.raw`(?=$|[,，。.!！;；、\s]|然后|再(?!用)|顺便|加|放|下单|直接|帮|给我)`;
const takesNamedZh = new RegExp(
  `${startZh}${leadZh}(?:${usedZh}(?:一?下|了)?${namedZh}(?:到购物车|在购物车)?|${namedZh}(?:给我|帮我|也|都|一起|就|要|先|直接)*${usedZh})${tailZh}${endZh}`,
  'iu',
);
const withNamedZh = new RegExp(
  `(?:按|用|带着?|连着?|以)${byShopZh}(?:那|这)?个?(?:优惠后?|折扣|活动|折后|减完|立减)价?(?:格)?(?:帮我|给我)?(?=[加放买下拍来要])`,
  'iu',
);
const takesItZh = new RegExp(
  String.raw`${startZh}${leadZh}(?:使用|用)(?:上|了|掉|它|这个|那个|吧|呗|起来|[!！~])*${tailZh}(?=$|[,，。.!！;；、\s]|然后|再|顺便|直接|帮|给我)`,
  'iu',
);
/** 刚刚说减20呢, 不是说能便宜吗, 明明答应了优惠: it was told before. */
const byThemZh =
  '(?:你们?|您|可是?|但是?|诶|咦|喂)*(?:不是|刚才?|刚刚|明明|之前|都已经)(?:你们?|您|都|就|已经)*(?:说|讲|答应|承诺)(?:好|过|的|了|是)*(?:给我|可以|能|要|有|会|是)*(?:再|立)?(?:减|便宜|优惠|打折|抵|省|少)';
const missedZh = [
  new RegExp(
    String.raw`(?:^|[,，。.!！?？;；\s])(?:${byThemZh}|(?:你们?|您|上面|前面|不)(?:说|讲|答应|承诺)(?:好|过|的|了|是)*(?:给我|可以|能|要|有|会|是)*(?:再|立)?(?:减|便宜|优惠|抵|省|少) ?[¥￥]?\d)[^,，。!！?？;；\s]{0,8}[,，。!！?？;；\s]*(?:(?:怎么|咋|为什么|为啥)?[^,，。!！?？;；\s]{0,6}(?:还|又|仍)(?:然)?是?(?:原价|全价|没减|没有|[¥￥]?\d{2,5})[^,，。!！?？;；\s]{0,4}[,，。!！?？;；\s]*)?`,
    'u',
  ),
  /(?:^|[,，。.!！?？;；\s])(?:怎么|咋|为什么|为啥)(?:购物车|总价|价格|这|它|里|合计)*(?:还|又|仍)(?:然)?是(?:原价|全价|[¥￥]?\d{2,5})[^,，。!！?？;；\s]{0,4}[,，。!！?？;；\s]*/u,
  new RegExp(
    String.raw`(?:^|[,，。.!！?？;；\s])(?:那|可是?|但是?|咦|诶|我的?)*${namedZh}(?:去哪(?:儿|里)?(?:了)?|哪(?:儿)?去了|不见了|没了|在哪(?:儿|里)?|(?:怎么|咋|都|还|又)*没(?:有)?(?:减|用上?|生效|算|扣|体现|加上|显示)(?:上|掉|进去|呢|啊|了)*|呢)[^,，。!！?？;；\s]{0,3}[,，。!！?？;；\s]*`,
    'u',
  ),
  /(?:^|[,，。.!！?？;；\s])(?:怎么|咋|为什么|为啥)(?:还|都|也)?没(?:有)?(?:给我)?(?:减|优惠|打折|便宜|扣)(?:掉|上|了|呢|啊|钱)*[,，。!！?？;；\s]*/u,
];

/** What is asked of it takes nothing: "how do I use the discount?", 优惠怎么用. */
const asksOf =
  /\b(?:how (?:do|can|does|much|long)|what (?:is|are|if|does)|what'?s|which|when|until|does|do i|is it|is that|are (?:they|there)|can i(?! (?:have|get|use (?:it|that)\b))|if i|together|combine\w*|stack\w*|terms|rules?|not|n't|don'?t|without|why)\b|怎么用|如何|什么时候|能不能|可不可以|能用吗|可以用吗|能叠|一起用|规则|条件|到期|过期|不用|别用|不要|不想|先别|取消|去掉|如果|要是|用不了|没用/iu;
/** Said to be nice about it. */
const praise =
  /^(?:(?:太?(?:贴心|好了?|棒了?|赞|爱了|划算|nice|可以)|谢谢|谢啦|多谢|(?:that'?s )?(?:great|nice|lovely|perfect|awesome|sweet|cool|thanks?|thank you|thx|cheers))(?:了|啊|呀|哈|哦)?(?=$|[,，。.!！~\s])[,，。.!！~\s]*)+/iu;
/** A nod before it, or what holds it and the rest together. */
const ends =
  /^(?:(?:ok(?:ay)?|yes|yeah|sure|and|n|&|then|also|plus|but|so|好的?|行吧?|嗯+|可以|那就?|然后|再|并且?|同时)(?=$|[\s,，.。!！])|[\s,，.。!！;；、])+|(?:(?:\s(?:and|n|&|then|also|plus|but|so|please|pls))|[\s,，;；、])+$/giu;

const cut = (text: string, { 0: said, index }: RegExpExecArray): DealTaken['rest'] => {
  const before = text.slice(0, index).replace(ends, '');
  const behind = text
    .slice(index + said.length)
    .replace(ends, '')
    .replace(praise, '')
    .replace(ends, '');
  return [before, behind].filter(part => /[\p{L}\p{N}]/u.test(part)).join(hasHan(text) ? '，' : '. ');
};

const found = (text: string, forms: readonly RegExp[], how: DealTaken['how']): DealTaken | undefined => {
  for (const form of forms) {
    const match = form.exec(text);
    if (!match || (how === 'taken' && asksOf.test(match[0]))) continue;
    return { how, said: match[0].trim(), rest: cut(text, match) };
  }
  return undefined;
};

/** `told`: how many messages ago a deal was told that stands; undefined: none was. */
export const dealTaken = (text: string, told: number | undefined): DealTaken | undefined => {
  if (told === undefined || text.length > longest) return undefined;
  const isHan = hasHan(text);
  const missed = found(text, isHan ? missedZh : missedEn, 'missed');
  // "You promised 20 off. Why is it still 299?": said twice, and missed once.
  const again = missed && dealTaken(missed.rest, told);
  if (missed) return again ? { ...missed, rest: again.rest } : missed;
  const named = found(text, isHan ? [takesNamedZh, withNamedZh] : [takesNamedEn, withNamedEn, namedBesideEn], 'taken');
  if (named) return named;
  return told <= meantFor ? found(text, [isHan ? takesItZh : takesItEn], 'taken') : undefined;
};
