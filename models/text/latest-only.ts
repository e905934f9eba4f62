/** Long work of which only the newest request is of use: one at a time, and none that a newer one has made stale. */

/** What was asked for was overtaken by a newer request, or is no longer wanted at all. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
}

export interface LatestOnly<T> {
  /**
   * The same key as the last one's shares its promise, and one that failed is not tried again. `run` is begun when the one before has
   * ended, unless it is stale by then: such a one rejects with Overtaken.
   */
  of(key: string, run: (isStale: () => boolean) => Promise<T>): Promise<T>;
  /** Makes all of it stale. */
  end(): Promise<void>;
}

/** `stop`: ends what is running, which then rejects. */
export const latestOnly = <T>(stop: () => Promise<void>): LatestOnly<T> => {
  let latest: string | null = null;
  let result: Promise<T> | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const failed = new Map<string, Promise<T>>();
  let count = 0;
  return {
    of(key, run) {
      const known = latest === key ? result : failed.get(key);
      if (known) return known;
      const mine = ++count;
      const isStale = (): boolean => mine !== count;
      const before = running;
      const made = (async () => {
        await stop();
        await before;
        try {
          if (isStale()) throw new Overtaken();
          return await run(isStale);
        } catch (fault) {
          throw isStale() ? new Overtaken() : fault;
        }
      })();
      latest = key;
      result = made;
      running = made.catch((fault: unknown) => {
        if (!(fault instanceof Overtaken)) failed.set(key, made);
      });
      return made;
    },
    async end() {
      count++;
      latest = null;
      await stop();
    },
  };
};
