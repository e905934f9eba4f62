/**
 * "2 bags of the espresso and 1 decaf, what's that together?", 50个 藏青的 总价大概多少, 我要藏青的 先别加购物车: goods are told as if they were
 * ordered, and what they come to is asked. They are read as an order is read, and none of them goes in. Takes the shopper's own text.
 */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Intent, Understanding } from '../../turn.ts';
import { placeSaid } from '../delivery/place-said.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import type { CostAsked } from './cost-asked.ts';
import type { CostLine } from './cost-lines.ts';
import { type PriceForMany, priceForMany } from './price-for-many.ts';

type Alone = (text: string) => Understanding;
type PricedMemory = Pick<ConversationMemory, 'shown' | 'focus' | 'sum' | 'toSum' | 'turns' | 'inCart'>;

const longest = 120;

const pauses = {
  en: /[;!?\n]+\s*|,(?!\d)\s*|\.(?!\d)\s*|\s+-+\s+|\s+(?=(?:and |so )?(?:what(?:'s|s)?|how much)\b)/u,
  zh: /[\s，,。;；!！?？、~…]+/u,
};
/** What it comes to, and nothing else: of whatever stands before it. */
const asksSum = {
  en: /^(?:(?:and|so|ok|but|then|just|roughly|tell me|can you tell me|please)[, ]+)*(?:what(?:'s|s| is| would| will| do| does|'d)?(?: (?:that|it|they|those|these|this|i|we|the|my|would|will|be|do|does|all))*(?: (?:total|price|sum|cost|damage|come|pay|altogether|together|be|in (?:all|total)|all in))+(?: to)?|how much(?: (?:is|are|would|will|does|do|for|that|it|they|those|these|this|all|both|be|come|cost|i|we|pay|to))*|total(?: price| cost)?|price|with (?:delivery|shipping|postage))(?: (?:of )?(?:that|it|them|for (?:that|them|those|all|both|everything)|then|now|in total|in all|altogether|together|all in|all together|roughly|please|pls|with (?:the )?(?:delivery|shipping|postage|discounts?|deals?|offers?)|delivered|incl(?:uding)? (?:delivery|shipping|postage)|be|come to|cost))*$/u,
  zh: /^(?:那|大概|请问|帮我|给我|算(?:一?下|算)?|我|得|要|这样|现在|邮费|运费|快递费|含|加上?|算上|连|带|包括|寄过去|折后|优惠后|满减后|能|多少|下来|到手|实付)*(?:(?:一共|总共|合计|总价|总的?|加起来|全部|一起|共)(?:大概|大约|差不多|是|应该|下来|算下来|价格?|含邮|[得要付给]?)*(?:多少钱?|几块钱?|多钱|啥价|什么价)?|(?:大概|大约)?(?:多少钱?|几块钱?|多钱|啥价|什么价格?|怎么卖)|算(?:一?下|算)(?:多少钱?|价格|总价)?|(?:算上?|加上?|含|连|带|包括)(?:着|上)?(?:运费|邮费|快递费)(?:呢|的话|一起)?)(?:啊|呀|呢|哦|了|吗|嘛|哈)*$/u,
};
/** Beside a sum, which tells the deals and the delivery. */
const besideSum = {
  en: /^(?:and |or )?(?:(?:is|are|any|with|do i get|would i get|enough for)\b.{0,24}\b(?:discounts?|deals?|offers?|free (?:delivery|shipping))\b.{0,12}|(?:with|including|incl) (?:delivery|shipping|postage)|delivered|roughly|all in)$/u,
  zh: /^(?:够不够|够|能不能|能|可以|会不会|会|有没有|有|给)*(?:打折|折扣|优惠|满减|减|便宜[点些]?|包邮|免邮|免运费)(?:吗|么|不|没有?|嘛|呀|啊)*$|^(?:包不包邮|打不打折|便宜不)$/u,
};
/** None of it is to go in. */
const asksOnly = {
  en: /^(?:(?:but|and|so|please|pls|ok|no)[, ]+)*(?:(?:do not|don'?t|dont|no need to|not|without) (?:(?:actually|really) )?(?:add(?:ing)?|put(?:ting)?|order(?:ing)?|buy(?:ing)?)(?: (?:it|them|that|those|anything|any))?(?: (?:in|to|into) (?:my |the )?(?:cart|basket|bag))?(?: (?:in|yet|now|just|for now|please))*|(?:i'?m |i am |i was |i )?(?:just|only) (?:ask(?:ed|ing)?|curious|wonder(?:ing)?|check(?:ing)?|pricing|want(?:ed)? (?:to know )?(?:the|a) (?:price|quote)|want(?:ed)? to know)(?: (?:for|about) (?:now|the price|a price))?|not (?:buying|ordering)(?: (?:it|yet|anything|now))*)$/u,
  zh: /^(?:但是?|而且|不过|啊|哦|嗯|我|都|先|就|只|是|你|请|可以|还)*(?:(?:不要|不用|不|别|甭|没让你?|没说要?)(?:急着|着急|给我|帮我|往|再|先)*(?:加(?:入|进|到)?(?:购物车|车)?|加购|放(?:进|到|入)?购物车|下单|买)(?:里)?|(?:就|只|随便|先)(?:是|想|先)*(?:问(?:一?下|问|个)?(?:价格?|价钱|多少钱|而已)?|了解(?:一?下)?|看看价格?)|问(?:一?下)?价格?)(?:了|啊|呀|哈|哦|呢|吧|的|而已|呗)*$/u,
};
/** It is asked of the price, in words before the goods. */
const opensAsking = {
  en: /^(?:(?:just|only) (?:asking|wondering|checking|curious)|quick question|i(?:'m| am) (?:just )?(?:asking|wondering))$/u,
  zh: /^(?:我|就|想|先|请|麻烦|那个|老板|亲|你好|您好|在吗)*(?:请问|问(?:一?下|个)?|咨询(?:一?下)?|打听(?:一?下)?)(?:啊|哈|哦)*$/u,
};
/** Words that put it in, whatever is asked beside it. */
const puts = {
  en: /\b(?:add|put|pop|throw|stick|chuck|bung|pls|please|cart|basket)\b|\bi'?ll\b|\b(?:give|get|bag) me\b|\blet'?s\b|\bgo (?:for|with)\b|\b(?:remove|take out|swap|change|make it|make that)\b/u,
  zh: /加(?:购|车|进|到|入|上(?!运|邮|快))|购物车|下单|拿下|放(?:进|到|入)|(?:^|[那就再先给我帮也 ])(?:加|来|拿)(?:上|我)?[一二两俩三四五六七八九十\d点个]|[来拿](?=[一二两俩三四五六七八九十\d])|[码色的a-z]加[一两俩三四五\d][个件双条只盒包瓶套份](?=$|[\s,，。])|要了|买了|给我(?:来|拿|加)|改|换|删|去掉|不要了|都要/u,
};
/** 龙井吧 一份: settled on, unless it goes where its delivery is to be known first. */
const settles = /吧$/u;
const noise = {
  en: /^(?:ok|okay|no|so|hi|hello|hey|hm+|well|right|sorry|thanks|thank you|wait|oh|and|cool|nice)$/u,
  zh: /^(?:不对|不是|那|好的?|嗯|哦|行|等等|诶|啊|你好|您好|谢谢|亲|老板|对了)+$/u,
};
const toPlace = {
  en: /^(?:and )?(?:(?:shipped|sent|delivered|delivery|shipping|posted|going) )?(?:to|in) [a-z ]{3,20}$/u,
  zh: /^(?:要|是|我|想|给我)*(?:寄|发|送|邮|运)(?:到|去|往|给)?\p{Script=Han}{2,6}$/u,
};
/** 寄新加坡一共多少: where to, and then what it comes to. */
const placeBeforeSum =
  /^((?:要|是|我|想|给我)*(?:寄|发|送|邮|运)(?:到|去|往)?\p{Script=Han}{2,5}?)(?=(?:一共|总共|合计|总价|加起来|要?多少))/u;
/** 买三个送人: why so many. */
const why = /送(?:人|礼|朋友|同事|客户)(?:的|用)?$|^(?:我)?(?:想|要|打算|准备)?买(?=[一二两俩三四五六七八九十\d])/gu;
/** "Whats 2 of the chrysanthemum then": a sum, whatever is left out of it. */
const pricedGoods =
  /^(?:(?:and|so|ok)[, ]+)*(?:what(?:'s|s| is| are) )((?:\d{1,2}|two|three|four|five|six|ten|twelve) .{2,50}?)(?: then| now)*$/u;
/** 一件350的外套: an amount that is supposed, and none of the goods. */
const supposed =
  /\d{2,6}(?:块钱?|元)?的(?=\p{Script=Han})|\b(?:an?|one) (?:¥ ?)?\d{2,6}(?: ?(?:yuan|rmb|kuai))? [a-z]/u;
const pronounAlone = /^(?:that|it|those|them|these|this|all|both|the lot|everything|这些|那些|它们?|这个|那个|都)$/u;

interface Pieces {
  readonly goods: readonly string[];
  readonly asks: readonly string[];
  readonly sums: boolean;
  readonly refuses: boolean;
  readonly to: string | undefined;
}

const piecesOf = (text: string): Pieces => {
  const lang = hasHan(text) ? 'zh' : 'en';
  const goods: string[] = [];
  const asks: string[] = [];
  let [sums, refuses] = [false, false];
  let to: string | undefined;
  for (const piece of text.split(pauses[lang]).flatMap(one => apart(one, lang))) {
    const folded = fold(piece).trim();
    if (folded === '' || noise[lang].test(folded)) continue;
    const priced = lang === 'en' ? pricedGoods.exec(folded)?.[1] : undefined;
    if (priced !== undefined) {
      sums = true;
      goods.push(priced);
    } else if (asksOnly[lang].test(folded) || opensAsking[lang].test(folded)) refuses = true;
    else if (asksSum[lang].test(folded)) sums = true;
    else if (besideSum[lang].test(folded)) continue;
    else if (toPlace[lang].test(folded) && placeSaid(folded)) {
      const place = placeSaid(folded)!;
      if (place.abroad) to = place.name;
    } else if (goods.length > 0 && hasFormOfQuestion(folded)) asks.push(piece);
    else goods.push(piece);
  }
  return { goods, asks, sums, refuses, to };
};
const apart = (piece: string, lang: 'en' | 'zh'): readonly string[] => {
  const before = lang === 'zh' ? placeBeforeSum.exec(piece)?.[1] : undefined;
  return before === undefined ? [piece] : [before, piece.slice(before.length)];
};

export interface PriceOfOrder {
  readonly understanding: Understanding;
  /** What else is asked, each by itself. */
  readonly asks: readonly string[];
}

/** Undefined: nothing of the kind is asked, or it is not clear of what. */
export const priceOfOrder = (text: string, alone: Alone, memory: PricedMemory): PriceOfOrder | undefined => {
  if (text.length > longest) return undefined;
  const lang = hasHan(text) ? 'zh' : 'en';
  const many = manyPriced(text, alone);
  const { goods, asks, sums, refuses, to } = many
    ? { ...many, sums: true, refuses: true, to: undefined }
    : piecesOf(text);
  const pending = memory.toSum?.at === memory.turns - 1 ? memory.toSum.quantity : undefined;
  const before = memory.sum ?? [];
  // Of what was added up just now another form, or where it goes, is told.
  const goesOn = before.length > 0 && (refuses || to !== undefined);
  if (goods.length === 0 || !(sums || pending !== undefined || goesOn)) return undefined;
  const said = goods.map(one => (lang === 'zh' ? one.replace(why, '') : one)).filter(one => one !== '');
  const folded = said.map(one => fold(one));
  if (folded.length === 0 || folded.every(one => pronounAlone.test(one))) return undefined;
  if (folded.some(one => hasFormOfQuestion(one) || supposed.test(one))) return undefined;
  if (!refuses && folded.some(one => puts[lang].test(one) || (settles.test(one) && to === undefined))) return undefined;
  const only = before.length === 1 ? before[0]!.quantity : undefined;
  const onTable = memory.focus ?? (memory.shown.length === 1 ? memory.shown[0] : undefined);
  const ofTable = many?.bare !== undefined && onTable !== undefined ? [{ product: onTable, quantity: many.bare }] : [];
  const asked =
    ofTable.length > 0
      ? { cost: { lines: ofTable }, meant: alone(many!.asks[0]) }
      : costOf(said, lang, alone, sums ? undefined : (pending ?? only), memory.shown);
  // Of whatever it is asked: nothing of it goes in.
  if (!asked) return many && { understanding: alone(many.asks[0]), asks: [] };
  const { cost, meant } = asked;
  const { ordered: _, isOneOrder: __, among: ___, toCart: ____, together: _____, asksOf: ______, ...rest } = meant;
  // The tea of "a kettle, a mug and some tea", told after which: with what was added up already.
  const isBeside = memory.toSum?.beside && pending !== undefined && 'lines' in cost;
  const all = isBeside
    ? {
        ...cost,
        lines: [...before.filter(line => !cost.lines.some(one => one.product === line.product)), ...cost.lines],
      }
    : cost;
  const named = 'lines' in all ? { ...all, ...(to === undefined ? {} : { to }) } : all;
  return {
    understanding: {
      ...rest,
      intent: 'product-details',
      confidence: 0.95,
      entities: { products: [] },
      preferences: [],
      said: fold(text),
      sum: named,
      ...(to === undefined ? {} : { abroad: true, place: { name: to, abroad: true } }),
    },
    asks,
  };
};

/** Of a few a sum that is told as it is tells the deals too. */
const manyPriced = (text: string, alone: Alone): PriceForMany | undefined => {
  const many = priceForMany(text);
  return many && !many.isMany && alone(text).sum ? undefined : many;
};

/** Read as an order of it would be. */
const costOf = (
  said: readonly string[],
  lang: 'en' | 'zh',
  alone: Alone,
  pending: number | undefined,
  shown: readonly ProductId[],
): { readonly cost: CostAsked; readonly meant: Understanding } | undefined => {
  const text = said.join(lang === 'zh' ? ' ' : ', ').replace(/\s+吧$|吧(?=\s|$)/gu, '');
  const pointed = pending === undefined ? undefined : pointedOut(text, alone, pending);
  if (pointed) return pointed;
  const orders = lang === 'zh' ? [`${text} 加入购物车`, text] : [`i'll take ${text}`, `add ${text} to my cart`, text];
  const read = orders.flatMap(order => {
    const meant = alone(order);
    const cost = meant.intent === 'add-to-cart' ? costIn(meant, pending, counts(text), shown) : undefined;
    return cost ? [{ cost, meant }] : [];
  });
  return read.find(({ cost }) => 'lines' in cost) ?? read[0];
};
/** 深烘那个 两包250克的, after which one. */
const pointedOut = (
  text: string,
  alone: Alone,
  pending: number,
): { readonly cost: CostAsked; readonly meant: Understanding } | undefined => {
  const meant = alone(text);
  const [product, ...others] = meant.entities.products;
  if (product === undefined || others.length > 0 || !ofOne.has(meant.intent)) return undefined;
  const quantity = counts(text) ? (meant.entities.quantity ?? pending) : pending;
  return { cost: { lines: [{ product, quantity }] }, meant };
};
const ofOne: ReadonlySet<Intent> = new Set(['product-details', 'stock', 'product-search']);
const counts = (text: string): boolean =>
  /\d|[一二两俩三四五六七八九十]\p{Script=Han}|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/u.test(
    fold(text),
  );

const costIn = (
  { ordered, isOneOrder, among = [], entities }: Understanding,
  pending: number | undefined,
  isCounted: boolean,
  shown: readonly ProductId[],
): CostAsked | undefined => {
  const many = (quantity: number): number => (isCounted ? quantity : (pending ?? quantity));
  if (ordered) {
    if (ordered.absent) return undefined;
    const [open, ...others] = ordered.open;
    const lines = ordered.lines.map(({ product, quantity }): CostLine => ({ product, quantity: many(quantity) }));
    if (!open) return lines.length > 0 ? { lines } : undefined;
    if (lines.length + others.length === 0) return which(open.products, many(open.quantity));
    // Of several things the one that was shown is meant; otherwise which is asked, and nothing goes in.
    const near = ordered.open.map(one => ({ ...one, product: one.products.find(id => shown.includes(id)) }));
    const unclear = near.find(one => one.product === undefined);
    if (unclear) return which(unclear.products, unclear.quantity);
    return { lines: [...near.map(({ product, quantity }) => ({ product: product!, quantity })), ...lines] };
  }
  if (among.length > 1) return which(among, many(entities.quantity ?? 1));
  const [product, ...others] = entities.products;
  if (product === undefined || others.length > 0) return undefined;
  return isOneOrder || entities.quantity !== undefined || pending !== undefined
    ? { lines: [{ product, quantity: many(entities.quantity ?? 1) }] }
    : undefined;
};
const which = (products: readonly ProductId[], each: number): CostAsked => ({
  which: products,
  ...(each > 1 ? { each } : {}),
});
