/** The deals of a cart together: which of them apply, in what order, what each takes off, and why the others don't. */
import type { OfferId, ProductId, PromotionId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { OfferRefusal, PricedCart } from '../../../knowledge/domain/offer.ts';
import type { Cart } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Promotion } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { ConditionShopper } from '../choose/conditions.ts';
import type { BasketLine, Unlock } from './basket.ts';
import { effectsOf, type Solved, solveDeals } from './combine-solve.ts';
import { traceDeals } from './combine-trace.ts';
import { cartUnder } from './price.ts';

/** A promotion as a cart needs to know it; a `Promotion` and a `LivePromotion` are ones. */
export type CombineRule = Pick<
  Promotion,
  | 'id'
  | 'campaign'
  | 'name'
  | 'conditions'
  | 'action'
  | 'active'
  | 'startsAt'
  | 'endsAt'
  | 'trigger'
  | 'group'
  | 'order'
>;

/** A deal that may come onto a cart: running by itself, entered as a code, or quoted to this shopper. */
export interface Candidate {
  readonly promotion: CombineRule;
  readonly offer?: OfferId;
  readonly code?: string;
  /** A quote made earlier is honoured: active, dates, hours, segments and who it is for are not asked again. */
  readonly promised?: boolean;
  /** Takes at most this off the goods, minor units, in the lines' own proportions. */
  readonly mostMinor?: number;
  /** Out for a reason that the cart can't tell, such as a limit or a used code; it is traced with it. */
  readonly refused?: OfferRefusal;
}

export interface CombineInput {
  readonly lines: readonly BasketLine[];
  readonly shop: Shop;
  readonly shopper: ConditionShopper;
  readonly now: Date;
  readonly candidates: readonly Candidate[];
  /** Where gifts are looked up when they are not in the cart. */
  readonly products?: ReadonlyMap<ProductId, Product>;
  /** Which gift the shopper took where a promotion leaves the choice. */
  readonly gifts?: Cart['gifts'];
}

/** What became of one candidate. */
export interface DealTrace {
  readonly promotion: PromotionId;
  readonly offer?: OfferId;
  readonly code?: string;
  readonly outcome: 'applied' | 'refused';
  readonly reason?: OfferRefusal;
  /** What it took off, or would take off alone; a gift at its price included. Absent: alone it would not apply either. */
  readonly saves?: Money;
  /** The smallest change to the cart that would bring it about. */
  readonly unlock?: Unlock;
  /** The deals it can't go with, or that left it too little to count. */
  readonly beatenBy?: readonly PromotionId[];
  /** Off each of `priced.lines`, minor units; only when applied. */
  readonly lines?: readonly number[];
  /** To pay after this deal and those before it, shipping included; only when applied. */
  readonly totalAfter?: Money;
}

export interface Combination {
  /** With `deals`, in the order they applied. */
  readonly priced: PricedCart;
  /** The applied ones first, in their order, then the others by group, order and id. */
  readonly trace: readonly DealTrace[];
  /** False when the search was cut short: what is shown holds, but there may be a better one. */
  readonly exact: boolean;
}

/**
 * The deals that together leave the shopper the least to pay, shipping included. Of combinations that pay the same: the
 * more valuable gifts, then the fewer deals, then the deals that come first by group, order and id. Pure; the order in
 * which lines were added and candidates listed changes nothing.
 *
 * Groups apply in their order, and each deal counts what those before it left of the lines. Something is always left to
 * pay for the goods: a deal that would take the last of it is refused with 'makes-order-free'. A 'best' group gives one
 * deal at most, an 'all' group as many as help, and two groups meet only where both allow it.
 *
 * Exact as long as the search tries no more than `searchLimit` deals, which `Combination.exact` tells; beyond, the best
 * found so far is given. A shop's real rules (15 candidates over six groups, 20 lines) take some 30 to 90 tries; 30
 * percentages or 30 满减 in one 'all' group take 60; the hardest set tried, 满减, percentages and buy-and-get of overlapping
 * goods all in one 'all' group, takes 2,000 with 15 of them, 15,000 with 20, and is cut with 25.
 */
export const bestCombination = (input: CombineInput): Combination => {
  const solved = solveDeals(input);
  const priced = pricedBy(solved);
  return { priced, trace: traceDeals(input, solved, priced), exact: solved.found.exact };
};

/** The cart of `bestCombination` for those who ask no reasons, which are most of its work. */
export const bestPrice = (input: CombineInput): PricedCart => pricedBy(solveDeals(input));

const pricedBy = ({ basket, found }: Solved): PricedCart => cartUnder(basket, effectsOf(found), found.feeMinor);
