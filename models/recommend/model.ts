import type { History } from '../data/interactions.ts';
import type { Train } from '../data/splits.ts';
import type { ScoreSheet } from './score-sheet.ts';

/** Why, in row numbers; becomes a RecommendationReason when ids are put back. */
export type IndexedReason =
  | { readonly kind: 'bought-with'; readonly because: number }
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
   * Adds a score for each product the model has an opinion on to an empty sheet; the others stay 0.
   * Any history will do, also of a shopper never seen in training. `now`: milliseconds.
   */
  score(history: History, now: number, sheet: ScoreSheet): void;
  /** Why this product, for this history; asked only for products that were scored. */
  explain(history: History, now: number, product: number): IndexedReason;
  store(): StoredModel;
}

export type ModelSettings = Readonly<Record<string, number>>;

export interface ModelKind {
  readonly name: string;
  /** Settings worth trying on validation data, the best guess first. */
  readonly candidates: (train: Train) => readonly ModelSettings[];
  /** Deterministic. `now`: the moment the model is fitted for, milliseconds; recency is measured from it. */
  readonly fit: (train: Train, settings: ModelSettings, now: number) => Fitted;
  readonly restore: (stored: StoredModel) => Fitted;
}

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
