import { expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { ScoreSheet } from './score-sheet.ts';
import { TouchedScores } from './touched-scores.ts';

it('says the same as a sheet by rows, list after list', () => {
  const random = seededRandom(1);
  const products = 50;
  const [touched, sheet] = [new TouchedScores(products), new ScoreSheet(products)];
  for (let list = 0; list < 20; list++) {
    for (const scores of [touched, sheet]) scores.clear();
    expect(touched.spread()).toBe(0);
    for (let i = 0; i < 30; i++) {
      const [product, amount] = [Math.floor(random() * products), random() - 0.5];
      for (const scores of [touched, sheet]) scores.add(product, amount);
    }
    const factors = Float32Array.from({ length: products }, () => random() * 2);
    for (const scores of [touched, sheet]) scores.lift(factors);
    const rows = Array.from({ length: products }, (_, p) => p);
    expect(rows.map(p => touched.of(p))).toEqual([...sheet.values]);
    expect(rows.map(p => touched.has(p))).toEqual(rows.map(p => sheet.has(p)));
    expect(touched.touched.slice(0, touched.count)).toEqual(sheet.touched.slice(0, sheet.count));
    expect(touched.spread()).toBe(sheet.spread());
  }
});
