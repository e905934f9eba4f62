import { seededRandom } from '../../../knowledge/domain/random.ts';
import { distinctPairs, type SparseRows, transpose } from '../../data/interactions.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings } from '../model.ts';
import { stepDecays } from '../neighbours/item-item.ts';
import { factorModel } from './factor-model.ts';
import { RidgeRows, scaledGram } from './weighted-ridge.ts';

/**
 * Implicit alternating least squares (Hu, Koren & Volinsky 2008) as Rendle, Krichene, Zhang & Koren 2021 set it up:
 *   Σ over bought (1 - w_s·v_p)² + unobserved · Σ over all pairs (w_s·v_p)² + Σ_s ridge(n_s, products) |w_s|² + Σ_p ridge(n_p, shoppers) |v_p|²
 * with ridge(n, others) = regularisation · (n + unobserved · others)^`power`, so that what is seen often is held back more.
 * Each sweep solves all shoppers, then all products, by a few conjugate gradient steps from where they stood (Takács, Pilászy & Tikk 2011).
 * Only product factors are kept; the vector of a history is solved when it is asked for.
 */
const defaults = {
  factors: 64,
  sweeps: 10,
  unobserved: 0.1,
  regularisation: 0.003,
  power: 1,
  /** Conjugate gradient steps per row and sweep. */
  steps: 3,
  halfLifeDays: 0,
  stepDecay: 1,
};
export type IalsSettings = typeof defaults;

export const ials: ModelKind = {
  name: 'ials',
  searchCost: 4,
  candidates: ({ products }): ModelSettings[] => {
    const factors = products.ids.length < 1_000 ? 32 : 64;
    // What was not bought must not outweigh what was by its number alone, or only bestsellers are left.
    if (products.ids.length > 5_000)
      return [
        { factors, unobserved: 0.03, regularisation: 0.003 },
        { factors, unobserved: 0.01, regularisation: 0.01 },
        { factors, unobserved: 0.1, regularisation: 0.003 },
      ];
    return [
      { factors, unobserved: 0.3, regularisation: 0.01 },
      { factors, unobserved: 0.3, regularisation: 0.003 },
      { factors, unobserved: 0.1, regularisation: 0.01 },
      { factors, unobserved: 0.3, regularisation: 0.01, halfLifeDays: 60 },
    ];
  },
  queries: stepDecays,
  fit: (train, settings, context) =>
    learn(distinctPairs(train), train.products.ids.length, { ...defaults, ...settings }, context),
  restore: ({ arrays, meta }) => {
    const settings = Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [name, Number(meta[name] ?? value)]),
    ) as IalsSettings;
    return toModel(arrays.factors as Float32Array, Uint8Array.from(arrays.active as Int32Array), settings);
  },
};

const learn = async (
  pairs: SparseRows,
  products: number,
  settings: IalsSettings,
  context: FitContext,
): Promise<Fitted> => {
  const state = startIals(pairs, products, settings, context.seed);
  for (let s = 0; s < settings.sweeps; s++) {
    if (s > 0 && performance.now() > (context.deadline ?? Number.POSITIVE_INFINITY)) break;
    context.onProgress?.(s / settings.sweeps, `sweep ${s + 1}`);
    state.sweep();
    await new Promise(resolve => setImmediate(resolve)); // the progress gets out
  }
  const active = new Uint8Array(products);
  for (const col of pairs.cols) active[col] = 1;
  return toModel(state.productFactors, active, settings);
};

const ridgeOf = ({ regularisation, power, unobserved }: IalsSettings, count: number, others: number): number =>
  regularisation * (count + unobserved * others) ** power;

export interface IalsState {
  readonly shopperFactors: Float32Array;
  readonly productFactors: Float32Array;
  /** Shoppers, then products; the objective never grows. */
  sweep(): void;
}

/** `pairs`: shopper × product, values are not read. */
export const startIals = (pairs: SparseRows, products: number, settings: IalsSettings, seed: number): IalsState => {
  const { factors: d, unobserved } = settings;
  const buyers = transpose(pairs, products);
  const activeProducts = countRows(buyers);
  const activeShoppers = countRows(pairs);
  const random = seededRandom(seed);
  // A row without purchases stays 0: that is its least squares answer.
  const shopperFactors = normalRows(pairs, d, random);
  const productFactors = normalRows(buyers, d, random);
  const rows = new RidgeRows(d);
  const weights = new Float32Array(pairs.cols.length).fill(1);
  const solve = (own: Float32Array, matrix: SparseRows, other: Float32Array, others: number): void => {
    const base = scaledGram(other, d, unobserved);
    for (let r = 0; r < matrix.start.length - 1; r++) {
      const [from, to] = [matrix.start[r]!, matrix.start[r + 1]!];
      if (to === from) continue;
      const seen = { cols: matrix.cols, weights, from, to };
      rows.improve(own, r * d, other, base, ridgeOf(settings, to - from, others), seen, settings.steps);
    }
  };
  return {
    shopperFactors,
    productFactors,
    sweep: () => {
      solve(shopperFactors, pairs, productFactors, activeProducts);
      solve(productFactors, buyers, shopperFactors, activeShoppers);
    },
  };
};

const countRows = ({ start }: SparseRows): number => {
  let count = 0;
  for (let r = 0; r < start.length - 1; r++) if (start[r + 1]! > start[r]!) count++;
  return count;
};

/** Normal with standard deviation 0.1 / √d (Box & Muller 1958) where the matrix has entries, else 0. */
const normalRows = ({ start }: SparseRows, d: number, random: () => number): Float32Array => {
  const rows = start.length - 1;
  const factors = new Float32Array(rows * d);
  const scale = 0.1 / Math.sqrt(d);
  for (let r = 0; r < rows; r++)
    if (start[r + 1]! > start[r]!)
      for (let a = 0; a < d; a++)
        factors[r * d + a] = scale * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return factors;
};

const toModel = (factors: Float32Array, active: Uint8Array, settings: IalsSettings): Fitted => {
  const count = active.reduce((sum, one) => sum + one, 0);
  return factorModel({
    name: 'ials',
    factors,
    d: settings.factors,
    active,
    unobserved: settings.unobserved,
    ridge: size => ridgeOf(settings, size, count),
    fading: settings,
    meta: settings,
  });
};
