/** The trained response model as plain typed arrays: what the shop scores with, no tensor library behind it. */
import type { PromotionKind } from '../../knowledge/domain/promotion.ts';
import { responseFeatureNames } from '../../knowledge/domain/response-features.ts';
import type { ArmScore, ResponseArm, ResponseContext, ResponseModel } from '../types.ts';
import { type Platt, sigmoid } from './calibration.ts';
import {
  type ArmNumbers,
  armKinds,
  armNumbers,
  bend,
  columns,
  depthCentre,
  depthUnit,
  encodingSchema,
  featureCount,
  type Scaling,
  standardise,
  stretchUnit,
} from './encode.ts';
import type { ResponseMetrics } from './metrics.ts';

/** The fit: one weight per column, the last one the intercept. */
export interface ResponseWeights {
  readonly scaling: Scaling;
  readonly weights: Float32Array;
  readonly platt: Platt;
}

export interface ResponseMeta {
  readonly name: string;
  readonly schema: string;
  readonly platt: Platt;
  /** Kinds with enough shown offers to have an effect of their own; the others are scored by the pooled effect. */
  readonly kinds: readonly PromotionKind[];
  readonly seed: number;
  readonly backend: string;
  readonly device: string;
  readonly rows: number;
  readonly leftOut: Readonly<Record<string, number>>;
  /** ISO times of the first and last impression learned from. */
  readonly from: string;
  readonly to: string;
  readonly l2: number;
  readonly epochs: number;
  readonly seconds: number;
  readonly metrics: ResponseMetrics;
  readonly floors: Readonly<Record<string, number>>;
}

export interface ResponseBundle {
  readonly arrays: Readonly<Record<string, Float32Array | Int32Array>>;
  readonly meta: ResponseMeta;
}

/** A shopper's part of the score, shared by all arms asked about in one turn. */
export interface ShopperPart {
  readonly base: number;
  readonly treated: number;
  readonly depth: number;
  readonly stretch: number;
}

export const shopperPart = (weights: Float32Array, z: ArrayLike<number>): ShopperPart => {
  let base = weights[columns.count]!;
  let treated = weights[columns.treated]!;
  let depth = weights[columns.depth]!;
  let stretch = weights[columns.stretch]!;
  for (let j = 0; j < featureCount; j++) {
    const x = z[j]!;
    base += weights[columns.base + j]! * x + weights[columns.squares + j]! * bend(x);
    treated += weights[columns.treatedBy + j]! * x;
    depth += weights[columns.depthBy + j]! * x;
    stretch += weights[columns.stretchBy + j]! * x;
  }
  return { base, treated, depth, stretch };
};

/** Log odds of buying with this arm. */
export const armLogit = (weights: Float32Array, part: ShopperPart, arm: ArmNumbers): number => {
  const depth = (arm.depth - depthCentre) / depthUnit;
  const own = arm.kind < 0 ? 0 : weights[columns.kind + arm.kind]! + depth * weights[columns.kindDepth + arm.kind]!;
  return part.base + part.treated + depth * part.depth + (arm.stretch / stretchUnit) * part.stretch + own;
};

export const calibrated = (logit: number, platt: Platt): number => sigmoid(platt.slope * logit + platt.shift);

/**
 * Expected margin with the offer minus without: p1 · (margin of what would be bought - cost of the offer) - p0 · margin of
 * the basket as it stands; minor units.
 */
export const marginUplift = (
  p1: number,
  p0: number,
  arm: { treatedMarginMinor: number; costMinor: number },
  basketMarginMinor: number,
): number => p1 * (arm.treatedMarginMinor - arm.costMinor) - p0 * basketMarginMinor;

/** Rebuilds the model from its arrays. Throws when they were made for another encoding or don't fit it. */
export const loadResponse = (bundle: ResponseBundle, version: string): ResponseModel => {
  const { arrays, meta } = bundle;
  if (meta.schema !== encodingSchema) {
    throw new TypeError(`The response model was made for other features ("${meta.schema}"); train it again`);
  }
  const take = (name: string, length: number): Float32Array => {
    const array = arrays[name];
    if (!(array instanceof Float32Array) || array.length !== length || !array.every(Number.isFinite)) {
      throw new TypeError(
        `The response model's "${name}" must hold ${length} finite numbers, got ${array?.length ?? 'none'}`,
      );
    }
    return array;
  };
  const scaling: Scaling = { mean: take('mean', featureCount), deviation: take('deviation', featureCount) };
  const weights = take('weights', columns.count + 1);
  const known = new Set<PromotionKind>(meta.kinds);
  const z = new Float64Array(featureCount);

  return {
    name: meta.name,
    version,
    score: (context: ResponseContext, arms: readonly ResponseArm[]): ArmScore[] => {
      for (let j = 0; j < featureCount; j++) z[j] = standardise(context.features[responseFeatureNames[j]!], j, scaling);
      const part = shopperPart(weights, z);
      const without = calibrated(part.base, meta.platt);
      return arms.map(arm => {
        const logit = armLogit(
          weights,
          part,
          armNumbers({
            kind: known.has(arm.kind) ? armKinds.indexOf(arm.kind) : -1,
            depth: arm.depth,
            basketMinor: context.basketMinor,
            treatedBasketMinor: arm.treatedBasketMinor,
          }),
        );
        const buyProbability = calibrated(logit, meta.platt);
        return {
          promotion: arm.promotion,
          buyProbability,
          buyProbabilityWithout: without,
          upliftMinor: marginUplift(buyProbability, without, arm, context.basketMarginMinor),
        };
      });
    },
  };
};
