/**
 * Delivery asked for one's own case: how long to a place, whether it comes by a day, until when to order for that. The place and
 * the day may have been said before. Takes folded text.
 */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import type { ConversationMemory } from '../../memory.ts';
import { withoutAbsence } from '../orders/told-arrival.ts';
import { dayAhead } from '../text/day-ahead.ts';
import { type PlaceSaid, placeSaid } from './place-said.ts';

export interface DeliveryAsked {
  readonly place?: PlaceSaid | undefined;
  /** In the country, though no place is named. */
  readonly atHome?: true;
  /** Until when to order, or whether it comes by then. */
  readonly asks: 'days' | 'by' | 'latest';
  /** To be there by that day, as 2026-12-20. */
  readonly by?: string | undefined;
  /** What it costs as well. */
  readonly cost?: true;
  /** When it would be ordered, where that is not now. */
  readonly ordered?: { readonly day: string; readonly hour?: number } | undefined;
}

const longest = 200;
const lasts = 4;

const howLong =
  /\bhow (?:long|fast|soon|quick(?:ly)?|many days)\b|\b(?:when|what day|which day)\b.{0,40}\b(?:arrives?|come|comes|gets?|here|there|reach|delivered|have it|receive|be)\b|\b(?:delivery|shipping) times?\b|几天|多久|多长时间|多少天|(?:什么时候|啥时候|何时|几号|哪天)(?:才|大概|能|会|可以)*(?:送?到(?!货|期)|收到|拿到|送达)/u;
const ofDelivery =
  /\b(?:deliver\w*|ship\w*|post(?:age|ed|ing)?|arriv\w*|reach\w*|send|sent|sending|parcel|get (?:it |there|here)|gets? (?:there|here)|(?:be|is|it'?s|till) (?:it'?s )?(?:there|here)|come|courier)\b|送|寄|运|到|收|快递|物流|发货/u;
/** 送得到吗, of a place in the country. */
export const rural = /\b(?:village|countryside|rural|remote area)s?\b|乡下|农村|村里|村子|乡镇|镇上|县城|山区/u;
const isNotAbroad = /\bnot (?:abroad|overseas)\b|(?:不是|没说)(?:国外|海外)|国内/u;
const reaches =
  /(?:送|寄|发|快递)(?:不送|得?到|不到)?.{0,4}(?:吗|么|不|嘛)[?？]?|能[送寄发]|\b(?:do|can|will) you (?:deliver|ship|send|post)\b/u;
const ofDeliveryRule = /^(?:abroad|delivery|home|where|free|remote)/u;
const surely = /\b(?:deliver\w*|ship\w*|post\w*|parcel|courier|arriv\w*|order)\b|送|寄|运|快递|物流|发货|下单/u;
const comesBy =
  /\b(?:can|could|will|would|may|might|does|do|is|am|are|if|should)\b.{0,70}\b(?:be (?:here|there|with|delivered|in)|arrives?|get (?:it|there|here|to|this|that|them|one)|gets? (?:there|here)|make it|come|reach|have it|deliver\w*|in time|on time|doable|possible|ok|soon enough|there|here)\b|\b(?:in time|on time|time (?:to|for)|soon enough|doable|makes? it|early enough)\b|(?:能|会|可以|来得及|赶得上|赶得及).{0,12}(?:到|收|拿|送|赶上)|来得及|赶得[上及]|赶上|到得了|(?:前|到).{0,4}(?:行不行|行吗|可以吗|成不成|够不够)|(?:到|收到|送到)(?:得了)?(?:吗|么|不|没)/u;
const comes =
  /\b(?:be (?:here|there|with|delivered|in)|get (?:it|there|here|to|this|that|them|one)|gets? (?:there|here)|make it|makes it|reach|have it|in time|on time|time (?:to|for)|doable|soon enough|early enough|by|before|until)\b|前|来得及|赶/u;
const isNeeded =
  /\b(?:need|want|must have) (?:it|this|them|that)\b.{0,12}\b(?:by|before|until|on)\b|(?:前|号)(?:就)?(?:要|得)(?:用|到|收|送)/u;
const untilWhen =
  /\b(?:latest|last (?:day|date|moment|time|chance)|by when|until when|till when|how late|deadline|cut[- ]?off)\b.{0,50}\border(?:ing)?\b|\border(?:ing)? by\b.{0,20}\b(?:when|what)\b|\bwhen (?:do|must|should|would|have) (?:i|we) (?:have to |need to |got to )?(?:order|buy)\b|(?:最晚|最迟|截止到?|什么时候|啥时候|几号|哪天)(?:什么时候|啥时候|几号|哪天|之?前|要|得|必须)*(?:下单|买|拍|付款)/u;
