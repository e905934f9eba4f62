/**
 * Fits a response surface by Gauss-Newton steps on the weighted log loss with a ridge per block of weights. The ridges are not
 * tuned on held-out rows but set from the evidence (MacKay 1992, with a weak Gamma prior): a block that the data do not insist on
 * is shrunk away. The inverse Hessian at the end is the weights' covariance (Laplace), which is what the model does not know.
 * No randomness.
 *
 * Shops change while they are watched: seasons move buying, fashions move what a kind of deal does. Beside the surface stands a
 * drift that is linear in a row's age (which levels off, for long histories) and zero for the newest, so that the surface is that
 * of today and not of the mean of the history. Only the fit and the judging of old rows know it.
 */
import { sigmoid } from './calibration.ts';
import { type ArmNumbers, armKinds, riseShapes } from './encode.ts';
import { invertPositive, solvePositive } from './logistic.ts';
import { blocksOf, gradientFor, type Layout, logitAndGradient, rises, softplus } from './surface.ts';

export interface SurfaceRows {
  readonly count: number;
  /** count × layout.base and count × layout.effect. */
  readonly base: Float64Array;
  readonly effect: Float64Array;
  /** Null: nothing was shown. */
  readonly arm: (row: number) => ArmNumbers | null;
  /** 0 or 1. */
  readonly bought: ArrayLike<number>;
  readonly weight: ArrayLike<number>;
  /** Of each row, as `ageOf` counts it. */
  readonly age: ArrayLike<number>;
}

export interface SurfaceFit {
  readonly weights: Float32Array;
  /** count × count; what is not known of the drift is in it. */
  readonly covariance: Float32Array;
  /** What `driftLogit` takes. */
  readonly drift: Float32Array;
  /** Ridge of each block, as `blocksOf` lists them, then of the three of the drift. */
  readonly ridges: readonly number[];
  readonly steps: number;
}

/** Expected ridge of a block before any row is seen: shoppers differ in buying more than in their response. */
const priorRidges = [1, 4, 4, 40, ...Array(rises).fill(15), ...Array(rises).fill(8), 15, 20, 100, 50] as const;
/** How many weights' worth of evidence the prior counts for. */
const priorStrength = 2;
const freeRidge = 0.1;
const rounds = 4;

const kinds = armKinds.length;
const driftCount = 2 + kinds;
const day = 86_400_000;

/** Days after which a drift has done most of its work: what was half a year ago is no further from today than a season ago. */
const levelsOff = 45;

/** In units of 30 days near today, at most 1.5. */
export const ageOf = (at: number, newest: Date): number =>
  (levelsOff / 30) * (1 - Math.exp((at - newest.getTime()) / (levelsOff * day)));

/** By what a row's kind of deal pulled otherwise: a kind that goes out of fashion does so the more, the deeper it cuts. */
const kindDrift = (arm: ArmNumbers, age: number): number => age * riseShapes[0]!(arm.depth);

/** What a row's age adds to its log odds: of buying at all, of being shown anything, of the kind. */
export const driftLogit = (drift: ArrayLike<number>, arm: ArmNumbers | null, age: number): number =>
  drift[0]! * age + (arm ? drift[1]! * age + (arm.kind >= 0 ? drift[2 + arm.kind]! * kindDrift(arm, age) : 0) : 0);

