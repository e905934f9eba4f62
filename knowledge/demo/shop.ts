import type { Article } from '../domain/article.ts';
import type { PromotionCode } from '../domain/code.ts';
import type { ShopperId } from '../domain/ids.ts';
import type { Impression } from '../domain/offer.ts';
import type { BrowseEvent, Order } from '../domain/order.ts';
import { isSellable, type Product } from '../domain/product.ts';
import type { Campaign, Promotion } from '../domain/promotion.ts';
import { hashUnit, type Random, seededRandom } from '../domain/random.ts';
import type { Shop } from '../domain/shop.ts';
import type { Shopper } from '../domain/shopper.ts';
import { makeArticles } from './articles.ts';
import { makeCampaigns } from './campaigns.ts';
import { demoShop } from './content/shop-document.ts';
import { type Life, liveThrough, pilotEnd, pilotStart, segmentsOf, shopperId, type World } from './life.ts';
import { numbered } from './order-making.ts';
import { makePerson } from './people.ts';
import { makeProducts } from './products.ts';
import { companions, wishOf } from './taste.ts';
import { type Latent, latentOf } from './truth.ts';

const day = 86_400_000;

export interface DemoShop {
  readonly shop: Shop;
  readonly products: Product[];
  readonly articles: Article[];
  readonly shoppers: Shopper[];
  /** Oldest first. */
  readonly orders: Order[];
  /** By shopper, oldest first within each. */
  readonly browsing: BrowseEvent[];
  readonly campaigns: Campaign[];
  readonly promotions: Promotion[];
  readonly codes: PromotionCode[];
  /** The randomised pilot, oldest first. */
  readonly impressions: Impression[];
}

export interface DemoOptions {
  readonly seed: number;
  readonly now: Date;
  /** 2,000 unless given. */
  readonly shoppers?: number;
  /** 400 unless given; at most `mostProducts`. */
  readonly products?: number;
  /** About this many pilot visits; 12,000 unless given. */
  readonly impressions?: number;
}

const poisson = (mean: number, random: Random): number => {
  const limit = Math.exp(-mean);
  let count = 0;
  for (let p = random(); p > limit; p *= random()) count++;
  return count;
};

/** Where each product stands among its category's prices: 0 the cheapest, 1 the dearest. */
const priceRanks = (products: readonly Product[]): number[] => {
  const byCategory = new Map<string, number[]>();
  for (const p of products) byCategory.set(p.category, [...(byCategory.get(p.category) ?? []), p.price.minor]);
  for (const prices of byCategory.values()) prices.sort((a, b) => a - b);
  return products.map(p => {
    const prices = byCategory.get(p.category)!;
    return prices.length === 1 ? 0.5 : prices.indexOf(p.price.minor) / (prices.length - 1);
  });
};

/**
 * The first shoppers are the ones people try the demo as: they have been here a while and have an order under way,
 * this many hours old.
 */
const showcase = [40, 18, 62, 4, 90, 33, 50, 26] as const;

const makeShoppers = (options: { seed: number; now: Date; count: number }): { shopper: Shopper; latent: Latent }[] =>
  Array.from({ length: options.count }, (_, i) => {
    const random = seededRandom(Math.floor(hashUnit(`${options.seed}:shopper:${i + 1}`) * 4_294_967_296));
    const person = makePerson(random, i + 1);
    const young = random() < 0.12 && i >= showcase.length;
    const ageDays = young ? 2 + 58 * random() : 60 + 490 * random() ** 0.8;
    const draw = random();
    return {
      latent: latentOf(options.seed, i + 1),
      shopper: {
        id: shopperId(i + 1),
        ...person,
        segments: [],
        consent: { personalOffers: draw > 0.06, profile: draw > 0.03 },
        createdAt: new Date(Math.floor(options.now.getTime() - ageDays * day)),
      },
    };
  });

