/**
 * The last steps of the sentence encoder, tuned on a shop's own examples, and what they say to a text. Below them the
 * network stays as it was measured, so that what it read is read once, for its own vector and for the tuned one.
 */
import { type EncoderTop, encoderWidth, unitWidth } from './encoder-files.ts';

/**
 * Of more examples than these each is seen too seldom in the time that tuning may take, and so many tell their intents
 * apart without: measured on up to 1,500.
 */
export const mostTuned = 4_000;

/** Plain data: it can be kept in a file and sent to another thread. */
export interface TunedTop extends EncoderTop {
  /** A direction of length one an intent, one after the other, in the space of the tuned vectors. */
  readonly directions: Float32Array;
}

/** sum += x times matrix [x.length, sum.length], four rows at a time: the sums are read and written a quarter as often. */
const addProduct = (sum: Float64Array, x: Float32Array | Float64Array, matrix: Float32Array): void => {
  const width = sum.length;
  for (let i = 0; i < x.length; i += 4) {
    const [a, b, c, d] = [x[i]!, x[i + 1]!, x[i + 2]!, x[i + 3]!];
    const at = i * width;
    for (let k = 0; k < width; k++) {
      const p = at + k;
      sum[k]! += a * matrix[p]! + b * matrix[p + width]! + c * matrix[p + 2 * width]! + d * matrix[p + 3 * width]!;
    }
  }
};

/**
 * The vector, of length one, of a text whose `deep` is [means of the units, mean of the tokens]: with the encoder's own
 * last steps its own vector. Throws RangeError where `deep` has another length.
 */
export const topVector = (top: EncoderTop, deep: Float32Array): Float64Array => {
  if (deep.length !== unitWidth + encoderWidth)
    throw new RangeError(`The encoder's last steps work on ${unitWidth + encoderWidth} numbers, got ${deep.length}`);
  const read = Float64Array.from(deep.subarray(unitWidth), (v, k) => v + top.unitBias[k]!);
  addProduct(read, deep.subarray(0, unitWidth), top.units);
  const out = Float64Array.from(top.lastBias);
  addProduct(out, read, top.last);
  let squares = 0;
  for (let k = 0; k < out.length; k++) {
    out[k] = Math.tanh(out[k]!);
    squares += out[k]! ** 2;
  }
  const length = Math.sqrt(squares);
  return length > 0 ? out.map(v => v / length) : out;
};

/** How near a text is to each intent: cosines, -1..1. */
export const likenesses = (top: TunedTop, deep: Float32Array): Float64Array => {
  const vector = topVector(top, deep);
  const { directions } = top;
  const out = new Float64Array(directions.length / vector.length);
  for (let c = 0; c < out.length; c++) {
    let sum = 0;
    for (let k = 0; k < vector.length; k++) sum += directions[c * vector.length + k]! * vector[k]!;
    out[c] = sum;
  }
  return out;
};
