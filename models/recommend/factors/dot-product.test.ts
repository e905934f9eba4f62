import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { openOnce } from '../../backend/backend.ts';
import { historyOf, toInteractions } from '../../data/interactions.ts';
import { trainOnAll } from '../../data/splits.ts';
import { scorerOf } from '../ranker.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { dotProduct } from './dot-product.ts';
import { learnMap, mapped, meanOf, ridgeOf } from './fold-in.ts';
import { columnsOf } from './sampled-columns.ts';

describe('the brief’s form: sigmoid, cross-entropy, sampled products', () => {
  it.each([0, 1])('finds what a shopper bought among the rest, folded in by way %i', async foldIn => {
    const train = trainOnAll(toInteractions(madeUpShop(3, 150)));
    const model = await dotProduct.fit(
      train,
      { softmax: 0, sampled: 60, width: 12, epochs: 25, rate: 0.03, decay: 0.02, batch: 50, foldIn },
      { now: 0, seed: 1, backend: openOnce('wasm') },
    );
    const scorer = scorerOf(model);
    let [ahead, pairs] = [0, 0];
    for (let s = 0; s < 40; s++) {
      const history = historyOf(train, s);
      const bought = new Set(history.items);
      const scores = scorer.scoreAll(history, 0);
      for (const product of bought)
        for (let other = 0; other < scores.length; other += 7) {
          if (bought.has(other)) continue;
          pairs++;
          if (scores[product]! > scores[other]!) ahead++;
        }
    }
    expect(ahead / pairs).toBeGreaterThan(0.85);
  });
});

describe('a sample of the catalogue', () => {
  const shoppers = { start: Int32Array.of(0, 2, 3), cols: Int32Array.of(1, 40, 7), values: new Float32Array(3) };

  it('holds what its shoppers bought, and stands for the whole catalogue on average', () => {
    const random = seededRandom(1);
    let sum = 0;
    for (let t = 0; t < 400; t++) {
      const { columns, bought, counts, correction } = columnsOf(shoppers, Int32Array.of(1, 0), 50, 10, random);
      expect([...columns]).toEqual(expect.arrayContaining([1, 7, 40]));
      const row = (r: number, product: number): number => r * columns.length + columns.indexOf(product);
      expect([bought[row(0, 7)], bought[row(1, 1)], bought[row(0, 1)]]).toEqual([1, 1, 0]);
      expect(correction[row(0, 7)]).toBe(0);
      for (let c = 0; c < columns.length; c++) sum += counts[c]!;
    }
    expect(sum / 400).toBeGreaterThan(47);
    expect(sum / 400).toBeLessThan(51); // 49 products that the first of the two did not buy
  });

  it('is all of a small catalogue, each product standing for itself', () => {
    const { columns, counts, correction } = columnsOf(shoppers, Int32Array.of(0), 50, 50, seededRandom(1));
    expect(columns).toHaveLength(50);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(48);
    expect(correction.every(value => value === 0)).toBe(true);
  });
});

describe('folding in', () => {
  const random = seededRandom(9);
  const width = 4;
  const vectors = Float32Array.from({ length: 30 * width }, () => random() - 0.5);
  const query = { places: [3, 8, 21], weights: [1, 0.3, 1] };
  const gradient = Float32Array.from({ length: width }, () => random() - 0.5);
  const map = {
    matrix: Float32Array.from({ length: width * width }, () => random() - 0.5),
    shift: new Float32Array(width),
  };

  it.each([
    ['mean', meanOf(vectors, width)],
    ['ridge', ridgeOf(vectors, width, { unbought: 0.2, ridge: 0.5 })],
    ['ridge, then a map', mapped(ridgeOf(vectors, width, { unbought: 0.2, ridge: 0.5 }), map)],
  ])('%s: the parts of the products add up to the whole', (_name, fold) => {
    const out = new Float32Array(width);
    fold.vector(query, out);
    const whole = out.reduce((sum, value, i) => sum + value * gradient[i]!, 0);
    const by = fold.back(query, gradient);
    const parts = query.places.map(
      (place, q) => query.weights[q]! * by.reduce((sum, value, i) => sum + value * vectors[place * width + i]!, 0),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(whole, 5);
  });

  it('the ridge solution is where the weighted error is least', () => {
    const u = new Float32Array(width);
    ridgeOf(vectors, width, { unbought: 0.2, ridge: 0.5 }).vector(query, u);
    const error = (at: Float32Array): number => {
      let sum = 0.5 * at.reduce((squares, value) => squares + value * value, 0);
      for (let p = 0; p < 30; p++) {
        const score = at.reduce((s, value, i) => s + value * vectors[p * width + i]!, 0);
        const q = query.places.indexOf(p);
        // Bought: weight·(1 - s)² + unbought·s² up to a constant, as in implicit ALS.
        sum += 0.2 * score * score + (q < 0 ? 0 : query.weights[q]! * (score * score - 2 * score));
      }
      return sum;
    };
    for (let i = 0; i < width; i++)
      for (const step of [-0.01, 0.01]) {
        const moved = u.slice();
        moved[i]! += step;
        expect(error(moved)).toBeGreaterThan(error(u));
      }
  });

  it('a map learned from pairs finds the map that made them', () => {
    const from = Float32Array.from({ length: 300 * width }, () => random() - 0.5);
    const to = new Float32Array(from.length);
    for (let at = 0; at < from.length; at += width)
      for (let i = 0; i < width; i++) {
        to[at + i] = 0.7;
        for (let j = 0; j < width; j++) to[at + i]! += map.matrix[i * width + j]! * from[at + j]!;
      }
    const learned = learnMap(from, to, width);
    for (let i = 0; i < width * width; i++) expect(learned.matrix[i]).toBeCloseTo(map.matrix[i]!, 1);
    for (const shift of learned.shift) expect(shift).toBeCloseTo(0.7, 1);
  });
});
