import { defaultRules, youngOf } from '../../models/bandit/newcomers.ts';
import type { Desk } from './desk.ts';

/** What a share for new products is about: how many there are, and what has come of showing them in chats. */
export const newProductsView = async (desk: Desk) => {
  const { products } = desk.services.catalogue.view;
  const young = youngOf(products, desk.now);
  const tallies = await desk.stores.mentions.tally(young.map(one => one.id));
  const known = tallies.filter(one => one.shown >= defaultRules.enough).length;
  return {
    waiting: young.length - known,
    known,
    shown: tallies.reduce((sum, one) => sum + one.shown, 0),
    engaged: tallies.reduce((sum, one) => sum + one.engaged, 0),
  };
};
