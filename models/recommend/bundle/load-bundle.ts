/** A stored recommender comes back to serve. */

import { firstNotFinite } from '../../serve/arrays-file.ts';
import type { Recommender } from '../../types.ts';
import type { BlendWeights } from '../blend/blend.ts';
import { isShape, type ScoreShape, scoreShapes } from '../blend/score-shape.ts';
import { servedBlend } from '../blend/served-blend.ts';
import { kindNamed } from '../kinds.ts';
import type { Fitted, StoredModel } from '../model.ts';
import { type Segment, segments } from '../segments.ts';
import { similarityOf } from '../serving/diversity.ts';
import { serve } from '../serving/serve.ts';
import type { Variety } from '../serving/varied-rows.ts';
import { labelPart, type RecommenderBundle, readableFormats } from './bundle-format.ts';
import { againOf, liftedComponents, signalsIn, withStepDecay } from './bundle-reading.ts';

/** Throws when the bundle was written by another format, lacks a part, or holds a number that is none (NaN, infinite). */
export const loadBundle = (bundle: RecommenderBundle, version: string): Recommender => {
  const { meta } = bundle;
  if (!readableFormats.includes(meta.format))
    throw new Error(
      `Recommender bundle has format ${JSON.stringify(meta.format)}; this program reads ${readableFormats.join(' and ')}: train again`,
    );
  const products = meta.products;
  const names = meta.components;
  const weights = meta.weights as BlendWeights | undefined;
  const shares = meta.repeatShares as Readonly<Record<Segment, number>> | undefined;
  if (!isTexts(products) || !isTexts(names) || weights === undefined || shares === undefined)
    throw new Error('Recommender bundle lacks products, components, weights or repeatShares');
  const missing = isTexts(meta.arrays) ? meta.arrays.find(name => bundle.arrays[name] === undefined) : 'arrays';
  if (missing !== undefined) throw new Error(`Recommender bundle lacks ${missing}`);
  for (const segment of segments)
    if (weights[segment]?.length !== names.length)
      throw new Error(
        `Recommender bundle has ${weights[segment]?.length ?? 0} weights for ${segment}; it needs ${names.length}`,
      );
  const broken = firstNotFinite(bundle.arrays);
  if (broken !== null) throw new Error(`Recommender bundle has ${broken}; every number must be finite`);
  const components = liftedComponents(
    bundle,
    names.map(name => restore(bundle, name, products.length)),
  );
  const blend = servedBlend(components, weights, shapesOf(meta, names.length));
  const buyAgain = restore(bundle, typeof meta.repeats === 'string' ? meta.repeats : 'buy-again', products.length);
  const labels = labelsOf(bundle, products.length);
  return serve({
    blend,
    buyAgain,
    products,
    shares,
    labels,
    variety: varietyOf(bundle, components, labels),
    again: againOf(bundle, blend, components),
    signals: signalsIn(meta.signals),
    version,
  });
};

const labelsOf = ({ arrays }: RecommenderBundle, products: number): Readonly<Record<string, Int32Array>> => {
  const labels: Record<string, Int32Array> = {};
  for (const [name, codes] of Object.entries(arrays)) {
    if (!name.startsWith(labelPart)) continue;
    if (!(codes instanceof Int32Array) || codes.length !== products)
      throw new Error(`Recommender bundle has ${codes.length} codes in ${name} and ${products} names`);
    labels[name.slice(labelPart.length)] = codes;
  }
  return labels;
};

const varietyOf = (
  { meta }: RecommenderBundle,
  components: readonly Fitted[],
  labels: Readonly<Record<string, Int32Array>>,
): Variety | undefined => {
  const strength = meta.variety;
  if (typeof strength !== 'number' || !(strength >= 0 && strength < 1))
    throw new Error(`Recommender bundle has variety ${JSON.stringify(strength)}; it must be 0 or more and below 1`);
  const similarity = strength > 0 ? similarityOf(Object.values(labels), components) : null;
  return similarity === null ? undefined : { strength, similarity };
};

const restore = ({ arrays, meta }: RecommenderBundle, name: string, products: number) => {
  const own: Record<string, Float32Array | Int32Array> = {};
  for (const [key, array] of Object.entries(arrays))
    if (key.startsWith(`${name}.`)) own[key.slice(name.length + 1)] = array;
  const modelMeta = (meta.models as Record<string, StoredModel['meta']> | undefined)?.[name];
  if (modelMeta === undefined) throw new Error(`Recommender bundle lacks the model ${name}`);
  const model = kindNamed(name).restore({ arrays: own, meta: withStepDecay(modelMeta) });
  if (model.products !== products)
    throw new Error(`Recommender bundle has ${model.products} products in ${name} and ${products} names`);
  return model;
};

/** Bundles made before scores had shapes name none: all plain. */
const shapesOf = ({ shapes }: RecommenderBundle['meta'], count: number): readonly ScoreShape[] => {
  if (shapes === undefined) return Array.from({ length: count }, () => 'plain');
  if (isTexts(shapes) && shapes.length === count && shapes.every(isShape)) return shapes as readonly ScoreShape[];
  throw new Error(
    `Recommender bundle has the shapes ${JSON.stringify(shapes)}; it needs ${count} of ${scoreShapes.join(', ')}`,
  );
};

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(one => typeof one === 'string');
