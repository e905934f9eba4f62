/** What an architecture of the sequence models says about itself; training, scoring and storing are the same for all. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { Random } from '../../../knowledge/domain/random.ts';
import type { Tensors } from '../../backend/backend.ts';

export interface NetShape {
  /** Numbers per product, a multiple of 4 and of `heads`. */
  readonly width: number;
  /** Longest history looked at. */
  readonly window: number;
  readonly layers: number;
  /** Attention heads. */
  readonly heads: number;
}

export interface StartValue {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

export type Named<T> = Readonly<Record<string, T>>;

/** Writes the `width` numbers that stand for the event at a place, counted from 0, to out[at..]. */
export type ReadInput = (place: number, out: Float32Array, at: number) => void;

export interface PlainEncoder {
  /** What comes after the events 0..length-1 that `read` gives, into `out` (`width` numbers). 1 <= length <= window. */
  encode(read: ReadInput, length: number, out: Float32Array): void;
}

/** Dropout with the share and the seed of this step. */
export type Dropper = <T extends tfjs.Tensor>(values: T) => T;

export interface SequenceNet {
  /** Start values of every weight but the product vectors. */
  start(shape: NetShape, random: Random): Named<StartValue>;
  /**
   * [size, length, width] to the same shape: at each place what comes after it, looking only backwards. `drop` is dropout, for
   * the places where this architecture wants it.
   */
  forward(
    tf: Tensors,
    weights: Named<tfjs.Tensor>,
    shape: NetShape,
    input: tfjs.Tensor3D,
    drop: Dropper,
  ): tfjs.Tensor3D;
  /** The same pass in plain arrays, for one history and its last place. */
  encoder(weights: Named<Float32Array>, shape: NetShape): PlainEncoder;
}

/** Glorot-uniform (Glorot & Bengio 2010) for a matrix [rows, columns]. */
export const matrix = (rows: number, columns: number, random: Random): StartValue => {
  const bound = Math.sqrt(6 / (rows + columns));
  return {
    shape: [rows, columns],
    values: Float32Array.from({ length: rows * columns }, () => (2 * random() - 1) * bound),
  };
};

export const vector = (size: number, value = 0): StartValue => ({
  shape: [size],
  values: new Float32Array(size).fill(value),
});

/** A matrix [inputs, outputs] in blocks of four outputs, as `dense` reads it; `outputs` is a multiple of 4. */
export const packed = (values: Float32Array, inputs: number, outputs: number): Float32Array => {
  const out = new Float32Array(values.length);
  for (let i = 0; i < inputs; i++)
    for (let o = 0; o < outputs; o++) out[(o - (o % 4)) * inputs + i * 4 + (o % 4)] = values[i * outputs + o]!;
  return out;
};

/** out[outAt..] = x · weights + bias; `weights` packed. Four sums at a time share one look at x. */
export const dense = (
  weights: Float32Array,
  inputs: number,
  outputs: number,
  x: Float32Array,
  out: Float32Array,
  outAt: number,
  bias: Float32Array | null,
): void => {
  let at = 0;
  for (let o = 0; o < outputs; o += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < inputs; i++, at += 4) {
      const value = x[i]!;
      a += value * weights[at]!;
      b += value * weights[at + 1]!;
      c += value * weights[at + 2]!;
      d += value * weights[at + 3]!;
    }
    out[outAt + o] = a + (bias === null ? 0 : bias[o]!);
    out[outAt + o + 1] = b + (bias === null ? 0 : bias[o + 1]!);
    out[outAt + o + 2] = c + (bias === null ? 0 : bias[o + 2]!);
    out[outAt + o + 3] = d + (bias === null ? 0 : bias[o + 3]!);
  }
};

const epsilon = 1e-5;

/** Layer normalisation (Ba et al. 2016) of one vector. */
export const normalise = (
  x: Float32Array,
  xAt: number,
  size: number,
  gain: Float32Array,
  shift: Float32Array,
  out: Float32Array,
  outAt: number,
): void => {
  let mean = 0;
  for (let i = 0; i < size; i++) mean += x[xAt + i]!;
  mean /= size;
  let variance = 0;
  for (let i = 0; i < size; i++) variance += (x[xAt + i]! - mean) ** 2;
  const scale = 1 / Math.sqrt(variance / size + epsilon);
  for (let i = 0; i < size; i++) out[outAt + i] = (x[xAt + i]! - mean) * scale * gain[i]! + shift[i]!;
};
