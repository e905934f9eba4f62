import type { ProductId } from '../../knowledge/domain/ids.ts';
import { asId } from '../../knowledge/domain/ids.ts';
import { type History, historyOf, idIndex, purchaseWeight } from '../data/interactions.ts';
import type { Split } from '../data/splits.ts';
import type { Deed, Likeness, Recommendation, RecommendationReason, Recommender, RecommendRequest } from '../types.ts';
import { fittingOf, knownOf, type SignalReading, signalsIn } from './asked-history.ts';
import { timesBought } from './buy-again.ts';
import { poolSize, type Ranked, type Variety, varied } from './diversity.ts';
import type { Fitted } from './model.ts';
import { BestRows, ScoreSheet } from './score-sheet.ts';
import type { SecondLook } from './second-look.ts';
import { type Segment, segmentOf, segments } from './segments.ts';
import type { ServedBlend } from './served-blend.ts';
import { depth } from './short-list.ts';
import { WishRows } from './wish-rows.ts';

/** However often shoppers repeat, most of a list is for finding something. */
const largestRepeatShare = 0.4;

/**
 * The share of held-out purchases that repeat an earlier one, 0..0.4, per kind of shopper: how much of a list may be buy-it-again.
 */
export const repeatShares = ({ train, test }: Split): Readonly<Record<Segment, number>> => {
  const totals = Object.fromEntries(segments.map(segment => [segment, { all: 0, again: 0 }])) as Record<
    Segment,
    { all: number; again: number }
  >;
  for (let s = 0; s < test.start.length - 1; s++) {
    const history = historyOf(train, s);
    if (history.items.length === 0) continue;
    const seen = new Set(history.items);
    const total = totals[segmentOf(history)];
    for (const product of test.product.subarray(test.start[s]!, test.start[s + 1]!)) {
      total.all++;
      if (seen.has(product)) total.again++;
    }
  }
  const share = ({ all, again }: { all: number; again: number }): number =>
    all < 50 ? 0 : Math.min(largestRepeatShare, again / all);
  return { new: share(totals.new), returning: share(totals.returning), reordering: share(totals.reordering) };
};

export interface Served {
  readonly blend: ServedBlend;
  readonly buyAgain: Fitted;
  /** Product ids by row. */
  readonly products: readonly string[];
  readonly shares: Readonly<Record<Segment, number>>;
  /** Codes of category and brand by row, -1 where there is none, as far as they are known. */
  readonly labels?: Readonly<Record<string, Int32Array>>;
  /** Varies the lists, but for the places of wishes and for products asked about with `among`; absent: best first. */
  readonly variety?: Variety | undefined;
  /** Looks again at the best of a list that is not limited to given products; absent: the blend's order stands. */
  readonly again?: SecondLook | undefined;
  /** How signals are weighed; absent: they are not looked at. */
  readonly signals?: SignalReading | undefined;
  readonly version: string;
}

interface Listed extends Ranked {
  readonly id: ProductId;
}

/**
 * Most of a list is ranked to be filtered again; only what is shown is explained. A class, as an object with a getter of its own takes
 * longer to make than to rank.
 */
class Explained implements Recommendation {
  readonly product: ProductId;
  readonly score: number;
  readonly #row: number;
  readonly #explain: (row: number, id: ProductId) => RecommendationReason;
  #reason: RecommendationReason | undefined;

  constructor(
    product: ProductId,
    score: number,
    row: number,
    explain: (row: number, id: ProductId) => RecommendationReason,
  ) {
    this.product = product;
    this.score = score;
    this.#row = row;
    this.#explain = explain;
  }

  get reason(): RecommendationReason {
    this.#reason ??= this.#explain(this.#row, this.product);
    return this.#reason;
  }

  /** A getter is no property of its own and would be left out. */
  toJSON(): Recommendation {
    return { product: this.product, score: this.score, reason: this.reason };
  }
}

/**
 * Ranks for one request from its history alone, so shoppers never seen in training are served like the others.
 * Products bought before are not suggested as new; they come back in the slots that `shares` gives to buy-it-again. With `among`, the given
 * products are ranked, bought before or not. Products the training never saw can come only through `among` or `boost`.
 */
