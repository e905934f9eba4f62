import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normaliseCode } from '../../../knowledge/domain/code.ts';
import { asId, type CartId, type Id, type PromotionId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import { codePool } from '../../../knowledge/domain/pool.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { now, product, promotion, shop, yuan } from '../offers.test-helper.ts';
import { cancelOrder } from './cancel.ts';
import { checkout } from './checkout.ts';
import { applyCode, chooseGift, makeCodes, printCode, removeCode, shareCode, unguessable } from './codes.ts';
import { balancedPool } from './ledger.test-helper.ts';
import { readCart } from './redeem.ts';

let stores: Stores;
const shoe = product('shoe', 300, { category: 'shoes' });
const mug = product('mug', 30);
const pen = product('pen', 12);
beforeAll(async () => {
  stores = await openStores({ dataDir: null });
  await stores.products.put([shoe, mug, pen]);
});
afterAll(() => stores.close());

let made = 0;
const named = <T extends Id<string>>(what: string): T => asId<T>(`${what}-${made}`);

/** A promotion for codes, its code, and a shopper with a shoe in the cart. */
const scene = async (rule: Partial<LivePromotion> = {}, code = `CODE${made + 1}`) => {
  made += 1;
  const deal = promotion(
    { kind: 'amount-off', amount: yuan(20) },
    { id: named<PromotionId>('p'), trigger: 'code', ...rule },
  );
  await stores.promotions.put([deal]);
  await shareCode(stores, deal.id, code);
  return { deal, code, ...(await shopperWith([shoe])) };
};
const shopperWith = async (goods: readonly { id: typeof shoe.id }[]) => {
  made += 1;
  const who = named<ShopperId>('who');
  const cart = named<CartId>('cart');
  const fresh = await stores.carts.ensure(cart, who, now);
  const lines = goods.map(p => ({ product: p.id, quantity: 1 }));
  await stores.carts.change(cart, fresh.version, { lines }, now);
  const at = { stores, cart, shopper: who, shop, now };
  return {
    who,
    cart,
    enter: (code: string, more: Partial<typeof at> = {}) => applyCode({ ...at, ...more }, code),
    leave: (code: string) => removeCode(at, code),
    read: async (more: Partial<typeof at> = {}) => (await readCart({ ...at, ...more }))!,
    pay: (key = 'once') => checkout({ ...at, idempotencyKey: key, makeOrderNumber: id => `T-${id}` }),
    fill: async (lines: readonly { product: typeof shoe.id; quantity: number }[]) => {
      const held = (await stores.carts.get(cart))!;
      await stores.carts.change(cart, held.version, { lines }, now);
    },
  };
};

describe('a code as it is typed', () => {
  it.each([
    ['welcome10', 'WELCOME10'],
    ['  Welcome-10 ', 'WELCOME10'],
    ['ＷＥＬＣＯＭＥ１０', 'WELCOME10'],
    ['ＡＣＤＥ－ＦＧＨＪ', 'ACDEFGHJ'],
    ['双11', '双11'],
    ['"; drop', ''],
    ['', ''],
    ['x'.repeat(41), ''],
  ])('%j is %j', (typed, code) => {
    expect(normaliseCode(typed)).toBe(code);
  });
});

describe('codes made in bulk', () => {
  it('are all new, twelve letters that nobody mistakes for one another', async () => {
    const codes = await makeCodes(stores, asId('bulk'), 2000, seededRandom(3));
    expect(new Set(codes).size).toBe(2000);
    for (const code of codes) expect(code).toMatch(/^[ACDEFGHJKMNPQRTWXY34679]{12}$/);
    expect(await stores.codes.ofPromotion(asId('bulk'), 5000)).toHaveLength(2000);
    expect(printCode('ACDEFGHJKMNP')).toBe('ACDE-FGHJ-KMNP');
    // The same randomness again meets all of them and goes on to others.
    const more = await makeCodes(stores, asId('bulk'), 10, seededRandom(3));
    expect(more.filter(c => codes.includes(c))).toEqual([]);
  });

  it('come from randomness of the system that repeats nothing', () => {
    const drawn = Array.from({ length: 1000 }, unguessable);
    expect(new Set(drawn).size).toBe(1000);
    expect(drawn.every(x => x >= 0 && x < 1)).toBe(true);
  });

  it.each([0, -1, 1.5, 100_001])('are refused for a count of %s', async count => {
    await expect(makeCodes(stores, asId('bulk'), count, seededRandom(1))).rejects.toThrow(RangeError);
  });

  it('a shared code belongs to one promotion', async () => {
    expect(await shareCode(stores, asId('first'), 'Spring 24')).toBe('SPRING24');
    expect(await shareCode(stores, asId('first'), 'spring24')).toBe('SPRING24');
    expect(await shareCode(stores, asId('second'), 'SPRING24')).toBeNull();
    expect(await shareCode(stores, asId('second'), '!?')).toBeNull();
  });
});

describe('entering a code', () => {
  it('takes it into the price, once, however it is typed, and it is paid by it', async () => {
    const s = await scene();
    const typed = `${s.code.slice(0, 3).toLowerCase()} ${s.code.slice(3)}`;
    expect(await s.enter(typed)).toEqual({
      kind: 'applied',
      code: s.code,
      promotion: s.deal.id,
      saves: yuan(20),
      total: yuan(292),
    });
    expect(await s.enter(s.code)).toMatchObject({ kind: 'applied' });
    expect(await s.read()).toMatchObject({
      priced: { total: yuan(292) },
      codes: [{ code: s.code, applied: true, promotion: s.deal.id }],
    });
    expect(await s.pay()).toMatchObject({
      kind: 'placed',
      order: { total: yuan(292), deals: [{ code: s.code, redemption: `${s.deal.id}:${s.who}`, saves: yuan(20) }] },
    });
    expect(await stores.books(s.deal.id)).toMatchObject({ committedMinor: 2000, heldMinor: 0 });
    expect((await stores.carts.get(s.cart))?.codes).toBeUndefined();
  });

  it('that saves nothing yet keeps it waiting with what is missing, and it counts by itself when that is there (C7)', async () => {
    const s = await scene({ conditions: [{ kind: 'min-spend', amount: yuan(400) }] });
    expect(await s.enter(s.code)).toMatchObject({
      kind: 'pending',
      reason: 'conditions-not-met',
      unlock: { spendMore: yuan(100) },
    });
    expect(await s.read()).toMatchObject({
      priced: { total: yuan(312) },
      codes: [{ code: s.code, applied: false, reason: 'conditions-not-met', unlock: { spendMore: yuan(100) } }],
    });
    await s.fill([{ product: shoe.id, quantity: 2 }]);
    expect(await s.read()).toMatchObject({ priced: { discount: yuan(20) }, codes: [{ applied: true }] });
  });

  it('into an empty cart waits for goods', async () => {
    const s = await scene();
    await s.fill([]);
    expect(await s.enter(s.code)).toMatchObject({ kind: 'pending', reason: 'empty-cart' });
    await s.fill([{ product: shoe.id, quantity: 1 }]);
    expect(await s.read()).toMatchObject({ codes: [{ applied: true }] });
  });

  it('beside a better deal waits, named as beaten, and counts when that is gone', async () => {
    const s = await scene();
    made += 1;
    const better = promotion(
      { kind: 'amount-off', amount: yuan(50) },
      { id: named<PromotionId>('better'), trigger: 'automatic' },
    );
    await stores.promotions.put([better]);
    expect(await s.enter(s.code)).toMatchObject({ kind: 'pending', reason: 'better-deal-applies' });
    expect((await s.read()).priced.discount).toEqual(yuan(50));
    await stores.promotions.setActive(better.id, false);
    expect((await s.read()).priced.discount).toEqual(yuan(20));
  });

  it('that can never count for this shopper is refused and leaves the cart alone', async () => {
    const s = await scene({ conditions: [{ kind: 'shopper', anyOf: [asId('somebody-else')] }] });
    expect(await s.enter(s.code)).toMatchObject({ kind: 'refused' });
    const over = await scene({ endsAt: now });
    expect(await over.enter(over.code)).toEqual({ kind: 'refused', reason: 'not-active' });
    const withdrawn = await scene();
    await stores.codes.setActive(withdrawn.code, false);
    expect(await withdrawn.enter(withdrawn.code)).toEqual({ kind: 'refused', reason: 'not-active' });
    for (const one of [s, over, withdrawn]) expect((await stores.carts.get(one.cart))?.codes).toBeUndefined();
  });

  it('at another hour waits for its own', async () => {
    const s = await scene({ conditions: [{ kind: 'hours', from: '18:00', to: '20:00' }] });
    expect(await s.enter(s.code)).toMatchObject({ kind: 'pending', reason: 'outside-hours' });
    const evening = new Date('2026-05-04T18:30:00Z');
    expect(await s.read({ now: evening })).toMatchObject({ codes: [{ applied: true }] });
  });

  it('reads the hour on the shop’s clock', async () => {
    const s = await scene({ conditions: [{ kind: 'hours', from: '18:00', to: '20:00' }] });
    const inShanghai = { ...shop, timeZone: 'Asia/Shanghai' };
    expect(await s.enter(s.code, { shop: inShanghai })).toMatchObject({ kind: 'applied' });
  });

  it('and taking it out again gives the plain price', async () => {
    const s = await scene();
    await s.enter(s.code);
    expect(await s.leave(s.code.toLowerCase())).toEqual({ kind: 'removed' });
    expect(await s.leave('NEVER')).toEqual({ kind: 'removed' });
    expect((await s.read()).priced.total).toEqual(yuan(312));
  });

  it('is refused on another shopper’s cart, and past eight of them', async () => {
    const s = await scene();
    expect(await s.enter(s.code, { shopper: asId<ShopperId>('mallory') })).toEqual({
      kind: 'refused',
      reason: 'not-yours',
    });
    for (let i = 0; i < 8; i++) {
      const other = await scene({ conditions: [{ kind: 'min-spend', amount: yuan(10_000) }] });
      expect(await s.enter(other.code)).toMatchObject({ kind: 'pending' });
    }
    expect(await s.enter(s.code)).toEqual({ kind: 'refused', reason: 'limit-reached' });
  });
});

describe('guessing codes', () => {
  it('is stopped after ten wrong ones, even for a right one, and goes on ten minutes later', async () => {
    const s = await scene();
    for (let i = 0; i < 10; i++)
      expect(await s.enter(`WRONG${i}`)).toEqual({ kind: 'refused', reason: 'unknown-code' });
    expect(await s.enter(s.code)).toEqual({ kind: 'refused', reason: 'too-many-tries' });
    const later = new Date(now.getTime() + 600_000);
    expect(await s.enter(s.code, { now: later })).toMatchObject({ kind: 'applied' });
  });

  it('all at once gets no further than one after another', async () => {
    const s = await scene();
    const outcomes = await Promise.all(Array.from({ length: 60 }, (_, i) => s.enter(`GUESS${i}`)));
    const looked = outcomes.filter(o => o.kind === 'refused' && o.reason === 'unknown-code');
    expect(looked.length).toBeLessThanOrEqual(10);
  });

  it('as one guest after another in the same conversation is stopped too', async () => {
    const conversation = asId<never>('guessing');
    for (let i = 0; i < 10; i++) {
      const guest = await shopperWith([]);
      await applyCode({ stores, cart: guest.cart, shopper: guest.who, shop, now, conversation }, `NO${i}`);
    }
    const guest = await shopperWith([]);
    expect(await applyCode({ stores, cart: guest.cart, shopper: guest.who, shop, now, conversation }, 'NO')).toEqual({
      kind: 'refused',
      reason: 'too-many-tries',
    });
  });

  it('known codes don’t count as guesses', async () => {
    const s = await scene();
    for (let i = 0; i < 15; i++) await s.enter(s.code);
    expect(await s.enter(s.code)).toMatchObject({ kind: 'applied' });
  });
});

describe('codes used up', () => {
  it('a single-use code pays one order, whoever tries at the same moment', async () => {
    made += 1;
    const deal = promotion(
      { kind: 'amount-off', amount: yuan(20) },
      { id: named<PromotionId>('single'), trigger: 'code' },
    );
    await stores.promotions.put([deal]);
    const [code] = (await makeCodes(stores, deal.id, 1, seededRandom(9))) as [string];
    const crowd = await Promise.all(Array.from({ length: 12 }, () => shopperWith([shoe])));
    for (const s of crowd) expect(await s.enter(code)).toMatchObject({ kind: 'applied' });
    const paid = await Promise.all(crowd.map(s => s.pay()));
    expect(paid.filter(p => p.kind === 'placed')).toHaveLength(1);
    for (const p of paid) if (p.kind === 'refused') expect(p.reason).toBe('code-used');
    expect(await balancedPool(stores, codePool(code))).toMatchObject({ committedUses: 1, heldUses: 0 });
    const loser = crowd[paid.findIndex(p => p.kind === 'refused')]!;
    expect(await loser.read()).toMatchObject({
      priced: { total: yuan(312) },
      codes: [{ code, applied: false, reason: 'code-used' }],
    });
    const late = await shopperWith([shoe]);
    expect(await late.enter(code)).toEqual({ kind: 'refused', reason: 'code-used' });
    await expect(loser.pay('again')).resolves.toMatchObject({ kind: 'placed', order: { total: yuan(312) } });
  });

  it('a shared code ends with its own limit, and each shopper has it once', async () => {
    const s = await scene({ limits: { perCode: 2 } });
    const others = await Promise.all([shopperWith([shoe]), shopperWith([shoe])]);
    for (const one of [s, others[0]!]) {
      await one.enter(s.code);
      expect(await one.pay()).toMatchObject({ kind: 'placed', order: { discount: yuan(20) } });
    }
    expect(await others[1]!.enter(s.code)).toEqual({ kind: 'refused', reason: 'limit-reached' });
    const twice = await scene();
    await twice.enter(twice.code);
    await twice.pay();
    await twice.fill([{ product: shoe.id, quantity: 1 }]);
    expect(await twice.enter(twice.code)).toEqual({ kind: 'refused', reason: 'code-used' });
  });

  it('comes back with a cancelled order, and can be used again (vendure#1466, shopware#5830)', async () => {
    const s = await scene({ limits: { perCode: 1 } });
    await s.enter(s.code);
    const placed = await s.pay();
    if (placed.kind !== 'placed') throw new Error(placed.reason);
    expect(await cancelOrder({ stores, order: placed.order.id, shopper: s.who, now })).toMatchObject({
      kind: 'cancelled',
      refund: placed.order.total,
      freed: [s.deal.id],
    });
    expect(await balancedPool(stores, codePool(s.code))).toMatchObject({ uses: 0 });
    await s.fill([{ product: shoe.id, quantity: 1 }]);
    expect(await s.enter(s.code)).toMatchObject({ kind: 'applied' });
    expect(await s.pay('again')).toMatchObject({ kind: 'placed', order: { discount: yuan(20) } });
  });
});

describe('a gift that leaves the choice', () => {
  const action: Action = { kind: 'gift', product: mug.id, choices: [pen.id] };

  it('is the one the shopper took, while it is in stock', async () => {
    const s = await scene({ action });
    await s.enter(s.code);
    const choose = (id: typeof pen.id) =>
      chooseGift({ stores, cart: s.cart, shopper: s.who, now }, { promotion: s.deal.id, product: id });
    expect((await s.read()).giftChoices).toEqual([{ promotion: s.deal.id, products: [mug.id, pen.id] }]);
    expect(await choose(pen.id)).toEqual({ kind: 'chosen' });
    expect((await s.read()).priced.lines.at(-1)).toMatchObject({ product: pen.id, gift: true, paid: yuan(0) });
    expect(await choose(shoe.id)).toMatchObject({ kind: 'refused' });
    await stores.products.put([{ ...pen, stock: 0 }]);
    expect(await choose(pen.id)).toEqual({ kind: 'refused', reason: 'out-of-stock' });
    expect((await s.read()).priced.lines.at(-1)).toMatchObject({ product: mug.id, gift: true });
    await stores.products.put([pen]);
    expect(await s.pay()).toMatchObject({ kind: 'placed', order: { lines: [{}, { product: pen.id, gift: true }] } });
  });
});
