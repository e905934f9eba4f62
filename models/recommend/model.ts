import type { TensorBackend } from '../backend/backend.ts';
import type { History } from '../data/interactions.ts';
import type { ItemTraits } from '../data/item-traits.ts';
import type { Train } from '../data/splits.ts';
import type { Likeness } from '../types.ts';
import type { Scores } from './serving/touched-scores.ts';

/** Why, in row numbers; becomes a RecommendationReason when ids are put back. */
export type IndexedReason =
  | { readonly kind: 'bought-with'; readonly because: number }
  /** `alike` absent: the model can't tell in what. */
  | { readonly kind: 'similar'; readonly because: number; readonly alike?: Likeness }
  | { readonly kind: 'similar-shoppers' }
  | { readonly kind: 'buy-again'; readonly timesBought: number }
  | { readonly kind: 'popular' };

/** Flat arrays and plain JSON: everything a fitted model needs to come back. */
export interface StoredModel {
  readonly arrays: Readonly<Record<string, Float32Array | Int32Array>>;
  readonly meta: Readonly<Record<string, number | string | boolean>>;
}

export interface Fitted {
  readonly name: string;
  readonly products: number;
  /**
   * Adds a score for each product the model has an opinion on to empty ones; the others stay 0.
   * Any history will do, also of a shopper never seen in training. `now`: milliseconds.
   */
  score(history: History, now: number, sheet: Scores): void;
  /** Why this product, for this history; asked only for products that were scored. */
  explain(history: History, now: number, product: number): IndexedReason;
  store(): StoredModel;
  /** Where every score is a product of two vectors; a server then scores the whole catalogue in one pass over flat memory. */
  readonly factors?: Factors;
  /** What the fit settled by itself, such as the epoch that was best on validation; a fit on more data takes it over. */
  readonly settled?: ModelSettings;
  /**
   * Milliseconds that its training alone took, without the settings tried beside it, epochs after the best and looks at validation: about
   * what a fit with what is `settled` takes. Absent: it took the whole fit.
   */
  readonly trainMilliseconds?: number;
}

/** score(p) = query · vectors[p]; a bias is one more column whose query is 1. */
export interface Factors {
  readonly width: number;
  /** products × width */
  readonly vectors: Float32Array;
  /** Fills `out`, `width` long; false: no opinion on this history, every score is 0. */
  query(history: History, now: number, out: Float32Array): boolean;
}

/**
 * The epoch a half-trained model is of, for a training curve that has come to `last`; null: it names none, or one seen already, and so is no step
 * of that training but a look after it or at another one.
 */
export const nextEpoch = ({ settled }: Fitted, last = 0): number | null =>
  settled?.epochs !== undefined && settled.epochs > last ? settled.epochs : null;

export type ModelSettings = Readonly<Record<string, number>>;

/** What a fit is given beside the data and its settings. */
export interface FitContext {
  /** The moment the model is fitted for, milliseconds; recency is measured from it. */
  readonly now: number;
  readonly seed: number;
  /** What is known of the products beside who bought them; absent: nothing. */
  readonly items?: ItemTraits;
  /** Opens the tensor backend at the first call; the same one afterwards. */
  readonly backend: () => Promise<TensorBackend>;
  /**
   * NDCG@k of a half-trained model on validation cases, 0..1, for early stopping; absent where a model is fitted for good:
   * then `settings` say how long to train.
   */
  readonly validate?: (model: Fitted) => number;
  /** Asked after each look at validation: true ends a training there, with the best it has. */
  readonly isEnough?: () => boolean;
  /** fraction 0..1 of this fit, and what it is at, such as "epoch 7". */
  readonly onProgress?: (fraction: number, step: string) => void;
  /** After this moment (performance.now()) a fit ends with the best it has; absent: no limit. */
  readonly deadline?: number;
}

export interface ModelKind {
  readonly name: string;
  /** Trained step by step on the tensor backend, for minutes: comes after the quick ones, within what time is left. */
  readonly neural?: boolean;
  /** What its settings take to find beside those of other quick kinds, for sharing a time that is short; default 1. */
  readonly searchCost?: number;
  /**
   * Of the time for its settings and its final fit together, what goes to the settings, 0..1; default a half, for a single training may be
   * best at its end.
   */
  readonly settingsShare?: number;
  /** Scores products nobody bought yet, from their traits. */
  readonly scoresCold?: boolean;
  /** Settings worth trying on validation data, the best guess first. */
  readonly candidates: (train: Train) => readonly ModelSettings[];
  /**
   * Settings that only change how a fitted model is asked, mildest first: each is tried on the best fit, until one is worse than the one
   * before it.
   */
  readonly queries?: readonly ModelSettings[];
  /** Deterministic for one seed and backend, but for a deadline that cuts it short. */
  readonly fit: (train: Train, settings: ModelSettings, context: FitContext) => Fitted | Promise<Fitted>;
  readonly restore: (stored: StoredModel) => Fitted;
}

/** Milliseconds from some moment on, never going back; in service performance.now(). */
export type Clock = () => number;

export const dayMilliseconds = 86_400_000;

/** 2^(-age / half-life); a half-life of 0 means: age does not matter. */
export const recency = (ageMilliseconds: number, halfLifeDays: number): number =>
  halfLifeDays === 0 ? 1 : 2 ** (-Math.max(0, ageMilliseconds) / (halfLifeDays * dayMilliseconds));

/** The latest event of a train part, milliseconds; 0 without events. */
export const lastMoment = (train: Train): number => {
  let last = 0;
  for (const at of train.at) if (at > last) last = at;
  return last;
};
