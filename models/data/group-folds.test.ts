import fc from 'fast-check';
import { expect, test } from 'vitest';
import { groupFolds } from './group-folds.ts';

test('the largest groups are spread first, by hand', () => {
  // Sizes 3, 1, 2: the first fills a fold, the others share one.
  expect(groupFolds([0, 0, 0, 1, 2, 2], 2)).toEqual([0, 0, 0, 1, 1, 1]);
});

test('no group is in two folds and no fold is empty', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { minLength: 1 }), fc.integer({ min: 1, max: 5 }), (groups, folds) => {
      fc.pre(new Set(groups).size >= folds);
      const found = groupFolds(groups, folds);
      expect(new Set(found)).toEqual(new Set(Array.from({ length: folds }, (_, f) => f)));
      const pairs = new Set(groups.map((group, i) => `${group} ${found[i]}`));
      expect(pairs.size).toBe(new Set(groups).size);
    }),
  );
});

test('fewer groups than folds are told', () => {
  expect(() => groupFolds([0, 0, 1], 3)).toThrow('3 folds need as many groups, got 2');
});
