/** The deals of a cart together: which of them apply, in what order, what each takes off, and why the others don't. */
import type { OfferId, ProductId, PromotionId } from '../../knowledge/domain/ids.ts';
import { type Money, money } from '../../knowledge/domain/money.ts';
import type { OfferRefusal, PricedCart } from '../../knowledge/domain/offer.ts';
import type { Cart } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Promotion } from '../../knowledge/domain/promotion.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { type BasketLine, prepareBasket, type Unlock } from './basket.ts';
import type { ConditionShopper } from './conditions.ts';
import { judge } from './evaluate.ts';
import { plainApplication, pricedCart } from './price.ts';

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
}

/** The deals that leave the shopper the least to pay. Pure; the order of lines and candidates changes nothing. */
export const bestCombination = (input: CombineInput): Combination => {
  const basket = prepareBasket(input.lines, input.shop);
  let priced = pricedCart(basket, plainApplication(basket));
  let best: Candidate | null = null;
  const sorted = [...input.candidates].sort((a, b) => (a.promotion.id < b.promotion.id ? -1 : 1));
  const verdicts = sorted.map(candidate => {
    const verdict = judge(basket, { ...input, ...candidate, promised: candidate.promised === true });
    if (verdict.kind === 'applies' && !candidate.refused) {
      const under = pricedCart(basket, verdict.application);
      if (under.total.minor < priced.total.minor || !best) {
        priced = under;
        best = candidate;
      }
    }
    return { candidate, verdict };
  });
  const trace = verdicts.map(({ candidate, verdict }): DealTrace => {
    const { promotion, offer, code } = candidate;
    const saves = verdict.kind === 'applies' ? { saves: money(verdict.savesMinor, basket.currency) } : {};
    const named = { promotion: promotion.id, ...(offer ? { offer } : {}), ...(code ? { code } : {}), ...saves };
    if (candidate === best) return { ...named, outcome: 'applied' };
    if (candidate.refused) return { ...named, outcome: 'refused', reason: candidate.refused };
    if (verdict.kind === 'refused') {
      const { reason, unlock } = verdict;
      return { ...named, outcome: 'refused', reason, ...(unlock ? { unlock } : {}) };
    }
    const beatenBy = best ? { beatenBy: [(best as Candidate).promotion.id] } : {};
    return { ...named, outcome: 'refused', reason: 'better-deal-applies', ...beatenBy };
  });
  return { priced, trace };
};
