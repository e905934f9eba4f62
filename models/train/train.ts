/** One training run: the shop's history in, a published version out. Models that can't be learned are left out with a reason. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Stores } from '../../knowledge/ports.ts';
import { type BackendChoice, openOnce, type TensorBackend } from '../backend/backend.ts';
import type { DataQuality } from '../data/quality.ts';
import { type ShopEventsInput, shopEvents } from '../data/shop-events.ts';
import { loadBundle } from '../recommend/bundle.ts';
import type { CarryOut } from '../recommend/tuning.ts';
import { trainResponse } from '../respond/fit.ts';
import { returnRates } from '../respond/return-rates.ts';
import { collectTrials } from '../respond/trials.ts';
import { type Arrays, arraysOf } from '../serve/arrays-file.ts';
import type { Card, HeldOut, Promotion } from '../serve/card.ts';
import type { Manifest } from '../serve/manifest.ts';
import { ArtifactRefused, type Registry } from '../serve/registry.ts';
import type { Recommender } from '../types.ts';
import { type Budget, startBudget } from './budget.ts';
import { type CurrentRecommender, trainRecommender } from './recommender.ts';
import { nothingToCompare } from './verdict.ts';
import { openWork, type Work } from './work.ts';

export const trainable = ['recommender', 'response'] as const;
export type Trainable = (typeof trainable)[number];

export interface TrainInput {
  readonly stores: ShopEventsInput['stores'] & { readonly impressions: Pick<Stores['impressions'], 'stream'> };
  readonly registry: Registry;
  /** What to fit anew; the rest is carried over from the current version. */
  readonly models: readonly Trainable[];
  /** Names of the blend's models, when not all. */
  readonly only?: readonly string[] | undefined;
  readonly seed: number;
  /** Held-out figures are averaged over this many seeds; default 3. */
  readonly seeds?: number | undefined;
  readonly backend: BackendChoice;
  /** What happens later is not learned from. */
  readonly now: Date;
  /** What neural models, further settings and further seeds may take; absent: quick models only. */
  readonly budgetMinutes?: number | undefined;
  /** Where finished work is kept, so that a killed run can go on; absent: nowhere. */
  readonly workDir?: string | undefined;
  readonly resume?: boolean | undefined;
  /** What was left out of the data, as soon as it is known. */
  readonly onQuality?: ((quality: DataQuality) => void) | undefined;
  /** 0..1 over the whole run, and what is being done. */
  readonly onProgress: (progress: number, step: string) => void;
}

export interface TrainReport {
  /** The newest version; in use, unless it is the candidate. */
  readonly version: number;
  /** The version that lost against the one in use, which stays; null: none did. */
  readonly candidate: number | null;
  readonly promotion: Promotion;
  readonly heldOut: HeldOut | null;
  /** Of the run's tensor backend; "none" where nothing needed one. */
  readonly backend: string;
  readonly device: string;
  readonly trained: readonly Trainable[];
  /** Why a model is missing, in one sentence each. */
  readonly refused: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, unknown>>;
  /** Models that an interrupted run, or another seed of this one, had fitted already. */
  readonly fitsTaken: number;
}

/** Not one model could be made anew: nothing is published, what is in use stays. */
export class NothingToTrain extends Error {
  override readonly name = 'NothingToTrain';

  constructor(refused: Readonly<Record<string, string>>) {
    const reasons = Object.entries(refused).map(([name, reason]) => `${name}: ${reason}`);
    super(`No model could be trained; ${reasons.join('; ')}`);
  }
}

interface Fitted {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly arrays: Arrays;
}

/** Part of the run each step takes, for one honest bar. */
const spans = { read: 0.15, recommender: 0.6, response: 0.95 };

const defaultSeeds = 3;

/** What the parts of a run share. */
interface Run {
  readonly input: TrainInput;
  readonly window: Window;
  readonly rows: Record<string, number>;
  readonly seconds: Record<string, number>;
  readonly backend: () => Promise<TensorBackend>;
  /** Null until something needed it. */
  readonly opened: () => { readonly backend: string; readonly device: string } | null;
  readonly budget: Budget;
  readonly work: Work | null;
  readonly carryOut: CarryOut;
  quality: DataQuality | null;
}

const startRun = (input: TrainInput): Run => {
  let opened: TensorBackend | null = null;
  const open = openOnce(input.backend);
  const budget = startBudget(input.budgetMinutes === undefined ? undefined : input.budgetMinutes * 60_000);
  const work =
    input.workDir === undefined
      ? null
      : openWork({
          dir: input.workDir,
          run: {
            now: input.now.toISOString(),
            seed: input.seed,
            seeds: input.seeds ?? defaultSeeds,
            models: [...input.models],
            only: input.only ? [...input.only] : null,
            budgetMinutes: input.budgetMinutes ?? null,
          },
          resume: input.resume ?? false,
          salt: input.backend,
        });
  return {
    input,
    window: new Window(),
    rows: {},
    seconds: {},
    backend: async () => {
      if (opened === null) {
        opened = await open();
      }
      return opened;
    },
    opened: () => opened && { backend: opened.name, device: opened.device },
    budget,
    work,
    carryOut: work?.carryOut ?? (async (kind, train, settings, context) => kind.fit(train, settings, context)),
    quality: null,
  };
};

class Window {
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  see(at: Date): void {
    this.#from = Math.min(this.#from, at.getTime());
    this.#to = Math.max(this.#to, at.getTime());
  }

