/** The day in the future that a message speaks of: "by friday", 周五前, "the 18th", 10号. Takes folded text. */
import { readNumber } from '../../../knowledge/language/numbers.ts';
import { daysIn } from './dates-said.ts';

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const weekdayEn = /\b(this |next |coming )?(sun|mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?)(?:day)?\b/u;
const weekdayZh = /(下{1,2}个?|[这本]个?)?(?:周|星期|礼拜)([一二三四五六日天])/u;
const dateAlone =
  /\b(?:the )?(\d{1,2})(?:st|nd|rd|th)\b(?! (?:one|order|item))|(?<![\d月.])(\d{1,2})[号日](?!楼|店|线|码)/u;
/** 12月20, "12/20". */
const dateBare = /(\d{1,2})月(\d{1,2})(?!\d|[号日])|\b(\d{1,2})\/(\d{1,2})\b/u;
const weekend = /\bweekend\b|周末/u;
const monthEnd = /\bend of (?:the|this) month\b|月底/u;
const newYear = /\bspring festival\b|\bchinese new year\b|\blunar new year\b|春节|过年|年前|除夕/u;
/** "Within three days", 一周内: counted from today. */
const withinEn =
  /\b(?:within|in under|in (?:the next )?|under|inside)(?: (?:about|the next))? ?(\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:working )?(days?|weeks?)\b(?! (?:of|after|ago))/u;
const withinZh = /(\d{1,2}|[一二两三四五六七八九十]{1,2})个?(天|周|星期|礼拜)(?:之|以)?内/u;
const mostDays = 31;
const order = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const midnight = (at: Date): number => Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate());

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const mostOfYear = 390;
/** The next first day of the Chinese year, which the calendar here may have a day late. */
const springFestival = (now: number): number => {
  for (let days = 1; days <= mostOfYear; days += 1) {
    const parts = chinese.formatToParts(new Date(now + days * day));
    const is = (type: string): boolean => parts.find(part => part.type === type)?.value === '1';
    if (is('month') && is('day')) return now + days * day;
  }
  return now;
};

const dayOfWeek = (now: number, index: number, weeks: number): number => {
  const monday = now - ((new Date(now).getUTCDay() + 6) % 7) * day;
  return monday + (((index + 6) % 7) + 7 * weeks) * day;
};

/** On a Tuesday "by Tuesday" is a week ahead: that day is called today. */
const weekdayAhead = (now: number, index: number, weeks: number): number => {
  const then = dayOfWeek(now, index, weeks);
  return weeks === 0 && then <= now ? then + 7 * day : then;
};

const daysWithin = (folded: string): number | undefined => {
  const found = withinEn.exec(folded) ?? withinZh.exec(folded);
  if (!found) return undefined;
  const count = /^an?$/.test(found[1]!) ? 1 : readNumber(found[1]!);
  const days = count === undefined ? undefined : /^day|天/u.test(found[2]!) ? count : 7 * count;
  return days !== undefined && days >= 1 && days <= mostDays ? days : undefined;
};

/** The last day that is meant by it, as 2026-12-20; undefined: none that lies ahead. `today`: the day in the shop, at midnight UTC. */
export const dayAhead = (folded: string, today: Date): string | undefined => {
  const now = midnight(today);
  const within = daysWithin(folded);
  if (within !== undefined) return iso(now + within * day);
  const zh = weekdayZh.exec(folded);
  if (zh) {
    const weeks = zh[1]?.startsWith('下下') ? 2 : zh[1]?.startsWith('下') ? 1 : 0;
    return iso(weekdayAhead(now, '日一二三四五六'.indexOf(zh[2] === '天' ? '日' : zh[2]!), weeks));
  }
  const en = weekdayEn.exec(folded);
  if (en) return iso(weekdayAhead(now, order.indexOf(en[2]!.slice(0, 3)), en[1]?.startsWith('next') ? 1 : 0));
  if (newYear.test(folded)) return iso(springFestival(now) - 2 * day);
  if (monthEnd.test(folded)) return iso(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 0));
  if (weekend.test(folded)) return iso(dayOfWeek(now, 0, /\bnext weekend\b|下(?:个|一个)?周末/u.test(folded) ? 1 : 0));
  const said = daysIn(folded, today);
  const last = said?.to ?? said?.from;
  if (last !== undefined && last >= iso(now)) return last;
  const bare = dateBare.exec(folded);
  if (bare) {
    const [month, date] = [Number(bare[1] ?? bare[3]), Number(bare[2] ?? bare[4])];
    const then = Date.UTC(today.getUTCFullYear(), month - 1, date);
    return iso(then < now ? Date.UTC(today.getUTCFullYear() + 1, month - 1, date) : then);
  }
  const alone = dateAlone.exec(folded);
  if (!alone) return undefined;
  const date = Number(alone[1] ?? alone[2]);
  if (!(date >= 1 && date <= 31)) return undefined;
  const then = Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), date);
  return iso(then < now ? Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, date) : then);
};
