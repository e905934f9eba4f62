import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type CartId, type OfferId, type PromotionId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { Offer } from '../../../knowledge/domain/offer.ts';
import { type CartLine, inSize, lineName, type Order } from '../../../knowledge/domain/order.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { evaluatePromotion } from '../choose/evaluate.ts';
import { minutes, nobody, now, offerOf, product, promotion, shop, yuan } from '../offers.test-helper.ts';
import { type CheckoutInput, checkout } from './checkout.ts';
import { dyingAt } from './ledger.test-helper.ts';
import { type LedgerStores, redemptionIdOf } from './ledger.ts';
import { applyOffer, readCart, releaseOffer } from './redeem.ts';
import { sweep } from './sweep.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await openStores({ dataDir: null });
});
afterAll(() => stores.close());

const shoe = product('shoe', 300, { category: 'shoes' });
const mug = product('mug', 30);
const tenPercent: Action = { kind: 'percent-off', rate: 0.1 };
const makeOrderNumber = (id: Order['id']): string => `T-${id}`;

let scenes = 0;

interface Scene {
  readonly promotion: LivePromotion;
  readonly who: ShopperId;
  readonly cart: CartId;
  readonly offer: OfferId;
  readonly apply: (more?: Partial<Parameters<typeof applyOffer>[0]>) => ReturnType<typeof applyOffer>;
  readonly pay: (key?: string, more?: Partial<CheckoutInput>) => ReturnType<typeof checkout>;
}

/** A shopper with a cart of `lines` and a quoted offer under a promotion of its own, everything stored. */
const scene = async (
  more: {
    action?: Action;
    lines?: CartLine[];
    cap?: number;
    rule?: Partial<LivePromotion>;
    offer?: Partial<Offer>;
    promotion?: LivePromotion;
  } = {},
): Promise<Scene> => {
  scenes += 1;
  const own = scenes;
  const deal =
    more.promotion ??
    promotion(more.action ?? tenPercent, {
      id: asId<PromotionId>(`promo-${own}`),
      cap: yuan(more.cap ?? 1000),
      ...more.rule,
    });
  if (!more.promotion) await stores.promotions.put([deal]);
  const who = asId<ShopperId>(`shopper-${own}`);
  const cart = asId<CartId>(`cart-${own}`);
  const lines = more.lines ?? [{ product: shoe.id, quantity: 1 }];
  await stores.products.put([shoe, mug]);
  const fresh = await stores.carts.ensure(cart, who, now);
  await stores.carts.change(cart, fresh.version, { lines }, now);
  const quoted = evaluatePromotion({
    promotion: deal,
    lines: lines.map(l => ({ product: l.product === mug.id ? mug : shoe, quantity: l.quantity })),
    shop,
    shopper: nobody,
    now,
    products: new Map([shoe, mug].map(p => [p.id, p])),
  });
  const offer = offerOf({
    id: asId<OfferId>(`offer-${own}`),
    promotion: deal.id,
    shopper: who,
    kind: deal.action.kind,
    rule: { conditions: deal.conditions, action: deal.action },
    basket: lines,
    ...(quoted.kind === 'applies' ? { priced: quoted.priced, saves: quoted.saves } : {}),
    ...more.offer,
  });
  await stores.offers.insert(offer);
  return {
    promotion: deal,
    who,
    cart,
    offer: offer.id,
    apply: extra => applyOffer({ stores, offer: offer.id, shopper: who, cart, shop, now, ...extra }),
    pay: (key = 'click', extra = {}) =>
      checkout({ stores, cart, shopper: who, shop, idempotencyKey: key, makeOrderNumber, now, ...extra }),
  };
};

const balanced = async (id: PromotionId) => {
  const books = await stores.books(id);
  expect(books.capMinor - books.remainingMinor).toBe(books.committedMinor + books.heldMinor);
  return books;
};

const stockOf = async (id: typeof shoe.id): Promise<number> => (await stores.products.many([id]))[0]?.stock ?? -1;

