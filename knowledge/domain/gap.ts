import type { ArticleId, TurnId } from './ids.ts';
import type { Language } from './language.ts';

/** A question the shop's knowledge had no answer to, or a wrong one; without anything that says who asked. */
export interface UnansweredQuestion {
  /** Of the turn that asked, so that a repeated turn counts once. */
  readonly id: TurnId;
  /** As it was asked, with what could name a person or an order masked. */
  readonly text: string;
  readonly language: Language;
  readonly at: Date;
  /** What came nearest, best first. */
  readonly nearest: readonly ArticleId[];
  /** `unanswered`: nothing was near enough; `marked-wrong`: staff said that the answer given was wrong. */
  readonly reason: 'unanswered' | 'marked-wrong';
}

/**
 * Something an article says that is not so. `said` and `holds` are the two sides in the article's own kind: an amount, a
 * percentage, days, a day, a stock word.
 */
export interface ArticleFinding {
  readonly article: ArticleId;
  /** Stable id of the passage, see knowledge/retrieval/pages/passage.ts. */
  readonly passage: string;
  readonly language: Language;
  readonly sentence: string;
  readonly about: 'shipping-fee' | 'free-shipping' | 'return-days' | 'promotion' | 'price' | 'stock';
  /** Name of the promotion or product it is about. */
  readonly subject?: string;
  readonly said: string;
  readonly holds: string;
}

/** One reading of all articles against what holds. */
export interface ArticleCheck {
  /** The UTC day: one is kept for each. */
  readonly id: string;
  readonly at: Date;
  /** Articles read. */
  readonly articles: number;
  readonly findings: readonly ArticleFinding[];
}
