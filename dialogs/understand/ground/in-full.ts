/** What each short question is in full, by the ground it is asked on. */
import { cartInFull } from './in-full/cart.ts';
import { dealsInFull } from './in-full/deals.ts';
import { goodsInFull } from './in-full/goods.ts';
import { moneyInFull } from './in-full/money.ts';
import { ordersInFull } from './in-full/orders.ts';
import { talkInFull } from './in-full/talk.ts';
import type { AsksInFull } from './put-in-full.ts';

export const asksInFull: AsksInFull = {
  ...moneyInFull,
  ...dealsInFull,
  ...goodsInFull,
  ...cartInFull,
  ...ordersInFull,
  ...talkInFull,
};
