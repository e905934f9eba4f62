/** Whom goods are for, as the order among what passes a search tells it: what is meant for the person named comes first. */
import type { Product } from '../../domain/product.ts';
import { genderOf, isMadeForKids } from './for-whom.ts';
import { matches } from './product-match.ts';
import type { ProductQuery } from './products.ts';

/**
 * A present for a child comes first from where most things are for children, and what is for nobody else before what
 * adults are given too: 0..2 more for such a product. Where nobody said that it is for a child, what is made for children
 * comes after the rest of its kind: 1 less. Null when neither changes anything.
 */
export const childBonus = (
  { preferences }: ProductQuery,
  kidsShare: (category: string) => number,
): ((product: Product) => number) | null => {
  const likes = preferences.filter(p => p.polarity === 'like');
  const forChild = likes.some(p => p.forWhom === 'child' || (p.slot === 'recipient' && p.value === 'kids'));
  const ofKind = likes.some(p => p.slot === 'category');
  if (forChild && ofKind) return null;
  return forChild
    ? p => kidsShare(p.category) + 1 / Math.max(1, p.attributes.recipient?.length ?? 1)
    : p => (kidsShare(p.category) < 0.5 && isMadeForKids(p) ? -1 : 0);
};

/** Made for men or for women: first where it was asked for, and last where nobody said for whom. */
export const cutBonus = ({ cut, preferences }: ProductQuery): ((product: Product) => number) => {
  const isForSomebody = preferences.some(p => p.polarity === 'like' && p.slot === 'recipient');
  return product => {
    const gender = genderOf(product);
    if (!gender || isForSomebody) return 0;
    return cut?.wanted === gender ? 3 : cut?.wanted ? 0 : -2;
  };
};

/** What is meant for the person named comes first. */
export const recipientBonus = ({ preferences }: ProductQuery): ((product: Product) => number) | null => {
  const named = preferences.filter(p => p.slot === 'recipient' && p.polarity === 'like' && p.value !== 'kids');
  return named.length === 0 ? null : product => (named.some(p => matches(product, p)) ? 2 : 0);
};
