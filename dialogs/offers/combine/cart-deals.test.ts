import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asId,
  type CampaignId,
  type CartId,
  type Id,
  type OfferId,
  type PromotionId,
  type ShopperId,
} from '../../../knowledge/domain/ids.ts';
import { campaignPool, dayPool, shopperPool, usesPool } from '../../../knowledge/domain/pool.ts';
import type { Action, StackGroup } from '../../../knowledge/domain/promotion.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { cancelOrder, cancelPreview } from '../ledger/cancel.ts';
import { type CheckoutInput, checkout } from '../ledger/checkout.ts';
import { applyCode, shareCode } from '../ledger/codes.ts';
import { balancedPool, balancedPromotion, dyingAt } from '../ledger/ledger.test-helper.ts';
import { applyOffer, readCart } from '../ledger/redeem.ts';
import { sweep } from '../ledger/sweep.ts';
import { campaign, minutes, now, offerOf, shop as plainShop, product, promotion, yuan } from '../offers.test-helper.ts';

let stores: Stores;
const coat = product('coat', 500);
const mug = product('mug', 30);
/** Everything that may be had together is had together. */
const all: readonly StackGroup[] = [{ key: 'all', name: {}, order: 0, mode: 'all' }];
const shop = { ...plainShop, stackGroups: all };
beforeAll(async () => {
  stores = await openStores({ dataDir: null });
  await stores.products.put([coat, mug]);
});
afterAll(() => stores.close());

let made = 0;
const named = <T extends Id<string>>(what: string): T => asId<T>(`${what}-${made}`);
const off = (amount: number): Action => ({ kind: 'amount-off', amount: yuan(amount) });
/** Deals of one test end with it: a promotion that runs by itself would be on every later cart. */
const running: PromotionId[] = [];
const run = async (id: string, action: Action, more: Partial<LivePromotion> = {}): Promise<LivePromotion> => {
  made += 1;
  const deal = promotion(action, { id: named<PromotionId>(id), group: 'all', trigger: 'automatic', ...more });
  await stores.promotions.put([deal]);
  running.push(deal.id);
  return deal;
};
const endAll = async (): Promise<void> => {
  for (const id of running.splice(0)) await stores.promotions.setActive(id, false);
};

const buyer = async (lines = [{ product: coat.id, quantity: 1 }], id?: ShopperId) => {
  made += 1;
  const who = id ?? named<ShopperId>('who');
  const cart = named<CartId>('cart');
  const fill = async () => {
    const held = await stores.carts.ensure(cart, who, now);
    await stores.carts.change(cart, held.version, { lines, offer: held.offer }, now);
  };
  await fill();
  const at = { stores, cart, shopper: who, shop, now };
  let clicks = 0;
  return {
    who,
    cart,
    fill,
    read: async (more: Partial<typeof at> = {}) => (await readCart({ ...at, ...more }))!,
    enter: (code: string) => applyCode(at, code),
    pay: (more: Partial<CheckoutInput> = {}) =>
      checkout({ ...at, idempotencyKey: `click-${clicks++}`, makeOrderNumber: o => `T-${o}`, ...more }),
    quote: async (deal: LivePromotion, saves: number) => {
      made += 1;
      const offer = offerOf({
        id: named<OfferId>('offer'),
        promotion: deal.id,
        campaign: deal.campaign,
        shopper: who,
        rule: { conditions: deal.conditions, action: deal.action, group: 'all' },
        basket: lines,
        saves: yuan(saves),
      });
      await stores.offers.insert(offer);
      return { id: offer.id, apply: () => applyOffer({ ...at, offer: offer.id }) };
    },
  };
};

