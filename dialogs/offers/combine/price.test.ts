import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { money } from '../../../knowledge/domain/money.ts';
import type { PricedCart } from '../../../knowledge/domain/offer.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import { actions, carts, conditions, product, promotion, shelfCatalogue, shop, yuan } from '../offers.test-helper.ts';
import { priceCart } from './price.ts';

const shoe = product('shoe', 300, { category: 'shoes' });
const bag = product('bag', 200, { category: 'bags' });
const mug = product('mug', 30);

const price = (action: Action, lines: { product: typeof shoe; quantity: number }[]): PricedCart =>
  priceCart({ lines, shop, promotion: promotion(action), products: shelfCatalogue });

const adds = (cart: PricedCart): void => {
  const minor = (field: 'discount' | 'paid') => cart.lines.reduce((sum, l) => sum + l[field].minor, 0);
  expect(minor('discount')).toBe(cart.discount.minor);
  expect(minor('paid')).toBe(cart.subtotal.minor - cart.discount.minor);
  expect(cart.total.minor).toBe(cart.subtotal.minor - cart.discount.minor + cart.shipping.minor);
};

describe('the price of a cart', () => {
  it('adds up to the cent for every cart and rule, takes off no more than a line costs, and never gives an order away', () => {
    fc.assert(
      fc.property(carts, actions, conditions, (lines, action, conds) => {
        const cart = priceCart({ lines, shop, promotion: { action, conditions: conds }, products: shelfCatalogue });
        adds(cart);
        for (const line of cart.lines) {
          expect(line.discount.minor).toBeGreaterThanOrEqual(0);
          expect(line.paid.minor).toBeGreaterThanOrEqual(0);
          expect(line.paid.minor).toBe(line.unitPrice.minor * line.quantity - line.discount.minor);
        }
        expect(cart.discount.minor).toBeLessThanOrEqual(cart.subtotal.minor);
        // Shops sell nothing at no price here, so something is always paid for the goods.
        expect(cart.subtotal.minor - cart.discount.minor).toBeGreaterThan(0);
        expect(cart.shipping.minor).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('is the same however the lines were added, line by line (medusa#13431)', () => {
    const shuffled = carts.chain(lines =>
      fc.record({ lines: fc.constant(lines), again: fc.shuffledSubarray(lines, { minLength: lines.length }) }),
    );
    fc.assert(
      fc.property(shuffled, actions, ({ lines, again }, action) => {
        const rule = { action, conditions: [] };
        const a = priceCart({ lines, shop, promotion: rule, products: shelfCatalogue });
        const b = priceCart({ lines: again, shop, promotion: rule, products: shelfCatalogue });
        expect(b.total).toEqual(a.total);
        const byProduct = (cart: PricedCart) =>
          new Map(cart.lines.map(l => [`${l.product}${l.gift}`, l.discount.minor]));
        expect(byProduct(b)).toEqual(byProduct(a));
      }),
      { numRuns: 1000, seed: 2 },
    );
  });

  it('keeps the lines as the shopper added them and merges a product added twice', () => {
    const cart = priceCart({
      lines: [
        { product: shoe, quantity: 1 },
        { product: bag, quantity: 1 },
        { product: shoe, quantity: 2 },
      ],
      shop,
    });
    expect(cart.lines.map(l => [l.product, l.quantity])).toEqual([
      ['shoe', 3],
      ['bag', 1],
    ]);
  });

  it('shares a discount by largest remainder: 10 over three equal lines is 4, 3 and 3', () => {
    const ten = { kind: 'amount-off' as const, amount: money(10, 'CNY') };
    const lines = ['a', 'b', 'c'].map(id => ({ product: product(id, 5), quantity: 1 }));
    expect(price(ten, lines).lines.map(l => l.discount.minor)).toEqual([4, 3, 3]);
  });

  it('gives the odd fen to the same products whichever way round they were added', () => {
    const ten = { kind: 'amount-off' as const, amount: money(10, 'CNY') };
    const lines = ['a', 'b', 'c'].map(id => ({ product: product(id, 5), quantity: 1 }));
    expect(price(ten, lines.toReversed()).lines.map(l => [l.product, l.discount.minor])).toEqual([
      ['c', 3],
      ['b', 3],
      ['a', 4],
    ]);
  });

  it('takes an amount off only what costs more than it: goods of just that price are not given away', () => {
    const fifty = { kind: 'amount-off' as const, amount: yuan(50) };
    const of = (yuanEach: number) => price(fifty, [{ product: product('x', yuanEach), quantity: 1 }]).discount;
    expect([of(49), of(50), of(50.01)]).toEqual([yuan(0), yuan(0), yuan(50)]);
  });

  it('gives no gift that is only in stock for those who pay for it', () => {
    const last = product('last', 20, { stock: 2 });
    const gift = { kind: 'gift' as const, product: last.id };
    expect(price(gift, [{ product: last, quantity: 1 }]).lines).toHaveLength(2);
    expect(price(gift, [{ product: last, quantity: 2 }]).lines).toHaveLength(1);
  });

  it('reads 29 % of 1.00 as 0.29 and rounds the rest down', () => {
    const one = [{ product: product('one', 1), quantity: 1 }];
    expect(price({ kind: 'percent-off', rate: 0.29 }, one).discount.minor).toBe(29);
    expect(
      price({ kind: 'percent-off', rate: 0.999 }, [{ product: product('cent', 0.01), quantity: 1 }]).total,
    ).toEqual(yuan(12.01));
  });

  it('stops a percentage at its most', () => {
    const lines = [{ product: shoe, quantity: 2 }];
    expect(price({ kind: 'percent-off', rate: 0.5, maxDiscount: yuan(80) }, lines).discount).toEqual(yuan(80));
  });

  it('charges shipping by what is left after the discount, and none on an empty cart', () => {
    const lines = [{ product: product('tent', 1000), quantity: 1 }];
    expect(priceCart({ lines, shop }).shipping).toEqual(yuan(0));
    expect(price({ kind: 'amount-off', amount: yuan(50) }, lines).shipping).toEqual(yuan(12));
    expect(priceCart({ lines: [], shop }).total).toEqual(yuan(0));
  });

  it('takes the fee off under free shipping and says how much that was', () => {
    const cart = price({ kind: 'free-shipping' }, [{ product: mug, quantity: 1 }]);
    expect(cart.shipping).toEqual(yuan(0));
    expect(cart.shippingDiscount).toEqual(yuan(12));
    expect(cart.total).toEqual(yuan(30));
  });

  it('adds a gift at its price with its full discount', () => {
    const gift = product('gift', 25);
    const cart = priceCart({
      lines: [{ product: shoe, quantity: 1 }],
      shop,
      promotion: promotion({ kind: 'gift', product: gift.id }),
      products: new Map([[gift.id, gift]]),
    });
    expect(cart.lines.at(-1)).toEqual({
      product: gift.id,
      quantity: 1,
      unitPrice: yuan(25),
      discount: yuan(25),
      paid: yuan(0),
      gift: true,
    });
    expect(cart.total).toEqual(yuan(312));
    adds(cart);
  });

  it('refuses to price a damaged cart or another currency', () => {
    expect(() => priceCart({ lines: [{ product: shoe, quantity: 1.5 }], shop })).toThrow('whole quantity');
    const dollars = { ...shoe, price: money(100, 'USD') };
    expect(() => priceCart({ lines: [{ product: dollars, quantity: 1 }], shop })).toThrow('CNY');
  });
});

describe('spend and save (满减)', () => {
  const tiers = [
    { threshold: yuan(300), off: yuan(30) },
    { threshold: yuan(500), off: yuan(80) },
  ];
  const off = (action: Partial<Extract<Action, { kind: 'spend-and-save' }>>, spent: number): number =>
    price({ kind: 'spend-and-save', tiers, ...action }, [{ product: product('x', spent), quantity: 1 }]).discount
      .minor / 100;

  it.each([
    [299.99, 0],
    [300, 30],
    [499.99, 30],
    [500, 80],
    [5000, 80],
  ])('a spend of %s saves %s: the highest tier reached, once', (spent, saved) => {
    expect(off({}, spent)).toBe(saved);
  });

  it.each([
    [299, 0],
    [300, 50],
    [599, 50],
    [900, 150],
    [1800, 200],
  ])('每满300减50, at most 200: a spend of %s saves %s', (spent, saved) => {
    const every = [{ threshold: yuan(300), off: yuan(50) }];
    expect(off({ tiers: every, repeat: true, cap: yuan(200) }, spent)).toBe(saved);
  });

  it('counts only the goods in its scope and takes it off those', () => {
    const lines = [
      { product: shoe, quantity: 1 },
      { product: bag, quantity: 3 },
    ];
    const cart = price({ kind: 'spend-and-save', tiers, scope: { categories: ['shoes'] } }, lines);
    expect(cart.lines.map(l => l.discount)).toEqual([yuan(30), yuan(0)]);
  });
});

describe('buy x get y (买赠)', () => {
  const twoPlusOne = (limit?: number): Action => ({
    kind: 'buy-x-get-y',
    scope: {},
    buyQuantity: 2,
    getQuantity: 1,
    ...(limit ? { limit } : {}),
  });

  it('gives the cheapest free', () => {
    const lines = [mug, shoe, bag].map(p => ({ product: p, quantity: 1 }));
    expect(price(twoPlusOne(), lines).discount).toEqual(yuan(30));
  });

  it('gives nothing for the two that are bought alone', () => {
    expect(price(twoPlusOne(), [{ product: mug, quantity: 2 }]).discount).toEqual(yuan(0));
  });

  it('gives one for every full three, up to its limit', () => {
    const lines = [{ product: mug, quantity: 9 }];
    expect(price(twoPlusOne(), lines).discount).toEqual(yuan(90));
    expect(price(twoPlusOne(2), lines).discount).toEqual(yuan(60));
  });

  it('spreads over lines when more is free than the cheapest line holds', () => {
    const lines = [
      { product: shoe, quantity: 5 },
      { product: mug, quantity: 1 },
    ];
    expect(price(twoPlusOne(), lines).lines.map(l => l.discount)).toEqual([yuan(300), yuan(30)]);
  });
});

describe('a bundle', () => {
  const set: Action = { kind: 'bundle', products: [shoe.id, bag.id], price: yuan(399) };

  it('prices each complete set, whatever else is in the cart', () => {
    const lines = [
      { product: shoe, quantity: 2 },
      { product: bag, quantity: 3 },
      { product: mug, quantity: 1 },
    ];
    expect(price(set, lines).discount).toEqual(yuan(202));
  });

  it('takes nothing off a set that is cheaper apart', () => {
    const lines = [shoe, bag].map(p => ({ product: p, quantity: 1 }));
    expect(price({ ...set, price: yuan(600) } as Action, lines).discount).toEqual(yuan(0));
  });
});
