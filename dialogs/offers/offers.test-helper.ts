/** A small shop and its shoppers for the tests of the deals. Amounts in fen unless said otherwise. */
import fc from 'fast-check';
import { asId, type CampaignId, type OfferId, type ProductId, type PromotionId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Impression, Offer } from '../../knowledge/domain/offer.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Action, Campaign, Condition, Scope } from '../../knowledge/domain/promotion.ts';
import { responseFeatures } from '../../knowledge/domain/response-features.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import type { LivePromotion } from '../../knowledge/ports/promotions.ts';
import type { ResponseModel } from '../../models/types.ts';
import type { ChooseInput } from './choose/choose-input.ts';
import type { BasketLine } from './combine/basket.ts';

export const now = new Date('2026-05-04T10:00:00Z');
export const minutes = (count: number): Date => new Date(now.getTime() + count * 60_000);
export const yuan = (amount: number) => money(Math.round(amount * 100), 'CNY');

export const shop: Shop = {
  id: 'shop',
  name: { en: 'Test shop' },
  tagline: {},
  currency: 'CNY',
  languages: ['en', 'zh'],
  categories: ['shoes', 'bags', 'mugs'].map(key => ({ key, name: { en: key }, synonyms: [] })),
  shippingFee: yuan(12),
  freeShippingFrom: yuan(1000),
  returnDays: 30,
  exchangeRates: {},
  source: 'test',
};

export const product = (id: string, priceYuan: number, more: Partial<Product> = {}): Product => ({
  id: asId<ProductId>(id),
  name: { en: id },
  description: {},
  category: 'mugs',
  attributes: {},
  price: yuan(priceYuan),
  cost: yuan(priceYuan * 0.4),
  stock: 1000,
  hidden: false,
  addedAt: new Date('2026-01-01T00:00:00Z'),
  ...more,
});

export const catalogueOf = (products: readonly Product[]): Map<ProductId, Product> =>
  new Map(products.map(p => [p.id, p]));

export const promotion = (action: Action, more: Partial<LivePromotion> = {}): LivePromotion => ({
  id: asId<PromotionId>('promo'),
  campaign: asId<CampaignId>('spring'),
  name: { en: 'Deal' },
  terms: {},
  conditions: [],
  action,
  active: true,
  startsAt: new Date('2026-05-01T00:00:00Z'),
  endsAt: new Date('2026-06-01T00:00:00Z'),
  cap: yuan(100_000),
  remainingMinor: 10_000_000,
  ...more,
});

export const campaign = (more: Partial<Campaign> = {}): Campaign => ({
  id: asId<CampaignId>('spring'),
  name: { en: 'Spring' },
  startsAt: new Date('2026-05-01T00:00:00Z'),
  endsAt: new Date('2026-06-01T00:00:00Z'),
  active: true,
  holdout: 0,
  exploration: 0,
  guardrails: { marginFloor: 0.1, maxOffers: 3, perDays: 7, cooldownHours: 24 },
  quoteMinutes: 60,
  ...more,
});

export const shopper = (more: Partial<Shopper> = {}): Shopper => ({
  id: asId('ann'),
  language: 'en',
  segments: [],
  consent: { personalOffers: true, profile: true },
  createdAt: new Date('2026-01-01T00:00:00Z'),
  ...more,
});

export const nobody = { segments: [], orderCount: 0 };

/** A model that says what it is told, per promotion; what it does not know it expects to lose money. */
export const modelSaying = (upliftMinor: Readonly<Record<string, number>>): ResponseModel => ({
  name: 'told',
  version: '1',
  score: (_context, arms) =>
    arms.map(arm => ({
      promotion: arm.promotion,
      buyProbability: 0.3,
      buyProbabilityWithout: 0.2,
      upliftMinor: upliftMinor[arm.promotion] ?? -1,
    })),
});

const mug = product('mug', 100);