describe('applying a deal', () => {
  it('holds its money, shows on the cart, is paid for and redeemed once', async () => {
    const s = await scene();
    expect(await s.apply()).toMatchObject({ kind: 'applied', priced: { total: yuan(282) }, offer: { state: 'held' } });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 3000, committedMinor: 0 });
    expect(await readCart({ stores, cart: s.cart, shopper: s.who, shop, now })).toMatchObject({
      priced: { total: yuan(282) },
      offer: { id: s.offer },
    });
    const paid = await s.pay();
    expect(paid).toMatchObject({ kind: 'placed', order: { total: yuan(282), offer: s.offer } });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 0, committedMinor: 3000 });
    expect(await stores.offers.get(s.offer)).toMatchObject({ state: 'redeemed' });
    expect((await stores.carts.get(s.cart))?.lines).toEqual([]);
  });

  it('keeps in the order what was bought by its name, and in which size beside it', async () => {
    const s = await scene();
    const cart = await stores.carts.ensure(s.cart, s.who, now);
    await stores.carts.change(s.cart, cart.version, { lines: [{ product: shoe.id, quantity: 1, size: '42' }] }, now);
    const paid = await s.pay();
    const [line] = paid.kind === 'placed' ? paid.order.lines : [];
    expect(line).toMatchObject({ title: shoe.name, size: '42' });
    expect(lineName(line!)).toEqual(inSize(shoe.name, '42'));
  });

  it('is refused a second time, with this offer or another one of the same promotion', async () => {
    const s = await scene();
    await s.apply();
    await s.pay();
    const cart = await stores.carts.get(s.cart);
    await stores.carts.change(s.cart, cart!.version, { lines: [{ product: shoe.id, quantity: 1 }] }, now);
    expect(await s.apply()).toEqual({ kind: 'refused', reason: 'already-redeemed' });
    const again = offerOf({
      ...(await stores.offers.get(s.offer))!,
      id: asId<OfferId>(`${s.offer}-again`),
      state: 'quoted',
    });
    await stores.offers.insert(again);
    expect(await s.apply({ offer: again.id })).toEqual({ kind: 'refused', reason: 'already-redeemed' });
  });

  it('changes nothing when repeated', async () => {
    const s = await scene();
    for (let i = 0; i < 5; i++) expect(await s.apply()).toMatchObject({ kind: 'applied' });
    await Promise.all(Array.from({ length: 5 }, () => s.apply()));
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 3000 });
  });

  it('is priced anew for the cart as it is when it is applied again and when it is paid', async () => {
    const s = await scene();
    await s.apply();
    const cart = (await stores.carts.get(s.cart))!;
    const lines = [{ product: shoe.id, quantity: 2 }];
    await stores.carts.change(s.cart, cart.version, { lines, offer: s.offer }, now);
    expect(await s.apply()).toMatchObject({ offer: { saves: yuan(60) } });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 6000 });
    const again = (await stores.carts.get(s.cart))!;
    await stores.carts.change(
      s.cart,
      again.version,
      { lines: [{ product: shoe.id, quantity: 1 }], offer: s.offer },
      now,
    );
    expect(await s.pay()).toMatchObject({ order: { discount: yuan(30) } });
    expect(await balanced(s.promotion.id)).toMatchObject({ committedMinor: 3000, heldMinor: 0 });
  });

  it.each<[string, (s: Scene) => ReturnType<typeof applyOffer>, string]>([
    ['an offer nobody made', s => s.apply({ offer: asId<OfferId>('nothing') }), 'unknown-offer'],
    ["somebody else's offer", s => s.apply({ shopper: asId<ShopperId>('mallory') }), 'not-yours'],
    ['an expired offer', s => s.apply({ now: minutes(60) }), 'expired'],
    ['a cart that is not there', s => s.apply({ cart: asId<CartId>('nowhere') }), 'empty-cart'],
  ])('refuses %s', async (_name, apply, reason) => {
    const s = await scene();
    expect(await apply(s)).toEqual({ kind: 'refused', reason });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 0 });
  });

  it("refuses somebody else's offer on one's own cart", async () => {
    const [ann, mallory] = [await scene(), await scene()];
    const theft = mallory.apply({ offer: ann.offer });
    expect(await theft).toEqual({ kind: 'refused', reason: 'not-yours' });
    expect(await balanced(ann.promotion.id)).toMatchObject({ heldMinor: 0 });
  });

  it('keeps no money for an offer that lapsed in the very moment of applying', async () => {
    const s = await scene();
    const lapsing: LedgerStores = {
      ...stores,
      offers: {
        ...stores.offers,
        transition: async id => {
          await stores.offers.transition(id, ['quoted'], 'expired');
          return false;
        },
      },
    };
    expect(await s.apply({ stores: lapsing })).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 0 });
  });

  it("refuses another shopper's cart", async () => {
    const [mine, theirs] = [await scene(), await scene()];
    expect(await mine.apply({ cart: theirs.cart })).toEqual({ kind: 'refused', reason: 'not-yours' });
  });

  it('says what the cart lacks', async () => {
    const s = await scene({ rule: { conditions: [{ kind: 'min-spend', amount: yuan(350) }] } });
    expect(await s.apply()).toEqual({
      kind: 'refused',
      reason: 'conditions-not-met',
      unlock: { spendMore: yuan(50) },
    });
  });

  it('allows one deal per cart', async () => {
    const s = await scene();
    await s.apply();
    const other = await scene();
    const second = offerOf({ ...(await stores.offers.get(other.offer))!, id: asId<OfferId>('second'), shopper: s.who });
    await stores.offers.insert(second);
    expect(await s.apply({ offer: second.id })).toEqual({ kind: 'refused', reason: 'already-held' });
  });

  it('does not sell below cost what goes beyond the quote', async () => {
    const s = await scene({ action: { kind: 'percent-off', rate: 0.5 } });
    const dear = product('dear', 300, { cost: yuan(290) });
    await stores.products.put([dear]);
    const cart = (await stores.carts.get(s.cart))!;
    await stores.carts.change(s.cart, cart.version, { lines: [{ product: dear.id, quantity: 3 }] }, now);
    expect(await s.apply()).toEqual({ kind: 'refused', reason: 'below-margin' });
  });
});

