/**
 * The same scores as blend.ts, for one list at a time from a large catalogue. What does not depend on the shopper is sorted once: a
 * list is found among the products that some model speaks for and the first of that order, however many others there are. Models
 * that speak for every product are vectors in one memory (dense-scan.ts): a pass over those finds a few dozen, scored again exactly.
 */

import { HistoryBuffer } from '../../data/history-buffer.ts';
import type { History } from '../../data/interactions.ts';
import { vectorParts } from '../factors/vector-parts.ts';
import type { Fitted, IndexedReason } from '../model.ts';
import { type Segment, segmentOf, segments } from '../segments.ts';
import { blockRows, type DenseScan, denseScan, mostPicked } from '../serving/dense-scan.ts';
import { scanBest } from '../serving/scan-best.ts';
import type { BestRows } from '../serving/score-sheet.ts';
import { TouchedProducts, TouchedScores } from '../serving/touched-scores.ts';
import type { BlendWeights } from './blend.ts';
import { plainShapes, type ScoreShape, shaped } from './score-shape.ts';
import { noHistory, scaled, staticPart } from './static-part.ts';

export interface ServedBlend {
  readonly products: number;
  /** Takes a history in; all else speaks of it until the next call. */
  read(history: History, now: number): void;
  /** Least and largest score of all products; with vectors about, and the least may be lower than any. */
  readonly low: number;
  readonly high: number;
  scoreOf(product: number): number;
  /** `scoreOf` of the first `count` of `products`, into `out`. */
  scoresOf(products: Int32Array, count: number, out: Float64Array): void;
  /** What a component says of a product over the spread of what it says, before weight and shape; 0 for one without weight. */
  part(component: number, product: number): number;
  /** Offers all products that may be among the best `best` holds, but for those where blocked is 1, each with its score less `low` plus `lift`. */
  offer(best: BestRows, blocked: Uint8Array, lift: number): void;
  /** The component without which the product would fall furthest below the mean product, and its reason; the next call overwrites it. */
  cause(product: number): Readonly<Cause>;
}

export interface Cause {
  /** Place among the components; -1: none speaks for the product. */
  component: number;
  /** What the component gives the product above what it gives the mean product, in units of the score. */
  gave: number;
  /** It says the same to every shopper. */
  isStatic: boolean;
  reason: IndexedReason;
}

