/** One training run: the shop's history in, a published version out. Models that can't be learned are left out with a reason. */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Stores } from '../../knowledge/ports.ts';
import { type BackendChoice, openBackend, type TensorBackend } from '../backend/backend.ts';
import { fitBundle } from '../recommend/bundle.ts';
import { trainResponse } from '../respond/fit.ts';
import { returnRates } from '../respond/return-rates.ts';
import { collectTrials } from '../respond/trials.ts';
import { type Arrays, arraysOf } from '../serve/arrays-file.ts';
import type { Manifest } from '../serve/manifest.ts';
import { ArtifactRefused, type Registry } from '../serve/registry.ts';

export const trainable = ['recommender', 'response'] as const;
export type Trainable = (typeof trainable)[number];

export interface TrainInput {
  readonly stores: Pick<Stores, 'orders' | 'browsing' | 'impressions' | 'products' | 'returns'>;
  readonly registry: Registry;
  /** What to fit anew; the rest is carried over from the current version. */
  readonly models: readonly Trainable[];
  readonly seed: number;
  readonly backend: BackendChoice;
  readonly now: Date;
  /** 0..1 over the whole run, and what is being done. */
  readonly onProgress: (progress: number, step: string) => void;
}

export interface TrainReport {
  readonly version: number;
  readonly backend: string;
  readonly device: string;
  readonly trained: readonly Trainable[];
  /** Why a model is missing, in one sentence each. */
  readonly refused: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, number>>;
  readonly seconds: Readonly<Record<string, number>>;
  readonly metrics: Readonly<Record<string, unknown>>;
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

const fitRecommender = async (
  input: TrainInput,
  backend: TensorBackend,
  window: Window,
  rows: Record<string, number>,
): Promise<Fitted | string> => {
  const interactions: { shopper: string; product: string; at: Date; quantity: number }[] = [];
  let orders = 0;
  for await (const order of input.stores.orders.stream()) {
    orders += 1;
    if (orders % 2000 === 0) input.onProgress(spans.read * (1 - 1 / (1 + orders / 20_000)), 'reading orders');
    if (order.status === 'cancelled') continue;
    window.see(order.placedAt);
    for (const line of order.lines) {
      // A gift was the shop's choice, not the shopper's.
      if (line.gift || line.quantity <= 0) continue;
      interactions.push({ shopper: order.shopper, product: line.product, at: order.placedAt, quantity: line.quantity });
    }
  }
  const signals: { shopper: string; product: string; at: Date; weight: number }[] = [];
  for await (const event of input.stores.browsing.stream()) {
    signals.push({ shopper: event.shopper, product: event.product, at: event.at, weight: 0.2 });
  }
  rows.orders = orders;
  rows.purchases = interactions.length;
  rows.views = signals.length;
  if (interactions.length === 0) return 'There are no purchases yet; at least one is needed';
  input.onProgress(spans.read, 'recommender: fitting');
  await breathe();
  return await fitBundle({
    interactions,
    signals,
    now: input.now,
    seed: input.seed,
    backend: async () => backend,
    onProgress: (part: number, step: string) =>
      input.onProgress(spans.read + part * (spans.recommender - spans.read), `recommender: ${step}`),
  });
};

const fitResponse = async (
  input: TrainInput,
  backend: TensorBackend,
  window: Window,
  rows: Record<string, number>,
): Promise<Fitted | string> => {
  const trials = await collectTrials(input.stores.impressions.stream());
  rows.impressions = trials.count;
  for (const [why, count] of Object.entries(trials.leftOut)) if (count > 0) rows[`impressions ${why}`] = count;
  if (trials.count > 0) {
    window.see(trials.from);
    window.see(trials.to);
  }
  const categories = new Map((await input.stores.products.all()).map(product => [product.id, product.category]));
  const result = await trainResponse(trials, {
    backend,
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
  const window = new Window();
  const rows: Record<string, number> = {};
  const seconds: Record<string, number> = {};
  const metrics: Record<string, unknown> = {};
  const refused: Record<string, string> = {};
  // A model that isn't asked for, or whose new fit is refused, goes on as it is.
  const previous = carriedOver(input.registry);
  const parts: { recommender: Manifest['parts']['recommender']; response: Manifest['parts']['response'] } = {
    recommender: previous?.manifest.parts.recommender ?? null,
    response: previous?.manifest.parts.response ?? null,
  };
  const arrays: Record<string, Float32Array | Int32Array> = {};
  const trained: Trainable[] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    seconds[name] = Math.round(performance.now() - started) / 1000;
    return result;
  };

  // Opened even when only the recommender is fitted: the manifest says what this machine would train on.
  input.onProgress(0, 'starting the tensor backend');
  const backend = await openBackend({ choice: input.backend });
  for (const name of trainable) {
    const keep = (): void => {
      if (previous) Object.assign(arrays, prefixed(name, arraysOf(previous.arrays, name)));
    };
    if (!input.models.includes(name)) {
      keep();
      const reason = previous?.manifest.refused[name] ?? 'It was not asked for';
      if (parts[name] === null) refused[name] = reason;
      continue;
    }
    const fitted = await timed(name, () =>
      name === 'recommender' ? fitRecommender(input, backend, window, rows) : fitResponse(input, backend, window, rows),
    );
    if (typeof fitted === 'string') {
      keep();
      refused[name] =
        parts[name] === null ? fitted : `${fitted}; the one trained at ${trainedAt(parts[name], previous)} stays`;
      continue;
    }
    trained.push(name);
    parts[name] = { ...fitted.meta, trainedAt: input.now.toISOString() };
    Object.assign(arrays, prefixed(name, fitted.arrays));
    if (fitted.meta.metrics !== undefined) metrics[name] = fitted.meta.metrics;
  }

  if (trained.length === 0) throw new NothingToTrain(refused);
  input.onProgress(spans.response, 'writing the new version');
  const keepsOldResponse = !trained.includes('response') && parts.response !== null && previous !== null;
  const ran = keepsOldResponse ? previous.manifest : { backend: backend.name, device: backend.device };
  const version = input.registry.publish(
    {
      trainedAt: input.now.toISOString(),
      seed: input.seed,
      backend: ran.backend,
      device: ran.device,
      window: window.value,
      parts,
      refused,
      card: { rows, seconds, metrics },
    },
    arrays,
  );
  input.onProgress(1, 'done');
  return { version, backend: ran.backend, device: ran.device, trained, refused, rows, seconds, metrics };
};

const prefixed = (part: string, arrays: Arrays): Arrays =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`${part}/${name}`, array]));
