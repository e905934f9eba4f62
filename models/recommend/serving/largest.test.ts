import { expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { largestAt } from './largest.ts';

it('the n-th largest is what sorting says, with equals and with nothing but equals', () => {
  const random = seededRandom(1);
  const cases = [
    Float32Array.from({ length: 300 }, () => random() - 0.5),
    Float32Array.from({ length: 300 }, () => Math.floor(random() * 5)),
    new Float32Array(64).fill(2),
    Float32Array.of(3, Number.NEGATIVE_INFINITY, 1, Number.NEGATIVE_INFINITY),
    Float32Array.of(7),
  ];
  for (const values of cases) {
    const before = values.slice();
    const sorted = values.slice().sort().reverse();
    for (let place = 1; place <= values.length; place++) expect(largestAt(values, place)).toBe(sorted[place - 1]);
    expect(values).toEqual(before);
  }
});
