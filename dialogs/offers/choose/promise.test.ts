import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asId,
  type CampaignId,
  type CartId,
  type OfferId,
  type PromotionId,
  type ShopperId,
} from '../../../knowledge/domain/ids.ts';
import type { Offer } from '../../../knowledge/domain/offer.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import { openStores } from '../../../knowledge/store/open.ts';
import { checkout } from '../ledger/checkout.ts';
import { applyCode, shareCode } from '../ledger/codes.ts';
import { balancedPromotion } from '../ledger/ledger.test-helper.ts';
import { applyOffer, readCart } from '../ledger/redeem.ts';
import { sweep } from '../ledger/sweep.ts';
import { campaign, minutes, now, offerOf, product, promotion, shop, yuan } from '../offers.test-helper.ts';
import { promiseOffer } from './promise.ts';

let stores: Stores;
beforeAll(async () => {
  stores = await openStores({ dataDir: null });
  await stores.products.put([mug]);
});
afterAll(() => stores.close());

const mug = product('mug', 100);
const twenty = { kind: 'amount-off', amount: yuan(20) } as const;

/** Quotes asked for at once; PROMISED_QUOTES=200 for the round of full size. */
const asked = Number(process.env.PROMISED_QUOTES ?? 50);

let scenes = 0;
/** A promotion with money for `uses` deals of 20, in a campaign of its own with a budget for `budget` of them. */
const scene = async (uses: number, budget?: number) => {
  scenes += 1;
  const own = campaign({
    id: asId<CampaignId>(`campaign-${scenes}`),
    ...(budget === undefined ? {} : { budget: yuan(20 * budget) }),
  });
  const deal = promotion(twenty, {
    id: asId<PromotionId>(`promotion-${scenes}`),
    campaign: own.id,
    cap: yuan(20 * uses),
  });
  await stores.promotions.putCampaigns([own]);
  await stores.promotions.put([deal]);
  const quote = (i: number, more: Partial<Offer> = {}): Offer =>
    offerOf({
      id: asId<OfferId>(`${deal.id}-offer-${i}`),
      shopper: asId<ShopperId>(`${deal.id}-shopper-${i}`),
      promotion: deal.id,
      campaign: own.id,
      kind: 'amount-off',
      rule: { conditions: [], action: twenty },
      basket: [{ product: mug.id, quantity: 1 }],
      saves: yuan(20),
      expiresAt: minutes(60),
      ...more,
    });
  const redeem = async (offer: Offer) => {
    const cart = asId<CartId>(`cart:${offer.shopper}`);
    const empty = await stores.carts.ensure(cart, offer.shopper, now);
    await stores.carts.change(cart, empty.version, { lines: [{ product: mug.id, quantity: 1 }] }, now);
    return applyOffer({ stores, offer: offer.id, shopper: offer.shopper, cart, shop, now: minutes(30) });
  };
  return { deal, quote, redeem };
};

