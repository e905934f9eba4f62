/** What a feature table knows of products: from a train part and the signals before a moment. Flat arrays, so that an artifact can hold them. */
import { historyOf } from '../../data/interactions.ts';
import type { ItemTraits } from '../../data/item-traits.ts';
import { kindCode, type Signals } from '../../data/signals.ts';
import type { Train } from '../../data/splits.ts';
import { dayMilliseconds, recency } from '../model.ts';
import { type Segment, segmentOf, segments } from '../segments.ts';

export const bandCount = 5;

export interface ProductFacts {
  /** log(1 + purchases), and the same with each counting 2^(-age / 21 days). */
  readonly popularity: Float32Array;
  readonly lately: Float32Array;
  /** log(1 + days) since the last and the first purchase; of what was never bought NaN. */
  readonly sinceSold: Float32Array;
  readonly onSale: Float32Array;
  /** Log of the price, NaN where it is not known; its band 0..4 by quintiles of the catalogue, -1. */
  readonly price: Float32Array;
  readonly band: Int32Array;
  readonly category: Int32Array;
  readonly brand: Int32Array;
  /** log(1 + mean seconds of a look), share of shown cards that were tapped, mean stars; shrunk towards all products'; NaN without any. */
  readonly dwell: Float32Array;
  readonly clickThrough: Float32Array;
  readonly stars: Float32Array;
  /** log of how much more often than all shoppers those of a segment buy in a band: segment × band. */
  readonly bandLift: Float32Array;
  /** What is bought next: of product p, products nextItems[nextStart[p] until nextStart[p + 1]] with their shares, columns ascending. */
  readonly nextStart: Int32Array;
  readonly nextItems: Int32Array;
  readonly nextShares: Float32Array;
}

const latelyDays = 21;
/** How much of an average product each product's own looks, taps and ratings are mixed with. */
const [looksPrior, shownPrior, ratingsPrior] = [3, 10, 3];
/** A purchase is followed by those at most this many places later. */
const reach = 2;
const mostFollowing = 30;
/** A follower seen a few times is not yet a habit. */
const followPrior = 5;

/** `until`: per shopper, milliseconds; signals from then on are not looked at. */
export const productFacts = (
  train: Train,
  now: number,
  items: ItemTraits | undefined,
  signals?: Signals,
  until?: ArrayLike<number>,
): ProductFacts => {
  const products = train.products.ids.length;
  const count = new Float64Array(products);
  const lately = new Float64Array(products);
  const first = new Float64Array(products).fill(Number.NaN);
  const last = new Float64Array(products).fill(Number.NaN);
  for (let e = 0; e < train.product.length; e++) {
    const [product, at] = [train.product[e]!, train.at[e]!];
    count[product]!++;
    lately[product]! += recency(now - at, latelyDays);
    if (!(first[product]! <= at)) first[product] = at;
    if (!(last[product]! >= at)) last[product] = at;
  }
  const days = (at: number): number => Math.log1p(Math.max(0, now - at) / dayMilliseconds);
  const none = new Int32Array(products).fill(-1);
  const price = Float32Array.from(items?.numbers.price ?? none, p => (p > 0 ? Math.log(p) : Number.NaN));
  const band = bandsOf(price);
  return {
    popularity: Float32Array.from(count, Math.log1p),
    lately: Float32Array.from(lately, Math.log1p),
    sinceSold: Float32Array.from(last, days),
    onSale: Float32Array.from(first, days),
    price,
    band,
    category: items?.labels.category?.of ?? none,
    brand: items?.labels.brand?.of ?? none,
    ...engagement(products, signals, until),
    bandLift: bandLifts(train, band),
    ...following(train),
  };
};

const bandsOf = (price: Float32Array): Int32Array => {
  const known = price.filter(value => !Number.isNaN(value)).sort();
  const edges = Array.from(
    { length: bandCount - 1 },
    (_, b) => known[Math.floor(((b + 1) * known.length) / bandCount)] ?? 0,
  );
  return Int32Array.from(price, value => (Number.isNaN(value) ? -1 : edges.filter(edge => edge <= value).length));
};

