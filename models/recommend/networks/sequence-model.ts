/** A trained sequence network as a model of this catalogue: one pass over the history, then a dot product per product. */
import type { History } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import { addProducts, dot } from '../factors/vector-model.ts';
import type { FitContext, Fitted, IndexedReason, ModelKind, ModelSettings, StoredModel } from '../model.ts';
import { searchedFit, searchedShare } from './searched-fit.ts';
import { gapBuckets, gapScale, gapsOf } from './sequence-gaps.ts';
import type { NetShape, ReadInput, SequenceNet } from './sequence-net.ts';
import { type TrainedWeights, type TrainingSettings, trainingDefaults, trainSequenceNet } from './sequence-training.ts';

/** Products of the history that `explain` tries to do without. */
const tried = 8;

/**
 * A loss over a sample of the products, each score corrected by its chance to be in it (softmax-loss.ts), also where all of them could take
 * part: quicker steps with more noise, which large catalogues get anyhow.
 */
export const sampledLoss: ModelSettings = { whole: 0, sampled: 500 };

/** Events of training, about, that each settings are first given in a search: so many epochs, from one to four. */
const firstEvents = 100_000;
const firstEpochsOf = ({ product }: Train): number =>
  Math.min(4, Math.max(1, Math.round(firstEvents / Math.max(1, product.length))));

/**
 * `others`: settings that may be better than the defaults, the most promising first. With the setting `search` 1 a fit that has validation
 * looks among them too (searched-fit.ts).
 */
export const sequenceKind = (
  name: string,
  net: SequenceNet,
  defaults: NetShape & Partial<TrainingSettings>,
  others: readonly ModelSettings[] = [],
): ModelKind => {
  const build = (arrays: StoredModel['arrays'], meta: StoredModel['meta']): Fitted =>
    sequenceModel(name, net, arrays as TrainedWeights, meta);
  const fitOne = (train: Train, given: ModelSettings, context: FitContext): Promise<Fitted> => {
    const settings: TrainingSettings = { ...trainingDefaults, ...defaults, ...given };
    checkShape(name, settings);
    return trainSequenceNet(net, train, settings, context, (weights, epochs) => {
      const { vectors, biases, ...own } = weights;
      const catalogue = withBias(vectors!, biases!, settings.width);
      return { ...build({ ...own, catalogue }, { ...settings }), settled: { epochs } };
    });
  };
  return {
    name,
    neural: true,
    settingsShare: searchedShare,
    candidates: (): ModelSettings[] => [{ search: 1 }],
    fit: async (train, { search = 0, ...given }, context) => {
      if (search === 0) return fitOne(train, given, context);
      const fitWith = (settings: ModelSettings, within: FitContext): Promise<Fitted> => fitOne(train, settings, within);
      const model = await searchedFit(
        {
          first: given,
          others: others.map(other => ({ ...other, ...given })),
          firstEpochs: firstEpochsOf(train),
          fitWith,
        },
        context,
      );
      return { ...model, settled: { ...model.settled, search: 0 } };
    },
    restore: stored => {
      checkGaps(name, stored);
      return build(stored.arrays, stored.meta);
    },
  };
};

const checkShape = (name: string, { width, heads, window, layers, gaps }: TrainingSettings): void => {
  if (width % heads !== 0 || width % 4 !== 0)
    throw new RangeError(
      `${name}: the width must be a multiple of 4 and of the number of heads; got ${width} and ${heads}`,
    );
  if (window < 1 || layers < 1)
    throw new RangeError(`${name}: window and layers must be 1 or more; got ${window} and ${layers}`);
  if (gaps !== 0 && gaps !== gapScale)
    throw new RangeError(`${name}: gaps must be 0 (none) or ${gapScale} (read in buckets); got ${gaps}`);
};

/** Models stored before gaps were read name none, and have none. Throws for gaps that this program would read otherwise than they were learned. */
const checkGaps = (name: string, { arrays, meta }: StoredModel): void => {
  const { gaps = 0, width } = meta;
  if (gaps !== 0 && gaps !== gapScale)
    throw new Error(`${name} was stored with time gaps of scale ${gaps}; this program reads 0 (none) and ${gapScale}`);
  const expected = gaps === 0 ? 0 : gapBuckets * Number(width);
  const got = arrays.gaps?.length ?? 0;
  if (got !== expected) throw new Error(`${name} was stored with ${got} numbers for time gaps; it needs ${expected}`);
};

