/** Long work in steps: at every `yield` something else may have its turn. */
export type Steps<T> = Generator<void, T, void>;

/** The work done here and now. */
export const atOnce = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** The work done beside the turns that are going on: after so many milliseconds whoever waits goes first. */
export const inSlices = async <T>(steps: Steps<T>, sliceMilliseconds = 8): Promise<T> => {
  for (;;) {
    const until = performance.now() + sliceMilliseconds;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await new Promise(resolve => setImmediate(resolve));
  }
};
