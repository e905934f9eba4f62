import type { Language } from '../../knowledge/domain/language.ts';
import type { Told } from '../../knowledge/domain/preference.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { wishInWords } from '../../knowledge/profile/describe.ts';

/** A card's line has room for no more. */
const mostTold = 3;

/** What a product fits, in the shopper's language, what counted most first; a thing that is named needs no shelf beside it. */
export const toldInWords = (told: readonly Told[], language: Language, shop: Pick<Shop, 'categories'>): string[] => {
  const namesThing = told.some(one => one.slot === 'product');
  const words = told
    .filter(one => !(namesThing && one.slot === 'category'))
    .slice(0, mostTold)
    .map(({ slot, value }) => wishInWords({ slot, value, polarity: 'like' }, language, shop));
  return [...new Set(words)];
};