/** Throws RangeError where a model of vectors or of static scores has another shape than `plain`: its scores are summed unseen. */
export const servedBlend = (
  components: readonly Fitted[],
  weights: BlendWeights,
  shapes: readonly ScoreShape[] = plainShapes(components),
): ServedBlend => {
  const products = components[0]?.products ?? 0;
  const fixed = staticPart(components, weights);
  const dense = vectorParts(components);
  const isDense = components.map((_, c) => dense.of.includes(c));
  /** What the models that look at the shopper speak for. */
  const touched = new TouchedProducts(products);
  const sheets = components.map((_, c) =>
    fixed.values[c] === null && !isDense[c] ? new TouchedScores(touched, products) : null,
  );
  const unfit = components.find((_, c) => sheets[c] === null && shapes[c] !== 'plain');
  if (unfit !== undefined) throw new RangeError(`The scores of ${unfit.name} can't take the shape of a logarithm`);
  const factors = new Float64Array(components.length);
  /** Spreads of what the models with a sheet say, for the history last read. */
  const spreads = new Float64Array(components.length);
  /** What each of them adds to the mean product. */
  const means = new Float64Array(components.length);
  const bases = [...new Set(segments.map(segment => fixed.base[segment]))];
  const orders = bases.map(orderOf);
  const scan: DenseScan | null = dense.width > 0 ? denseScan(dense.vectors(), dense.width, bases) : null;
  const firstOfScan = scan === null ? null : scanBest(scan, products);
  const query = new Float32Array(dense.width);
  /** What the models with a sheet add together. */
  const sum = new TouchedScores(touched, products);

  /** What was read last, apart from the caller's arrays. */
  const buffer = new HistoryBuffer();
  let last = noHistory;
  let lastNow = 0;
  let isRead = false;
  let segment: Segment = 'new';
  const popular: IndexedReason = { kind: 'popular' };
  const found: Cause = { component: -1, gave: 0, isStatic: true, reason: popular };
  const weightOf = (c: number): number => weights[segment][c]!;
  let base = fixed.base.new;
  let place = 0;
  let scanned = false;
  let low = 0;
  let high = 0;
  /** None of what is added up to a score is larger. */
  let magnitude = 0;

  const scoreOf = (product: number): number => {
    if (!scanned) return base[product]! + sum.of(product);
    scan!.picked[0] = product;
    scan!.score(1);
    return scan!.exact[0]! + sum.of(product);
  };

  const scoresOf: ServedBlend['scoresOf'] = (rows, count, out) => {
    if (!scanned) {
      for (let r = 0; r < count; r++) out[r] = base[rows[r]!]! + sum.of(rows[r]!);
      return;
    }
    const { picked, exact } = scan!;
    for (let from = 0; from < count; from += mostPicked) {
      const some = Math.min(mostPicked, count - from);
      for (let r = 0; r < some; r++) picked[r] = rows[from + r]!;
      scan!.score(some);
      for (let r = 0; r < some; r++) out[from + r] = exact[r]! + sum.of(picked[r]!);
    }
  };

  /** What a score of a model with a sheet adds, `weight` being that model's. */
  const partOf = (c: number, weight: number, value: number): number =>
    shapes[c] === 'plain' ? factors[c]! * value : weight * shaped(shapes[c]!, value / spreads[c]!);

  /** Adds what a model with a sheet says to the sum; returns what it added over all. */
  const addUp = (c: number, weight: number, amounts: Float32Array): number => {
    const sums = sum.amounts;
    const isPlain = shapes[c] === 'plain';
    const factor = factors[c]!;
    let total = 0;
    for (let t = 0; t < touched.count; t++) {
      const part = isPlain ? factor * amounts[t]! : partOf(c, weight, amounts[t]!);
      total += part;
      sums[t]! += part;
    }
    return total;
  };

  const offerSparse = (best: BestRows, blocked: Uint8Array, shift: number): void => {
    for (let t = 0; t < touched.count; t++) {
      const row = touched.rows[t]!;
      if (blocked[row] === 0) best.offer(row, base[row]! + sum.amounts[t]! + shift);
    }
    const order = orders[place]!;
    for (let o = 0; o < order.length; o++) {
      const row = order[o]!;
      const score = Math.fround(base[row]! + shift);
      // Strictly below: an equal score may still win by its lower row number.
      if (best.count === best.size && score < best.scores[best.size - 1]!) break;
      if (blocked[row] === 0 && touched.placeOf(row) < 0) best.offer(row, score);
    }
  };

  /** What each component adds to a product, less what it adds to the mean product; see `partsAboveMean`. */
  const parts = new Float64Array(components.length);

  /** Fills `parts`. */
  const partsAboveMean = (product: number): void => {
    const at = touched.placeOf(product);
    for (let c = 0; c < parts.length; c++) {
      const own = fixed.values[c];
      const sheet = sheets[c];
      if (own !== null && own !== undefined) parts[c] = factors[c]! * (own[product]! - fixed.mean[c]!);
      else if (sheet !== null && sheet !== undefined) {
        const value = at < 0 ? 0 : sheet.amounts[at]!;
        parts[c] = shapes[c] === 'plain' ? factors[c]! * value : partOf(c, weights[segment][c]!, value);
        parts[c]! -= means[c]!;
      }
    }
    if (scan !== null) dense.sharesOf(scan.vectors, product * scan.stride, query, parts);
  };

  // Sums are kept in variables of the functions: one shared between functions would be a new number in memory at every step.
  const setRange = (least: number, largest: number, added: number): void => {
    low = least;
    high = largest;
    magnitude = Math.max(Math.abs(least), Math.abs(largest)) + added;
  };

  const measure = (): void => {
    const order = orders[place]!;
    let least = base[order.at(-1) ?? 0] ?? 0;
    let largest = base[order[0] ?? 0] ?? 0;
    for (let t = 0; t < touched.count; t++) {
      const score = base[touched.rows[t]!]! + sum.amounts[t]!;
      if (score < least) least = score;
      if (score > largest) largest = score;
    }
    setRange(least, largest, 0);
  };

  /** `lowest`: of the scanned scores. */
  const measureScanned = (lowest: number): void => {
    const { out, maxima } = scan!;
    let least = lowest;
    let most = 0;
    for (let t = 0; t < touched.count; t++) {
      const row = touched.rows[t]!;
      const amount = sum.amounts[t]!;
      const score = Math.fround(out[row]! + amount);
      out[row] = score;
      const block = (row / blockRows) | 0;
      if (score > maxima[block]!) maxima[block] = score;
      if (score < least) least = score;
      if (Math.abs(amount) > most) most = Math.abs(amount);
    }
    let largest = Number.NEGATIVE_INFINITY;
    for (let block = 0; block < maxima.length; block++) if (maxima[block]! > largest) largest = maxima[block]!;
    setRange(least, largest, most);
  };

  return {
    products,
    get low() {
      return low;
    },
    get high() {
      return high;
    },
    scoreOf,
    scoresOf,
    read: (history, now) => {
      // Several lists of one turn are made for the same shopper at the same time.
      if (isRead && now === lastNow && isSame(history, last)) return;
      isRead = false; // until all is read: a model that throws leaves nothing to be taken for this history's
      last = buffer.copy(history);
      lastNow = now;
      segment = segmentOf(last);
      base = fixed.base[segment];
      place = bases.indexOf(base);
      sum.clear();
      for (let c = 0; c < sheets.length; c++) sheets[c]?.clear();
      touched.clear();
      for (let c = 0; c < components.length; c++) {
        const sheet = sheets[c];
        const weight = weights[segment][c]!;
        if (fixed.values[c] !== null) factors[c] = scaled(weight, fixed.spread[c]!);
        if (sheet === null || sheet === undefined) continue;
        factors[c] = 0;
        if (weight === 0) continue;
        components[c]!.score(last, now, sheet);
        spreads[c] = sheet.spread();
        factors[c] = scaled(weight, spreads[c]!);
        if (factors[c] !== 0) means[c] = addUp(c, weight, sheet.amounts) / products;
      }
      scanned = false;
      if (scan !== null) {
        dense.query(last, now, weightOf, factors, query);
        for (let d = 0; d < dense.of.length; d++) if (factors[dense.of[d]!] !== 0) scanned = true;
      }
      if (scanned) measureScanned(scan!.run(query, place));
      else measure();
      isRead = true;
    },
    part: (c, product) => {
      const own = fixed.values[c];
      if (own !== null && own !== undefined) return scaled(own[product]!, fixed.spread[c]!);
      const weight = weights[segment][c]!;
      if (weight === 0 || factors[c] === 0) return 0;
      return isDense[c]
        ? dense.share(c, scan!.vectors, product * scan!.stride, query) / weight
        : (sheets[c]!.of(product) * factors[c]!) / weight;
    },
    offer: (best, blocked, lift) => {
      const shift = lift - low;
      if (scanned) firstOfScan!.offer(best, blocked, shift, scoresOf, magnitude);
      else offerSparse(best, blocked, shift);
    },
    cause: product => {
      partsAboveMean(product);
      let component = -1;
      let gave = 0;
      for (let c = 0; c < components.length; c++) {
        // One that counts against what it praises has no words for what is left.
        if (factors[c]! <= 0) continue;
        const part = parts[c]!;
        if (part <= gave) continue;
        component = c;
        gave = part;
      }
      found.component = component;
      found.gave = gave;
      found.isStatic = component < 0 || fixed.values[component] !== null;
      found.reason = component < 0 ? popular : components[component]!.explain(last, lastNow, product);
      return found;
    },
  };
};

const noFitting = new Int32Array();

const isSame = (a: History, b: History): boolean => {
  const fitA = a.fitting ?? noFitting;
  const fitB = b.fitting ?? noFitting;
  if (a.items.length !== b.items.length || fitA.length !== fitB.length) return false;
  for (let f = 0; f < fitA.length; f++) if (fitA[f] !== fitB[f]) return false;
  for (let e = 0; e < a.items.length; e++)
    if (a.items[e] !== b.items[e] || a.weight[e] !== b.weight[e] || a.at[e] !== b.at[e]) return false;
  return true;
};

/** Rows by falling value, lower row numbers first among equals. */
const orderOf = (values: Float32Array): Int32Array =>
  Int32Array.from(values, (_, row) => row).sort((x, y) => values[y]! - values[x]! || x - y);