describe('a promise', () => {
  it('is kept after the promotion was stopped and its rule made worse', async () => {
    const s = await scene();
    await stores.promotions.put([{ ...s.promotion, action: { kind: 'percent-off', rate: 0.01 }, active: false }]);
    expect(await s.apply()).toMatchObject({ kind: 'applied', offer: { saves: yuan(30) } });
    expect(await s.pay()).toMatchObject({ kind: 'placed', order: { discount: yuan(30) } });
    await balanced(s.promotion.id);
  });

  it('ends where the money ends', async () => {
    const s = await scene({ cap: 29 });
    expect(await s.apply()).toEqual({ kind: 'refused', reason: 'budget-spent' });
    expect(await balanced(s.promotion.id)).toMatchObject({ remainingMinor: 2900, heldMinor: 0 });
  });

  it('stands after the shopper takes it out of the cart, and its money goes back meanwhile', async () => {
    const s = await scene();
    await s.apply();
    expect(await releaseOffer({ stores, offer: s.offer, shopper: s.who, cart: s.cart, now })).toEqual({
      kind: 'released',
    });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 0, remainingMinor: 100_000 });
    expect((await stores.carts.get(s.cart))?.offer).toBeUndefined();
    expect(await stores.offers.open(s.who, now)).toHaveLength(1);
    expect(await s.apply()).toMatchObject({ kind: 'applied' });
  });

  it('is not shown again once declined, and still good until it expires', async () => {
    const s = await scene();
    await releaseOffer({ stores, offer: s.offer, shopper: s.who, cart: s.cart, now, declined: true });
    expect(await stores.offers.open(s.who, now)).toHaveLength(0);
    expect(await s.apply()).toMatchObject({ kind: 'applied' });
  });
});

