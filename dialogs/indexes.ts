/** What a turn looks things up in, made from the catalogue and made again when it changes. */
import type { Catalogue, CatalogueView } from '../knowledge/catalogue.ts';
import type { ProductId } from '../knowledge/domain/ids.ts';
import { languages } from '../knowledge/domain/language.ts';
import type { Currency } from '../knowledge/domain/money.ts';
import { isSellable, type Product } from '../knowledge/domain/product.ts';
import type { SentenceEncoder } from '../knowledge/ports.ts';
import { createFamilies, type Families } from '../knowledge/retrieval/goods/families.ts';
import { readProductTexts } from '../knowledge/retrieval/goods/product-texts.ts';
import { createProductIndex, type ProductIndex } from '../knowledge/retrieval/goods/products.ts';
import { readShelfWords, type ShelfWords } from '../knowledge/retrieval/goods/shelf-words.ts';
import { type ArticleIndex, createArticleIndex, textsToEncode } from '../knowledge/retrieval/pages/articles.ts';
import { createMeaningMemory, type KeptVectors } from '../knowledge/retrieval/pages/meanings.ts';
import { atOnce, inSlices } from '../knowledge/slices.ts';
import type { FactTagger, InContextClassifier, Learning, TaughtIntent } from '../models/types.ts';
import type { Intent } from './turn.ts';
import type { AskClassifiers } from './understand/ground/ask-reader.ts';
import { type Deeper, openUnderstander, type Understander } from './understand/understand.ts';

/** Everything derived from the catalogue that a turn looks things up in. */
export interface IndexSet {
  readonly view: CatalogueView;
  readonly understander: Understander;
  readonly articles: ArticleIndex;
  readonly products: ProductIndex;
  readonly families: Families;
  readonly shelf: ShelfWords;
  /** Hidden or sold out at the last refresh; stock is read again before a product is shown. */
  readonly unsellable: ReadonlySet<ProductId>;
  /** Products sold in another currency than the given one. */
  otherCurrencies(currency: Currency): ReadonlySet<ProductId>;
}

export interface Indexes {
  current(): IndexSet;
  /** Over when the short questions are learned and the sentence vectors that are on their way have come, or will not; the encoder may be tuned still. */
  settled(): Promise<void>;
}

/** Everything but what is learned, which is handed in. */
export const indexSet = (
  view: CatalogueView,
  understander: Understander,
  articles: ArticleIndex,
  products: ProductIndex = createProductIndex(view),
  shelf: ShelfWords = atOnce(readShelfWords(view)),
): IndexSet => ({ ...derived(view), understander, articles, products, shelf });

export interface IndexesOptions {
  readonly learning: Learning;
  /** Absent: words alone are matched. */
  readonly encoder?: SentenceEncoder | undefined;
  /** Sentence vectors of earlier starts. */
  readonly vectors?: KeptVectors | undefined;
  /** Absent: a message is taken for what its words and its likeness to examples say. */
  readonly inContext?: InContextClassifier<Intent> | undefined;
  /** Absent: what is noted of a shopper is what the rules read. */
  readonly tagger?: FactTagger | undefined;
}

/**
 * Builds the indexes from the catalogue and again whenever its words change; until a new set is whole, the old one serves.
 * A refresh that only moved stock or prices keeps the learned parts. Sentence vectors come when they are ready; until then,
 * and without them, words alone are matched.
 */
