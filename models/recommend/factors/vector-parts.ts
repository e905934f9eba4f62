import type { History } from '../../data/interactions.ts';
import type { Factors, Fitted } from '../model.ts';

/** The components whose scores are products of vectors, side by side as one product of longer vectors. */
export interface VectorParts {
  readonly width: number;
  /** products × width, made for the one who asks. */
  vectors(): Float32Array;
  /** Places of the components among all. */
  readonly of: readonly number[];
  /**
   * Fills `out` with the queries, each times weightOf(place) over the spread of its scores, and `factors[place]` with that number. The
   * spread of query · v over all products is known without them: √(qᵀ Σ q), Σ the covariance of the vectors.
   */
  query(
    history: History,
    now: number,
    weightOf: (place: number) => number,
    factors: Float64Array,
    out: Float32Array,
  ): void;
  /** What component `place` adds to the product whose vector begins at `at`, less what it adds to the mean product, for the query in `out`. */
  share(place: number, vectors: Float32Array, at: number, out: Float32Array): number;
  /** `share` of every component of vectors, each into `shares` at its place: returned, each would be a number in memory. */
  sharesOf(vectors: Float32Array, at: number, out: Float32Array, shares: Float64Array): void;
}

interface Part {
  readonly place: number;
  readonly factors: Factors;
  readonly from: number;
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
  readonly own: Float32Array;
}

export const vectorParts = (components: readonly Fitted[]): VectorParts => {
  const products = components[0]?.products ?? 0;
  let width = 0;
  const parts: Part[] = [];
  components.forEach(({ factors }, place) => {
    if (factors === undefined) return;
    parts.push({ place, factors, from: width, own: new Float32Array(factors.width), ...moments(factors, products) });
    width += factors.width;
  });
  const partOf = components.map((_, place) => parts.findIndex(part => part.place === place));
  return {
    width,
    vectors: () => {
      const vectors = new Float32Array(products * width);
      for (const { factors, from } of parts)
        for (let p = 0; p < products; p++)
          vectors.set(factors.vectors.subarray(p * factors.width, (p + 1) * factors.width), p * width + from);
      return vectors;
    },
    of: parts.map(part => part.place),
    query: (history, now, weightOf, factors, out) => {
      for (const part of parts) {
        const { from, own } = part;
        const end = from + own.length;
        const weight = weightOf(part.place);
        factors[part.place] = 0;
        out.fill(0, from, end);
        if (weight === 0 || !part.factors.query(history, now, own)) continue;
        const spread = spreadOf(part);
        if (!(spread > 0)) continue;
        const factor = weight / spread;
        factors[part.place] = factor;
        for (let i = from; i < end; i++) out[i] = factor * own[i - from]!;
      }
    },
    share: (place, vectors, at, out) => {
      const part = parts[partOf[place]!];
      return part === undefined ? 0 : shareOf(part, vectors, at, out);
    },
    sharesOf: (vectors, at, out, shares) => {
      for (let p = 0; p < parts.length; p++) shares[parts[p]!.place] = shareOf(parts[p]!, vectors, at, out);
    },
  };
};

const shareOf = ({ from, mean }: Part, vectors: Float32Array, at: number, out: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < mean.length; i++) sum += out[from + i]! * (vectors[at + from + i]! - mean[i]!);
  return sum;
};

const moments = ({ width, vectors }: Factors, products: number) => {
  const mean = new Float64Array(width);
  const covariance = new Float64Array(width * width);
  for (let p = 0; p < products; p++) for (let i = 0; i < width; i++) mean[i]! += vectors[p * width + i]! / products;
  const off = new Float64Array(width);
  for (let p = 0; p < products; p++) {
    for (let i = 0; i < width; i++) off[i] = vectors[p * width + i]! - mean[i]!;
    for (let i = 0; i < width; i++) for (let j = 0; j <= i; j++) covariance[i * width + j]! += off[i]! * off[j]!;
  }
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      covariance[i * width + j]! /= Math.max(1, products);
      covariance[j * width + i] = covariance[i * width + j]!;
    }
  return { mean, covariance };
};

const spreadOf = ({ factors: { width }, own, covariance }: Part): number => {
  let variance = 0;
  for (let i = 0; i < width; i++) {
    let row = (covariance[i * width + i]! * own[i]!) / 2;
    for (let j = 0; j < i; j++) row += covariance[i * width + j]! * own[j]!;
    variance += 2 * row * own[i]!; // the matrix is symmetric: its lower half says all
  }
  return Math.sqrt(Math.max(0, variance));
};