describe('checking out', () => {
  it('places one order for two clicks, with one key or two (C5)', async () => {
    for (const keys of [
      ['a', 'a'],
      ['a', 'b'],
    ] as const) {
      const s = await scene({ lines: [{ product: mug.id, quantity: 2 }] });
      await s.apply();
      const before = await stockOf(mug.id);
      const results = await Promise.all(keys.map(key => s.pay(key)));
      const placed = results.flatMap(r => (r.kind === 'placed' ? [r.order.id] : []));
      expect(new Set(placed).size).toBe(1);
      expect(await stores.orders.ofShopper(s.who, 10)).toHaveLength(1);
      expect(before - (await stockOf(mug.id))).toBe(2);
      expect(await balanced(s.promotion.id)).toMatchObject({ committedMinor: 600 });
    }
  });

  it('gives the same order for the same key also after the cart was emptied, and a new one for new goods', async () => {
    const s = await scene();
    const first = await s.pay('k1');
    expect(await s.pay('k1')).toEqual(first);
    expect(await s.pay('k2')).toEqual({ kind: 'refused', reason: 'empty-cart' });
    const cart = (await stores.carts.get(s.cart))!;
    await stores.carts.change(s.cart, cart.version, { lines: [{ product: mug.id, quantity: 1 }] }, now);
    expect(await s.pay('k2')).toMatchObject({ kind: 'placed', order: { total: yuan(42) } });
    expect(await stores.orders.ofShopper(s.who, 10)).toHaveLength(2);
  });

  it('redeems a deal taken into two carts for one of them, whichever pays first', async () => {
    const s = await scene();
    await s.apply();
    const other = asId<CartId>(`${s.cart}-phone`);
    const fresh = await stores.carts.ensure(other, s.who, now);
    await stores.carts.change(other, fresh.version, { lines: [{ product: mug.id, quantity: 2 }] }, now);
    await s.apply({ cart: other });
    const before = await stockOf(mug.id);
    const results = await Promise.all([s.pay('shop'), s.pay('phone', { cart: other })]);
    const placed = results.flatMap(r => (r.kind === 'placed' ? [r.order] : []));
    expect(placed).toHaveLength(1);
    expect(results.find(r => r.kind === 'refused')).toMatchObject({ reason: 'already-redeemed' });
    expect(await balanced(s.promotion.id)).toMatchObject({ committedMinor: placed[0]!.discount.minor, heldMinor: 0 });
    const mugs = placed[0]!.lines.find(l => l.product === mug.id)?.quantity ?? 0;
    expect(before - (await stockOf(mug.id))).toBe(mugs);
    expect(await stores.products.openTakes(5)).toEqual([]);
  });

  it('moves on from an order that was undone just before a crash', async () => {
    const s = await scene();
    await s.pay('first');
    const [order] = await stores.orders.ofShopper(s.who, 1);
    const cart = (await stores.carts.get(s.cart))!;
    const filled = await stores.carts.change(s.cart, cart.version, { lines: [{ product: mug.id, quantity: 1 }] }, now);
    const undone = { ...order!, id: asId<Order['id']>(`${s.cart}.v${filled!.version}`), status: 'cancelled' as const };
    await stores.orders.insert(undone);
    const before = await stockOf(mug.id);
    expect(await s.pay('second')).toEqual({ kind: 'refused', reason: 'cart-changed' });
    expect(await stockOf(mug.id)).toBe(before);
    expect(await s.pay('second')).toMatchObject({ kind: 'placed', order: { total: yuan(42) } });
  });

  it('refuses a cart whose deal lapsed rather than charging more than was seen, and takes the deal off', async () => {
    const s = await scene();
    await s.apply();
    expect(await s.pay('late', { now: minutes(61) })).toEqual({ kind: 'refused', reason: 'expired' });
    expect(await stores.orders.ofShopper(s.who, 10)).toEqual([]);
    expect(await readCart({ stores, cart: s.cart, shopper: s.who, shop, now: minutes(61) })).toMatchObject({
      offer: null,
      priced: { total: yuan(312) },
    });
    expect(await s.pay('again', { now: minutes(61) })).toMatchObject({ kind: 'placed', order: { total: yuan(312) } });
  });

  it('refuses a cart that fell below its deal, with what is missing', async () => {
    const s = await scene({
      lines: [{ product: shoe.id, quantity: 2 }],
      rule: { conditions: [{ kind: 'min-spend', amount: yuan(500) }] },
    });
    await s.apply();
    const cart = (await stores.carts.get(s.cart))!;
    await stores.carts.change(
      s.cart,
      cart.version,
      { lines: [{ product: shoe.id, quantity: 1 }], offer: s.offer },
      now,
    );
    expect(await s.pay()).toMatchObject({ reason: 'conditions-not-met', unlock: { spendMore: yuan(200) } });
    expect(await readCart({ stores, cart: s.cart, shopper: s.who, shop, now })).toMatchObject({
      problem: { reason: 'conditions-not-met' },
      offer: null,
    });
  });

  it('takes all lines from stock or none', async () => {
    const scarce = product('scarce', 10, { stock: 1 });
    await stores.products.put([scarce]);
    const lines = [
      { product: mug.id, quantity: 1 },
      { product: scarce.id, quantity: 1 },
    ];
    const buyers = await Promise.all(Array.from({ length: 4 }, () => scene({ lines: [...lines] })));
    await stores.products.put([scarce]);
    const before = await stockOf(mug.id);
    const results = await Promise.all(buyers.map(b => b.pay()));
    expect(results.filter(r => r.kind === 'placed')).toHaveLength(1);
    for (const r of results) if (r.kind === 'refused') expect(r.reason).toBe('out-of-stock');
    expect(await stockOf(scarce.id)).toBe(0);
    expect(before - (await stockOf(mug.id))).toBe(1);
  });

  it('sends the gift along and takes it from stock', async () => {
    const s = await scene({ action: { kind: 'gift', product: mug.id } });
    await s.apply();
    const before = await stockOf(mug.id);
    expect(await s.pay()).toMatchObject({
      kind: 'placed',
      order: { total: yuan(312), lines: [{ gift: false }, { product: mug.id, gift: true, paid: yuan(0) }] },
    });
    expect(before - (await stockOf(mug.id))).toBe(1);
  });

  it('refuses an empty cart, a stranger, and a product that is no longer sold', async () => {
    const s = await scene();
    expect(await s.pay('k', { shopper: asId<ShopperId>('mallory') })).toEqual({ kind: 'refused', reason: 'not-yours' });
    expect(await s.pay('k', { cart: asId<CartId>('nowhere') })).toEqual({ kind: 'refused', reason: 'empty-cart' });
    const gone = await scene({ lines: [{ product: asId('gone'), quantity: 1 }] });
    expect(await gone.pay()).toEqual({ kind: 'refused', reason: 'out-of-stock' });
  });
});

