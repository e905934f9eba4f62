import { describe, expect, it } from 'vitest';
import { asId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import { catalogueOf, product, yuan } from '../offers.test-helper.ts';
import { candidate, combineInput, group, shopWith } from './combine.test-helper.ts';
import { bestCombination, type Candidate, type CombineInput } from './combine.ts';

const shoe = product('shoe', 300, { category: 'shoes' });
const bag = product('bag', 200, { category: 'bags' });
const mug = product('mug', 30);

const combine = (
  lines: CombineInput['lines'],
  candidates: readonly Candidate[],
  more: Partial<CombineInput> = {},
): ReturnType<typeof bestCombination> =>
  bestCombination(combineInput({ lines, candidates, products: catalogueOf([shoe, bag, mug]), ...more }));

const one = (...products: (typeof shoe)[]) => products.map(p => ({ product: p, quantity: 1 }));
const all = shopWith(group('all', 0, { mode: 'all' }));
const off = (
  id: string,
  rate: number,
  more: Parameters<typeof candidate>[2] = {},
  how: Omit<Candidate, 'promotion'> = {},
) => candidate(id, { kind: 'percent-off', rate }, { group: 'all', ...more }, how);
const save = (id: string, threshold: number, minus: number, key = 'all', order = 0) =>
  candidate(
    id,
    { kind: 'spend-and-save', tiers: [{ threshold: yuan(threshold), off: yuan(minus) }] },
    { group: key, order },
  );
const told = (result: ReturnType<typeof bestCombination>, id: string) => result.trace.find(t => t.promotion === id);

describe('known failures of other shops', () => {
  it('saleor#17453: 40 % and 70 % together are 82 % off, not 110 % and a free order', () => {
    const { priced } = combine(one(bag), [off('forty', 0.4), off('seventy', 0.7)], { shop: all });
    expect(priced.discount).toEqual(yuan(164));
    expect(priced.subtotal.minor - priced.discount.minor).toBe(3600);
  });

  it('saleor#14920: deals of one group do go together where the group says so', () => {
    const { priced } = combine(one(bag), [off('ten', 0.1), save('save', 100, 20)], { shop: all });
    // In the order of their ids: 满100减20 leaves 180, and 10 % of that is 18.
    expect(priced.deals?.map(d => [d.promotion, d.saves])).toEqual([
      ['save', yuan(20)],
      ['ten', yuan(18)],
    ]);
  });

  it('saleor#17493: several gifts come with one order, each named with its deal', () => {
    const gifts = [
      candidate('a', { kind: 'gift', product: mug.id }, { group: 'all' }),
      candidate('b', { kind: 'gift', product: bag.id }, { group: 'all' }),
    ];
    const { priced } = combine(one(shoe), gifts, { shop: all });
    expect(priced.lines.filter(l => l.gift).map(l => l.product)).toEqual(['mug', 'bag']);
    expect(priced.deals?.map(d => d.offMinor)).toEqual([
      [0, 3000, 0],
      [0, 0, 20_000],
    ]);
    expect(priced.total).toEqual(yuan(312));
  });

  it('medusa#13431: which line was added first changes nothing', () => {
    const deals = [
      candidate('get', { kind: 'buy-x-get-y', scope: {}, buyQuantity: 2, getQuantity: 1 }, { group: 'all' }),
      off('ten', 0.1),
    ];
    const there = combine(one(shoe, bag, mug), deals, { shop: all });
    const back = combine(one(mug, bag, shoe), deals.toReversed(), { shop: all });
    expect(back.priced.total).toEqual(there.priced.total);
    expect(back.priced.lines.toReversed().map(l => l.discount)).toEqual(there.priced.lines.map(l => l.discount));
  });

  it('medusa#15823: a missing brand or cost is outside the rule, never a fault', () => {
    const { cost: _, ...bare } = product('bare', 50);
    const result = combine(one(bare), [
      candidate('north', { kind: 'percent-off', rate: 0.1, scope: { brands: ['north'] } }),
    ]);
    expect(told(result, 'north')).toMatchObject({ outcome: 'refused', reason: 'conditions-not-met' });
  });

  it('bagisto#1847: nothing is "applied" without effect: free delivery where delivery is free says so', () => {
    const result = combine(one(shoe, shoe, shoe, bag, bag), [candidate('ship', { kind: 'free-shipping' })]);
    expect(result.priced.deals).toEqual([]);
    expect(told(result, 'ship')).toEqual({ promotion: 'ship', outcome: 'refused', reason: 'conditions-not-met' });
  });

  it('pwa-kit#3928: a code that loses to another deal says which, and what it would have saved', () => {
    const result = combine(one(bag), [
      candidate('auto', { kind: 'percent-off', rate: 0.2 }),
      candidate('code', { kind: 'percent-off', rate: 0.1 }, {}, { code: 'TEN' }),
    ]);
    expect(told(result, 'code')).toEqual({
      promotion: 'code',
      code: 'TEN',
      outcome: 'refused',
      reason: 'better-deal-applies',
      beatenBy: ['auto'],
      saves: yuan(20),
    });
  });

  it('vendure: two percentages in order, the first takes the cart under the second’s minimum', () => {
    const half = off('half', 0.5, { order: 0 });
    const big = off('big', 0.2, { order: 1, conditions: [{ kind: 'min-spend', amount: yuan(200) }] });
    const result = combine(one(shoe), [half, big], { shop: all });
    expect(told(result, 'big')).toMatchObject({ reason: 'conditions-not-met', beatenBy: ['half'], saves: yuan(60) });
    // Half of 399.99 is 199.99, rounded down for the shop: 200 are left.
    expect(told(result, 'big')?.unlock).toEqual({ spendMore: yuan(99.99) });
  });
});

describe('stacking', () => {
  it('goes group by group, and each counts what is left (HiShop: store coupon, then 跨店满减 on the rest)', () => {
    const shop = shopWith(group('store', 0), group('across', 1));
    const coupon = candidate('coupon', { kind: 'amount-off', amount: yuan(30) }, { group: 'store' });
    const reached = combine(one(shoe, mug), [coupon, save('across', 300, 50, 'across')], { shop });
    expect(reached.trace.map(t => [t.promotion, t.saves?.minor, t.totalAfter?.minor])).toEqual([
      ['coupon', 3000, 31_200],
      ['across', 5000, 26_200],
    ]);
    expect(reached.priced.lines.map(l => l.discount.minor)).toEqual([7272, 728]);
    // One yuan less, and the coupon would cost 满300减50: it is left out, and says why.
    const cup = product('cup', 29);
    const short = combine(one(shoe, cup), [coupon, save('across', 300, 50, 'across')], { shop });
    expect(told(short, 'across')).toMatchObject({ outcome: 'applied' });
    expect(told(short, 'coupon')).toMatchObject({
      reason: 'better-deal-applies',
      beatenBy: ['across'],
      saves: yuan(30),
    });
  });

  it('takes the best of a group, and an exclusive group only when it beats all the others together', () => {
    const shop = shopWith(group('a', 0), group('b', 1), group('alone', 2, { exclusive: true }));
    const deals = (alone: number) => [
      off('ten', 0.1, { group: 'a' }),
      off('five', 0.05, { group: 'a' }),
      off('eight', 0.08, { group: 'b' }),
      off('alone', alone, { group: 'alone' }),
    ];
    const together = combine(one(bag), deals(0.15), { shop });
    expect(together.priced.deals?.map(d => d.promotion)).toEqual(['ten', 'eight']);
    expect(told(together, 'five')).toMatchObject({ reason: 'better-deal-applies', beatenBy: ['ten'] });
    expect(told(together, 'alone')).toMatchObject({ reason: 'excluded-by-group', beatenBy: ['ten', 'eight'] });
    const single = combine(one(bag), deals(0.2), { shop });
    expect(single.priced.deals?.map(d => d.promotion)).toEqual(['alone']);
    expect(told(single, 'eight')).toMatchObject({ reason: 'excluded-by-group', beatenBy: ['alone'] });
  });

  it('asks both groups whether they go together', () => {
    const shop = shopWith(group('a', 0, { with: ['b'] }), group('b', 1, { with: [] }), group('c', 2));
    const deals = ['a', 'b', 'c'].map((key, i) => off(key, 0.1 + i / 100, { group: key }));
    expect(combine(one(bag), deals, { shop }).priced.deals?.map(d => d.promotion)).toEqual(['c']);
  });

  it('gives one deal per cart in a shop that declares no groups, and a deal of an unknown group goes alone', () => {
    const deals = [
      candidate('ten', { kind: 'percent-off', rate: 0.1 }),
      candidate('save', save('x', 100, 30).promotion.action),
    ];
    expect(combine(one(bag), deals).priced.deals?.map(d => d.promotion)).toEqual(['save']);
    const shop = shopWith(group('a', 0));
    const stray = [off('a', 0.1, { group: 'a' }), off('stray', 0.1, { group: 'typo' })];
    expect(combine(one(bag), stray, { shop }).priced.deals).toHaveLength(1);
  });

  it('leaves something to pay for the goods: the deal that would take the last of it is refused', () => {
    const pen = product('pen', 0.01);
    const free = candidate(
      'free',
      {
        kind: 'buy-x-get-y',
        scope: { products: [mug.id] },
        buyQuantity: 1,
        getQuantity: 1,
        getScope: { products: [pen.id] },
      },
      { group: 'all' },
    );
    const rest = candidate(
      'rest',
      { kind: 'bundle', products: [mug.id], price: money(0, 'CNY') },
      { group: 'all', order: 1 },
    );
    const result = combine(one(mug, pen), [free, rest], { shop: all });
    expect(result.priced.subtotal.minor - result.priced.discount.minor).toBe(1);
    expect(told(result, 'free')).toMatchObject({ outcome: 'refused' });
  });

  it('does not count a code entered twice, or the same promotion by code and by itself, twice', () => {
    const twice = [
      off('ten', 0.1, {}, { code: 'A' }),
      off('ten', 0.1, {}, { code: 'A' }),
      off('ten', 0.1, {}, { code: 'B' }),
    ];
    const result = combine(one(bag), twice, { shop: all });
    expect(result.priced.discount).toEqual(yuan(20));
    expect(result.trace.map(t => [t.code, t.outcome, t.reason])).toEqual([
      ['A', 'applied', undefined],
      ['B', 'refused', 'already-held'],
    ]);
  });

  it('counts delivery in what is least to pay: a discount that brings the fee back is left out', () => {
    const tent = product('tent', 1000);
    const ten = candidate('ten', { kind: 'amount-off', amount: yuan(10) }, { group: 'a' });
    const ship = candidate('ship', { kind: 'free-shipping' }, { group: 'b' });
    const shop = shopWith(group('a', 0), group('b', 1));
    const without = combine(one(tent), [ten], { shop });
    expect(without.priced.total).toEqual(yuan(1000));
    expect(told(without, 'ten')).toMatchObject({ reason: 'conditions-not-met' });
    // With delivery free by a deal of its own, both help.
    const both = combine(one(tent), [ten, ship], { shop });
    expect(both.priced).toMatchObject({ total: yuan(990), shipping: yuan(0), shippingDiscount: yuan(12) });
    expect(both.priced.deals?.map(d => d.promotion)).toEqual(['ten', 'ship']);
  });

  it('takes the more valuable gift where the price is the same, then the fewer deals, then the first by id', () => {
    const gifts = [
      candidate('small', { kind: 'gift', product: mug.id }),
      candidate('large', { kind: 'gift', product: bag.id }),
    ];
    expect(combine(one(shoe), gifts).priced.deals?.map(d => d.promotion)).toEqual(['large']);
    const same = [
      candidate('b', { kind: 'percent-off', rate: 0.1 }),
      candidate('a', { kind: 'percent-off', rate: 0.1 }),
    ];
    expect(combine(one(shoe), same).priced.deals?.map(d => d.promotion)).toEqual(['a']);
  });
});

describe('a gift by choice', () => {
  const gift = candidate('gift', { kind: 'gift', product: asId('pin'), choices: [asId('cap'), mug.id] });
  const pin = product('pin', 9, { stock: 0 });
  const cap = product('cap', 19, { stock: 1 });
  const products = catalogueOf([pin, cap, mug]);
  const given = (more: Partial<CombineInput> = {}) =>
    combine(one(shoe), [gift], { products, ...more }).priced.lines.find(l => l.gift)?.product;

  it('is the first that is in stock, or the one the shopper took while there are any', () => {
    expect(given()).toBe('cap');
    expect(given({ gifts: [{ promotion: asId('gift'), product: mug.id }] })).toBe('mug');
    expect(given({ gifts: [{ promotion: asId('gift'), product: pin.id }] })).toBe('cap');
    expect(given({ gifts: [{ promotion: asId('gift'), product: shoe.id }] })).toBe('cap');
  });

  it('is not given twice from a stock of one, nor from units that are paid for', () => {
    const again = candidate('again', { kind: 'gift', product: cap.id }, { group: 'all' });
    const first = { ...gift, promotion: { ...gift.promotion, group: 'all', id: asId('aaa') } } as Candidate;
    const result = combine(one(shoe), [first, again], { shop: all, products: catalogueOf([cap, pin]) });
    expect(result.priced.lines.filter(l => l.gift).map(l => l.product)).toEqual(['cap']);
    expect(told(result, 'again')).toMatchObject({ reason: 'out-of-stock', beatenBy: ['aaa'] });
    expect(combine(one(cap), [gift], { products: catalogueOf([cap, pin]) }).priced.deals).toEqual([]);
  });
});

describe('the trace', () => {
  it('gives each deal its part of every line and the total after it', () => {
    const shop = shopWith(group('shoes', 0), group('all', 1), group('ship', 2));
    const result = combine(
      one(shoe, bag),
      [
        off('shoes', 0.1, { group: 'shoes' }),
        save('save', 400, 45),
        candidate('ship', { kind: 'free-shipping' }, { group: 'ship' }),
      ],
      { shop },
    );
    expect(result.trace).toEqual([
      { promotion: 'shoes', outcome: 'applied', saves: yuan(50), lines: [3000, 2000], totalAfter: yuan(462) },
      { promotion: 'save', outcome: 'applied', saves: yuan(45), lines: [2700, 1800], totalAfter: yuan(417) },
      { promotion: 'ship', outcome: 'applied', saves: yuan(12), lines: [0, 0], totalAfter: yuan(405) },
    ]);
    expect(result.priced.total).toEqual(yuan(405));
  });

  it('names the smallest change: what is added has to be enough after the deals before take their part', () => {
    const shop = shopWith(group('a', 0), group('b', 1));
    const fifth = off('fifth', 0.2, { group: 'a' });
    const missing = told(combine(one(bag), [fifth, save('save', 240, 20, 'b')], { shop }), 'save');
    // 200 less a fifth is 160; a fifth off 299.99 is 59.99, which leaves 240.
    expect(missing).toMatchObject({ reason: 'conditions-not-met', unlock: { spendMore: yuan(99.99) } });
    const more = combine(
      [...one(bag), { product: product('more', 99.99), quantity: 1 }],
      [fifth, save('save', 240, 20, 'b')],
      { shop },
    );
    expect(told(more, 'save')).toMatchObject({ outcome: 'applied' });
  });

  it('names no change for a deal that would still lose after it', () => {
    const result = combine(one(bag), [off('half', 0.5, { group: 'deals' }), save('save', 210, 5, 'deals')]);
    expect(told(result, 'save')).toEqual({ promotion: 'save', outcome: 'refused', reason: 'conditions-not-met' });
  });

  it('passes on why a candidate was out before the cart was looked at, with what it would save', () => {
    const result = combine(one(bag), [off('used', 0.5, { group: 'deals' }, { code: 'USED', refused: 'code-used' })]);
    expect(result.priced.deals).toEqual([]);
    expect(result.trace).toEqual([
      { promotion: 'used', code: 'USED', outcome: 'refused', reason: 'code-used', saves: yuan(100) },
    ]);
  });

  it('asks the person, the dates and the hour, and honours a promise whatever they say', () => {
    const rules = [
      off('first', 0.1, { conditions: [{ kind: 'first-order' }] }),
      off('night', 0.1, { conditions: [{ kind: 'hours', from: '22:00', to: '23:00' }] }),
      off('over', 0.1, { endsAt: new Date('2026-05-02T00:00:00Z') }),
      off('ann', 0.1, { conditions: [{ kind: 'shopper', anyOf: [asId('ann')] }] }),
    ];
    const shopper = { segments: [], orderCount: 3, id: asId<NonNullable<CombineInput['shopper']['id']>>('bob') };
    const reasons = combine(one(bag), rules, { shop: all, shopper }).trace.map(t => [t.promotion, t.reason]);
    expect(new Map(reasons as [string, string][])).toEqual(
      new Map([
        ['first', 'first-order-only'],
        ['night', 'outside-hours'],
        ['over', 'not-active'],
        ['ann', 'not-for-shopper'],
      ]),
    );
    const promised = rules.slice(1, 3).map(c => ({ ...c, promised: true }));
    expect(combine(one(bag), promised, { shop: all }).priced.deals).toHaveLength(2);
  });

  it('of an empty cart says that it is empty', () => {
    expect(combine([], [off('ten', 0.1)]).trace).toEqual([
      { promotion: 'ten', outcome: 'refused', reason: 'empty-cart' },
    ]);
  });
});
