/** Days a message speaks of, in either language, counted from the day it was sent. Takes folded text; days are UTC. */
import { englishNumber, readNumber } from '../../../knowledge/language/numbers.ts';

/** First and last day, inclusive, as in 2026-11-03. One of the two alone: "before", "since". */
export interface DaysSaid {
  readonly from?: string;
  readonly to?: string;
}

const day = 86_400_000;
const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const vague: Readonly<Record<string, number>> = { 'a couple of': 2, 'a few': 3, 半: 0.5, 几: 3 };
const countOf = (said: string): number => vague[said] ?? readNumber(said);

type Span = readonly [from: number, to: number];
interface Today {
  /** Midnight of the day the message was sent. */
  readonly now: number;
  readonly year: number;
  readonly month: number;
  /** Monday of this week. */
  readonly monday: number;
}
const on = (time: number): Span => [time, time];
const monthSpan = (year: number, month: number): Span => [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 0)];
/** The next time this day comes, or the last time it came, whichever is nearer. */
const nearest = (today: Today, month: number, date: number): Span => {
  const all = [-1, 0, 1].map(years => Date.UTC(today.year + years, month, date));
  return on(all.reduce((best, t) => (Math.abs(t - today.now) < Math.abs(best - today.now) ? t : best)));
};
/** The last day of that number, this month or the one before. */
const latestOn = (today: Today, date: number): Span | null => {
  if (date < 1 || date > 31) return null;
  const here = Date.UTC(today.year, today.month, date);
  return on(here <= today.now ? here : Date.UTC(today.year, today.month - 1, date));
};
const monthNames =
  'january|february|march|april|may|june|july|august|september|sept|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec';
/** From one month through another, in the year in which it is nearest. */
const monthsSpan = (today: Today, from: number, to: number): Span | null => {
  if (from < 0 || from > 11 || to < 0 || to > 11) return null;
  const ahead = (from - today.month + 12) % 12;
  const first = today.month + (ahead < 6 ? ahead : ahead - 12);
  return [Date.UTC(today.year, first, 1), Date.UTC(today.year, first + ((to - from + 12) % 12) + 1, 0)];
};
const seasons: Readonly<Record<string, number>> = {
  spring: 2,
  春: 2,
  summer: 5,
  夏: 5,
  autumn: 8,
  fall: 8,
  秋: 8,
  winter: 11,
  冬: 11,
};
/** The three months of it that began last. */
const latestSeason = (today: Today, said: string): Span => {
  const first = seasons[said]!;
  const year = first <= today.month ? today.year : today.year - 1;
  return [Date.UTC(year, first, 1), Date.UTC(year, first + 3, 0)];
};
/** The fourth Friday of November. */
const blackFriday = (today: Today): Span => {
  const first = new Date(Date.UTC(today.year, 10, 1)).getUTCDay();
  return on(Date.UTC(today.year, 10, 1 + ((5 - first + 7) % 7) + 21));
};

const weekdayIndex = (said: string): number =>
  said.length <= 1
    ? '日一二三四五六'.indexOf(said === '天' ? '日' : said)
    : weekdays.findIndex(w => w.startsWith(said.slice(0, 3)));

const weekday = (today: Today, index: number, weeks: number): Span =>
  on(today.monday + (((index + 6) % 7) + 7 * weeks) * day);

const unitDays = (unit: string): number =>
  /^(?:week|周|星期|礼拜)/u.test(unit) ? 7 : /^(?:month|个?月)/u.test(unit) ? 30 : /^(?:year|年)/u.test(unit) ? 365 : 1;

const shifts: Readonly<Record<string, number>> = {
  last: -1,
  past: -1,
  previous: -1,
  this: 0,
  next: 1,
  coming: 1,
  上: -1,
  这: 0,
  本: 0,
  下: 1,
  上上: -2,
  下下: 2,
};

const whole = (today: Today, shift: number, unit: string): Span => {
  if (/^(?:week|周|星期|礼拜)$/u.test(unit))
    return [today.monday + 7 * shift * day, today.monday + (7 * shift + 6) * day];
  if (/^(?:weekend|周末)$/u.test(unit))
    return [today.monday + (7 * shift + 5) * day, today.monday + (7 * shift + 6) * day];
  if (/^(?:month|个?月)$/u.test(unit)) return monthSpan(today.year, today.month + shift);
  return [Date.UTC(today.year + shift, 0, 1), Date.UTC(today.year + shift, 11, 31)];
};