describe('many at once', () => {
  it('redeems a budget for 140 exactly 140 times when 200 shoppers try in parallel, none twice (C5)', async () => {
    const deal = promotion(
      { kind: 'amount-off', amount: yuan(7) },
      { id: asId<PromotionId>('rush'), cap: yuan(7 * 140 + 3) },
    );
    await stores.promotions.put([deal]);
    await stores.products.put([{ ...shoe, stock: 100_000 }]);
    const crowd: Scene[] = [];
    for (let i = 0; i < 200; i++) crowd.push(await scene({ promotion: deal }));
    await stores.products.put([{ ...shoe, stock: null }]);
    const applied = await Promise.all(crowd.map(s => s.apply()));
    expect(applied.filter(a => a.kind === 'applied')).toHaveLength(140);
    for (const a of applied) if (a.kind === 'refused') expect(a.reason).toBe('budget-spent');
    expect(await balanced(deal.id)).toMatchObject({ heldMinor: 98_000, remainingMinor: 300 });
    const winners = crowd.filter((_, i) => applied[i]?.kind === 'applied');
    const paid = await Promise.all(winners.flatMap(s => [s.pay('one'), s.pay('two')]));
    expect(new Set(paid.flatMap(p => (p.kind === 'placed' ? [p.order.id] : []))).size).toBe(140);
    expect(await balanced(deal.id)).toMatchObject({ heldMinor: 0, committedMinor: 98_000, remainingMinor: 300 });
    await stores.products.put([shoe]);
  });
});

