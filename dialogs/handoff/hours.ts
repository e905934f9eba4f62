import type { OpenHours } from '../../knowledge/domain/desk.ts';
import { wallClockAt } from '../../knowledge/domain/wall-clock.ts';

const minute = 60_000;
const day = 1_440;

/** Weekday and minute of the day that the wall clock of the zone shows. */
const wallClock = (at: Date, timeZone: string): { readonly weekday: number; readonly minute: number } => {
  const { weekday, hour, minute } = wallClockAt(at, timeZone);
  return { weekday, minute: hour * 60 + minute };
};

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const covers = ({ days, from, to }: OpenHours, weekday: number, at: number): boolean => {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  if (start < end) return days.includes(weekday) && at >= start && at < end;
  // Over midnight: the evening of a listed day, or the morning after one.
  return (days.includes(weekday) && at >= start) || (days.includes((weekday + 6) % 7) && at < end);
};

/** No hours: always open. */
export const isOpen = (hours: readonly OpenHours[], timeZone: string, now: Date): boolean => {
  if (hours.length === 0) return true;
  const { weekday, minute: at } = wallClock(now, timeZone);
  return hours.some(h => covers(h, weekday, at));
};

/** When it opens next, to the minute; null when it never does within eight days. `now` itself when open. */
export const nextOpening = (hours: readonly OpenHours[], timeZone: string, now: Date): Date | null => {
  if (isOpen(hours, timeZone, now)) return now;
  const starts = new Set(hours.map(h => minutesOf(h.from)));
  const first = Math.ceil(now.getTime() / minute);
  for (let i = 0; i <= 8 * day; ) {
    const at = new Date((first + i) * minute);
    const wall = wallClock(at, timeZone);
    // Only a start can be an opening: go from one to the next, looking again since a clock change moves the wall clock.
    if (starts.has(wall.minute) && isOpen(hours, timeZone, at)) return at;
    const ahead = [...starts].map(s => (s - wall.minute + day) % day || day);
    const step = Math.min(...ahead);
    i += step > 90 ? step - 70 : 1;
  }
  return null;
};

/** The moment the day of `at` began on the clock of the zone, to the minute. */
export const zonedDay = (at: Date, timeZone: string): Date => {
  const wall = wallClock(at, timeZone);
  const guess = new Date(Math.floor(at.getTime() / minute) * minute - wall.minute * minute);
  // A clock change in between moves it by what the wall clock is off then.
  const off = wallClock(guess, timeZone).minute;
  return new Date(guess.getTime() - (off > day / 2 ? off - day : off) * minute);
};
