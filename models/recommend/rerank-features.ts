import type { History } from '../data/interactions.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import type { Train } from '../data/splits.ts';
import { dayMilliseconds, recency } from './model.ts';

/** What a re-ranker looks at for one shopper and one candidate, beside what the blend's components say. */
export const contextFeatures = [
  'place in the blend',
  'behind the best',
  'popularity',
  'sells now',
  'days since it sold',
  'days on sale',
  'times bought before',
  'days since bought',
  'products in the past',
  'more popular than usual',
  'price against usual',
  'share of the category',
  'days since the category',
  'share of the brand',
] as const;

interface ProductFacts {
  readonly popularity: Float32Array;
  readonly lately: Float32Array;
  /** Log days, as of the moment the facts are for. */
  readonly sinceSold: Float32Array;
  readonly onSale: Float32Array;
}

const latelyDays = 21;

const productFacts = (train: Train, now: number): ProductFacts => {
  const products = train.products.ids.length;
  const count = new Float64Array(products);
  const lately = new Float64Array(products);
  const first = new Float64Array(products).fill(now);
  const last = new Float64Array(products);
  for (let e = 0; e < train.product.length; e++) {
    const [product, at] = [train.product[e]!, train.at[e]!];
    count[product]!++;
    lately[product]! += recency(now - at, latelyDays);
    first[product] = Math.min(first[product]!, at);
    last[product] = Math.max(last[product]!, at);
  }
  const days = (at: number): number => Math.log1p(Math.max(0, now - at) / dayMilliseconds);
  return {
    popularity: Float32Array.from(count, Math.log1p),
    lately: Float32Array.from(lately, Math.log1p),
    sinceSold: Float32Array.from(last, days),
    onSale: Float32Array.from(first, days),
  };
};

export interface ContextReader {
  /** Takes a history in; `fill` speaks of it. */
  read(history: History, now: number): void;
  /** Writes the context features of a candidate that stands at `place` (from 0) and `behind` the best score. */
  fill(product: number, place: number, behind: number, out: Float64Array | Float32Array, at: number): void;
}

export const contextReader = (train: Train, now: number, items: ItemTraits | undefined): ContextReader => {
  const facts = productFacts(train, now);
  const category = items?.labels.category?.of;
  const brand = items?.labels.brand?.of;
  const price = items?.numbers.price;
  const times = new Map<number, { times: number; last: number }>();
  const categories = new Map<number, { events: number; last: number }>();
  const brands = new Map<number, number>();
  let size = 0;
  let events = 0;
  let usual = 0;
  let usualPrice = Number.NaN;
  let moment = now;
  const days = (at: number): number => Math.log1p(Math.max(0, moment - at) / dayMilliseconds);
  return {
    read: (history, at) => {
      moment = at;
      times.clear();
      categories.clear();
      brands.clear();
      let [popular, prices, priced] = [0, 0, 0];
      events = history.items.length;
      for (let e = 0; e < events; e++) {
        const item = history.items[e]!;
        times.set(item, { times: (times.get(item)?.times ?? 0) + 1, last: history.at[e]! });
        popular += facts.popularity[item]!;
        const own = price?.[item] ?? Number.NaN;
        if (own > 0) [prices, priced] = [prices + Math.log(own), priced + 1];
        const c = category?.[item] ?? -1;
        if (c >= 0) categories.set(c, { events: (categories.get(c)?.events ?? 0) + 1, last: history.at[e]! });
        const b = brand?.[item] ?? -1;
        if (b >= 0) brands.set(b, (brands.get(b) ?? 0) + 1);
      }
      size = Math.log1p(times.size);
      usual = events > 0 ? popular / events : 0;
      usualPrice = priced > 0 ? prices / priced : Number.NaN;
    },
    fill: (product, place, behind, out, at) => {
      const own = times.get(product);
      const ownPrice = price?.[product] ?? Number.NaN;
      const c = categories.get(category?.[product] ?? -1);
      const row = [
        Math.log1p(place),
        behind,
        facts.popularity[product]!,
        facts.lately[product]!,
        facts.sinceSold[product]!,
        facts.onSale[product]!,
        Math.log1p(own?.times ?? 0),
        own === undefined ? 10 : days(own.last),
        size,
        facts.popularity[product]! - usual,
        ownPrice > 0 && Number.isFinite(usualPrice) ? Math.log(ownPrice) - usualPrice : 0,
        c === undefined ? 0 : c.events / events,
        c === undefined ? 10 : days(c.last),
        (brands.get(brand?.[product] ?? -1) ?? 0) / Math.max(1, events),
      ];
      for (let f = 0; f < row.length; f++) out[at + f] = row[f]!;
    },
  };
};
