/**
 * The sentence encoder's network: two transformer layers (Vaswani et al. 2017, normalised before each step), the mean over
 * a text's tokens, and one dense layer; run on our own SIMD kernels, as a general runtime takes as long to walk through its
 * two hundred small operations as to do them.
 */
import { openSimd } from '../backend/wasm/simd.ts';
import { type EncoderFiles, encoderWidth, unitWidth } from './encoder-files.ts';

/** A text of more pieces is read up to here. */
export const longestText = 128;
/** Pieces run through the network together, a whole text always: more gain nothing on one core and need memory. */
const piecesAtOnce = 256;
const heads = 4;
const narrow = 256;
const epsilon = 1e-6;

export interface EncoderNetwork {
  /**
   * One row of 512 + 1536 + 512 numbers a text: its vector, of length one, the means of the second layer's units, and the
   * mean of its tokens. `pieces`: numbers of its pieces, at least one.
   */
  read(pieces: readonly (readonly number[])[]): Float32Array;
}

/** Of what the encoder's last steps work on; see tuned-top.ts. */
export const deepWidth = unitWidth + encoderWidth;
const rowWidth = encoderWidth + deepWidth;

/** A rotation of each pair of numbers by place, so that order counts. */
const placesOf = (speeds: Float32Array): Float32Array => {
  const half = speeds.length;
  const out = new Float32Array(longestText * 2 * half);
  for (let place = 0; place < longestText; place++) {
    for (let k = 0; k < half; k++) {
      out[place * 2 * half + k] = Math.sin(place * speeds[k]!);
      out[place * 2 * half + half + k] = Math.cos(place * speeds[k]!);
    }
  }
  return out;
};

