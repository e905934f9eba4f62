/**
 * Where a denoising autoencoder may start: at a linear one. Ridge regression of shoppers' rows X on themselves is X V diag(s² / (s² + λ)) Vᵀ by
 * the singular vectors V and values s of X; of its leading part V is the encoder and V diag(…) the decoder, and biases say how popular a
 * product is. Small data then need not find from random numbers what linear algebra knows; training bends it into a softmax.
 */
import type { SparseRows } from '../../data/interactions.ts';
import { singularVectors } from './singular-vectors.ts';

export interface LinearStart {
  /** n × hidden. */
  readonly encoder: Float32Array;
  /** n × hidden, row = product; `ridge`: λ, of the largest s². */
  decoder(ridge: number): Float32Array;
  /** n: logarithms of how often a product was bought, the mean being 0. */
  readonly bias: Float32Array;
}

/** A row at length one is told back as numbers below one; a softmax tells products apart by several. */
const scale = 12;

/**
 * `shoppers`: which of `n` products each bought; values are not looked at. Where the data have fewer than `hidden` singular vectors, the rest is
 * random and small. `isOver` ends the search for them: what has been found so far is the start.
 */
export const linearStart = (
  shoppers: SparseRows,
  n: number,
  hidden: number,
  random: () => number,
  isOver?: () => boolean,
): LinearStart => {
  const bound = Math.sqrt(6 / (n + hidden));
  const uniform = () => Float32Array.from({ length: n * hidden }, () => (2 * random() - 1) * bound);
  const [encoder, small] = [uniform(), uniform()];
  const ones = { ...shoppers, values: new Float32Array(shoppers.cols.length).fill(1) };
  const count = Math.min(hidden, n);
  const { right, values } = singularVectors(ones, n, count, random, isOver);
  for (let k = 0; k < count; k++)
    if (values[k]! > 0) for (let p = 0; p < n; p++) encoder[p * hidden + k] = right[p * count + k]!;
  const decoder = (ridge: number): Float32Array => {
    const out = small.slice();
    for (let k = 0; k < count; k++) {
      const square = values[k]! ** 2;
      if (square === 0) continue;
      const kept = (scale * square) / (square + ridge * values[0]! ** 2);
      for (let p = 0; p < n; p++) out[p * hidden + k] = right[p * count + k]! * kept;
    }
    return out;
  };
  return { encoder, decoder, bias: popularityBias(shoppers, n) };
};

const popularityBias = ({ cols }: SparseRows, n: number): Float32Array => {
  const counts = new Float32Array(n);
  for (const col of cols) counts[col]!++;
  const mean = cols.length / n;
  return counts.map(count => Math.log((count + 0.5) / (mean + 0.5)));
};
