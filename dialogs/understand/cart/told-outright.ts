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
export const toldOutright = (ask: Ask, told: Understanding): boolean => {
  const { edits, ordered, together = [], resize, count } = told;
  if (!ofCart.has(ask)) return false;
  // 来两份龙井: which of them is to be told, and not how many of what lies there.
  const isKindNamed = ordered !== undefined && ordered.open.length > 0 && (told.goods ?? []).length > 0;
  return (
    (edits !== undefined && edits.lines.length + (edits.which?.length ?? 0) > 0) ||
    together.length > 0 ||
    resize !== undefined ||
    count !== undefined ||
    // "2 of them please" names nothing: so many of what lies there, and not so many more.
    (ask === 'other-one'
      ? told.entities.products.length > 0
      : ask === 'change-count'
        ? ordered !== undefined && (ordered.lines.length + ordered.open.length > 1 || ordered.isNamed || isKindNamed)
        : ordered !== undefined || told.isOneOrder !== undefined || told.entities.products.length > 0)
  );
};
