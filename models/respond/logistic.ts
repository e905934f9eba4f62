/**
 * Ridge-penalised logistic regression by Newton steps (IRLS; Hastie et al. 2009, 4.4), for small tables where a
 * closed-form step beats gradient descent a hundred times. No randomness.
 */

export interface Table {
  readonly rows: number;
  readonly columns: number;
  /** rows × columns, row by row. */
  readonly x: Float64Array;
}

export interface LogisticOptions {
  /** One outcome per row, 0..1. */
  readonly outcome: ArrayLike<number>;
  /** Rows to use; default all. */
  readonly on?: Int32Array;
  /** Importance per row of the table; default 1. */
  readonly weights?: ArrayLike<number>;
  /** λ_j of Σ λ_j w_j² / 2, added to the summed log loss; the intercept is free. One number: the same for all. */
  readonly penalty: number | Float64Array;
  /** A fit to go on from, when one is near. */
  readonly start?: LogisticFit;
}

/** Weights of the columns, the intercept last. */
export type LogisticFit = Float64Array;

export const logisticScore = (fit: LogisticFit, table: Table, row: number): number => {
  const start = row * table.columns;
  let z = fit[table.columns]!;
  for (let j = 0; j < table.columns; j++) z += fit[j]! * table.x[start + j]!;
  return z;
};

/** Solves A x = b for a symmetric positive definite A (size × size, overwritten) by Cholesky. */
export const solvePositive = (a: Float64Array, b: Float64Array): Float64Array => {
  const n = b.length;
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let s = a[i * n + j]!;
      for (let k = 0; k < j; k++) s -= a[i * n + k]! * a[j * n + k]!;
      if (i === j) {
        if (!(s > 0))
          throw new RangeError(`The normal equations are not positive definite (pivot ${s} in column ${j})`);
        a[j * n + j] = Math.sqrt(s);
      } else a[i * n + j] = s / a[j * n + j]!;
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i] = x[i]! - a[i * n + k]! * x[k]!;
    x[i] = x[i]! / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i] = x[i]! - a[k * n + i]! * x[k]!;
    x[i] = x[i]! / a[i * n + i]!;
  }
  return x;
};

/** Inverse of a symmetric positive definite A (size × size, overwritten), by Cholesky. */
export const invertPositive = (a: Float64Array, size: number): Float64Array => {
  const n = size;
  // The factor L into the lower triangle, then its inverse row by row, then L^-T L^-1.
  for (let j = 0; j < n; j++)
    for (let i = j; i < n; i++) {
      let s = a[i * n + j]!;
      for (let k = 0; k < j; k++) s -= a[i * n + k]! * a[j * n + k]!;
      if (i === j) {
        if (!(s > 0)) throw new RangeError(`The matrix is not positive definite (pivot ${s} in column ${j})`);
        a[j * n + j] = Math.sqrt(s);
      } else a[i * n + j] = s / a[j * n + j]!;
    }
  const half = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    // Row j of `half` is column j of L^-1.
    half[j * n + j] = 1 / a[j * n + j]!;
    for (let i = j + 1; i < n; i++) {
      let s = 0;
      for (let k = j; k < i; k++) s -= a[i * n + k]! * half[j * n + k]!;
      half[j * n + i] = s / a[i * n + i]!;
    }
  }
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let s = 0;
      for (let k = i; k < n; k++) s += half[i * n + k]! * half[j * n + k]!;
      out[i * n + j] = s;
      out[j * n + i] = s;
    }
  return out;
};

const softplus = (z: number): number => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));

export const fitLogistic = (table: Table, options: LogisticOptions): LogisticFit => {
  const p = table.columns;
  const size = p + 1;
  const rows = options.on ?? Int32Array.from({ length: table.rows }, (_, i) => i);
  const lambda = (j: number): number =>
    j === p ? 0 : typeof options.penalty === 'number' ? options.penalty : options.penalty[j]!;
  const objective = (w: Float64Array): number => {
    let loss = 0;
    for (const i of rows) {
      const z = logisticScore(w, table, i);
      loss += (options.weights?.[i] ?? 1) * (softplus(z) - options.outcome[i]! * z);
    }
    for (let j = 0; j < p; j++) loss += (lambda(j) * w[j]! ** 2) / 2;
    return loss;
  };

  let w: LogisticFit = options.start ? Float64Array.from(options.start) : new Float64Array(size);
  let loss = objective(w);
  const v = new Float64Array(size);
  for (let step = 0; step < 25; step++) {
    const gradient = new Float64Array(size);
    const hessian = new Float64Array(size * size);
    for (const i of rows) {
      const z = logisticScore(w, table, i);
      const q = z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
      const weight = options.weights?.[i] ?? 1;
      const off = weight * (q - options.outcome[i]!);
      const curve = weight * q * (1 - q);
      v.set(table.x.subarray(i * p, i * p + p));
      v[p] = 1;
      for (let j = 0; j < size; j++) {
        const xj = v[j]!;
        if (xj === 0) continue;
        gradient[j] = gradient[j]! + off * xj;
        const cx = curve * xj;
        for (let k = 0; k <= j; k++) hessian[j * size + k] = hessian[j * size + k]! + cx * v[k]!;
      }
    }
    for (let j = 0; j < size; j++) {
      gradient[j] = gradient[j]! + lambda(j) * w[j]!;
      // The tiny ridge keeps a constant or doubled column from making the step undefined.
      hessian[j * size + j] = hessian[j * size + j]! + lambda(j) + 1e-9 * rows.length + 1e-12;
    }
    const move = solvePositive(hessian, gradient);
    let length = 1;
    let next = w;
    let nextLoss = Number.POSITIVE_INFINITY;
    while (length > 1e-4) {
      next = w.map((value, j) => value - length * move[j]!);
      nextLoss = objective(next);
      if (nextLoss <= loss + 1e-12) break;
      length /= 2;
    }
    if (!(nextLoss < loss)) break;
    const gained = loss - nextLoss;
    w = next;
    loss = nextLoss;
    if (gained < 1e-8 * (1 + Math.abs(loss))) break;
  }
  return w;
};

/**
 * Variance of each weight around the fit: the diagonal of the inverse penalised Hessian (Laplace's approximation). `penalty` is
 * the one the fit was made with.
 */
export const weightVariances = (
  table: Table,
  fit: LogisticFit,
  options: { readonly on: Int32Array; readonly penalty: Float64Array },
): Float64Array => {
  const p = table.columns;
  const size = p + 1;
  const hessian = new Float64Array(size * size);
  const v = new Float64Array(size);
  for (const i of options.on) {
    const q = 1 / (1 + Math.exp(-logisticScore(fit, table, i)));
    v.set(table.x.subarray(i * p, i * p + p));
    v[p] = 1;
    for (let j = 0; j < size; j++) {
      const curve = q * (1 - q) * v[j]!;
      if (curve === 0) continue;
      for (let k = 0; k <= j; k++) hessian[j * size + k] = hessian[j * size + k]! + curve * v[k]!;
    }
  }
  for (let j = 0; j < size; j++) {
    const ridge = (options.penalty[j] ?? 0) + 1e-6 * options.on.length;
    hessian[j * size + j] = hessian[j * size + j]! + ridge;
  }
  const inverse = invertPositive(hessian, size);
  return Float64Array.from({ length: size }, (_, j) => inverse[j * size + j]!);
};
