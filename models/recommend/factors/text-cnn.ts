/**
 * A convolution over a product's words (Kim 2014), for products nobody bought yet: filters one to three words wide, the strongest answer of each over
 * the text, and a layer to the vectors of the two towers, in which shoppers are what they bought. Beside it a wide part that adds up vectors of
 * words, labels and price bands (`wide` 0 leaves it out). A product's own id plays no part in its score, so new and old compare fairly.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { TensorBackend } from '../../backend/backend.ts';
import { glorotUniform, uniform, zeros } from '../../backend/start-values.ts';
import type { ItemTraits } from '../../data/item-traits.ts';
import type { ModelKind } from '../model.ts';
import { stepDecays } from '../neighbours/item-item.ts';
import { bagsOf, sumOfBags } from './item-bags.ts';
import { fitTowers, restoreTowers, type TraitTower } from './towers.ts';

const defaults = {
  width: 64,
  /** Of a word's vector. */
  depth: 48,
  /** Of each size. */
  filters: 48,
  wide: 1,
  dropout: 0.2,
  hidden: 0.5,
  decay: 0.05,
  rate: 0.004,
  batch: 64,
  epochs: 30,
};
type Settings = typeof defaults;

const sizes = [1, 2, 3] as const;
/** Words looked at; titles end well before this. */
const longest = 20;

export const textCnn: ModelKind = {
  name: 'text-cnn',
  neural: true,
  scoresCold: true,
  candidates: () => [{ epochs: defaults.epochs, width: defaults.width }],
  queries: stepDecays,
  fit: (train, given, context) => {
    const settings: Settings = { ...defaults, ...given };
    const { items } = context;
    return fitTowers(
      train,
      {
        name: 'text-cnn',
        settings,
        traits: ({ tf }, random) =>
          items === undefined || items.text.ids.length === 0
            ? { variables: {}, forward: products => tf.zeros([products.length, settings.width]) }
            : textTower(tf, items, settings, random),
        withoutId: 1,
      },
      context,
    );
  },
  restore: stored => restoreTowers('text-cnn', stored),
};

const textTower = (
  tf: TensorBackend['tf'],
  items: ItemTraits,
  { width, depth, filters, wide, dropout }: Settings,
  random: () => number,
): TraitTower => {
  const { start, ids } = items.text;
  let length: number = Math.max(...sizes);
  for (let p = 0; p + 1 < start.length; p++) length = Math.max(length, Math.min(longest, start[p + 1]! - start[p]!));
  const bags = bagsOf(items);
  const convolutions = sizes.map(size => ({
    size,
    // Drawn as a matrix and used as size × depth × filters.
    filter: glorotUniform(tf, [size * depth, filters], random),
    bias: zeros(tf, [filters]),
  }));
  const words = uniform(tf, [items.vocabulary.length, depth], 0.2, random);
  const out = glorotUniform(tf, [sizes.length * filters, width], random);
  const table = wide === 1 ? uniform(tf, [Math.max(1, bags.size), width], 0.1, random) : null;

  const forward = (products: Int32Array, learning: boolean): tfjs.Tensor2D => {
    const tokens = new Int32Array(products.length * length);
    const isWord = new Float32Array(products.length * length);
    products.forEach((product, at) => {
      const from = start[product]!;
      for (let t = 0; t < Math.min(length, start[product + 1]! - from); t++) {
        tokens[at * length + t] = ids[from + t]!;
        isWord[at * length + t] = 1;
      }
    });
    const text: tfjs.Tensor2D = tf.mul(
      tf.gather(words, tf.tensor1d(tokens, 'int32')),
      tf.tensor2d(isWord, [tokens.length, 1]),
    );
    const read = tf.reshape<tfjs.Rank.R3>(text, [products.length, length, depth]);
    const answers = convolutions.map(({ size, filter, bias }) => {
      const kernel = tf.reshape<tfjs.Rank.R3>(filter, [size, depth, filters]);
      const answer = tf.relu(tf.add(tf.conv1d(read, kernel, 1, 'same'), bias));
      return tf.max<tfjs.Tensor2D>(answer, 1);
    });
    let pooled: tfjs.Tensor2D = tf.concat2d(answers, 1);
    if (learning && dropout > 0) {
      const keep = Float32Array.from({ length: pooled.size }, () => (random() < dropout ? 0 : 1 / (1 - dropout)));
      pooled = tf.mul(pooled, tf.tensor2d(keep, pooled.shape));
    }
    const deep: tfjs.Tensor2D = tf.matMul(pooled, out);
    if (table === null) return deep;
    return tf.add(deep, sumOfBags(tf, table, bags, products, width));
  };
  const named = convolutions.flatMap(({ size, filter, bias }) => [
    [`filter${size}`, filter] as const,
    [`filterBias${size}`, bias] as const,
  ]);
  return { variables: { words, out, ...Object.fromEntries(named), ...(table !== null && { table }) }, forward };
};
