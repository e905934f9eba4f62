import { seededRandom } from '../../../knowledge/domain/random.ts';
import { distinctPairs, type SparseRows } from '../../data/interactions.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings } from '../model.ts';
import { stepDecays } from '../neighbours/item-item.ts';
import { entryOf } from '../neighbours/sparse-rows.ts';
import { factorModel } from './factor-model.ts';

/**
 * BPR-MF (Rendle, Freudenthaler, Gantner & Schmidt-Thieme 2009): what a shopper bought should score above what they did not,
 * ln σ(x_bought - x_other) over drawn triples, by AdaGrad steps (Duchi, Hazan & Singer 2011). The other product is drawn in proportion to
 * buyers^`popularityPower`: 0 is BPR's even draw, more makes bestsellers prove themselves.
 * Only products are kept. A history's vector is the ridge regression (`foldRidge`, `unobserved`) of what was bought on the product vectors,
 * so shoppers never seen in training are served like all others;
 * a large ridge makes it their plain sum.
 */
const defaults = {
  factors: 32,
  passes: 40,
  rate: 0.05,
  regularisation: 0.001,
  popularityPower: 0.75,
  unobserved: 0,
  foldRidge: 1_000,
  /** Share of the learned product bias that counts in a score. */
  biasShare: 0,
  halfLifeDays: 0,
  stepDecay: 1,
};
type Settings = typeof defaults;

export const bpr: ModelKind = {
  name: 'bpr',
  searchCost: 3,
  candidates: (): ModelSettings[] => [
    {},
    { halfLifeDays: 90 },
    { regularisation: 0.01, popularityPower: 0.5, biasShare: 0.2, foldRidge: 1, unobserved: 0.1 },
  ],
  queries: stepDecays,
  fit: async (train, settings, context) =>
    learn(distinctPairs(train), train.products.ids.length, { ...defaults, ...settings }, context),
  restore: ({ arrays, meta }) => {
    const settings = Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, Number(meta[name] ?? value)]),
    ) as Settings;
    return toModel(
      arrays.factors as Float32Array,
      arrays.bias as Float32Array,
      Uint8Array.from(arrays.active as Int32Array),
      settings,
    );
  },
};

const learn = async (pairs: SparseRows, products: number, settings: Settings, context: FitContext): Promise<Fitted> => {
  const active = new Uint8Array(products);
  for (const col of pairs.cols) active[col] = 1;
  const state = startBpr(pairs, products, settings, context.seed);
  for (let pass = 0; pass < settings.passes; pass++) {
    if (pass > 0 && performance.now() > (context.deadline ?? Number.POSITIVE_INFINITY)) break;
    context.onProgress?.(pass / settings.passes, `pass ${pass + 1}`);
    state.pass();
    await new Promise(resolve => setImmediate(resolve)); // the progress gets out
  }
  return toModel(
    state.factors,
    state.bias.map(value => value * settings.biasShare),
    active,
    settings,
  );
};

/** Steps of AdaGrad over as many drawn triples as there are pairs; `pass` returns their mean ln σ before each step. */
export const startBpr = (pairs: SparseRows, products: number, settings: Settings, seed: number) => {
  const { factors: d, rate, regularisation } = settings;
  const random = seededRandom(seed);
  const shoppers = pairs.start.length - 1;
  const small = (rows: number): Float32Array =>
    Float32Array.from({ length: rows * d }, () => ((random() + random() + random() - 1.5) * 0.2) / Math.sqrt(d));
  const own = small(shoppers);
  const factors = small(products);
  const bias = new Float32Array(products);
  const [ownSquares, squares] = [own, factors].map(rows => new Float32Array(rows.length).fill(1e-3)) as [
    Float32Array,
    Float32Array,
  ];
  const biasSquares = new Float32Array(products).fill(1e-3);
  const owner = new Int32Array(pairs.cols.length);
  for (let s = 0; s < shoppers; s++) owner.fill(s, pairs.start[s]!, pairs.start[s + 1]!);
  const draw = drawer(pairs, products, settings.popularityPower, random);

  const pass = (): number => {
    let gain = 0;
    let triples = 0;
    for (let n = 0; n < owner.length; n++) {
      const e = Math.floor(random() * owner.length);
      const s = owner[e]!;
      const other = draw();
      if (entryOf(pairs, s, other) >= 0) continue; // bought too: nothing to learn from
      const [u, i, j] = [s * d, pairs.cols[e]! * d, other * d];
      let ahead = bias[pairs.cols[e]!]! - bias[other]!;
      for (let f = 0; f < d; f++) ahead += own[u + f]! * (factors[i + f]! - factors[j + f]!);
      const pull = 1 / (1 + Math.exp(ahead));
      gain -= Math.log1p(Math.exp(-Math.max(-30, ahead)));
      triples++;
      for (let f = 0; f < d; f++) {
        const [x, y, z] = [own[u + f]!, factors[i + f]!, factors[j + f]!];
        step(own, ownSquares, u + f, pull * (y - z) - regularisation * x);
        step(factors, squares, i + f, pull * x - regularisation * y);
        step(factors, squares, j + f, -pull * x - regularisation * z);
      }
      step(bias, biasSquares, pairs.cols[e]!, pull - regularisation * bias[pairs.cols[e]!]!);
      step(bias, biasSquares, other, -pull - regularisation * bias[other]!);
    }
    return triples === 0 ? 0 : gain / triples;
  };
  const step = (values: Float32Array, sums: Float32Array, at: number, slope: number): void => {
    sums[at]! += slope * slope;
    values[at]! += (rate * slope) / Math.sqrt(sums[at]!);
  };
  return { factors, bias, pass };
};

/** Draws products that were bought at all, each in proportion to buyers^power. */
const drawer = (pairs: SparseRows, products: number, power: number, random: () => number): (() => number) => {
  const buyers = new Float64Array(products);
  for (const col of pairs.cols) buyers[col]!++;
  const upTo = new Float64Array(products);
  let total = 0;
  for (let p = 0; p < products; p++) {
    total += buyers[p]! > 0 ? buyers[p]! ** power : 0;
    upTo[p] = total;
  }
  return () => {
    const wanted = random() * total;
    let [low, high] = [0, products - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! <= wanted) low = middle + 1;
      else high = middle;
    }
    return low;
  };
};

const toModel = (factors: Float32Array, bias: Float32Array, active: Uint8Array, settings: Settings): Fitted =>
  factorModel({
    name: 'bpr',
    factors,
    d: settings.factors,
    bias,
    active,
    unobserved: settings.unobserved,
    ridge: () => settings.foldRidge,
    fading: settings,
    meta: settings,
  });
