/** Small whole objects for the contract suite; each call may change what it is about. */
import type { Conversation } from '../domain/conversation.ts';
import { asId, type OfferId } from '../domain/ids.ts';
import { money } from '../domain/money.ts';
import type { Impression, Offer, Redemption } from '../domain/offer.ts';
import type { Order } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import type { Campaign, Promotion } from '../domain/promotion.ts';
import type { Shop } from '../domain/shop.ts';
import type { ProfileFact, Shopper } from '../domain/shopper.ts';

export const now = new Date('2026-05-01T12:00:00.000Z');
export const later = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
const cny = (minor: number) => money(minor, 'CNY');

export const aShop = (change: Partial<Shop> = {}): Shop => ({
  id: 'shop',
  name: { en: 'Willow & Yarrow', zh: '柳与蓍' },
  tagline: { en: 'Things for long days' },
  currency: 'CNY',
  languages: ['en', 'zh'],
  categories: [{ key: 'mugs', name: { en: 'Mugs', zh: '杯子' }, synonyms: ['cup', '杯'] }],
  shippingFee: cny(1200),
  freeShippingFrom: cny(19_900),
  returnDays: 30,
  exchangeRates: { USD: 7.1 },
  source: 'demo',
  seed: 7,
  ...change,
});

export const aProduct = (id: string, change: Partial<Product> = {}): Product => ({
  id: asId(id),
  name: { en: `Mug ${id}`, zh: `杯子 ${id}` },
  description: { en: 'Holds tea' },
  category: 'mugs',
  brand: 'Yarrow',
  attributes: { colour: ['red', 'blue'], 'Size (U.S.)': ['9.5'], $odd: ['x'] },
  price: cny(7900),
  cost: cny(3100),
  stock: 10,
  hidden: false,
  picture: { kind: 'mug', colour: '#a33' },
  url: `/p/${id}`,
  addedAt: now,
  ...change,
});

export const aShopper = (id: string, change: Partial<Shopper> = {}): Shopper => ({
  id: asId(id),
  language: 'en',
  segments: ['new'],
  consent: { personalOffers: true, profile: true },
  createdAt: now,
  ...change,
});

export const aFact = (id: string, shopper: string, change: Partial<ProfileFact> = {}): ProfileFact => ({
  id: asId(id),
  shopper: asId(shopper),
  slot: 'colour',
  value: 'red',
  polarity: 'like',
  forWhom: 'self',
  quote: 'I like red',
  conversation: asId('c'),
  turn: asId('t'),
  confidence: 0.9,
  statedAt: now,
  expiresAt: later(60 * 24 * 90),
  ...change,
});

export const anOrder = (id: string, shopper: string, change: Partial<Order> = {}): Order => ({
  id: asId(id),
  number: `WY-${id}`,
  shopper: asId(shopper),
  lines: [
    {
      product: asId('p1'),
      title: { en: 'Mug p1' },
      quantity: 2,
      unitPrice: cny(7900),
      discount: cny(800),
      paid: cny(15_000),
      gift: false,
    },
  ],
  currency: 'CNY',
  subtotal: cny(15_800),
  discount: cny(800),
  shipping: cny(0),
  total: cny(15_000),
  status: 'placed',
  placedAt: now,
  source: 'demo',
  ...change,
});

export const aPromotion = (id: string, capMinor: number, change: Partial<Promotion> = {}): Promotion => ({
  id: asId(id),
  campaign: asId('spring'),
  name: { en: '10% off mugs' },
  terms: { en: 'Once per shopper' },
  conditions: [{ kind: 'min-spend', amount: cny(5000), scope: { categories: ['mugs'] } }],
  action: { kind: 'percent-off', rate: 0.1 },
  active: true,
  startsAt: later(-60),
  endsAt: later(60 * 24),
  cap: cny(capMinor),
  ...change,
});

export const aCampaign = (id: string): Campaign => ({
  id: asId(id),
  name: { en: 'Spring', zh: '春季' },
  startsAt: later(-60),
  endsAt: later(60 * 24),
  active: true,
  holdout: 0.1,
  exploration: 0.05,
  guardrails: { marginFloor: 0.15, maxOffers: 3, perDays: 7, cooldownHours: 12 },
  quoteMinutes: 30,
});

export const anOffer = (id: string, shopper: string, change: Partial<Offer> = {}): Offer => ({
  id: asId(id),
  promotion: asId('pr'),
  campaign: asId('spring'),
  shopper: asId(shopper),
  conversation: asId('c'),
  turn: asId('t'),
  kind: 'percent-off',
  rule: { conditions: [{ kind: 'first-order' }], action: { kind: 'percent-off', rate: 0.1 } },
  basket: [{ product: asId('p1'), quantity: 1 }],
  priced: {
    lines: [
      {
        product: asId('p1'),
        quantity: 1,
        unitPrice: cny(7900),
        discount: cny(790),
        paid: cny(7110),
        gift: false,
      },
    ],
    subtotal: cny(7900),
    discount: cny(790),
    shipping: cny(1200),
    shippingDiscount: cny(0),
    total: cny(8310),
  },
  saves: cny(790),
  state: 'quoted',
  quotedAt: now,
  expiresAt: later(30),
  because: { model: 'default', upliftMinor: 310, buyProbability: 0.3, buyProbabilityWithout: 0.2, explored: false },
  ...change,
});

export const anImpression = (id: string, shopper: string, change: Partial<Impression> = {}): Impression => ({
  id: asId(id),
  shopper: asId(shopper),
  campaign: asId('spring'),
  treatment: 'control',
  propensity: 0.1,
  features: { isNew: 1, basketLog: 2.5 },
  at: now,
  ...change,
});

export const aClaim = (promotion: string, shopper: string, minor: number): Omit<Redemption, 'state' | 'attempt'> => ({
  id: asId(`${promotion}:${shopper}`),
  promotion: asId(promotion),
  shopper: asId(shopper),
  offer: asId<OfferId>(`offer-${shopper}`),
  amount: cny(minor),
  expiresAt: later(15),
});

export const aConversation = (id: string, shopper: string, change: Partial<Conversation> = {}): Conversation => ({
  id: asId(id),
  shopper: asId(shopper),
  channel: 'web',
  language: 'en',
  owner: 'bot',
  version: 1,
  createdAt: now,
  lastAt: now,
  ...change,
});
