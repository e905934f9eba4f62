/** The two models of a version, each fitted by itself: what came of it, or why nothing did, in one sentence. */
import { setImmediate as breathe } from 'node:timers/promises';
import { shopEvents } from '../data/shop-events.ts';
import { loadBundle } from '../recommend/bundle/load-bundle.ts';
import { trainResponse } from '../respond/fit.ts';
import { returnRates } from '../respond/return-rates.ts';
import { collectTrials } from '../respond/trials.ts';
import { type Arrays, arraysOf } from '../serve/arrays-file.ts';
import type { HeldOut, Promotion } from '../serve/card.ts';
import type { Artifact } from '../serve/registry.ts';
import type { Recommender } from '../types.ts';
import { type CurrentRecommender, trainRecommender } from './recommender.ts';
import { type Run, seedsOf, spans } from './run.ts';

export interface FittedPart {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: Arrays;
}

export interface RecommenderPart {
  readonly fitted: FittedPart;
  readonly heldOut: HeldOut | null;
  readonly promotion: Promotion;
}

export const fitRecommender = async (run: Run, previous: Artifact | null): Promise<RecommenderPart | string> => {
  const { input, window, rows } = run;
  const events = await shopEvents({
    stores: input.stores,
    now: input.now,
    onRead: records => input.onProgress(spans.read * (1 - 1 / (1 + records / 20_000)), 'reading orders and views'),
  });
  rows.orders = events.orders;
  rows.purchases = events.purchases.length;
  rows.signals = events.signals.length;
  rows.products = events.products.length;
  run.quality = events.quality;
  input.onQuality?.(events.quality);
  for (const { at } of events.purchases) window.see(at);
  if (events.purchases.length === 0) return 'There are no purchases yet; at least one is needed';
  input.onProgress(spans.read, 'recommender: fitting');
  await breathe();
  const { bundle, heldOut, promotion } = await trainRecommender({
    events,
    now: input.now,
    seed: input.seed,
    seeds: seedsOf(input),
    only: input.only ?? null,
    backend: run.backend,
    carryOut: run.carryOut,
    maySearch: run.budget.maySearch,
    neuralUntil: run.budget.neuralUntil,
    current: currentRecommender(previous),
    onHeldOut: run.budget.heldOutDone,
    onProgress: (part, step) =>
      input.onProgress(spans.read + part * (spans.recommender - spans.read), `recommender: ${step}`),
  });
  return { fitted: bundle, heldOut, promotion };
};

/** The recommender in use, ready to be compared with; null where there is none that this program can read. */
const currentRecommender = (previous: Artifact | null): CurrentRecommender | null => {
  const meta = previous?.manifest.parts.recommender;
  if (!previous || !meta) return null;
  const { version, card } = previous.manifest;
  let recommender: Recommender;
  try {
    recommender = loadBundle({ meta, arrays: arraysOf(previous.arrays, 'recommender') }, `v${version}`);
  } catch {
    // Of another program: it can't serve here, so anything is better.
    return null;
  }
  const until = (meta.trainedOn as { readonly until?: unknown } | undefined)?.until;
  return {
    version,
    recommender,
    learnedUntil: typeof until === 'string' ? new Date(until) : null,
    heldOut: card.heldOut ?? null,
  };
};

export const fitResponse = async ({ input, backend, window, rows }: Run): Promise<FittedPart | string> => {
  const trials = await collectTrials(input.stores.impressions.stream());
  rows.impressions = trials.count;
  for (const [why, count] of Object.entries(trials.leftOut)) if (count > 0) rows[`impressions ${why}`] = count;
  if (trials.count > 0) {
    window.see(trials.from);
    window.see(trials.to);
  }
  const categories = new Map((await input.stores.products.all()).map(product => [product.id, product.category]));
  const result = await trainResponse(trials, {
    backend: await backend(),
    seed: input.seed,
    returnRates: await returnRates({
      orders: input.stores.orders.stream(),
      returns: input.stores.returns.stream(),
      categoryOf: product => categories.get(product),
    }),
    onProgress: (part, step) => input.onProgress(spans.recommender + part * (spans.response - spans.recommender), step),
  });
  return result.kind === 'refused'
    ? `${result.reason}: ${result.detail}`
    : { meta: { ...result.bundle.meta }, arrays: result.bundle.arrays };
};