const withBias = (vectors: Float32Array, biases: Float32Array, width: number): Float32Array => {
  const out = new Float32Array(biases.length * (width + 1));
  for (let p = 0; p < biases.length; p++) {
    out.set(vectors.subarray(p * width, (p + 1) * width), p * (width + 1));
    out[p * (width + 1) + width] = biases[p]!;
  }
  return out;
};

/** `arrays.catalogue`: per product its vector and its bias. */
const sequenceModel = (name: string, net: SequenceNet, arrays: TrainedWeights, meta: StoredModel['meta']): Fitted => {
  const shape = meta as unknown as NetShape;
  const { width, window } = shape;
  const stride = width + 1;
  const catalogue = arrays.catalogue!;
  const products = catalogue.length / stride;
  const encoder = net.encoder(arrays, shape);
  /** What comes next, and 1 for the bias. */
  const state = new Float32Array(stride);
  state[width] = 1;
  const inputs = inputsOf(catalogue, arrays.gaps, width);
  const encode = (history: Past, out: Float32Array): boolean => {
    const end = history.items.length;
    if (end === 0) return false;
    const from = Math.max(0, end - window);
    encoder.encode(inputs(history, from), end - from, out);
    return true;
  };
  const explain = explainer(encode, catalogue, width);
  return {
    name,
    products,
    score: (history, _now, sheet) => {
      if (encode(history, state)) addProducts(state, catalogue, stride, sheet);
    },
    explain: (history, _now, product) => explain(history, product),
    factors: {
      width: stride,
      vectors: catalogue,
      query: (history, _now, out) => {
        out[width] = 1;
        return encode(history, out);
      },
    },
    store: () => ({ arrays, meta }),
  };
};

type Past = Pick<History, 'items' | 'at'>;

/**
 * What stands for the events of a history from a place on: the product's vector times √width, and the vector of the gap before it where the
 * model has those. The gap before the first event looked at is known too, as it was in training.
 */
export const inputsOf = (catalogue: Float32Array, gapVectors: Float32Array | undefined, width: number) => {
  const stride = width + 1;
  const scale = Math.sqrt(width);
  return ({ items, at }: Past, from: number): ReadInput => {
    const gaps = gapVectors && gapsOf(at);
    return (place, out, to) => {
      const row = items[from + place]! * stride;
      for (let i = 0; i < width; i++) out[to + i] = catalogue[row + i]! * scale;
      const gap = gaps?.[from + place] ?? 0;
      if (gap > 0) for (let i = 0, g = (gap - 1) * width; i < width; i++, g++) out[to + i]! += gapVectors![g]!;
    };
  };
};

/**
 * The product of the recent history without which this one would score lowest: the history is read again without each of the last few.
 * What those readings gave is kept for the next question about the same history.
 */
const explainer = (encode: (history: Past, out: Float32Array) => boolean, catalogue: Float32Array, width: number) => {
  let last: { history: History; whole: Float32Array; without: Map<number, Float32Array> } | null = null;
  const read = (history: Past): Float32Array => {
    const out = new Float32Array(width);
    encode(history, out);
    return out;
  };
  const withoutProduct = ({ items, at }: Past, product: number): Past => ({
    items: items.filter(item => item !== product),
    at: at.filter((_, e) => items[e] !== product),
  });
  return (history: History, product: number): IndexedReason => {
    if (last?.history !== history) {
      const without = new Map<number, Float32Array>();
      for (let e = history.items.length - 1; e >= 0 && without.size < tried; e--) {
        const item = history.items[e]!;
        if (!without.has(item)) without.set(item, read(withoutProduct(history, item)));
      }
      last = { history, whole: read(history), without };
    }
    const at = product * (width + 1);
    const score = dot(last.whole, 0, catalogue, at, width);
    let because = -1;
    let most = 0;
    for (const [item, state] of last.without) {
      const loss = item === product ? 0 : score - dot(state, 0, catalogue, at, width);
      if (loss > most) [because, most] = [item, loss];
    }
    return because < 0 ? { kind: 'popular' } : { kind: 'bought-with', because };
  };
};
