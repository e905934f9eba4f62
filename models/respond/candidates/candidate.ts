/** Response models that a training run compares; each learns from some rows and comes out as a surface over a representation. */
import type { TensorBackend } from '../../backend/backend.ts';
import { type ArmNumbers, featureCount, type Scaling, standardise } from '../encode.ts';
import type { Representation } from '../representation.ts';
import { layoutOf } from '../surface.ts';
import { ageOf, fitSurface, type SurfaceFit } from '../surface-fit.ts';
import type { Trials } from '../trials.ts';

export interface CandidateInput {
  readonly trials: Trials;
  readonly rows: Int32Array;
  /** Importance of every trial in the likelihood. */
  readonly weights: ArrayLike<number>;
  readonly scaling: Scaling;
  readonly seed: number;
  readonly backend: TensorBackend;
}

export interface Fitted {
  readonly representation: Representation;
  readonly surface: SurfaceFit;
  /** What the representation is rebuilt from; empty for the plain one. */
  readonly arrays: Readonly<Record<string, Float32Array | Int32Array>>;
}

export interface Candidate {
  readonly name: string;
  /** How `model.ts` rebuilds its representation. */
  readonly representation: 'plain' | 'net';
  fit(input: CandidateInput): Promise<Fitted>;
}

/** The arm a row was shown; null when nothing was. */
export const shownArm = (trials: Trials, row: number): ArmNumbers | null =>
  trials.treated[row] === 1
    ? { kind: trials.kind[row]!, depth: trials.depth[row]!, stretch: trials.stretch[row]! }
    : null;

export const standardisedRow = (trials: Trials, row: number, scaling: Scaling, z: Float64Array): void => {
  for (let j = 0; j < featureCount; j++) z[j] = standardise(trials.features[row * featureCount + j], j, scaling);
};

/** The last step of every candidate: heads, ridges and covariance over a representation that stands still. */
export const surfaceOver = (representation: Representation, input: CandidateInput): SurfaceFit => {
  const { trials, rows, scaling } = input;
  const base = new Float64Array(rows.length * representation.base);
  const effect = new Float64Array(rows.length * representation.effect);
  const z = new Float64Array(featureCount);
  rows.forEach((row, n) => {
    standardisedRow(trials, row, scaling, z);
    representation.write(
      z,
      base.subarray(n * representation.base, (n + 1) * representation.base),
      effect.subarray(n * representation.effect, (n + 1) * representation.effect),
    );
  });
  return fitSurface(
    {
      count: rows.length,
      base,
      effect,
      arm: n => shownArm(trials, rows[n]!),
      bought: Uint8Array.from(rows, row => trials.bought[row]!),
      weight: Float64Array.from(rows, row => input.weights[row]!),
      age: Float64Array.from(rows, row => ageOf(trials.at[row]!, trials.to)),
    },
    layoutOf(representation.base, representation.effect),
  );
};
