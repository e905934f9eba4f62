import type { Catalogue, CatalogueView } from '../knowledge/catalogue.ts';
import type { Clock } from '../knowledge/domain/clock.ts';
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { Currency } from '../knowledge/domain/money.ts';
import { isSellable } from '../knowledge/domain/product.ts';
import type { SentenceEncoder, Stores } from '../knowledge/ports.ts';
import { type ArticleIndex, createArticleIndex } from '../knowledge/retrieval/articles.ts';
import { createMeaningMemory } from '../knowledge/retrieval/meanings.ts';
import { createProductIndex, type ProductIndex } from '../knowledge/retrieval/products.ts';
import type { Beliefs, LearnIntents, Models } from '../models/types.ts';
import type { Rephrase } from './say/rephrase/rephrase.ts';
import type { Summarise } from './say/rephrase/summarise.ts';
import type { Tone } from './say/tone/tone.ts';
import { createUnderstander, type Understander } from './understand/understand.ts';

/** What one message may read, score with and write to; built once by the composition root. */
export interface DialogServices {
  readonly stores: Stores;
  readonly catalogue: Catalogue;
  readonly models: Models;
  /** What outcomes have taught beyond the response model; absent: nothing is corrected. */
  readonly beliefs?: { current(): Beliefs };
  readonly indexes: Indexes;
  /** Absent: questions are matched by their words alone. */
  readonly encoder?: SentenceEncoder | undefined;
  readonly clock: Clock;
  /** A reply in a language model's words, checked; absent: the templates speak. */
  readonly rephrase?: Rephrase;
  /** A conversation in two sentences for the desk, checked; absent: the record speaks for itself. */
  readonly summarise?: Summarise;
  /** How the shop speaks; absent: the templates as they are. */
  readonly tone?: Tone;
  /** Where links and pictures in replies start, without a trailing slash. */
  readonly publicUrl: string;
  makeId(): string;
}

/** Everything derived from the catalogue that a turn looks things up in. */
export interface IndexSet {
  readonly view: CatalogueView;
  readonly understander: Understander;
  readonly articles: ArticleIndex;
  readonly products: ProductIndex;
  /** Hidden or sold out at the last refresh; stock is read again before a product is shown. */
  readonly unsellable: ReadonlySet<ProductId>;
  /** Products sold in another currency than the given one. */
  otherCurrencies(currency: Currency): ReadonlySet<ProductId>;
}

export interface Indexes {
  current(): IndexSet;
}

/**
 * Builds the indexes from the catalogue and again whenever its words change. A refresh that only moved stock or prices
 * keeps the trained parts, since building them takes far longer than a turn.
 */
export const createIndexes = (catalogue: Catalogue, learn: LearnIntents, encoder?: SentenceEncoder): Indexes => {
  let set = build(catalogue.view, learn);
  let words = wordsOf(catalogue.view);
  const memory = encoder && createMeaningMemory(encoder);
  // Sentence vectors of the articles come when they are ready; until then, and without them, words alone are matched.
  const understandMeanings = (): void => {
    const before = set.articles;
    memory?.of(set.view.articles).then(
      meanings => {
        if (set.articles === before) set = { ...set, articles: before.withMeanings(meanings) };
      },
      () => undefined,
    );
  };
  understandMeanings();
  catalogue.onChange(view => {
    const next = wordsOf(view);
    if (next === words) set = { ...set, ...derived(view), products: createProductIndex(view) };
    else {
      set = build(view, learn);
      understandMeanings();
    }
    words = next;
  });
  return { current: () => set };
};

const build = (view: CatalogueView, learn: LearnIntents): IndexSet => ({
  ...derived(view),
  understander: createUnderstander(view, learn),
  articles: createArticleIndex(view.articles),
  products: createProductIndex(view),
});

const derived = (view: CatalogueView): Pick<IndexSet, 'view' | 'unsellable' | 'otherCurrencies'> => {
  const foreign = new Map<Currency, ReadonlySet<ProductId>>();
  return {
    view,
    unsellable: new Set(view.products.filter(p => !isSellable(p)).map(p => p.id)),
    otherCurrencies: currency => {
      const known =
        foreign.get(currency) ?? new Set(view.products.filter(p => p.price.currency !== currency).map(p => p.id));
      foreign.set(currency, known);
      return known;
    },
  };
};

/** Changes when any name, attribute, category or article does; not with stock or price. */
const wordsOf = (view: CatalogueView): string => {
  let hash = 0;
  const mix = (text: string): void => {
    for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  };
  for (const p of view.products)
    mix(`${p.id}${p.name.en}${p.name.zh}${p.category}${p.brand}${JSON.stringify(p.attributes)}`);
  for (const a of view.articles) mix(JSON.stringify(a));
  for (const c of view.shop.categories) mix(`${c.key}${c.synonyms.join()}`);
  return `${view.products.length}:${view.articles.length}:${hash}`;
};
