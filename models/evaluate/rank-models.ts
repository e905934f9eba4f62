import { seededRandom } from '../../knowledge/domain/random.ts';
import { type BackendChoice, openOnce } from '../backend/backend.ts';
import { shuffled } from '../backend/training.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import type { Split } from '../data/splits.ts';
import { blendKinds, blendOf } from '../recommend/blend/blend.ts';
import { chooseAll, type FittedBlend, fitBlend } from '../recommend/blend/fit-blend.ts';
import { blendSource } from '../recommend/blend/short-list.ts';
import { type RankingCase, rankingCases } from '../recommend/cases.ts';
import { floorKinds, kindNamed, modelKinds } from '../recommend/kinds.ts';
import type { Clock, ModelKind } from '../recommend/model.ts';
import { type Ranker, rankerOf, scorerOf } from '../recommend/ranker.ts';
import { productFacts } from '../recommend/rerank/product-facts.ts';
import { fitReranker } from '../recommend/rerank/rerank.ts';
import { rerankingRanker } from '../recommend/rerank/reranking-ranker.ts';
import { type Statable, statedCases } from '../recommend/stated-cases.ts';
import { type CarryOut, startTuning, type Tuning } from '../recommend/tuning.ts';
import { meanMetrics, type RankingMetrics, rankingMetrics } from './ranking-metrics.ts';
import { cutShort, noteChoice, noteLifts, noteReranker } from './ranking-notes.ts';
import { rankingPlan } from './ranking-plan.ts';
import { BadInput, type EvaluateIo, type Predictions } from './task.ts';

const blendNames = ['blend', 'forest-rerank'] as const;
export const rankingModelNames: readonly string[] = [...modelKinds.map(kind => kind.name), ...blendNames];
const isBlend = (model: string): boolean => blendNames.some(name => name === model);
/** What has an opinion on products nobody bought yet, and the floor beside it. */
export const coldModelNames: readonly string[] = [...floorKinds, ...modelKinds]
  .filter(kind => kind.scoresCold === true)
  .map(kind => kind.name);

export interface RankingOptions {
  /** As it was typed; printed with each result. */
  readonly splitText: string;
  readonly maskSeen: boolean;
  /** What is known of the products. */
  readonly items?: ItemTraits;
  /** Traits that new shoppers are taken to have told of what they bought first, as cases beside the others; absent: none. */
  readonly stated?: readonly Statable[];
  readonly models: readonly string[];
  readonly k: number;
  readonly seed: number;
  readonly backend: BackendChoice;
  /** For settings, fits, blend and ranking together; neural models share what the quick ones leave of it. 0: none of them, and no limit. */
  readonly budgetMinutes: number;
  readonly carryOut?: CarryOut;
  readonly clock?: Clock;
}

