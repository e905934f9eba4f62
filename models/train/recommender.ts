/** The recommender of a training run: how good its recipe is on the newest purchases, then the same recipe on all of them. */

import type { Event, IdIndex } from '../data/interactions.ts';
import { toInteractions } from '../data/interactions.ts';
import { itemSource, itemTraits } from '../data/item-traits.ts';
import type { ShopEvents } from '../data/shop-events.ts';
import type { SignalEvent } from '../data/signals.ts';
import { trainOnAll } from '../data/splits.ts';
import { type BundleInput, fitBundle } from '../recommend/bundle/bundle.ts';
import type { RecommenderBundle } from '../recommend/bundle/bundle-format.ts';
import { loadBundle } from '../recommend/bundle/load-bundle.ts';
import { kindNamed } from '../recommend/kinds.ts';
import type { FitContext } from '../recommend/model.ts';
import { BestRows, ScoreSheet } from '../recommend/serving/score-sheet.ts';
import type { CarryOut } from '../recommend/tuning.ts';
import type { HeldOut, HeldOutModel, Promotion } from '../serve/card.ts';
import { sha256 } from '../serve/manifest.ts';
import type { Recommender } from '../types.ts';
import {
  chooseWindow,
  type HeldOutCase,
  type HeldOutWindow,
  heldOutCases,
  type Lister,
  type ListScores,
  listerOf,
  meanOf,
  scoreLists,
  sdOf,
} from './held-out.ts';
import { nothingToCompare, pairedVerdict, tooFewShoppers, unpairedVerdict } from './verdict.ts';

/** The version in use, as far as a new recommender is compared with it. */
export interface CurrentRecommender {
  readonly version: number;
  readonly recommender: Recommender;
  /** Its last purchase; null: not on record. */
  readonly learnedUntil: Date | null;
  readonly heldOut: HeldOut | null;
}

export interface RecommenderInput {
  readonly events: ShopEvents;
  readonly now: Date;
  readonly seed: number;
  /** How many seeds, from `seed` on, the held-out figures are averaged over. */
  readonly seeds: number;
  readonly only: readonly string[] | null;
  readonly backend: FitContext['backend'];
  readonly carryOut: CarryOut;
  /** Whether there is time for settings beyond each model's first, and for seeds beyond the first. */
  readonly maySearch: () => boolean;
  /** performance.now() until which the next of `parts` bundles may be trained; undefined: of the neural models only those that `only` names. */
  readonly neuralUntil: (parts: number) => number | undefined;
  readonly current: CurrentRecommender | null;
  readonly onProgress: (fraction: number, step: string) => void;
  /** The part that is held out is done; what is left of the time is for the model that will serve. */
  readonly onHeldOut?: () => void;
}

export interface TrainedRecommender {
  readonly bundle: RecommenderBundle;
  /** Null: too few shoppers came back. */
  readonly heldOut: HeldOut | null;
  readonly promotion: Promotion;
}

export const trainRecommender = async (input: RecommenderInput): Promise<TrainedRecommender> => {
  const { events, onProgress } = input;
  const window = chooseWindow(events.purchases, input.current?.learnedUntil ?? null);
  const share = window === null ? 0 : 1 - 1 / (1 + input.seeds);
  const part = (from: number, to: number) => (fraction: number, step: string) =>
    onProgress(from + fraction * (to - from), step);
  const judged = window === null ? null : await judge(input, window, part(0, share));
  input.onHeldOut?.();
  const bundle = await fitBundle(
    bundleInput(input, { ...events, now: input.now, seed: input.seed, parts: 1, onProgress: part(share, 1) }),
  );
  return {
    bundle,
    heldOut: judged?.heldOut ?? null,
    promotion: judged?.promotion ?? nothingToCompare(tooFewShoppers),
  };
};

const bundleInput = (
  input: RecommenderInput,
  of: {
    readonly purchases: readonly Event[];
    readonly signals: readonly SignalEvent[];
    readonly now: Date;
    readonly seed: number;
    /** Bundles that share the time there is now, this one included. */
    readonly parts: number;
    readonly onProgress: (fraction: number, step: string) => void;
  },
): BundleInput => {
  const { purchases, signals, now, seed, onProgress } = of;
  const sources = input.events.products.map(itemSource);
  const until = input.neuralUntil(of.parts);
  return {
    interactions: purchases,
    signals,
    products: input.events.products.map(product => product.id),
    items: (rows: IdIndex) => itemTraits(sources, rows),
    now,
    seed,
    backend: input.backend,
    carryOut: input.carryOut,
    maySearch: input.maySearch,
    ...(input.only !== null && { only: input.only }),
    ...(until !== undefined && { until }),
    onProgress,
  };
};

