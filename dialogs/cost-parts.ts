/** What a reply tells to a short question of money: of the cart, of goods by the piece and together, of orders. */
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { SendsTo, SentAbroad } from './sent-abroad.ts';

/** What delivery costs, or whether it is in the sum that was told. */
export type DeliveryAsks = 'cost' | 'included';

export type CostPart =
  | {
      readonly kind: 'delivery-of';
      readonly asks: DeliveryAsks;
      /** `these`: what is proposed together. */
      readonly of: 'cart' | 'one' | 'these';
      readonly name?: Localized;
      readonly shipping: Money;
      readonly total: Money;
      /** Null: the shop has no free delivery. */
      readonly freeFrom: Money | null;
      /** Of the cart: how much more of goods makes it free. */
      readonly missing?: Money;
      readonly abroad?: SentAbroad;
    }
  /** The rule, and which of so many goods would be delivered free, each bought alone; none of them: the rule alone. */
  | {
      readonly kind: 'delivery-each';
      readonly asks: DeliveryAsks;
      readonly fee: Money;
      readonly freeFrom: Money | null;
      readonly of: number;
      readonly free: readonly Product[];
      readonly to?: SendsTo;
    }
  /** Nothing is in the cart: what all that is shown comes to. */
  | {
      readonly kind: 'all-would-cost';
      readonly count: number;
      readonly total: Money;
      readonly abroad?: SentAbroad;
    }
  /** The same with the deal that was offered and is not used yet. */
  | { readonly kind: 'with-offer'; readonly saves: Money; readonly total: Money; readonly abroad?: SentAbroad }
  /** The cart with the thing that is looked at, which is not in it. */
  | { readonly kind: 'cart-with'; readonly product: Product; readonly total: Money; readonly abroad?: SentAbroad }
  | {
      readonly kind: 'orders-cost';
      readonly asks: 'total' | DeliveryAsks;
      readonly orders: readonly Order[];
      /** Of several. */
      readonly total: Money;
    }
  | {
      readonly kind: 'order-arrival';
      readonly order: Order;
      /** Where it stands; `overdue`: it left and should have come, `late`: it should have left. */
      readonly is: 'here' | 'coming' | 'overdue' | 'to-leave' | 'late' | 'none';
      /** By the pages, of one that has not left. */
      readonly arrives?: { readonly from: Date; readonly to: Date };
      readonly by?: { readonly day: Date; readonly comes: 'surely' | 'perhaps' | 'not' };
      /** The day it should leave, of one that has not, where that is asked. */
      readonly leaves?: { readonly day: Date; readonly is: 'today' | 'tomorrow' | 'past' };
    }
  /** It is placed already, and wrapping is chosen before. */
  | { readonly kind: 'order-wrap'; readonly order: Order }
  /** It is placed already: what a new one to there costs. */
  | {
      readonly kind: 'order-to-place';
      readonly order: Order;
      readonly place: string;
      readonly fee?: Money;
      readonly days: { readonly from: number; readonly to: number };
    };
