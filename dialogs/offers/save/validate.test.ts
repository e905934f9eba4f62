import { describe, expect, it } from 'vitest';
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Action, Promotion } from '../../../knowledge/domain/promotion.ts';
import { catalogueOf, product, promotion, shop, yuan } from '../offers.test-helper.ts';
import { type PromotionFaultReason, validatePromotion } from './validate.ts';

const shoe = product('shoe', 300, { category: 'shoes' });
const bag = product('bag', 200);
const { cost: _, ...loose } = product('loose', 10);
const last = product('last', 20, { stock: 0 });
const products = catalogueOf([shoe, bag, loose, last]);

const faults = (action: Action, more: Partial<Promotion> = {}) =>
  validatePromotion({ promotion: promotion(action, more), shop, products, codeCount: 0 });
const tiers = (...pairs: [number, number][]): Action => ({
  kind: 'spend-and-save',
  tiers: pairs.map(([threshold, off]) => ({ threshold: yuan(threshold), off: yuan(off) })),
});
const ten: Action = { kind: 'percent-off', rate: 0.1 };

describe('saving a promotion', () => {
  it.each<[string, Action, Partial<Promotion>]>([
    ['a percentage', ten, {}],
    [
      'an amount above a minimum spend',
      { kind: 'amount-off', amount: yuan(20) },
      { conditions: [{ kind: 'min-spend', amount: yuan(99) }] },
    ],
    ['满减 with rising tiers', tiers([300, 30], [500, 80]), {}],
    ['每满 with a cap', { ...tiers([300, 50]), repeat: true, cap: yuan(200) } as Action, {}],
    ['two plus one', { kind: 'buy-x-get-y', scope: { categories: ['shoes'] }, buyQuantity: 2, getQuantity: 1 }, {}],
    ['a bundle', { kind: 'bundle', products: [shoe.id, bag.id], price: yuan(399) }, {}],
    ['a gift', { kind: 'gift', product: bag.id }, {}],
    ['free shipping', { kind: 'free-shipping' }, { conditions: [{ kind: 'first-order' }] }],
    ['a fixed price', { kind: 'fixed-price', scope: { categories: ['shoes'] }, price: yuan(199), limit: 1 }, {}],
    [
      'the second at half price (第二件半价)',
      { kind: 'buy-x-get-y', scope: {}, buyQuantity: 1, getQuantity: 1, sameItem: true, rate: 0.5 },
      {},
    ],
    [
      'progressive gifts of another kind',
      {
        kind: 'buy-x-get-y',
        scope: { categories: ['shoes'] },
        buyQuantity: 1,
        getQuantity: 1,
        getScope: { products: [bag.id] },
        rate: 0.3,
        steps: [
          { buyQuantity: 2, getQuantity: 1 },
          { buyQuantity: 4, getQuantity: 2 },
        ],
      },
      {},
    ],
    ['whole weekends', ten, { conditions: [{ kind: 'hours', days: [0, 6], from: '00:00', to: '00:00' }] }],
    ['hours over midnight', ten, { conditions: [{ kind: 'hours', days: [5, 6], from: '22:00', to: '02:00' }] }],
    [
      'limits within the budget',
      ten,
      { limits: { uses: 100, perShopper: { uses: 2, money: yuan(100) }, perDay: { uses: 20 } } },
    ],
  ])('accepts %s', (_name, action, more) => {
    expect(faults(action, more)).toEqual([]);
  });

  const gone = asId<ProductId>('gone');
  it.each<[string, Action, Partial<Promotion>, string, PromotionFaultReason]>([
    ['overlapping tiers', tiers([300, 30], [300, 50]), {}, 'action.tiers[1].threshold', 'tiers-not-increasing'],
    ['a higher tier that saves less', tiers([300, 30], [500, 20]), {}, 'action.tiers[1].off', 'tiers-not-increasing'],
    ['no tier', tiers(), {}, 'action.tiers', 'tiers-missing'],
    [
      '每满 with two tiers',
      { ...tiers([300, 30], [500, 80]), repeat: true } as Action,
      {},
      'action.tiers',
      'repeat-needs-one-tier',
    ],
    ['a tier that gives everything back', tiers([300, 300]), {}, 'action.tiers[0].off', 'makes-order-free'],
    ['an end before its start', ten, { endsAt: new Date('2026-04-01T00:00:00Z') }, 'endsAt', 'ends-before-start'],
    ['no date at all', ten, { startsAt: new Date('nonsense') }, 'startsAt', 'not-a-date'],
    ['a rate of one', { kind: 'percent-off', rate: 1 }, {}, 'action.rate', 'makes-order-free'],
    ['a rate of zero', { kind: 'percent-off', rate: 0 }, {}, 'action.rate', 'rate-out-of-range'],
    ['a rate that is no number', { kind: 'percent-off', rate: Number.NaN }, {}, 'action.rate', 'rate-out-of-range'],
    ['a rate under every cost', { kind: 'percent-off', rate: 0.7 }, {}, 'action.rate', 'below-cost'],
    ['a budget of zero', ten, { cap: yuan(0) }, 'cap', 'budget-not-positive'],
    ['a budget in another currency', ten, { cap: money(1, 'USD') }, 'cap', 'currency-mismatch'],
    [
      'an amount in another currency',
      { kind: 'amount-off', amount: money(500, 'EUR') },
      {},
      'action.amount',
      'currency-mismatch',
    ],
    [
      'an amount that makes orders free',
      { kind: 'amount-off', amount: yuan(50) },
      { conditions: [{ kind: 'min-spend', amount: yuan(50) }] },
      'action.amount',
      'makes-order-free',
    ],
    [
      'an amount with no minimum at all',
      { kind: 'amount-off', amount: yuan(50) },
      {},
      'action.amount',
      'makes-order-free',
    ],
    ['a gift nobody sells', { kind: 'gift', product: gone }, {}, 'action.product', 'unknown-product'],
    ['a gift of unknown cost', { kind: 'gift', product: loose.id }, {}, 'action.product', 'unknown-cost'],
    [
      'a bundle for nothing',
      { kind: 'bundle', products: [shoe.id, bag.id], price: yuan(0) },
      {},
      'action.price',
      'makes-order-free',
    ],
    [
      'a bundle under cost',
      { kind: 'bundle', products: [shoe.id, bag.id], price: yuan(150) },
      {},
      'action.price',
      'below-cost',
    ],
    [
      'a bundle dearer than its parts',
      { kind: 'bundle', products: [shoe.id, bag.id], price: yuan(600) },
      {},
      'action.price',
      'saves-nothing',
    ],
    [
      'a bundle of one',
      { kind: 'bundle', products: [shoe.id], price: yuan(200) },
      {},
      'action.products',
      'quantity-not-positive',
    ],
    [
      'buy nothing, get one',
      { kind: 'buy-x-get-y', scope: {}, buyQuantity: 0, getQuantity: 1 },
      {},
      'action.buyQuantity',
      'makes-order-free',
    ],
    [
      'half a unit free',
      { kind: 'buy-x-get-y', scope: {}, buyQuantity: 1, getQuantity: 0.5 },
      {},
      'action.getQuantity',
      'quantity-not-positive',
    ],
    [
      'a category the shop lacks',
      { ...ten, scope: { categories: ['boats'] } },
      {},
      'action.scope.categories[0]',
      'unknown-category',
    ],
    ['a scope of no products', { ...ten, scope: { products: [] } }, {}, 'action.scope.products', 'scope-empty'],
    [
      'a segment of nobody',
      ten,
      { conditions: [{ kind: 'segment', anyOf: [] }] },
      'conditions[0].anyOf',
      'segments-missing',
    ],
    [
      'a spend below nothing',
      ten,
      { conditions: [{ kind: 'first-order' }, { kind: 'min-spend', amount: yuan(-1) }] },
      'conditions[1].amount',
      'amount-not-positive',
    ],
    ['a discount no margin pays for', tiers([300, 250]), {}, 'action.tiers[0].off', 'below-cost'],
    [
      'an amount above what its minimum spend earns',
      { kind: 'amount-off', amount: yuan(90) },
      { conditions: [{ kind: 'min-spend', amount: yuan(99) }] },
      'action.amount',
      'below-cost',
    ],
    [
      'part of a fen',
      { kind: 'amount-off', amount: { minor: 20.5, currency: 'CNY' } },
      {},
      'action.amount',
      'amount-not-whole',
    ],
    [
      'a fixed price of nothing',
      { kind: 'fixed-price', scope: {}, price: yuan(0) },
      {},
      'action.price',
      'makes-order-free',
    ],
    [
      'a fixed price under cost',
      { kind: 'fixed-price', scope: { categories: ['shoes'] }, price: yuan(100) },
      {},
      'action.price',
      'below-cost',
    ],
    [
      'a fixed price nothing costs more than',
      { kind: 'fixed-price', scope: { categories: ['shoes'] }, price: yuan(300) },
      {},
      'action.price',
      'saves-nothing',
    ],
    [
      'three free for one bought',
      { kind: 'buy-x-get-y', scope: {}, buyQuantity: 1, getQuantity: 3 },
      {},
      'action.getQuantity',
      'below-cost',
    ],
    [
      'a dear item free with a cheap one',
      {
        kind: 'buy-x-get-y',
        scope: { products: [bag.id] },
        buyQuantity: 1,
        getQuantity: 2,
        getScope: { products: [shoe.id] },
      },
      {},
      'action.getScope',
      'below-cost',
    ],
    [
      'half price of more than all',
      { kind: 'buy-x-get-y', scope: {}, buyQuantity: 1, getQuantity: 1, rate: 1.5 },
      {},
      'action.rate',
      'rate-out-of-range',
    ],
    [
      'the same item from other goods',
      { kind: 'buy-x-get-y', scope: {}, buyQuantity: 2, getQuantity: 1, sameItem: true, getScope: {} },
      {},
      'action.getScope',
      'scopes-contradict',
    ],
    [
      'steps that do not rise',
      {
        kind: 'buy-x-get-y',
        scope: {},
        buyQuantity: 2,
        getQuantity: 1,
        steps: [
          { buyQuantity: 3, getQuantity: 1 },
          { buyQuantity: 3, getQuantity: 2 },
        ],
      },
      {},
      'action.steps[1].buyQuantity',
      'steps-not-increasing',
    ],
    ['a gift that is sold out', { kind: 'gift', product: last.id }, {}, 'action.product', 'gift-out-of-stock'],
    [
      'a choice without a known cost',
      { kind: 'gift', product: bag.id, choices: [loose.id] },
      {},
      'action.choices[0]',
      'unknown-cost',
    ],
    [
      'the same gift twice',
      { kind: 'gift', product: bag.id, choices: [bag.id] },
      {},
      'action.choices[0]',
      'listed-twice',
    ],
    [
      'a gift dearer than what its spend earns',
      { kind: 'gift', product: shoe.id },
      { conditions: [{ kind: 'min-spend', amount: yuan(99) }] },
      'action.product',
      'below-cost',
    ],
    [
      'hours that are empty',
      ten,
      { conditions: [{ kind: 'hours', from: '20:00', to: '20:00' }] },
      'conditions[0].to',
      'hours-empty',
    ],
    [
      'an hour no clock shows',
      ten,
      { conditions: [{ kind: 'hours', from: '20:00', to: '24:30' }] },
      'conditions[0].to',
      'not-a-date',
    ],
    [
      'an eighth day of the week',
      ten,
      { conditions: [{ kind: 'hours', days: [7], from: '20:00', to: '21:00' }] },
      'conditions[0].days[0]',
      'not-a-date',
    ],
    [
      'a rule for shoppers that names none',
      ten,
      { conditions: [{ kind: 'shopper', anyOf: [] }] },
      'conditions[0].anyOf',
      'shoppers-missing',
    ],
    ['a group the shop lacks', ten, { group: 'vip' }, 'group', 'unknown-group'],
    ['a code promotion without a code', ten, { trigger: 'code' }, 'trigger', 'code-missing'],
    ['a limit per code where there are none', ten, { limits: { perCode: 5 } }, 'limits.perCode', 'limit-contradicts'],
    [
      'more money per shopper than there is',
      ten,
      { cap: yuan(50), limits: { perShopper: { money: yuan(60) } } },
      'limits.perShopper.money',
      'limit-contradicts',
    ],
    [
      'more uses per day than in all',
      ten,
      { limits: { uses: 10, perDay: { uses: 11 } } },
      'limits.perDay.uses',
      'limit-contradicts',
    ],
    ['no use at all', ten, { limits: { uses: 0 } }, 'limits.uses', 'quantity-not-positive'],
    [
      'one use above the whole budget',
      { kind: 'amount-off', amount: yuan(50) },
      { cap: yuan(40), conditions: [{ kind: 'min-spend', amount: yuan(199) }] },
      'action.amount',
      'limit-contradicts',
    ],
    [
      'a cap under the first step of 每满',
      { ...tiers([300, 50]), repeat: true, cap: yuan(40) } as Action,
      {},
      'action.cap',
      'limit-contradicts',
    ],
  ])('refuses %s, naming the field', (_name, action, more, field, reason) => {
    const found = faults(action, more);
    expect(found).toContainEqual(expect.objectContaining({ field, reason }));
    for (const fault of found) expect(fault.message).toMatch(/^[A-Z].*[^.]$/);
  });
});
