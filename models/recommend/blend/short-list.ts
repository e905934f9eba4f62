/** A blend's first products for a shopper, each with the numbers a re-ranker looks at. */
import type { History } from '../../data/interactions.ts';
import type { ShopperSignals } from '../../data/signals.ts';
import { boughtIn } from '../../data/weighed-signals.ts';
import { featureNames, featureReader } from '../rerank/feature-table.ts';
import type { ProductFacts } from '../rerank/product-facts.ts';
import { BestRows } from '../serving/score-sheet.ts';
import type { Blend } from './blend.ts';
import type { ServedBlend } from './served-blend.ts';

/** Only these first products are looked at again. */
export const depth = 50;

/** Where a product stands in the blend. */
const placeNames = ['place in the blend', 'behind the best'] as const;

/** What each component says of a product, its place, and the feature table's columns. */
export const columnNames = (components: readonly { readonly name: string }[]): readonly string[] => [
  ...components.map(component => component.name),
  ...placeNames,
  ...featureNames,
];

/** A blend as a re-ranker sees it. */
export interface ListSource {
  readonly components: readonly { readonly name: string }[];
  readonly products: number;
  /** Offers the products that may be among the best for a history, but for those where `blocked` is 1; `part` then speaks of that history. */
  first(history: History, now: number, best: BestRows, blocked: Uint8Array): void;
  /** What a component says of a product over the spread of what it says. */
  part(component: number, product: number): number;
}

export const blendSource = (blend: Blend): ListSource => ({
  components: blend.components,
  products: blend.products,
  first: (history, now, best, blocked) => {
    const all = blend.scoreAll(history, now);
    for (let product = 0; product < all.length; product++)
      if (blocked[product] === 0) best.offer(product, all[product]!);
  },
  part: (component, product) => blend.part(component, product),
});

export const servedSource = (blend: ServedBlend, components: readonly { readonly name: string }[]): ListSource => ({
  components,
  products: blend.products,
  first: (history, now, best, blocked) => {
    blend.read(history, now);
    blend.offer(best, blocked, 0);
  },
  part: (component, product) => blend.part(component, product),
});

/** Fills the numbers of a list's first products. */
export interface RowFiller {
  readonly names: readonly string[];
  /** depth × names; NaN: missing. Reused by the next list. */
  readonly features: Float32Array;
  /** `best`: of the history that the source read last; only the first 50 are looked at. Returns the spread of their scores. */
  fill(best: BestRows, history: History, now: number, signals: ShopperSignals | undefined): number;
}

export const rowFiller = (source: Pick<ListSource, 'components' | 'part'>, facts: ProductFacts): RowFiller => {
  const names = columnNames(source.components);
  const own = source.components.length;
  const features = new Float32Array(depth * names.length);
  const reader = featureReader(facts);
  return {
    names,
    features,
    fill: (best, history, now, signals) => {
      const spread = spreadOf(best);
      reader.read(history, now, signals);
      for (let b = 0; b < Math.min(depth, best.count); b++) {
        const product = best.rows[b]!;
        const at = b * names.length;
        for (let c = 0; c < own; c++) features[at + c] = source.part(c, product);
        features[at + own] = Math.log1p(b);
        features[at + own + 1] = (best.scores[0]! - best.scores[b]!) / spread;
        reader.fill(product, features, at + own + placeNames.length);
      }
      return spread;
    },
  };
};

export interface ListOptions {
  /** 1: may be listed. */
  readonly known: Uint8Array;
  readonly maskSeen: boolean;
}

export interface ShortLists {
  readonly names: readonly string[];
  readonly features: Float32Array;
  /** Scores over their spread among the list. */
  readonly scores: Float32Array;
  of(history: History, now: number, signals: ShopperSignals | undefined): BestRows;
}

export const shortLists = (source: ListSource, facts: ProductFacts, { known, maskSeen }: ListOptions): ShortLists => {
  const filler = rowFiller(source, facts);
  const best = new BestRows(Math.min(depth, source.products));
  const scores = new Float32Array(depth);
  const blocked = Uint8Array.from(known, one => 1 - one);
  return {
    names: filler.names,
    features: filler.features,
    scores,
    of: (history, now, signals) => {
      const seen = maskSeen ? boughtIn(history) : [];
      for (const item of seen) blocked[item] = 1;
      best.clear();
      source.first(history, now, best, blocked);
      for (const item of seen) blocked[item] = 1 - known[item]!;
      const spread = filler.fill(best, history, now, signals);
      for (let b = 0; b < best.count; b++) scores[b] = best.scores[b]! / spread;
      return best;
    },
  };
};

/** Standard deviation of the first 50 scores of a list; tiny rather than 0. */
const spreadOf = ({ scores, count }: BestRows): number => {
  const rows = Math.min(depth, count);
  let [sum, squares] = [0, 0];
  for (let b = 0; b < rows; b++) [sum, squares] = [sum + scores[b]!, squares + scores[b]! ** 2];
  return Math.sqrt(Math.max(1e-12, squares / Math.max(1, rows) - (sum / Math.max(1, rows)) ** 2));
};
