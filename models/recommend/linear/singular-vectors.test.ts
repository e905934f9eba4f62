import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { SparseRows } from '../../data/interactions.ts';
import { singularVectors } from './singular-vectors.ts';

const sparse = (rows: readonly (readonly number[])[]): SparseRows => {
  const entries = rows.map(row => row.flatMap((value, col) => (value === 0 ? [] : [{ col, value }])));
  const start = [0];
  for (const row of entries) start.push(start.at(-1)! + row.length);
  return {
    start: Int32Array.from(start),
    cols: Int32Array.from(entries.flat(), entry => entry.col),
    values: Float32Array.from(entries.flat(), entry => entry.value),
  };
};

describe('singular vectors', () => {
  it('are found, strongest first, with nothing beyond the rank', () => {
    // 3 · (.6, .8, 0, 0), 1 · (0, 0, 1, 0) and .3 · (-.8, .6, 0, 0), seen by four rows that are orthonormal halves.
    const rows = [
      [0.9 - 0.12, 1.2 + 0.09, 0.5, 0],
      [0.9 - 0.12, 1.2 + 0.09, -0.5, 0],
      [0.9 + 0.12, 1.2 - 0.09, 0.5, 0],
      [0.9 + 0.12, 1.2 - 0.09, -0.5, 0],
    ];
    const { right, values } = singularVectors(sparse(rows), 4, 4, seededRandom(1));
    const column = (k: number): number[] => [0, 1, 2, 3].map(r => Math.abs(right[r * 4 + k]!));
    const expected = [
      [3, [0.6, 0.8, 0, 0]],
      [1, [0, 0, 1, 0]],
      [0.3, [0.8, 0.6, 0, 0]],
      [0, [0, 0, 0, 0]],
    ] as const;
    for (const [k, [value, vector]] of expected.entries()) {
      expect(values[k]).toBeCloseTo(value, 3);
      for (const [r, entry] of column(k).entries()) expect(entry).toBeCloseTo(vector[r]!, 3);
    }
  });

  it('stop within a round that takes too long, with what the rounds before came to', () => {
    const random = seededRandom(2);
    const rows = Array.from({ length: 600 }, () => Array.from({ length: 25 }, () => (random() < 0.2 ? 1 : 0)));
    const afterLooks = (most: number) => {
      let looks = 0;
      return { ...singularVectors(sparse(rows), 25, 6, seededRandom(3), () => ++looks > most), looks: () => looks };
    };
    // Six columns to begin with, then three looks at the rows and six columns a round.
    for (const most of [0, 3, 7, 12]) {
      const { values, looks } = afterLooks(most);
      expect(values).toEqual(new Float64Array(6));
      expect(looks()).toBe(most + 1);
    }
    const firstRound = afterLooks(15);
    expect(firstRound.values[0]).toBeGreaterThan(0);
    expect(afterLooks(20).right).toEqual(firstRound.right);
    expect(afterLooks(24).right).not.toEqual(firstRound.right);
  });

  it('are orthonormal for a matrix of any sort, and the same for one seed', () => {
    const random = seededRandom(2);
    const rows = Array.from({ length: 60 }, () => Array.from({ length: 25 }, () => (random() < 0.2 ? 1 : 0)));
    const { right } = singularVectors(sparse(rows), 25, 6, seededRandom(3));
    for (let i = 0; i < 6; i++)
      for (let j = 0; j <= i; j++) {
        let product = 0;
        for (let r = 0; r < 25; r++) product += right[r * 6 + i]! * right[r * 6 + j]!;
        expect(product).toBeCloseTo(i === j ? 1 : 0, 6);
      }
    expect(singularVectors(sparse(rows), 25, 6, seededRandom(3)).right).toEqual(right);
  });
});
