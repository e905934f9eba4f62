/** The thing that a clause of a message puts into the cart, and whether another one names it once more. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';

/** The one thing that goes into the cart; undefined: several, or it is not clear which. */
export const thingAdded = (
  { entities, ordered, among }: Understanding,
  { focus, shown = [] }: Partial<Pick<ConversationMemory, 'focus' | 'shown'>>,
): ProductId | undefined => {
  if (among !== undefined || (ordered && (ordered.lines.length !== 1 || ordered.open.length > 0))) return undefined;
  const { ordinal } = entities;
  if (ordinal) return shown.at(ordinal > 0 ? ordinal - 1 : ordinal);
  return ordered?.lines[0]?.product ?? entities.products[0] ?? focus ?? (shown.length === 1 ? shown[0] : undefined);
};

/** "…, the Tempo": the thing that is ordered, named once more. */
export const isSaidAgain = (
  { intent, entities: { products } }: Understanding,
  { focus }: Partial<Pick<ConversationMemory, 'focus'>>,
): boolean => intent === 'product-details' && focus !== undefined && products.length === 1 && products[0] === focus;
