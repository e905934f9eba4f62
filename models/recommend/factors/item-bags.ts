/** Traits of products as bags of numbered things: words, labels and price bands. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { TensorBackend } from '../../backend/backend.ts';
import type { ItemTraits } from '../../data/item-traits.ts';

/** A table of vectors and, per product, which of them add up to its own, at what weight. */
export interface Bags {
  readonly size: number;
  /** What the things are: words, and then each sort of label or number from its place in the table on. */
  readonly sorts: readonly { readonly name: string; readonly from: number }[];
  readonly start: Int32Array;
  readonly ids: Int32Array;
  readonly weights: Float32Array;
}

const priceBands = 10;

/** Words count by their idf at length one (Salton & Buckley 1988), labels and price bands 1 each. */
export const bagsOf = (items: ItemTraits): Bags => {
  const products = items.products.ids.length;
  const { words, vocabulary } = items;
  const idf = idfOf(items);
  const named = [
    ...Object.entries(items.labels),
    ...Object.entries(items.numbers).map(([name, numbers]) => [name, inBands(numbers)] as const),
  ];
  const parts = named.map(([, part]) => part);
  const start = new Int32Array(products + 1);
  const ids: number[] = [];
  const weights: number[] = [];
  for (let p = 0; p < products; p++) {
    const [from, to] = [words.start[p]!, words.start[p + 1]!];
    let squares = 0;
    for (let e = from; e < to; e++) squares += idf[words.cols[e]!]! ** 2;
    for (let e = from; e < to; e++) {
      ids.push(words.cols[e]!);
      weights.push(idf[words.cols[e]!]! / Math.sqrt(squares));
    }
    let offset = vocabulary.length;
    for (const { values, of } of parts) {
      if (of[p]! >= 0) {
        ids.push(offset + of[p]!);
        weights.push(1);
      }
      offset += values.length;
    }
    start[p + 1] = ids.length;
  }
  let size = vocabulary.length;
  const sorts = [{ name: 'words', from: 0 }];
  for (const [name, { values }] of named) {
    sorts.push({ name, from: size });
    size += values.length;
  }
  return { size, sorts, start, ids: Int32Array.from(ids), weights: Float32Array.from(weights) };
};

/** Per word of the vocabulary, log(products / products with it) + 1. */
const idfOf = ({ words, vocabulary, products }: ItemTraits): Float32Array => {
  const within = new Int32Array(vocabulary.length);
  for (const col of words.cols) within[col]!++;
  return Float32Array.from(within, count => Math.log((1 + products.ids.length) / (1 + count)) + 1);
};

/** Bands of equally many products; equal numbers share a band. */
const inBands = (numbers: Float32Array): { values: readonly string[]; of: Int32Array } => {
  const sorted = numbers.filter(value => !Number.isNaN(value)).sort();
  const bounds = Array.from(
    { length: priceBands - 1 },
    (_, b) => sorted[Math.floor(((b + 1) * sorted.length) / priceBands)] ?? Number.POSITIVE_INFINITY,
  );
  return {
    values: Array.from({ length: priceBands }, (_, b) => `band ${b + 1}`),
    of: Int32Array.from(numbers, value => (Number.isNaN(value) ? -1 : bounds.filter(bound => value >= bound).length)),
  };
};

/** products × width */
export const sumOfBags = (
  tf: TensorBackend['tf'],
  table: tfjs.Tensor2D,
  { start, ids, weights }: Bags,
  products: Int32Array,
  width: number,
): tfjs.Tensor2D => {
  const entries: number[] = [];
  const segments: number[] = [];
  products.forEach((product, at) => {
    for (let e = start[product]!; e < start[product + 1]!; e++) {
      entries.push(e);
      segments.push(at);
    }
  });
  if (entries.length === 0) return tf.zeros([products.length, width]);
  const taken = tf.gather(
    table,
    tf.tensor1d(
      Int32Array.from(entries, e => ids[e]!),
      'int32',
    ),
  );
  const by = tf.tensor2d(
    Float32Array.from(entries, e => weights[e]!),
    [entries.length, 1],
  );
  return tf.unsortedSegmentSum<tfjs.Tensor2D>(
    tf.mul<tfjs.Tensor2D>(taken, by),
    tf.tensor1d(Int32Array.from(segments), 'int32'),
    products.length,
  );
};
