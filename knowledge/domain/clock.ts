/** Where the time comes from. Decisions take `now` as data; only composition roots read a clock. */
export type Clock = () => Date;

/**
 * The system clock that never runs backwards within this process: a step back repeats the latest time seen,
 * so that expiries, cool-downs and transcript order survive a corrected clock.
 */
export const steadyClock = (read: () => number = Date.now): Clock => {
  let latest = 0;
  return () => {
    latest = Math.max(latest, read());
    return new Date(latest);
  };
};
