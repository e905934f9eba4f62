import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { invertSymmetric } from './invert.ts';

describe('inverting a symmetric positive definite matrix', () => {
  it.each([1, 2, 63, 64, 65, 150])('%i × %i: the product with the inverse is the identity', n => {
    const random = seededRandom(n);
    const half = Float32Array.from({ length: n * n }, () => random() - 0.5);
    const a = new Float32Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = i === j ? 5 : 0;
        for (let k = 0; k < n; k++) sum += half[i * n + k]! * half[j * n + k]!;
        a[i * n + j] = sum;
      }
    const inverse = invertSymmetric(a, n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += a[i * n + k]! * inverse[k * n + j]!;
        expect(Math.abs(sum - (i === j ? 1 : 0))).toBeLessThan(1e-5);
      }
  });

  it('a matrix that is not positive definite is refused with the row', () => {
    expect(() => invertSymmetric(Float32Array.from([1, 0, 0, -1]), 2)).toThrow('not positive definite at row 1');
  });
});