/**
 * The whole demo shop, the same for the same seed and time. Shoppers follow the rules in truth.ts; everything they did
 * before `now` is in the orders, the browsing and the pilot's impressions.
 */
export const makeDemoShop = (options: DemoOptions): DemoShop => {
  const { seed, now } = options;
  const shop = demoShop(seed);
  const products = makeProducts({ seed, now, count: options.products ?? 400 });
  const { campaigns, promotions, codes } = makeCampaigns({ now, products });
  const people = makeShoppers({ seed, now, count: options.shoppers ?? 2_000 });

  // Hidden and sold-out products were on sale once: the past may contain them, fillers of today's offers may not.
  const fame = products.map(p => 1 / (0.15 + hashUnit(`${seed}:fame:${p.id}`)) ** 0.8);
  const priceRank = priceRanks(products);
  const world: World = {
    shop,
    products,
    // The pilot drew among personal deals; the others begin today.
    promotions: promotions.filter(p => p.trigger === 'offer' && !p.counterOnly),
    now,
    companions: companions(products),
    armShop: {
      fillers: products.filter(isSellable).sort((a, b) => a.price.minor - b.price.minor),
      byId: new Map(products.map(p => [p.id, p])),
      shippingFee: shop.shippingFee,
      freeShippingFrom: shop.freeShippingFrom ?? { minor: Number.MAX_SAFE_INTEGER, currency: 'CNY' },
    },
  };

  const wanted = options.impressions ?? 12_000;
  const couldTakePart = (s: Shopper): boolean => s.createdAt.getTime() < pilotEnd(now.getTime()) - 5 * day;
  const weights = people.map(p =>
    couldTakePart(p.shopper)
      ? Math.exp(0.35 * p.latent.intent) *
        Math.min(
          1,
          (pilotEnd(now.getTime()) - Math.max(p.shopper.createdAt.getTime(), pilotStart(now.getTime()))) / (60 * day),
        )
      : 0,
  );
  const weightSum = weights.reduce((a, b) => a + b, 0);

  const lives: Life[] = [];
  let owed = 0;
  people.forEach(({ shopper, latent }, i) => {
    const random = seededRandom(Math.floor(hashUnit(`${seed}:life:${i + 1}`) * 4_294_967_296));
    const months = (now.getTime() - shopper.createdAt.getTime()) / (30 * day);
    // Some only ever look. Visits that could not be made an offer are given to the next shoppers.
    const recentOrderHours = showcase[i];
    const buys = random() < 0.86 || recentOrderHours !== undefined;
    owed += weightSum > 0 ? (wanted * weights[i]!) / weightSum : 0;
    const pilotVisits = weights[i]! > 0 ? Math.max(0, Math.round(owed)) : 0;
    const life = liveThrough({
      world,
      shopper,
      latent,
      wish: wishOf({ seed, shopper: i + 1, latent, products, fame, priceRank }),
      orderCount: buys ? poisson(0.2 * Math.exp(0.75 * latent.intent) * months, random) : 0,
      lookCount: poisson(1 + 0.35 * Math.exp(0.5 * latent.intent) * months, random),
      pilotVisits,
      ...(recentOrderHours === undefined ? {} : { recentOrderHours }),
      random,
    });
    owed -= life.impressions.length;
    lives.push(life);
  });

  const shoppers = people.map(({ shopper }, i) => ({
    ...shopper,
    segments: segmentsOf(lives[i]!.orders, shopper.createdAt, now),
  }));
  return {
    shop,
    products,
    articles: makeArticles(shop, now),
    shoppers,
    orders: numbered(lives.flatMap(l => l.orders)),
    browsing: lives.flatMap(l => l.browsing.sort((a, b) => a.at.getTime() - b.at.getTime())),
    campaigns,
    promotions,
    codes,
    impressions: lives
      .flatMap(l => l.impressions)
      .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)),
  };
};

/** The number in a demo shopper's id, for `latentOf`. */
export const shopperNumber = (id: ShopperId): number => Number(id.slice(2));
