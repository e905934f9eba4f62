import type { Train } from '../../data/splits.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings, StoredModel } from '../model.ts';
import { distinctItems, fadingOf, itemItemModel, stepDecays, storedNeighbours } from './item-item.ts';
import { plainWeighting, squaredColumns, weightedPairs } from './pair-weights.ts';
import { gapsOf, productNeighbours } from './product-neighbours.ts';
import { cosine, similarityOf } from './similarity.ts';
import { thinned } from './sparse-rows.ts';

/**
 * Products bought by the same shoppers: a similarity (similarity.ts) of their buyers, weighted (pair-weights.ts), the nearest `neighbours`
 * of each product kept. Score: the sum over what the shopper bought, fading with `halfLifeDays` and `stepDecay`.
 * `gapHalfLifeDays`: a shopper ties two products together by 2^(-time between the purchases / half-life), so that what comes in one
 * basket counts more; 0: any time apart.
 */
const defaults = {
  ...cosine,
  ...plainWeighting,
  shrink: 10,
  neighbours: 200,
  halfLifeDays: 0,
  stepDecay: 1,
  gapHalfLifeDays: 0,
};
type Settings = typeof defaults;

export const itemKnn: ModelKind = {
  name: 'item-knn',
  candidates: (): ModelSettings[] => [
    { neighbours: 60, shrink: 3 },
    { neighbours: 200, shrink: 10 },
    { onlySource: 1, onlyTarget: 1 },
    { sourcePower: 0.7, targetPower: 0.3, shrink: 3 },
    { sourcePower: 1, targetPower: 0.4, shrink: 3 },
    { idfPower: 1, saturation: 1.2, lengthShare: 0.75 },
    { onlySource: 1, onlyTarget: 1, gapHalfLifeDays: 3 },
    { onlySource: 1, onlyTarget: 1, gapHalfLifeDays: 0.05 },
    { saturation: 1.2, lengthShare: 0.75, gapHalfLifeDays: 30, learnHalfLifeDays: 120, halfLifeDays: 120 },
  ],
  queries: stepDecays,
  fit: (train, settings, context) => learn(train, { ...defaults, ...settings }, context),
  restore: stored => build(storedNeighbours(stored), stored.meta),
};

const learn = (train: Train, settings: Settings, { now }: FitContext): Fitted => {
  const products = train.products.ids.length;
  const pairs = thinned(weightedPairs(train, settings, now));
  const squares = squaredColumns(pairs, products);
  const gaps = settings.gapHalfLifeDays > 0 ? gapsOf(train, pairs, settings.gapHalfLifeDays) : undefined;
  const neighbours = productNeighbours(pairs, products, {
    keep: settings.neighbours,
    similarity: (target, source, together) => similarityOf(settings, together, squares[source]!, squares[target]!),
    ...(gaps !== undefined && { gaps }),
  });
  return build(neighbours, settings);
};

const build = (neighbours: ReturnType<typeof storedNeighbours>, meta: StoredModel['meta']): Fitted => {
  const fading = fadingOf(meta);
  return itemItemModel({
    name: 'item-knn',
    neighbours,
    products: neighbours.start.length - 1,
    ask: (history, query) => distinctItems(history, query, fading),
    meta,
  });
};
