/** What a reply tells of orders. */
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../knowledge/domain/order.ts';
import type { ReturnRefusal } from './flow-parts.ts';

/**
 * What was asked for and is none of them: one on its way, of the days spoken of, of the number told, before the one told, newer than
 * it, any other, or one placed just now; `not-told`: the others, where the one told is not meant.
 */
export type NoneOfOrders =
  | 'under-way'
  | 'of-days'
  | 'of-number'
  | 'before'
  | 'newer'
  | 'other'
  | 'not-told'
  | 'just-now';

/** It reached the shop that day, as it was told, and so many working days for the refund were over on the other. */
export interface RefundLate {
  readonly came: Date;
  readonly days: number;
  readonly due: Date;
}

/** What can still be done with an order, and what comes back for it then. */
export type OrderStand =
  /** It has not left: cancelled, all of it comes back. */
  | { readonly is: 'open'; readonly order: Order; readonly refund: Money }
  /** It left, or is packed for good. */
  | { readonly is: 'coming'; readonly order: Order }
  /** It came; `refund`: of all of it that has not gone back. */
  | { readonly is: 'returnable'; readonly order: Order; readonly until: Date; readonly refund: Money }
  | { readonly is: 'over'; readonly order: Order; readonly reason: ReturnRefusal };

/** A thing that lies before the shopper, and the orders that hold it; `other`: they hold another form of it, by this name. */
export interface BoughtBefore {
  readonly name: Localized;
  readonly orders: readonly Order[];
  readonly other?: Localized;
}

export type OrderPart =
  /**
   * Orders of one's own in short, by what is asked of them: whether they can go back, what comes back, where they are, whether their
   * address or the size of their goods can be changed.
   */
  | {
      readonly kind: 'orders-stand';
      readonly asked: 'return' | 'refund' | 'where' | 'address' | 'exchange';
      readonly stands: readonly OrderStand[];
      /** In which what came can go back. */
      readonly days: number;
    }
  /** What of it was bought before; `of`: it is asked of this order, and the others are told. */
  | { readonly kind: 'bought-before'; readonly things: readonly BoughtBefore[]; readonly of?: string }
  /** What a page says of goods that don't come back once they are opened. */
  | { readonly kind: 'opened-rule'; readonly rule: string }
  /** Whether it can go back hangs on when it came; nobody knows which order it is. */
  | { readonly kind: 'return-if'; readonly days: number }
  /** An order is to be cancelled that nobody can see here. */
  | { readonly kind: 'cancel-needs' }
  /** `holding`: the thing that all of them hold, in the shopper's words. */
  | {
      readonly kind: 'orders';
      readonly orders: readonly Order[];
      readonly none?: NoneOfOrders;
      readonly holding?: string;
      /** What they hold is what was asked: of the latest it is told in words. */
      readonly contents?: true;
      /** What each of them came to is told. */
      readonly each?: true;
      /** These are what is on its way. */
      readonly coming?: true;
    }
  /** `sent`: when it left was asked; `carrier`: who brings or brought it; `contents`: what it holds. */
  | {
      readonly kind: 'order';
      readonly order: Order;
      readonly sent?: boolean;
      readonly carrier?: true;
      readonly contents?: true;
    }
  /** None of the orders has the number that was told; by its goods, or as the number nearest to it, this one is meant. */
  | { readonly kind: 'number-meant'; readonly said: string; readonly order: Order }
  /** Goods that came broken are in this order; what is wished for instead of them is asked. `past`: it came longer ago than so many days. */
  | { readonly kind: 'claim-of'; readonly order: Order; readonly what?: string; readonly past?: number }
  /** Which of them it is about is not known. */
  | { readonly kind: 'claim-which'; readonly orders: readonly Order[]; readonly what?: string }
  /** What is wished for in place of such goods is passed on. */
  | { readonly kind: 'claim-wish'; readonly wish: 'money' | 'another'; readonly order?: Order }
  /** When what is wished for comes is settled by a colleague; what a page says of it stands after this. */
  | { readonly kind: 'claim-when'; readonly wish: 'money' | 'another' }
  | { readonly kind: 'no-orders' }
  /** It left: nothing of it can be changed, and what is not wanted can come back within so many days. */
  | { readonly kind: 'change-too-late'; readonly order: Order; readonly days: number }
  /** `claim`: the number and e-mail that a guest told; `signedIn`: it is none of this account's. */
  | {
      readonly kind: 'order-not-found';
      readonly claim?: { readonly number: string; readonly email: string };
      readonly signedIn?: boolean;
    }
  /** Goods that are in none of the shopper's orders, or not in the one of the `number`; `listed`: those that could go back follow. */
  | { readonly kind: 'not-in-orders'; readonly what: string; readonly number?: string; readonly listed?: true }
  /** Asked whether it could still go back: until when; `offers`: and whether it should; `line`: the thing of it that is meant. */
  | {
      readonly kind: 'return-window';
      readonly order: Order;
      readonly until: Date;
      readonly offers?: true;
      readonly line?: OrderLine;
    }
  /** How far the money for a return is; without a `request` the order was cancelled, or sent back by other ways than the chat. */
  | {
      readonly kind: 'refund-state';
      readonly order: Order;
      readonly request?: ReturnRequest;
      /** So long ago that the money has to be there. */
      readonly isDue?: true;
    }
  /** How long the warranty of a thing that was bought runs; without `until` no page has a length for such a thing. */
  | {
      readonly kind: 'own-warranty';
      readonly order: Order;
      readonly line: OrderLine;
      readonly until?: Date;
      readonly isOver: boolean;
    }
  /** Asked for a refund: nothing was registered as coming back. `late`: as it was told it should have been paid by now. */
  | { readonly kind: 'no-return'; readonly late?: RefundLate }
  /** What was paid for so many orders from that day on, or up to the other; of all of them where none is named. */
  | {
      readonly kind: 'orders-sum';
      readonly paid: Money;
      readonly count: number;
      readonly from?: Date;
      readonly to?: Date;
    }
  /** What was paid for orders since then, returned and cancelled ones aside. */
  | {
      readonly kind: 'own-spend';
      readonly paid: Money;
      readonly within: 'twelve-months' | 'this-year';
      readonly isRegular: boolean;
      /** Whether they are one was asked. */
      readonly asksRegular: boolean;
      /** What is missing for being one, by the shop's page. */
      readonly toGo?: Money;
    };
