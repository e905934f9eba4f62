import { defaultRules, newcomersFrom, youngOf } from '../../models/bandit/newcomers.ts';
import type { Desk } from './desk.ts';

/** What a share for new products is about: how many there are, and what has come of showing them in chats. */
export const newProductsView = async (desk: Desk) => {
  const { products } = desk.services.catalogue.view;
  const young = youngOf(products, desk.now);
  const ids = young.map(one => one.id);
  const since = new Date(desk.now.getTime() - defaultRules.days * 86_400_000);
  const [tallies, sold] = await Promise.all([desk.stores.mentions.tally(ids), desk.stores.orders.sold(ids, since)]);
  const waiting = newcomersFrom(young, { tallies, sold }, 0).products.size;
  return {
    waiting,
    known: young.length - waiting,
    shown: tallies.reduce((sum, one) => sum + one.shown, 0),
    engaged: tallies.reduce((sum, one) => sum + one.engaged, 0),
  };
};
