import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { Fitted, ModelSettings } from '../model.ts';
import { bought, context, past, scores, someDay } from '../train.test-helper.ts';
import { ease } from './ease.ts';

const random = seededRandom(5);
const train = bought(
  ...Array.from({ length: 40 }, (_, s) => {
    const basket = Array.from({ length: 4 }, () => `p${Math.floor(random() * 7) + (s % 2) * 5}`);
    return `s${s}: ${basket.join(' ')}`;
  }),
);
const products = train.products.ids.length;

/** XᵀX of the 0/1 matrix. */
const gram = Array.from({ length: products }, () => new Float64Array(products));
for (let s = 0; s < train.start.length - 1; s++) {
  const basket = new Set(train.product.subarray(train.start[s]!, train.start[s + 1]!));
  for (const i of basket) for (const j of basket) gram[i]![j]!++;
}

/** Row by row: what each product alone says. */
const matrixOf = (model: Fitted): number[][] => train.products.ids.map(id => Object.values(scores(model, train, id)));

/** How far each column is from the ridge regression of its product on all others: the normal equations, left minus right. */
const worstError = (
  b: number[][],
  penalty: (i: number) => number,
  inSupport: (i: number, j: number) => boolean = () => true,
): number => {
  let worst = 0;
  for (let j = 0; j < products; j++) {
    expect(b[j]![j]).toBe(0);
    for (let i = 0; i < products; i++) {
      if (i === j || !inSupport(i, j)) continue;
      let sum = penalty(i) * b[i]![j]!;
      for (let k = 0; k < products; k++) sum += gram[i]![k]! * b[k]![j]!;
      worst = Math.max(worst, Math.abs(sum - gram[i]![j]!));
    }
  }
  return worst;
};

describe('EASE', () => {
  it('explains each product by all others with the least squares and penalty asked for', async () => {
    const model = await ease.fit(train, { lambda: 7 }, context);
    expect(worstError(matrixOf(model), () => 7)).toBeLessThan(1e-4);
  });

  it('with dropout holds back often bought products more', async () => {
    const model = await ease.fit(train, { lambda: 3, dropout: 0.25 }, context);
    expect(worstError(matrixOf(model), i => 3 + gram[i]![i]! / 3)).toBeLessThan(1e-4);
  });

  it('beyond the exact size solves the same regressions, each on the products that explain most of it', async () => {
    const local = matrixOf(await ease.fit(train, { lambda: 7, mostExact: 3, support: 50 }, context));
    expect(
      worstError(
        local,
        () => 7,
        (i, j) => gram[i]![j]! > 0,
      ),
    ).toBeLessThan(0.02);
    for (let i = 0; i < products; i++)
      for (let j = 0; j < products; j++) expect(local[i]![j] === 0).toBe(i === j || gram[i]![j] === 0);
    const few = matrixOf(await ease.fit(train, { lambda: 7, mostExact: 3, support: 4 }, context));
    for (let j = 0; j < products; j++) expect(few.filter(row => row[j] !== 0).length).toBeLessThanOrEqual(4);
  });

  it('weighs shoppers, age and the time between purchases in the matrix that is inverted', async () => {
    const two = bought('ann: tea cup', 'bob: tea jam cup');
    const [tea, cup] = ['tea', 'cup'] as const;
    // tea against cup alone: b = together / (tea + λ) in the regression of cup on tea, with jam's column held at 0 by its own rarity.
    const pair = bought('ann: tea cup', 'bob: tea cup');
    const teaToCup = async (settings: Record<string, number>): Promise<number> =>
      scores(await ease.fit(pair, { lambda: 1, ...settings }, context), pair, tea)[cup]!;
    expect(await teaToCup({})).toBeCloseTo(2 / 3, 5);
    expect(await teaToCup({ gapHalfLifeDays: 1 })).toBeCloseTo((2 * 0.5) / 3, 5); // a day apart
    expect(await teaToCup({ learnHalfLifeDays: 1 })).toBeCloseTo((2 * 0.5) / (2 * 0.25 + 1), 5); // tea is a day old
    expect(await teaToCup({ shopperPower: 1 })).toBeCloseTo((2 * 0.5) / (2 * 0.5 + 1), 5); // two products each
    const faded = await ease.fit(two, { lambda: 1, halfLifeDays: 1 }, context);
    const both = scores(faded, two, 'tea', 'jam').cup!;
    expect(both).toBeCloseTo(scores(faded, two, 'tea').cup! / 2 + scores(faded, two, 'jam').cup!, 5);
  });

  it('chooses its settings where validation is at hand, and a fit for good takes them over', async () => {
    const tried: number[] = [];
    const model = await ease.fit(train, {}, { ...context, validate: () => tried.push(0) });
    expect(tried.length).toBeGreaterThan(8);
    expect(model.settled).toMatchObject({ lambda: expect.any(Number) });
    const again = await ease.fit(train, { ...model.settled }, context);
    expect(matrixOf(again)).toEqual(matrixOf(model));
  });

  it('names the reason and comes back from what it stores, whole, cut or local', async () => {
    const kinds: ModelSettings[] = [{ lambda: 5 }, { lambda: 5, neighbours: 6 }, { lambda: 5, mostExact: 2 }];
    for (const settings of kinds) {
      const model = await ease.fit(train, { ...settings, halfLifeDays: 2 }, context);
      const history = ['p1', 'p2'];
      expect(scores(ease.restore(model.store()), train, ...history)).toEqual(scores(model, train, ...history));
      const reason = model.explain(past(train, ...history), someDay, train.products.row('p3')!);
      expect(['bought-with', 'popular']).toContain(reason.kind);
      if (reason.kind === 'bought-with') expect(history).toContain(train.products.ids[reason.because]);
    }
  });

  it('lives with one shopper, one product and an empty history', async () => {
    const single = bought('ann: tea tea');
    for (const mostExact of [6_000, 0])
      expect(scores(await ease.fit(single, { mostExact }, context), single, 'tea')).toEqual({ tea: 0 });
    expect(Object.values(scores(await ease.fit(train, {}, context), train)).every(score => score === 0)).toBe(true);
  });
});
