/** What a short question of money is asked of: the cart, goods, orders; whatever page or deal was told of in between. */
import type { CartLine } from '../../../knowledge/domain/order.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { CostLine } from '../cart/cost-lines.ts';
import type { Ask } from './asks.ts';
import { goodsBefore, groundOf } from './ground.ts';

export type MoneyBefore =
  | { readonly kind: 'cart' }
  /** `again`: proposed together, to be bought again. */
  | { readonly kind: 'goods'; readonly how: 'one' | 'list' | 'again'; readonly lines: readonly CostLine[] }
  /** The one that is meant comes first; none: whichever is on its way. */
  | { readonly kind: 'orders'; readonly numbers: readonly string[] }
  /** An order that nobody has shown to be theirs. */
  | { readonly kind: 'unseen' }
  | { readonly kind: 'nothing' };

/** Asked of a whole purchase: beside a list it is that of the cart. */
const ofPurchase: ReadonlySet<Ask> = new Set([
  'total-price',
  'delivery-cost',
  'delivery-included',
  'instalments',
  'gift-wrap',
]);

const one = (product: CostLine['product']): CostLine => ({ product, quantity: 1 });

const isLast = (at: number | undefined, { turns }: Pick<ConversationMemory, 'turns'>): boolean =>
  at !== undefined && turns - at <= 1;

export const moneyBefore = (
  ask: Ask,
  memory: ConversationMemory,
  inCart: readonly Pick<CartLine, 'product'>[],
  signedIn: boolean,
  /** It is asked of the order that was told of, whatever was told since. */
  ofTold = false,
): MoneyBefore => {
  const hasCart = inCart.length > 0;
  const ground = groundOf(memory, hasCart);
  const { lastIntent, orderTold, goodsOfOrders, addOn, complainedAt } = memory;
  if (ofTold && orderTold)
    return {
      kind: 'orders',
      numbers: [orderTold.number, ...(goodsOfOrders?.numbers ?? []).filter(number => number !== orderTold.number)],
    };
  if (ground.kind === 'cart') return { kind: 'cart' };
  if (ground.kind === 'again') {
    const told = addOn?.key.startsWith('again:') ? addOn.lines : undefined;
    return { kind: 'goods', how: 'again', lines: told ?? ground.products.map(one) };
  }
  if (ground.kind === 'order') {
    const beside = isLast(goodsOfOrders?.at, memory) ? goodsOfOrders!.numbers : [];
    return { kind: 'orders', numbers: [ground.number, ...beside.filter(number => number !== ground.number)] };
  }
  const isOfOrders = lastIntent === 'order-status' || lastIntent === 'start-return' || lastIntent === 'cancel-order';
  if (isOfOrders && signedIn && goodsOfOrders && isLast(goodsOfOrders.at, memory))
    return { kind: 'orders', numbers: goodsOfOrders.numbers };
  if (lastIntent === 'complaint' && isLast(complainedAt, memory) && signedIn && !hasCart)
    return { kind: 'orders', numbers: orderTold && isLast(orderTold.at, memory) ? [orderTold.number] : [] };
  if (isOfOrders && !signedIn && memory.proved === undefined) return { kind: 'unseen' };
  const goods = goodsBefore(memory);
  if (goods.kind === 'one' && ground.kind !== 'unsold')
    return hasCart && inCart.some(line => line.product === goods.product)
      ? { kind: 'cart' }
      : { kind: 'goods', how: 'one', lines: [one(goods.product)] };
  if (hasCart && (goods.kind === 'nothing' || ofPurchase.has(ask))) return { kind: 'cart' };
  if (goods.kind === 'list' && ground.kind !== 'unsold')
    return { kind: 'goods', how: 'list', lines: goods.products.map(one) };
  return hasCart ? { kind: 'cart' } : { kind: 'nothing' };
};
