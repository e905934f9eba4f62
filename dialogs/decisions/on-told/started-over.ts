/** "Start over": what was looked for is dropped; cart, orders and what is known of the shopper stay. */
import type { Matter } from '../../matter.ts';
import type { Suggestion } from '../../reply.ts';
import { suggest } from '../draft.ts';
import { type DecideOnTold, emptyCart } from './told.ts';

const mostCategories = 3;
/** No goods were spoken of. */
const ofOrders: ReadonlySet<Matter['about']> = new Set(['order', 'trouble', 'flow']);

export const startedOver: DecideOnTold = (matter, _turn, _understanding, facts) => {
  const { cart, cartPriced, memory, shop } = facts;
  const count = (cart?.lines ?? []).reduce((sum, line) => sum + line.quantity, 0);
  const inCart = count > 0 && cartPriced ? { count, total: cartPriced.total } : undefined;
  const wishes = (memory.search ?? []).filter(wish => wish.polarity === 'like');
  const categories = shop.categories
    .slice(0, mostCategories)
    .map((category): Suggestion => ({ kind: 'category', key: category.key }));
  return {
    parts: [
      {
        kind: 'fresh-start',
        forgotten: wishes.map(({ slot, value }) => ({ slot, value })),
        ...(inCart ? { cart: inCart } : {}),
      },
    ],
    memory: {
      failures: 0,
      shown: [],
      search: [],
      told: [],
      goods: undefined,
      cut: undefined,
      missing: undefined,
      toCart: undefined,
      toSum: undefined,
      asked: undefined,
      matter: undefined,
    },
    suggestions: ofOrders.has(matter.about)
      ? suggest('order-status', 'person')
      : [...(inCart ? [emptyCart] : []), ...categories, ...suggest('recommend')],
  };
};
