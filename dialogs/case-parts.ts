/** What a reply tells of the shopper's own case, worked out from the shop's pages and their orders. */
import type { Article } from '../knowledge/domain/article.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Order, OrderLine } from '../knowledge/domain/order.ts';

/** Days are midnights UTC of the days on the shop's clock. */
export interface DeliveryTold {
  /** As it is shown; absent: somewhere in the shop's country. */
  readonly place?: string;
  /** As the page calls where it lies. */
  readonly region?: string;
  readonly abroad: boolean;
  readonly days: { readonly from: number; readonly to: number };
  /** It is what it usually takes: what it may take as any order in the country does. */
  readonly atMost?: { readonly from: number; readonly to: number };
  /** Of delivery abroad, per order. */
  readonly fee?: Money;
  /** Within the country, where it is asked for. */
  readonly cost?: { readonly fee: Money; readonly freeFrom?: Money };
  /** The day it would be ordered on, where that is not now. */
  readonly ordered?: Date;
  readonly arrives: { readonly from: Date; readonly to: Date };
  readonly by?: { readonly day: Date; readonly comes: 'surely' | 'perhaps' | 'not' };
  /** The last day to order on for that, and until which hour; `isOver`: it is past. */
  readonly orderBy?: { readonly day: Date; readonly hour?: number; readonly isOver: boolean };
  /** The page that says it. */
  readonly article: Article;
}

export type CasePart =
  | ({ readonly kind: 'delivery-told' } & DeliveryTold)
  /** What was paid for a thing that was bought, or for the whole order. */
  | {
      readonly kind: 'own-paid';
      readonly order: Order;
      readonly line?: OrderLine;
      readonly said?: Money;
      /** What one of it costs today. */
      readonly now?: Money;
      /** Of all that was bought it cost most. */
      readonly dearest?: true;
    }
  /** What its sum is made up of. */
  | { readonly kind: 'own-parts'; readonly order: Order }
  /** Until when an invoice can be asked for. */
  | { readonly kind: 'own-invoice'; readonly order: Order; readonly until: Date; readonly isOver: boolean }
  /** Where it goes can't be seen in the chat. */
  | { readonly kind: 'own-address'; readonly order: Order }
  /** A guest's order can't be seen: what it takes. */
  | { readonly kind: 'own-unseen' }
  /** It was placed with somebody else's account: what it takes to see it. */
  | { readonly kind: 'others-order' }
  /** An order may go to somebody else. */
  | { readonly kind: 'to-others' }
  /** What comes back for it. */
  | { readonly kind: 'own-refund'; readonly order: Order; readonly line?: OrderLine; readonly refund: Money };
