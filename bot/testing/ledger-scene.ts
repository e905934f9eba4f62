/** A shop with deals of every trigger at once, for the tests that race and kill whole processes. Amounts in fen. */

import { promiseOffer } from '../../dialogs/offers/choose/promise.ts';
import { cancelOrder } from '../../dialogs/offers/ledger/cancel.ts';
import { checkout } from '../../dialogs/offers/ledger/checkout.ts';
import { applyCode } from '../../dialogs/offers/ledger/codes.ts';
import { applyOffer } from '../../dialogs/offers/ledger/redeem.ts';
import {
  asId,
  type CampaignId,
  type CartId,
  type OfferId,
  type ProductId,
  type PromotionId,
  type ShopperId,
} from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Action, Campaign, Limits, Promotion } from '../../knowledge/domain/promotion.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Stores } from '../../knowledge/ports.ts';

export const at = new Date('2026-05-04T10:00:00Z');
export const minutesLater = (count: number): Date => new Date(at.getTime() + count * 60_000);
const cny = (minor: number) => money(minor, 'CNY');

export const ledgerShop: Shop = {
  id: 'shop',
  name: { en: 'Ledger shop' },
  tagline: {},
  currency: 'CNY',
  languages: ['en'],
  categories: [],
  shippingFee: cny(1200),
  returnDays: 30,
  exchangeRates: {},
  stackGroups: [{ key: 'all', name: {}, order: 0, mode: 'all' }],
  source: 'test',
};

const productOf = (id: string, minor: number, stock: number): Product => ({
  id: asId<ProductId>(id),
  name: { en: id },
  description: {},
  category: '',
  attributes: {},
  price: cny(minor),
  stock,
  hidden: false,
  addedAt: at,
});
export const stockAtFirst = 100_000;
export const coat = productOf('coat', 50_000, stockAtFirst);
export const mug = productOf('mug', 3000, stockAtFirst);

const campaign = asId<CampaignId>('everything');
const dates = { startsAt: minutesLater(-600), endsAt: minutesLater(60 * 24 * 30) };
const promotionOf = (id: string, action: Action, more: Partial<Promotion>): Promotion => ({
  id: asId<PromotionId>(id),
  campaign,
  name: { en: id },
  terms: {},
  conditions: [],
  action,
  active: true,
  ...dates,
  cap: cny(1_000_000_000),
  group: 'all',
  ...more,
});
export const sharedCode = 'EVERYBODY';

/** One that runs by itself, one behind a code (a gift from counted stock), one that is quoted; all stack. */
export const ledgerPromotions = (limits: Limits = {}, promisedMinor = 1_000_000_000): readonly Promotion[] => [
  promotionOf('automatic', { kind: 'amount-off', amount: cny(500) }, { trigger: 'automatic', limits, order: 0 }),
  promotionOf('code', { kind: 'gift', product: mug.id }, { trigger: 'code', limits: { perCode: 1_000_000 }, order: 1 }),
  promotionOf(
    'quoted',
    { kind: 'amount-off', amount: cny(1000) },
    { trigger: 'offer', order: 2, cap: cny(promisedMinor) },
  ),
];

export const makeLedgerShop = async (
  stores: Stores,
  more: { budgetMinor?: number; limits?: Limits; promisedMinor?: number } = {},
): Promise<void> => {
  const spring: Campaign = {
    id: campaign,
    name: { en: 'Everything' },
    ...dates,
    active: true,
    holdout: 0,
    exploration: 0,
    guardrails: { marginFloor: 0, maxOffers: 9, perDays: 1, cooldownHours: 0 },
    quoteMinutes: 60,
    ...(more.budgetMinor === undefined ? {} : { budget: cny(more.budgetMinor) }),
  };
  await stores.shop.put(ledgerShop);
  await stores.products.put([coat, mug]);
  await stores.promotions.putCampaigns([spring]);
  await stores.promotions.put(ledgerPromotions(more.limits, more.promisedMinor));
  await stores.codes.insert([{ id: sharedCode, promotion: asId<PromotionId>('code'), singleUse: false, active: true }]);
};

export const raiseBudget = async (stores: Stores, budgetMinor: number): Promise<void> => {
  const all = await stores.promotions.campaigns();
  await stores.promotions.putCampaigns(all.map(c => (c.id === campaign ? { ...c, budget: cny(budgetMinor) } : c)));
};

export const shopperOf = (n: number): ShopperId => asId(`shopper-${n}`);
export const cartOf = (n: number): CartId => asId(`cart-${n}`);
export const offerIdOf = (n: number): OfferId => asId(`offer-${n}`);

const quoteOf = (n: number): Offer => ({
  id: offerIdOf(n),
  promotion: asId<PromotionId>('quoted'),
  campaign,
  shopper: shopperOf(n),
  conversation: asId('talk'),
  turn: asId('turn'),
  kind: 'amount-off',
  rule: { conditions: [], action: { kind: 'amount-off', amount: cny(1000) }, group: 'all', order: 2 },
  basket: [{ product: coat.id, quantity: 1 }],
  priced: {
    lines: [],
    subtotal: coat.price,
    discount: cny(0),
    shipping: cny(0),
    shippingDiscount: cny(0),
    total: coat.price,
  },
  saves: cny(1000),
  state: 'quoted',
  quotedAt: at,
  expiresAt: minutesLater(60),
  because: { model: 'test', upliftMinor: 0, buyProbability: 0.5, buyProbabilityWithout: 0.4, explored: false },
});

/** A shopper with a coat in the cart and, when wanted, a quoted offer. */
export const makeShopper = async (stores: Stores, n: number, quoted: boolean): Promise<void> => {
  const cart = await stores.carts.ensure(cartOf(n), shopperOf(n), at);
  await stores.carts.change(cart.id, cart.version, { lines: [{ product: coat.id, quantity: 1 }] }, at);
  if (quoted) await stores.offers.insert(quoteOf(n));
};

/** Quotes the shopper the deal, money first; false: none is left to promise it. */
export const quote = (stores: Stores, n: number, now = at): Promise<boolean> =>
  promiseOffer(stores, quoteOf(n), ledgerShop, now);

/** What a shopper does: takes the offer, enters the code, pays, and perhaps thinks better of it. */
export const buy = async (
  stores: Stores,
  n: number,
  what: { quoted: boolean; cancels: boolean; key?: string; now?: Date; asks?: boolean },
): Promise<'placed' | 'cancelled' | string> => {
  const now = what.now ?? at;
  const who = { stores, cart: cartOf(n), shopper: shopperOf(n), shop: ledgerShop, now };
  if (what.asks) await quote(stores, n, now);
  if (what.quoted || what.asks) await applyOffer({ ...who, offer: offerIdOf(n) });
  if (!what.asks) await applyCode(who, sharedCode);
  const paid = await checkout({ ...who, idempotencyKey: what.key ?? 'once', makeOrderNumber: id => `T-${id}` });
  if (paid.kind === 'refused') return paid.reason;
  if (!what.cancels) return 'placed';
  const cancelled = await cancelOrder({ stores, order: paid.order.id, shopper: shopperOf(n), now });
  return cancelled.kind === 'cancelled' ? 'cancelled' : cancelled.reason;
};
