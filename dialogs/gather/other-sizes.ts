/** What is spoken of in a larger or smaller size: a tea in the 250 g tin, after the one of 50 g. */
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { measures, measureWishOf } from '../../knowledge/retrieval/goods/measures.ts';
import type { IndexSet } from '../indexes.ts';
import type { DialogServices } from '../services.ts';
import type { Understanding } from '../turn.ts';
import { sizeMeasured } from '../understand/pointing/size-order.ts';

const mostShown = 3;

/** Nearest in size first; itself: it comes in no such size; empty: it comes in one only, or none was asked for. */
export const otherSizes = async (
  { sizeOrder, told = [] }: Understanding,
  { view, families }: IndexSet,
  { stores }: DialogServices,
): Promise<readonly Product[]> => {
  const than = sizeOrder?.than === undefined ? undefined : view.byId.get(sizeOrder.than);
  const own = than ? sizeMeasured(than) : undefined;
  if (!than || !own || !sizeOrder) return [];
  const away = (product: Product): number => {
    const size = sizeMeasured(product);
    if (size?.of !== own.of) return 0;
    return sizeOrder.how === 'more' ? size.amount - own.amount : own.amount - size.amount;
  };
  // 250毫升也太少了: larger than that, and not only than the one that was shown.
  const wished = told.flatMap(one => measureWishOf(one.value) ?? []).filter(wish => wish.of === own.of);
  const isWished = (product: Product): boolean => wished.every(wish => measures(product, wish));
  const larger = families.of(than).filter(product => away(product) > 0);
  const others = larger.some(isWished) ? larger.filter(isWished) : larger;
  const inSizes = families.of(than).filter(product => sizeMeasured(product)?.of === own.of);
  // It comes in sizes, and in none that is larger, or smaller.
  if (others.length === 0) return new Set(inSizes.map(one => sizeMeasured(one)?.amount)).size > 1 ? [than] : [];
  const live = await stores.products.many(others.map(product => product.id));
  return live
    .filter(isSellable)
    .sort((a, b) => away(a) - away(b))
    .slice(0, mostShown);
};