export const openIndexes = async (
  catalogue: Pick<Catalogue, 'view' | 'onChange'>,
  { learning, encoder, vectors, inContext, tagger }: IndexesOptions,
): Promise<Indexes> => {
  const memory = encoder && createMeaningMemory(encoder, vectors);
  const build = async (view: CatalogueView): Promise<IndexSet> => {
    const [understander, known, sense] = await Promise.all([
      openUnderstander(view, learning, inContext, tagger),
      learning.articles(view.articles),
      learning.sense(),
    ]);
    const texts = await inSlices(readProductTexts(view));
    const articles = createArticleIndex(view.articles, { known, sense });
    const shelf = await inSlices(readShelfWords(view));
    return indexSet(view, understander, articles, createProductIndex(view, texts), shelf);
  };
  const asksOf = async ({ askExamples }: Understander): Promise<AskClassifiers> => {
    const [en, zh] = await Promise.all(
      languages.map(language =>
        askExamples(language).then(taught => learning.intents(`asks-${language}`, taught, secondSeed)),
      ),
    );
    return { en: en!, zh: zh! };
  };
  const deepened = async (
    { view, understander, articles }: IndexSet,
    { of }: NonNullable<typeof memory>,
  ): Promise<{ readonly deeper: Deeper; readonly articles: ArticleIndex }> => {
    const { examples } = understander;
    const askExamples = await understander.askExamples('en');
    const meanings = await of([...textsToEncode(view.articles), ...[...examples, ...askExamples].map(e => e.said)]);
    const meant = <Label extends string>(taught: readonly TaughtIntent<Label>[]): TaughtIntent<Label>[] =>
      taught.flatMap(e => {
        const vector = meanings.of(e.said);
        return vector ? [{ ...e, vector }] : [];
      });
    const [intents, meantAsks, scales] = await Promise.all([
      learning.intents('en-meant', meant(examples), secondSeed),
      learning.intents('asks-en-meant', meant(askExamples), secondSeed),
      learning.articles(view.articles, meanings),
    ]);
    return {
      deeper: { intents, meantAsks },
      articles: articles.withMeanings(meanings, scales.meant),
    };
  };
  let set = await build(catalogue.view);
  let words = wordsOf(catalogue.view);
  let settling: Promise<unknown> = Promise.resolve();
  /** What is learned beside everything else, of the set that serves now; what fails leaves everything as it was. */
  const learnMore = (): void => {
    const { articles: of, ...learned } = set;
    let { understander } = learned;
    const more = (deeper: Deeper, articles: ArticleIndex = set.articles): void => {
      // A new catalogue has come meanwhile.
      if (set.understander !== understander) return;
      understander = understander.withSecondLook(deeper);
      set = { ...set, understander, articles };
    };
    const asks = asksOf(understander).then(learnt => more({ asks: learnt }));
    const meant = memory
      ? deepened({ ...learned, articles: of }, memory).then(({ deeper, articles }) => {
          more(deeper, articles);
          tune();
        })
      : undefined;
    /** What can't be tuned, which whoever learns tells of, goes on as it is. */
    const tune = (): void => {
      if (!encoder?.encodeDeep || !learning.tuned) return;
      learning.tuned('en-tuned', learned.understander.examples, secondSeed, encoder.encodeDeep).then(
        intents => more({ intents }),
        () => undefined,
      );
    };
    settling = Promise.allSettled([asks, meant]);
  };
  learnMore();
  catalogue.onChange(async view => {
    const next = wordsOf(view);
    if (next === words) {
      // Of a set that is being built, the words are not served yet.
      if (wordsOf(set.view) === next) set = { ...set, ...derived(view), products: set.products.withView(view) };
      return;
    }
    words = next;
    const built = await build(view);
    if (words !== next) return;
    const latest = catalogue.view;
    set =
      wordsOf(latest) === next ? { ...built, ...derived(latest), products: built.products.withView(latest) } : built;
    learnMore();
  });
  return {
    current: () => set,
    settled: async () => {
      await settling;
    },
  };
};

const secondSeed = 7;

const derived = (view: CatalogueView): Pick<IndexSet, 'view' | 'families' | 'unsellable' | 'otherCurrencies'> => {
  const foreign = new Map<Currency, ReadonlySet<ProductId>>();
  return {
    view,
    families: createFamilies(view.products),
    unsellable: new Set(view.products.filter(p => !isSellable(p)).map(p => p.id)),
    otherCurrencies: currency => {
      const known =
        foreign.get(currency) ?? new Set(view.products.filter(p => p.price.currency !== currency).map(p => p.id));
      foreign.set(currency, known);
      return known;
    },
  };
};

/** Changes when any word of a product, category or article does; not with stock or price. */
const wordsOf = (view: CatalogueView): string => {
  let hash = 0;
  for (const product of view.products) hash = (Math.imul(hash, 31) + productHash(product)) | 0;
  for (const a of view.articles) hash = hashed(JSON.stringify(a), hash);
  for (const c of view.shop.categories) hash = hashed(JSON.stringify(c), hash);
  return `${view.products.length}:${view.articles.length}:${hash}`;
};

const hashes = new WeakMap<Product, number>();
const productHash = (product: Product): number => {
  let hash = hashes.get(product);
  if (hash === undefined) {
    const { id, name, description, category, brand, attributes } = product;
    hash = hashed(JSON.stringify([id, name, description, category, brand, attributes]), 0);
    hashes.set(product, hash);
  }
  return hash;
};

const hashed = (text: string, from: number): number => {
  let hash = from;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return hash;
};
