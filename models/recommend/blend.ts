import type { History } from '../data/interactions.ts';
import { modelKinds, staticModels } from './kinds.ts';
import type { Fitted, IndexedReason, ModelKind } from './model.ts';
import { ScoreSheet } from './score-sheet.ts';
import { type Segment, segmentOf, segments } from './segments.ts';

/** One weight per component, in the components' order, for each kind of shopper. */
export type BlendWeights = Readonly<Record<Segment, readonly number[]>>;

/**
 * score = Σ_c weight_c · x_c / sd_c, where sd_c is the standard deviation of component c's scores over all products for this shopper.
 * (A z-score without its mean, which moves all products alike and so never changes an order.)
 */
export interface Blend {
  readonly components: readonly Fitted[];
  readonly weights: BlendWeights;
  readonly products: number;
  /** All products' scores; the array is reused by the next call. */
  scoreAll(history: History, now: number): Float32Array;
  /** Why, for the history last scored: the reason of the component that gave the product most. */
  reason(product: number): IndexedReason;
}

export const blendOf = (components: readonly Fitted[], weights: BlendWeights): Blend => {
  const products = components[0]?.products ?? 0;
  const scores = new Float32Array(products);
  const sheets = components.map(() => new ScoreSheet(products));
  const isStatic = components.map(component => staticModels.has(component.name));
  const nothing: History = { items: new Int32Array(), at: new Float64Array(), weight: new Float32Array() };

  const factors = new Float64Array(components.length);
  const staticSpread = components.map((component, c) => {
    if (!isStatic[c]) return 0;
    component.score(nothing, 0, sheets[c]!);
    return sheets[c]!.spread();
  });
  const staticMean = components.map((_, c) =>
    isStatic[c] ? sheets[c]!.values.reduce((sum, value) => sum + value, 0) / Math.max(1, products) : 0,
  );
  const base = Object.fromEntries(
    segments.map(segment => {
      const sum = new Float32Array(products);
      components.forEach((_, c) => {
        const factor = isStatic[c] ? scaled(weights[segment][c]!, staticSpread[c]!) : 0;
        if (factor !== 0) for (let p = 0; p < products; p++) sum[p]! += factor * sheets[c]!.values[p]!;
      });
      return [segment, sum];
    }),
  ) as Record<Segment, Float32Array>;

  let last: { history: History; now: number } = { history: nothing, now: 0 };
  return {
    components,
    weights,
    products,
    scoreAll: (history, now) => {
      last = { history, now };
      const segment = segmentOf(history);
      scores.set(base[segment]);
      for (let c = 0; c < components.length; c++) {
        const weight = weights[segment][c]!;
        const sheet = sheets[c]!;
        if (isStatic[c]) {
          factors[c] = scaled(weight, staticSpread[c]!);
          continue;
        }
        sheet.clear();
        factors[c] = 0;
        if (weight === 0) continue;
        components[c]!.score(history, now, sheet);
        const factor = scaled(weight, sheet.spread());
        factors[c] = factor;
        const { touched, values, count } = sheet;
        if (factor !== 0) for (let t = 0; t < count; t++) scores[touched[t]!]! += factor * values[touched[t]!]!;
      }
      return scores;
    },
    reason: product => {
      let cause = -1;
      let most = 0;
      for (let c = 0; c < components.length; c++) {
        const part = factors[c]! * (sheets[c]!.values[product]! - staticMean[c]!);
        if (part > most) [cause, most] = [c, part];
      }
      return cause < 0 ? { kind: 'popular' } : components[cause]!.explain(last.history, last.now, product);
    },
  };
};

const scaled = (weight: number, spread: number): number => (spread > 0 ? weight / spread : 0);

/** What only a past purchase of the same product speaks for. */
const repeatKinds: ReadonlySet<string> = new Set(['buy-again']);

/** The kinds a blend may be made of. Buy-it-again has nothing to say where only new products are wanted. */
export const blendKinds = (maskSeen: boolean): readonly ModelKind[] =>
  modelKinds.filter(kind => !maskSeen || !repeatKinds.has(kind.name));
