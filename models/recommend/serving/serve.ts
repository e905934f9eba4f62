import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { asId } from '../../../knowledge/domain/ids.ts';
import { idIndex, purchaseWeight } from '../../data/interactions.ts';
import type { ShopperSignals } from '../../data/signals.ts';
import type { Recommendation, RecommendationReason, Recommender, RecommendRequest } from '../../types.ts';
import { AskedHistory, type SignalReading } from '../asked-history.ts';
import { depth } from '../blend/short-list.ts';
import { noHistory } from '../blend/static-part.ts';
import type { Fitted } from '../model.ts';
import { timesBought } from '../repeat/buy-again.ts';
import type { SecondLook } from '../rerank/second-look.ts';
import { type Segment, segmentOf } from '../segments.ts';
import { type ReasonSource, reasonOf } from './list-reasons.ts';
import { BestRows, ScoreSheet } from './score-sheet.ts';
import { poolSize, RankedRows, type Variety, varier } from './varied-rows.ts';
import { WishRows } from './wish-rows.ts';

export interface Served extends ReasonSource {
  readonly buyAgain: Fitted;
  /** How much of a list may be buy-it-again, 0..1. */
  readonly shares: Readonly<Record<Segment, number>>;
  /** Varies the lists, but for the places of wishes and for products asked about with `among`; absent: best first. */
  readonly variety?: Variety | undefined;
  /** Looks again at the best of a list that is not limited to given products; absent: the blend's order stands. */
  readonly again?: SecondLook | undefined;
  /** How signals are weighed; absent: they are not looked at. */
  readonly signals?: SignalReading | undefined;
  readonly version: string;
}

/** What the reasons of one list are found out from. */
interface Origin {
  readonly request: RecommendRequest;
  /** Of the list among all that were made. */
  readonly number: number;
  /** What was added to every score. */
  readonly floor: number;
  readonly explain: (origin: Origin, row: number, product: ProductId) => RecommendationReason;
}

/**
 * Most of a list is ranked to be filtered again; only what is shown is explained. A class, as an object with a getter of its own takes
 * longer to make than to rank.
 */
class Explained implements Recommendation {
  readonly product: ProductId;
  readonly score: number;
  readonly #row: number;
  readonly #origin: Origin;
  #reason: RecommendationReason | undefined;

  constructor(product: ProductId, score: number, row: number, origin: Origin) {
    this.product = product;
    this.score = score;
    this.#row = row;
    this.#origin = origin;
  }

