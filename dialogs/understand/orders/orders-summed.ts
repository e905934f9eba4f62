/**
 * What was spent on one's own orders within a time, or on all of them, or the dearest of what was bought: "how much have I spent since
 * September", 10月到现在一共花了多少, and "only November?" after it. Takes folded text.
 */
import type { ConversationMemory } from '../../memory.ts';
import { type DaysSaid, daysIn } from '../text/dates-said.ts';
import { asksOwnSpend } from './order-talk.ts';

export interface OrdersSummed {
  /** Undefined: all there are. */
  readonly days?: DaysSaid;
  /** The dearest single thing is asked for. */
  readonly dearest?: true;
}

const longest = 120;
const lasts = 4;

/** It is asked how much, in any words that tell of one's own spending. */
const spending =
  /\bhow much\b.{0,30}\b(?:i|we)(?:'ve| have)?\b.{0,12}\b(?:spen[dt]|paid|pay)\b|\bhow much\b.{0,24}\b(?:cost me|my orders|my purchases|everything i)\b|\b(?:total|sum|add up)\b.{0,30}\b(?:i(?:'ve| have)? (?:spent|paid|bought|ordered)|my (?:orders|purchases|spending)|all (?:of )?(?:my |the )?orders)\b|\b(?:what|how much) (?:have|did) i (?:spend|spent|pay|paid)\b|\btotal spend(?:ing)?\b|\b(?:all|total) (?:of )?my (?:orders|purchases|spending)\b.{0,24}\b(?:total|together|altogether|come to|cost|add)|(?:花|买|消费|付|用)(?:掉|了|过)?(?:我)?(?:一共|总共)?(?:有)?(?:多少|几|好多)(?:钱|块)?|(?:一共|总共|总计|合计|累计|加起来)(?:是|花了?|消费|付了?|买了?)?(?:有)?多少/u;
/** Of more than one order. */
const ofAll =
  /\b(?:altogether|all together|in total|so far|ever|until now|all (?:of )?(?:my|the) (?:orders|purchases)|with you|at your shop|on this site|everything i|my orders|my purchases|in all|total spend(?:ing)?)\b|一共|总共|总计|合计|累计|加起来|到现在|至今|所有|全部|你们?(?:这|家|店)/u;
/** One order, or goods that are not bought yet. */
const ofOne =
  /\b(?:that|this|the|my last|my latest|last) (?:[a-z]+ ){0,2}(?:order|one|parcel)\b(?!s)|\b(?:cart|basket|for (?:it|the|that|this|a|an)|free (?:delivery|shipping)|vip|member\w*|regular|refund\w*|deliver\w*|shipping)\b|[那这上]一?[单笔个双件]|购物车|包邮|运费|会员|熟客|vip|积分|退款|还差|满减/u;

const everything = /\b(?:so far|ever|all my orders|everything)\b|到现在|至今|所有|全部/u;

const dearest =
  /\b(?:dearest|most expensive|priciest|costliest|biggest|largest) (?:thing|item|one|order|purchase)?\b|\bwhat (?:cost|did i pay) (?:me )?(?:the )?most\b|最贵|花(?:得|的)?最多/u;
const ofBought =
  /\b(?:i|we)(?:'ve| have)? (?:ever )?(?:bought|ordered|paid|spent)\b|\bmy orders\b|我?(?:买过|买的|下过|订单)/u;

/** Of all of them, after one of them was told: "no, all of them together". */
const allOfThem =
  /^(?:(?:no|not just (?:that|one|this)(?: order| one)?|i mean|i meant|and|but|ok)[,.! ]+)*(?:all (?:of (?:them|it)|my orders|orders|together|the orders)|everything|altogether|in total|the total|overall)\b|(?:不是|不止|不光)(?:这|那)?一[单笔个]|(?:所有|全部|几单|都)(?:的)?(?:订单|单)?(?:都)?(?:加起来|一共|总共|合起来|算上)|^(?:那|是)?(?:所有|全部|总共|一共|加起来)(?:的)?(?:呢|多少)?[?!. ]*$/u;
/** Another time, after a sum was told: "and just November?", 光11月呢. */
const onlyThen =
  /^(?:(?:and|ok|so|but|just|only|what about|how about|what|since|in|for|during|from|until)[,. ]*)+|^(?:那|光|就|只(?:看|算)?|要是|从|单(?:看|算)?)|呢[?? ]*$/u;

const monthsBack =
  /\b(?:last|past) (\d{1,2}|two|three|four|six|nine|twelve) months\b|(?:最近|近|过去|这)([一二两三四六九\d]{1,2}|半)个?(月|年)/u;
const counts: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  six: 6,
  nine: 9,
  twelve: 12,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  六: 6,
  九: 9,
};
const upToNow = /\b(?:till|until|to|up to|through) (?:now|today)\b|到(?:现在|今天|目前|如今)|至今/u;
const thisYear = /\bthis year\b|今年/u;

/** The days that are spoken of, up to the day it is asked. */
const daysSaid = (folded: string, at: Date): DaysSaid | undefined => {
  const [, english, han, unit] = monthsBack.exec(folded) ?? [];
  const said = english ?? han;
  if (said !== undefined) {
    const count = said === '半' ? 6 : (counts[said] ?? Number(said)) * (unit === '年' ? 12 : 1);
    const from = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - count, at.getUTCDate()));
    return Number.isNaN(count) ? undefined : { from: from.toISOString().slice(0, 10) };
  }
  if (thisYear.test(folded)) return { from: `${at.getUTCFullYear()}-01-01` };
  const days = daysIn(folded, at);
  if (days?.from === undefined) return undefined;
  return upToNow.test(folded) ? { from: days.from } : days;
};

/** Undefined: no such sum is asked for. */
export const ordersSummed = (
  folded: string,
  at: Date,
  { ownAsked, turns, inCart = [] }: Pick<ConversationMemory, 'ownAsked' | 'turns' | 'inCart'>,
): OrdersSummed | undefined => {
  if (folded.length > longest) return undefined;
  const before = ownAsked && turns - ownAsked.at <= lasts ? ownAsked.matters : [];
  const isSummed = before.includes('sum');
  const days = daysSaid(folded, at);
  const meant = days ?? (isSummed ? ownAsked?.days : undefined);
  const of = meant ? { days: meant } : {};
  if (dearest.test(folded) && (isSummed || ofBought.test(folded)) && !ofOne.test(folded.replace(dearest, ' ')))
    return { ...of, dearest: true };
  if ((isSummed || before.includes('paid')) && allOfThem.test(folded)) return of;
  if (isSummed && days && folded.length <= 40 && onlyThen.test(folded)) return of;
  if (!spending.test(folded) || ofOne.test(folded)) return undefined;
  // Of a year, what it makes of somebody is told with it.
  if (asksOwnSpend(folded) && (thisYear.test(folded) || !(days || everything.test(folded)))) return undefined;
  // "How much is it all together", with goods in the cart, asks of those.
  if (!days && inCart.length > 0 && !ofBought.test(folded)) return undefined;
  return days || ofAll.test(folded) ? of : undefined;
};