/** Fits each model on the train part, ranks for every held-out shopper, prints one result per model. */
export const rankModels = async (
  split: Split,
  options: RankingOptions,
  io: EvaluateIo,
  predictions: Predictions,
): Promise<void> => {
  const { k, seed, maskSeen } = options;
  const { cases: found, known, now, skippedShoppers, skippedEvents } = rankingCases(split, maskSeen);
  const { items, stated } = options;
  const cases =
    items === undefined || stated === undefined ? found : [...found, ...statedCases(split, known, items, stated)];
  io.note(
    `${cases.length} shoppers to rank for; left out: ${skippedShoppers} shoppers without a past, ${skippedEvents} events of products never seen in train`,
  );
  if (cases.length === 0) throw new BadInput(`The split ${options.splitText} leaves no shopper to rank for`);
  const catalogue = known.reduce((sum, one) => sum + one, 0);
  const { budgetMinutes, clock = () => performance.now() } = options;
  const tuning = startTuning({
    train: split.train,
    now,
    purpose: { rule: split.rule, maskSeen, k, seed },
    backend: openOnce(options.backend),
    // Without a budget for neural models the quick ones take what they need.
    maySearch: () => !plan.isOver(),
    clock,
    ...(options.items !== undefined && { items: options.items }),
    ...(options.carryOut !== undefined && { carryOut: options.carryOut }),
  });
  const named = options.models.filter(model => !isBlend(model)).map(kindNamed);
  const wanted = options.models.some(isBlend)
    ? [...blendKinds(maskSeen), ...named.filter(kind => !blendKinds(maskSeen).includes(kind))]
    : named;
  const plan = rankingPlan({
    budget: budgetMinutes * 60_000,
    clock,
    tuning,
    shoppers: cases.length,
    models: options.models,
    blends: blendNames,
    networks: wanted.some(kind => kind.neural === true),
  });
  const budgetText = `the budget of ${Number(budgetMinutes.toPrecision(3))} minutes`;
  if (budgetMinutes > 0) io.note(`${budgetText} is for settings, fits, blend and ranking together`);
  // All settings first, so that every neural model has its share of the time, whether alone or within the blend.
  let inTime = 0;
  const { tried, leftOut } = await chooseAll(tuning, wanted, { ...plan, clock }, step => {
    if (!plan.isOver()) inTime++;
    io.note(step);
  });
  if (plan.isOver())
    io.note(`${budgetText} was over before the search was: models after the first ${inTime} have their first settings`);
  const missing = new Set(leftOut);
  const members = (): readonly ModelKind[] =>
    blendKinds(maskSeen).filter(kind => tried.includes(kind) && !missing.has(kind.name));
  let fittedBlend: Promise<FittedBlend> | null = null;
  const blendFit = (): Promise<FittedBlend> => {
    fittedBlend ??= fitBlend(tuning, members(), { clock, weightsTime: plan.weightsTime });
    return fittedBlend;
  };
  // A drawn order where time may end the ranking, so that those before are a sample.
  const drawn = budgetMinutes > 0 ? shuffled(cases.length, seededRandom(seed + 13)) : Array.from(cases.keys());
  for (const [m, model] of options.models.entries()) {
    if (missing.has(model)) {
      io.note(`${model} is left out: ${budgetText} is too short to train it`);
      continue;
    }
    const kind = isBlend(model) ? undefined : kindNamed(model);
    const later = tried.filter(one => one.neural !== true && !options.models.slice(0, m).includes(one.name));
    const isToFit = kind?.neural === true && !tuning.isFitted(kind);
    const fitUntil = isToFit ? plan.finalFitUntil(kind, later) : Number.POSITIVE_INFINITY;
    if (fitUntil === null) {
      missing.add(model);
      io.note(`${model} is left out: ${budgetText} has no time for its final fit`);
      continue;
    }
    if (model === 'forest-rerank' && plan.isLongOver()) {
      io.note(`${model} is left out: ${budgetText} is over`);
      continue;
    }
    const { ranker, trainMilliseconds } = await fitNamed(
      model,
      tuning,
      blendFit,
      { known, now, items: options.items, fitUntil },
      io,
    );
    if (clock() >= fitUntil) io.note('  its final fit was ended by the clock');
    const tallies = new Map<string, Tally>();
    for (const one of cases) tallies.set(keyOf(one), { told: toldOf(one), metrics: [], shown: new Set() });
    let rankMilliseconds = 0;
    let ranked = 0;
    for (const c of drawn) {
      if (plan.isEnough(ranked)) break;
      ranked++;
      const { shopper, history, relevant } = cases[c]!;
      const start = performance.now();
      const top = ranker.top(history, now);
      rankMilliseconds += performance.now() - start;
      const { told, metrics, shown } = tallies.get(keyOf(cases[c]!))!;
      for (const product of top) shown.add(product);
      metrics.push(rankingMetrics(top, relevant, k));
      predictions.write({
        model,
        shopper: split.train.shoppers.ids[shopper],
        ...told,
        top: Array.from(top, product => split.train.products.ids[product]),
        heldOut: Array.from(relevant, product => split.train.products.ids[product]),
      });
    }
    if (ranked < cases.length)
      io.note(`  ranked for ${ranked} of ${cases.length} shoppers, drawn by seed: ${budgetText} is long over`);
    for (const { told, metrics, shown } of tallies.values()) {
      const means = meanMetrics(metrics);
      if (means === null) {
        io.note(`  no result for ${JSON.stringify(told)}: none of these shoppers was among those ranked for`);
        continue;
      }
      io.print({
        model,
        split: options.splitText,
        ...told,
        k,
        seed,
        ...means,
        coverage: shown.size / catalogue,
        trainSeconds: trainMilliseconds / 1000,
        microsPerShopper: (rankMilliseconds * 1000) / ranked,
        shoppers: metrics.length,
        products: catalogue,
        newItemsOnly: maskSeen,
      });
    }
  }
};

const toldOf = ({ firstEvents, stated }: RankingCase): Tally['told'] => ({
  ...(firstEvents !== undefined && { firstEvents }),
  ...(stated !== undefined && { stated }),
});
const keyOf = ({ firstEvents, stated }: RankingCase): string => `${firstEvents} ${stated}`;

/** What was known of these shoppers, and what came of ranking for them. */
interface Tally {
  readonly told: { readonly firstEvents?: number; readonly stated?: string };
  readonly metrics: RankingMetrics[];
  readonly shown: Set<number>;
}

interface Asked {
  readonly known: Uint8Array;
  readonly now: number;
  readonly items: ItemTraits | undefined;
  readonly fitUntil: number;
}

/** `trainMilliseconds`: choosing settings, fitting, and for the blend the same of all its parts. */
const fitNamed = async (
  model: string,
  tuning: Tuning,
  blendFit: () => Promise<FittedBlend>,
  { known, now, items, fitUntil }: Asked,
  io: EvaluateIo,
): Promise<{ readonly ranker: Ranker; readonly trainMilliseconds: number }> => {
  io.note(`fitting ${model}`);
  const { maskSeen, k } = tuning.purpose;
  if (!isBlend(model)) {
    const kind = kindNamed(model);
    const fitted = await tuning.fit(kind, fitUntil);
    io.note(`  settings ${JSON.stringify((await tuning.choose(kind)).settings)}${cutShort(tuning, kind)}`);
    const ranker = rankerOf(scorerOf(fitted), { known, maskSeen, k });
    return { ranker, trainMilliseconds: tuning.spent(kind) };
  }
  const start = performance.now();
  const kinds = blendKinds(maskSeen);
  const before = kinds.reduce((sum, kind) => sum + tuning.spent(kind), 0);
  const { components, inner, weights, shapes, lifts, choice } = await blendFit();
  const blend = blendOf(components, weights, shapes);
  if (model === 'blend') {
    noteChoice(choice, blend, tuning, io);
    noteLifts(components, lifts, io);
  }
  const reranker =
    model === 'blend'
      ? null
      : fitReranker({
          source: blendSource(blendOf(inner, weights, shapes)),
          facts: productFacts(tuning.innerTrain, tuning.validation.now, items),
          train: tuning.innerTrain,
          validation: tuning.validation,
          purpose: tuning.purpose,
        });
  if (reranker !== null) noteReranker(reranker, io);
  const ranker =
    reranker === null
      ? rankerOf(blend, { known, maskSeen, k })
      : rerankingRanker(blendSource(blend), productFacts(tuning.train, now, items), reranker, { known, maskSeen, k });
  return { ranker, trainMilliseconds: before + performance.now() - start };
};
