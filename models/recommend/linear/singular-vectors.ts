/** The leading singular vectors of a sparse matrix, by subspace iteration from a random start (Halko, Martinsson & Tropp 2011). */
import { normal } from '../../backend/start-values.ts';
import type { SparseRows } from '../../data/interactions.ts';

export interface SingularVectors {
  /** columns × count: the right vectors side by side, orthonormal, the strongest first; zeros beyond the matrix's rank. */
  readonly right: Float64Array;
  /** Singular values, descending. */
  readonly values: Float64Array;
}

/** Products with XᵀX. The span of the vectors is found well by then; two whose values are close to each other may still be mixed. */
const rounds = 6;
/** Relative to the strongest, less is rounding. */
const nothing = 1e-5;

/**
 * `columns`: of the matrix; 1 <= count <= columns. Deterministic for one `random`, but for `isOver`, which ends the round it comes
 * in: what the rounds before came to is given, zeros when there was none.
 */
export const singularVectors = (
  matrix: SparseRows,
  columns: number,
  count: number,
  random: () => number,
  isOver: () => boolean = () => false,
): SingularVectors => {
  let basis = Float64Array.from({ length: columns * count }, () => normal(random));
  if (orthonormalise(basis, columns, count, isOver) === null) return nothingFound(columns, count);
  let found: SingularVectors | null = null;
  for (let round = 0; round < rounds; round++) {
    const next = gramTimes(matrix, basis, columns, count, isOver);
    const lengths = next && orthonormalise(next, columns, count, isOver);
    if (next === null || lengths === null) break;
    basis = next;
    found = spectrum(basis, lengths);
  }
  return found ?? nothingFound(columns, count);
};

/** What is left of XᵀXv is s²v; from the second on without what the stronger ones take. */
const spectrum = (basis: Float64Array, lengths: Float64Array): SingularVectors => ({
  right: basis,
  values: lengths.map(Math.sqrt),
});

const nothingFound = (columns: number, count: number): SingularVectors => ({
  right: new Float64Array(columns * count),
  values: new Float64Array(count),
});

/** Rows between two looks at the clock. */
const rowsAtATime = 256;

/** XᵀXB for B columns × count; null: it was over before that was worked out. */
const gramTimes = (
  { start, cols, values }: SparseRows,
  basis: Float64Array,
  columns: number,
  count: number,
  isOver: () => boolean,
): Float64Array<ArrayBuffer> | null => {
  const out = new Float64Array(columns * count);
  const row = new Float64Array(count);
  for (let r = 0; r + 1 < start.length; r++) {
    if (r % rowsAtATime === 0 && isOver()) return null;
    row.fill(0);
    for (let e = start[r]!; e < start[r + 1]!; e++)
      for (let k = 0, at = cols[e]! * count; k < count; k++, at++) row[k]! += values[e]! * basis[at]!;
    for (let e = start[r]!; e < start[r + 1]!; e++)
      for (let k = 0, at = cols[e]! * count; k < count; k++, at++) out[at]! += values[e]! * row[k]!;
  }
  return out;
};

/** Modified Gram-Schmidt in place; gives the length that each column had left, 0 for one within those before it. Null: it was over halfway. */
const orthonormalise = (
  basis: Float64Array,
  rows: number,
  count: number,
  isOver: () => boolean,
): Float64Array | null => {
  const lengths = new Float64Array(count);
  const shares = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    if (isOver()) return null;
    let squares = 0;
    for (let at = k; at < rows * count; at += count) squares += basis[at]! ** 2;
    const length = Math.sqrt(squares);
    lengths[k] = length > nothing * Math.max(length, lengths[0]!) ? length : 0;
    const scale = lengths[k]! > 0 ? 1 / length : 0;
    shares.fill(0);
    for (let from = 0; from < rows * count; from += count) {
      basis[from + k]! *= scale;
      const value = basis[from + k]!;
      for (let j = k + 1; j < count; j++) shares[j]! += value * basis[from + j]!;
    }
    for (let from = 0; from < rows * count; from += count) {
      const value = basis[from + k]!;
      for (let j = k + 1; j < count; j++) basis[from + j]! -= shares[j]! * value;
    }
  }
  return lengths;
};
