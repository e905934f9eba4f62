import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { distinctPairs } from '../../data/interactions.ts';
import { bought, context, past, scores, someDay } from '../train.test-helper.ts';
import { ials, startIals } from './ials.ts';

const settings = {
  factors: 5,
  sweeps: 30,
  unobserved: 0.2,
  regularisation: 0.02,
  power: 1,
  steps: 3,
  halfLifeDays: 0,
  stepDecay: 1,
};

/** Two tastes with a little noise: 30 shoppers, 12 products. */
const twoTastes = () => {
  const random = seededRandom(3);
  return bought(
    ...Array.from({ length: 30 }, (_, s) => {
      const basket = Array.from({ length: 5 }, () => Math.floor(random() * 6) + (random() < 0.9 ? (s % 2) * 6 : 0));
      return `s${s}: ${basket.map(p => `p${p}`).join(' ')}`;
    }),
  );
};
const train = twoTastes();
const pairs = distinctPairs(train);
const products = train.products.ids.length;
const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, x, i) => sum + x * b[i]!, 0);

/** The objective as it stands in the header of ials.ts, pair by pair. */
const objective = (w: Float32Array, v: Float32Array): number => {
  const d = settings.factors;
  const shoppers = pairs.start.length - 1;
  const counts = new Int32Array(products);
  for (const col of pairs.cols) counts[col]!++;
  let sum = 0;
  for (let s = 0; s < shoppers; s++) {
    const row = w.subarray(s * d, s * d + d);
    const basket = new Set(pairs.cols.subarray(pairs.start[s]!, pairs.start[s + 1]!));
    for (let p = 0; p < products; p++) {
      const x = dot(row, v.subarray(p * d, p * d + d));
      sum += settings.unobserved * x ** 2 + (basket.has(p) ? (1 - x) ** 2 : 0);
    }
    sum += settings.regularisation * (basket.size + settings.unobserved * products) * dot(row, row);
  }
  for (let p = 0; p < products; p++) {
    const row = v.subarray(p * d, p * d + d);
    sum += settings.regularisation * (counts[p]! + settings.unobserved * shoppers) * dot(row, row);
  }
  return sum;
};

describe('implicit alternating least squares', () => {
  it('lowers its objective with every sweep', () => {
    const state = startIals(pairs, products, settings, 1);
    let before = objective(state.shopperFactors, state.productFactors);
    for (let sweep = 0; sweep < 15; sweep++) {
      state.sweep();
      const after = objective(state.shopperFactors, state.productFactors);
      expect(after).toBeLessThan(before + 1e-4);
      before = after;
    }
  });

  it('a history folded in gets the scores that its shopper has at the end of training', async () => {
    const state = startIals(pairs, products, settings, context.seed);
    for (let sweep = 0; sweep < settings.sweeps; sweep++) state.sweep();
    // The products moved last: one more round for the shoppers, to the exact answer.
    const model = await ials.fit(train, settings, context);
    const basket = [...new Set(train.product.subarray(train.start[4]!, train.start[5]!))];
    const folded = scores(model, train, ...basket.map(p => train.products.ids[p]!));
    const w = state.shopperFactors.subarray(4 * settings.factors, 5 * settings.factors);
    for (let p = 0; p < products; p++) {
      const v = state.productFactors.subarray(p * settings.factors, (p + 1) * settings.factors);
      expect(folded[train.products.ids[p]!]).toBeCloseTo(dot(w, v), 2);
    }
  });

  it('tells the two tastes apart for a shopper it never saw, and says because of which purchase', async () => {
    const model = await ials.fit(train, settings, context);
    const found = scores(model, train, 'p6', 'p7', 'p9');
    const mean = (names: readonly string[]): number => names.reduce((sum, n) => sum + found[n]!, 0) / names.length;
    expect(mean(['p8', 'p10', 'p11'])).toBeGreaterThan(2 * mean(['p0', 'p1', 'p2', 'p3', 'p4', 'p5']));
    const reason = model.explain(past(train, 'p6', 'p7', 'p9'), someDay, train.products.row('p8')!);
    expect(reason.kind === 'bought-with' && ['p6', 'p7', 'p9']).toContain(
      reason.kind === 'bought-with' && train.products.ids[reason.because],
    );
  });

  it('comes back from what it stores, and one seed gives one model', async () => {
    const model = await ials.fit(train, settings, context);
    expect(scores(ials.restore(model.store()), train, 'p1', 'p2')).toEqual(scores(model, train, 'p1', 'p2'));
    expect((await ials.fit(train, settings, context)).store()).toEqual(model.store());
    expect((await ials.fit(train, settings, { ...context, seed: 2 })).store()).not.toEqual(model.store());
  });

  it('lives with one shopper, one product, repeated rows and an empty history', async () => {
    const single = bought('ann: tea tea');
    const model = await ials.fit(single, settings, context);
    expect(Number.isFinite(scores(model, single, 'tea').tea)).toBe(true);
    expect(scores(model, single)).toEqual({ tea: 0 });
    expect(model.explain(past(single), someDay, 0)).toEqual({ kind: 'popular' });
    expect(scores(await ials.fit(bought('a: x y', 'a: x y'), settings, context), bought('a: x y'), 'x')).toEqual(
      scores(await ials.fit(bought('a: x y'), settings, context), bought('a: x y'), 'x'),
    );
  });

  it('ends after the sweep in which its time ran out', async () => {
    const model = await ials.fit(train, { ...settings, sweeps: 1 }, context);
    const cut = await ials.fit(train, settings, { ...context, deadline: 0 });
    expect(cut.store().arrays).toEqual(model.store().arrays);
  });
});
