import { expect, test } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { excesses, fitTaken } from './evenness.ts';
import { best, without } from './intent-judge.ts';

test('a class owes the logarithm of how many times its even share it has', () => {
  const found = excesses([0, 0, 0, 1], 2);
  expect(found[0]).toBeCloseTo(Math.log(1.5));
  expect(found[1]).toBeCloseTo(Math.log(0.5));
  expect(excesses([0], 2)[1]).toBeCloseTo(0);
});

test('a rare class that is always outvoted is heard again, and even classes keep their scores', () => {
  // One number tells two classes apart, faintly; the scores are the true log-odds, so that the frequent one always wins.
  const random = seededRandom(1);
  const labels = Array.from({ length: 2_000 }, () => (random() < 0.1 ? 1 : 0));
  const signal = labels.map(label => label + random() + random() + random() + random());
  const scoresAt = (odds: number): Float64Array[] => signal.map(x => Float64Array.of(odds, 3 * (x - 2.5)));
  const hits = (scores: readonly Float64Array[], taken: Float64Array): number =>
    scores.filter((s, i) => labels[i] === 1 && best(without(s, taken)) === 1).length;

  const uneven = scoresAt(Math.log(9));
  const taken = fitTaken(uneven, 1, excesses(labels, 2));
  expect(taken[0]).toBeGreaterThan(0);
  expect(taken[1]).toBeLessThan(0);
  expect(hits(uneven, taken)).toBeGreaterThan(hits(uneven, new Float64Array(2)));

  expect([...fitTaken(uneven, 1, excesses([0, 1], 2))].map(Math.abs)).toEqual([0, 0]);
});
