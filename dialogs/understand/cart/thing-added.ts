/** The thing that a clause of a message puts into the cart, and whether another one names it once more. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Understanding } from '../../turn.ts';
import { kindOf } from '../request-kinds.ts';

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

/** Goods by what they are; whom it is for tells of the one that is ordered. */
export const namesOthers = (meant: Understanding): boolean =>
  kindOf(meant, false) === 'goods' &&
  (meant.entities.products.length > 0 ||
    meant.intent === 'recommend' ||
    (meant.goods ?? []).length > 0 ||
    meant.preferences.some(p => p.slot === 'product' || p.slot === 'category'));
