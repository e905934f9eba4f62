/** "Cancel the mug" of a mug that waits in the cart, where no order was told of just now. Takes folded text. */
import type { CatalogueView } from '../../../knowledge/catalogue.ts';
import type { ConversationMemory } from '../../memory.ts';
import { callsOffThing } from '../orders/thing-called-off.ts';
import { toldGoodsNamed } from '../orders/told-goods.ts';
import type { TakeOutAsked } from './take-out-asked.ts';

const lasts = 3;

export const calledOffIn = (
  folded: string,
  { inCart = [], orderTold, turns }: Pick<ConversationMemory, 'inCart' | 'orderTold' | 'turns'>,
  view: Pick<CatalogueView, 'byId'>,
): TakeOutAsked | undefined => {
  if (inCart.length === 0 || !callsOffThing(folded)) return undefined;
  if (orderTold !== undefined && turns - orderTold.at <= lasts) return undefined;
  const held = { at: turns, products: inCart.map(({ product }) => product), numbers: [] };
  return toldGoodsNamed(folded, { goodsOfOrders: held, turns }, view).length > 0 ? { everything: false } : undefined;
};