/** Bare, right after it was asked: "what's the last day then". */
const untilWhenNext = /\b(?:latest|last day|deadline|by when)\b|最晚|最迟|截止/u;
const other =
  /\bhow (?:long|many days) (?:have i|do i have|do i get)\b|(?:几|多少)天之?(?:以?内)(?:要|得|必须|需要)|\bwithin how many days (?:do|must|should) i\b|\b(?:back|refund\w*|return\w*|money|account|warranty|guarantee|repair\w*|exchange\w*|replacement|batter\w*|last (?:on|for)|burn|keep\w*|restock|back in stock|invoice|person|human|agent|colleague|reply|answer|queue|codes?|deals?|offers?|sale|my (?:last |latest )?(?:order|delivery|parcel|package)|i (?:have |already )?(?:ordered|bought)|store|shop open|opening)\b|退|换|(?<!多少|几块)钱|款(?!式)|账|补发|保修|维修|发票|客服|人工|保质|续航|泡|充|烧|到账|补货|到货|活动|优惠|打折|下的单|买的|拍的|订单|[那这上]一?单|包裹到|(?:快递|包裹|货|件).{0,4}还[要有得需].{0,4}(?:几天|多久)|门店|开门|营业|自提|消费|累[计积]|清零|会员|积分|有(?:几|多少)天时间/u;
