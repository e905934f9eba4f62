/** The indexes as LangChain retrievers, for chains and tools. A turn calls the indexes themselves: no import of LangChain, no promise. */
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { inLanguage, type Language } from '../domain/language.ts';
import { detailText } from './goods/page-lines.ts';
import type { ProductIndex } from './goods/products.ts';
import type { ArticleIndex } from './pages/articles.ts';
import { fold, languageOf } from './text/fold.ts';

export interface ArticleMetadata {
  readonly articleId: string;
  /** Stable id of the passage. */
  readonly passageId: string;
  readonly title: string;
  readonly url: string;
  readonly updatedAt: string;
  /** Calibrated 0..1. */
  readonly score: number;
  readonly [key: string]: unknown;
}

export interface ProductMetadata {
  readonly productId: string;
  readonly url: string | undefined;
  readonly priceMinor: number;
  readonly currency: string;
  readonly score: number;
  readonly [key: string]: unknown;
}

interface RetrieverOptions extends BaseRetrieverInput {
  /** Documents returned at most; 3 unless given. */
  readonly count?: number;
  /** The language of an answer; the query's own unless given. */
  readonly language?: Language;
}

/** Passages that answer: those below the index's threshold are not returned. */
export class ArticleRetriever extends BaseRetriever<ArticleMetadata> {
  lc_namespace = ['counteroffer', 'retrieval'];
  readonly #index: ArticleIndex;
  readonly #count: number;
  readonly #language: Language | undefined;

  constructor(index: ArticleIndex, options: RetrieverOptions = {}) {
    super(options);
    this.#index = index;
    this.#count = options.count ?? 3;
    this.#language = options.language;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<ArticleMetadata>[]> {
    const language = this.#language ?? languageOf(fold(query)) ?? 'en';
    return this.#index
      .search(query, language, this.#count)
      .filter(passage => passage.score >= this.#index.threshold)
      .map(
        ({ id, article, text, score }) =>
          new Document({
            id: article.id,
            pageContent: text,
            metadata: {
              articleId: article.id,
              passageId: id,
              title: inLanguage(article.title, language),
              url: article.url,
              updatedAt: article.updatedAt.toISOString(),
              score,
            },
          }),
      );
  }
}

export class ProductRetriever extends BaseRetriever<ProductMetadata> {
  lc_namespace = ['counteroffer', 'retrieval'];
  readonly #index: ProductIndex;
  readonly #count: number;
  readonly #language: Language | undefined;

  constructor(index: ProductIndex, options: RetrieverOptions = {}) {
    super(options);
    this.#index = index;
    this.#count = options.count ?? 3;
    this.#language = options.language;
  }

  override async _getRelevantDocuments(query: string): Promise<Document<ProductMetadata>[]> {
    const language = this.#language ?? languageOf(fold(query)) ?? 'en';
    return this.#index.search({ text: query, language, preferences: [], count: this.#count }).hits.map(
      ({ product, score }) =>
        new Document({
          id: product.id,
          pageContent: [
            inLanguage(product.name, language),
            inLanguage(product.description, language),
            ...(product.details ?? []).map(one => detailText(one, language)),
          ].join('\n'),
          metadata: {
            productId: product.id,
            url: product.url,
            priceMinor: product.price.minor,
            currency: product.price.currency,
            score,
          },
        }),
    );
  }
}