export const serve = (served: Served): Recommender => {
  const { blend, buyAgain, products, shares, labels = {}, variety, version } = served;
  const index = idIndex(products);
  const blocked = new Uint8Array(products.length);
  /** Those of one request, to be unblocked at its end. */
  const marked = new Int32Array(products.length);
  const wishes = new WishRows();
  /** Scores of wished for products. */
  let wished = new Float64Array(0);
  const again = new ScoreSheet(products.length);

  const recommend = (request: RecommendRequest): Recommendation[] => {
    if (!(request.count >= 1)) return [];
    const count = Math.min(Math.floor(request.count), Number.MAX_SAFE_INTEGER);
    const signals = signalsIn(request, index.row, served);
    wishes.read(request.boost, index.row);
    const history = { ...knownOf(request, index.row, signals, served.signals), ...fittingOf(wishes) };
    const now = request.now.getTime();
    blend.read(history, now);
    const { low } = blend;
    const span = blend.high - low;
    // Every score becomes positive before wishes multiply it; the floor lets a wish lift a product nobody bought yet.
    const floor = span > 0 ? span * 0.05 : 1;
    const lifted = (row: number, factor: number): number => (blend.scoreOf(row) - low + floor) * factor;

    let marks = 0;
    const block = (row: number | undefined): void => {
      if (row !== undefined && blocked[row] === 0) {
        blocked[row] = 1;
        marked[marks++] = row;
      }
    };
    for (const id of request.exclude) block(index.row(id));
    const excluded = marks;
    if (request.among === undefined)
      for (let e = 0; e < history.items.length; e++) if (history.weight[e]! >= 1) block(history.items[e]);

    const isVaried = variety !== undefined && variety.strength > 0 && request.among === undefined;
    const looksAgain = served.again !== undefined && request.among === undefined;
    const pool = Math.max(isVaried ? poolSize(count) : count, looksAgain ? depth : 0);
    const best = new BestRows(Math.min(pool, products.length));
    const outside: Listed[] = [];
    const wish = (id: ProductId, score: number): Listed => ({ row: -1, id, score, kept: true });
    const boostOf = (id: string): number => request.boost?.get(asId<ProductId>(id))?.factor ?? 1;
    if (request.among !== undefined)
      for (const id of request.among) {
        const row = index.row(id);
        if (row === undefined) {
          if (!request.exclude.has(id)) outside.push(wish(id, floor * boostOf(id)));
        } else if (blocked[row] === 0) best.offer(row, lifted(row, boostOf(id)));
      }
    else {
      const isBought = (id: ProductId): boolean =>
        request.history.some(event => event.product === id && event.weight >= 1);
      let boosted = 0;
      for (let w = 0; w < wishes.count; w++) {
        const row = wishes.rows[w]!;
        const factor = wishes.factors[w]!;
        if (row < 0) {
          const id = wishes.ids[w]!;
          if (!request.exclude.has(id) && !isBought(id)) outside.push(wish(id, floor * factor));
        } else if (blocked[row] === 0) {
          blocked[row] = 1; // offered here
          wishes.rows[boosted] = row;
          wishes.factors[boosted++] = factor;
        }
      }
      if (wished.length < boosted) wished = new Float64Array(wishes.rows.length);
      blend.scoresOf(wishes.rows, boosted, wished);
      for (let w = 0; w < boosted; w++) best.offer(wishes.rows[w]!, (wished[w]! - low + floor) * wishes.factors[w]!);
      blend.offer(best, blocked, floor);
      for (let w = 0; w < boosted; w++) blocked[wishes.rows[w]!] = 0;
    }

    if (looksAgain) served.again?.(best, history, now, signals);
    const ranked: Listed[] = [];
    for (let b = 0; b < best.count; b++) {
      const row = best.rows[b]!;
      const id = asId<ProductId>(products[row]!);
      ranked.push({ row, id, score: best.scores[b]!, kept: boostOf(id) !== 1 });
    }
    ranked.push(...outside);
    if (outside.length > 0) ranked.sort((a, b) => b.score - a.score);
    const list = isVaried ? varied(ranked, count, variety) : ranked.slice(0, count);
    const explain = (row: number, id: ProductId): RecommendationReason => {
      if (row < 0) return told(id, request) ?? { kind: 'popular' };
      blend.read(history, now); // another list may have been made meanwhile
      return reasonOf(row, id, request, floor);
    };
    const found = list.map(({ row, id, score }) => new Explained(id, score, row, explain));

    for (let m = excluded; m < marks; m++) blocked[marked[m]!] = 0; // bought ones may come again
    const repeats = request.among === undefined ? repeatsFor(history, now, count) : [];
    for (let m = 0; m < marks; m++) blocked[marked[m]!] = 0;
    return interleave(found, repeats, count);
  };

  /**
   * Of the model or the wish without which the product would fall furthest. "Popular" says nothing about a shopper, so that a wish that
   * is met is told before it.
   */
  const reasonOf = (
    row: number,
    product: ProductId,
    request: RecommendRequest,
    floor: number,
  ): RecommendationReason => {
    const { gave, reason, isStatic } = blend.cause(row);
    const stated = told(product, request);
    if (stated !== null) {
      const factor = request.boost?.get(product)?.factor ?? 1;
      const withoutWish = blend.scoreOf(row) - blend.low + floor;
      if (reason.kind === 'popular' || withoutWish * (factor - 1) >= gave * factor) return stated;
    }
    if (reason.kind === 'popular') return isStatic ? reason : noticed(product, request);
    if (reason.kind !== 'bought-with' && reason.kind !== 'similar') return reason;
    const because = asId<ProductId>(products[reason.because]!);
    const deed = deedOf(because, request);
    if (reason.kind === 'bought-with') return { kind: 'bought-with', because, deed };
    return { kind: 'similar', because, deed, alike: reason.alike ?? likeness(row, reason.because) };
  };

  const likeness = (a: number, b: number): Likeness => {
    const same = (codes: Int32Array | undefined): boolean =>
      codes !== undefined && codes[a]! >= 0 && codes[a] === codes[b];
    if (same(labels.category)) return same(labels.brand) ? 'brand-and-category' : 'category';
    return same(labels.brand) ? 'brand' : 'description';
  };

  const repeatsFor = (history: History, now: number, count: number): Recommendation[] => {
    const slots = Math.min(Math.floor(count * shares[segmentOf(history)]), history.items.length);
    if (slots === 0) return [];
    again.clear();
    buyAgain.score(history, now, again);
    const best = new BestRows(slots);
    for (let t = 0; t < again.count; t++) {
      const row = again.touched[t]!;
      if (blocked[row] === 0) best.offer(row, again.values[row]!);
    }
    return Array.from(best.rows.subarray(0, best.count), row => ({
      product: asId<ProductId>(products[row]!),
      score: 0,
      reason: { kind: 'buy-again' as const, timesBought: timesBought(history, row) },
    }));
  };

  return { name: 'blend', version, readsSignals: served.signals !== undefined, recommend };
};

