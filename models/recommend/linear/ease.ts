import { distinctPairs, type SparseRows, transpose } from '../../data/interactions.ts';
import type { Train } from '../../data/splits.ts';
import type { FitContext, Fitted, ModelKind, ModelSettings } from '../model.ts';
import { stepDecays, storedNeighbours } from '../neighbours/item-item.ts';
import { SparseBuilder } from '../neighbours/sparse-rows.ts';
import { mostBought } from '../popularity/most-bought.ts';
import { easeGram, easeMatrix } from './ease-gram.ts';
import { localEase } from './ease-local.ts';
import { denseEase, sparseEase } from './ease-model.ts';
import type { LowerTriangle } from './invert.ts';

/**
 * EASE (Steck 2019): the item-item matrix B with zero diagonal that best rebuilds the shopper-product matrix X under an L2 penalty, in
 * closed form: P = (XᵀX + Λ)⁻¹, B_ij = -P_ij / P_jj. Λ = λI + p/(1-p) · diag(XᵀX), the second part being `dropout` p on what a product
 * is rebuilt from (EDLAE, Steck 2020). X is 0/1 or weighted by time and by shopper (ease-gram.ts).
 *
 * Up to `mostExact` products the answer is exact: 4 bytes · n² (twice that while the result is read) and about n³ / 15e9 seconds for n
 * products. Beyond that each product is explained by the `support` products nearest to it (ease-local.ts): 12,000 products take about as
 * long as 4,000 exact ones; `gapHalfLifeDays` has no part in it.
 * `neighbours` > 0 keeps that many entries of the largest magnitude per target, for serving; 0 keeps the whole matrix.
 * `halfLifeDays`, `stepDecay`: how fast a history fades as a query (item-item.ts).
 *
 * Where validation cases are at hand, a fit chooses its settings itself, on the `mostSearched` best-selling products, where one trial takes
 * a fraction of a second, or on all those of a large catalogue with less support: first whether the query fades by steps, then how the past is weighted, then λ, then the query's half-life. How
 * strongly it fades by steps is chosen again for all products, which needs no fit.
 */
const defaults = {
  lambda: 300,
  dropout: 0,
  shopperPower: 0,
  learnHalfLifeDays: 0,
  gapHalfLifeDays: 0,
  halfLifeDays: 0,
  stepDecay: 1,
  neighbours: 0,
  mostExact: 6_000,
  support: 200,
};
export type EaseSettings = typeof defaults;

const mostSearched = 1_000;
/** Up to so many products a trial of a large catalogue is of all of them, for there the best-selling ones say too little of the others. */
const mostLocalTrial = 25_000;
const weightings: readonly Partial<EaseSettings>[] = [
  {},
  { lambda: 30, shopperPower: 0.5 },
  { lambda: 60, gapHalfLifeDays: 3 },
  { lambda: 60, gapHalfLifeDays: 0.05 },
  { lambda: 200, learnHalfLifeDays: 120, halfLifeDays: 120, gapHalfLifeDays: 120 },
  { lambda: 30, learnHalfLifeDays: 120, halfLifeDays: 120, shopperPower: 0.5 },
];

export const ease: ModelKind = {
  name: 'ease',
  searchCost: 3,
  candidates: (): ModelSettings[] => [{}],
  queries: [{ stepDecay: 1 }, ...stepDecays],
  fit: (train, settings, context) => {
    const wanted = { ...defaults, ...settings };
    if (context.validate === undefined) return learn(train, wanted, context);
    const settled = search(train, wanted, context, context.validate);
    const start = performance.now();
    const model = learn(train, { ...wanted, ...settled }, context);
    return { ...model, settled, trainMilliseconds: performance.now() - start };
  },
  restore: stored =>
    stored.arrays.dense === undefined
      ? sparseEase(storedNeighbours(stored), stored.meta)
      : denseEase(stored.arrays.dense as Float32Array, stored.arrays.position as Int32Array, stored.meta),
};

