/** What the texts of a catalogue say, indexed: made once and kept while no word changes, whatever stock and prices do. */
import type { CatalogueView } from '../../catalogue.ts';
import type { Product } from '../../domain/product.ts';
import type { Shop } from '../../domain/shop.ts';
import type { Steps } from '../../slices.ts';
import { indexTerms, type TermIndex } from '../text/bm25.ts';
import { fold } from '../text/fold.ts';
import { wordTermsOf } from '../text/tokens.ts';
import { genderOf } from './for-whom.ts';
import { writtenOf } from './page-lines.ts';
import { attributeWords, valuesOf } from './product-match.ts';
import { createMayMention, createSaidOf, type SaidOf } from './said-of.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** Documents are the products of the catalogue, numbered in its order. */
export interface ProductTexts {
  readonly terms: TermIndex;
  readonly vocabulary: Vocabulary;
  /** Takes a folded phrase. */
  saidOf(phrase: string): SaidOf;
  /** The same; false: no text of the product has all its words. */
  mayMention(phrase: string): (document: number) => boolean;
}

const fields = [
  { weight: 3, b: 0.3 }, // names, type
  { weight: 2, b: 0.2 }, // category, brand, attribute values
  { weight: 0.7, b: 0.75 }, // description
];

function* documentsOf(products: readonly Product[], shop: Shop): Generator<string[][]> {
  const categories = new Map(shop.categories.map(c => [c.key, c]));
  for (const p of products) {
    // Turns ask these of every product: they are found out here, not in the first turn that asks.
    genderOf(p);
    valuesOf(p, 'category');
    const category = categories.get(p.category);
    yield [
      [p.name.en, p.name.zh, ...(p.attributes.type ?? [])].join(' . '),
      [category?.name.en, category?.name.zh, p.brand, ...attributeWords(p)].join(' . '),
      `${writtenOf(p, 'en')} . ${writtenOf(p, 'zh')}`,
    ].map(text => wordTermsOf(fold(text)));
  }
}

/** In steps, a product each. */
export function* readProductTexts({ shop, products }: Pick<CatalogueView, 'shop' | 'products'>): Steps<ProductTexts> {
  const vocabulary = createVocabulary({ shop, products });
  yield;
  const terms = yield* indexTerms(documentsOf(products, shop), fields);
  return { terms, vocabulary, saidOf: createSaidOf(products, terms), mayMention: createMayMention(terms) };
}
