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
  /** Holds from here on; absent: always has. */
  readonly validFrom?: Date;
  /** Holds until just before here; absent: for ever. */
  readonly validUntil?: Date;
  /** Who it is for: segments of shoppers ("vip"), "signed-in", "guest", "staff"; absent: everybody. */
  readonly audience?: readonly string[];
}

/** Who wants to read, as far as articles care. */
export interface Reader {
  readonly now: Date;
  /** The segments and other groups they are in. */
  readonly audiences: readonly string[];
}

/** Whether an article holds now and is meant for this reader. */
export const isReadable = (article: Article, { now, audiences }: Reader): boolean =>
  (article.validFrom === undefined || article.validFrom <= now) &&
  (article.validUntil === undefined || now < article.validUntil) &&
  (article.audience === undefined ||
    article.audience.length === 0 ||
    article.audience.some(a => audiences.includes(a)));