describe('a cart with several deals', () => {
  it('is priced under all of them, shows each with its amount, and pays, commits and keeps them all', async () => {
    const automatic = await run('auto', off(40));
    const coded = await run('coded', { kind: 'percent-off', rate: 0.1 }, { trigger: 'code' });
    const personal = await run('personal', off(20), { trigger: 'offer' });
    await shareCode(stores, coded.id, 'TENTH');
    const b = await buyer();
    expect((await b.read()).priced.discount).toEqual(yuan(40));
    const offer = await b.quote(personal, 20);
    expect(await offer.apply()).toMatchObject({ kind: 'applied' });
    expect(await b.enter('tenth')).toMatchObject({ kind: 'applied' });
    const state = await b.read();
    const deals = state.priced.deals ?? [];
    expect(deals.map(d => d.promotion).sort()).toEqual([automatic.id, coded.id, personal.id].sort());
    expect(deals.reduce((sum, d) => sum + d.saves.minor, 0)).toBe(state.priced.discount.minor);
    const paid = await b.pay({ seen: state.priced.total });
    if (paid.kind !== 'placed') throw new Error(paid.reason);
    expect(paid.order).toMatchObject({ total: state.priced.total, offer: offer.id, promotion: personal.id });
    for (const deal of paid.order.deals ?? []) {
      expect(deal.rule.action).toBeDefined();
      const books = await balancedPromotion(stores, deal.promotion);
      expect(books).toMatchObject({ committedMinor: deal.saves.minor, heldMinor: 0 });
    }
    expect(await stores.offers.get(offer.id)).toMatchObject({ state: 'redeemed', order: paid.order.id });
    await endAll();
  });

  it('pays all its deals or none: one that is spent in the moment of paying undoes the others, and the new price is seen first', async () => {
    const first = await run('a-first', off(40));
    const scarce = await run('b-scarce', off(30), { cap: yuan(30) });
    const [quick, slow] = [await buyer(), await buyer()];
    expect((await quick.read()).priced.discount).toEqual(yuan(70));
    const seen = (await slow.read()).priced.total;
    const [one, two] = await Promise.all([quick.pay(), slow.pay({ seen })]);
    const lost = one.kind === 'refused' ? { paid: one, who: quick } : { paid: two, who: slow };
    expect(lost.paid).toMatchObject({ kind: 'refused' });
    expect(await balancedPromotion(stores, first.id)).toMatchObject({ committedMinor: 4000, heldMinor: 0 });
    expect(await balancedPromotion(stores, scarce.id)).toMatchObject({ remainingMinor: 0, heldMinor: 0 });
    const after = await lost.who.read();
    expect(after.priced.discount).toEqual(yuan(40));
    expect(after.trace.find(t => t.promotion === scarce.id)).toMatchObject({
      outcome: 'refused',
      reason: 'budget-spent',
    });
    expect(await lost.who.pay({ seen: after.priced.total })).toMatchObject({ kind: 'placed' });
    await endAll();
  });

  it('never charges more than was seen, whatever ended meanwhile', async () => {
    const deal = await run('ends', off(50));
    const b = await buyer();
    const seen = (await b.read()).priced.total;
    await stores.promotions.setActive(deal.id, false);
    expect(await b.pay({ seen })).toEqual({ kind: 'refused', reason: 'cart-changed' });
    expect(await b.pay({ seen: (await b.read()).priced.total })).toMatchObject({ kind: 'placed' });
    await endAll();
  });

  it('honours the personal deal beside the others though its promotion was stopped', async () => {
    const personal = await run('promised', off(25), { trigger: 'offer' });
    await run('beside', off(10));
    const b = await buyer();
    const offer = await b.quote(personal, 25);
    await offer.apply();
    await stores.promotions.put([{ ...personal, active: false, action: off(1) }]);
    expect((await b.read()).priced.discount).toEqual(yuan(35));
    expect(await b.pay()).toMatchObject({ kind: 'placed', order: { discount: yuan(35) } });
    await endAll();
  });

  it('refuses an offer that would leave no less to pay, and lets go of one that a better deal overtook', async () => {
    const best = { ...shop, stackGroups: [{ ...all[0]!, mode: 'best' as const }] };
    const personal = await run('modest', off(20), { trigger: 'offer' });
    const b = await buyer();
    const offer = await b.quote(personal, 20);
    await offer.apply();
    const better = await run('better', off(60));
    expect(await b.read({ shop: best })).toMatchObject({
      offer: null,
      problem: { reason: 'better-deal-applies' },
      priced: { discount: yuan(60) },
    });
    expect(await b.pay({ shop: best })).toMatchObject({ kind: 'placed', order: { discount: yuan(60) } });
    expect(await stores.offers.get(offer.id)).toMatchObject({ state: 'quoted' });
    expect(await balancedPromotion(stores, personal.id)).toMatchObject({ heldMinor: 0, committedMinor: 0 });
    const other = await buyer();
    const late = await other.quote(personal, 20);
    const refused = await applyOffer({ stores, offer: late.id, shopper: other.who, cart: other.cart, shop: best, now });
    expect(refused).toMatchObject({ kind: 'refused', reason: 'better-deal-applies' });
    expect(better.id).toBeDefined();
    await endAll();
  });
});