export const chooseInput = (more: Partial<ChooseInput> = {}): ChooseInput => ({
  shopper: shopper(),
  conversation: asId('talk'),
  turn: asId('turn-1'),
  now,
  shop,
  campaigns: [campaign()],
  live: [promotion({ kind: 'percent-off', rate: 0.1 })],
  basket: [{ product: mug, quantity: 2 }],
  catalogue: catalogueOf([mug]),
  orderCount: 1,
  recent: [],
  open: [],
  features: responseFeatures({
    now,
    orders: [],
    basket: { totalMinor: 20000, categories: ['mugs'] },
    viewsLastWeek: 1,
    offersDeclined: 0,
  }),
  serviceFirst: false,
  response: modelSaying({ promo: 500 }),
  asked: false,
  offerId: asId<OfferId>('offer-1'),
  ...more,
});

export const impressionOf = (more: Partial<Impression> = {}): Impression => ({
  id: asId('impression'),
  shopper: asId('ann'),
  campaign: asId<CampaignId>('spring'),
  treatment: asId<PromotionId>('promo'),
  promotion: asId<PromotionId>('promo'),
  propensity: 1,
  features: {},
  at: minutes(-120),
  ...more,
});

export const offerOf = (more: Partial<Offer> = {}): Offer => ({
  id: asId('offer'),
  promotion: asId('promo'),
  campaign: asId('spring'),
  shopper: asId('ann'),
  conversation: asId('talk'),
  turn: asId('turn-0'),
  kind: 'percent-off',
  basket: [],
  priced: {
    lines: [],
    subtotal: yuan(0),
    discount: yuan(0),
    shipping: yuan(0),
    shippingDiscount: yuan(0),
    total: yuan(0),
  },
  saves: yuan(0),
  state: 'quoted',
  quotedAt: now,
  expiresAt: minutes(60),
  because: { model: 'told@1', upliftMinor: 0, buyProbability: 0, buyProbabilityWithout: 0, explored: false },
  ...more,
});

/** Twelve products, of which carts and rules are drawn; prices from 1 fen to 500 yuan. */
export const shelf: readonly Product[] = [1, 99, 100, 333, 1999, 2500, 4999, 5000, 9900, 12345, 29900, 50000].map(
  (minor, i) =>
    product(`p${String(i).padStart(2, '0')}`, 1, {
      price: money(minor, 'CNY'),
      cost: money(Math.floor(minor * 0.4), 'CNY'),
      category: ['shoes', 'bags', 'mugs'][i % 3] as string,
      brand: i % 2 === 0 ? 'north' : 'south',
    }),
);
export const shelfCatalogue = catalogueOf(shelf);

export const carts: fc.Arbitrary<BasketLine[]> = fc.array(
  fc.record({ product: fc.constantFrom(...shelf), quantity: fc.integer({ min: 1, max: 7 }) }),
  { minLength: 1, maxLength: 8 },
);

const scopes = fc.option(
  fc.oneof(
    fc.subarray(['shoes', 'bags', 'mugs'], { minLength: 1 }).map(categories => ({ categories })),
    fc.subarray(['north', 'south'], { minLength: 1 }).map(brands => ({ brands })),
    fc
      .subarray(
        shelf.map(p => p.id),
        { minLength: 1 },
      )
      .map(products => ({ products })),
  ),
  { nil: undefined },
);
const amounts = fc.integer({ min: 1, max: 60_000 }).map(minor => money(minor, 'CNY'));
const scoped = <T extends object>(scope: Scope | undefined, rest: T): T => (scope ? { ...rest, scope } : rest);

