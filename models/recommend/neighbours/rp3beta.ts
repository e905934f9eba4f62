import { distinctPairs } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import type { Fitted, ModelKind, ModelSettings, StoredModel } from '../model.ts';
import { distinctItems, fadingOf, itemItemModel, stepDecays, storedNeighbours } from './item-item.ts';
import { buyerCounts, productNeighbours } from './product-neighbours.ts';
import { thinned } from './sparse-rows.ts';

/**
 * RP³β (Paudel, Christoffel, Newell & Bernstein 2017): a walk of three steps from the shopper to a product, to one of its buyers, to a
 * product of theirs, each step's probability raised to `alpha`; where it ends counts divided by that product's buyers to the power of
 * `beta`, so that the walk does not end at bestsellers only. `halfLifeDays`, `stepDecay`: how fast a history fades
 * as a place to start (item-item.ts).
 */
const defaults = { alpha: 0.7, beta: 0.15, neighbours: 200, halfLifeDays: 0, stepDecay: 1 };
type Settings = typeof defaults;

export const rp3beta: ModelKind = {
  name: 'rp3beta',
  candidates: (): ModelSettings[] => [
    {},
    { alpha: 0.7, beta: 0.3 },
    { alpha: 1, beta: 0 },
    { alpha: 1, beta: 0.4 },
    { halfLifeDays: 60 },
  ],
  queries: stepDecays,
  fit: (train, settings) => learn(train, { ...defaults, ...settings }),
  restore: stored => build(storedNeighbours(stored), stored.meta),
};

const learn = (train: Train, settings: Settings): Fitted => {
  const products = train.products.ids.length;
  const pairs = thinned(distinctPairs(train));
  // A way through a shopper with n products is taken with probability n^-alpha; half of the exponent on each side of the product.
  for (let s = 0; s < pairs.start.length - 1; s++) {
    const [from, to] = [pairs.start[s]!, pairs.start[s + 1]!];
    pairs.values.fill((to - from) ** (-settings.alpha / 2), from, to);
  }
  const buyers = buyerCounts(pairs, products);
  const leave = Float64Array.from(buyers, count => (count === 0 ? 0 : count ** -settings.alpha));
  const arrive = Float64Array.from(buyers, count => (count === 0 ? 0 : count ** -settings.beta));
  const neighbours = productNeighbours(pairs, products, {
    keep: settings.neighbours,
    similarity: (target, source, together) => together * leave[source]! * arrive[target]!,
  });
  return build(neighbours, settings);
};

const build = (neighbours: ReturnType<typeof storedNeighbours>, meta: StoredModel['meta']): Fitted => {
  const fading = fadingOf(meta);
  return itemItemModel({
    name: 'rp3beta',
    neighbours,
    products: neighbours.start.length - 1,
    ask: (history, query) => distinctItems(history, query, fading),
    meta,
  });
};
