import type { ArticleId } from './ids.ts';
import type { Localized } from './language.ts';

/** A page of the shop's own knowledge: policy, FAQ, promotion terms. */
export interface Article {
  readonly id: ArticleId;
  /** "delivery", "returns", "payment", "sizes", "warranty", "promotions", "account" … */
  readonly topic: string;
  readonly title: Localized;
  /** Plain text; paragraphs separated by a blank line. */
  readonly body: Localized;
  /** Ways shoppers ask for it, either language; searched with the body. */
  readonly questions: readonly string[];
  /** Path of its page on the shop: the source link under an answer. */
  readonly url: string;
  readonly updatedAt: Date;
}
