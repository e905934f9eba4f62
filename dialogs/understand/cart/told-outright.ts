/** What the cart is to hold is read of the message's own words: nothing that lies before the shopper is needed for it. */
import type { Understanding } from '../../turn.ts';
import type { Ask } from '../ground/asks.ts';

/** Short moves of the cart, which longer words may tell in full. */
const ofCart: ReadonlySet<Ask> = new Set([
  'add-it',
  'take-one-of-list',
  'change-count',
  'take-out',
  'not-wanted',
  'other-one',
  'other-colour',
]);

/** "Didn't want black, swap it for the white one", 还是要一个吧 朋友不要了, "one red, one navy". */
export const toldOutright = (
  ask: Ask,
  { edits, ordered, together = [], resize, count, isOneOrder, entities }: Understanding,
): boolean =>
  ofCart.has(ask) &&
  ((edits !== undefined && edits.lines.length + (edits.which?.length ?? 0) > 0) ||
    ordered !== undefined ||
    isOneOrder !== undefined ||
    together.length > 0 ||
    resize !== undefined ||
    count !== undefined ||
    entities.products.length > 0);