const told = (product: ProductId, request: RecommendRequest): RecommendationReason | null => {
  const boost = request.boost?.get(product);
  return boost !== undefined && boost.factor > 1 && boost.told.length > 0 ? { kind: 'stated', told: boost.told } : null;
};

const deedsByWeight: readonly Deed[] = ['bought', 'in-cart', 'asked-about', 'viewed'];

/** A model that looks at the shopper praises a product and names no other one it rests on: it rests on the product itself. */
const noticed = (product: ProductId, request: RecommendRequest): RecommendationReason =>
  request.history.some(event => event.product === product)
    ? { kind: 'noticed', deed: deedOf(product, request) }
    : { kind: 'popular' };

/** What says most of all that was done with the product. */
const deedOf = (product: ProductId, { history }: RecommendRequest): Deed => {
  let most = deedsByWeight.length - 1;
  for (const { product: one, weight, deed } of history)
    if (one === product)
      most = Math.min(most, deedsByWeight.indexOf(deed ?? (weight >= purchaseWeight ? 'bought' : 'viewed')));
  return deedsByWeight[most]!;
};

/** Repeats take every second place from the second on, each scored like the one before it so that the list stays in order. */
const interleave = (
  found: readonly Recommendation[],
  repeats: readonly Recommendation[],
  count: number,
): Recommendation[] => {
  const list: Recommendation[] = [];
  let [f, r] = [0, 0];
  while (list.length < count && (f < found.length || r < repeats.length)) {
    const turnOfRepeat = r < repeats.length && (list.length % 2 === 1 || f >= found.length);
    if (!turnOfRepeat) list.push(found[f++]!);
    else list.push({ ...repeats[r++]!, score: list.at(-1)?.score ?? 1 });
  }
  return list;
};