  get value(): Manifest['window'] {
    return this.#from <= this.#to
      ? { from: new Date(this.#from).toISOString(), to: new Date(this.#to).toISOString() }
      : null;
  }
}

interface RecommenderPart {
  readonly fitted: Fitted;
  readonly heldOut: HeldOut | null;
  readonly promotion: Promotion;
}

const fitRecommender = async (
  run: Run,
  previous: { readonly manifest: Manifest; readonly arrays: Arrays } | null,
): Promise<RecommenderPart | string> => {
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
    seeds: input.seeds ?? defaultSeeds,
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
const currentRecommender = (
  previous: { readonly manifest: Manifest; readonly arrays: Arrays } | null,
): CurrentRecommender | null => {
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

const fitResponse = async ({ input, backend, window, rows }: Run): Promise<Fitted | string> => {
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

/** What the current version holds of a model that is not fitted anew. */
const carriedOver = (registry: Registry): { manifest: Manifest; arrays: Arrays } | null => {
  const version = registry.current();
  if (version === null) return null;
  try {
    return registry.load(version);
  } catch (fault) {
    // What can't be served can't be carried over either.
    if (fault instanceof ArtifactRefused) return null;
    throw fault;
  }
};

/** When the part was fitted, which is before its version when it was carried over. */
const trainedAt = (part: Readonly<Record<string, unknown>>, from: { readonly manifest: Manifest } | null): string =>
  typeof part.trainedAt === 'string' ? part.trainedAt : (from?.manifest.trainedAt ?? 'an unknown time');

export const train = async (input: TrainInput): Promise<TrainReport> => {
  const started = performance.now();
  const previous = carriedOver(input.registry);
  const run = startRun(input);
  const { window, rows, seconds } = run;
  const metrics: Record<string, unknown> = {};
  const refused: Record<string, string> = {};
  const fitted: Partial<Record<Trainable, Fitted>> = {};
  let judged: Pick<RecommenderPart, 'heldOut' | 'promotion'> | null = null;
  for (const name of trainable) {
    const kept = previous?.manifest.parts[name] ?? null;
    if (!input.models.includes(name)) {
      if (kept === null) refused[name] = previous?.manifest.refused[name] ?? 'It was not asked for';
      continue;
    }
    const from = performance.now();
    const part = name === 'recommender' ? await fitRecommender(run, previous) : await fitResponse(run);
    seconds[name] = Math.round(performance.now() - from) / 1000;
    if (typeof part === 'string') {
      refused[name] = kept === null ? part : `${part}; the one trained at ${trainedAt(kept, previous)} stays`;
      continue;
    }
    const { meta, arrays } = 'fitted' in part ? part.fitted : part;
    if ('fitted' in part) judged = part;
    fitted[name] = { meta: { ...meta, trainedAt: input.now.toISOString() }, arrays };
    if (meta.metrics !== undefined) metrics[name] = meta.metrics;
  }
  const trained = trainable.filter(name => fitted[name] !== undefined);
  if (trained.length === 0) throw new NothingToTrain(refused);

  input.onProgress(spans.response, 'writing the new version');
  seconds.all = Math.round(performance.now() - started) / 1000;
  const old = previous?.manifest ?? null;
  const opened = run.opened();
  const ran = opened ?? (old && old.backend !== 'none' ? old : { backend: 'none', device: 'none' });
  const publish = (names: readonly Trainable[], promotion: Promotion): number => {
    const arrays: Record<string, Float32Array | Int32Array> = {};
    const parts: { recommender: Manifest['parts'][Trainable]; response: Manifest['parts'][Trainable] } = {
      recommender: old?.parts.recommender ?? null,
      response: old?.parts.response ?? null,
    };
    const bytes: Record<string, number> = {};
    for (const name of trainable) {
      const anew = names.includes(name) ? fitted[name] : undefined;
      if (anew) parts[name] = anew.meta;
      const own = anew?.arrays ?? (previous ? arraysOf(previous.arrays, name) : {});
      bytes[name] = Object.values(own).reduce((sum, array) => sum + array.byteLength, 0);
      Object.assign(arrays, prefixed(name, own));
    }
    const isOwn = names.includes('recommender');
    const { quality } = run;
    const heldOut = isOwn ? judged?.heldOut : old?.card.heldOut;
    const data = isOwn ? quality : old?.card.data;
    const curves = isOwn ? run.work?.curves() : old?.card.history;
    const card: Card = {
      rows,
      seconds,
      metrics,
      bytes,
      ...(data && { data }),
      ...(heldOut && { heldOut }),
      ...(curves && Object.keys(curves).length > 0 && { history: curves }),
    };
    return input.registry.publish(
      {
        trainedAt: input.now.toISOString(),
        seed: input.seed,
        backend: ran.backend,
        device: ran.device,
        window: window.value ?? old?.window ?? null,
        parts,
        refused,
        card,
        promotion,
      },
      arrays,
    );
  };
  const promotion = judged?.promotion ?? nothingToCompare('The recommender is the one that was in use');
  const loses = promotion.status === 'candidate';
  const version = publish(trained, promotion);
  const others = trained.filter(name => name !== 'recommender');
  // What else was trained need not wait for a better recommender.
  const inUse =
    loses && others.length > 0
      ? publish(
          others,
          nothingToCompare(`The recommender of v${old?.version} stays: that of v${version} is only a candidate`),
        )
      : version;
  run.work?.clear();
  input.onProgress(1, 'done');
  return {
    version: inUse,
    candidate: loses ? version : null,
    promotion,
    backend: ran.backend,
    device: ran.device,
    trained,
    refused,
    rows,
    seconds,
    metrics,
    heldOut: judged?.heldOut ?? null,
    fitsTaken: run.work?.taken() ?? 0,
  };
};

const prefixed = (part: string, arrays: Arrays): Arrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${part}/${name}`, array]));
