import { type Event, type IdIndex, toInteractions } from '../../data/interactions.ts';
import type { ItemTraits } from '../../data/item-traits.ts';
import { defaultWeights } from '../../data/signal-weights.ts';
import { type SignalEvent, type Signals, toSignals } from '../../data/signals.ts';
import { type SplitRule, type Train, trainOnAll, validationSplit } from '../../data/splits.ts';
import { usualRating } from '../../data/weighed-signals.ts';
import { blendKinds } from '../blend/blend.ts';
import { type FitBlendLimits, fitBlend } from '../blend/fit-blend.ts';
import { servedBlend } from '../blend/served-blend.ts';
import { rankingCases, type WeighedBy } from '../cases.ts';
import { kindNamed } from '../kinds.ts';
import { type FitContext, lastMoment, type ModelKind, type StoredModel } from '../model.ts';
import { demandRatios } from '../popularity/demand-lift.ts';
import { repeatShares } from '../repeat/repeat-shares.ts';
import { type ChosenReranker, chooseReranker } from '../rerank/choose-reranker.ts';
import { productFacts } from '../rerank/product-facts.ts';
import { storeReranker } from '../rerank/rerank-store.ts';
import { chooseVariety, labelCodes, similarityOf } from '../serving/diversity.ts';
import { type TunedSignals, tuneSignals } from '../tune-signals.ts';
import { budgetShares, type CarryOut, type Pinned, type Purpose, startTuning } from '../tuning.ts';
import { bundleFormat, demandPart, labelPart, type RecommenderBundle, rerankPart } from './bundle-format.ts';

export interface BundleInput {
  /** Purchases, in any order. */
  readonly interactions: readonly Event[];
  /** Views, questions, ratings …: what they weigh is chosen on validation, and each model learns from them where that is better there. */
  readonly signals?: readonly SignalEvent[];
  /** Ids of all products, so that those nobody bought yet have a row. */
  readonly products?: readonly string[];
  /** What is known of the products with these rows. */
  readonly items?: (products: IdIndex) => ItemTraits;
  readonly now: Date;
  readonly seed: number;
  readonly backend: FitContext['backend'];
  /** Names of the blend's models, when not all; throws for none of the blend's. */
  readonly only?: readonly string[];
  readonly carryOut?: CarryOut;
  readonly maySearch?: () => boolean;
  /** performance.now() until which neural models may be trained too, final fits included; absent: none of them, unless `only` names them. */
  readonly until?: number;
  /** fraction 0..1 */
  readonly onProgress?: (fraction: number, step: string) => void;
}

// What a server can hold for 50,000 products: about 100 MB in all.
const pinned: Pinned = {
  'item-knn': { neighbours: 100 },
  markov: { neighbours: 100 },
  ease: { neighbours: 300 },
};
const fewestCases = 30;
/** What ranks the products that come again. */
const repeats = 'reorder';

/**
 * Trains every model and the blend's weights. The weights come from what shoppers bought in the last part of the data, by models
 * that saw only the part before; without enough shoppers for that, from each shopper's last purchase; failing that all models count
 * alike. Throws without any purchase. Same input and seed, same bundle.
 */
