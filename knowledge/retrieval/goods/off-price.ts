/** What there is at another price than was said. */
import type { Product } from '../../domain/product.ts';
import { type Filter, type Relaxed, relax, tellsOfKind, tellsOfThing } from './relax.ts';

/** What meets the wishes at any price; "off-price" tells that. */
export const offPrice = (
  candidates: readonly number[],
  soft: readonly Filter[],
  products: readonly Product[],
): Relaxed => {
  const open = relax(
    candidates,
    soft.filter(f => f.key !== 'budget-min'),
    products,
  );
  return open.kept.length === 0 ? open : { ...open, relaxed: [...open.relaxed, 'off-price'] };
};

/** The cheapest of what meets more of the wishes for a thing than anything that can be afforded; null: there is none. */
export const beyondPrice = (
  affordable: Relaxed,
  candidates: readonly number[],
  soft: readonly Filter[],
  products: readonly Product[],
): Product | null => {
  // Words that nothing has are in nothing dearer either.
  const tells = (key: string): boolean => key !== 'text' && tellsOfThing(key);
  const lost = affordable.relaxed.filter(tells).length;
  if (affordable.kept.length > 0 && lost === 0) return null;
  // What else was told of it is no reason to name a dearer one as the least that there is.
  const hasNone = affordable.kept.length === 0 || affordable.relaxed.some(tellsOfKind);
  const ofThing = hasNone ? soft.filter(f => tellsOfThing(f.key)) : soft;
  const { kept, relaxed } = relax(candidates, ofThing, products);
  if (kept.length === 0 || (affordable.kept.length > 0 && relaxed.filter(tells).length >= lost)) return null;
  return kept.map(d => products[d]!).reduce((least, p) => (p.price.minor < least.price.minor ? p : least));
};
