import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId, type ProductId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Action, Promotion, StackGroup } from '../../../knowledge/domain/promotion.ts';
import type { BasketLine } from '../combine/basket.ts';
import { bestCombination } from '../combine/combine.ts';
import { priceCart } from '../combine/price.ts';
import {
  actions,
  carts,
  conditions,
  nobody,
  now,
  product,
  promotion,
  shelfCatalogue,
  shop,
  yuan,
} from '../offers.test-helper.ts';
import { refundPreview } from './refund.ts';

/** Everything together, in the order of the promotions. */
const together: readonly StackGroup[] = [{ key: 'all', name: {}, order: 0, mode: 'all' }];
const openShop = { ...shop, stackGroups: together };

type Rule = Pick<Promotion, 'action' | 'conditions' | 'onReturn'>;

/** The order of a cart under the best combination of these rules. */
const orderUnder = (
  lines: readonly BasketLine[],
  rules: readonly Rule[],
  products: ReadonlyMap<ProductId, Product> = shelfCatalogue,
): Order => {
  const deals = rules.map((rule, i) =>
    promotion(rule.action, { ...rule, id: asId<PromotionId>(`d${i}`), group: 'all', order: i }),
  );
  const { priced } = bestCombination({
    lines,
    shop: openShop,
    shopper: nobody,
    now,
    products,
    candidates: deals.map(d => ({ promotion: d, ...(i(d) === 0 ? { code: 'CODE' } : {}) })),
  });
  const byId = new Map(deals.map(d => [d.id, d]));
  return {
    id: asId('order'),
    number: 'T-1',
    shopper: asId('ann'),
    lines: priced.lines.map((line): OrderLine => {
      const found = products.get(line.product) ?? lines.find(l => l.product.id === line.product)?.product;
      return {
        ...line,
        title: {},
        ...(found ? { category: found.category } : {}),
        ...(found?.brand ? { brand: found.brand } : {}),
      };
    }),
    currency: 'CNY',
    subtotal: priced.subtotal,
    discount: priced.discount,
    shipping: priced.shipping,
    total: priced.total,
    status: 'delivered',
    placedAt: now,
    deals: (priced.deals ?? []).map(deal => {
      const { conditions: c, action, onReturn } = byId.get(deal.promotion)!;
      return {
        ...deal,
        redemption: asId(`${deal.promotion}:ann`),
        rule: { conditions: c, action, ...(onReturn ? { onReturn } : {}) },
      };
    }),
    source: 'test',
  };
};
const i = (p: Pick<Promotion, 'order'>): number => p.order ?? 0;

type Lines = ReturnRequest['lines'];
type Earlier = { lines: Lines; status: ReturnRequest['status']; refund: ReturnRequest['refund'] };

/** Returns one after another, as registered; checks what holds of every step. */
const returnAll = (order: Order, steps: readonly Lines[]): { refunds: number[]; previous: Earlier[] } => {
  const previous: Earlier[] = [];
  const refunds = steps.map(lines => {
    const preview = refundPreview(order, previous, lines);
    expect(preview.refund.minor).toBeGreaterThanOrEqual(0);
    expect(preview.refund.minor).toBeLessThanOrEqual(Math.max(preview.goods.minor, order.total.minor));
    const taken = preview.deductions.reduce((sum, d) => sum + d.amount.minor, 0);
    expect(preview.refund.minor + taken).toBeLessThanOrEqual(Math.max(preview.goods.minor, preview.refund.minor));
    previous.push({ lines: preview.lines, status: 'requested', refund: preview.refund });
    return preview.refund.minor;
  });
  return { refunds, previous };
};
const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0);
const everything = (order: Order): Lines => order.lines.map(l => ({ product: l.product, quantity: l.quantity }));

const rules = fc.record({
  action: actions,
  conditions,
  onReturn: fc.constantFrom('keep' as const, 'unearned' as const),
});