describe('a promise', () => {
  it('is made to seven of ten who are quoted at once on a pool for as many, and kept to every one of them', async () => {
    const uses = (asked * 7) / 10;
    const { deal, quote, redeem } = await scene(uses);
    const quotes = Array.from({ length: asked }, (_, i) => quote(i));
    const made: Offer[] = [];
    const kept = await Promise.all(quotes.map(offer => promiseOffer(stores, offer, shop, now)));
    made.push(...quotes.filter((_, i) => kept[i]));
    expect(made).toHaveLength(uses);
    const outcomes = await Promise.all(made.map(redeem));
    expect(outcomes.map(o => (o.kind === 'applied' ? o.kind : o.reason))).toEqual(made.map(() => 'applied'));
    expect((await stores.promotions.all()).find(p => p.id === deal.id)?.remainingMinor).toBe(0);
  }, 120_000);

  it('counts what the campaign may give as well, and what was applied already once', async () => {
    const { quote, redeem } = await scene(10, 3);
    expect(await promiseOffer(stores, quote(1), shop, now)).toBe(true);
    expect((await redeem(quote(1))).kind).toBe('applied');
    expect(await promiseOffer(stores, quote(2), shop, now)).toBe(true);
    expect(await promiseOffer(stores, quote(3), shop, now)).toBe(true);
    expect(await promiseOffer(stores, quote(4), shop, now)).toBe(false);
    expect(await stores.offers.get(quote(4).id)).toBeNull();
  });

  it('stands while it was turned down, is made once when it is repeated, and is free again when it has expired', async () => {
    const { deal, quote } = await scene(1);
    expect(await promiseOffer(stores, quote(1), shop, now)).toBe(true);
    expect(await promiseOffer(stores, quote(1), shop, now)).toBe(true);
    await stores.offers.transition(quote(1).id, ['quoted'], 'released');
    expect(await promiseOffer(stores, quote(2), shop, now)).toBe(false);
    expect((await stores.promotions.all()).find(p => p.id === deal.id)?.remainingMinor).toBe(0);
    await sweep({ stores, now: minutes(61) });
    const later = quote(3, { quotedAt: minutes(61), expiresAt: minutes(120) });
    expect(await promiseOffer(stores, later, shop, minutes(61))).toBe(true);
  });

  it('is taken once by a repeated turn that would quote it otherwise or later, also when nothing is left', async () => {
    const { deal, quote, redeem } = await scene(2);
    const later = { saves: yuan(15), expiresAt: minutes(90) };
    expect(await promiseOffer(stores, quote(1), shop, now)).toBe(true);
    expect(await promiseOffer(stores, quote(1, later), shop, minutes(1))).toBe(true);
    expect(await balancedPromotion(stores, deal.id)).toMatchObject({ promisedMinor: 2000, remainingMinor: 2000 });
    expect(await promiseOffer(stores, quote(2), shop, now)).toBe(true);
    expect(await promiseOffer(stores, quote(1, later), shop, minutes(1))).toBe(true);
    const held = await redeem(quote(1));
    if (held.kind !== 'applied') throw new Error(held.reason);
    expect(await promiseOffer(stores, held.offer, shop, minutes(31))).toBe(true);
    expect(await balancedPromotion(stores, deal.id)).toMatchObject({ remainingMinor: 0, heldMinor: 4000 });
    expect(await stores.offers.get(quote(1).id)).toMatchObject({ expiresAt: minutes(60), promise: { minor: 2000 } });
  });

  it('stays on the cart, with all the money it had there, when another deal is lost in the moment of paying', async () => {
    const fifth = { kind: 'percent-off', rate: 0.2 } as const;
    const { deal, quote } = await scene(2);
    const together = { ...shop, stackGroups: [{ key: 'all', name: {}, order: 0, mode: 'all' as const }] };
    const coded = promotion(
      { kind: 'amount-off', amount: yuan(5) },
      { id: asId<PromotionId>(`coded-${deal.id}`), campaign: deal.campaign, trigger: 'code', group: 'all', order: 2 },
    );
    await stores.promotions.put([coded]);
    const code = (await shareCode(stores, coded.id, 'LOST'))!;
    const offer = quote(1, { rule: { conditions: [], action: fifth, group: 'all', order: 1 }, kind: 'percent-off' });
    expect(await promiseOffer(stores, offer, together, now)).toBe(true);
    const { shopper } = offer;
    const cart = asId<CartId>(`cart:${shopper}`);
    const empty = await stores.carts.ensure(cart, shopper, now);
    await stores.carts.change(cart, empty.version, { lines: [{ product: mug.id, quantity: 2 }] }, now);
    const at = { stores, cart, shopper, shop: together, now };
    expect(await applyOffer({ ...at, offer: offer.id })).toMatchObject({ kind: 'applied' });
    expect(await applyCode(at, code)).toMatchObject({ kind: 'applied' });
    const orders: Stores['orders'] = {
      ...stores.orders,
      insert: async order => {
        const placed = await stores.orders.insert(order);
        const lost = await stores.redemptions.get(order.deals!.find(d => d.code)!.redemption);
        await stores.redemptions.release(lost!.id, lost!.attempt);
        await stores.promotions.put([{ ...coded, cap: yuan(0) }]);
        return placed;
      },
    };
    const pay = (by: Pick<Stores, 'orders'>, idempotencyKey: string) =>
      checkout({ ...at, stores: { ...stores, ...by }, idempotencyKey, makeOrderNumber: id => `T-${id}` });
    expect(await pay({ orders }, 'first')).toEqual({ kind: 'refused', reason: 'budget-spent' });
    expect(await balancedPromotion(stores, deal.id)).toMatchObject({ committedMinor: 0, promisedMinor: 4000 });
    expect((await readCart(at))!).toMatchObject({ offer: { id: offer.id }, priced: { discount: yuan(40) } });
    expect(await pay(stores, 'second')).toMatchObject({ kind: 'placed', order: { discount: yuan(40) } });
    expect(await balancedPromotion(stores, deal.id)).toMatchObject({ committedMinor: 4000, heldMinor: 0 });
  });
});
