import type { Article } from '../domain/article.ts';
import type { Product } from '../domain/product.ts';

export interface Passage {
  readonly article: Article;
  /** The paragraph that answers, in the reader's language. */
  readonly text: string;
  /** Calibrated 0..1: the share of queries scoring this high that the article really answers. */
  readonly score: number;
}

export interface ProductHit {
  readonly product: Product;
  /** Comparable within one list only. */
  readonly score: number;
}
