/** On which shelf the list stands that is narrowed, where no message has named it as one. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { ConversationMemory } from './memory.ts';
import type { Understanding } from './turn.ts';

/** The category of a product. */
export type ShelfOf = (product: ProductId) => string | undefined;

/** Whatever there is, or anything but what was shown. */
const anything =
  /\b(?:any|all|other|another|else|different|instead|gifts?|presents?|anything|something)\b(?! (?:bigger|smaller|larger|cheaper|lighter|warmer|darker|softer|else like))|别的|其他|其它|另外|随便|都行|礼物|送|换(?:一?[个种样])/u;

/** The shelf that all of the list stands on, where only the words of a message named it and the next one narrows it: 眼霜, and then 有没有小样. */
export const shelfLookedAt = (
  { intent, goods = [], something, present, told = [], sizeOrder, said = '' }: Understanding,
  stated: readonly StatedPreference[],
  { shown, goods: before }: ConversationMemory,
  shelfOf: ShelfOf,
  sortOf: ShelfOf,
): StatedPreference | undefined => {
  const than = sizeOrder?.than;
  // "Got a lighter one?", of a power bank.
  const sort = than !== undefined && sizeOrder?.of !== undefined ? sortOf(than) : undefined;
  const [first, ...others] = new Set((than === undefined ? shown : [than]).map(shelfOf));
  const isNarrowed = told.length > 0 || sizeOrder !== undefined || stated.length > 0;
  if (intent !== 'product-search' || first === undefined || others.length > 0 || !isNarrowed) return undefined;
  if (
    goods.length > 0 ||
    (before === undefined && than === undefined) ||
    (something && than === undefined) ||
    present ||
    (sort === undefined && anything.test(said))
  )
    return undefined;
  if (
    stated.some(p => p.polarity === 'like' && (p.slot === 'category' || p.slot === 'product' || p.slot === 'recipient'))
  )
    return undefined;
  return {
    ...(sort === undefined ? { slot: 'category', value: first } : { slot: 'product', value: sort }),
    polarity: 'like',
    forWhom: 'self',
    quote: said.slice(0, 120),
    confidence: 0.5,
  };
};
