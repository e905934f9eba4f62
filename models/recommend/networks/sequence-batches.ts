/** Shoppers' sequences as batches for a causal network: windows of similar length side by side, padded at the right. */
import type { Random } from '../../../knowledge/domain/random.ts';
import { purchaseWeight } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { gapsOf } from './sequence-gaps.ts';

export interface SequenceBatch {
  readonly size: number;
  readonly length: number;
  /** size × length products, oldest first; what stands after a window's end is 0 and nothing looks at it. */
  readonly items: Int32Array;
  /** The bucket of the time before each of these (sequence-gaps.ts), 0 for none. */
  readonly gaps: Uint8Array;
  /** Places in `items` after which something was bought, ascending, and what it was. */
  readonly places: Int32Array;
  readonly targets: Int32Array;
}

export interface BatchOptions {
  /** Longest history looked at, >= 1. */
  readonly window: number;
  /** Places per batch, about. */
  readonly places: number;
  /** Chance that the products of one instant change their order, 0..1; see `shuffleShare`. */
  readonly shuffle: number;
}

interface Window {
  readonly items: Int32Array;
  readonly gaps: Uint8Array;
  readonly weight: Float32Array;
  readonly rank: number;
}

/** One epoch: every purchase but the first event of each shopper is a target once; signals are only seen on the way. Windows of a long past are cut anew each time. */
export const sequenceBatches = (train: Train, options: BatchOptions, random: Random): SequenceBatch[] => {
  const windows = cutWindows(train, options, random);
  const batches: SequenceBatch[] = [];
  for (let w = 0; w < windows.length; ) {
    const from = w;
    const longest = windows[from]!.items.length - 1;
    while (w < windows.length && (w === from || (w - from + 1) * longest <= options.places)) w++;
    batches.push(batchOf(windows.slice(from, w), longest));
  }
  for (let i = batches.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [batches[i], batches[j]] = [batches[j]!, batches[i]!];
  }
  return batches;
};

/** The longest first. A little noise on the lengths, so that not the same shoppers meet every time. */
const cutWindows = (train: Train, { window, shuffle }: BatchOptions, random: Random): Window[] => {
  const windows: Window[] = [];
  for (let s = 0; s < train.start.length - 1; s++) {
    const [first, end] = [train.start[s]!, train.start[s + 1]!];
    if (end - first < 2) continue;
    const items = train.product.slice(first, end);
    const weights = train.weight.slice(first, end);
    const at = train.at.subarray(first, end);
    const gaps = gapsOf(at);
    if (shuffle > 0) shuffleInstants(items, weights, at, shuffle, random);
    let to = items.length <= window + 1 ? items.length : 2 + Math.floor(random() * window);
    for (let from = 0; ; ) {
      const [part, weight] = [items.subarray(from, to), weights.subarray(from, to)];
      if (weight.subarray(1).some(isPurchase))
        windows.push({ items: part, gaps: gaps.subarray(from, to), weight, rank: part.length * (1 + 0.1 * random()) });
      if (to === items.length) break;
      from = to - 1;
      to = Math.min(items.length, from + window + 1);
    }
  }
  return windows.sort((x, y) => y.rank - x.rank);
};

const isPurchase = (weight: number): boolean => weight >= purchaseWeight;

const batchOf = (windows: readonly Window[], longest: number): SequenceBatch => {
  const length = windows.reduce((most, { items }) => Math.max(most, items.length - 1), longest);
  const items = new Int32Array(windows.length * length);
  const gaps = new Uint8Array(items.length);
  const places: number[] = [];
  const targets: number[] = [];
  windows.forEach((window, w) => {
    items.set(window.items.subarray(0, -1), w * length);
    gaps.set(window.gaps.subarray(0, -1), w * length);
    for (let t = 1; t < window.items.length; t++) {
      if (!isPurchase(window.weight[t]!)) continue;
      places.push(w * length + t - 1);
      targets.push(window.items[t]!);
    }
  });
  return {
    size: windows.length,
    length,
    items,
    gaps,
    places: Int32Array.from(places),
    targets: Int32Array.from(targets),
  };
};

const shuffleInstants = (
  items: Int32Array,
  weights: Float32Array,
  at: Float64Array,
  share: number,
  random: Random,
): void => {
  for (let from = 0; from < items.length; ) {
    let to = from + 1;
    while (to < items.length && at[to] === at[from]) to++;
    if (to - from > 1 && random() < share) {
      for (let i = to - 1; i > from; i--) {
        const j = from + Math.floor(random() * (i - from + 1));
        [items[i], items[j]] = [items[j]!, items[i]!];
        [weights[i], weights[j]] = [weights[j]!, weights[i]!];
      }
    }
    from = to;
  }
};

/**
 * How far the order among products of one instant is noise, 0..1, by the train part itself. When it is, a product is as likely to stand
 * right before another as a few places away on either side, so the same ordered pair comes back equally often at both distances. Half as often
 * again counts as an order that says something, and is kept. Instants of five products and more are asked; .5 without any.
 */
export const shuffleShare = (train: Train): number => {
  const near = new Coincidences(train.products.ids.length);
  const far = new Coincidences(train.products.ids.length);
  for (let from = 0; from < train.product.length; ) {
    const to = endOfInstant(train, from);
    for (let e = from + 1; to - from >= 5 && e < to; e++) {
      near.add(train.product[e - 1]!, train.product[e]!);
      for (let gap = 2; gap <= 4 && e - gap >= from; gap++) {
        far.add(train.product[e - gap]!, train.product[e]!);
        far.add(train.product[e]!, train.product[e - gap]!);
      }
    }
    from = to;
  }
  const expected = far.pairs > 0 ? (far.repeats * near.pairs * near.pairs) / (far.pairs * far.pairs) : 0;
  // Few repeats say little: some are added that would mean "half".
  const ratio = (near.repeats + 25) / (expected + 20);
  return Math.min(1, Math.max(0, 1 - 2 * (ratio - 1)));
};

const endOfInstant = ({ product, at, shopper }: Train, from: number): number => {
  let to = from + 1;
  while (to < product.length && at[to] === at[from] && shopper[to] === shopper[from]) to++;
  return to;
};

/** How many pairs were counted, and how many pairs of these were the same. */
class Coincidences {
  pairs = 0;
  repeats = 0;
  private readonly counts = new Map<number, number>();
  private readonly products: number;

  constructor(products: number) {
    this.products = products;
  }

  add(x: number, y: number): void {
    if (x === y) return;
    const pair = x * this.products + y;
    const before = this.counts.get(pair) ?? 0;
    this.counts.set(pair, before + 1);
    this.repeats += before;
    this.pairs++;
  }
}
