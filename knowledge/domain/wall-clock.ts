/** What the clock on the wall shows in a time zone, so that rules of days and hours follow changes to summer time. */
export interface WallClock {
  /** 0 Sunday .. 6 Saturday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** Made once per zone: making a formatter takes far longer than using it. */
const clocks = new Map<string, Intl.DateTimeFormat>();
const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  let clock = clocks.get(timeZone);
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
};

/** `timeZone`: an IANA name; throws RangeError on any other. */
export const wallClockAt = (at: Date, timeZone: string): WallClock => {
  const parts = clockOf(timeZone).formatToParts(at);
  const part = (type: string): string => parts.find(p => p.type === type)?.value ?? '';
  return { weekday: weekdays.indexOf(part('weekday')), hour: Number(part('hour')), minute: Number(part('minute')) };
};
