/** Why a product is on a list that is limited to what was told for it. */
import type { StatedPreference, Told } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { isOfAround, parseBudget } from '../../knowledge/profile/budget.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import type { FoundProduct, SearchScope } from '../turn-facts.ts';

const roomOfCard = 3;

/**
 * Of a list that is limited to what was told for it, that is what brought a product in, whoever then ranked it; with what was told before
 * and fits it too. A list of one kind only, by nothing but what sells, says what sells in it.
 */
export const withTold = (
  reason: FoundProduct['reason'],
  product: Product,
  { preferences, priceMaxMinor }: SearchScope,
): FoundProduct['reason'] => {
  const fitting = preferences.filter(
    p =>
      p.polarity === 'like' &&
      (p.slot === 'budget'
        ? isInBounds(p, product, priceMaxMinor) && !isOfAround(p.value, preferences)
        : p.slot !== 'recipient' && p.value !== 'gift' && matches(product, p)),
  );
  const [first] = fitting;
  if (!first) return reason;
  if (fitting.length === 1 && first.slot === 'category' && reason?.kind !== 'stated')
    return reason?.kind === 'popular' ? { kind: 'popular', category: first.value } : reason;
  // Of more than a card has room for, what its name shows anyhow comes last.
  const isKind = (p: StatedPreference): boolean => p.slot === 'category' || p.slot === 'product';
  const inOrder =
    fitting.length > roomOfCard ? [...fitting.filter(p => !isKind(p)), ...fitting.filter(isKind)] : fitting;
  const now = inOrder.map(({ slot, value }) => ({ slot, value }));
  const before = reason?.kind === 'stated' ? reason.told : [];
  const isSaidNow = (told: Told): boolean =>
    now.some(one => one.slot === told.slot && (one.slot === 'budget' || one.value === told.value));
  return { kind: 'stated', told: [...now, ...before.filter(told => !isSaidNow(told))] };
};

/** Of bounds that were said: within what is looked for, and on the right side of it. */
const isInBounds = ({ value }: StatedPreference, { price }: Product, most = Number.POSITIVE_INFINITY): boolean => {
  const bound = parseBudget(value);
  return bound?.bound === 'min'
    ? price.minor >= bound.minor
    : bound !== null && price.minor <= Math.min(most, bound.minor);
};
