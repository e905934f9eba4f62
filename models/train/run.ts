/** What one training run was asked for, and what its parts share. */
import type { Stores } from '../../knowledge/ports.ts';
import { type BackendChoice, openOnce, type TensorBackend } from '../backend/backend.ts';
import type { DataQuality } from '../data/quality.ts';
import type { ShopEventsInput } from '../data/shop-events.ts';
import type { CarryOut } from '../recommend/tuning.ts';
import type { Manifest } from '../serve/manifest.ts';
import type { Registry } from '../serve/registry.ts';
import { type Budget, seedsFor, startBudget } from './budget.ts';
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
  /** Held-out figures are averaged over this many seeds; default 3, or as many as half of the budget has 5 minutes for. */
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

/** Part of the run each step takes, for one honest bar. */
export const spans = { read: 0.15, recommender: 0.6, response: 0.95 };

export const seedsOf = ({ seeds, budgetMinutes }: Pick<TrainInput, 'seeds' | 'budgetMinutes'>): number =>
  seeds ?? seedsFor(budgetMinutes);

/** What the parts of a run share. */
export interface Run {
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

export const startRun = (input: TrainInput): Run => {
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
            seeds: seedsOf(input),
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
