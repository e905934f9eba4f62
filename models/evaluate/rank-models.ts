import { type BackendChoice, openOnce } from '../backend/backend.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import type { Split } from '../data/splits.ts';
import { blendKinds, blendOf } from '../recommend/blend.ts';
import { rankingCases } from '../recommend/cases.ts';
import { chooseAll, fitBlend } from '../recommend/fit-blend.ts';
import { floorKinds, kindNamed, modelKinds } from '../recommend/kinds.ts';
import { rankerOf, scorerOf } from '../recommend/ranker.ts';
import { type CarryOut, startTuning, type Tuning } from '../recommend/tuning.ts';
import { meanMetrics, type RankingMetrics, rankingMetrics } from './ranking-metrics.ts';
import { BadInput, type EvaluateIo, type Predictions } from './task.ts';

export const rankingModelNames: readonly string[] = [...modelKinds.map(kind => kind.name), 'blend'];
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
  readonly models: readonly string[];
  readonly k: number;
  readonly seed: number;
  readonly backend: BackendChoice;
  /** For fitting all models; neural ones that are not named share what the quick ones leave of it. 0: none of them. */
  readonly budgetMinutes: number;
  readonly carryOut?: CarryOut;
}

/** Fits each model on the train part, ranks for every held-out shopper, prints one result per model. */
export const rankModels = async (
  split: Split,
  options: RankingOptions,
  io: EvaluateIo,
  predictions: Predictions,
): Promise<void> => {
  const { k, seed, maskSeen } = options;
  const { cases, known, now, skippedShoppers, skippedEvents } = rankingCases(split, maskSeen);
  io.note(
    `${cases.length} shoppers to rank for; left out: ${skippedShoppers} shoppers without a past, ${skippedEvents} events of products never seen in train`,
  );
  if (cases.length === 0) throw new BadInput(`The split ${options.splitText} leaves no shopper to rank for`);
  const catalogue = known.reduce((sum, one) => sum + one, 0);
  const tuning = startTuning({
    train: split.train,
    now,
    purpose: { rule: split.rule, maskSeen, k, seed },
    backend: openOnce(options.backend),
    ...(options.items !== undefined && { items: options.items }),
    ...(options.carryOut !== undefined && { carryOut: options.carryOut }),
  });
  const until = performance.now() + options.budgetMinutes * 60_000;
  const named = options.models.filter(model => model !== 'blend').map(kindNamed);
  const wanted = options.models.includes('blend')
    ? [...blendKinds(maskSeen), ...named.filter(kind => !blendKinds(maskSeen).includes(kind))]
    : named;
  // All settings first, so that every neural model has its share of the time, whether alone or within the blend.
  const { leftOut } = await chooseAll(tuning, wanted, until, step => io.note(step));
  for (const model of options.models) {
    if (leftOut.includes(model)) {
      io.note(`${model} is left out: the budget of ${options.budgetMinutes} minutes is too short to train it`);
      continue;
    }
    const { scorer, trainMilliseconds } = await fitNamed(model, tuning, leftOut, io);
    const ranker = rankerOf(scorer, { known, maskSeen, k });
    const metrics: RankingMetrics[] = [];
    const shown = new Set<number>();
    let rankMilliseconds = 0;
    for (const { shopper, history, relevant } of cases) {
      const start = performance.now();
      const top = ranker.top(history, now);
      rankMilliseconds += performance.now() - start;
      for (const product of top) shown.add(product);
      metrics.push(rankingMetrics(top, relevant, k));
      predictions.write({
        model,
        shopper: split.train.shoppers.ids[shopper],
        top: Array.from(top, product => split.train.products.ids[product]),
        heldOut: Array.from(relevant, product => split.train.products.ids[product]),
      });
    }
    const mean = meanMetrics(metrics);
    io.print({
      model,
      split: options.splitText,
      k,
      seed,
      ...mean,
      coverage: shown.size / catalogue,
      trainSeconds: trainMilliseconds / 1000,
      microsPerShopper: (rankMilliseconds * 1000) / cases.length,
      shoppers: cases.length,
      products: catalogue,
      newItemsOnly: maskSeen,
    });
  }
};

/** `trainMilliseconds`: choosing settings, fitting, and for the blend the same of all its parts. */
const fitNamed = async (model: string, tuning: Tuning, leftOut: readonly string[], io: EvaluateIo) => {
  io.note(`fitting ${model}`);
  if (model !== 'blend') {
    const kind = kindNamed(model);
    const fitted = await tuning.fit(kind);
    io.note(`  settings ${JSON.stringify((await tuning.choose(kind)).settings)}`);
    return { scorer: scorerOf(fitted), trainMilliseconds: tuning.spent(kind) };
  }
  const kinds = blendKinds(tuning.purpose.maskSeen).filter(kind => !leftOut.includes(kind.name));
  const start = performance.now();
  const before = kinds.reduce((sum, kind) => sum + tuning.spent(kind), 0);
  const { components, weights, choice } = await fitBlend(tuning, kinds);
  io.note(`  weights by "${choice.way}": ndcg ${choice.ndcg.toFixed(4)} on held-out validation folds`);
  for (const [title, figures] of Object.entries({ alone: choice.alone, tried: choice.tried }))
    io.note(
      `  ${title}: ${Object.entries(figures)
        .map(([name, ndcg]) => `${name} ${ndcg.toFixed(4)}`)
        .join(', ')}`,
    );
  for (const [segment, row] of Object.entries(weights))
    io.note(`  ${segment}: ${components.map((component, c) => `${component.name} ${row[c]!.toFixed(3)}`).join(', ')}`);
  return { scorer: blendOf(components, weights), trainMilliseconds: before + performance.now() - start };
};
