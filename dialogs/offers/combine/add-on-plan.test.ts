import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ProductId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { catalogueOf, product, yuan } from '../offers.test-helper.ts';
import { type AddOnInput, nearShare, planAddOns, wantingFrom } from './add-on-plan.ts';
import type { BasketLine } from './basket.ts';
import { candidate, combineInput, group, shopWith } from './combine.test-helper.ts';
import { bestCombination, type Candidate } from './combine.ts';

const shop = shopWith(group('personal', 0), group('storewide', 1), group('gifts', 2), group('shipping', 3));
const tiers = (...pairs: [number, number][]): Candidate =>
  candidate(
    'tiers',
    {
      kind: 'spend-and-save',
      tiers: pairs.map(([threshold, off]) => ({ threshold: yuan(threshold), off: yuan(off) })),
    },
    { group: 'storewide' },
  );

const plan = (
  cart: readonly BasketLine[],
  shelf: readonly [Product, number][],
  candidates: readonly Candidate[],
  more: Partial<AddOnInput> = {},
) => {
  const products = catalogueOf([...cart.map(l => l.product), ...shelf.map(([p]) => p)]);
  return planAddOns({
    ...combineInput({ lines: cart, shop, candidates }),
    products,
    wanting: new Map(shelf.map(([p, worth]) => [p.id, worth])),
    ...more,
  });
};

const tent = product('tent', 277);
const cart = [{ product: tent, quantity: 1 }];
const sock = product('sock', 11);
const soap = product('soap', 12);
const lamp = product('lamp', 40);