describe('returns of an order with several deals', () => {
  it('property: any sequence of partial returns pays back at most what was paid, and exactly that when all is back (C6)', () => {
    const picks = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 4 })), { maxLength: 10 });
    fc.assert(
      fc.property(carts, fc.array(rules, { minLength: 1, maxLength: 3 }), picks, (lines, all, steps) => {
        const order = orderUnder(lines, all);
        const some = steps.map(([pick, quantity]) => {
          const line = order.lines[pick % order.lines.length] as OrderLine;
          return [{ product: line.product, quantity }];
        });
        const { refunds } = returnAll(order, [...some, everything(order), everything(order)]);
        let paid = 0;
        for (const refund of refunds) {
          paid += refund;
          expect(paid).toBeLessThanOrEqual(order.total.minor);
        }
        expect(paid).toBe(order.total.minor);
        expect(refunds.at(-1)).toBe(0);
      }),
      { numRuns: 600, seed: 21 },
    );
  });

  it('property: for every subset of the units, one step or unit by unit comes to the same, and the shop never loses the rule', () => {
    const small = fc.array(
      fc.record({ product: fc.constantFrom(...shelfCatalogue.values()), quantity: fc.integer({ min: 1, max: 2 }) }),
      { minLength: 1, maxLength: 3 },
    );
    let clawed = 0;
    fc.assert(
      fc.property(small, actions, conditions, (lines, action, c) => {
        const rule = { action, conditions: c, onReturn: 'unearned' as const };
        const order = orderUnder(lines, [rule]);
        const units = order.lines.flatMap(l => Array.from({ length: l.gift ? 0 : l.quantity }, () => l.product));
        for (let subset = 1; subset < 2 ** units.length; subset++) {
          const back = units.filter((_, at) => (subset >> at) & 1);
          const asked = [...new Set(back)].map(p => ({ product: p, quantity: back.filter(b => b === p).length }));
          const once = sum(returnAll(order, [asked]).refunds);
          const stepwise = returnAll(
            order,
            back.map(p => [{ product: p, quantity: 1 }]),
          ).refunds;
          // Step by step what was paid out cannot be asked for again; more than at once only then.
          expect(sum(stepwise)).toBeGreaterThanOrEqual(once);
          const kept = keptOf(order, asked);
          const cost = costUnderRule(order, kept, rule);
          const shipping = kept.length === 0 ? order.shipping.minor : 0;
          const keptCosts = order.total.minor - order.shipping.minor - (once - shipping);
          if (once > 0) expect(keptCosts).toBeGreaterThanOrEqual(cost);
          if (once < refundPreview(order, [], asked).goods.minor) clawed += 1;
          let paidOut = 0;
          for (const [at, refund] of stepwise.entries()) {
            paidOut += refund;
            const soFar = back.slice(0, at + 1);
            const left = keptOf(
              order,
              [...new Set(soFar)].map(p => ({ product: p, quantity: soFar.filter(b => b === p).length })),
            );
            if (refund === 0) continue;
            const fee = left.length === 0 ? order.shipping.minor : 0;
            expect(order.total.minor - order.shipping.minor - (paidOut - fee)).toBeGreaterThanOrEqual(
              costUnderRule(order, left, rule),
            );
          }
        }
      }),
      { numRuns: 250, seed: 22 },
    );
    expect(clawed).toBeGreaterThan(100);
  });
});

/** What stays of an order, the gift apart. */
const keptOf = (order: Order, back: Lines): BasketLine[] =>
  order.lines.flatMap(line => {
    const quantity = line.quantity - (back.find(b => b.product === line.product)?.quantity ?? 0);
    if (line.gift || quantity <= 0) return [];
    return [{ product: { ...shelfCatalogue.get(line.product)!, stock: null }, quantity }];
  });

/** Bought alone under the rule, shipping apart, with a gift that was given and is not earned at its price. */
const costUnderRule = (order: Order, kept: readonly BasketLine[], rule: Rule): number => {
  const gift = order.lines.find(l => l.gift);
  if (kept.length === 0) return gift ? gift.unitPrice.minor : 0;
  const plenty = new Map([...shelfCatalogue].map(([id, p]) => [id, { ...p, stock: null }]));
  const priced = priceCart({
    lines: kept,
    shop: { ...shop, shippingFee: money(0, 'CNY') },
    promotion: rule,
    products: plenty,
  });
  const earned = priced.lines.some(l => l.gift);
  return priced.total.minor + (gift && !earned ? gift.unitPrice.minor : 0);
};

