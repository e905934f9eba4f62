/**
 * Least squares for one row of a factorisation: the x that minimises Σ_o w_o (1 - v_o·x)² + xᵀ B x + r |x|², with v_o the factor rows of
 * what was observed. B (d × d) stands for everything unobserved, so that a row costs only what was observed (Hu, Koren & Volinsky 2008).
 */

/** What was observed: rows `cols[from..to)` of the factors, with weights. */
export interface Observed {
  readonly cols: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
  readonly from: number;
  readonly to: number;
}

/** scale · FᵀF for the first `rows` rows of `factors` (rows × d); full symmetric. */
export const scaledGram = (factors: Float32Array, d: number, scale: number): Float64Array => {
  const gram = new Float64Array(d * d);
  for (let r = 0; r < factors.length; r += d)
    for (let a = 0; a < d; a++) {
      const x = factors[r + a]!;
      if (x === 0) continue;
      for (let b = 0; b <= a; b++) gram[a * d + b]! += x * factors[r + b]!;
    }
  for (let a = 0; a < d; a++)
    for (let b = 0; b <= a; b++) {
      gram[a * d + b]! *= scale;
      gram[b * d + a] = gram[a * d + b]!;
    }
  return gram;
};

/** Solves row after row with its own buffers. */
export class RidgeRows {
  private readonly residual: Float64Array;
  private readonly direction: Float64Array;
  private readonly image: Float64Array;
  private readonly matrix: Float64Array;
  private readonly d: number;

  constructor(d: number) {
    this.d = d;
    this.residual = new Float64Array(d);
    this.direction = new Float64Array(d);
    this.image = new Float64Array(d);
    this.matrix = new Float64Array(d * d);
  }

  /** Improves x[at..at + d) in place by `steps` conjugate gradient steps from where it stands; every step lowers the objective. */
  improve(
    x: Float32Array,
    at: number,
    factors: Float32Array,
    base: Float64Array,
    ridge: number,
    seen: Observed,
    steps: number,
  ): void {
    const { d, residual, direction, image } = this;
    for (let a = 0; a < d; a++) direction[a] = x[at + a]!;
    this.multiply(factors, base, ridge, seen);
    for (let a = 0; a < d; a++) residual[a] = -image[a]!;
    for (let o = seen.from; o < seen.to; o++) {
      const row = seen.cols[o]! * d;
      const weight = seen.weights[o]!;
      for (let a = 0; a < d; a++) residual[a]! += weight * factors[row + a]!;
    }
    let squares = 0;
    for (let a = 0; a < d; a++) {
      direction[a] = residual[a]!;
      squares += residual[a]! ** 2;
    }
    for (let step = 0; step < steps && squares > 1e-20; step++) {
      this.multiply(factors, base, ridge, seen);
      let curvature = 0;
      for (let a = 0; a < d; a++) curvature += direction[a]! * image[a]!;
      const length = squares / curvature;
      let next = 0;
      for (let a = 0; a < d; a++) {
        x[at + a]! += length * direction[a]!;
        residual[a]! -= length * image[a]!;
        next += residual[a]! ** 2;
      }
      const turn = next / squares;
      for (let a = 0; a < d; a++) direction[a] = residual[a]! + turn * direction[a]!;
      squares = next;
    }
  }

  /** image = (Σ_o w_o v_o v_oᵀ + B + r I) · direction */
  private multiply(factors: Float32Array, base: Float64Array, ridge: number, seen: Observed): void {
    const { d, direction, image } = this;
    for (let a = 0; a < d; a++) {
      const row = a * d;
      let [even, odd] = [ridge * direction[a]!, 0];
      let b = 0;
      for (; b + 1 < d; b += 2) {
        even += base[row + b]! * direction[b]!;
        odd += base[row + b + 1]! * direction[b + 1]!;
      }
      if (b < d) even += base[row + b]! * direction[b]!;
      image[a] = even + odd;
    }
    for (let o = seen.from; o < seen.to; o++) {
      const row = seen.cols[o]! * d;
      let dot = 0;
      for (let a = 0; a < d; a++) dot += factors[row + a]! * direction[a]!;
      dot *= seen.weights[o]!;
      for (let a = 0; a < d; a++) image[a]! += dot * factors[row + a]!;
    }
  }

  /** Cholesky factor of Σ_o w_o v_o v_oᵀ + B + r I, lower triangle row-major; a view that the next call overwrites. */
  factorise(factors: Float32Array, base: Float64Array, ridge: number, seen: Observed): Float64Array {
    const { d, matrix } = this;
    matrix.set(base);
    for (let a = 0; a < d; a++) matrix[a * d + a]! += ridge;
    for (let o = seen.from; o < seen.to; o++) {
      const row = seen.cols[o]! * d;
      for (let a = 0; a < d; a++) {
        const x = seen.weights[o]! * factors[row + a]!;
        for (let b = 0; b <= a; b++) matrix[a * d + b]! += x * factors[row + b]!;
      }
    }
    for (let a = 0; a < d; a++)
      for (let b = 0; b <= a; b++) {
        let sum = matrix[a * d + b]!;
        for (let k = 0; k < b; k++) sum -= matrix[a * d + k]! * matrix[b * d + k]!;
        if (a !== b) matrix[a * d + b] = sum / matrix[b * d + b]!;
        else if (sum > 0) matrix[a * d + a] = Math.sqrt(sum);
        else throw new Error(`Least squares has no single answer: pivot ${sum} in row ${a}`);
      }
    return matrix;
  }
}

/** Solves L Lᵀ x = y in place, L a lower triangle of d rows. */
export const solveCholesky = (lower: Float64Array, d: number, y: Float64Array): void => {
  for (let a = 0; a < d; a++) {
    let sum = y[a]!;
    for (let b = 0; b < a; b++) sum -= lower[a * d + b]! * y[b]!;
    y[a] = sum / lower[a * d + a]!;
  }
  for (let a = d - 1; a >= 0; a--) {
    let sum = y[a]!;
    for (let b = a + 1; b < d; b++) sum -= lower[b * d + a]! * y[b]!;
    y[a] = sum / lower[a * d + a]!;
  }
};
