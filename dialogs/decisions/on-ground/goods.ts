/** The goods themselves, decided on the ground they are asked on. */

import type { TurnFacts } from '../../turn-facts.ts';
import { type Draft, say, suggest } from '../draft.ts';
import type { OnGroundDecisions } from '../on-ground.ts';
import { whatsTheDifference } from './goods/apart.ts';
import { type DecideWithout, ofGoods, onEvery } from './goods/goods-table.ts';
import { anyGood } from './goods/how-good.ts';
import { anythingCheaper, somethingLighter } from './goods/less.ts';
import { moreOrders } from './goods/more.ts';
import { inColour, inStockNow, madeOf, whichOne, whichSizes } from './goods/of-each.ts';
import { whichWouldYouTake } from './goods/pick.ts';

const which: DecideWithout = () => whichOne();

/** What comes in sizes, and in which: that much can be said of no thing in particular. */
const sizesOfKinds: DecideWithout = (_understanding, facts) => facts.sizes && sizesTold(facts.sizes);
const sizesTold = (of: NonNullable<TurnFacts['sizes']>): Draft | undefined =>
  of.length === 0 ? undefined : { ...say({ kind: 'sizes-of-kinds', of }), suggestions: suggest('recommend') };

/** Deals take something off whatever it is. */
const dealsOrWhich: DecideWithout = ({ intent }) =>
  intent === 'deals' || intent === 'better-deal' ? undefined : whichOne();

/** Before goods are chosen among, some are shown. */
const asBefore: DecideWithout = ({ intent }) => (intent === 'recommend' ? undefined : whichOne());

export const goodsOnGround: OnGroundDecisions = {
  'anything-cheaper': ofGoods(anythingCheaper, dealsOrWhich),
  'something-lighter': ofGoods(somethingLighter, which),
  'in-colour': ofGoods(inColour, which),
  'which-sizes': ofGoods(whichSizes, sizesOfKinds),
  'made-of': ofGoods(madeOf, which),
  'in-stock': ofGoods(inStockNow, which),
  'whats-the-difference': ofGoods(whatsTheDifference, which),
  'which-would-you-take': ofGoods(whichWouldYouTake, asBefore),
  'show-more': onEvery(moreOrders),
  'any-good': ofGoods(anyGood, which),
};