const judge = async (
  input: RecommenderInput,
  window: HeldOutWindow,
  onProgress: (fraction: number, step: string) => void,
): Promise<{ heldOut: HeldOut; promotion: Promotion }> => {
  const { events, seed, current } = input;
  const earlier = {
    purchases: events.purchases.filter(event => event.at < window.from),
    signals: events.signals.filter(event => event.at < window.from),
  };
  const cases = heldOutCases(events.purchases, events.signals, window.from, seed);
  const runs: ListScores[] = [];
  const seeds: number[] = [];
  const started = performance.now();
  while (seeds.length < input.seeds && (seeds.length === 0 || input.maySearch())) {
    const [own, nth] = [seed + seeds.length, seeds.length];
    const bundle = await fitBundle(
      bundleInput(input, {
        ...earlier,
        now: window.from,
        seed: own,
        parts: input.seeds - nth,
        onProgress: (fraction, step) => onProgress((nth + fraction) / input.seeds, `held out: ${step}`),
      }),
    );
    runs.push(scoreLists(listerOf(loadBundle(bundle, 'held-out'), window.from), cases));
    seeds.push(own);
  }
  const seconds = (performance.now() - started) / 1000;
  const first = runs[0]!;
  const heldOut: HeldOut = {
    window: { from: window.from.toISOString(), to: window.to.toISOString() },
    shoppers: cases.length,
    seeds,
    models: [modelFigures('blend', false, runs, seconds), ...(await floors(input, earlier.purchases, window, cases))],
    ndcgSd: sdOf(first.ndcg),
    cases: { sha256: casesHash(window, cases), ndcg: first.ndcg.map(toFiveDecimals) },
  };
  return { heldOut, promotion: verdict(current, window, cases, first, heldOut) };
};

const verdict = (
  current: CurrentRecommender | null,
  window: HeldOutWindow,
  cases: readonly HeldOutCase[],
  next: ListScores,
  { models }: HeldOut,
): Promotion => {
  const own = models[0]!;
  if (current === null)
    return nothingToCompare(`The first recommender: NDCG@10 ${own.ndcgAt10.mean.toFixed(4)} on held-out purchases`);
  const { version, learnedUntil, heldOut } = current;
  if (learnedUntil !== null && learnedUntil < window.from)
    return pairedVerdict(version, window, next, scoreLists(listerOf(current.recommender, window.from), cases));
  if (heldOut?.cases !== undefined && heldOut.cases.sha256 === casesHash(window, cases))
    return pairedVerdict(
      version,
      window,
      { ndcg: next.ndcg.map(toFiveDecimals) },
      { ndcg: heldOut.cases.ndcg },
      'recipe',
    );
  const its = heldOut?.models.find(model => !model.floor);
  if (heldOut === null || its === undefined)
    return nothingToCompare(
      `v${version} has seen the newest purchases and has no figures of its own on held-out ones, so newer data decides`,
    );
  return unpairedVerdict(version, window, next, {
    mean: its.ndcgAt10.values[0] ?? its.ndcgAt10.mean,
    sd: heldOut.ndcgSd,
    shoppers: heldOut.shoppers,
  });
};

/** The same for the same purchases of the same shoppers after the same past. */
/** A gain from 0 to 1: what is kept of a shopper in an artifact is as coarse as the comparison can bear. */
const toFiveDecimals = (gain: number): number => Math.min(1, Math.round(gain * 1e5) / 1e5);

const casesHash = (window: HeldOutWindow, cases: readonly HeldOutCase[]): string =>
  sha256(JSON.stringify([window.from, cases.map(({ shopper, history, wanted }) => [shopper, history, [...wanted]])]));

const modelFigures = (name: string, floor: boolean, runs: readonly ListScores[], seconds: number): HeldOutModel => {
  const over = (of: (scores: ListScores) => readonly number[]): HeldOutModel['ndcgAt10'] => {
    const values = runs.map(run => Math.min(1, meanOf(of(run))));
    return { mean: meanOf(values), sd: values.length > 1 ? sdOf(values) : null, values };
  };
  return {
    name,
    floor,
    ndcgAt10: over(scores => scores.ndcg),
    hitAt10: over(scores => scores.hit),
    newItemsNdcgAt10: over(scores => scores.newItemsNdcg),
    seconds: Math.round(seconds * 1000) / 1000,
  };
};

const floorNames = ['popularity', 'buy-again', 'ease'];

/** Simple models with their first settings, on the same purchases and for the same shoppers. */
const floors = async (
  input: RecommenderInput,
  purchases: readonly Event[],
  window: HeldOutWindow,
  cases: readonly HeldOutCase[],
): Promise<HeldOutModel[]> => {
  const train = trainOnAll(toInteractions(purchases));
  const figures: HeldOutModel[] = [];
  for (const name of floorNames) {
    const kind = kindNamed(name);
    const started = performance.now();
    const now = window.from.getTime();
    const model = await input.carryOut(kind, train, kind.candidates(train)[0]!, {
      now,
      seed: input.seed,
      backend: input.backend,
    });
    const sheet = new ScoreSheet(model.products);
    const best = new BestRows(10);
    const lister: Lister = ({ history, owned }, what) => {
      const known = history
        .map(({ product, at, weight }) => ({ row: train.products.row(product), at: at.getTime(), weight }))
        .filter(event => event.row !== undefined && event.weight >= 1);
      sheet.clear();
      model.score(
        {
          items: Int32Array.from(known, event => event.row!),
          at: Float64Array.from(known, event => event.at),
          weight: Float32Array.from(known, event => event.weight),
        },
        now,
        sheet,
      );
      best.clear();
      for (let t = 0; t < sheet.count; t++) {
        const row = sheet.touched[t]!;
        if (what === 'all' || !owned.has(train.products.ids[row]!)) best.offer(row, sheet.values[row]!);
      }
      return Array.from(best.rows.subarray(0, best.count), row => train.products.ids[row]!);
    };
    figures.push(modelFigures(name, true, [scoreLists(lister, cases)], (performance.now() - started) / 1000));
  }
  return figures;
};
