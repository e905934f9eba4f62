/** Rule sets for the tests of deals together, and a second search that knows nothing of the first. */
import fc from 'fast-check';
import { asId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { type Action, defaultStackGroups, type StackGroup } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { effectOf } from '../actions/catalogue.ts';
import { conditionHolds } from '../choose/conditions.ts';
import { actions, carts, conditions, nobody, now, promotion, shelfCatalogue, shop } from '../offers.test-helper.ts';
import { type Basket, prepareBasket } from './basket.ts';
import type { Candidate, CombineInput } from './combine.ts';

export const group = (key: string, order: number, more: Partial<StackGroup> = {}): StackGroup => ({
  key,
  name: { en: key },
  order,
  mode: 'best',
  ...more,
});

export const candidate = (
  id: string,
  action: Action,
  more: Partial<Candidate['promotion']> = {},
  how: Omit<Candidate, 'promotion'> = {},
): Candidate => ({ promotion: promotion(action, { id: asId<PromotionId>(id), ...more }), ...how });

export const shopWith = (...stackGroups: StackGroup[]): Shop => ({ ...shop, stackGroups });

export const combineInput = (more: Partial<CombineInput> = {}): CombineInput => ({
  lines: [],
  shop,
  shopper: nobody,
  now,
  candidates: [],
  products: shelfCatalogue,
  ...more,
});

const keys = ['a', 'b', 'c'] as const;

const stackGroups: fc.Arbitrary<readonly StackGroup[]> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(defaultStackGroups) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        ...keys.map(key =>
          fc
            .record({
              order: fc.integer({ min: 0, max: 3 }),
              mode: fc.constantFrom('best' as const, 'all' as const),
              exclusive: fc.integer({ min: 0, max: 9 }).map(n => n === 0),
              partners: fc.option(fc.subarray([...keys]), { freq: 3 }),
            })
            .map(({ order, mode, exclusive, partners }) =>
              group(key, order, { mode, ...(exclusive ? { exclusive } : {}), ...(partners ? { with: partners } : {}) }),
            ),
        ),
      )
      .map(groups => groups),
  },
);

/** Smaller discounts, for lower spends, than a rule alone may give, so that several fit on one cart. */
const milder = (action: Action): Action => {
  const lower = (amount: Money): Money => ({ ...amount, minor: Math.ceil(amount.minor / 8) });
  switch (action.kind) {
    case 'percent-off':
      return { ...action, rate: Math.max(0.001, action.rate * 0.5) };
    case 'amount-off':
      return { ...action, amount: lower(action.amount) };
    default:
      return action;
  }
};

/** A cart, groups and up to `most` candidates of any kind, as a shop might have saved them. */
export const combineInputs = (most: number): fc.Arbitrary<CombineInput> =>
  fc
    .record({
      lines: carts,
      groups: stackGroups,
      rules: fc.array(
        fc.record({
          action: actions.map(milder),
          conditions: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: conditions }),
          group: fc.constantFrom('a', 'b', 'c', 'a', 'b', 'c', 'deals'),
          order: fc.integer({ min: 0, max: 2 }),
          same: fc.integer({ min: 0, max: 9 }),
        }),
        { minLength: 1, maxLength: most },
      ),
      freeFrom: fc.option(fc.integer({ min: 1, max: 60_000 })),
    })
    .map(({ lines, groups, rules, freeFrom }) => {
      const { freeShippingFrom: _, ...rest } = shop;
      const own: Shop = {
        ...rest,
        stackGroups: groups,
        ...(freeFrom ? { freeShippingFrom: { minor: freeFrom, currency: 'CNY' } } : {}),
      };
      return combineInput({
        lines,
        shop: own,
        candidates: rules.map(({ action, conditions: conds, group: key, order, same }, i) =>
          candidate(
            same === 0 && i > 0 ? 'p0' : `p${i}`,
            action,
            { conditions: conds, group: key, order },
            {
              code: `C${i}`,
            },
          ),
        ),
      });
    });

export interface Outcome {
  readonly totalMinor: number;
  readonly giftsMinor: number;
  readonly deals: readonly string[];
}

