/** The surface as a turn sees it: one shopper, many arms, the log odds of each and how sure they are. */
import { type ArmNumbers, riseShapes, stretchUnit } from './encode.ts';
import { gate, head, kinds, type Layout, rises, softplus } from './surface.ts';

/** A direction of the logit: columns weighed by a shopper's, and the place of the constant that belongs to them. */
interface Direction {
  readonly at: number;
  readonly length: number;
  readonly constant: number;
  readonly by: 'base' | 'effect';
  /** The kind of deal it belongs to; -1: every kind's. */
  readonly kind: number;
}

/** Base, treated, stretch, the rises; then per kind its own part, then its rises, which are a constant each. */
const directionsOf = ({ base, effect: e, treated, kind, kindBy, rise, riseKind, stretch }: Layout): Direction[] => [
  { at: 0, length: base, constant: base, by: 'base', kind: -1 },
  { at: treated, length: e, constant: treated + e, by: 'effect', kind: -1 },
  { at: stretch, length: e, constant: stretch + e, by: 'effect', kind: -1 },
  ...Array.from({ length: rises }, (_, r): Direction => {
    const at = rise + r * (e + 1);
    return { at, length: e, constant: at + e, by: 'effect', kind: -1 };
  }),
  ...Array.from(
    { length: kinds },
    (_, k): Direction => ({ at: kindBy + k * e, length: e, constant: kind + k, by: 'effect', kind: k }),
  ),
  ...Array.from(
    { length: rises * kinds },
    (_, i): Direction => ({ at: 0, length: 0, constant: riseKind + i, by: 'effect', kind: i % kinds }),
  ),
];

/** xᵀ C y of two directions, `x` and `y` the shopper's columns along them. */
const between = (
  covariance: Float32Array,
  count: number,
  a: Direction,
  x: ArrayLike<number>,
  b: Direction,
  y: ArrayLike<number>,
): number => {
  let sum = rowAlong(covariance, a.constant * count, b, y);
  for (let j = 0; j < a.length; j++) {
    const xj = x[j]!;
    if (xj !== 0) sum += xj * rowAlong(covariance, (a.at + j) * count, b, y);
  }
  return sum;
};

const rowAlong = (covariance: Float32Array, row: number, b: Direction, y: ArrayLike<number>): number => {
  let sum = covariance[row + b.constant]!;
  const at = row + b.at;
  for (let j = 0; j < b.length; j++) sum += covariance[at + j]! * y[j]!;
  return sum;
};

/**
 * One shopper's view of the surface: everything that does not depend on the arm, computed once for all arms of a turn.
 * `covariance` (count × count, of the weights) may be absent: then deviations are 0.
 */
export class SurfaceView {
  readonly #layout: Layout;
  readonly #weights: Float32Array;
  readonly #covariance: Float32Array | null;
  readonly #directions: readonly Direction[];
  readonly #variance: Float64Array;
  readonly #kindHead = new Float64Array(kinds);
  readonly #slope = new Float64Array(rises * (kinds + 1));
  readonly #gate = new Float64Array(rises * (kinds + 1));
  /** Of the depth last asked about: an arm's score and its deviation ask about the same. */
  readonly #shapes = new Float64Array(rises);
  #depth = Number.NaN;
  readonly #coefficient: Float64Array;
  readonly #active = new Int32Array(4 + 3 * rises);
  #base = 0;
  #treated = 0;
  #stretch = 0;

  constructor(layout: Layout, weights: Float32Array, covariance: Float32Array | null) {
    this.#layout = layout;
    this.#weights = weights;
    this.#covariance = covariance;
    this.#directions = directionsOf(layout);
    this.#variance = new Float64Array(this.#directions.length ** 2);
    this.#coefficient = new Float64Array(this.#active.length);
  }