/** The best settings on validation; NDCG of a model of the best-selling products, or of one with less support, stands for the real one's. */
const search = (
  train: Train,
  wanted: EaseSettings,
  context: FitContext,
  validate: (model: Fitted) => number,
): Partial<EaseSettings> => {
  const sold = new Set(train.product).size;
  const isLocal = sold > wanted.mostExact && sold <= mostLocalTrial;
  const small = { ...wanted, neighbours: 0, ...(isLocal ? { support: 100 } : { mostExact: mostSearched }) };
  const trial = isLocal ? local : exact;
  const quiet = { ...context, onProgress: () => {} };
  let best: Partial<EaseSettings> = {};
  let most = -1;
  let steps = 0;
  const attempt = (changes: Partial<EaseSettings>): void => {
    if (most >= 0 && performance.now() > (context.deadline ?? Number.POSITIVE_INFINITY)) return;
    context.onProgress?.(Math.min(0.7, steps++ / 20), `trial ${steps}`);
    const ndcg = validate(trial(train, { ...small, ...changes }, quiet));
    if (ndcg > most) [best, most] = [changes, ndcg];
  };
  for (const stepDecay of [1, 0.9, 0.65]) attempt({ lambda: 100, stepDecay });
  const { stepDecay = 1 } = best;
  for (const changes of weightings)
    if (!isLocal || changes.gapHalfLifeDays === undefined) attempt({ ...changes, stepDecay });
  const { lambda = wanted.lambda } = best;
  const weighting = best;
  for (const factor of [0.4, 2.5]) attempt({ ...weighting, lambda: lambda * factor });
  const penalised = best;
  attempt({ ...penalised, dropout: 0.3 });
  const fading = best;
  for (const halfLifeDays of [0, 30, 120, 365])
    if (halfLifeDays !== (fading.halfLifeDays ?? wanted.halfLifeDays)) attempt({ ...fading, halfLifeDays });
  return best;
};

const learn = (train: Train, settings: EaseSettings, context: FitContext): Fitted => {
  const sold = new Set(train.product).size;
  return sold <= settings.mostExact ? exact(train, settings, context) : local(train, settings, context);
};

const dropoutFactor = (dropout: number): number => dropout / (1 - dropout);

const exact = (train: Train, settings: EaseSettings, { now }: FitContext): Fitted => {
  const products = train.products.ids.length;
  const { chosen, position } = mostBought(distinctPairs(train), products, settings.mostExact);
  const n = chosen.length;
  const pairs = easeMatrix(train, settings, now);
  const gram = easeGram(train, pairs, position, n, settings.gapHalfLifeDays);
  const { values, stride } = gram;
  for (let i = 0; i < n; i++)
    values[i * stride + i]! += settings.lambda + dropoutFactor(settings.dropout) * values[i * stride + i]!;
  gram.invert();
  return settings.neighbours === 0
    ? denseEase(wholeMatrix(gram), position, settings)
    : sparseEase(nearest(gram, chosen, position, settings.neighbours), settings);
};

/** B from P, n × n, row = source, column = target. */
const wholeMatrix = ({ n, stride, values }: LowerTriangle): Float32Array => {
  const b = new Float32Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      const value = values[i * stride + j]!;
      b[i * n + j] = -value / values[j * stride + j]!;
      b[j * n + i] = -value / values[i * stride + i]!;
    }
  return b;
};

/** The same, only the `keep` largest of each target. */
const nearest = (
  { n, stride, values }: LowerTriangle,
  chosen: Int32Array,
  position: Int32Array,
  keep: number,
): SparseRows => {
  const byTarget = new SparseBuilder(keep);
  const row = new Float32Array(position.length);
  for (let target = 0; target < position.length; target++) {
    const j = position[target]!;
    if (j >= 0)
      for (let i = 0; i < n; i++) {
        const value = i < j ? values[j * stride + i]! : values[i * stride + j]!;
        row[chosen[i]!] = i === j ? 0 : -value / values[j * stride + j]!;
      }
    byTarget.push(chosen, j >= 0 ? n : 0, row);
  }
  return transpose(byTarget.done(), position.length);
};

const local = (train: Train, settings: EaseSettings, { now, onProgress }: FitContext): Fitted => {
  const products = train.products.ids.length;
  const neighbours = localEase(easeMatrix(train, settings, now), products, {
    ridge: squares => settings.lambda + dropoutFactor(settings.dropout) * squares,
    support: settings.support,
    steps: 12,
    keep: settings.neighbours === 0 ? settings.support : Math.min(settings.support, settings.neighbours),
    onProduct: done => {
      if (done % 500 === 0) onProgress?.(0.7 + (0.3 * done) / products, `product ${done}`);
    },
  });
  return sparseEase(neighbours, settings);
};