describe('limits', () => {
  it('once per shopper holds for a deal that runs by itself as for any other', async () => {
    const deal = await run('once', off(40));
    const b = await buyer();
    await b.pay();
    await b.fill();
    const again = await b.read();
    expect(again.priced.discount).toEqual(yuan(0));
    expect(again.trace).toMatchObject([{ promotion: deal.id, outcome: 'refused', reason: 'already-redeemed' }]);
    expect(await b.pay()).toMatchObject({ kind: 'placed', order: { discount: yuan(0) } });
    await endAll();
  });

  it('so many uses and so much money per shopper, at once from several carts', async () => {
    const deal = await run('thrice', off(40), { limits: { perShopper: { uses: 3, money: yuan(100) } } });
    const first = await buyer();
    const carts = [first, ...(await Promise.all([1, 2, 3, 4].map(() => buyer(undefined, first.who))))];
    const paid = await Promise.all(carts.map(b => b.pay()));
    const dealt = paid.filter(p => p.kind === 'placed' && p.order.discount.minor > 0);
    // Three uses would be 120: the money ends before the uses do.
    expect(dealt).toHaveLength(2);
    for (const p of paid) if (p.kind === 'refused') expect(p.reason).toBe('limit-reached');
    expect(await balancedPool(stores, shopperPool(deal.id, first.who))).toMatchObject({ usedMinor: 8000, uses: 2 });
    expect(await balancedPromotion(stores, deal.id)).toMatchObject({ committedMinor: 8000, heldMinor: 0 });
    await endAll();
  });

  it('so many uses in all', async () => {
    const deal = await run('few', off(40), { limits: { uses: 3 } });
    const crowd = await Promise.all(Array.from({ length: 9 }, () => buyer()));
    const paid = await Promise.all(crowd.map(b => b.pay()));
    expect(paid.filter(p => p.kind === 'placed' && p.order.discount.minor > 0)).toHaveLength(3);
    expect(await balancedPool(stores, usesPool(deal.id))).toMatchObject({ uses: 3, heldUses: 0 });
    const late = await buyer();
    expect((await late.read()).trace).toMatchObject([{ reason: 'limit-reached' }]);
    await endAll();
  });

  it('a day ends when the shop’s day ends, not the server’s', async () => {
    const deal = await run('daily', off(40), { limits: { perDay: { uses: 1 } } });
    const inShanghai = { ...shop, timeZone: 'Asia/Shanghai' };
    const evening = new Date('2026-05-04T15:30:00Z');
    const afterMidnight = new Date('2026-05-04T16:30:00Z');
    const [one, two, three] = [await buyer(), await buyer(), await buyer()];
    expect(await one.pay({ shop: inShanghai, now: evening })).toMatchObject({ order: { discount: yuan(40) } });
    expect((await two.read({ shop: inShanghai, now: evening })).trace).toMatchObject([{ reason: 'limit-reached' }]);
    expect(await two.pay({ shop: inShanghai, now: afterMidnight })).toMatchObject({ order: { discount: yuan(40) } });
    expect(await three.pay({ shop: inShanghai, now: afterMidnight })).toMatchObject({ order: { discount: yuan(0) } });
    for (const day of ['2026-05-04', '2026-05-05']) {
      expect(await balancedPool(stores, dayPool(deal.id, day))).toMatchObject({ uses: 1, committedUses: 1 });
    }
    await endAll();
  });

  it('a campaign’s budget holds over all its promotions together, personal ones too', async () => {
    const id = asId<CampaignId>('budgeted');
    await stores.promotions.putCampaigns([campaign({ id, budget: yuan(100) })]);
    await run('one', off(30), { campaign: id });
    await run('two', off(20), { campaign: id });
    const personal = await run('three', off(10), { campaign: id, trigger: 'offer' });
    const [first, second, third] = [await buyer(), await buyer(), await buyer()];
    expect(await first.pay()).toMatchObject({ order: { discount: yuan(50) } });
    await (await second.quote(personal, 10)).apply();
    // 40 are left: one of the two, and not both.
    expect((await second.read()).priced.discount).toEqual(yuan(40));
    expect(await second.pay()).toMatchObject({ order: { discount: yuan(40) } });
    expect((await third.read()).trace.map(t => t.reason)).toEqual(['budget-spent', 'budget-spent']);
    expect(await (await third.quote(personal, 10)).apply()).toMatchObject({ kind: 'applied' });
    const fourth = await buyer();
    expect(await (await fourth.quote(personal, 10)).apply()).toEqual({ kind: 'refused', reason: 'budget-spent' });
    expect(await balancedPool(stores, campaignPool(id))).toMatchObject({ usedMinor: 10_000, heldMinor: 1000 });
    await stores.promotions.putCampaigns([campaign({ id, budget: yuan(110) })]);
    expect(await (await fourth.quote(personal, 10)).apply()).toMatchObject({ kind: 'applied' });
    await endAll();
  });

  it('a limit in another currency lets nothing through rather than everything', async () => {
    await run('foreign', off(40), { limits: { perDay: { money: { minor: 1_000_000, currency: 'USD' } } } });
    expect((await (await buyer()).read()).trace).toMatchObject([{ reason: 'limit-reached' }]);
    await endAll();
  });
});