/** Rules of every kind that a marketer could save, each with what makes it reach the cart. */
export const actions: fc.Arbitrary<Action> = fc.oneof(
  fc
    .record({ rate: fc.double({ min: 0.001, max: 0.999, noNaN: true }), scope: scopes, max: fc.option(amounts) })
    .map(({ rate, scope, max }) =>
      scoped(scope, { kind: 'percent-off' as const, rate, ...(max ? { maxDiscount: max } : {}) }),
    ),
  fc
    .record({ amount: amounts, scope: scopes })
    .map(({ amount, scope }) => scoped(scope, { kind: 'amount-off' as const, amount })),
  fc
    .record({
      steps: fc.array(fc.tuple(fc.integer({ min: 2, max: 20_000 }), fc.integer({ min: 1, max: 5_000 })), {
        minLength: 1,
        maxLength: 4,
      }),
      repeat: fc.boolean(),
      cap: fc.option(amounts),
      scope: scopes,
    })
    .map(({ steps, repeat, cap, scope }) => {
      let threshold = 0;
      let off = 0;
      const tiers = (repeat ? steps.slice(0, 1) : steps).map(([t, o]) => {
        off += o;
        threshold = Math.max(threshold + t, off + 1);
        return { threshold: money(threshold, 'CNY'), off: money(off, 'CNY') };
      });
      return scoped(scope, { kind: 'spend-and-save' as const, tiers, repeat, ...(cap ? { cap } : {}) });
    }),
  fc
    .record({
      scope: scopes,
      buy: fc.integer({ min: 1, max: 4 }),
      get: fc.integer({ min: 1, max: 3 }),
      from: fc.constantFrom('cheapest' as const, 'same' as const, 'other' as const),
      other: scopes,
      rate: fc.option(fc.double({ min: 0.1, max: 1, noNaN: true }), { nil: undefined }),
      limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      steps: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    })
    .map(({ scope, buy, get, from, other, rate, limit, steps }) => ({
      kind: 'buy-x-get-y' as const,
      scope: scope ?? {},
      buyQuantity: buy,
      getQuantity: get,
      ...(from === 'same' ? { sameItem: true } : {}),
      ...(from === 'other' ? { getScope: other ?? {} } : {}),
      ...(rate === undefined ? {} : { rate }),
      ...(limit === undefined ? {} : { limit }),
      ...(steps === undefined
        ? {}
        : {
            steps: Array.from({ length: steps }, (_, i) => ({ buyQuantity: buy + 2 * i, getQuantity: get + i })),
          }),
    })),
  fc
    .record({
      scope: scopes,
      price: fc.integer({ min: 1, max: 20_000 }),
      limit: fc.option(fc.integer({ min: 1, max: 4 })),
    })
    .map(({ scope, price, limit }) => ({
      kind: 'fixed-price' as const,
      price: money(price, 'CNY'),
      scope: scope ?? {},
      ...(limit ? { limit } : {}),
    })),
  fc
    .record({
      products: fc.subarray([...shelf], { minLength: 2, maxLength: 3 }),
      rate: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
    })
    .map(({ products, rate }) => ({
      kind: 'bundle' as const,
      products: products.map(p => p.id),
      price: money(Math.max(1, Math.floor(rate * products.reduce((sum, p) => sum + p.price.minor, 0))), 'CNY'),
    })),
  fc
    .record({ product: fc.constantFrom(...shelf), choices: fc.subarray([...shelf], { maxLength: 2 }) })
    .map(({ product: { id }, choices }) => ({
      kind: 'gift' as const,
      product: id,
      ...(choices.length > 0 ? { choices: choices.map(p => p.id) } : {}),
    })),
  fc.constant({ kind: 'free-shipping' as const }),
);

export const conditions: fc.Arbitrary<Condition[]> = fc.array(
  fc.oneof(
    fc
      .record({ amount: amounts, scope: scopes })
      .map(({ amount, scope }) => scoped(scope, { kind: 'min-spend' as const, amount })),
    fc
      .record({ quantity: fc.integer({ min: 1, max: 9 }), scope: scopes })
      .map(({ quantity, scope }) => scoped(scope, { kind: 'min-quantity' as const, quantity })),
  ),
  { maxLength: 2 },
);
