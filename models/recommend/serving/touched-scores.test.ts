import { expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { ScoreSheet } from './score-sheet.ts';
import { TouchedProducts, TouchedScores } from './touched-scores.ts';

it('several models say the same side by side as on sheets by rows of their own, list after list', () => {
  const random = seededRandom(1);
  const products = 50;
  const rows = Array.from({ length: products }, (_, p) => p);
  const touched = new TouchedProducts(products);
  const models = [0, 1, 2].map(() => ({
    own: new TouchedScores(touched, products),
    sheet: new ScoreSheet(products),
  }));
  for (let list = 0; list < 20; list++) {
    for (const { own, sheet } of models) {
      own.clear();
      sheet.clear();
    }
    touched.clear();
    expect(models.map(({ own }) => own.spread())).toEqual([0, 0, 0]);
    for (const { own, sheet } of models) {
      const factors = Float32Array.from({ length: products }, () => random() * 2);
      for (let i = 0; i < 12; i++) {
        const [product, amount] = [Math.floor(random() * products), random() - 0.5];
        for (const scores of [own, sheet]) scores.add(product, amount);
      }
      for (const scores of [own, sheet]) scores.lift(factors);
      expect(own.spread()).toBeCloseTo(sheet.spread(), 12);
    }
    for (const { own, sheet } of models) expect(rows.map(p => own.of(p))).toEqual([...sheet.values]);
    const met = rows.filter(p => models.some(({ sheet }) => sheet.has(p)));
    expect([...touched.rows.subarray(0, touched.count)].sort((a, b) => a - b)).toEqual(met);
    expect(rows.filter(p => touched.placeOf(p) >= 0)).toEqual(met);
  }
});