  see(base: ArrayLike<number>, effect: ArrayLike<number>): void {
    const { base: nb, effect: e, treated, kind, kindBy, rise, riseKind, stretch } = this.#layout;
    const w = this.#weights;
    this.#base = head(w, 0, base, nb);
    this.#treated = head(w, treated, effect, e);
    this.#stretch = head(w, stretch, effect, e);
    for (let k = 0; k < kinds; k++) {
      let own = w[kind + k]!;
      for (let j = 0; j < e; j++) own += w[kindBy + k * e + j]! * effect[j]!;
      this.#kindHead[k] = own;
    }
    for (let r = 0; r < rises; r++) {
      const pooled = head(w, rise + r * (e + 1), effect, e);
      for (let k = -1; k < kinds; k++) {
        const z = pooled + (k < 0 ? 0 : w[riseKind + r * kinds + k]!);
        this.#slope[r * (kinds + 1) + k + 1] = softplus(z);
        this.#gate[r * (kinds + 1) + k + 1] = gate(z);
      }
    }
    if (this.#covariance) this.#seeVariance(base, effect, this.#covariance);
  }

  /** Covariance of all directions, two by two; no arm is of two kinds. */
  #seeVariance(base: ArrayLike<number>, effect: ArrayLike<number>, covariance: Float32Array): void {
    const { count } = this.#layout;
    const directions = this.#directions;
    const n = directions.length;
    for (let a = 0; a < n; a++) {
      const one = directions[a]!;
      const x = one.by === 'base' ? base : effect;
      for (let b = 0; b <= a; b++) {
        const other = directions[b]!;
        if (other.kind !== one.kind && other.kind >= 0) continue;
        const v = between(covariance, count, other, other.by === 'base' ? base : effect, one, x);
        this.#variance[a * n + b] = v;
        this.#variance[b * n + a] = v;
      }
    }
  }

  #shapesOf(depth: number): Float64Array {
    if (depth !== this.#depth) {
      this.#depth = depth;
      for (let r = 0; r < rises; r++) this.#shapes[r] = riseShapes[r]!(depth);
    }
    return this.#shapes;
  }

  get without(): number {
    return this.#base;
  }

  /** Log odds with the arm. */
  with(arm: ArmNumbers): number {
    let logit = this.#base + this.#treated + (arm.stretch / stretchUnit) * this.#stretch;
    if (arm.kind >= 0) logit += this.#kindHead[arm.kind]!;
    const shapes = this.#shapesOf(arm.depth);
    for (let r = 0; r < rises; r++) logit += this.#slope[r * (kinds + 1) + arm.kind + 1]! * shapes[r]!;
    return logit;
  }

  /**
   * Standard deviation of g1 · logit(with the arm) - g0 · logit(without), which is that of a margin when g1 and g0 are its
   * derivatives by the two log odds.
   */
  deviation(arm: ArmNumbers, g1: number, g0: number): number {
    if (!this.#covariance) return 0;
    const c = this.#coefficient;
    const active = this.#active;
    const { kind } = arm;
    active[0] = 0;
    c[0] = g1 - g0;
    active[1] = 1;
    c[1] = g1;
    let n = 2;
    if (arm.stretch !== 0) {
      active[n] = 2;
      c[n++] = (g1 * arm.stretch) / stretchUnit;
    }
    if (kind >= 0) {
      active[n] = 3 + rises + kind;
      c[n++] = g1;
    }
    const shapes = this.#shapesOf(arm.depth);
    for (let r = 0; r < rises; r++) {
      const d = g1 * this.#gate[r * (kinds + 1) + kind + 1]! * shapes[r]!;
      active[n] = 3 + r;
      c[n++] = d;
      if (kind >= 0) {
        active[n] = 3 + rises + kinds + r * kinds + kind;
        c[n++] = d;
      }
    }
    const variances = this.#variance;
    const directions = this.#directions.length;
    let variance = 0;
    for (let i = 0; i < n; i++) {
      const row = active[i]! * directions;
      // Symmetric: what lies below the diagonal counts twice.
      let sum = 0;
      for (let j = 0; j < i; j++) sum += c[j]! * variances[row + active[j]!]!;
      variance += c[i]! * (2 * sum + c[i]! * variances[row + active[i]!]!);
    }
    return Math.sqrt(Math.max(0, variance));
  }
}