const giftOf = (basket: Basket, ids: readonly string[], given: readonly Product[]): Product | undefined => {
  for (const id of ids) {
    const product = shelfCatalogue.get(asId(id));
    if (!product) continue;
    const wanted = 1 + given.filter(g => g.id === id).length;
    const bought = basket.lines.find(l => l.product.id === id)?.quantity ?? 0;
    if (product.stock === null || product.stock >= wanted + bought) return product;
  }
  return undefined;
};

/** One set of candidates, already in order, worked through; null when one of them does not apply. */
const work = (input: CombineInput, basket: Basket, set: readonly Candidate[]): Outcome | null => {
  let left = [...basket.left];
  const gifts: Product[] = [];
  let ships = false;
  for (const { promotion: rule } of set) {
    const view = { ...basket, left };
    if (!rule.conditions.every(c => conditionHolds(c, view, input.shopper))) return null;
    const effect = effectOf(rule.action, view);
    if (!effect) return null;
    if (effect.gifts) {
      const gift = giftOf(basket, effect.gifts, gifts);
      if (!gift) return null;
      gifts.push(gift);
    }
    ships ||= effect.freeShipping === true;
    left = left.map((minor, i) => minor - (effect.off[i] as number));
    if (left.reduce((a, b) => a + b, 0) <= 0) return null;
  }
  const goods = left.reduce((a, b) => a + b, 0);
  const from = input.shop.freeShippingFrom?.minor ?? Number.POSITIVE_INFINITY;
  const fee = goods >= from ? 0 : input.shop.shippingFee.minor;
  return {
    totalMinor: goods + (ships ? 0 : fee),
    giftsMinor: gifts.reduce((sum, g) => sum + g.price.minor, 0),
    deals: set.map(c => `${c.promotion.id}/${c.code}`),
  };
};

/** Every set of the candidates tried, by the words of the domain alone. */
export const exhaustive = (input: CombineInput): Outcome => {
  const basket = prepareBasket(input.lines, input.shop);
  const declared = input.shop.stackGroups ?? defaultStackGroups;
  const groupOf = (c: Candidate): StackGroup =>
    declared.find(g => g.key === (c.promotion.group ?? 'deals')) ?? group('?', 99, { exclusive: true });
  const sorted = [...input.candidates].sort((a, b) => {
    const [ga, gb] = [groupOf(a), groupOf(b)];
    return (
      ga.order - gb.order ||
      (ga.key === gb.key ? 0 : ga.key === '?' || (gb.key !== '?' && ga.key > gb.key) ? 1 : -1) ||
      (a.promotion.order ?? 0) - (b.promotion.order ?? 0) ||
      (a.promotion.id === b.promotion.id ? 0 : a.promotion.id < b.promotion.id ? -1 : 1) ||
      ((a.code ?? '') < (b.code ?? '') ? -1 : 1)
    );
  });
  const allowed = (set: readonly Candidate[]): boolean =>
    set.every((a, i) =>
      set.slice(i + 1).every(b => {
        if (a.promotion.id === b.promotion.id) return false;
        const [ga, gb] = [groupOf(a), groupOf(b)];
        if (ga.key === gb.key) return ga.mode === 'all';
        return [
          [ga, gb],
          [gb, ga],
        ].every(([x, y]) => x && y && !x.exclusive && (!x.with || x.with.includes(y.key)));
      }),
    );
  let best = work(input, basket, []) as Outcome;
  let bestPlaces: number[] = [];
  for (let mask = 1; mask < 1 << sorted.length; mask++) {
    const places = sorted.flatMap((_, i) => (mask & (1 << i) ? [i] : []));
    const set = places.map(i => sorted[i] as Candidate);
    if (!allowed(set)) continue;
    const end = work(input, basket, set);
    if (!end) continue;
    const better =
      end.totalMinor - best.totalMinor ||
      best.giftsMinor - end.giftsMinor ||
      places.length - bestPlaces.length ||
      places.map((p, i) => p - (bestPlaces[i] as number)).find(d => d !== 0) ||
      0;
    if (better < 0) [best, bestPlaces] = [end, places];
  }
  return best;
};
