/** How an impression becomes numbers: who the shopper is, standardised, and what the arm is. Used alike by training and serving. */
import type { PromotionKind } from '../../knowledge/domain/promotion.ts';
import { responseFeatureNames } from '../../knowledge/domain/response-features.ts';

/** Every kind has its columns whether or not it was seen, so that the layout depends on code alone. */
export const armKinds = [
  'percent-off',
  'amount-off',
  'spend-and-save',
  'buy-x-get-y',
  'bundle',
  'gift',
  'free-shipping',
  'fixed-price',
] as const satisfies readonly PromotionKind[];

export const featureCount = responseFeatureNames.length;

/** Numeric fields an impression carries beside the shopper's features, for the arm that was drawn. */
const armFieldNames = [
  'armDepth',
  'armCostMinor',
  'basketMinor',
  'basketMarginMinor',
  'treatedBasketMinor',
  'treatedMarginMinor',
] as const;

/** What the treatment columns are made of. */
export interface ArmNumbers {
  /** Index into `armKinds`; -1: a kind the model has not seen, scored by the pooled effect. */
  readonly kind: number;
  /** Discount rate, 0..1. */
  readonly depth: number;
  /** log(treated basket / basket): how much more must be bought to earn the deal; 0 when nothing. */
  readonly stretch: number;
}

export const armNumbers = (arm: {
  kind: number;
  depth: number;
  basketMinor: number;
  treatedBasketMinor: number;
}): ArmNumbers => ({
  kind: arm.kind,
  depth: Math.min(1, Math.max(0, arm.depth)),
  stretch:
    // Nothing was added most of the time: log 1.
    arm.treatedBasketMinor !== arm.basketMinor && arm.basketMinor > 0 && arm.treatedBasketMinor > 0
      ? Math.min(2, Math.max(-1, Math.log(arm.treatedBasketMinor / arm.basketMinor)))
      : 0,
});

const f = featureCount;

/** Squares of standardised features, centred and bounded: a bend without letting one extreme shopper tear at the fit. */
export const bend = (z: number): number => Math.min(9, z * z) - 1;

/** Stretch in units of about one standard step: a basket half again as large. */
export const stretchUnit = 0.4;

/** Shapes a discount may act by, each 0 without one and never falling: one that saturates, one that goes on. */
export const riseShapes: readonly ((depth: number) => number)[] = [
  depth => 1 - Math.exp(-depth / 0.08),
  depth => depth / 0.2,
];

/** Changes whenever what a number of the artifact means changes; an artifact made under another text is refused. */
export const encodingSchema = `response/2 ${responseFeatureNames.join(' ')} | ${armKinds.join(' ')} | ${armFieldNames.join(' ')} | rises ${riseShapes.map(shape => shape(0.1).toFixed(4)).join(' ')}`;

/** Mean and standard deviation of each feature; a feature that never varies gets deviation 1. */
export interface Scaling {
  readonly mean: Float32Array;
  readonly deviation: Float32Array;
}

/** Bound on standardised features: what lies further out is treated as this far out. */
export const standardise = (value: number | undefined, j: number, scaling: Scaling): number => {
  // A missing feature is scored as the average shopper's, which is what zero means here.
  if (value === undefined || !Number.isFinite(value)) return 0;
  return Math.max(-5, Math.min(5, (value - scaling.mean[j]!) / scaling.deviation[j]!));
};

export const fitScaling = (features: Float32Array, rows: Int32Array): Scaling => {
  const mean = new Float64Array(f);
  const square = new Float64Array(f);
  for (const row of rows) for (let j = 0; j < f; j++) mean[j] = mean[j]! + features[row * f + j]! / rows.length;
  for (const row of rows)
    for (let j = 0; j < f; j++) square[j] = square[j]! + (features[row * f + j]! - mean[j]!) ** 2 / rows.length;
  return {
    mean: Float32Array.from(mean),
    deviation: Float32Array.from(square, s => (s > 1e-12 ? Math.sqrt(s) : 1)),
  };
};
