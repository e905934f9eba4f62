import type { SparseRows } from './interactions.ts';
import type { Train } from './splits.ts';

const hourMilliseconds = 3_600_000;

/** What each shopper bought at one go, each product once: a row for every stretch of events each of which came at most `hours` after the one before. */
export const sittings = (train: Train, hours: number): SparseRows => {
  const start = [0];
  const cols: number[] = [];
  for (let s = 0; s + 1 < train.start.length; s++) {
    let met = new Set<number>();
    const end = (): void => {
      if (met.size === 0) return;
      cols.push(...[...met].sort((a, b) => a - b));
      start.push(cols.length);
      met = new Set();
    };
    for (let e = train.start[s]!; e < train.start[s + 1]!; e++) {
      if (e > train.start[s]! && train.at[e]! - train.at[e - 1]! > hours * hourMilliseconds) end();
      met.add(train.product[e]!);
    }
    end();
  }
  return { start: Int32Array.from(start), cols: Int32Array.from(cols), values: new Float32Array(cols.length).fill(1) };
};