describe('the named complaints', () => {
  const [jug, cup] = [product('jug', 250), product('cup', 30)];
  const goods = new Map([jug, cup].map(p => [p.id, p]));
  const tiers: Action = { kind: 'spend-and-save', tiers: [{ threshold: yuan(300), off: yuan(50) }] };
  const cart = [
    { product: jug, quantity: 1 },
    { product: cup, quantity: 3 },
  ];
  const cups = (quantity: number): Lines => [{ product: cup.id, quantity }];

  it('a discount over the whole order is not spread anew over what stays when a line goes back (vendure#4811)', () => {
    const order = orderUnder(cart, [{ action: { kind: 'amount-off', amount: yuan(34) }, conditions: [] }], goods);
    const { refunds } = returnAll(order, [cups(3)]);
    // 340 less 34: a tenth of the cups' 90 is off them, and stays off them.
    expect(refunds).toEqual([8100]);
  });

  it('a unit that goes back takes its own share of the discount with it, no more and no less (vendure#1795)', () => {
    const widget = product('widget', 12);
    const order = orderUnder(
      [{ product: widget, quantity: 3 }],
      [{ action: { kind: 'amount-off', amount: yuan(10) }, conditions: [] }],
      new Map([[widget.id, widget]]),
    );
    const one: Lines = [{ product: widget.id, quantity: 1 }];
    // 36 less 10 is 26, and 12 for shipping, which goes with the last of them.
    expect(returnAll(order, [one, one, one]).refunds).toEqual([867, 867, 866 + 1200]);
  });

  it('who buys up to the threshold and sends back what made it pays for what is kept as if bought alone (solidus#512, Sylius#10124)', () => {
    const order = orderUnder(cart, [{ action: tiers, conditions: [], onReturn: 'unearned' }], goods);
    expect(order.discount).toEqual(yuan(50));
    const back = refundPreview(order, [], cups(2));
    // The two cups were paid 51.18; the jug and one cup now cost 280 without the 50 off.
    expect(back.goods).toEqual(money(5118, 'CNY'));
    expect(back.refund).toEqual(yuan(10));
    expect(back.notes).toEqual(['discount-taken-back']);
    expect(back.deductions).toEqual([{ promotion: 'd0', why: 'discount', amount: money(4118, 'CNY') }]);
    expect(order.total.minor - order.shipping.minor - back.refund.minor).toBe(28_000);
  });

  it('the same under a deal that is kept pays the frozen share, and says that the threshold is gone', () => {
    const order = orderUnder(cart, [{ action: tiers, conditions: [] }], goods);
    const back = refundPreview(order, [], cups(2));
    expect(back.refund).toEqual(money(5118, 'CNY'));
    expect(back.notes).toEqual(['falls-below-threshold']);
    expect(back.deductions).toEqual([]);
  });

  it('what is taken back is never more than the refund, and comes off the next one', () => {
    const order = orderUnder(cart, [{ action: tiers, conditions: [], onReturn: 'unearned' }], goods);
    const one = returnAll(order, [cups(1), cups(1), cups(1)]);
    // After one cup 310 still earns it; the second falls below and 41.18 more is due than one cup was paid.
    expect(one.refunds).toEqual([2559, 0, 1441]);
    expect(order.total.minor - order.shipping.minor - sum(one.refunds)).toBe(25_000);
  });

  it('a lower step that is still reached is what counts', () => {
    const steps: Action = {
      kind: 'spend-and-save',
      tiers: [
        { threshold: yuan(200), off: yuan(20) },
        { threshold: yuan(300), off: yuan(50) },
      ],
    };
    const order = orderUnder(cart, [{ action: steps, conditions: [], onReturn: 'unearned' }], goods);
    const back = refundPreview(order, [], cups(2));
    expect(order.total.minor - order.shipping.minor - back.refund.minor).toBe(28_000 - 2000);
  });

  it('a gift no longer earned is to come back, or its price is off the refund until it does', () => {
    const mug = product('mug', 25);
    const rule: Rule = {
      action: { kind: 'gift', product: mug.id },
      conditions: [{ kind: 'min-spend', amount: yuan(300) }],
      onReturn: 'unearned',
    };
    const order = orderUnder(cart, [rule], new Map([...goods, [mug.id, mug]]));
    const without = refundPreview(order, [], cups(2));
    expect(without.refund).toEqual(yuan(60 - 25));
    expect(without.notes).toEqual(['gift-deducted']);
    expect(without.deductions).toEqual([{ promotion: 'd0', why: 'gift', amount: yuan(25), gift: mug.id }]);
    const along = [...cups(2), { product: mug.id, quantity: 1 }];
    expect(refundPreview(order, [], along)).toMatchObject({ refund: yuan(60), deductions: [] });
    const later = returnAll(order, [cups(2), [{ product: mug.id, quantity: 1 }]]);
    expect(later.refunds).toEqual([3500, 2500]);
  });

  it('free shipping no longer earned is off the refund', () => {
    const rule: Rule = {
      action: { kind: 'free-shipping' },
      conditions: [{ kind: 'min-spend', amount: yuan(300) }],
      onReturn: 'unearned',
    };
    const order = orderUnder(cart, [rule], goods);
    expect(refundPreview(order, [], cups(2))).toMatchObject({
      refund: yuan(48),
      deductions: [{ why: 'shipping', amount: yuan(12) }],
    });
    expect(refundPreview(order, [], everything(order)).refund).toEqual(order.total);
  });

  it('a code stays used when the whole order comes back after it shipped, and that is said', () => {
    const order = orderUnder(cart, [{ action: tiers, conditions: [] }], goods);
    expect(refundPreview(order, [], everything(order)).notes).toEqual([
      'everything-returned',
      'shipping-refunded',
      'code-stays-used',
    ]);
  });

  it('the rule and the prices are those of the order, whatever the promotion or the product became', () => {
    const order = orderUnder(cart, [{ action: tiers, conditions: [], onReturn: 'unearned' }], goods);
    const dearer = new Map([jug, cup].map(p => [p.id, { ...p, price: yuan(900), category: 'bags' }]));
    const changed = promotion({ kind: 'percent-off', rate: 0.5 });
    expect(refundPreview(order, [], cups(2), changed, shop, dearer).refund).toEqual(yuan(10));
  });
});
