import type { Article } from '../../domain/article.ts';
import type { Language } from '../../domain/language.ts';
import type { Product } from '../../domain/product.ts';
import { hashText } from '../text/hash.ts';
import type { Verdict } from './limits.ts';

export interface Passage {
  /** Stays while article and words stay, whatever is written around it. */
  readonly id: string;
  readonly article: Article;
  /** What answers, in the reader's language: a paragraph, or the part of it that says it. */
  readonly text: string;
  /** Calibrated 0..1; from the index's threshold on it is an answer. */
  readonly score: number;
  /** What is asked for where this is the answer (subjects.md), where that is known. */
  readonly subject?: string;
  /** It is likely what is meant and not more than likely: to be shown as such. */
  readonly hedged?: boolean;
  /** It was told just now, and its page has nothing else to say to the question. */
  readonly again?: boolean;
  /** A word of the question that no page has; this one was told before it. */
  readonly unsaid?: string;
  /** The question itself, where no page answers it: what the shop's pages lack. */
  readonly gap?: string;
  /** What a limit that it names means for the time or the amount that the shopper told, in the shopper's words. */
  readonly verdict?: { readonly is: Verdict; readonly said: string; readonly sizes?: readonly string[] };
  /** The part of the message it was found for, where that asks more than one thing. */
  readonly asked?: string;
}

export const passageId = (article: Article['id'], language: Language, text: string): string =>
  `${article}#${language}-${hashText(text).toString(36)}`;

export const paragraphsOf = (body: string): string[] =>
  body
    .split(/\n\s*\n/)
    .map(text => text.trim())
    .filter(text => text !== '');

const condition =
  /^(?:from|for|outside|in|with|without) (?:orders? |parcels? )?[a-z]+(?= (?:the|you|we|it|this|that|there|a|an|all|each|every|no)\b)|^(?:if|when|where|unless|from|for|after|before|during|in case of|with|without|outside|except)\b[^,.;:]{2,70}(?=[,:])/i;
const chineseCondition =
  /^(?:如果|若|要是|万一)[^，,。；]{2,24}|^[^，,。；]{2,24}(?:时|的话)(?=[，,])|^(?:海外|国外|境外|港澳台?)[^，,。；]{0,6}/u;

/** The case that a paragraph speaks of, where it opens with one: "From abroad the postage is yours". */
export const caseOf = (paragraph: string): string | undefined =>
  (condition.exec(paragraph) ?? chineseCondition.exec(paragraph))?.[0];

export interface ProductHit {
  readonly product: Product;
  /** Comparable within one list only. */
  readonly score: number;
}
