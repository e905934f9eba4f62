/** "Longjing 50 g", among the green teas that were found: by a word of its name alone, and not by what they all are. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { valueInWords } from '../../knowledge/retrieval/goods/lexicon.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { tokensOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { Understanding } from '../turn.ts';

/** The first of those found, where this message names it alone; undefined: it says of what kind they are to be. */
export const namedApart = (
  { entities, preferences, said = '', language }: Understanding,
  first: Product | undefined,
): Product | undefined => {
  const [named, ...more] = entities.products;
  if (!first || first.id !== named || more.length > 0) return undefined;
  const wordsOf = (text: string): ReadonlySet<string> => new Set(tokensOf(fold(text)).map(token => token.text));
  const ofKind = wordsOf(
    preferences.map(({ slot, value }) => `${value} ${valueInWords(slot, value, language)}`).join(' '),
  );
  const told = wordsOf(said);
  const own = [...wordsOf(inLanguage(first.name, language))].filter(word => told.has(word) && !ofKind.has(word));
  // One Chinese character is no word.
  return own.length > (hasHan(own.join('')) ? 1 : 0) ? first : undefined;
};
