/** How long something takes, measured against other work of the same run: no clock of a machine, busy or slow, decides a test. */

/** What any text of a shopper has: words, numbers, marks, both scripts. */
const ordinary =
  'I would like 2 jackets for the rain, size L, and a mug under $30. 想买一件防水的外套，三百以内。'.repeat(400);
const words = /[a-z]+|\p{Script=Han}+|\d+/giu;

/** Reads some 36,000 ordinary characters, four times over: some two milliseconds where these lines were written. */
const yardstick = (): number => {
  let read = 0;
  for (let round = 0; round < 4; round++)
    for (const [word] of ordinary.normalize('NFKC').toLowerCase().matchAll(words)) read += word.length;
  return read;
};

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

/**
 * How many times the work of `than` `work` takes: the least of each, in turn, so that what else the machine does counts for neither.
 * Stops at the first try below `enough`, and after ten.
 */
export const workOf = (work: () => unknown, enough: number, than: () => unknown = yardstick): number => {
  let own = Number.POSITIVE_INFINITY;
  let rod = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 10 && !(own / rod < enough); tries++) {
    rod = Math.min(rod, timed(than));
    own = Math.min(own, timed(work));
  }
  return own / rod;
};
