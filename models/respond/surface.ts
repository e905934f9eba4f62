/**
 * The response surface: log odds of buying as a function of shopper and arm that is linear in the shopper's columns and never
 * falls with more discount, whatever the weights. With b, e the shopper's base and effect columns, k the kind, d the depth, s the
 * stretch and φ the rise shapes of encode.ts:
 *   without   w·b
 *   with      w·b + t·e + a_k + t_k·e + Σ_r softplus(u_r·e + v_rk) φ_r(d) + c·e s
 * An S-learner whose interactions carry the heterogeneity (Künzel et al. 2019); the softplus makes it monotone in depth by
 * construction. Kinds deviate from the pooled effect by a_k, t_k and v_rk alone, so that an unseen kind is scored by the pool.
 */
import { type ArmNumbers, armKinds, riseShapes, stretchUnit } from './encode.ts';

export const kinds = armKinds.length;
export const rises = riseShapes.length;

/** Where each block of weights begins. Blocks over columns end with their constant. */
export interface Layout {
  readonly base: number;
  readonly effect: number;
  readonly treated: number;
  readonly kind: number;
  readonly kindBy: number;
  readonly rise: number;
  readonly riseKind: number;
  readonly stretch: number;
  readonly count: number;
}

/** For shoppers of `base` base columns and `effect` effect columns. */
export const layoutOf = (base: number, effect: number): Layout => {
  const treated = base + 1;
  const kind = treated + effect + 1;
  const kindBy = kind + kinds;
  const rise = kindBy + kinds * effect;
  const riseKind = rise + rises * (effect + 1);
  const stretch = riseKind + rises * kinds;
  return { base, effect, treated, kind, kindBy, rise, riseKind, stretch, count: stretch + effect + 1 };
};

/** Weights that start alike and are penalised alike: from, to (exclusive), and whether the last one is a free constant. */
export const blocksOf = (layout: Layout): { readonly from: number; readonly to: number }[] => [
  { from: 0, to: layout.base },
  { from: layout.treated, to: layout.kind - 1 },
  { from: layout.kind, to: layout.kindBy },
  { from: layout.kindBy, to: layout.rise },
  ...Array.from({ length: rises }, (_, r) => {
    const from = layout.rise + r * (layout.effect + 1);
    return { from, to: from + layout.effect };
  }),
  ...Array.from({ length: rises }, (_, r) => ({
    from: layout.riseKind + r * kinds,
    to: layout.riseKind + (r + 1) * kinds,
  })),
  { from: layout.stretch, to: layout.count - 1 },
];

export const softplus = (z: number): number => (z > 30 ? z : Math.log1p(Math.exp(z)));

/** Derivative of softplus. */
export const gate = (z: number): number => (z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z)));

/** Σ weights[at + j] · x[j] plus the constant that follows. */
export const head = (weights: ArrayLike<number>, at: number, x: ArrayLike<number>, length: number): number => {
  let sum = weights[at + length]!;
  for (let j = 0; j < length; j++) sum += weights[at + j]! * x[j]!;
  return sum;
};

const logitWithout = (weights: ArrayLike<number>, layout: Layout, base: ArrayLike<number>): number =>
  head(weights, 0, base, layout.base);

/**
 * A row's log odds and its derivative by the weights, as the entries that are not zero. Which these are depends on the arm's
 * kind alone. Buffers are reused.
 */
export interface RowGradient {
  readonly index: Int32Array;
  readonly value: Float64Array;
  count: number;
}

export const gradientFor = (layout: Layout): RowGradient => ({
  index: new Int32Array(layout.count),
  value: new Float64Array(layout.count),
  count: 0,
});

/** Entries of a block and its constant, from place `n` on; returns the next place. */
const fillBlock = (
  { index, value }: RowGradient,
  n: number,
  at: number,
  columns: ArrayLike<number>,
  length: number,
  times: number,
): number => {
  for (let j = 0; j < length; j++) {
    index[n + j] = at + j;
    value[n + j] = columns[j]! * times;
  }
  index[n + length] = at + length;
  value[n + length] = times;
  return n + length + 1;
};

/** Log odds of a row (`arm` null: without an offer); fills `into` with the derivative. */
export const logitAndGradient = (
  weights: ArrayLike<number>,
  layout: Layout,
  base: ArrayLike<number>,
  effect: ArrayLike<number>,
  arm: ArmNumbers | null,
  into: RowGradient,
): number => {
  const { index, value } = into;
  let logit = logitWithout(weights, layout, base);
  let n = fillBlock(into, 0, 0, base, layout.base, 1);
  if (arm === null) {
    into.count = n;
    return logit;
  }
  const e = layout.effect;
  const stretch = arm.stretch / stretchUnit;
  logit += head(weights, layout.treated, effect, e) + stretch * head(weights, layout.stretch, effect, e);
  n = fillBlock(into, n, layout.treated, effect, e, 1);
  n = fillBlock(into, n, layout.stretch, effect, e, stretch);
  if (arm.kind >= 0) {
    const own = layout.kindBy + arm.kind * e;
    logit += weights[layout.kind + arm.kind]!;
    for (let j = 0; j < e; j++) {
      logit += weights[own + j]! * effect[j]!;
      index[n] = own + j;
      value[n++] = effect[j]!;
    }
    index[n] = layout.kind + arm.kind;
    value[n++] = 1;
  }
  for (let r = 0; r < rises; r++) {
    const shape = riseShapes[r]!(arm.depth);
    const at = layout.rise + r * (e + 1);
    const own = layout.riseKind + r * kinds + arm.kind;
    const slope = head(weights, at, effect, e) + (arm.kind >= 0 ? weights[own]! : 0);
    logit += softplus(slope) * shape;
    const d = gate(slope) * shape;
    for (let j = 0; j < e; j++) {
      index[n] = at + j;
      value[n++] = d * effect[j]!;
    }
    index[n] = at + e;
    value[n++] = d;
    if (arm.kind >= 0) {
      index[n] = own;
      value[n++] = d;
    }
  }
  into.count = n;
  return logit;
};