describe('a crash between any two writes', () => {
  it.each([
    ['before it is done, repaired by the sweeper', false, 'sweeper'],
    ['with its answer lost, repaired by the sweeper', true, 'sweeper'],
    ['before it is done, repaired by a second try', false, 'retry'],
    ['with its answer lost, repaired by a second try', true, 'retry'],
  ] as const)('%s: the books, the stock and the orders agree', async (_when, answerLost, repair) => {
    let steps = 0;
    for (let n = 1; n < 60; n++) {
      const s = await scene({
        action: { kind: 'gift', product: mug.id },
        lines: [{ product: shoe.id, quantity: 2 }],
      });
      const [shoes, mugs] = [await stockOf(shoe.id), await stockOf(mug.id)];
      const dying = dyingAt(stores, n, answerLost);
      const run = async (): Promise<void> => {
        await s.apply({ stores: dying.stores });
        await s.pay('key', { stores: dying.stores });
      };
      const died = await run().then(
        () => false,
        () => true,
      );
      if (repair === 'retry') {
        // The lease of the dead process lapses; the offer has not.
        const soon = minutes(1);
        const [{ lines, offer }] = [(await stores.carts.get(s.cart))!];
        if (lines.length > 0 && !offer) await s.apply({ now: soon });
        // A reloaded page has another key.
        expect(await s.pay(answerLost && lines.length > 0 ? 'other' : 'key', { now: soon })).toMatchObject({
          kind: 'placed',
        });
      }
      const later = minutes(120);
      await sweep({ stores, now: later });
      await sweep({ stores, now: later });

      const books = await balanced(s.promotion.id);
      expect(books.heldMinor).toBe(0);
      const orders = await stores.orders.ofShopper(s.who, 10);
      expect(orders.length).toBeLessThanOrEqual(1);
      if (repair === 'retry') expect(orders).toHaveLength(1);
      expect(books.committedMinor).toBe(orders.length * 3000);
      expect(shoes - (await stockOf(shoe.id))).toBe(2 * orders.length);
      expect(mugs - (await stockOf(mug.id))).toBe(orders.length);
      expect(await stores.products.openTakes(10)).toEqual([]);
      expect(await stores.offers.get(s.offer)).toMatchObject({ state: orders.length > 0 ? 'redeemed' : 'expired' });
      const cart = await readCart({ stores, cart: s.cart, shopper: s.who, shop, now: later });
      if (orders.length > 0) expect(cart?.cart.lines).toEqual([]);
      expect(cart?.offer ?? null).toBeNull();
      if (!died && !dying.died()) break;
      steps = n;
    }
    // claim, hold, reserve, offer, cart, two locks and two unlocks, two takes, order, commit, two settled, offer, cart
    expect(steps).toBeGreaterThanOrEqual(16);
    expect(steps).toBeLessThan(59);
  });
});