describe('凑单', () => {
  it('S5: a cart of 277 with 满300减50 is filled with two small things, and 27 less is paid', () => {
    const found = plan(
      cart,
      [
        [sock, 0.5],
        [soap, 0.5],
        [lamp, 0.5],
      ],
      [tiers([300, 50])],
    );
    expect(found).toMatchObject({
      kind: 'plan',
      add: [
        { product: 'soap', quantity: 1 },
        { product: 'sock', quantity: 1 },
      ],
      price: yuan(23),
      reaches: ['tiers'],
      before: yuan(289),
      after: yuan(262),
      extra: yuan(-27),
    });
  });

  it('takes what is wanted more though it costs a little more, and several of one when that is nearest', () => {
    const wished: [Product, number][] = [
      [sock, 0.1],
      [soap, 0.1],
      [lamp, 0.9],
    ];
    expect(plan(cart, wished, [tiers([300, 50])])).toMatchObject({
      add: [{ product: 'lamp', quantity: 1 }],
      extra: yuan(-10),
    });
    const three = product('three', 8);
    expect(plan(cart, [[three, 0.3]], [tiers([300, 50])])).toMatchObject({ add: [{ product: 'three', quantity: 3 }] });
  });

  it('counts what other deals take first: 满300 after 20 % off needs more than what is missing at price', () => {
    const fifth = candidate('fifth', { kind: 'percent-off', rate: 0.2 }, { group: 'personal' });
    const lines = [{ product: product('boots', 340), quantity: 1 }];
    const wished: [Product, number][] = [
      [product('scarf', 30, { stock: 1 }), 0.9],
      [product('cap', 36), 0.1],
    ];
    // 370 less 20 % is 296, and 376 less 20 % is 300.80.
    expect(plan(lines, wished, [fifth, tiers([300, 60])])).toMatchObject({
      add: [{ product: 'cap', quantity: 1 }],
      reaches: ['tiers'],
      extra: yuan(240.8 - 272),
    });
  });

  it('reaches free delivery, the next step of 每满, a minimum spend and a number of units', () => {
    const every = candidate(
      'every',
      { kind: 'spend-and-save', tiers: [{ threshold: yuan(300), off: yuan(40) }], repeat: true },
      { group: 'storewide' },
    );
    const big = [{ product: product('sofa', 590), quantity: 1 }];
    expect(plan(big, [[soap, 0.2]], [every])).toMatchObject({ reaches: ['every'], extra: yuan(-28) });
    const nearlyFree = [{ product: product('desk', 995), quantity: 1 }];
    expect(plan(nearlyFree, [[sock, 0]], [])).toEqual({ kind: 'refused', reason: 'nothing-wanted' });
    expect(plan(nearlyFree, [[sock, 0.1]], [])).toMatchObject({ reaches: ['delivery'], extra: yuan(-1) });
    const spend = candidate(
      'spend',
      { kind: 'amount-off', amount: yuan(30) },
      { group: 'personal', conditions: [{ kind: 'min-spend', amount: yuan(280) }] },
    );
    expect(plan(cart, [[sock, 0.1]], [spend])).toMatchObject({ reaches: ['spend'], extra: yuan(-19) });
    const pair = candidate(
      'pair',
      { kind: 'percent-off', rate: 0.2 },
      { group: 'personal', conditions: [{ kind: 'min-quantity', quantity: 3 }] },
    );
    expect(plan(cart, [[sock, 0.1]], [pair])).toMatchObject({ add: [{ product: 'sock', quantity: 2 }] });
  });

  it.each<[string, Parameters<typeof plan>, string]>([
    ['buying less is cheaper', [cart, [[lamp, 0.1]], [tiers([300, 20])]], 'buying-less-is-cheaper'],
    ['nothing that is wanted would do', [cart, [[lamp, 0]], [tiers([300, 50])]], 'nothing-wanted'],
    ['the threshold is another purchase away', [cart, [[lamp, 0.9]], [tiers([900, 200])]], 'nothing-near'],
    ['there is no threshold', [cart, [[lamp, 0.9]], []], 'nothing-near'],
    ['the cart is empty', [[], [[lamp, 0.9]], [tiers([30, 5])]], 'nothing-near'],
  ])('suggests nothing when %s', (_why, args, reason) => {
    expect(plan(...args)).toMatchObject({ kind: 'refused', reason });
  });

  it('lets somebody pay a little more for what they want, and says how much', () => {
    // 40 more goods, 20 off: 20 more to pay for a lamp worth 28 to them.
    expect(plan(cart, [[lamp, 0.7]], [tiers([300, 20])])).toMatchObject({ kind: 'plan', extra: yuan(20) });
    expect(plan(cart, [[lamp, 0.3]], [tiers([300, 20])])).toMatchObject({ kind: 'refused', extra: yuan(20) });
  });

  it('never suggests what is hidden, sold out, excluded, or out of the scope', () => {
    const shelf: [Product, number][] = [
      [product('hidden', 25, { hidden: true }), 1],
      [product('gone', 25, { stock: 0 }), 1],
      [product('no', 25), 1],
      [product('one', 12, { stock: 1 }), 1],
      [lamp, 0.2],
    ];
    const found = plan(cart, shelf, [tiers([300, 50])], { excluded: new Set([asId<ProductId>('no')]) });
    expect(found).toMatchObject({ add: [{ product: 'lamp', quantity: 1 }] });
    const shoes = candidate(
      'shoes',
      { kind: 'spend-and-save', tiers: [{ threshold: yuan(300), off: yuan(50) }], scope: { categories: ['shoes'] } },
      { group: 'storewide' },
    );
    const boots = [{ product: product('boots', 280, { category: 'shoes' }), quantity: 1 }];
    const lace = product('lace', 21, { category: 'shoes' });
    const scoped = plan(
      boots,
      [
        [soap, 1],
        [lamp, 1],
        [lace, 0.1],
      ],
      [shoes],
    );
    expect(scoped).toMatchObject({ add: [{ product: 'lace', quantity: 1 }] });
  });

  it('reads any scores as worth: the best one half of its price', () => {
    const worth = wantingFrom(
      new Map([
        [sock.id, 30],
        [soap.id, 15],
        [lamp.id, -1],
      ]),
    );
    expect([...worth]).toEqual([
      ['sock', 0.5],
      ['soap', 0.25],
    ]);
  });

  it('finds what trying every addition finds, over random carts, shelves and deals', () => {
    const rounds = Number(process.env.OFFERS_ROUNDS ?? 150);
    const cents = (most: number) => fc.integer({ min: 1, max: most });
    fc.assert(
      fc.property(
        fc.record({
          cart: fc.array(cents(30_000), { minLength: 1, maxLength: 3 }),
          shelf: fc.array(fc.tuple(cents(12_000), fc.double({ min: 0.05, max: 1, noNaN: true })), {
            minLength: 1,
            maxLength: 5,
          }),
          threshold: fc.integer({ min: 10_000, max: 60_000 }),
          share: fc.double({ min: 0.02, max: 0.4, noNaN: true }),
          repeat: fc.boolean(),
          tenth: fc.boolean(),
          gift: fc.boolean(),
        }),
        drawn => {
          const lines = drawn.cart.map((minor, i) => ({
            product: product(`c${i}`, 1, { price: money(minor, 'CNY') }),
            quantity: 1,
          }));
          const shelf = drawn.shelf.map(
            ([minor, worth], i) =>
              [product(`s${i}`, 1, { price: money(minor, 'CNY'), stock: 2 }), worth] as [Product, number],
          );
          const off = Math.max(1, Math.floor(drawn.threshold * drawn.share));
          const action = {
            kind: 'spend-and-save' as const,
            tiers: [{ threshold: money(drawn.threshold, 'CNY'), off: money(off, 'CNY') }],
            repeat: drawn.repeat,
          };
          const candidates = [
            candidate('tiers', action, { group: 'storewide' }),
            ...(drawn.tenth ? [candidate('tenth', { kind: 'percent-off', rate: 0.1 }, { group: 'personal' })] : []),
            ...(drawn.gift
              ? [
                  candidate(
                    'gift',
                    { kind: 'gift', product: asId<ProductId>('s0') },
                    { group: 'gifts', conditions: [{ kind: 'min-spend', amount: yuan(150) }] },
                  ),
                ]
              : []),
          ];
          const found = plan(lines, shelf, candidates, { target: asId<PromotionId>('tiers') });
          const best = everyAddition(lines, shelf, candidates);
          if (found.kind === 'refused') {
            if (found.reason === 'buying-less-is-cheaper') expect(best?.regret).toBeGreaterThan(0);
            else if (best) expect(best.far).toBe(true);
            return;
          }
          expect(best).not.toBeNull();
          expect(found.after.minor - found.before.minor).toBe(found.extra.minor);
          expect(regretOf(found.extra.minor, found.add, shelf, found.combination, best?.giftsBefore ?? 0)).toBeCloseTo(
            best?.regret ?? Number.NaN,
            4,
          );
          expect(found.extra.minor <= 0 || (best?.regret ?? 1) <= 1e-6).toBe(true);
        },
      ),
      { numRuns: rounds, seed: 21 },
    );
  });
});

