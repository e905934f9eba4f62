/** The lab's shoppers: who they are, what they bought before, and when they will come by with what in the basket. */

import type { BasketLine } from '../../dialogs/offers/combine/basket.ts';
import { asId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { hashUnit, type Random, seededRandom } from '../../knowledge/domain/random.ts';
import type { ResponseFeatureInput } from '../../knowledge/domain/response-features.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import { type Latent, latentOf } from './truth.ts';
import { categories, day, type LabWorld, labStart } from './world.ts';

/** An order as the features read it. */
export type PastOrder = ResponseFeatureInput['orders'][number];

export interface LabShopper {
  readonly index: number;
  readonly shopper: Shopper;
  readonly latent: Latent;
  /** Placed before the history begins, oldest first. */
  readonly before: readonly PastOrder[];
}

/**
 * One coming-by. All of it is drawn before any policy runs, chances included, so that policies meet the very same visits
 * and differ only by what they offer (common random numbers).
 */
export interface Visit {
  readonly id: string;
  readonly at: number;
  readonly shopper: number;
  readonly basket: readonly BasketLine[];
  readonly basketMinor: number;
  readonly marginMinor: number;
  /** Keys of the basket's categories; the first is the main one. */
  readonly categories: readonly string[];
  readonly viewsLastWeek: number;
  /** In [0, 1): buys below the truth's probability; goes back below the truth's probability of a return. */
  readonly buyDraw: number;
  readonly returnDraw: number;
  /** Milliseconds from the visit to the purchase if there is one. */
  readonly delay: number;
  /** Milliseconds from the purchase to the return if there is one. */
  readonly returnAfter: number;
  /** In [0, 1): for policies and histories that draw. */
  readonly policyDraw: number;
}

export interface LabPeople {
  readonly shoppers: readonly LabShopper[];
  /** In time order; those before `labStart` are the history everybody may learn from. */
  readonly visits: readonly Visit[];
}

const streamOf = (...parts: (string | number)[]): Random =>
  seededRandom(Math.floor(hashUnit(parts.join(':')) * 4_294_967_296));

const basketOf = (world: LabWorld, latent: Latent, random: Random): BasketLine[] => {
  const own = world.products.filter(p => p.category === categories[latent.style]);
  const lines = new Map<number, number>();
  const all = world.products;
  do {
    const from = random() < 0.65 ? own : all;
    // The price-minded look at the cheaper half more often.
    const reach = 1 - 0.45 * latent.sensitivity * random();
    const product = from[Math.floor(random() * from.length * (from === own ? reach : 1))]!;
    const place = all.indexOf(product);
    lines.set(place, (lines.get(place) ?? 0) + 1);
  } while (lines.size < 6 && random() < 0.2 + 0.45 * latent.stockUp);
  return [...lines].map(([place, quantity]) => ({ product: all[place]!, quantity }));
};

const totals = (basket: readonly BasketLine[]): { basketMinor: number; marginMinor: number } => ({
  basketMinor: basket.reduce((s, l) => s + l.quantity * l.product.price.minor, 0),
  marginMinor: basket.reduce((s, l) => s + l.quantity * (l.product.price.minor - l.product.cost!.minor), 0),
});

const keysOf = (basket: readonly BasketLine[]): string[] => [...new Set(basket.map(l => l.product.category))];

const poisson = (mean: number, random: Random): number => {
  const least = Math.exp(-mean);
  let n = 0;
  for (let product = random(); product > least; product *= random()) n += 1;
  return n;
};

/** A year of orders before the history; sales were plain percentages, and who minds the price waited for them. */
const ordersBefore = (world: LabWorld, latent: Latent, from: number, random: Random): PastOrder[] => {
  if (random() < 0.1) return [];
  const count = poisson(Math.exp(2.3 + 0.8 * latent.intent), random);
  return Array.from({ length: count }, () => from - random() * 365 * day)
    .sort((a, b) => a - b)
    .map(at => {
      const basket = basketOf(world, latent, random);
      const { basketMinor } = totals(basket);
      const onSale = random() < 0.04 + 0.8 * latent.sensitivity + (latent.hunter ? 0.3 : 0);
      const rate = onSale ? 0.04 + 0.2 * latent.sensitivity * (0.7 + 0.3 * random()) + (latent.hunter ? 0.06 : 0) : 0;
      const discountMinor = Math.round(basketMinor * rate);
      return {
        placedAt: new Date(at),
        totalMinor: basketMinor - discountMinor,
        discountMinor,
        categories: keysOf(basket),
      };
    });
};

/** Everybody and every visit from `historyDays` before the lab's start to its end; a function of the seed alone. */
export const makePeople = (world: LabWorld, count: number, historyDays: number): LabPeople => {
  const from = labStart.getTime() - historyDays * day;
  const to = labStart.getTime() + world.days * day;
  const shoppers: LabShopper[] = [];
  const visits: Visit[] = [];
  for (let index = 0; index < count; index++) {
    const latent = latentOf(world.seed, index, categories.length);
    const random = streamOf(world.seed, 'life', index);
    const id = asId<ShopperId>(`lab-${index}`);
    const before = ordersBefore(world, latent, from, random);
    shoppers.push({
      index,
      latent,
      before,
      shopper: {
        id,
        language: index % 3 === 0 ? 'en' : 'zh',
        segments: [before.length === 0 ? 'new' : 'returning'],
        consent: { personalOffers: true, profile: true },
        createdAt: before[0]?.placedAt ?? new Date(from - day),
      },
    });
    const gap = 26 * Math.exp(-0.3 * latent.intent);
    for (let at = from + gap * day * random(); at < to; at += (0.5 - (gap - 0.5) * Math.log(1 - random())) * day) {
      const basket = basketOf(world, latent, random);
      visits.push({
        id: `${id}-${Math.floor(at / 60_000)}`,
        at: Math.floor(at),
        shopper: index,
        basket,
        ...totals(basket),
        categories: keysOf(basket),
        viewsLastWeek: poisson(1.6 * Math.exp(0.7 * latent.intent), random) + basket.length,
        buyDraw: random(),
        returnDraw: random(),
        delay: random() < 0.7 ? 60_000 * (1 + 20 * random()) : 3_600_000 * (1 + 19 * random()),
        returnAfter: (4 + 6 * random()) * day,
        policyDraw: random(),
      });
    }
  }
  visits.sort((a, b) => a.at - b.at || a.shopper - b.shopper);
  return { shoppers, visits };
};
