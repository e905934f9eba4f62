/** What the shop's knowledge lacks, and where it is wrong. */
import type { ArticleCheck, UnansweredQuestion } from '../domain/gap.ts';
import type { TurnId } from '../domain/ids.ts';

export interface GapStore {
  /** False: this turn is there already. */
  add(question: UnansweredQuestion): Promise<boolean>;
  /** Asked since and not settled, newest first. */
  open(since: Date, limit: number): Promise<UnansweredQuestion[]>;
  /** An article answers them now, or they need none; returns how many were open. */
  settle(ids: readonly TurnId[]): Promise<number>;
  prune(before: Date): Promise<number>;
}

export interface ArticleCheckStore {
  /** The day's reading; a second one of that day takes its place. */
  put(check: ArticleCheck): Promise<void>;
  latest(): Promise<ArticleCheck | null>;
}