export const fitSurface = (rows: SurfaceRows, layout: Layout): SurfaceFit => {
  const first = layout.count;
  const p = first + driftCount;
  const blocks = [
    ...blocksOf(layout),
    { from: first, to: first + 1 },
    { from: first + 1, to: first + 2 },
    { from: first + 2, to: p },
  ];
  const ridges = blocks.map((_, b) => priorRidges[b]!);
  const ridge = new Float64Array(p).fill(freeRidge);
  const spread = (): void => {
    for (const [b, block] of blocks.entries()) ridge.fill(ridges[b]!, block.from, block.to);
  };
  const gradient = gradientFor({ ...layout, count: p });
  const arms = Array.from({ length: rows.count }, (_, i) => rows.arm(i));
  const bases = arms.map((_, i) => rows.base.subarray(i * layout.base, (i + 1) * layout.base));
  const effects = arms.map((_, i) => rows.effect.subarray(i * layout.effect, (i + 1) * layout.effect));
  const logitOf = (weights: Float64Array, i: number): number => {
    const arm = arms[i]!;
    const age = rows.age[i]!;
    const logit = logitAndGradient(weights, layout, bases[i]!, effects[i]!, arm, gradient);
    const { index, value } = gradient;
    let n = gradient.count;
    index[n] = first;
    value[n++] = age;
    if (arm) {
      index[n] = first + 1;
      value[n++] = age;
      if (arm.kind >= 0) {
        index[n] = first + 2 + arm.kind;
        value[n++] = kindDrift(arm, age);
      }
    }
    gradient.count = n;
    return logit + driftLogit(weights.subarray(first), arm, age);
  };
  const penalty = (weights: Float64Array): number => {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += (ridge[j]! * weights[j]! ** 2) / 2;
    return sum;
  };
  const objective = (weights: Float64Array): number => {
    let loss = penalty(weights);
    for (let i = 0; i < rows.count; i++) {
      const z = logitOf(weights, i);
      loss += rows.weight[i]! * (softplus(z) - rows.bought[i]! * z);
    }
    return loss;
  };
  // Rows of one kind touch the same weights: their curvature is summed in a dense square of its own, which is several times
  // as fast as scattering each row. The last square is that of rows without an offer.
  const squareOf = Int32Array.from(arms, arm => (arm ? arm.kind + 1 : armKinds.length + 1));
  /** Slope of the objective and its Gauss-Newton curvature. */
  const derive = (weights: Float64Array): { slope: Float64Array; curvature: Float64Array } => {
    const slope = new Float64Array(p);
    const squares = new Map<number, { readonly index: Int32Array; readonly sum: Float64Array }>();
    const { index, value } = gradient;
    for (let i = 0; i < rows.count; i++) {
      const q = sigmoid(logitOf(weights, i));
      const off = rows.weight[i]! * (q - rows.bought[i]!);
      const bend = rows.weight[i]! * q * (1 - q);
      const n = gradient.count;
      let square = squares.get(squareOf[i]!);
      if (!square) {
        square = { index: index.slice(0, n), sum: new Float64Array(n * n) };
        squares.set(squareOf[i]!, square);
      }
      const { sum } = square;
      for (let a = 0; a < n; a++) {
        const x = value[a]!;
        if (x === 0) continue;
        slope[index[a]!] = slope[index[a]!]! + off * x;
        const bx = bend * x;
        const row = a * n;
        for (let b = 0; b <= a; b++) sum[row + b] = sum[row + b]! + bx * value[b]!;
      }
    }
    const curvature = new Float64Array(p * p);
    for (const { index: at, sum } of squares.values())
      for (let a = 0; a < at.length; a++)
        for (let b = 0; b <= a; b++) {
          const v = sum[a * at.length + b]!;
          curvature[at[a]! * p + at[b]!] = curvature[at[a]! * p + at[b]!]! + v;
          if (a !== b) curvature[at[b]! * p + at[a]!] = curvature[at[b]! * p + at[a]!]! + v;
        }
    for (let a = 0; a < p; a++) {
      slope[a] = slope[a]! + ridge[a]! * weights[a]!;
      curvature[a * p + a] = curvature[a * p + a]! + ridge[a]! + 1e-9;
    }
    return { slope, curvature };
  };

  let weights: Float64Array = new Float64Array(p);
  let covariance: Float64Array = new Float64Array(0);
  let steps = 0;
  for (let round = 0; round < rounds; round++) {
    spread();
    let loss = objective(weights);
    let { slope, curvature } = derive(weights);
    for (let step = 0; step < (round === 0 ? 6 : 2); step++) {
      const move = solvePositive(Float64Array.from(curvature), slope);
      let length = 1;
      let next = weights;
      let nextLoss = Number.POSITIVE_INFINITY;
      while (length > 1e-3) {
        next = weights.map((w, j) => w - length * move[j]!);
        nextLoss = objective(next);
        if (nextLoss <= loss) break;
        length /= 2;
      }
      if (!(nextLoss < loss)) break;
      const gained = loss - nextLoss;
      weights = next;
      loss = nextLoss;
      steps += 1;
      ({ slope, curvature } = derive(weights));
      if (gained < 0.02) break;
    }
    covariance = invertPositive(curvature, p);
    if (round === rounds - 1) break;
    for (const [b, { from, to }] of blocks.entries()) {
      let settled = 0;
      let square = 0;
      for (let j = from; j < to; j++) {
        settled += 1 - ridges[b]! * covariance[j * p + j]!;
        square += weights[j]! ** 2;
      }
      ridges[b] = Math.min(1e5, (settled + priorStrength) / (square + priorStrength / priorRidges[b]!));
    }
  }
  const known = new Float32Array(first * first);
  for (let j = 0; j < first; j++) known.set(covariance.subarray(j * p, j * p + first), j * first);
  return {
    weights: Float32Array.from(weights.subarray(0, first)),
    covariance: known,
    drift: Float32Array.from(weights.subarray(first)),
    ridges,
    steps,
  };
};