describe('crashes, second tries and sweepers all at once', () => {
  it('leave the books, the stock and the orders in agreement, and the pool never overspent', async () => {
    const random = seededRandom(11);
    const deal = promotion(
      { kind: 'amount-off', amount: yuan(7) },
      { id: asId<PromotionId>('chaos'), cap: yuan(7 * 25) },
    );
    await stores.promotions.put([deal]);
    const crowd: Scene[] = [];
    for (let i = 0; i < 60; i++)
      crowd.push(await scene({ promotion: deal, lines: [{ product: mug.id, quantity: 1 }] }));
    const before = await stockOf(mug.id);
    const buy = async (s: Scene, at: Date): Promise<void> => {
      const dying = dyingAt(stores, 1 + Math.floor(random() * 30), random() < 0.5).stores;
      await s.apply({ stores: dying, now: at }).catch(() => {});
      await s.pay('key', { stores: dying, now: at }).catch(() => {});
    };
    for (let round = 0; round < 3; round++) {
      const at = minutes(round);
      const shopping = crowd.flatMap(s => [buy(s, at), ...(random() < 0.3 ? [buy(s, at)] : [])]);
      await Promise.all([...shopping, sweep({ stores, now: at }), sweep({ stores, now: minutes(round + 0.5) })]);
      const books = await balanced(deal.id);
      expect(books.remainingMinor).toBeGreaterThanOrEqual(0);
    }
    for (let i = 0; i < 3; i++) await sweep({ stores, now: minutes(200) });
    const orders = (await Promise.all(crowd.map(s => stores.orders.ofShopper(s.who, 10)))).flat();
    expect(orders.length).toBeGreaterThan(10);
    const books = await balanced(deal.id);
    expect(books.heldMinor).toBe(0);
    const kept = orders.filter(o => o.status !== 'cancelled');
    expect(books.committedMinor).toBe(kept.reduce((sum, o) => sum + o.discount.minor, 0));
    expect(before - (await stockOf(mug.id))).toBe(kept.length);
    for (const s of crowd) {
      const own = kept.filter(o => o.shopper === s.who);
      expect(own.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('the sweeper', () => {
  it('lets lapsed offers and their holds go, and does nothing the second time', async () => {
    const s = await scene();
    await s.apply();
    expect(await sweep({ stores, now: minutes(61) })).toMatchObject({ released: 1, offersExpired: expect.any(Number) });
    expect(await stores.offers.get(s.offer)).toMatchObject({ state: 'expired' });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 0, remainingMinor: 100_000 });
    expect(await sweep({ stores, now: minutes(61) })).toEqual({
      offersExpired: 0,
      released: 0,
      completed: 0,
      settled: 0,
      promisesLapsed: 0,
      stockGivenBack: 0,
      cancelsSettled: 0,
      busy: 0,
    });
  });

  it('commits the order that stands, also where no stock is counted', async () => {
    const s = await scene({ lines: [{ product: asId(`file-${scenes + 1}`), quantity: 1 }] });
    const file = product(`file-${scenes}`, 300, { stock: null });
    await stores.products.put([file]);
    await s.apply();
    const dying: LedgerStores = {
      ...stores,
      redemptions: { ...stores.redemptions, commit: () => Promise.reject(new Error('killed')) },
    };
    await expect(s.pay('key', { stores: dying })).rejects.toThrow('killed');
    expect(await balanced(s.promotion.id)).toMatchObject({ committedMinor: 0, heldMinor: 3000 });
    // Another shopper would have had the money if the sweeper let it go first.
    expect(await sweep({ stores, now: minutes(61) })).toMatchObject({ completed: 1, released: 0 });
    expect(await balanced(s.promotion.id)).toMatchObject({ committedMinor: 3000, heldMinor: 0 });
    expect(await stores.offers.get(s.offer)).toMatchObject({ state: 'redeemed' });
  });

  it('gives back a hold whose maker died after somebody else had started over', async () => {
    const s = await scene();
    const claim = {
      id: redemptionIdOf({ promotion: s.promotion.id, limits: undefined, shopper: s.who }),
      promotion: s.promotion.id,
      shopper: s.who,
      offer: s.offer,
      cart: s.cart,
      amount: yuan(30),
      expiresAt: minutes(1),
    };
    const first = await stores.redemptions.claim(claim);
    await s.apply();
    await stores.redemptions.hold(first, now, true);
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 6000 });
    expect(await sweep({ stores, now })).toMatchObject({ settled: 1 });
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 3000 });
  });

  it('never refunds a later life of the same redemption', async () => {
    const s = await scene();
    await s.apply();
    const seen = (await stores.redemptions.unfinished(minutes(61), 500)).find(r => r.promotion === s.promotion.id)!;
    await releaseOffer({ stores, offer: s.offer, shopper: s.who, cart: s.cart, now });
    await s.apply();
    await stores.redemptions.release(seen.id, seen.attempt);
    await stores.redemptions.settle(seen);
    expect(await balanced(s.promotion.id)).toMatchObject({ heldMinor: 3000 });
    expect(await s.pay()).toMatchObject({ kind: 'placed' });
  });

  it('may run in several processes while shoppers buy', async () => {
    const crowd: Scene[] = [];
    for (let i = 0; i < 20; i++) crowd.push(await scene());
    const buying = crowd.map(async s => {
      await s.apply();
      return s.pay();
    });
    const sweeping = Array.from({ length: 6 }, () => sweep({ stores, now: minutes(59) }));
    const [orders] = await Promise.all([Promise.all(buying), Promise.all(sweeping)]);
    expect(orders.every(o => o.kind === 'placed')).toBe(true);
    for (const s of crowd) expect(await balanced(s.promotion.id)).toMatchObject({ committedMinor: 3000, heldMinor: 0 });
  });
});
