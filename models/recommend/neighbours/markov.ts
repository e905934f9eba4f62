import type { History } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import type { Fitted, ModelKind, ModelSettings, StoredModel } from '../model.ts';
import { itemItemModel, type Query, storedNeighbours } from './item-item.ts';
import { SparseBuilder } from './sparse-rows.ts';

/**
 * What comes next: decayed item-to-item transition counts. A pair `gap` events apart (up to `window`) weighs decay^(gap - 1), the
 * reverse direction `reverse` of that, all divided by log2(2 + length)^`lengthPower` of the shopper's sequence. The count is divided by
 * (row sum + 1)^`rowPower` and (target's sum + 3)^`columnPower`. Scoring adds the rows of the last `context` events, each step back
 * worth `contextDecay` of the one after it.
 */
const defaults = {
  window: 5,
  decay: 0.7,
  reverse: 0,
  lengthPower: 0,
  rowPower: 1,
  columnPower: 0,
  context: 10,
  contextDecay: 0.8,
  neighbours: 300,
};
type Settings = typeof defaults;

/** For short sequences of a large catalogue, as in benchmarks on Amazon: both directions, long sequences and popular products held back. */
const balanced = { reverse: 0.6, lengthPower: 1, rowPower: 0.5, columnPower: 0.1 };
const reaches = [
  { window: 5, decay: 0.7 },
  { window: 10, decay: 0.8 },
  { window: 3, decay: 0.6 },
];

export const markov: ModelKind = {
  name: 'markov',
  candidates: (): ModelSettings[] => [
    {},
    { contextDecay: 0.6 },
    { reverse: 0.3, rowPower: 0.5, columnPower: 0.1 },
    ...reaches.flatMap(reach => [0.65, 0.5, 0.8].map(contextDecay => ({ ...balanced, ...reach, contextDecay }))),
    { ...balanced, window: 5, contextDecay: 0.35 },
    { ...balanced, window: 5, contextDecay: 0.2 },
    { ...balanced, window: 10, decay: 0.85, reverse: 0.3, context: 40, contextDecay: 0.93 },
  ],
  fit: (train, settings) => learn(train, { ...defaults, ...settings }),
  restore: stored => build(storedNeighbours(stored), stored.meta as ModelSettings),
};

const learn = (train: Train, settings: Settings): Fitted => {
  const products = train.products.ids.length;
  const pairs = countTransitions(train, settings);
  const columnSums = new Float64Array(products);
  for (let e = 0; e < pairs.length; e++) columnSums[pairs.to[e]!]! += pairs.weight[e]!;
  const row = new Float64Array(products);
  const touched = new Int32Array(products);
  const builder = new SparseBuilder(settings.neighbours);
  for (let i = 0; i < products; i++) {
    let size = 0;
    let sum = 0;
    for (let e = pairs.start[i]!; e < pairs.start[i + 1]!; e++) {
      const j = pairs.to[e]!;
      if (row[j] === 0) touched[size++] = j;
      row[j]! += pairs.weight[e]!;
      sum += pairs.weight[e]!;
    }
    const rowScale = (sum + 1) ** -settings.rowPower;
    for (let t = 0; t < size; t++) {
      const j = touched[t]!;
      row[j]! *= rowScale * (columnSums[j]! + 3) ** -settings.columnPower;
    }
    builder.push(touched, size, row);
    for (let t = 0; t < size; t++) row[touched[t]!] = 0;
  }
  return build(builder.done(), settings);
};

interface Pairs {
  readonly length: number;
  /** Pairs from product i stand at start[i] until start[i + 1]. */
  readonly start: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float32Array;
}

const countTransitions = (train: Train, settings: Settings): Pairs => {
  const products = train.products.ids.length;
  const start = new Int32Array(products + 1);
  eachTransition(train, settings, from => {
    start[from + 1]!++;
  });
  for (let i = 0; i < products; i++) start[i + 1]! += start[i]!;
  const next = start.slice(0, products);
  const length = start[products]!;
  const to = new Int32Array(length);
  const weight = new Float32Array(length);
  eachTransition(train, settings, (from, target, amount) => {
    const slot = next[from]!++;
    to[slot] = target;
    weight[slot] = amount;
  });
  return { length, start, to, weight };
};

const eachTransition = (
  train: Train,
  { window, decay, reverse, lengthPower }: Settings,
  each: (from: number, to: number, amount: number) => void,
): void => {
  for (let s = 0; s < train.start.length - 1; s++) {
    const [first, end] = [train.start[s]!, train.start[s + 1]!];
    const scale = Math.log2(2 + end - first) ** -lengthPower;
    for (let e = first; e < end; e++) {
      const from = train.product[e]!;
      let amount = scale;
      for (let f = e + 1; f < end && f <= e + window; f++) {
        const to = train.product[f]!;
        if (to !== from) {
          each(from, to, amount);
          if (reverse > 0) each(to, from, amount * reverse);
        }
        amount *= decay;
      }
    }
  }
};

const build = (neighbours: ReturnType<typeof storedNeighbours>, settings: ModelSettings): Fitted => {
  const { context = defaults.context, contextDecay = defaults.contextDecay } = settings;
  return itemItemModel({
    name: 'markov',
    neighbours,
    products: neighbours.start.length - 1,
    ask: (history, query) => recentItems(history, query, context, contextDecay),
    meta: settings as StoredModel['meta'],
  });
};

/** The last `context` events into `query`, the newest with weight 1; a product seen twice counts at both places. */
const recentItems = (history: History, query: Query, context: number, contextDecay: number): void => {
  const end = history.items.length;
  const from = Math.max(0, end - context);
  query.start(end - from);
  for (let e = from; e < end; e++)
    query.add(history.items[e]!, Math.fround(contextDecay ** (end - 1 - e) * history.weight[e]!));
};
