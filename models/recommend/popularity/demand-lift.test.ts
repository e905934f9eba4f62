import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { openOnce } from '../../backend/backend.ts';
import { type Event, toInteractions } from '../../data/interactions.ts';
import { type SplitRule, trainOnAll, validationSplit } from '../../data/splits.ts';
import { fitBundle } from '../bundle/bundle.ts';
import { loadBundle } from '../bundle/load-bundle.ts';
import { rankingCases } from '../cases.ts';
import { ials } from '../factors/ials.ts';
import { ease } from '../linear/ease.ts';
import { dayMilliseconds, type Fitted } from '../model.ts';
import { itemKnn } from '../neighbours/item-knn.ts';
import { ScoreSheet } from '../serving/score-sheet.ts';
import { context, past } from '../train.test-helper.ts';
import { madeUpShop } from '../world.test-helper.ts';
import { chooseLifts } from './choose-lift.ts';
import { demandRatios, liftedBy, liftFactors, noLift } from './demand-lift.ts';
import { popularity } from './popularity.ts';

const start = Date.UTC(2026, 0, 1);
const on = (day: number): Date => new Date(start + day * dayMilliseconds);

/** Four tastes of sixty products, of which a quarter are sold after day 110. */
const seasonalShop = (seed: number): Event[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 400 }, (_, s) => s).flatMap(s =>
    Array.from({ length: 14 }, () => {
      const day = random() * 240;
      const sold = day < 110 ? 60 : 15;
      return { shopper: `s${s}`, product: `p${(s % 4) * 60 + Math.floor(random() * sold)}`, at: on(day) };
    }),
  );
};

const chosenFor = async (events: readonly Event[], rule: SplitRule = { kind: 'temporal', cut: on(240) }) => {
  const train = trainOnAll(toInteractions(events));
  const split = validationSplit(train, rule, 1);
  const validation = rankingCases(split, true);
  const at = { ...context, now: validation.now };
  const members: Fitted[] = [];
  for (const kind of [popularity, itemKnn]) members.push(await kind.fit(split.train, kind.candidates(train)[0]!, at));
  const purpose = { rule, maskSeen: true, k: 10, seed: 1 };
  return chooseLifts({ members, train: split.train, validation, purpose });
};

describe('demand', () => {
  const day = (shopper: string, product: string, at: number): Event => ({ shopper, product, at: on(at) });
  const events = Array.from({ length: 100 }, (_, n) => [
    day(`s${n}`, 'always', n),
    day(`s${n}`, 'gone', n / 2),
    day(`s${n}`, 'new', 80 + n / 5),
  ]).flat();
  const train = trainOnAll(toInteractions(events, ['unsold']));
  const ratios = demandRatios(train, on(100).getTime(), 10);
  const of = (name: string): number => ratios[train.products.row(name)!]!;

  it('is above 1 for what sells more than it did, below for what no longer sells, and 1 for what never did', () => {
    expect(of('new')).toBeGreaterThan(2);
    expect(of('gone')).toBeLessThan(0.3);
    expect(of('always')).toBeGreaterThan(0.5);
    expect(of('always')).toBeLessThan(1.5);
    expect(of('unsold')).toBe(1);
  });

  it('is the same after a time in which nobody bought anything', () => {
    const later = demandRatios(train, on(130).getTime(), 10);
    ratios.forEach((ratio, p) => {
      expect(later[p]).toBeCloseTo(ratio, 4);
    });
  });

  it('lifts what a model says of a product, and what counts against a product counts less for one that sells better', () => {
    const shop = trainOnAll(toInteractions(madeUpShop(3, 60)));
    const plain = ease.fit(shop, ease.candidates(shop)[0]!, context) as Fitted;
    const factor = liftFactors(demandRatios(shop, on(200).getTime(), 30), { halfLifeDays: 30, exponent: 0.7 });
    const lifted = liftedBy(plain, factor);
    const history = past(shop, 'p3', 'p4', 'p100');
    const [before, after] = [plain, lifted].map(model => {
      const sheet = new ScoreSheet(model.products);
      model.score(history, context.now, sheet);
      return sheet.values;
    });
    expect(before!.some(value => value < 0)).toBe(true);
    expect([...after!]).toEqual(
      [...before!].map((value, p) => Math.fround(value < 0 ? value / factor[p]! : value * factor[p]!)),
    );
    before!.forEach((value, p) => {
      if (value !== 0 && factor[p]! > 1) expect(after![p]).toBeGreaterThan(value);
    });
    expect(lifted.store()).toEqual(plain.store());
  });

  it('lifts nothing that is made of vectors', async () => {
    const shop = trainOnAll(toInteractions(madeUpShop(3, 60)));
    const plain = await ials.fit(shop, ials.candidates(shop)[0]!, context);
    expect(() => liftedBy(plain, new Float32Array(plain.products).fill(2))).toThrow(/ials are products of vectors/);
  });
});

describe('how far a member follows demand', () => {
  it('is far where goods come and go, for what looks at the shopper alone', async () => {
    const [popular, neighbours] = await chosenFor(seasonalShop(1));
    expect(popular).toEqual(noLift);
    expect(neighbours!.exponent).toBeGreaterThanOrEqual(0.35);
  });

  it('is not at all where the same goods sell all the time', async () => {
    expect(await chosenFor(madeUpShop(1))).toEqual([noLift, noLift]);
  });

  it('is not asked where each shopper is asked about at a moment of their own', async () => {
    expect(await chosenFor(seasonalShop(1), { kind: 'leave-last-out' })).toEqual([noLift, noLift]);
  });

  it('is not asked with too few shoppers to tell', async () => {
    expect(await chosenFor(seasonalShop(1).filter(({ shopper }) => Number(shopper.slice(1)) < 40))).toEqual([
      noLift,
      noLift,
    ]);
  });
});

describe('a trained recommender of a shop whose goods come and go', () => {
  it('keeps what each member follows, and a damaged part of it is refused', async () => {
    const bundle = await fitBundle({
      interactions: seasonalShop(1),
      now: on(240),
      seed: 1,
      only: ['popularity', 'rp3beta'],
      backend: openOnce('cpu'),
    });
    const part = Object.keys(bundle.arrays).find(name => name.startsWith('demand.'))!;
    expect(bundle.arrays[part]).toHaveLength((bundle.meta.products as string[]).length);
    expect(() => loadBundle(bundle, 'v1')).not.toThrow();
    const { [part]: _, ...arrays } = bundle.arrays;
    expect(() => loadBundle({ ...bundle, arrays }, 'v1')).toThrow(/lacks demand/);
    expect(() =>
      loadBundle({ ...bundle, arrays: { ...bundle.arrays, [part]: new Float32Array(3).fill(1) } }, 'v1'),
    ).toThrow(/positive ratio of demand .* for each of/);
    expect(() => loadBundle({ ...bundle, meta: { ...bundle.meta, lifts: [{ exponent: -1 }] } }, 'v1')).toThrow(/lifts/);
  });
});
