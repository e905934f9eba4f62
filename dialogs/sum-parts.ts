/** What a reply tells of what is in the cart, what it comes to, and what an order would. */
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Cart } from '../knowledge/domain/order.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { SentAbroad } from './sent-abroad.ts';
import type { AddOnFacts, SumFacts } from './turn-facts.ts';

export type SumPart =
  | {
      readonly kind: 'cart';
      readonly cart: Cart;
      readonly products: readonly Product[];
      readonly total: Money;
      readonly abroad?: SentAbroad;
      /** What a gift is worth is taken off nothing. */
      readonly deals?: readonly { readonly name: Localized; readonly saves: Money; readonly gift?: boolean }[];
      /** How it is ordered is asked, or to be done. */
      readonly ordering?: true;
    }
  | { readonly kind: 'cart-empty'; readonly toCount?: boolean; readonly ordering?: true }
  | { readonly kind: 'add-on'; readonly plan: Extract<AddOnFacts, { kind: 'plan' }> }
  /** Asked what to add, and nothing is proposed. */
  | { readonly kind: 'no-add-on'; readonly reason: Extract<AddOnFacts, { kind: 'none' }>['reason'] }
  | {
      /** How far the cart is from free delivery. */
      readonly kind: 'to-free-delivery';
      /** Null: the shop has none. */
      readonly from: Money | null;
      readonly fee: Money;
      /** Null: it ships free already, or the shop has no free delivery. */
      readonly missing: Money | null;
      readonly isEmpty: boolean;
    }
  /** Whether two amounts of the shopper's come to a third. */
  | {
      readonly kind: 'adds-up';
      readonly terms: readonly [Money, Money];
      readonly total: Money;
      readonly isRight: boolean;
    }
  /** What the cart comes to with its wrapping. */
  | { readonly kind: 'with-wrap'; readonly fee: Money; readonly total: Money }
  /** Whether it is what was told, and of what; null: it is none of it, and `total` is. */
  | {
      readonly kind: 'figure-checked';
      readonly said: Money;
      readonly is: 'total' | 'delivery' | 'wrap' | null;
      readonly total: Money;
    }
  /** `abroad`: delivery to there comes on top and is not in it. */
  /** `asksOff`: whether anything comes off was asked, which is told where nothing does. */
  | ({ readonly kind: 'would-cost'; readonly abroad: boolean; readonly asksOff?: true } & SumFacts)
  /** Goods of so much, delivery included, whatever they are; `freeFrom` null: the shop has no free delivery. */
  | {
      readonly kind: 'order-would-cost';
      readonly goods: Money;
      readonly shipping: Money;
      readonly total: Money;
      readonly freeFrom: Money | null;
      readonly abroad: boolean;
      /** Delivered to the place abroad that was said. */
      readonly abroadFor?: SumFacts['abroadFor'];
      /** Whether delivery is free is what was asked. */
      readonly ofDelivery?: true;
      /** What comes off by itself on any goods, where it was worked out; `total` is less by it. */
      readonly deals?: SumFacts['deals'];
      /** Deals on certain goods may come on top. */
      readonly others?: boolean;
    }
  | { readonly kind: 'new-total'; readonly total: Money; readonly abroad?: SentAbroad };