/** Throws when a weight is missing, or where the engine has no SIMD. */
export const openEncoderNetwork = ({ weightSpecs, weights }: EncoderFiles): EncoderNetwork => {
  const most = piecesAtOnce + longestText;
  let bytes = Math.ceil(weights.byteLength / 16) * 16;
  const room = (floats: number): number => {
    const at = bytes;
    bytes += Math.ceil(floats / 4) * 16;
    return at;
  };
  const [tokens, wide, normal, query, key, value, read, units] = [
    room(most * narrow),
    ...[encoderWidth, encoderWidth, encoderWidth, encoderWidth, encoderWidth, encoderWidth, unitWidth].map(width =>
      room(most * width),
    ),
  ] as [number, number, number, number, number, number, number, number];
  const [shares, unitMeans, tokenMeans, vectors, moments] = [
    room(heads * longestText ** 2),
    room(most * unitWidth),
    room(most * encoderWidth),
    room(most * encoderWidth),
    room(2 * most),
  ] as const;
  const pageBytes = 65_536;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((bytes + 2 ** 20) / pageBytes) });
  const simd = openSimd(memory);
  if (!simd) throw new Error('The sentence encoder needs WebAssembly with SIMD');
  const scratch = room(simd.gemmScratch() / 4);
  if (bytes > memory.buffer.byteLength) memory.grow(Math.ceil((bytes - memory.buffer.byteLength) / pageBytes));
  const heap = new Float32Array(memory.buffer);
  heap.set(new Float32Array(weights));

  const places = new Map<string, { readonly at: number; readonly size: number }>();
  let next = 0;
  for (const { name, shape } of weightSpecs) {
    const size = shape.reduce((product, n) => product * n, 1);
    places.set(name, { at: 4 * next, size });
    next += size;
  }
  const named = (name: string, size: number): number => {
    const found = places.get(name);
    if (found?.size !== size) throw new Error(`The encoder has no ${size} weights "${name}"`);
    return found.at;
  };
  const scope = 'Encoder_en/KonaTransformer/Encode';
  const layerOf = (layer: 0 | 1, width: number) => {
    const step = (name: string, size: number): number =>
      named(`module_apply_default/${scope}/Layer_${layer}/TransformerLayer/${name}/ConcatPartitions/concat`, size);
    const kernel = (name: string, size: number): number =>
      named(
        `module/${scope}/Layer_${layer}/TransformerLayer/MultiheadAttention/${name}_transform_single/kernel/part_0`,
        size,
      );
    const inner = (name: string): number =>
      named(
        `module_apply_default/${scope}/TransformerStack/Layer_${layer}/TransformerLayer/FFN/${name}/Tensordot/Reshape_1`,
        encoderWidth * unitWidth,
      );
    return {
      width,
      scale: step('layer_prepostprocess/layer_norm/layer_norm_scale', width),
      shift: step('layer_prepostprocess/layer_norm/layer_norm_bias', width),
      asked: kernel('qkv', width * 3 * width),
      askedBias: step('MultiheadAttention/qkv_transform_single/bias', 3 * width),
      heard: kernel('output', width * encoderWidth),
      heardBias: step('MultiheadAttention/output_transform_single/bias', encoderWidth),
      unitScale: step('FFN/layer_prepostprocess/layer_norm/layer_norm_scale', encoderWidth),
      unitShift: step('FFN/layer_prepostprocess/layer_norm/layer_norm_bias', encoderWidth),
      units: inner('conv1'),
      unitsBias: step('FFN/conv1/bias', unitWidth),
      added: inner('conv2'),
      addedBias: step('FFN/conv2/bias', encoderWidth),
    };
  };
  const [first, second] = [layerOf(0, narrow), layerOf(1, encoderWidth)];
  const widen = named(
    `module_apply_default/${scope}/Layer_0/TransformerLayer/dense/kernel/ConcatPartitions/concat`,
    narrow * encoderWidth,
  );
  const widenBias = named(
    `module_apply_default/${scope}/Layer_0/TransformerLayer/dense/bias/ConcatPartitions/concat`,
    encoderWidth,
  );
  const last = named('module/Encoder_en/hidden_layers/tanh_layer_0/weights', encoderWidth ** 2);
  const lastBias = named('module/Encoder_en/hidden_layers/tanh_layer_0/bias', encoderWidth);
  const vocabulary = 8_002;
  const pieceVectors = named('module/Embeddings_en', vocabulary * narrow) / 4;
  const speeds = named(
    `module_apply_default/${scope}/TransformerStack/Layer_0/AddTimingSignal/TimingSignal/ExpandDims_1`,
    narrow / 2,
  );
  const inPlace = placesOf(heap.slice(speeds / 4, speeds / 4 + narrow / 2));

  /** out [rows, columns] += x [rows, inner] w [inner, columns]; w may be some columns of a wider matrix. */
  const add = (
    rows: number,
    inner: number,
    columns: number,
    x: number,
    w: number,
    out: number,
    wWidth = columns,
  ): void => simd.gemm(0, 0, 1, rows, columns, inner, x, inner, w, wWidth, out, columns, scratch);
  const addRow = (rows: number, row: number, to: number, columns: number): void => {
    for (let at = to / 4; at < to / 4 + rows * columns; at += columns) {
      for (let k = 0; k < columns; k++) heap[at + k]! += heap[row / 4 + k]!;
    }
  };
  const norm = (rows: number, columns: number, x: number, scale: number, shift: number): void =>
    simd.layerNorm(rows, columns, x, scale, shift, epsilon, normal, moments, moments + 4 * most);

  /** `read` becomes what each token hears from its text's others. */
  const listen = (layer: typeof first, x: number, lengths: readonly number[], rows: number): void => {
    const { width } = layer;
    norm(rows, width, x, layer.scale, layer.shift);
    for (const [part, to] of [query, key, value].entries()) {
      const columns = 4 * part * width;
      heap.fill(0, to / 4, to / 4 + rows * width);
      addRow(rows, layer.askedBias + columns, to, width);
      add(rows, width, width, normal, layer.asked + columns, to, 3 * width);
    }
    let from = 0;
    for (const length of lengths) {
      const at = 4 * from * width;
      simd.attention(
        1,
        length,
        heads,
        width / heads,
        0,
        query + at,
        key + at,
        value + at,
        0,
        shares,
        read + at,
        scratch,
      );
      from += length;
    }
  };
  const fire = (layer: typeof first, rows: number): void => {
    norm(rows, encoderWidth, wide, layer.unitScale, layer.unitShift);
    simd.dense(rows, encoderWidth, unitWidth, 1, normal, layer.units, layer.unitsBias, units, scratch);
  };

  const meanOf = (rows: number, from: number, width: number, to: number): void => {
    const mean = heap.subarray(to / 4, to / 4 + width).fill(0);
    for (let at = from / 4; at < from / 4 + rows * width; at += width) {
      for (let k = 0; k < width; k++) mean[k]! += heap[at + k]! / rows;
    }
  };

  const readPart = (texts: readonly (readonly number[])[], out: Float32Array): void => {
    const lengths = texts.map(pieces => pieces.length);
    const rows = lengths.reduce((sum, length) => sum + length, 0);
    let to = tokens / 4;
    for (const pieces of texts) {
      for (const [place, piece] of pieces.entries()) {
        const from = pieceVectors + piece * narrow;
        for (let k = 0; k < narrow; k++) heap[to + k] = 2 * heap[from + k]! + inPlace[place * narrow + k]!;
        to += narrow;
      }
    }
    listen(first, tokens, lengths, rows);
    simd.dense(rows, narrow, encoderWidth, 0, tokens, widen, widenBias, wide, scratch);
    addRow(rows, first.heardBias, wide, encoderWidth);
    add(rows, narrow, encoderWidth, read, first.heard, wide);
    fire(first, rows);
    addRow(rows, first.addedBias, wide, encoderWidth);
    add(rows, unitWidth, encoderWidth, units, first.added, wide);
    listen(second, wide, lengths, rows);
    addRow(rows, second.heardBias, wide, encoderWidth);
    add(rows, encoderWidth, encoderWidth, read, second.heard, wide);
    fire(second, rows);
    // From here on all is linear up to the mean: it is taken first, and a text is one row.
    let from = 0;
    for (const [text, length] of lengths.entries()) {
      meanOf(length, units + 4 * from * unitWidth, unitWidth, unitMeans + 4 * text * unitWidth);
      meanOf(length, wide + 4 * from * encoderWidth, encoderWidth, tokenMeans + 4 * text * encoderWidth);
      from += length;
    }
    const part = (row: number, at: number, width: number): Float32Array =>
      heap.subarray(at / 4 + row * width, at / 4 + (row + 1) * width);
    for (let row = 0; row < texts.length; row++) {
      out.set(part(row, unitMeans, unitWidth), row * rowWidth + encoderWidth);
      out.set(part(row, tokenMeans, encoderWidth), row * rowWidth + encoderWidth + unitWidth);
    }
    addRow(texts.length, second.addedBias, tokenMeans, encoderWidth);
    add(texts.length, unitWidth, encoderWidth, unitMeans, second.added, tokenMeans);
    simd.dense(texts.length, encoderWidth, encoderWidth, 2, tokenMeans, last, lastBias, vectors, scratch);
    for (let row = 0; row < texts.length; row++) {
      const vector = part(row, vectors, encoderWidth);
      const length = Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0));
      for (let k = 0; k < encoderWidth; k++) out[row * rowWidth + k] = vector[k]! / length;
    }
  };

  return {
    read(texts) {
      const out = new Float32Array(texts.length * rowWidth);
      let from = 0;
      let count = 0;
      for (const [i, { length }] of texts.entries()) {
        if (!(length >= 1 && length <= longestText))
          throw new RangeError(`A text is read as 1 to ${longestText} pieces, got ${length}`);
        count += length;
        if (count >= piecesAtOnce || i === texts.length - 1) {
          readPart(texts.slice(from, i + 1), out.subarray(from * rowWidth));
          from = i + 1;
          count = 0;
        }
      }
      return out;
    },
  };
};
