/** "A women's jacket", 女款冲锋衣, of goods in sizes that no name or attribute cuts for them: told, not passed over. */
import type { Product } from '../../knowledge/domain/product.ts';
import { menSaid, womenSaid } from '../../knowledge/retrieval/goods/cut-asked.ts';
import { genderOf } from '../../knowledge/retrieval/goods/for-whom.ts';
import type { Understanding } from '../turn.ts';
import type { FoundProduct } from '../turn-facts.ts';

const named = {
  women: { en: "women's", zh: '女款' },
  men: { en: "men's", zh: '男款' },
} as const;

/** As it is named among what no page says; empty: it was not asked for, or some of them are cut so. */
export const cutUnsaid = (
  { cut, language, present, forWhom, said = '' }: Understanding,
  found: readonly FoundProduct[],
): readonly string[] => {
  const wanted = cut?.wanted;
  if ((wanted !== 'women' && wanted !== 'men') || present || forWhom !== undefined || found.length === 0) return [];
  // "For an old man who drinks tea" asks for no cut.
  if (!(wanted === 'men' ? menSaid : womenSaid).test(said) && ofSomebody.test(said)) return [];
  const isUnsaid = found.every(({ product }) => isWorn(product) && genderOf(product) !== wanted);
  return isUnsaid ? [`unsaid:${named[wanted][language]}`] : [];
};

const isWorn = ({ attributes: { size = [] } }: Product): boolean => size.some(one => /^(?:x*s|m|x*l|\d{2})$/.test(one));

const ofSomebody = /\bfor (?:an?|my|the) (?:[a-z]+ )?(?:man|guy|bloke|woman|lady|gal)\b/u;
