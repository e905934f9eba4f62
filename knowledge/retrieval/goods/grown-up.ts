/** Goods made for children, in a search that is for none. */
import type { Product } from '../../domain/product.ts';
import { fold } from '../text/fold.ts';
import { isMadeForKids } from './for-whom.ts';
import type { ProductQuery } from './products.ts';
import { type Filter, type Relaxed, relax, tellsOfKind } from './relax.ts';

const ofSubstance = /^(?:feature|material):/;
/**
 * Where only what is made for children meets all of it, what comes nearest for grown-ups is found in its place: it may cost more, or be of
 * another size, and is no other kind of thing.
 */
export const withoutChilds = (
  found: Relaxed,
  within: readonly number[],
  soft: readonly Filter[],
  query: ProductQuery,
  products: readonly Product[],
  kidsShare: (category: string) => number,
): Relaxed => {
  const isChilds = (d: number): boolean => isMadeForKids(products[d]!) && kidsShare(products[d]!.category) < 0.5;
  if (found.kept.length === 0 || isForChild(query) || !found.kept.every(isChilds)) return found;
  const grown = relax(
    within.filter(d => !isChilds(d)),
    soft,
    products,
  );
  const isLess = grown.relaxed.some(key => !found.relaxed.includes(key) && (tellsOfKind(key) || ofSubstance.test(key)));
  return grown.kept.length > 0 && !isLess ? grown : found;
};

export const isForChild = ({ preferences, text }: ProductQuery): boolean =>
  preferences.some(
    p => p.polarity === 'like' && (p.forWhom === 'child' || p.value === 'kids' || p.value === 'school'),
  ) || childSaid.test(fold(text));

/** Of goods that are not looked for for a child, those made for children are left out, unless there are no others. */
export const grownUp = (
  kept: readonly number[],
  query: ProductQuery,
  products: readonly Product[],
  kidsShare: (category: string) => number,
): readonly number[] => {
  if (isForChild(query)) return kept;
  const others = kept.filter(d => {
    const product = products[d]!;
    return !isMadeForKids(product) || kidsShare(product.category) >= 0.5;
  });
  return others.length > 0 ? others : kept;
};
const childSaid =
  /\b(?:kids?|child|children|toddlers?|bab(?:y|ies)|boys?|girls?|sons?|daughters?|school|nurser(?:y|ies)|pupils?|little ones?)\b|儿童|孩|童|宝宝|幼儿|(?<!大)学生(?!党)|书包|上学|小朋友/u;

/** How much of a category is given to children, 0..1. */
export const kidsShareOf = (products: readonly Product[]): ((category: string) => number) => {
  const share = new Map<string, { kids: number; all: number }>();
  for (const p of products) {
    const entry = share.get(p.category) ?? { kids: 0, all: 0 };
    share.set(p.category, entry);
    entry.all += 1;
    if (p.attributes.recipient?.includes('kids')) entry.kids += 1;
  }
  return category => {
    const { kids, all } = share.get(category) ?? { kids: 0, all: 1 };
    return kids / all;
  };
};
