/** The one fact that is asked of a rule which was told: what comes off at most, from how much on, for whom, at which hours. */
import { fromMajor, toMajor } from '../../knowledge/domain/money.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import { wallClockAt } from '../../knowledge/domain/wall-clock.ts';
import { readNumber } from '../../knowledge/language/numbers.ts';
import { groupOf, groupsCombine } from '../offers/rules/rule.ts';
import { tellDeal } from '../offers/rules/tell-deal.ts';
import type { ReplyPart } from '../reply.ts';
import type { PromotionFacts } from '../turn-facts.ts';
import type { DealFact } from '../understand/deals/deal-fact.ts';
import { tellable } from './promotion-drafts.ts';

/** The deals that are counted before it where both stand on one order, and after it. */
const besides = (promotion: Promotion, promotions: PromotionFacts) => {
  const { shop } = promotions.context;
  const own = groupOf(promotion, shop);
  const others = tellable(promotions).flatMap(other => {
    const group = other.id === promotion.id ? null : groupOf(other, shop);
    return own && group && groupsCombine(own, group) ? [{ other, order: group.order }] : [];
  });
  const named = (isThere: (order: number) => boolean) =>
    others
      .filter(({ order }) => isThere(order))
      .sort((a, b) => a.order - b.order)
      .map(({ other }) => other.name);
  return { before: named(order => order < (own?.order ?? 0)), after: named(order => order > (own?.order ?? 0)) };
};

const moneySaid = /(?:¥ ?)?(\d{2,5})(?![%:\d]| ?(?:折|点|pm|am|g|ml|克|毫升))/u;
/** An amount that is held against the least that has to be spent. */
const amountIn = (folded: string): number | undefined => {
  const said = moneySaid.exec(folded)?.[1];
  return said === undefined ? undefined : Number(said);
};

/** Undefined: the rule has nothing of that kind, and is told as a whole. */
export const dealFact = (
  promotion: Promotion,
  fact: DealFact,
  folded: string,
  promotions: PromotionFacts,
): ReplyPart | undefined => {
  const deal = tellDeal(promotion, promotions.context);
  const { action } = promotion;
  if (fact === 'when') {
    const is = holdsThen(promotion, folded, promotions.context);
    return { kind: 'deal-terms', aspect: 'until', deal, examples: [], ...(is === undefined ? {} : { is }) };
  }
  if (fact === 'at-most' && !deal.atMost) return undefined;
  if (fact === 'gives' && (action.kind === 'gift' || action.kind === 'buy-x-get-y')) return undefined;
  const amount = fact === 'least' ? amountIn(folded) : undefined;
  const reaches =
    amount === undefined || !deal.least
      ? {}
      : { said: fromMajor(amount, deal.least.currency), reaches: amount >= toMajor(deal.least) };
  return { kind: 'deal-fact', fact, deal, ...besides(promotion, promotions), ...reaches };
};

const wh = /\b(?:what|which|when|how)\b|几点(?!半?(?:行|可以|能|还))|什么|啥|哪|多久|几号/u;
/** Whether it holds at the time that is asked about; undefined: no time is, or it is asked when it does. */
const holdsThen = (
  { conditions, endsAt }: Promotion,
  folded: string,
  { now, shop: { timeZone = 'UTC' } }: PromotionFacts['context'],
): boolean | undefined => {
  const hours = conditions.find(condition => condition.kind === 'hours');
  if (/\b(?:only|just) (?:on )?today\b|只有?今天|就今天|仅限今天/u.test(folded))
    return endsAt.getTime() - now.getTime() < 86_400_000;
  if (wh.test(folded)) return undefined;
  const wall = wallClockAt(now, timeZone);
  const isOn = (day: number): boolean => !hours?.days || hours.days.includes(day);
  if (/\bweekends?\b|周末/u.test(folded)) return isOn(0) && isOn(6);
  if (/\b(?:every ?day|daily)\b|每天|天天/u.test(folded)) return [0, 1, 2, 3, 4, 5, 6].every(isOn);
  const minute = minuteSaid(folded);
  if (minute !== undefined) return isOn(wall.weekday) && isWithin(hours, minute);
  if (/\bnow\b|现在/u.test(folded)) return isOn(wall.weekday) && isWithin(hours, wall.hour * 60 + wall.minute);
  return /\b(?:today|tonight)\b|今[天晚]/u.test(folded) ? isOn(wall.weekday) : undefined;
};

const minutesOf = (clock: string): number => {
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  return hour * 60 + minute;
};
const isWithin = (hours: { readonly from: string; readonly to: string } | undefined, minute: number): boolean => {
  if (!hours) return true;
  const [from, to] = [minutesOf(hours.from), minutesOf(hours.to)];
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
};

const clockEn = /\b(\d{1,2})(?::(\d\d))? ?(am|pm)\b|\b(\d{1,2}):(\d\d)\b/u;
const clockZh = /(早上|上午|中午|下午|晚上?|夜里)?(\d{1,2}|[一二两三四五六七八九十]{1,2})点(半)?/u;
/** In minutes of the day. */
const minuteSaid = (folded: string): number | undefined => {
  const [, hour, minute, half, hour24, minute24] = clockEn.exec(folded) ?? [];
  if (hour24 !== undefined) return Number(hour24) * 60 + Number(minute24);
  if (hour !== undefined) return ((Number(hour) % 12) + (half === 'pm' ? 12 : 0)) * 60 + Number(minute ?? 0);
  const [, part = '', han, halfPast] = clockZh.exec(folded) ?? [];
  if (han === undefined) return undefined;
  const named = readNumber(han);
  const isLate = /下午|晚|夜/u.test(part) && named < 12;
  return (named + (isLate ? 12 : 0)) * 60 + (halfPast ? 30 : 0);
};
