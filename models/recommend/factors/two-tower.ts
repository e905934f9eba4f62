import type { TensorBackend } from '../../backend/backend.ts';
import { uniform } from '../../backend/start-values.ts';
import type { ItemTraits } from '../../data/item-traits.ts';
import type { ModelKind } from '../model.ts';
import { stepDecays } from '../neighbours/item-item.ts';
import { bagsOf, sumOfBags } from './item-bags.ts';
import { fitTowers, restoreTowers, type TraitTower } from './towers.ts';

const defaults = {
  width: 64,
  hidden: 0.5,
  decay: 0.05,
  rate: 0.005,
  batch: 128,
  epochs: 60,
};

/** Two towers over ids and traits: labels such as category and brand, price in bands, words. Without traits, over ids alone. */
export const twoTower: ModelKind = {
  name: 'two-tower',
  neural: true,
  scoresCold: true,
  candidates: () => [{ epochs: defaults.epochs, width: defaults.width }],
  queries: stepDecays,
  fit: (train, settings, context) =>
    fitTowers(
      train,
      {
        name: 'two-tower',
        settings: { ...defaults, ...settings },
        traits: ({ tf }, random) => traitTower(tf, context.items, { ...defaults, ...settings }.width, random),
        withoutId: context.items === undefined ? 0 : 0.2,
      },
      context,
    ),
  restore: stored => restoreTowers('two-tower', stored),
};

const traitTower = (
  tf: TensorBackend['tf'],
  items: ItemTraits | undefined,
  width: number,
  random: () => number,
): TraitTower => {
  const bags = items === undefined ? null : bagsOf(items);
  if (bags === null || bags.size === 0)
    return { variables: {}, forward: products => tf.zeros([products.length, width]) };
  const table = uniform(tf, [bags.size, width], 0.1, random);
  return {
    variables: { table },
    forward: products => sumOfBags(tf, table, bags, products, width),
  };
};