  get reason(): RecommendationReason {
    this.#reason ??= this.#origin.explain(this.#origin, this.#row, this.product);
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
 *
 * A list is made in memory that the next one takes over; only the list itself is new. A reason that is read after another list was made
 * reads its request again, which must not have changed.
 */
export const serve = (served: Served): Recommender => {
  const { blend, buyAgain, products, shares, variety, version } = served;
  const index = idIndex(products);
  const blocked = new Uint8Array(products.length);
  /** Those of one request, to be unblocked at its end. */
  const marked = new Int32Array(products.length);
  let marks = 0;
  const wishes = new WishRows();
  /** Scores of wished for products. */
  let wished = new Float64Array(0);
  const best = new BestRows(0);
  /** Products without a row: their ids in the order in which they came, and the places of the best of them. */
  const outsideIds: ProductId[] = [];
  const outside = new BestRows(0);
  let cameOutside = 0;
  const ranked = new RankedRows();
  const vary = variety !== undefined && variety.strength > 0 ? varier(variety) : null;
  const again = new ScoreSheet(products.length);
  const repeats = new BestRows(0);

  const asked = new AskedHistory(index.row, served.signals);
  const readsSignals = served.signals !== undefined || served.again !== undefined;
  let history = noHistory;
  let signals: ShopperSignals | undefined;
  let now = 0;
  /** Of the list whose request was taken in last, and of the last one made; 0: of none. */
  let [taken, made] = [0, 0];

  /** Takes in what the request of a list tells of the shopper. */
  const take = (request: RecommendRequest, number: number): void => {
    taken = 0; // until all is read
    signals = readsSignals ? asked.signals(request) : undefined;
    wishes.read(request.boost, index.row);
    const known = asked.history(request, signals);
    const fitting = wishes.fitting();
    history = fitting === undefined ? known : { ...known, fitting };
    now = request.now.getTime();
    taken = number;
  };

  const block = (row: number | undefined): void => {
    if (row === undefined || blocked[row] === 1) return;
    blocked[row] = 1;
    marked[marks++] = row;
  };
  const blockProduct = (id: ProductId): void => block(index.row(id));
  /** All but the first `keep`. */
  const unblock = (keep: number): void => {
    while (marks > keep) blocked[marked[--marks]!] = 0;
  };

  const addOutside = (id: ProductId, score: number): void => {
    outsideIds[cameOutside] = id;
    outside.offer(cameOutside++, score);
  };

  /** Offers the given products. */
  const offerAmong = (among: ReadonlySet<ProductId>, { exclude, boost }: RecommendRequest, floor: number): void =>
    among.forEach(id => {
      const row = index.row(id);
      const factor = boost?.get(id)?.factor ?? 1;
      if (row === undefined) {
        if (!exclude.has(id)) addOutside(id, floor * factor);
      } else if (blocked[row] === 0) best.offer(row, (blend.scoreOf(row) - blend.low + floor) * factor);
    });

  /** Offers all products, those wished for by their own factors. */
  const offerAll = (request: RecommendRequest, floor: number): void => {
    let boosted = 0;
    const before = marks;
    for (let w = 0; w < wishes.count; w++) {
      const row = wishes.rows[w]!;
      const factor = wishes.factors[w]!;
      if (row < 0) {
        const id = wishes.ids[w]!;
        if (!request.exclude.has(id) && !isBought(id, request)) addOutside(id, floor * factor);
      } else if (blocked[row] === 0) {
        block(row); // offered here
        wishes.rows[boosted] = row;
        wishes.factors[boosted++] = factor;
      }
    }
    if (wished.length < boosted) wished = new Float64Array(wishes.rows.length);
    blend.scoresOf(wishes.rows, boosted, wished);
    const { low } = blend;
    for (let w = 0; w < boosted; w++) best.offer(wishes.rows[w]!, (wished[w]! - low + floor) * wishes.factors[w]!);
    blend.offer(best, blocked, floor);
    unblock(before);
  };

  /** The best with and without a row in one order; those without have rows below 0. */
  const rank = ({ boost }: RecommendRequest): void => {
    ranked.clear(best.count + outside.count);
    for (let b = 0, o = 0; b < best.count || o < outside.count; ) {
      if (o === outside.count || (b < best.count && best.scores[b]! >= outside.scores[o]!)) {
        const row = best.rows[b]!;
        const factor = boost?.get(asId<ProductId>(products[row]!))?.factor ?? 1;
        ranked.push(row, best.scores[b++]!, factor === 1 ? 0 : 1);
      } else ranked.push(-1 - outside.rows[o]!, outside.scores[o++]!, 1);
    }
  };

  /** Fills `repeats`. */
  const findRepeats = (count: number): void => {
    const slots = Math.min(Math.floor(count * shares[segmentOf(history)]), history.items.length);
    repeats.clear(slots);
    if (slots === 0) return;
    again.clear();
    buyAgain.score(history, now, again);
    for (let t = 0; t < again.count; t++) {
      const row = again.touched[t]!;
      if (blocked[row] === 0) repeats.offer(row, again.values[row]!);
    }
  };

  const explain = ({ request, number, floor }: Origin, row: number, product: ProductId): RecommendationReason => {
    if (row >= 0) {
      if (taken !== number) take(request, number); // another list was made meanwhile
      blend.read(history, now);
    }
    return reasonOf(served, row, product, request, floor);
  };

  /**
   * `found` places of a list in order, with repeats at every second place from the second on, each scored like the one before it so that the
   * list stays in order.
   */
  const listOf = (list: RankedRows, found: number, count: number, origin: Origin): Recommendation[] => {
    const all: Recommendation[] = new Array(Math.min(count, found + repeats.count));
    for (let place = 0, f = 0, r = 0; place < all.length; place++) {
      if (r < repeats.count && (place % 2 === 1 || f >= found)) {
        const row = repeats.rows[r++]!;
        all[place] = {
          product: asId<ProductId>(products[row]!),
          score: place === 0 ? 1 : all[place - 1]!.score,
          reason: { kind: 'buy-again', timesBought: timesBought(history, row) },
        };
      } else {
        const row = list.rows[f]!;
        const id = row < 0 ? outsideIds[-1 - row]! : asId<ProductId>(products[row]!);
        all[place] = new Explained(id, list.scores[f++]!, row, origin);
      }
    }
    return all;
  };

  const recommend = (request: RecommendRequest): Recommendation[] => {
    if (!(request.count >= 1)) return [];
    const count = Math.min(Math.floor(request.count), Number.MAX_SAFE_INTEGER);
    const { among } = request;
    take(request, ++made);
    blend.read(history, now);
    const span = blend.high - blend.low;
    // Every score becomes positive before wishes multiply it; the floor lets a wish lift a product nobody bought yet.
    const floor = span > 0 ? span * 0.05 : 1;

    unblock(0); // what a request that failed has left
    request.exclude.forEach(blockProduct);
    const excluded = marks;
    if (among === undefined)
      for (let e = 0; e < history.items.length; e++) if (history.weight[e]! >= purchaseWeight) block(history.items[e]);

    const isVaried = vary !== null && among === undefined;
    const looksAgain = served.again !== undefined && among === undefined;
    const pool = Math.max(isVaried ? poolSize(count) : count, looksAgain ? depth : 0);
    best.clear(Math.min(pool, products.length));
    outside.clear(Math.min(count, (among ?? request.boost)?.size ?? 0));
    cameOutside = 0;
    if (among !== undefined) offerAmong(among, request, floor);
    else offerAll(request, floor);

    if (looksAgain) served.again?.(best, history, now, signals);
    rank(request);
    const list = isVaried ? vary(ranked, count) : ranked;

    unblock(excluded); // bought ones may come again
    if (among === undefined) findRepeats(count);
    else repeats.clear(0);
    unblock(0);
    return listOf(list, Math.min(count, list.count), count, { request, number: made, floor, explain });
  };

  return { name: 'blend', version, readsSignals: served.signals !== undefined, recommend };
};

const isBought = (id: ProductId, { history }: RecommendRequest): boolean => {
  for (let e = 0; e < history.length; e++)
    if (history[e]!.product === id && history[e]!.weight >= purchaseWeight) return true;
  return false;
};
