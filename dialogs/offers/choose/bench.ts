/** How long the choice of a deal takes: one decision over 50 campaigns of 8 promotions, guardrails and pricing included. */
import { asId, type CampaignId, type ProductId, type PromotionId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Action, Campaign } from '../../../knowledge/domain/promotion.ts';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { responseFeatures } from '../../../knowledge/domain/response-features.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { LivePromotion } from '../../../knowledge/ports/promotions.ts';
import type { ResponseModel } from '../../../models/types.ts';
import { decideOffer } from './choose.ts';
import type { ChooseInput } from './choose-input.ts';

const now = new Date('2026-03-02T12:00:00Z');
const start = new Date('2026-01-01T00:00:00Z');
const end = new Date('2027-01-01T00:00:00Z');
const categories = ['shoes', 'bags', 'mugs', 'lamps', 'rugs', 'pens', 'hats', 'tents'];

const shop: Shop = {
  id: 'shop',
  name: { en: 'Bench' },
  tagline: { en: '' },
  currency: 'CNY',
  languages: ['en'],
  categories: categories.map(key => ({ key, name: { en: key }, synonyms: [] })),
  shippingFee: money(1200, 'CNY'),
  freeShippingFrom: money(29900, 'CNY'),
  returnDays: 30,
  exchangeRates: {},
  source: 'bench',
};

/** A linear scorer stands in for the trained one, so that the time is that of the choice. */
const linear: ResponseModel = {
  name: 'bench',
  version: '1',
  score: (context, arms) =>
    arms.map(arm => {
      const without = 0.1 + 0.02 * (context.features.isNew ?? 0);
      const buy = Math.min(0.95, without + 0.5 * arm.depth);
      const uplift = buy * (arm.treatedMarginMinor - arm.costMinor) - without * context.basketMarginMinor;
      return {
        promotion: arm.promotion,
        buyProbability: buy,
        buyProbabilityWithout: without,
        upliftMinor: Math.round(uplift),
        upliftSdMinor: 0.05 * arm.treatedMarginMinor,
      };
    }),
};

const actionsOf = (index: number, products: readonly Product[]): Action[] => {
  const category = categories[index % categories.length] as string;
  const at = (i: number): ProductId => (products[(index * 7 + i) % products.length] as Product).id;
  return [
    { kind: 'percent-off', rate: 0.05 + (index % 10) / 100 },
    { kind: 'percent-off', rate: 0.1, scope: { categories: [category] } },
    { kind: 'amount-off', amount: money(1000 + index * 10, 'CNY') },
    {
      kind: 'spend-and-save',
      tiers: [
        { threshold: money(20000, 'CNY'), off: money(2000, 'CNY') },
        { threshold: money(30000, 'CNY'), off: money(4000, 'CNY') },
      ],
    },
    { kind: 'buy-x-get-y', scope: { categories: [category] }, buyQuantity: 2, getQuantity: 1 },
    { kind: 'bundle', products: [at(0), at(1)], price: money(9000, 'CNY') },
    { kind: 'gift', product: at(2) },
    { kind: 'free-shipping' },
  ];
};