export const fitBundle = async (input: BundleInput): Promise<RecommenderBundle> => {
  const { interactions, signals = [], now, seed, backend, only, onProgress } = input;
  if (interactions.length === 0) throw new Error('No purchases to learn recommendations from');
  const all = toInteractions(interactions, input.products, new Set(signals.map(event => event.shopper)));
  const train = trainOnAll(all);
  const purpose: Purpose = { ...pickRule(train, seed), maskSeen: true, k: 10, seed };
  const again = kindNamed(repeats);
  const kinds = blendKinds(true).filter(kind => only === undefined || only.includes(kind.name));
  if (kinds.length === 0) throw new Error(`The blend has none of the models ${only?.join(', ')}`);
  const steps = 2 * kinds.length + 2;
  let done = 0;
  let furthest = 0;
  const items = input.items?.(all.products);
  const beside = await weighed(input, train, toSignals(signals, all), purpose);
  const tuning = startTuning({
    train,
    now: Math.max(now.getTime(), lastMoment(train)),
    purpose,
    pinned,
    backend,
    ...(beside !== null && { signals: beside }),
    ...(items !== undefined && { items }),
    ...(input.carryOut !== undefined && { carryOut: input.carryOut }),
    ...(input.maySearch !== undefined && { maySearch: input.maySearch }),
    onProgress: (kind, fraction, detail) => {
      // Each of a kind's settings begins anew at 0; the bar waits.
      furthest = Math.max(furthest, (done + fraction) / steps);
      onProgress?.(furthest, `${kind}: ${detail}`);
    },
  });
  const { components, inner, weights, shapes, lifts, lift, choice, leftOut } = await fitBlend(tuning, kinds, {
    ...timeLimits(input, kinds),
    onStep: name => {
      furthest = Math.max(furthest, Math.min(done++, steps - 1) / steps);
      onProgress?.(furthest, name);
    },
  });
  const labels = labelCodes(items);
  const variety = chooseVariety(
    servedBlend(inner, weights, shapes),
    tuning.validation,
    similarityOf(Object.values(labels), inner),
    purpose,
  );
  const inside = validationSplit(train, purpose.rule, seed);
  const reranker =
    input.maySearch?.() === false
      ? null
      : await chooseReranker({
          tuning,
          inside,
          inner,
          lift,
          blendOf: parts => servedBlend(parts, weights, shapes),
          items,
          beside,
          backend,
        });
  const looksAgain = reranker?.reranker
    ? storeReranker(reranker.reranker, productFacts(train, lastMoment(train), items, beside?.signals))
    : null;
  const shares = repeatShares(inside);
  const buyAgain = await tuning.fit(again);
  onProgress?.(1, 'done');

  const arrays: Record<string, Float32Array | Int32Array> = {};
  const models: Record<string, StoredModel['meta']> = {};
  for (const [name, codes] of Object.entries(labels)) arrays[`${labelPart}${name}`] = codes;
  for (const { halfLifeDays, exponent } of lifts)
    if (exponent !== 0) arrays[`${demandPart}${halfLifeDays}`] ??= demandRatios(train, tuning.now, halfLifeDays);
  for (const model of [...components, buyAgain]) {
    const stored = model.store();
    models[model.name] = stored.meta;
    for (const [name, array] of Object.entries(stored.arrays)) arrays[`${model.name}.${name}`] = array;
  }
  for (const [name, array] of Object.entries(looksAgain?.arrays ?? {})) arrays[`${rerankPart}${name}`] = array;
  return {
    arrays,
    meta: {
      format: bundleFormat,
      name: 'blend',
      arrays: Object.keys(arrays),
      products: train.products.ids,
      components: components.map(component => component.name),
      models,
      weights,
      shapes,
      lifts,
      repeats,
      repeatShares: shares,
      variety: variety.strength,
      signals: beside && { weights: beside.weights, usualRating: usualRating(beside.signals) },
      reranker: looksAgain?.meta ?? null,
      metrics: {
        variety,
        reranker: told(reranker),
        ...(beside !== null && { signalWeights: beside.tuned ?? beside.weights }),
      },
      validation: {
        rule: purpose.rule.kind,
        shoppers: tuning.validation.cases.length,
        ndcgAt10: choice.ndcg,
        way: choice.way,
        waysTried: choice.tried,
        alone: choice.alone,
        leftOutForTime: leftOut,
      },
      trainedOn: {
        purchases: interactions.length,
        signals: signals.length,
        shoppers: new Set(train.shopper).size,
        products: train.products.ids.length,
        until: new Date(lastMoment(train)).toISOString(),
      },
      seed,
    },
  };
};

const timeLimits = ({ until, only }: BundleInput, kinds: readonly ModelKind[]): FitBlendLimits => {
  if (until === undefined) return only === undefined ? { until: 0 } : {};
  if (kinds.every(kind => kind.neural !== true)) return {};
  const start = performance.now();
  const all = Math.max(0, until - start);
  const weightsTime = budgetShares.weights * all;
  return { quickUntil: start + budgetShares.quick * all, until, afterwards: () => weightsTime, weightsTime };
};

/** Of the columns those that matter most; whether it serves is decided by its gain on validation alone. */
const told = (reranker: ChosenReranker | null): unknown =>
  reranker === null
    ? 'not tried: too few shoppers came back, time was short, or a neural model is in the blend'
    : {
        ...reranker.verdict,
        serves: reranker.reranker !== null,
        importance: reranker.verdict.importance.slice(0, 20),
      };

/** The signals with the weights chosen for them; null without any. */
const weighed = async (
  { backend, maySearch = () => true }: BundleInput,
  train: Train,
  signals: Signals,
  purpose: Purpose,
): Promise<(WeighedBy & { readonly tuned: TunedSignals | null }) | null> => {
  if (signals.items.length === 0) return null;
  const tuned = maySearch() ? await tuneSignals({ train, signals, purpose, backend }) : null;
  return { signals, weights: tuned?.weights ?? defaultWeights, tuned };
};

const pickRule = (train: Train, seed: number): { rule: SplitRule } => {
  const end = new Date(lastMoment(train) + 1);
  const temporal: SplitRule = { kind: 'temporal', cut: end };
  const split = validationSplit(train, temporal, seed);
  return rankingCases(split, true).cases.length >= fewestCases
    ? { rule: temporal }
    : { rule: { kind: 'leave-last-out' } };
};
