/** "Is it any good?": what the pages of the goods before the shopper list for them, and what not. */
import type { Detail, Product } from '../../../../knowledge/domain/product.ts';
import { say, suggest } from '../../draft.ts';
import { addable } from '../../page-says.ts';
import type { DecideOfGoods } from './goods-table.ts';
import { areAlike, goodOf, limitsOf, nameOfDetail, tellingOf, textOfDetail } from './telling.ts';

const told = { one: { good: 3, limits: 2 }, each: { good: 1, limits: 1 } } as const;

export const anyGood: DecideOfGoods = ({ goods, focus }, _turn, _understanding, { shop }) => {
  const products = (focus ? goods.filter(one => one.product.id === focus.id) : goods).map(one => one.product);
  const [only, ...others] = products;
  if (!only) return undefined;
  const isOne = others.length === 0;
  const { good, limits } = isOne ? told.one : told.each;
  // What is so of several of them tells none from another.
  const isOwn = (detail: Detail): boolean =>
    products.filter(product =>
      tellingOf(product).some(
        one => nameOfDetail(one) === nameOfDetail(detail) && textOfDetail(one) === textOfDetail(detail),
      ),
    ).length === 1;
  const own = (details: readonly Detail[]): readonly Detail[] => (isOne ? details : details.filter(isOwn));
  const isShared = (feature: string): boolean =>
    !isOne && areAlike(products) && products.every(other => other.attributes.feature?.includes(feature));
  const featuresOf = ({ attributes: { feature = [] } }: Product): readonly string[] =>
    feature.filter(one => !isShared(one));
  return {
    ...say({
      kind: 'how-good',
      of: products.map(product => ({
        product,
        features: featuresOf(product),
        good: own(goodOf(product)).slice(0, good),
        limits: own(limitsOf(product)).slice(0, limits),
      })),
      days: shop.returnDays,
    }),
    memory: { failures: 0, ...(isOne ? { focus: only.id } : {}) },
    suggestions: isOne ? addable(only) : suggest('deals'),
  };
};