/** What is paid for it. */
const ofCost =
  /\bcosts?\b|\bhow much\b|\bfees?\b|\b(?:shipping|delivery|postage) on\b|\bwhat(?:'s| is)(?: the)? (?:shipping|postage|delivery)\b|运费|邮费|快递费|包邮|多少钱/u;
/** Of goods that may not go there. */
const restricted = /\b(?:power ?banks?|candles?|liquids?)\b|充电宝|蜡烛|液体/u;

const orderedEn =
  /\b(?:order(?:ed|ing)?|buy|bought|place(?:d)? (?:it|the order|an order))(?: it| this| one| them| something| for that)?(?: by| on)? (right now|now|today|tonight|this (?:morning|afternoon|evening)|tomorrow(?: (?:morning|afternoon|evening|night))?|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: at (\d{1,2}) ?(am|pm)?)?/u;
const orderedZh =
  /(现在|今[天晚早]|明[天晚早]|后天|这会儿?|(?:下?周|星期)[一二三四五六日天])(早上|上午|中午|下午|晚上|夜里)?(?:(\d{1,2}|[一二两三四五六七八九十]{1,2})点)?(?:之?前|再|才|钟|就|去|的话)*(?:下单|买|拍|付款|订)/u;

const midnight = (iso: string): number => Date.parse(`${iso}T00:00:00Z`);
const shifted = (today: string, days: number): string =>
  new Date(midnight(today) + days * 86_400_000).toISOString().slice(0, 10);

const lateIn = /\b(?:tonight|evening|night)\b|晚/u;
const earlyIn = /\bmorning\b|早|上午/u;

/** When it would be ordered, and the message without those words: their day is not the one of its coming. */
const orderingIn = (
  folded: string,
  today: string,
): { readonly ordered?: DeliveryAsked['ordered']; readonly rest: string } => {
  const found = orderedEn.exec(folded) ?? orderedZh.exec(folded);
  if (!found) return { rest: folded };
  const rest = `${folded.slice(0, found.index)} ${folded.slice(found.index + found[0].length)}`;
  const said = found[0];
  const isZh = /\p{Script=Han}/u.test(said);
  const number = isZh ? (found[3] === undefined ? undefined : readNumber(found[3])) : found[2] && Number(found[2]);
  const isLate = lateIn.test(said) || /下午|pm/u.test(said);
  const hour =
    typeof number === 'number'
      ? number < 12 && isLate
        ? number + 12
        : number
      : lateIn.test(said)
        ? 20
        : earlyIn.test(said)
          ? 9
          : undefined;
  const isNow = /\bnow\b|现在|这会/u.test(said);
  if (isNow) return { rest };
  const day = /tomorrow|明/u.test(said)
    ? shifted(today, 1)
    : /后天/u.test(said)
      ? shifted(today, 2)
      : /today|tonight|this |今/u.test(said)
        ? today
        : (dayAhead(said, new Date(midnight(today))) ?? today);
  return { rest, ordered: { day, ...(hour === undefined ? {} : { hour }) } };
};

const onlyPlace =
  /^(?:(?:and|ok|okay|so|what about|how about|what if|if|then|to|in|it's|its|for|i'm|im|i am|i live|we're|that|it|goes|is|the|send|it's for)[,. ]+)*[\p{L}' ]{2,24}(?: then| instead)?[?!. ]*$|^(?:那|要是|如果|去|到|寄|送|发|我|在|换成|改成)*\p{Script=Han}{2,8}(?:呢|的话|行吗|要几天|多久)?[?？!。. ]*$/u;
/** "By the 10th?", 周五前呢: another day for the same. */
const onlyDay =
  /^(?:(?:and|or|ok|so|but|what about|how about|then|maybe|even|not|is|it)[,. ]+)*(?:by|before|on|until|for)? ?(?:the )?[a-z]{0,9} ?(?:the )?\d{0,2}(?:st|nd|rd|th)?(?: (?:of )?[a-z]{3,9})?(?: then| instead| too)?[?!. ]*$|^(?:那|要是|如果)*[\d月号日周星期礼拜天一二三四五六末圣诞元旦双十下]{2,8}(?:之?前)?(?:呢|行吗|可以吗|行不|能吗)?[?？!。. ]*$/u;
const onlyOrdered =
  /^(?:(?:and|ok|so|but|what|how about|if|i|we|would|then)[,. ]+)*\s*(?:then|instead)?[?!., ]*$|^(?:那|要是|如果|我|[,， ])*(?:的话)?(?:呢)?[?？!。., ]*$/u;

/** `today`: the day in the shop, as 2026-11-30. Undefined: nothing of it is asked. */
export const deliveryAsked = (
  folded: string,
  today: string,
  {
    place: before,
    delivery,
    turns,
    abroad,
    topic,
    policy = '',
  }: Pick<ConversationMemory, 'place' | 'delivery' | 'turns' | 'abroad' | 'topic' | 'policy'>,
): DeliveryAsked | undefined => {
  if (folded.length > longest || other.test(folded) || restricted.test(folded)) return undefined;
  const now = placeSaid(folded);
  // A village at home, wherever else goods were to go before.
  const isRural = now?.abroad !== true && rural.test(folded);
  const place = now ?? (isRural ? undefined : before);
  // Somewhere abroad, and nobody knows where.
  if (place === undefined && abroad && !isRural) return undefined;
  const recent = delivery !== undefined && turns - delivery.at <= lasts ? delivery : undefined;
  const { rest, ordered = recent?.ordered } = orderingIn(folded, today);
  const hasOrdered = rest !== folded;
  const by = dayAhead(withoutAbsence(rest), new Date(midnight(today)));
  // 多久能收到, after the page of invoices: of what that page tells.
  if (
    now === undefined &&
    !recent &&
    by === undefined &&
    !isRural &&
    topic !== undefined &&
    !surely.test(folded) &&
    !ofDeliveryRule.test(policy)
  )
    return undefined;
  const asks = ((): DeliveryAsked['asks'] | undefined => {
    if (untilWhen.test(folded) || (recent && untilWhenNext.test(folded))) return 'latest';
    if (
      by !== undefined &&
      (comesBy.test(rest) || isNeeded.test(rest)) &&
      // "What should we play tonight, there's four of us": nothing is to come.
      (isNeeded.test(rest) ||
        [ofDelivery, comes].some(form => form.test(rest.replace(/\bthere(?:'s| is| are)\b/gu, ' '))))
    )
      return 'by';
    if ((now?.abroad === false || isRural) && (reaches.test(rest) || isNotAbroad.test(rest))) return 'days';
    if (
      howLong.test(rest) &&
      (now !== undefined || ofDelivery.test(rest) || recent !== undefined || ofDeliveryRule.test(policy))
    )
      return 'days';
    if (recent && by !== undefined && folded.length <= 40 && onlyDay.test(rest.trim()))
      return recent.asks === 'latest' ? 'latest' : 'by';
    if (recent && ((now !== undefined && onlyPlace.test(folded)) || (hasOrdered && onlyOrdered.test(rest))))
      return recent.asks;
    return undefined;
  })();
  if (asks === undefined) return undefined;
  const day = by ?? (asks === 'days' ? undefined : recent?.by);
  if (asks === 'latest' && day === undefined) return undefined;
  return {
    asks,
    place,
    ...(isRural ? { atHome: true as const } : {}),
    ...(day === undefined ? {} : { by: day }),
    ...(ordered ? { ordered } : {}),
    ...(ofCost.test(folded) ? { cost: true as const } : {}),
  };
};
