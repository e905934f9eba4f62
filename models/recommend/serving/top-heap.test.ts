import { expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { BestRows } from './score-sheet.ts';
import { TopHeap } from './top-heap.ts';

it('keeps the rows that BestRows keeps, in the same order, equal scores by row', () => {
  const random = seededRandom(1);
  for (const [size, offered, values] of [
    [0, 5, 3],
    [1, 50, 10],
    [7, 5, 100],
    [100, 100, 20],
    [100, 2000, 1e9],
    [300, 3000, 40],
  ] as const) {
    const [heap, best] = [new TopHeap(size), new BestRows(size)];
    for (let round = 0; round < 3; round++) {
      heap.clear();
      best.clear();
      for (let o = 0; o < offered; o++) {
        const [row, score] = [Math.floor(random() * 1e6), Math.floor(random() * values) / 7 - 1];
        heap.offer(row, score);
        best.offer(row, score);
      }
      heap.sort();
      expect(heap.count).toBe(best.count);
      expect(heap.rows.subarray(0, heap.count)).toEqual(best.rows.subarray(0, best.count));
      expect(heap.scores.subarray(0, heap.count)).toEqual(best.scores.subarray(0, best.count));
    }
  }
});