describe('cancelling before it ships', () => {
  it('frees every deal but those that stay used, the stock and the once-per-shopper, and only once', async () => {
    const freed = await run('freed', off(40), { limits: { perDay: { uses: 9 } } });
    const kept = await run('kept', off(30), { onCancel: 'keep' });
    const b = await buyer();
    const stock = (await stores.products.many([coat.id]))[0]?.stock;
    const paid = await b.pay();
    if (paid.kind !== 'placed') throw new Error(paid.reason);
    expect(cancelPreview(paid.order)).toMatchObject({ freed: [freed.id], kept: [kept.id], refund: paid.order.total });
    const outcomes = await Promise.all(
      Array.from({ length: 5 }, () => cancelOrder({ stores, order: paid.order.id, shopper: b.who, now })),
    );
    expect(outcomes.filter(o => o.kind === 'cancelled')).toHaveLength(1);
    for (const o of outcomes) if (o.kind === 'refused') expect(o.reason).toBe('already-cancelled');
    expect(await balancedPromotion(stores, freed.id)).toMatchObject({ committedMinor: 0, heldMinor: 0 });
    expect(await balancedPool(stores, dayPool(freed.id, '2026-05-04'))).toMatchObject({ uses: 0 });
    expect(await balancedPromotion(stores, kept.id)).toMatchObject({ committedMinor: 3000 });
    expect((await stores.products.many([coat.id]))[0]?.stock).toBe(stock);
    await b.fill();
    expect((await b.read()).priced.discount).toEqual(yuan(40));
    await endAll();
  });

  it('a voucher of an order that was never paid for can be used again (shopware#8575, shopware#4382)', async () => {
    const deal = await run('voucher', off(40), { trigger: 'code' });
    await shareCode(stores, deal.id, 'VOUCHER');
    const b = await buyer();
    await b.enter('VOUCHER');
    const paid = await b.pay();
    if (paid.kind !== 'placed') throw new Error(paid.reason);
    await cancelOrder({ stores, order: paid.order.id, now });
    await b.fill();
    expect(await b.enter('VOUCHER')).toMatchObject({ kind: 'applied' });
    await endAll();
  });

  it('is refused for what has shipped and for another shopper', async () => {
    const b = await buyer();
    const paid = await b.pay();
    if (paid.kind !== 'placed') throw new Error(paid.reason);
    const order = paid.order.id;
    expect(await cancelOrder({ stores, order, shopper: asId<ShopperId>('mallory'), now })).toMatchObject({
      reason: 'not-yours',
    });
    await stores.orders.setStatus(order, ['placed'], 'shipped');
    expect(await cancelOrder({ stores, order, shopper: b.who, now })).toMatchObject({ reason: 'too-late' });
    expect(await cancelOrder({ stores, order: asId('none'), now })).toMatchObject({ reason: 'unknown-order' });
  });
});