const engagement = (products: number, signals: Signals | undefined, until: ArrayLike<number> | undefined) => {
  const looks = new Tally(products);
  const taps = new Tally(products);
  const stars = new Tally(products);
  for (let s = 0; signals !== undefined && s + 1 < signals.start.length; s++)
    for (let e = signals.start[s]!; e < signals.start[s + 1]!; e++) {
      if (signals.at[e]! >= (until?.[s] ?? Number.POSITIVE_INFINITY)) break;
      const [item, value] = [signals.items[e]!, signals.value[e]!];
      switch (signals.kind[e]) {
        case kindCode.view:
        case kindCode['fitting-view']:
          if (!Number.isNaN(value)) looks.add(item, value);
          break;
        case kindCode.shown:
          taps.add(item, 0);
          break;
        case kindCode.tapped:
          taps.add(item, 1);
          break;
        case kindCode.rating:
          stars.add(item, value);
      }
    }
  return {
    dwell: looks.shrunk(looksPrior).map(Math.log1p),
    clickThrough: taps.shrunk(shownPrior),
    stars: stars.shrunk(ratingsPrior),
  };
};

class Tally {
  readonly #sum: Float64Array;
  readonly #count: Float64Array;

  constructor(products: number) {
    this.#sum = new Float64Array(products);
    this.#count = new Float64Array(products);
  }

  add(product: number, value: number): void {
    this.#sum[product]! += value;
    this.#count[product]!++;
  }

  /** Means, each mixed with `prior` of the mean of all; NaN without any. */
  shrunk(prior: number): Float32Array {
    const all =
      this.#sum.reduce((a, b) => a + b, 0) /
      Math.max(
        1,
        this.#count.reduce((a, b) => a + b, 0),
      );
    return Float32Array.from(this.#sum, (sum, p) => {
      const count = this.#count[p]!;
      return count === 0 ? Number.NaN : (sum + prior * all) / (count + prior);
    });
  }
}

const bandLifts = (train: Train, band: Int32Array): Float32Array => {
  const counts = new Float64Array(segments.length * bandCount).fill(1);
  for (let s = 0; s + 1 < train.start.length; s++) {
    if (train.start[s] === train.start[s + 1]) continue;
    const segment = segments.indexOf(segmentOf(historyOf(train, s)));
    for (let e = train.start[s]!; e < train.start[s + 1]!; e++) {
      const b = band[train.product[e]!]!;
      if (b >= 0) counts[segment * bandCount + b]!++;
    }
  }
  const total = counts.reduce((a, b) => a + b, 0);
  const inBand = (b: number): number => segments.reduce((sum, _, s) => sum + counts[s * bandCount + b]!, 0);
  const inSegment = (s: number): number =>
    counts.subarray(s * bandCount, (s + 1) * bandCount).reduce((a, b) => a + b, 0);
  return Float32Array.from(counts, (n, cell) =>
    Math.log((n * total) / (inBand(cell % bandCount) * inSegment(Math.floor(cell / bandCount)))),
  );
};

export const bandLiftOf = ({ bandLift, band }: ProductFacts, segment: Segment, product: number): number =>
  band[product]! < 0 ? Number.NaN : bandLift[segments.indexOf(segment) * bandCount + band[product]!]!;

const following = (train: Train): Pick<ProductFacts, 'nextStart' | 'nextItems' | 'nextShares'> => {
  const products = train.products.ids.length;
  const counts = new Map<number, number>();
  const from = new Float64Array(products);
  for (let s = 0; s + 1 < train.start.length; s++)
    for (let e = train.start[s]!; e < train.start[s + 1]!; e++)
      for (let f = e + 1; f <= e + reach && f < train.start[s + 1]!; f++) {
        const [a, b] = [train.product[e]!, train.product[f]!];
        if (a === b) continue;
        from[a]!++;
        counts.set(a * products + b, (counts.get(a * products + b) ?? 0) + 1);
      }
  const keys = Float64Array.from(counts.keys()).sort();
  const nextStart = new Int32Array(products + 1);
  const nextItems: number[] = [];
  const nextShares: number[] = [];
  let k = 0;
  for (let a = 0; a < products; a++) {
    const row: { b: number; n: number }[] = [];
    for (; k < keys.length && keys[k]! < (a + 1) * products; k++)
      row.push({ b: keys[k]! - a * products, n: counts.get(keys[k]!)! });
    const kept = row
      .sort((x, y) => y.n - x.n || x.b - y.b)
      .slice(0, mostFollowing)
      .sort((x, y) => x.b - y.b);
    for (const { b, n } of kept) {
      nextItems.push(b);
      nextShares.push(n / (from[a]! + followPrior));
    }
    nextStart[a + 1] = nextItems.length;
  }
  return { nextStart, nextItems: Int32Array.from(nextItems), nextShares: Float32Array.from(nextShares) };
};
