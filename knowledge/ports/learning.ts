/** What was shown, and what is learned from it. */
import type { ImpressionId, OfferId, ShopperId } from '../domain/ids.ts';
import type { CellSums, DaySums, Learned, Pace } from '../domain/learning.ts';
import type { Impression } from '../domain/offer.ts';

export interface ImpressionStore {
  insert(impression: Impression): Promise<void>;
  put(impressions: readonly Impression[]): Promise<void>;
  recent(shopper: ShopperId, since: Date): Promise<Impression[]>;
  /** Of every account of one device, newest first. */
  recentOnDevice(device: string, since: Date): Promise<Impression[]>;
  /** Those whose outcome is to be looked for by now, longest due first. */
  due(now: Date, limit: number): Promise<Impression[]>;
  /** Writes the outcome if the impression is still due at `dueAt`; false: somebody was faster. Due again at `result.dueAt`, if given. */
  join(
    id: ImpressionId,
    dueAt: Date,
    result: { outcome: NonNullable<Impression['outcome']>; learned?: Learned; dueAt?: Date; windowEndsAt?: Date },
  ): Promise<boolean>;
  /** Sums over every impression learned from on that UTC day. */
  learnedOn(day: string): Promise<CellSums[]>;
  /** How many were decided after `from` and until `to`. */
  countSince(from: Date, to: Date): Promise<number>;
  answer(id: ImpressionId, answer: NonNullable<Impression['answer']>): Promise<void>;
  byOffer(offer: OfferId): Promise<Impression | null>;
  stream(): AsyncIterable<Impression>;
}

/** What was learned online, by UTC day of joining. */
export interface LearningStore {
  /** From that day on, in no particular order. */
  since(day: string): Promise<DaySums[]>;
  get(day: string): Promise<DaySums | null>;
  /** Writes `next` with version + 1 if the stored version is `next.version` (0: none stored); false: somebody was faster. */
  replace(next: DaySums): Promise<boolean>;
}

/** Shadow prices of budgets, one per campaign. */
export interface PacingStore {
  all(): Promise<Pace[]>;
  /** Writes `next` with version + 1 if the stored version is `next.version` (0: none stored); false: somebody was faster. */
  move(next: Pace): Promise<boolean>;
}
