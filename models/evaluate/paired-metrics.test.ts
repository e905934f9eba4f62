import { expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { bootstrapInterval, pairedDifference, studentP } from './paired-metrics.ts';

it('gives the p values of the t tables', () => {
  expect(studentP(2.093, 19)).toBeCloseTo(0.05, 4);
  expect(studentP(2.861, 19)).toBeCloseTo(0.01, 4);
  expect(studentP(1, 1)).toBeCloseTo(0.5, 6);
  expect(studentP(0, 5)).toBeCloseTo(1, 9);
});

it('compares two learners split by split, and believes overlapping splits less', () => {
  const found = pairedDifference([3, 4, 6, 7], [2, 2, 5, 5], 0.3)!;
  expect(found.mean).toBe(1.5);
  expect(found.sd).toBeCloseTo(Math.sqrt(1 / 3), 12);
  expect(found.better).toBe(4);
  expect(found.pCorrected).toBeGreaterThan(found.p);
  expect(pairedDifference([1], [2], 0.3)).toBeNull();
  expect(pairedDifference([1, 2], [1, 2], 0.3)).toMatchObject({ mean: 0, p: 1 });
});

it('puts a mean between the quantiles of its bootstrap: 95 % of intervals hold the truth', () => {
  const random = seededRandom(1);
  let held = 0;
  for (let round = 0; round < 100; round++) {
    const values = Float64Array.from({ length: 80 }, random);
    const [low, high] = bootstrapInterval(80, rows => rows.reduce((s, i) => s + values[i]!, 0) / 80, round);
    if (low <= 0.5 && 0.5 <= high) held += 1;
  }
  expect(held).toBeGreaterThan(86);
});