type Shelf = readonly [Product, number][];
type Combined = ReturnType<typeof bestCombination>;

const worthOf = (shelf: Shelf, id: string): number => shelf.find(([p]) => p.id === id)?.[1] ?? 0;
const giftWorth = (shelf: Shelf, { priced }: Combined): number =>
  priced.lines.reduce((sum, l) => sum + (l.gift ? l.unitPrice.minor * worthOf(shelf, l.product) : 0), 0);

const regretOf = (
  extraMinor: number,
  add: readonly { readonly product: string; readonly quantity: number }[],
  shelf: Shelf,
  after: Combined,
  giftsBefore: number,
): number =>
  add.reduce((regret, { product: id, quantity }) => {
    const [found, worth] = shelf.find(([p]) => p.id === id) as [Product, number];
    return regret - worth * found.price.minor * quantity;
  }, extraMinor) -
  (giftWorth(shelf, after) - giftsBefore);

/** Every set of up to three units of the shelf; the least regret among the smallest that take 满减 a step further. */
const everyAddition = (
  lines: readonly BasketLine[],
  shelf: Shelf,
  candidates: readonly Candidate[],
): { readonly regret: number; readonly giftsBefore: number; readonly far: boolean } | null => {
  const products = catalogueOf([...lines.map(l => l.product), ...shelf.map(([p]) => p)]);
  const combined = (counts: readonly number[]): Combined =>
    bestCombination(
      combineInput({
        lines: [...lines, ...counts.map((quantity, i) => ({ product: (shelf[i] as [Product, number])[0], quantity }))],
        shop,
        candidates,
        products,
      }),
    );
  const off = ({ priced }: Combined): number => priced.deals?.find(d => d.promotion === 'tiers')?.saves.minor ?? 0;
  const none = combined(shelf.map(() => 0));
  const sets: number[][] = [];
  const grow = (counts: number[], from: number, left: number): void => {
    if (counts.some(n => n > 0)) sets.push(counts);
    if (left === 0) return;
    for (let i = from; i < shelf.length; i++) {
      if ((counts[i] as number) < 2) grow(counts.with(i, (counts[i] as number) + 1), i, left - 1);
    }
  };
  grow(
    shelf.map(() => 0),
    0,
    3,
  );
  const reaches = (counts: readonly number[]): boolean => off(combined(counts)) > off(none);
  const giftsBefore = giftWorth(shelf, none);
  const goods = lines.reduce((sum, l) => sum + l.product.price.minor, 0);
  let best: { regret: number; giftsBefore: number; far: boolean } | null = null;
  for (const counts of sets) {
    if (!reaches(counts)) continue;
    if (counts.some((n, i) => n > 0 && reaches(counts.with(i, n - 1)))) continue;
    const after = combined(counts);
    const add = counts.flatMap((quantity, i) =>
      quantity > 0 ? [{ product: (shelf[i] as [Product, number])[0].id, quantity }] : [],
    );
    const extra = after.priced.total.minor - none.priced.total.minor;
    const regret = regretOf(extra, add, shelf, after, giftsBefore);
    const added = counts.reduce((sum, n, i) => sum + n * (shelf[i] as [Product, number])[0].price.minor, 0);
    if (!best || regret < best.regret) best = { regret, giftsBefore, far: added > nearShare * goods };
  }
  return best;
};
