/** A word of a product's name that anybody says to a shop: "which banks?", "the locker?", "dark or light". Takes folded text. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { ProductNames } from './named-products.ts';

/** Alone it names nothing after a rule of the shop was told, nor where it tells how something is that is looked at. */
export const isPlainWord = (
  folded: string,
  product: ProductId,
  { lastIntent, shown, focus }: Pick<ConversationMemory, 'lastIntent' | 'shown' | 'focus'>,
  names: Pick<ProductNames, 'plainWordOf'>,
): boolean => {
  const word = names.plainWordOf(product, folded);
  if (word === undefined) return false;
  const isLooking = focus !== undefined || shown.length > 0;
  const tellsHow = new RegExp(`\\b(?:or|and|too|very|how|is|ones?) ${word}\\b`);
  return lastIntent === 'question' || (isLooking && tellsHow.test(folded));
};
