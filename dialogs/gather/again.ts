import type { CatalogueView } from '../../knowledge/catalogue.ts';
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { isSellable } from '../../knowledge/domain/product.ts';
import { familyOf } from '../../knowledge/retrieval/goods/families.ts';
import { matches } from '../../knowledge/retrieval/goods/product-match.ts';
import { linesOfThing, openLines } from '../flows/return-lines.ts';
import { ordersOn } from '../orders-then.ts';
import type { Understanding } from '../turn.ts';

/**
 * What "the same again" means: the latest order; of "the same shoes again" the latest one with shoes in it, and of it only the
 * shoes. `orders`: newest first; `told`: the number of the one that was told of just now. Undefined: there is none.
 */
export const boughtBefore = (
  orders: readonly Order[],
  { asksOf, entities }: Pick<Understanding, 'asksOf' | 'entities'>,
  view: CatalogueView,
  text = '',
  told?: string,
): Order | undefined => {
  const notCancelled = orders.filter(order => order.status !== 'cancelled');
  // 就是6月那个大红袍: of the days that are named, and what is called so.
  const then = ordersOn(entities.when, notCancelled, text);
  const placed = then.length > 0 ? then : notCancelled;
  const kinds = asksOf?.filter(asked => asked.slot !== 'colour') ?? [];
  const colours = asksOf?.filter(asked => asked.slot === 'colour') ?? [];
  /** Another colour of it, where it comes in that; what comes in no such colour stays. */
  const inColour = (id: ProductId): ProductId => {
    const product = view.byId.get(id);
    if (!product || colours.length === 0) return id;
    const isSo = (one: typeof product): boolean => colours.some(colour => matches(one, colour));
    if (isSo(product)) return id;
    const form = view.products.find(one => familyOf(one) === familyOf(product) && isSellable(one) && isSo(one));
    return form?.id ?? id;
  };
  const isMeant = (id: ProductId): boolean => {
    const product = view.byId.get(id);
    return product !== undefined && kinds.every(asked => matches(product, asked));
  };
  const hasIt = (order: Order): boolean => order.lines.some(line => !line.gift && isMeant(line.product));
  const called = kinds.length === 0 ? placed.flatMap(order => onlyCalled(order, text) ?? [])[0] : undefined;
  // "Order it again", of what was called off just now.
  const calledOff = orders.find(order => order.number === told && order.status === 'cancelled');
  if (calledOff && kinds.length + colours.length === 0 && then.length === 0 && !called) return calledOff;
  const found = called ?? (kinds.length === 0 ? placed[0] : placed.find(hasIt));
  if (!found || kinds.length + colours.length === 0) return found;
  const meant = found.lines.filter(line => !line.gift && isMeant(line.product));
  return { ...found, lines: meant.map(line => ({ ...line, product: inColour(line.product) })) };
};

/** As much of a Chinese name as tells it from others: 大红袍, of 大红袍岩茶. */
const shortestName = 3;
/** Of an order only what is called as the words say; undefined: nothing in it is. */
const onlyCalled = (order: Order, text: string): Order | undefined => {
  const ofThing = linesOfThing(order, openLines(order, []), text.toLowerCase());
  const isNamed = ({ zh = '' }: Order['lines'][number]['title']): boolean =>
    (zh.match(/\p{Script=Han}{3,}/gu) ?? []).some(part =>
      [...part.slice(shortestName - 1)].some((_, i) => text.includes(part.slice(i, i + shortestName))),
    );
  const lines = order.lines.filter(
    line => !line.gift && (isNamed(line.title) || ofThing.some(one => one.product === line.product)),
  );
  return lines.length > 0 ? { ...order, lines } : undefined;
};

/** A colour was asked for that it was not bought in. */
export const colourOfAgain = (
  proposed: Order,
  orders: readonly Order[],
  { asksOf = [] }: Pick<Understanding, 'asksOf'>,
  view: CatalogueView,
): { readonly colour?: 'other' | 'none' } => {
  const colours = asksOf.filter(asked => asked.slot === 'colour');
  if (colours.length === 0) return {};
  const bought = orders.find(order => order.number === proposed.number)?.lines ?? [];
  if (!proposed.lines.every(line => bought.some(({ product }) => product === line.product))) return { colour: 'other' };
  const isSo = proposed.lines.some(({ product: id }) => {
    const product = view.byId.get(id);
    return product !== undefined && colours.some(colour => matches(product, colour));
  });
  return isSo ? {} : { colour: 'none' };
};
