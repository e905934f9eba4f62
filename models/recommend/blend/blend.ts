import type { History } from '../../data/interactions.ts';
import { modelKinds } from '../kinds.ts';
import type { Fitted, ModelKind } from '../model.ts';
import { type Segment, segmentOf } from '../segments.ts';
import { ScoreSheet } from '../serving/score-sheet.ts';
import { plainShapes, type ScoreShape, scoreIn } from './score-shape.ts';
import { scaled, staticPart } from './static-part.ts';

/** One weight per component, in the components' order, for each kind of shopper. */
export type BlendWeights = Readonly<Record<Segment, readonly number[]>>;

/**
 * score = Σ_c weight_c · shape_c(x_c / sd_c), where sd_c is the standard deviation of component c's scores over all products for this
 * shopper. (A z-score without its mean, which moves all products alike and so never changes an order.)
 */
export interface Blend {
  readonly components: readonly Fitted[];
  readonly weights: BlendWeights;
  readonly shapes: readonly ScoreShape[];
  readonly products: number;
  /** All products' scores; the array is reused by the next call. */
  scoreAll(history: History, now: number): Float32Array;
  /** x_c / sd_c of a product, for the history last scored; 0 for a component without weight for that shopper. */
  part(component: number, product: number): number;
}

export const blendOf = (
  components: readonly Fitted[],
  weights: BlendWeights,
  shapes: readonly ScoreShape[] = plainShapes(components),
): Blend => {
  const products = components[0]?.products ?? 0;
  const scores = new Float32Array(products);
  const sheets = components.map(() => new ScoreSheet(products));
  const fixed = staticPart(components, weights);
  const spreads = [...fixed.spread];
  return {
    components,
    weights,
    shapes,
    products,
    scoreAll: (history, now) => {
      const segment = segmentOf(history);
      scores.set(fixed.base[segment]);
      for (let c = 0; c < components.length; c++) {
        const weight = weights[segment][c]!;
        const sheet = sheets[c]!;
        if (fixed.values[c] !== null) continue;
        sheet.clear();
        spreads[c] = 0;
        if (weight === 0) continue;
        components[c]!.score(history, now, sheet);
        const spread = sheet.spread();
        spreads[c] = spread;
        if (scaled(weight, spread) === 0) continue;
        const { touched, values, count } = sheet;
        const one = scoreIn(weight, spread, shapes[c]!);
        for (let t = 0; t < count; t++) scores[touched[t]!]! += one(values[touched[t]!]!);
      }
      return scores;
    },
    part: (c, product) => scaled((fixed.values[c] ?? sheets[c]!.values)[product]!, spreads[c]!),
  };
};

/** What only a past purchase of the same product speaks for. */
const repeatKinds: ReadonlySet<string> = new Set(['buy-again', 'reorder']);

/** The kinds a blend may be made of. Buy-it-again has nothing to say where only new products are wanted. */
export const blendKinds = (maskSeen: boolean): readonly ModelKind[] =>
  modelKinds.filter(kind => !maskSeen || !repeatKinds.has(kind.name));
