/** A re-ranker and what it knows of products as flat arrays and JSON, and back. */
import { restoreScaler, storeScaler } from '../../data/scaler.ts';
import type { Tree } from '../../forest/tree.ts';
import { segments } from '../segments.ts';
import { bandCount, type ProductFacts } from './product-facts.ts';
import type { Reranker } from './rerank-odds.ts';

type Arrays = Readonly<Record<string, Float32Array | Int32Array>>;

export interface StoredReranker {
  readonly arrays: Arrays;
  readonly meta: Readonly<Record<string, unknown>>;
}

/** Stands for a missing fact: a stored number must be finite. No fact comes near it. */
const missing = -1e30;

const perProduct = ['popularity', 'lately', 'sinceSold', 'onSale', 'price', 'dwell', 'clickThrough', 'stars'] as const;
const codes = ['band', 'category', 'brand'] as const;

export const storeReranker = ({ model, scaler, columns, share }: Reranker, facts: ProductFacts): StoredReranker => {
  const arrays: Record<string, Float32Array | Int32Array> = {};
  for (const name of perProduct) arrays[`facts.${name}`] = facts[name].map(v => (Number.isNaN(v) ? missing : v));
  for (const name of codes) arrays[`facts.${name}`] = facts[name];
  for (const name of ['bandLift', 'nextStart', 'nextItems', 'nextShares'] as const)
    arrays[`facts.${name}`] = facts[name];
  if (model.kind === 'line') arrays.line = Float32Array.of(...model.line.weights, model.line.bias);
  else Object.assign(arrays, flat(model.forest.trees));
  return { arrays, meta: { kind: model.kind, share, columns, scaler: storeScaler(scaler) } };
};

const flat = (trees: readonly Tree[]): Record<string, Float32Array | Int32Array> => {
  const start = new Int32Array(trees.length + 1);
  trees.forEach((tree, t) => {
    start[t + 1] = start[t]! + tree.column.length;
  });
  const all = <T>(of: (tree: Tree) => ArrayLike<T>): T[] => trees.flatMap(tree => Array.from(of(tree)));
  return {
    'trees.start': start,
    'trees.column': Int32Array.from(all(tree => tree.column)),
    'trees.threshold': Float32Array.from(all(tree => tree.threshold)),
    'trees.left': Int32Array.from(all(tree => tree.left)),
    'trees.value': Float32Array.from(all(tree => tree.value)),
  };
};

/** `names`: the columns of this program for the blend's components. Throws where anything is missing, of another length, or of other columns. */
export const restoreReranker = (
  { arrays, meta }: StoredReranker,
  names: readonly string[],
  products: number,
): { readonly reranker: Reranker; readonly facts: ProductFacts } => {
  const scaler = restoreScaler(meta.scaler, names);
  const { kind, share, columns } = meta;
  const isColumn = (c: unknown): boolean => Number.isInteger(c) && (c as number) >= 0 && (c as number) < names.length;
  if (typeof share !== 'number' || !(share > 0) || !Array.isArray(columns) || !columns.every(isColumn))
    throw new Error(
      `A stored re-ranker has share ${JSON.stringify(share)} and columns ${JSON.stringify(columns)}; it needs a share above 0 and places below ${names.length}`,
    );
  const floats = (name: string, length?: number): Float32Array => ofLength(arrays[name], Float32Array, name, length);
  const whole = (name: string, length?: number): Int32Array => ofLength(arrays[name], Int32Array, name, length);
  const known = (name: string): Float32Array =>
    floats(`facts.${name}`, products).map(v => (v === missing ? Number.NaN : v));
  const nextItems = whole('facts.nextItems');
  const facts: ProductFacts = {
    popularity: known('popularity'),
    lately: known('lately'),
    sinceSold: known('sinceSold'),
    onSale: known('onSale'),
    price: known('price'),
    dwell: known('dwell'),
    clickThrough: known('clickThrough'),
    stars: known('stars'),
    band: whole('facts.band', products),
    category: whole('facts.category', products),
    brand: whole('facts.brand', products),
    bandLift: floats('facts.bandLift', segments.length * bandCount),
    nextStart: whole('facts.nextStart', products + 1),
    nextItems,
    nextShares: floats('facts.nextShares', nextItems.length),
  };
  if (kind !== 'forest' && kind !== 'line')
    throw new Error(`A stored re-ranker is of kind ${JSON.stringify(kind)}; it must be "forest" or "line"`);
  if (kind === 'line') {
    const line = floats('line', columns.length + 1);
    const model = { kind, line: { weights: Float64Array.from(line.subarray(0, -1)), bias: line.at(-1)! } } as const;
    return { reranker: { model, scaler, columns, share }, facts };
  }
  const start = whole('trees.start');
  const nodes = start.at(-1) ?? 0;
  const [column, left] = [whole('trees.column', nodes), whole('trees.left', nodes)];
  const [threshold, value] = [floats('trees.threshold', nodes), floats('trees.value', nodes)];
  const trees = Array.from({ length: start.length - 1 }, (_, t): Tree => {
    const [from, to] = [start[t]!, start[t + 1]!];
    const tree = {
      column: Int16Array.from(column.subarray(from, to)),
      threshold: Float64Array.from(threshold.subarray(from, to)),
      bin: new Uint8Array(to - from),
      left: left.slice(from, to),
      value: Float64Array.from(value.subarray(from, to)),
    };
    // A child stands after its parent, so that no walk goes round in circles.
    if (
      tree.column.some(
        (c, n) => c >= columns.length || (c >= 0 && !(tree.left[n]! > n && tree.left[n]! + 1 < to - from)),
      )
    )
      throw new Error(`A stored re-ranker has a tree (${t}) that leads nowhere`);
    return tree;
  });
  return { reranker: { model: { kind, forest: { trees } }, scaler, columns, share }, facts };
};

const ofLength = <T extends Float32Array | Int32Array>(
  array: Float32Array | Int32Array | undefined,
  type: new (length: number) => T,
  name: string,
  length = array?.length,
): T => {
  if (!(array instanceof type) || array.length !== length)
    throw new Error(
      `A stored re-ranker has ${array === undefined ? 'no' : array.length} numbers in ${name}; it needs ${length ?? 'some'}`,
    );
  return array;
};
