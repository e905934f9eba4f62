/**
 * A metric under which sentences of one wish lie nearer than the encoder puts them: a linear map of its vectors, learned
 * once by learn-sentence-metric.ts and shipped. Learned from the training part of CLINC150 (Larson et al. 2019, CC BY 3.0)
 * and the English shop language; no example of a shop is in it.
 */
import { readFileSync } from 'node:fs';

/** Plain data. What a vector v becomes: c + c·shift of length one, where c = v - mean. */
export interface MetricWeights {
  /** Of the sentences it was learned from. */
  readonly mean: Float32Array;
  /** Square, row by row. */
  readonly shift: Float32Array;
}

/** Takes a vector of the encoder's width, RangeError otherwise; gives one of the same width and of length one. */
export type SentenceMetric = (vector: Float32Array) => Float32Array;

const home = new URL('./sentence-metric.bin', import.meta.url);
const mostStep = 127;

/** `weights` in a file's bytes: width (uint32), mean and a scale per column (float32), shift in steps of it (int8); little endian. */
export const metricBytes = ({ mean, shift }: MetricWeights): Uint8Array => {
  const width = mean.length;
  if (shift.length !== width * width)
    throw new RangeError(`A shift of ${width} columns holds ${width * width} numbers, got ${shift.length}`);
  const bytes = new Uint8Array(4 + 8 * width + width * width);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, width, true);
  for (let k = 0; k < width; k++) {
    let most = 0;
    for (let j = 0; j < width; j++) most = Math.max(most, Math.abs(shift[j * width + k]!));
    const scale = Math.fround(most / mostStep);
    view.setFloat32(4 + 4 * k, mean[k]!, true);
    view.setFloat32(4 + 4 * (width + k), scale, true);
    if (scale === 0) continue;
    for (let j = 0; j < width; j++) {
      const step = Math.max(-mostStep, Math.min(mostStep, Math.round(shift[j * width + k]! / scale)));
      view.setInt8(4 + 8 * width + j * width + k, step);
    }
  }
  return bytes;
};

/** Throws RangeError for bytes that metricBytes did not write. */
export const metricOfBytes = (bytes: Uint8Array): MetricWeights => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const width = bytes.length >= 4 ? view.getUint32(0, true) : 0;
  const wanted = 4 + 8 * width + width * width;
  if (width === 0 || bytes.length !== wanted)
    throw new RangeError(`A sentence metric of width ${width} has ${wanted} bytes, got ${bytes.length}`);
  const mean = Float32Array.from({ length: width }, (_, k) => view.getFloat32(4 + 4 * k, true));
  const scale = Float32Array.from({ length: width }, (_, k) => view.getFloat32(4 + 4 * (width + k), true));
  const shift = Float32Array.from(
    { length: width * width },
    (_, i) => view.getInt8(4 + 8 * width + i) * scale[i % width]!,
  );
  return { mean, shift };
};

export const openMetric = ({ mean, shift }: MetricWeights): SentenceMetric => {
  const width = mean.length;
  return vector => {
    if (vector.length !== width) throw new RangeError(`The metric takes ${width} numbers, got ${vector.length}`);
    const centred = vector.map((v, k) => v - mean[k]!);
    const out = centred.slice();
    for (let j = 0; j < width; j++) {
      const c = centred[j]!;
      const row = j * width;
      for (let k = 0; k < width; k++) out[k]! += c * shift[row + k]!;
    }
    let square = 0;
    for (const v of out) square += v * v;
    const length = Math.sqrt(square);
    return length > 0 ? out.map(v => v / length) : out;
  };
};

let shipped: SentenceMetric | undefined;
/** By the weights that ship; some 0.2 ms a vector. */
export const sentenceMetric: SentenceMetric = vector => {
  shipped ??= openMetric(metricOfBytes(readFileSync(home)));
  return shipped(vector);
};
