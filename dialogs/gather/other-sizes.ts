/** What is spoken of, or each of a short list of which none is, in a larger or smaller size: a tea in the 250 g tin, after the one of 50 g. */
import { isSellable, type Product } from '../../knowledge/domain/product.ts';
import { measureWishOf } from '../../knowledge/retrieval/goods/measure-wishes.ts';
import { measures } from '../../knowledge/retrieval/goods/measured.ts';
import type { IndexSet } from '../indexes.ts';
import type { DialogServices } from '../services.ts';
import { sizeMeasured } from '../understand/pointing/size-order.ts';
import type { SuggestInput } from './products.ts';

const mostShown = 3;

/** Nearest in size first; itself: it comes in no such size; empty: it comes in one only, or none was asked for. */
export const otherSizes = async (
  { understanding: { sizeOrder, told = [] }, focus, shown }: SuggestInput,
  { view, families }: IndexSet,
  { stores }: DialogServices,
): Promise<readonly Product[]> => {
  const than = sizeOrder?.than === undefined ? undefined : view.byId.get(sizeOrder.than);
  const own = than ? sizeMeasured(than) : undefined;
  // What is lighter is another thing, and no other size of it.
  if (!than || !own || !sizeOrder || sizeOrder.of === 'mass') return [];
  /** How far `product` is beyond `from`, above 0 where it is larger, or smaller, as was asked. */
  const beyond = (product: Product, from: Product): number => {
    const [size, before] = [sizeMeasured(product), sizeMeasured(from)];
    if (!size || !before || size.of !== before.of) return 0;
    return sizeOrder.how === 'more' ? size.amount - before.amount : before.amount - size.amount;
  };
  const next = (from: Product): readonly Product[] =>
    families
      .of(from)
      .filter(product => beyond(product, from) > 0)
      .sort((a, b) => beyond(a, from) - beyond(b, from));
  // 250毫升也太少了: larger than that, and not only than the one that was shown.
  const wished = told.flatMap(one => measureWishOf(one.value) ?? []).filter(wish => wish.of === own.of);
  const isWished = (product: Product): boolean => wished.every(wish => measures(product, wish));
  const larger = next(than);
  const others = larger.some(isWished) ? larger.filter(isWished) : larger;
  // A hand cream and a lip balm, 有大瓶的吗: of each the next in size.
  const isOfList = than.id !== focus && shown.length > 1 && shown.length <= mostShown;
  const besides = (isOfList ? shown : [])
    .flatMap(id => view.byId.get(id) ?? [])
    .filter(product => families.keyOf(product) !== families.keyOf(than))
    .flatMap(product => next(product).slice(0, 1));
  const asked = besides.length > 0 ? [...others.slice(0, 1), ...besides] : others;
  const inSizes = families.of(than).filter(product => sizeMeasured(product)?.of === own.of);
  // It comes in sizes, and in none that is larger, or smaller.
  if (asked.length === 0) return new Set(inSizes.map(one => sizeMeasured(one)?.amount)).size > 1 ? [than] : [];
  const live = new Map((await stores.products.many(asked.map(product => product.id))).map(one => [one.id, one]));
  return asked
    .flatMap(({ id }) => live.get(id) ?? [])
    .filter(isSellable)
    .slice(0, mostShown);
};
