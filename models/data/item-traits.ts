/** What is known of products beside who bought them: what content models, side features and cold products live on. */
import type { Localized } from '../../knowledge/domain/language.ts';
import { toMajor } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { chineseWords, isStopWord, stem } from '../../knowledge/retrieval/text/tokens.ts';
import { type IdIndex, idIndex, type SparseRows } from './interactions.ts';

export interface ItemTraits {
  /** The same rows as the interactions' products. */
  readonly products: IdIndex;
  /** Category, brand and the like: per product the number of its value in `values`, -1 where it has none. */
  readonly labels: Readonly<Record<string, { readonly values: readonly string[]; readonly of: Int32Array }>>;
  /** Price and the like, one value a product as it is, NaN where it is not known. */
  readonly numbers: Readonly<Record<string, Float32Array>>;
  /** Words of title, description and tags, row = product, column = word, value = how often; columns ascending. */
  readonly words: SparseRows;
  readonly vocabulary: readonly string[];
  /** The same words in their order, repeats kept, title first: product p holds ids start[p] until start[p + 1]. */
  readonly text: TokenRows;
}

export interface TokenRows {
  readonly start: Int32Array;
  /** Places in `vocabulary`. */
  readonly ids: Int32Array;
}

/** A product as shops describe it; only the id is needed. */
export interface ItemSource {
  readonly id: string;
  readonly title?: Localized | string;
  readonly description?: Localized | string;
  readonly category?: string;
  readonly brand?: string;
  /** In one currency for all products, major units, >= 0. */
  readonly price?: number;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

export const itemSource = (product: Product): ItemSource => ({
  id: product.id,
  title: product.name,
  description: product.description,
  category: product.category,
  ...(product.brand !== undefined && { brand: product.brand }),
  price: toMajor(product.price),
  attributes: product.attributes,
});

/** A word of a single product tells nothing that another product could share. */
const fewestProducts = 2;
const mostWords = 20_000;
/** Titles end well before this; what a long description adds after it is mostly delivery and care. */
const longestText = 64;

const token = /\p{Script=Han}+|[\p{L}\p{N}]+(?:'\p{L}+)?/gu;

/** Stems of English words and Chinese words as ICU cuts them, in order, without stop words. */
const contentWords = (text: string): string[] => {
  const words: string[] = [];
  for (const [run] of fold(text).matchAll(token)) {
    const parts = /^\p{Script=Han}/u.test(run) ? chineseWords(run) : [run.replace(/'\p{L}+$/u, '')];
    for (const word of parts) if (word !== '' && !isStopWord(word)) words.push(stem(word));
  }
  return words;
};

const textsOf = (text: Localized | string | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : [text.en ?? '', text.zh ?? ''];

const wordsOf = (source: ItemSource): string[] =>
  [...textsOf(source.title), ...Object.values(source.attributes ?? {}).flat(), ...textsOf(source.description)].flatMap(
    contentWords,
  );

/**
 * Traits of the products in `rows`; those without an entry have none, and entries of other products are not looked at. The first of two
 * entries with one id counts. Throws for a price that is negative or not finite.
 */
export const itemTraits = (sources: readonly ItemSource[], rows: IdIndex): ItemTraits => {
  const products = rows.ids.length;
  const bySource: (ItemSource | undefined)[] = new Array(products).fill(undefined);
  for (const source of sources) {
    const row = rows.row(source.id);
    if (row !== undefined) bySource[row] ??= source;
  }
  const price = new Float32Array(products).fill(Number.NaN);
  bySource.forEach((source, row) => {
    if (source?.price === undefined) return;
    if (!Number.isFinite(source.price) || source.price < 0)
      throw new RangeError(`The price of ${source.id} is ${source.price}; it must be a number of at least 0`);
    price[row] = source.price;
  });
  const texts = bySource.map(source => (source === undefined ? [] : wordsOf(source)));
  const vocabulary = commonWords(texts);
  const text = numbered(texts, new Map(vocabulary.map((word, column) => [word, column])));
  return {
    products: rows,
    labels: {
      category: labelled(bySource.map(source => source?.category)),
      brand: labelled(bySource.map(source => source?.brand)),
    },
    numbers: { price },
    words: counted(text),
    vocabulary,
    text,
  };
};

const labelled = (raw: readonly (string | undefined)[]): ItemTraits['labels'][string] => {
  const named = raw.map(label => (label?.trim() === '' ? undefined : label?.trim().toLowerCase()));
  const values = [...new Set(named.filter(label => label !== undefined))].sort();
  const index = idIndex(values);
  return { values, of: Int32Array.from(named, label => (label === undefined ? -1 : index.row(label)!)) };
};

/** The most used first, equal ones in the order of the alphabet. */
const commonWords = (texts: readonly (readonly string[])[]): string[] => {
  const products = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) products.set(word, (products.get(word) ?? 0) + 1);
  return [...products]
    .filter(([, count]) => count >= fewestProducts)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
};

const numbered = (texts: readonly (readonly string[])[], columns: ReadonlyMap<string, number>): TokenRows => {
  const start = new Int32Array(texts.length + 1);
  const ids: number[] = [];
  texts.forEach((words, row) => {
    const known = words.map(word => columns.get(word)).filter(column => column !== undefined);
    ids.push(...known.slice(0, longestText));
    start[row + 1] = ids.length;
  });
  return { start, ids: Int32Array.from(ids) };
};

const counted = ({ start, ids }: TokenRows): SparseRows => {
  const rowStart = new Int32Array(start.length);
  const cols: number[] = [];
  const values: number[] = [];
  for (let row = 0; row + 1 < start.length; row++) {
    const sorted = ids.slice(start[row]!, start[row + 1]!).sort();
    sorted.forEach((column, t) => {
      if (t > 0 && sorted[t - 1] === column) values[values.length - 1]!++;
      else {
        cols.push(column);
        values.push(1);
      }
    });
    rowStart[row + 1] = cols.length;
  }
  return { start: rowStart, cols: Int32Array.from(cols), values: Float32Array.from(values) };
};