describe('a crash between any two steps of a purchase with three deals that is cancelled again', () => {
  it.each([
    ['before the step is done', false],
    ['with its answer lost', true],
  ] as const)('%s: every pool, the stock and the orders agree', async (_when, answerLost) => {
    const id = asId<CampaignId>(`crash-${answerLost}`);
    await stores.promotions.putCampaigns([campaign({ id, budget: yuan(100_000) })]);
    const automatic = await run('ca', off(40), { campaign: id, limits: { perDay: { uses: 10_000 } } });
    const coded = await run(
      'cc',
      { kind: 'gift', product: mug.id },
      { campaign: id, trigger: 'code', limits: { perCode: 10_000 } },
    );
    const personal = await run('cp', off(20), { campaign: id, trigger: 'offer' });
    const code = `CRASH${answerLost ? 1 : 2}`;
    await shareCode(stores, coded.id, code);
    const stockOf = async () => (await stores.products.many([coat.id, mug.id])).map(p => p.stock ?? 0);
    let bought = 0;
    let steps = 0;
    const before = await stockOf();
    for (let n = 1; n < 120; n++) {
      const b = await buyer();
      const offer = await b.quote(personal, 20);
      const dying = dyingAt(stores, n, answerLost);
      const at = { stores: dying.stores, cart: b.cart, shopper: b.who, shop, now };
      const purchase = async () => {
        await applyOffer({ ...at, offer: offer.id });
        await applyCode(at, code);
        const paid = await checkout({ ...at, idempotencyKey: 'k', makeOrderNumber: o => `T-${o}` });
        if (paid.kind === 'placed' && n % 2 === 0) {
          await cancelOrder({ stores: dying.stores, order: paid.order.id, shopper: b.who, now });
        }
      };
      await purchase().catch(() => {});
      for (let i = 0; i < 2; i++) await sweep({ stores, now: minutes(120) });
      const orders = (await stores.orders.ofShopper(b.who, 10)).filter(o => o.status !== 'cancelled');
      expect(orders.length).toBeLessThanOrEqual(1);
      bought += orders.length;
      for (const deal of [automatic, coded, personal]) {
        expect(await balancedPromotion(stores, deal.id)).toMatchObject({ heldMinor: 0 });
      }
      expect((await stores.redemptions.unfinished(minutes(120), 10)).length).toBe(0);
      expect(await stores.products.openTakes(10)).toEqual([]);
      if (!dying.died()) break;
      steps = n;
    }
    const committed = await balancedPool(stores, dayPool(automatic.id, '2026-05-04'));
    expect(committed).toMatchObject({ heldUses: 0 });
    const coats = before[0]! - (await stockOf())[0]!;
    expect(coats).toBe(bought);
    expect(committed.committedUses).toBeLessThanOrEqual(bought);
    await balancedPool(stores, campaignPool(id));
    await balancedPool(stores, `code:${code}`);
    expect(steps).toBeGreaterThan(30);
    await endAll();
  });
});
