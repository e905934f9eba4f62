/** One thing of an order that was spoken of just now, where a message speaks of it and names nothing. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import { orderToldOf } from '../order-told.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

const spokenLasts = 2;
const longestPointing = 40;
/** All of it, or which is still to be said. */
const ofMore = /\b(?:all|everything|something|anything|whole|order|both|them)\b|全|都|整|单|东西|几/u;
/** 算了那退了吧, right after one thing of an order was spoken of. */
export const spokenOfJustNow = (
  { said = '', goods = [], entities }: Understanding,
  { orders, memory }: TurnFacts,
): { readonly order: Order; readonly product: ProductId } | undefined => {
  const { ownAsked, turns } = memory;
  const product = ownAsked?.product;
  if (product === undefined || !ownAsked || turns - ownAsked.at > spokenLasts) return undefined;
  if (said.length > longestPointing || ofMore.test(said) || goods.length + entities.products.length > 0)
    return undefined;
  const order = orderToldOf(orders, memory);
  const nameOf = ({ title }: OrderLine): string => (title.en ?? title.zh ?? '').split(',')[0]!;
  const line = order?.lines.find(one => one.product === product);
  if (!order || !line) return undefined;
  // Of two packs of the same which one is meant is asked.
  const isOnly = order.lines.filter(one => nameOf(one) === nameOf(line)).length === 1;
  return isOnly ? { order, product } : undefined;
};
