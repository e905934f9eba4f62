/** Days and times on the clock of the shop's time zone. */
import type { Language } from '../../../knowledge/domain/language.ts';

/** As the shop's wall clock shows it; month 1..12. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  return format;
};

export const wallTimeOf = (at: Date, timeZone = 'UTC'): WallTime => {
  const parts = formatOf(timeZone).formatToParts(at);
  const read = (type: string): number => Number(parts.find(p => p.type === type)?.value);
  return {
    year: read('year'),
    month: read('month'),
    day: read('day'),
    hour: read('hour'),
    minute: read('minute'),
  };
};

const utcOf = ({ year, month, day, hour, minute }: WallTime): number => Date.UTC(year, month - 1, day, hour, minute);

/**
 * The moment at which the shop's clock shows this; days and months may run over, as in Date.UTC. Where a change to
 * summer time leaves the hour out it is the moment an hour later, where it comes twice the first.
 */
export const momentOf = (wall: WallTime, timeZone = 'UTC'): Date => {
  const wanted = utcOf(wall);
  const offset = (at: number): number => utcOf(wallTimeOf(new Date(at), timeZone)) - at;
  const early = offset(wanted - 86_400_000);
  const late = offset(wanted + 86_400_000);
  for (const guess of [wanted - early, wanted - late]) if (offset(guess) === wanted - guess) return new Date(guess);
  return new Date(wanted - Math.min(early, late));
};

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const monthOf = (name: string): number =>
  months.findIndex(m => m.toLowerCase().startsWith(name.slice(0, 3))) + 1;

const two = (n: number): string => String(n).padStart(2, '0');
const clock = ({ hour, minute }: WallTime): string => `${two(hour)}:${two(minute)}`;

const dayText = ({ year, month, day }: WallTime, language: Language): string =>
  language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1]} ${year}`;

/** "1 November 2026", with the time of day unless it is midnight. */
export const startText = (at: Date, language: Language, timeZone?: string): string => {
  const wall = wallTimeOf(at, timeZone);
  if (wall.hour === 0 && wall.minute === 0) return dayText(wall, language);
  return language === 'zh' ? `${dayText(wall, language)}${clock(wall)}` : `${dayText(wall, language)}, ${clock(wall)}`;
};

/** An end at midnight is told as the whole day before it: nobody reads "until 1 December" as "not on that day". */
export const endText = (at: Date, language: Language, timeZone?: string): string => {
  const wall = wallTimeOf(at, timeZone);
  if (wall.hour !== 0 || wall.minute !== 0) return startText(at, language, timeZone);
  const before = wallTimeOf(new Date(at.getTime() - 1), timeZone);
  return language === 'zh' ? `${dayText(before, language)}` : `the end of ${dayText(before, language)}`;
};

/** The same with the zone's name, for a reader who may be elsewhere. */
export const zoneName = (timeZone: string | undefined, language: Language): string => {
  if (timeZone === undefined || timeZone === 'UTC') return 'UTC';
  if (timeZone === 'Asia/Shanghai') return language === 'zh' ? '北京时间' : 'Beijing time';
  return timeZone.split('/').at(-1)!.replaceAll('_', ' ') + (language === 'zh' ? '时间' : ' time');
};