/** The input of one decision; exported so that a profile can be taken of the very same thing. */
export const benchInput = (seed = 1, productCount = 400): ChooseInput => {
  const random = seededRandom(seed);
  const products: Product[] = Array.from({ length: productCount }, (_, i) => {
    const price = 1000 + Math.floor(random() * 29000);
    return {
      id: asId<ProductId>(`p${i}`),
      name: { en: `Product ${i}` },
      description: {},
      category: categories[i % categories.length] as string,
      attributes: {},
      price: money(price, 'CNY'),
      cost: money(Math.floor(price * (0.35 + random() * 0.3)), 'CNY'),
      stock: 50,
      hidden: false,
      addedAt: start,
    };
  });
  const campaigns: Campaign[] = Array.from({ length: 50 }, (_, i) => ({
    id: asId<CampaignId>(`c${i}`),
    name: { en: `Campaign ${i}` },
    startsAt: start,
    endsAt: end,
    active: true,
    holdout: 0.1,
    exploration: 0.1,
    guardrails: { marginFloor: 0.1, maxOffers: 3, perDays: 7, cooldownHours: 24 },
    quoteMinutes: 60,
  }));
  const live: LivePromotion[] = campaigns.flatMap((campaign, i) =>
    actionsOf(i, products).map((action, j) => ({
      id: asId<PromotionId>(`c${i}-p${j}`),
      campaign: campaign.id,
      name: {},
      terms: {},
      conditions: j % 3 === 0 ? [{ kind: 'min-spend', amount: money(12000 + i * 100, 'CNY') } as const] : [],
      action,
      active: true,
      startsAt: start,
      endsAt: end,
      cap: money(1_000_000, 'CNY'),
      remainingMinor: 1_000_000,
    })),
  );
  const basket = [0, 9, 18].map(i => ({ product: products[i] as Product, quantity: 1 }));
  return {
    shopper: {
      id: asId('s1'),
      language: 'en',
      segments: [],
      consent: { personalOffers: true, profile: true },
      createdAt: start,
    },
    conversation: asId('conversation'),
    turn: asId('turn'),
    now,
    shop,
    campaigns,
    live,
    basket,
    catalogue: new Map(products.map(p => [p.id, p])),
    orderCount: 2,
    recent: [],
    open: [],
    features: responseFeatures({
      now,
      orders: [],
      basket: { totalMinor: 20000, categories: [] },
      viewsLastWeek: 3,
      offersDeclined: 0,
    }),
    serviceFirst: false,
    response: linear,
    asked: true,
    offerId: asId('offer'),
  };
};

export interface ChoiceBench {
  readonly name: 'choice';
  readonly campaigns: number;
  readonly arms: number;
  readonly decisions: number;
  readonly p50Micros: number;
  readonly p99Micros: number;
  readonly perSecond: number;
  /** Processor time of all threads, which other processes of the machine stretch less: mean, and 99th percentile of single decisions. */
  readonly cpuMicros: number;
  readonly cpuP99Micros: number;
}

/**
 * Decisions one after another on this core, after a warm-up; a shopper of its own each, whose features are computed for it.
 * With a trained model its scoring is part of the time; budgets have prices, and every arm is uncertain.
 */
export const benchChoice = (decisions = 2000, response?: ResponseModel): ChoiceBench => {
  const bare = benchInput();
  const pacing = new Map(bare.campaigns.map((c, i) => [c.id, { price: (i % 5) / 10, leftMinor: 1_000_000 }]));
  const input = { ...bare, pacing, ...(response ? { response } : {}) };
  const orders = [10, 40, 90].map(days => ({
    placedAt: new Date(now.getTime() - days * 86_400_000),
    totalMinor: 18_000,
    discountMinor: 900,
    categories: ['shoes'],
  }));
  const cart = { totalMinor: 20_000, categories: ['shoes', 'bags', 'mugs'] };
  const decide = (i: number): void => {
    const shopper = { ...input.shopper, id: asId<typeof input.shopper.id>(`s${i}`) };
    const features = responseFeatures({ now, orders, basket: cart, viewsLastWeek: i % 9, offersDeclined: i % 3 });
    decideOffer({ ...input, features, shopper });
  };
  for (let i = 0; i < 2000; i++) decide(i);
  // In two rounds: asking for processor time takes a good part of what a decision takes.
  const used = process.cpuUsage();
  const wall = Float64Array.from({ length: decisions }, (_, i) => {
    const before = performance.now();
    decide(i);
    return 1000 * (performance.now() - before);
  }).sort();
  const { user, system } = process.cpuUsage(used);
  const cpu = Float64Array.from({ length: decisions }, (_, i) => {
    const before = process.cpuUsage();
    decide(i);
    const spent = process.cpuUsage(before);
    return spent.user + spent.system;
  }).sort();
  const at = (sorted: Float64Array, share: number): number =>
    Math.round(sorted[Math.floor(share * (sorted.length - 1))] as number);
  const mean = wall.reduce((a, b) => a + b, 0) / decisions;
  return {
    name: 'choice',
    campaigns: input.campaigns.length,
    arms: input.live.length,
    decisions,
    p50Micros: at(wall, 0.5),
    p99Micros: at(wall, 0.99),
    perSecond: Math.round(1_000_000 / mean),
    cpuMicros: Math.round((user + system) / decisions),
    cpuP99Micros: at(cpu, 0.99),
  };
};
