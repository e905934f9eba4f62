/** The goods that a short question about goods is asked of, whatever was told since they were shown. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { CartLine } from '../../../knowledge/domain/order.ts';
import type { ConversationMemory } from '../../memory.ts';
import type { Ask } from './asks.ts';
import { goodsBefore, groundOf } from './ground.ts';

/** Short questions whose answer is told of goods, one by one. */
const ofGoods: ReadonlySet<Ask> = new Set([
  'anything-cheaper',
  'in-colour',
  'which-sizes',
  'made-of',
  'in-stock',
  'which-would-you-take',
  'whats-the-difference',
  'any-good',
  'something-lighter',
]);
export const isAskedOfGoods = (ask: Ask | undefined): boolean => ask !== undefined && ofGoods.has(ask);

export interface GoodsLying {
  /** `orders`: they were bought, and the orders that hold them were told of or asked about just now. */
  readonly from: 'shown' | 'cart' | 'again' | 'orders';
  readonly ids: readonly ProductId[];
  /** The one of them that is looked at. */
  readonly focus?: ProductId;
}

const idsIn = (lines: readonly CartLine[]): readonly ProductId[] => [...new Set(lines.map(line => line.product))];

/** What the orders hold that were told of or asked about just now. */
export const goodsOfOrders = ({
  goodsOfOrders: told,
  turns,
}: Pick<ConversationMemory, 'goodsOfOrders' | 'turns'>): readonly ProductId[] =>
  told && turns - told.at <= 1 ? told.products : [];

/** Undefined: there are none. */
export const goodsLying = (memory: ConversationMemory, lines: readonly CartLine[]): GoodsLying | undefined => {
  const { focus, shown } = memory;
  const ofOrders = goodsOfOrders(memory);
  if (ofOrders.length > 0) return { from: 'orders', ids: ofOrders };
  const ground = groundOf(memory, lines.length > 0);
  if (ground.kind === 'again') return { from: 'again', ids: ground.products };
  if (ground.kind === 'cart' && memory.lastIntent === 'view-cart') return { from: 'cart', ids: idsIn(lines) };
  const before = goodsBefore(memory);
  if (before.kind === 'list') return { from: 'shown', ids: before.products };
  if (before.kind === 'nothing') return lines.length > 0 ? { from: 'cart', ids: idsIn(lines) } : undefined;
  const { product } = before;
  const others = focus === product && shown.includes(product) ? shown : [product];
  return { from: 'shown', ids: others, focus: product };
};
