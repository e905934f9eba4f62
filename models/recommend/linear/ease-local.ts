import { type SparseRows, transpose } from '../../data/interactions.ts';
import { SparseBuilder } from '../neighbours/sparse-rows.ts';
import { BestRows } from '../serving/score-sheet.ts';

/**
 * EASE where the whole inverse is out of reach. Each column of EASE is a ridge regression of one product on all others; here it is on the
 * `support` products that alone would explain the most of it, (Σ x_i x_j)² / (Σ x_i² + λ), and it is solved by at most `steps` conjugate
 * gradient steps with a diagonal preconditioner on the sparse matrix itself, without ever forming a Gram matrix. (SLIM with an L2 penalty
 * and feature selection, Ning & Karypis 2011; truncated solves as in SANSA, Spišák et al. 2023.)
 * Memory: a few times the purchases. Time: about products · support · buyers of a product · steps.
 * `ridge`: the penalty of a product whose squared column is given. Result: row = what was bought, column = what it speaks for.
 */
export const localEase = (
  pairs: SparseRows,
  products: number,
  options: {
    readonly ridge: (squares: number) => number;
    readonly support: number;
    readonly steps: number;
    readonly keep: number;
    readonly onProduct?: (done: number) => void;
  },
): SparseRows => {
  const buyers = transpose(pairs, products);
  const diagonal = new Float64Array(products);
  for (let e = 0; e < pairs.cols.length; e++) diagonal[pairs.cols[e]!]! += pairs.values[e]! ** 2;
  for (let i = 0; i < products; i++) diagonal[i]! += options.ridge(diagonal[i]!);

  const together = new Float64Array(products);
  const touched = new Int32Array(products);
  const best = new BestRows(options.support);
  const builder = new SparseBuilder(options.keep);
  const solution = new Float64Array(products);
  const { solve } = supportSolver(buyers, pairs.start.length - 1, options.ridge, diagonal, options.steps);

  for (let target = 0; target < products; target++) {
    let size = 0;
    for (let b = buyers.start[target]!; b < buyers.start[target + 1]!; b++) {
      const shopper = buyers.cols[b]!;
      for (let e = pairs.start[shopper]!; e < pairs.start[shopper + 1]!; e++) {
        const source = pairs.cols[e]!;
        if (together[source] === 0) touched[size++] = source;
        together[source]! += buyers.values[b]! * pairs.values[e]!;
      }
    }
    best.clear();
    for (let t = 0; t < size; t++) {
      const source = touched[t]!;
      if (source !== target) best.offer(source, together[source]! ** 2 / diagonal[source]!);
    }
    const support = best.rows.slice(0, best.count);
    solve(support, together, solution);
    builder.push(support, support.length, solution);
    for (let t = 0; t < size; t++) together[touched[t]!] = 0;
    options.onProduct?.(target + 1);
  }
  return transpose(builder.done(), products);
};

/** Solves (X_SᵀX_S + Λ) b = `right` over the support S; `right` and the answer stand at the products' own places. */
const supportSolver = (
  buyers: SparseRows,
  shoppers: number,
  ridge: (squares: number) => number,
  diagonal: Float64Array,
  steps: number,
) => {
  const rebuilt = new Float64Array(shoppers);
  const [residual, direction, image] = [0, 1, 2].map(() => new Float64Array(diagonal.length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const penalty = Float64Array.from({ length: diagonal.length }, (_, i) => {
    let squares = 0;
    for (let b = buyers.start[i]!; b < buyers.start[i + 1]!; b++) squares += buyers.values[b]! ** 2;
    return ridge(squares);
  });
  const multiply = (support: Int32Array): void => {
    for (const i of support)
      for (let b = buyers.start[i]!; b < buyers.start[i + 1]!; b++)
        rebuilt[buyers.cols[b]!]! += direction[i]! * buyers.values[b]!;
    for (const i of support) {
      let sum = penalty[i]! * direction[i]!;
      for (let b = buyers.start[i]!; b < buyers.start[i + 1]!; b++)
        sum += buyers.values[b]! * rebuilt[buyers.cols[b]!]!;
      image[i] = sum;
    }
    for (const i of support) for (let b = buyers.start[i]!; b < buyers.start[i + 1]!; b++) rebuilt[buyers.cols[b]!] = 0;
  };
  const solve = (support: Int32Array, right: Float64Array, answer: Float64Array): void => {
    let size = 0;
    for (const i of support) {
      answer[i] = 0;
      residual[i] = right[i]!;
      direction[i] = right[i]! / diagonal[i]!;
      size += residual[i]! * direction[i]!;
    }
    const small = size * 1e-6; // a thousandth of the length is left
    for (let step = 0; step < steps && size > small; step++) {
      multiply(support);
      let curvature = 0;
      for (const i of support) curvature += direction[i]! * image[i]!;
      const length = size / curvature;
      let next = 0;
      for (const i of support) {
        answer[i]! += length * direction[i]!;
        residual[i]! -= length * image[i]!;
        next += residual[i]! ** 2 / diagonal[i]!;
      }
      for (const i of support) direction[i] = residual[i]! / diagonal[i]! + (next / size) * direction[i]!;
      size = next;
    }
  };
  return { solve };
};
