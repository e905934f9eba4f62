import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '../../../knowledge/domain/ids.ts';
import type { Order, OrderLine, ReturnRequest } from '../../../knowledge/domain/order.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import { type PriceInput, priceCart } from '../combine/price.ts';
import { actions, carts, now, product, promotion, shelfCatalogue, shop, yuan } from '../offers.test-helper.ts';
import { refundPreview } from './refund.ts';

const orderOf = (input: Omit<PriceInput, 'shop'>): Order => {
  const priced = priceCart({ ...input, shop });
  return {
    id: asId('order'),
    number: 'T-1',
    shopper: asId('ann'),
    lines: priced.lines.map((line): OrderLine => ({ ...line, title: {} })),
    currency: 'CNY',
    subtotal: priced.subtotal,
    discount: priced.discount,
    shipping: priced.shipping,
    total: priced.total,
    status: 'delivered',
    placedAt: now,
    source: 'test',
  };
};

type Lines = ReturnRequest['lines'];
const earlier = (lines: Lines, status: ReturnRequest['status'] = 'refunded') => ({ lines, status });

describe('a refund', () => {
  it('of any sequence of partial returns is in the end exactly what was paid, and never more on the way (C6)', () => {
    const steps = fc.array(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 3 })), { maxLength: 12 });
    fc.assert(
      fc.property(carts, actions, steps, (lines, action, picks) => {
        const order = orderOf({ lines, promotion: promotion(action), products: shelfCatalogue });
        const previous: { lines: Lines; status: ReturnRequest['status'] }[] = [];
        let refunded = 0;
        const giveBack = (asked: Lines): void => {
          const preview = refundPreview(order, previous, asked);
          expect(preview.refund.minor).toBeGreaterThanOrEqual(0);
          refunded += preview.refund.minor;
          expect(refunded).toBeLessThanOrEqual(order.total.minor);
          previous.push(earlier(preview.lines, 'requested'));
        };
        for (const [pick, quantity] of picks) {
          const line = order.lines[pick % order.lines.length] as OrderLine;
          giveBack([{ product: line.product, quantity }]);
        }
        giveBack(order.lines.map(l => ({ product: l.product, quantity: l.quantity })));
        expect(refunded).toBe(order.total.minor);
        giveBack([{ product: (order.lines[0] as OrderLine).product, quantity: 1 }]);
        expect(refunded).toBe(order.total.minor);
      }),
      { numRuns: 1000, seed: 8 },
    );
  });

  it('does not depend on what else is returned with it, shipping aside', () => {
    const order = orderOf({
      lines: [
        { product: product('a', 33.33), quantity: 3 },
        { product: product('b', 20), quantity: 2 },
      ],
      promotion: promotion({ kind: 'percent-off', rate: 0.07 }),
    });
    const one = [{ product: asId<OrderLine['product']>('a'), quantity: 2 }];
    const other = [{ product: asId<OrderLine['product']>('b'), quantity: 1 }];
    const apart = refundPreview(order, [], one).refund.minor + refundPreview(order, [earlier(one)], other).refund.minor;
    expect(refundPreview(order, [], [...one, ...other]).refund.minor).toBe(apart);
  });

  it('of one of two like units, one paid and one a gift, is for the one that was paid', () => {
    const mug = product('mug', 30);
    const order = orderOf({
      lines: [{ product: mug, quantity: 1 }],
      promotion: promotion({ kind: 'gift', product: mug.id }),
    });
    const one = [{ product: mug.id, quantity: 1 }];
    expect(refundPreview(order, [], one).refund).toEqual(yuan(42));
    expect(refundPreview(order, [earlier(one)], one).refund).toEqual(yuan(0));
  });

  it('does not count a return that was refused, and cuts one that asks for too much', () => {
    const mug = product('mug', 30);
    const order = orderOf({ lines: [{ product: mug, quantity: 2 }] });
    const both = [{ product: mug.id, quantity: 2 }];
    expect(refundPreview(order, [earlier(both, 'refused')], both).refund).toEqual(yuan(72));
    expect(refundPreview(order, [], [{ product: mug.id, quantity: 5 }])).toMatchObject({
      refund: yuan(72),
      lines: both,
      notes: ['more-than-bought', 'everything-returned', 'shipping-refunded'],
    });
    expect(refundPreview(order, [earlier(both)], [{ product: mug.id, quantity: 1 }])).toMatchObject({
      refund: yuan(0),
      lines: [],
      notes: ['more-than-bought'],
    });
  });
});

describe('what a return means for the deal', () => {
  const tiers: Action = { kind: 'spend-and-save', tiers: [{ threshold: yuan(300), off: yuan(50) }] };
  const [jug, cup] = [product('jug', 250), product('cup', 30)];
  const lines = [
    { product: jug, quantity: 1 },
    { product: cup, quantity: 3 },
  ];
  const cups = (quantity: number): Lines => [{ product: cup.id, quantity }];

  it('is said when the rest falls below the threshold, and the refund stays the frozen share', () => {
    const order = orderOf({ lines, promotion: promotion(tiers) });
    // 340 less 50, of which the three cups carry 13.24.
    expect(refundPreview(order, [], cups(1), promotion(tiers), shop)).toMatchObject({ notes: [] });
    const two = refundPreview(order, [], cups(2), promotion(tiers), shop);
    expect(two.notes).toContain('falls-below-threshold');
    expect(two.refund.minor).toBe(5118);
  });

  it('asks for the gift when the rest no longer earns it', () => {
    const gift = product('gift', 25);
    const rule = promotion(
      { kind: 'gift', product: gift.id },
      { conditions: [{ kind: 'min-spend', amount: yuan(300) }] },
    );
    const order = orderOf({ lines, promotion: rule, products: new Map([[gift.id, gift]]) });
    expect(refundPreview(order, [], cups(1), rule, shop).notes).toEqual([]);
    expect(refundPreview(order, [], cups(3), rule, shop).notes).toEqual(['falls-below-threshold', 'gift-to-return']);
    expect(refundPreview(order, [], [...cups(3), { product: gift.id, quantity: 1 }], rule, shop).notes).toEqual([
      'falls-below-threshold',
    ]);
    const all = [...cups(3), { product: jug.id, quantity: 1 }];
    expect(refundPreview(order, [], all, rule, shop)).toMatchObject({
      refund: order.total,
      notes: ['gift-to-return', 'everything-returned', 'shipping-refunded'],
    });
  });

  it('counts only goods of the scope that are kept', () => {
    const rule = promotion({ ...tiers, scope: { categories: ['shoes'] } } as Action);
    const shoe = product('shoe', 300, { category: 'shoes' });
    const order = orderOf({ lines: [...lines, { product: shoe, quantity: 1 }], promotion: rule });
    const products = new Map([shoe, jug, cup].map(p => [p.id, p]));
    expect(refundPreview(order, [], cups(3), rule, shop, products).notes).toEqual([]);
    const back = [{ product: shoe.id, quantity: 1 }];
    expect(refundPreview(order, [], back, rule, shop, products).notes).toContain('falls-below-threshold');
  });
});
