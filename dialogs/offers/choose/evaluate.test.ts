import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../knowledge/domain/money.ts';
import { offerRefusals } from '../../../knowledge/domain/offer.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Action, Condition } from '../../../knowledge/domain/promotion.ts';
import { priceCart } from '../combine/price.ts';
import {
  actions,
  carts,
  catalogueOf,
  conditions,
  nobody,
  now,
  product,
  promotion,
  shelfCatalogue,
  shop,
  yuan,
} from '../offers.test-helper.ts';
import { type EvaluateInput, evaluatePromotion } from './evaluate.ts';

const shoe = product('shoe', 300, { category: 'shoes', brand: 'north' });
const mug = product('mug', 30);

const evaluate = (
  action: Action,
  lines: { product: Product; quantity: number }[],
  more: Partial<EvaluateInput> & { conditions?: Condition[] } = {},
) =>
  evaluatePromotion({
    promotion: promotion(action, { conditions: more.conditions ?? [] }),
    lines,
    shop,
    shopper: nobody,
    now,
    ...more,
  });

const tenPercent: Action = { kind: 'percent-off', rate: 0.1 };
const one = [{ product: shoe, quantity: 1 }];

describe('whether a deal applies', () => {
  it('is always said: applied with what it saves, or refused with a reason, and saving is what the total shows (C7)', () => {
    fc.assert(
      fc.property(carts, actions, conditions, (lines, action, conds) => {
        const rule = promotion(action, { conditions: conds });
        const result = evaluatePromotion({
          promotion: rule,
          lines,
          shop,
          shopper: nobody,
          now,
          products: shelfCatalogue,
        });
        if (result.kind === 'refused') {
          expect(offerRefusals).toContain(result.reason);
          return;
        }
        const plain = priceCart({ lines, shop });
        const gift = result.priced.lines.find(l => l.gift)?.unitPrice.minor ?? 0;
        expect(result.saves.minor).toBeGreaterThan(0);
        expect(plain.total.minor - result.priced.total.minor + gift).toBe(result.saves.minor);
        expect(priceCart({ lines, shop, promotion: rule, products: shelfCatalogue })).toEqual(result.priced);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });

  it('can be reached by doing what the refusal says, for every rule about money or units', () => {
    fc.assert(
      fc.property(carts, conditions, (lines, conds) => {
        let current = lines;
        for (let step = 0; step < 4; step++) {
          const result = evaluate(tenPercent, current, { conditions: conds });
          if (result.kind === 'applies') return;
          if (result.reason !== 'conditions-not-met' || !result.unlock) return;
          const { spendMore, addQuantity, scope } = result.unlock;
          const wanted = [...shelfCatalogue.values()].find(
            p =>
              (!scope?.categories || scope.categories.includes(p.category)) &&
              (!scope?.brands || scope.brands.includes(p.brand ?? '')) &&
              (!scope?.products || scope.products.includes(p.id)),
          );
          if (!wanted) return;
          const quantity = Math.max(addQuantity ?? 1, Math.ceil((spendMore?.minor ?? 0) / wanted.price.minor));
          current = [...current, { product: wanted, quantity }];
        }
        const last = evaluate(tenPercent, current, { conditions: conds });
        // Two conditions and the action: each step met one. What may stay is a percentage of a few cents.
        expect(last.kind === 'applies' || last.reason !== 'conditions-not-met' || !last.unlock?.spendMore).toBe(true);
      }),
      { numRuns: 500, seed: 4 },
    );
  });

  it.each<[string, Condition, object]>([
    ['spend', { kind: 'min-spend', amount: yuan(350) }, { spendMore: yuan(50) }],
    [
      'spend in a category',
      { kind: 'min-spend', amount: yuan(50), scope: { categories: ['mugs'] } },
      { spendMore: yuan(50), scope: { categories: ['mugs'] } },
    ],
    ['units', { kind: 'min-quantity', quantity: 3 }, { addQuantity: 2 }],
    [
      'a product',
      { kind: 'contains', scope: { products: [mug.id] } },
      { addQuantity: 1, scope: { products: [mug.id] } },
    ],
  ])('names the nearest change when %s is missing', (_name, condition, unlock) => {
    const result = evaluate(tenPercent, one, { conditions: [condition] });
    expect(result).toEqual({ kind: 'refused', reason: 'conditions-not-met', unlock });
  });

  it.each<[string, Condition, EvaluateInput['shopper'], boolean]>([
    ['a member of a segment', { kind: 'segment', anyOf: ['vip', 'new'] }, { segments: ['vip'], orderCount: 4 }, true],
    ['nobody else', { kind: 'segment', anyOf: ['vip'] }, { segments: ['new'], orderCount: 4 }, false],
    ['a first order', { kind: 'first-order' }, { segments: [], orderCount: 0 }, true],
    ['no later one', { kind: 'first-order' }, { segments: [], orderCount: 1 }, false],
  ])('asks who the shopper is: %s', (_name, condition, shopper, applies) => {
    const result = evaluate(tenPercent, one, { conditions: [condition], shopper });
    expect(result).toMatchObject(
      applies
        ? { kind: 'applies' }
        : { kind: 'refused', reason: condition.kind === 'first-order' ? 'first-order-only' : 'not-for-shopper' },
    );
    if (!applies) expect(result).not.toHaveProperty('unlock');
  });

  it.each<[string, Partial<EvaluateInput>, string]>([
    ['an empty cart', { lines: [] }, 'empty-cart'],
    ['a promotion that is switched off', { promotion: promotion(tenPercent, { active: false }) }, 'not-active'],
    ['one that has ended', { now: new Date('2026-06-01T00:00:00Z') }, 'not-active'],
    [
      'one in another currency',
      { promotion: promotion({ kind: 'amount-off', amount: money(5, 'USD') }) },
      'currency-mismatch',
    ],
    ['a gift nobody sells', { promotion: promotion({ kind: 'gift', product: mug.id }) }, 'out-of-stock'],
    [
      'free shipping on what ships free',
      { promotion: promotion({ kind: 'free-shipping' }), lines: [{ product: shoe, quantity: 4 }] },
      'conditions-not-met',
    ],
  ])('refuses %s', (_name, more, reason) => {
    expect(evaluate(tenPercent, one, more)).toMatchObject({ kind: 'refused', reason });
  });

  it('refuses a discount that costs more in shipping than it saves', () => {
    const lines = [{ product: product('tent', 1000), quantity: 1 }];
    expect(evaluate({ kind: 'amount-off', amount: yuan(10) }, lines)).toMatchObject({ kind: 'refused' });
    expect(evaluate({ kind: 'amount-off', amount: yuan(50) }, lines)).toMatchObject({
      kind: 'applies',
      saves: yuan(38),
    });
  });

  it('skips the missing attribute: a product without a brand is simply outside a brand (never a fault)', () => {
    const result = evaluate({ ...tenPercent, scope: { brands: ['north'] } }, [{ product: mug, quantity: 1 }]);
    expect(result).toMatchObject({ kind: 'refused', reason: 'conditions-not-met' });
  });
});

describe('what a deal costs the shop', () => {
  it('is the discount, a gift at its cost and the shipping fee', () => {
    const gift = product('gift', 25);
    const products = catalogueOf([gift]);
    expect(evaluate(tenPercent, one)).toMatchObject({ saves: yuan(30), costMinor: 3000 });
    expect(evaluate({ kind: 'gift', product: gift.id }, one, { products })).toMatchObject({
      saves: yuan(25),
      costMinor: 1000,
    });
    expect(evaluate({ kind: 'free-shipping' }, one)).toMatchObject({ saves: yuan(12), costMinor: 1200 });
  });

  it('never takes the margin of a personal offer below its floor', () => {
    fc.assert(
      fc.property(carts, actions, fc.double({ min: 0, max: 0.6, noNaN: true }), (lines, action, marginFloor) => {
        const result = evaluate(action, lines, { marginFloor, products: shelfCatalogue });
        if (result.kind === 'refused') return;
        const paid = result.priced.subtotal.minor - result.priced.discount.minor;
        const cost = result.priced.lines.reduce(
          (sum, l) => sum + (shelfCatalogue.get(l.product)?.cost?.minor ?? 0) * l.quantity,
          0,
        );
        expect(paid - cost).toBeGreaterThanOrEqual(marginFloor * paid - 1e-6);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  it('is not risked where a cost is unknown', () => {
    const { cost: _, ...unknown } = shoe;
    const lines = [{ product: unknown, quantity: 1 }];
    expect(evaluate(tenPercent, lines, { marginFloor: 0 })).toMatchObject({ reason: 'below-margin' });
    expect(evaluate(tenPercent, lines)).toMatchObject({ kind: 'applies' });
  });
});

describe('a promise', () => {
  it('is kept after the promotion was stopped, has ended, or the shopper left the segment', () => {
    const stopped = promotion(tenPercent, { active: false, conditions: [{ kind: 'segment', anyOf: ['vip'] }] });
    const later = new Date('2026-07-01T00:00:00Z');
    expect(evaluate(tenPercent, one, { promotion: stopped, now: later, promised: true })).toMatchObject({
      kind: 'applies',
    });
  });

  it('still asks what is in the cart', () => {
    const rule = promotion(tenPercent, { conditions: [{ kind: 'min-spend', amount: yuan(400) }] });
    expect(evaluate(tenPercent, one, { promotion: rule, promised: true })).toMatchObject({
      reason: 'conditions-not-met',
      unlock: { spendMore: yuan(100) },
    });
  });
});
