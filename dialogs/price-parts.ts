/** What a reply tells, to a short question, of the prices and deals of what lies before the shopper. */
import type { PromotionId } from '../knowledge/domain/ids.ts';
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { DealTold } from './offers/rules/tell-deal.ts';
import type { SendsTo, SentAbroad } from './sent-abroad.ts';
import type { SumFacts } from './turn-facts.ts';

/** Goods or the cart as they would be paid now. */
export interface PricedNow extends Pick<SumFacts, 'lines' | 'shipping' | 'total'> {
  /** The goods at their prices. */
  readonly before: Money;
  readonly deals: readonly (SumFacts['deals'][number] & { readonly promotion: PromotionId })[];
  /** What the deals take off, gifts aside. */
  readonly off: Money;
  /** With its delivery to there, where it goes abroad. */
  readonly abroad?: SentAbroad;
}

/** The deal that was spoken of last. */
export interface DealMeant {
  readonly deal: DealTold;
  /** The code that it was entered with. */
  readonly code?: string;
  readonly onCart: boolean;
  /** Offered to this shopper alone. */
  readonly isOffer: boolean;
  /** Whether a code counts beside it. */
  readonly withCode: boolean;
}

export type PricePart =
  /** What comes off the cart, one thing or several together. */
  | {
      readonly kind: 'comes-off';
      readonly of: 'cart' | 'one' | 'together';
      readonly asked: 'discount' | 'saved' | 'best-price';
      readonly priced: PricedNow;
      /** There is no deal beside it that would take more off. */
      readonly isBest?: true;
    }
  /** What comes off by itself of each on a list; none: of nothing on it. */
  | { readonly kind: 'list-comes-off'; readonly of: readonly PricedNow[]; readonly isAll: boolean }
  /** With one more of it: what that comes to, and what comes off that didn't before. */
  | {
      readonly kind: 'with-one-more';
      readonly product: Product;
      /** Of that thing alone, or with the rest of the cart. */
      readonly of: 'one' | 'cart';
      readonly now: PricedNow;
      readonly after: PricedNow;
      /** Told beside something else, and only what is new in it. */
      readonly beside?: true;
    }
  /** What it needs: the terms of a deal, or that there are none but the price. */
  | { readonly kind: 'deal-catch'; readonly meant: DealMeant }
  | {
      readonly kind: 'no-catch';
      readonly of: 'cart' | 'one' | 'list' | 'together';
      readonly priced: PricedNow | null;
      readonly fee: Money;
      readonly freeFrom: Money | null;
      readonly sendsTo?: SendsTo;
      readonly returnDays: number;
    }
  /** Cancelling this order costs nothing. */
  | { readonly kind: 'cancel-no-catch'; readonly order: Order; readonly refund: Money }
  /** What a return asks for; until when this order can still be cancelled. */
  | { readonly kind: 'return-terms'; readonly days: number }
  | { readonly kind: 'cancel-until'; readonly order: Order; readonly days: number }
  | { readonly kind: 'deal-valid'; readonly meant: DealMeant }
  /** Prices have no end; `until`: when what runs for everybody ends; `keeps`: as its page says, or that some of them have such a line. */
  | {
      readonly kind: 'price-valid';
      readonly product: Product | null;
      readonly until: Localized | null;
      readonly keeps?: { readonly name: Localized; readonly value: Localized } | 'some';
    }
  /** Whether a code counts beside what lies before the shopper. */
  | { readonly kind: 'deal-and-code'; readonly meant: DealMeant }
  | { readonly kind: 'one-code'; readonly code: string }
  | { readonly kind: 'no-code-on-order'; readonly order?: Order }
  /** What was paid for an order, and what came off. */
  | { readonly kind: 'order-saved'; readonly order: Order; readonly asked: 'saved' | 'best-price' }
  | { readonly kind: 'order-closed'; readonly order: Order }
  /** Why it is these that were shown. */
  | { readonly kind: 'why-again'; readonly number?: string; readonly count: number }
  | { readonly kind: 'why-order'; readonly order: Order; readonly how: 'latest' | 'only-open' }
  | { readonly kind: 'why-returnable'; readonly days: number }
  | { readonly kind: 'why-number' }
  /** Of its kind what stands above it in price, of so many others; none: it stands highest. */
  | {
      readonly kind: 'better-of-kind';
      readonly product: Product;
      readonly above: readonly Product[];
      readonly others: number;
    }
  /** Nothing lies before the shopper that it could be asked of. */
  | { readonly kind: 'of-what'; readonly asked: 'why' | 'catch' | 'valid' | 'better' | 'saved' | 'price' | 'more' };