type Reader = readonly [RegExp, (match: RegExpExecArray, today: Today) => Span | null];
const number = `(\\d{1,3}|a couple of|a few|${englishNumber}|an?)`;
const hanNumber = '(\\d{1,3}|[一二两三四五六七八九十百]{1,4}|[半几])';

const readers: readonly Reader[] = [
  [/\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, m => on(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])))],
  [
    /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:[日号]|(?=的|那|买|下单|拍|订))/u,
    (m, t) =>
      m[1] ? on(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3]))) : nearest(t, Number(m[2]) - 1, Number(m[3])),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${months.join('|')})[a-z]*\\b`),
    (m, t) => nearest(t, months.indexOf(m[2]!), Number(m[1])),
  ],
  [
    new RegExp(`\\b(${months.join('|')})[a-z]* (\\d{1,2})(?:st|nd|rd|th)?\\b`),
    (m, t) => nearest(t, months.indexOf(m[1]!), Number(m[2])),
  ],
  [/\bday before yesterday\b|前天/u, (_, t) => on(t.now - 2 * day)],
  // The day of a month that is not named: "in my parcel of the 8th", 29号那单.
  [
    /\b(?:of|on|from|since) the (\d{1,2})(?:st|nd|rd|th)\b(?! (?:one|pair|item|order|product))|(?<![\d月])(\d{1,2})[号日](?=(?:早上|上午|中午|下午|晚上|就|才|已经|都|你们|那边|我)*(?:那|下|买|拍|订|签|收|到|寄|送|退|的(?:那|单|订单|包裹|快递)))/u,
    (m, t) => latestOn(t, Number(m[1] ?? m[2])),
  ],
  [
    /\b(?:\d{1,2}|a few|a couple of|five|ten|fifteen|twenty|thirty) (?:minutes?|mins?|hours?) ago\b|\b(?:half an|an) hour ago\b|\bthis (?:morning|afternoon|evening)\b|(?:几|\d{1,2}|[一两二三五十半]{1,2})(?:分钟|个?小时|个?钟头?)(?:之|以)?前|今早/u,
    (_, t) => on(t.now),
  ],
  [/\byesterday\b|昨[天晚]/u, (_, t) => on(t.now - day)],
  [/\bday after tomorrow\b|后天/u, (_, t) => on(t.now + 2 * day)],
  [/\btomorrow\b|明[天晚]/u, (_, t) => on(t.now + day)],
  [/\btoday\b|\btonight\b|今[天晚]/u, (_, t) => on(t.now)],
  [
    new RegExp(`\\b${number} (days?|weeks?|months?|years?) ago\\b`),
    (m, t) => on(t.now - Math.round(countOf(m[1]!) * unitDays(m[2]!)) * day),
  ],
  [
    new RegExp(`\\bin ${number} (days?|weeks?|months?)\\b`),
    (m, t) => on(t.now + Math.round(countOf(m[1]!) * unitDays(m[2]!)) * day),
  ],
  [
    new RegExp(`${hanNumber} ?(天|周|星期|礼拜|个月|年)(?:以|之)?前`, 'u'),
    (m, t) => on(t.now - Math.round(countOf(m[1]!) * unitDays(m[2]!)) * day),
  ],
  [
    new RegExp(`${hanNumber} ?(天|周|星期|礼拜|个月)(?:以|之)?后`, 'u'),
    (m, t) => on(t.now + Math.round(countOf(m[1]!) * unitDays(m[2]!)) * day),
  ],
  [
    /\b(last|this|next|coming) (sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/,
    (m, t) => weekday(t, weekdayIndex(m[2]!), shifts[m[1]!]!),
  ],
  [
    /(上上|下下|上|下|这|本)(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u,
    (m, t) => weekday(t, weekdayIndex(m[2]!), shifts[m[1]!]!),
  ],
  [/\b(last|past|previous|this|next|coming) (week|weekend|month|year)\b/, (m, t) => whole(t, shifts[m[1]!]!, m[2]!)],
  [/(上上|下下|上|下|这|本)(?:个)?(周末|周|星期|礼拜|月)/u, (m, t) => whole(t, shifts[m[1]!]!, m[2]!)],
  [
    /\b(?:on |by |before |until )(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/,
    (m, t) => {
      const span = weekday(t, weekdayIndex(m[1]!), 0);
      return span[0] < t.now ? weekday(t, weekdayIndex(m[1]!), 1) : span;
    },
  ],
  // A month by its name, or one of two: 9月还是10月, "in September or October".
  [
    /(?<![\d个一二三四五六七八九十])(\d{1,2}|十[一二]|[一二三四五六七八九十])月份?(?:(?:还是|或者?|和|到)(\d{1,2}|十[一二]|[一二三四五六七八九十])月份?)?(?![\d龄大])/u,
    (m, t) => monthsSpan(t, readNumber(m[1]!) - 1, readNumber(m[2] ?? m[1]!) - 1),
  ],
  [
    new RegExp(
      `\\b(?:in|of|from|during|back in|since|before|until) (?:early |mid |late )?(${monthNames})(?:,? (?:or|and|to) (?:in )?(${monthNames}))?\\b`,
    ),
    (m, t) => monthsSpan(t, months.indexOf(m[1]!.slice(0, 3)), months.indexOf((m[2] ?? m[1])!.slice(0, 3))),
  ],
  // "And the August one?"
  [
    new RegExp(`\\b(?:the|my|that|your) (${monthNames}) (?:one|order|parcel|delivery|purchase|shipment)s?\\b`),
    (m, t) => monthsSpan(t, months.indexOf(m[1]!.slice(0, 3)), months.indexOf(m[1]!.slice(0, 3))),
  ],
  // "Ok, August then".
  [
    new RegExp(
      `^(?:(?:ah|oh|ok|okay|no|sorry|then|well|maybe|right|hm+|so|it was|it must have been)[,. ]+)*(${monthNames}) then\\b`,
    ),
    (m, t) => monthsSpan(t, months.indexOf(m[1]!.slice(0, 3)), months.indexOf(m[1]!.slice(0, 3))),
  ],
  [
    /\b(?:(?:in|over|during|from|of) (?:the |last |this )?|last |this |my )(spring|summer|autumn|fall|winter)\b|(春|夏|秋|冬)[天季](?!的?(?:衣|款|外套|鞋|装|穿))/u,
    (m, t) => latestSeason(t, m[1] ?? m[2]!),
  ],
  [/去年/u, (_, t) => whole(t, -1, 'year')],
  [/明年/u, (_, t) => whole(t, 1, 'year')],
  [/双十一|双11|double eleven|singles'? day/u, (_, t) => nearest(t, 10, 11)],
  [/双十二|双12/u, (_, t) => nearest(t, 11, 12)],
  [/(?<!\d)618(?!\d)/u, (_, t) => nearest(t, 5, 18)],
  [/\bblack friday\b|黑五|黑色星期五/u, (_, t) => blackFriday(t)],
  [/\bchristmas eve\b|平安夜/u, (_, t) => nearest(t, 11, 24)],
  [/\bchristmas\b|\bxmas\b|圣诞/u, (_, t) => nearest(t, 11, 25)],
  [/\bnew year's eve\b|跨年/u, (_, t) => nearest(t, 11, 31)],
  [/\bnew year\b|元旦/u, (_, t) => nearest(t, 0, 1)],
  [/\bvalentine'?s?(?: day)?\b|情人节/u, (_, t) => nearest(t, 1, 14)],
  [/国庆/u, (_, t) => nearest(t, 9, 1)],
  [/儿童节|六一/u, (_, t) => nearest(t, 5, 1)],
];

const beforeIt = /\b(?:before|by|until|till|no later than)(?: the)? $|(?:在|赶在)$/;
const sinceIt = /\b(?:since|after)(?: the)? $|(?:从|自)$/u;
const untilAfter = /^ ?(?:之前|以前|前|为止)/u;
const sinceAfter = /^ ?(?:之后|以后|起|开始|至今)/u;

/** The first stretch of days named; undefined when none is. Never throws: a day that does not exist is none. */
export const daysIn = (folded: string, sentAt: Date): DaysSaid | undefined => {
  const now = Date.UTC(sentAt.getUTCFullYear(), sentAt.getUTCMonth(), sentAt.getUTCDate());
  const today: Today = {
    now,
    year: sentAt.getUTCFullYear(),
    month: sentAt.getUTCMonth(),
    monday: now - ((sentAt.getUTCDay() + 6) % 7) * day,
  };
  for (const [pattern, read] of readers) {
    const match = pattern.exec(folded);
    const span = match ? read(match, today) : null;
    if (!match || !span?.every(t => Number.isFinite(t) && Math.abs(t) < 8.64e15)) continue;
    const lead = folded.slice(0, match.index) + (/^(?:by|before|until|since) /.exec(match[0])?.[0] ?? '');
    const rest = folded.slice(match.index + match[0].length);
    const [from, to] = span;
    if (untilAfter.test(rest) || (beforeIt.test(lead) && !sinceAfter.test(rest))) return { to: iso(to) };
    if (sinceIt.test(lead) || sinceAfter.test(rest)) return { from: iso(from) };
    return { from: iso(from), to: iso(to) };
  }
  return undefined;
};
