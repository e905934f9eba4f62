/** What things are called on the shelves, and every word that is written about them. */
import type { CatalogueView } from '../../catalogue.ts';
import type { Steps } from '../../slices.ts';
import { fold, hasHan } from '../text/fold.ts';
import { singular, tokensOf } from '../text/tokens.ts';
import { lexicon } from './lexicon.ts';
import { valuesOf } from './product-match.ts';

export interface ShelfWords {
  /** English words in the singular. */
  readonly names: ReadonlySet<string>;
  readonly chineseNames: string;
  readonly chineseKinds: readonly string[];
  /** Other names of the sorts that are sold: 手冲壶 of a kettle. */
  readonly chineseSorts: ReadonlySet<string>;
  /** The same in English, in the singular: "frying pan", "cup". */
  readonly englishSorts: ReadonlySet<string>;
  /** Words of attributes: a backpack for a laptop is a backpack. */
  readonly values: ReadonlySet<string>;
  readonly mentioned: ReadonlySet<string>;
  readonly chineseMentioned: string;
  /** What the shop's own words describe its goods with: 男士, 防水, 登山. */
  readonly chineseValues: ReadonlySet<string>;
  /** What the shop's pages are about, by their titles, in lower case: 礼品卡, "gift card". */
  readonly pages: ReadonlySet<string>;
}

/** In steps, a product each. */
export function* readShelfWords({
  shop,
  products,
  articles = [],
}: Pick<CatalogueView, 'shop' | 'products'> & Partial<Pick<CatalogueView, 'articles'>>): Steps<ShelfWords> {
  const kinds = shop.categories.flatMap(c => [c.name.en ?? '', c.name.zh ?? '', ...c.synonyms]);
  const [types, sorts] = [new Set<string>(), new Set<string>()];
  const values = new Set<string>();
  const [names, mentioned] = [new Set<string>(), new Set<string>()];
  for (const kind of kinds) addEnglish(kind, names);
  for (const product of products) {
    const { name, description, attributes } = product;
    for (const type of attributes.type ?? []) types.add(type);
    for (const sort of valuesOf(product, 'product') ?? []) sorts.add(sort);
    for (const value of Object.values(attributes).flat()) values.add(value);
    addEnglish(name.en ?? '', names);
    addEnglish(description.en ?? '', mentioned);
    yield;
  }
  for (const type of types) addEnglish(type, names);
  const ofSorts = lexicon.filter(e => e.slot === 'product' && sorts.has(e.value));
  const valued = new Set<string>();
  for (const value of values) {
    addEnglish(value, valued);
    addEnglish(value, mentioned);
  }
  return {
    names,
    chineseNames: products.map(p => p.name.zh ?? '').join('\n'),
    chineseKinds: kinds.filter(hasHan),
    chineseSorts: new Set(ofSorts.flatMap(e => e.zh)),
    englishSorts: new Set(ofSorts.flatMap(e => e.en.map(inSingular))),
    values: valued,
    mentioned,
    chineseMentioned: products.map(p => p.description.zh ?? '').join('\n'),
    chineseValues: new Set(
      lexicon.filter(e => e.slot !== 'product' && e.slot !== 'category').flatMap(e => e.zh.filter(word => word !== '')),
    ),
    pages: new Set(articles.flatMap(({ title }) => Object.values(title).map(titled))),
  };
}

/** "Non-stick pans" as "non stick pan". */
export const inSingular = (name: string): string =>
  tokensOf(fold(name).replace(/-/g, ' '))
    .map(token => singular(token.text))
    .join(' ');

const addEnglish = (text: string, to: Set<string>): void => {
  for (const [word] of fold(text).matchAll(/[a-z]{2,}/g)) to.add(singular(word));
};

const titled = (title: string): string => {
  const words = fold(title);
  return hasHan(words) ? words : singular(words);
};
