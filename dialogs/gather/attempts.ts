/** Reads of a turn that may fail without failing the turn. */

/** What it reads, or `without` where the store is down; `what` names it for the shopper. */
export type Attempt = <T>(what: string, read: () => Promise<T>, without: T) => Promise<T>;

export interface Attempts {
  readonly attempt: Attempt;
  /** Grows with each kind of read that failed, each named once. */
  readonly unavailable: readonly string[];
}

export const attempts = (): Attempts => {
  const unavailable: string[] = [];
  return {
    unavailable,
    attempt: async (what, read, without) => {
      try {
        return await read();
      } catch (fault) {
        // A store that is down is told; a mistake of ours is a fault of the whole turn, or nobody would ever see it.
        if (fault instanceof TypeError || fault instanceof ReferenceError || fault instanceof RangeError) throw fault;
        if (!unavailable.includes(what)) unavailable.push(what);
        return without;
      }
    },
  };
};
