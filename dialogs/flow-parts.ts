/** What the flows of more than one turn ask and tell. */
import type { ProductId, ReturnId } from '../knowledge/domain/ids.ts';
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../knowledge/domain/order.ts';
import type { Deduction, RefundNote } from './offers/ledger/refund.ts';

/** A flow that needs more than one turn. */
export interface FlowStart {
  readonly flow: 'return' | 'cancel-order' | 'guest-order';
  /** Order number, when it was said already. */
  readonly number?: string;
  /** The thing of it that was spoken of. */
  readonly product?: ProductId;
}

/** What a flow asks or tells; every question is also its own re-prompt. */
export type FlowPart =
  | { readonly kind: 'ask-order-number' }
  | { readonly kind: 'ask-email'; readonly number: string }
  | { readonly kind: 'ask-which-order'; readonly orders: readonly Order[] }
  /** `among`: only these are meant so far; of one of them how many. */
  | { readonly kind: 'ask-which-lines'; readonly order: Order; readonly among?: ReturnRequest['lines'] }
  | {
      readonly kind: 'ask-reason';
      readonly order: Order;
      readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
    }
  | {
      readonly kind: 'return-preview';
      readonly order: Order;
      readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
      readonly refund: Money;
      readonly notes: readonly RefundNote[];
      /** What is taken off the refund, deal by deal. */
      readonly deductions?: readonly Deduction[];
    }
  /** Another one was wished for, and no refund: a colleague does that, and nothing was registered. */
  /** `of`: the thing that is to be exchanged, where one is meant; `size` and `colour`: what it is to be, in the shopper's words. */
  | {
      readonly kind: 'exchange-by-person';
      readonly of?: { readonly order: Order; readonly line: OrderLine };
      readonly size?: string;
      readonly colour?: string;
    }
  /** Opened goods that by the page's sentence (`rule`) don't come back: nothing is promised, a colleague looks at it. */
  | { readonly kind: 'opened-by-person'; readonly rule: string }
  /** The number that was asked for is lost, and a guest proves an order with nothing else. */
  /** `what`: it is the e-mail address that is not at hand. */
  | { readonly kind: 'number-lost'; readonly what?: 'email' }
  | { readonly kind: 'return-done'; readonly id: ReturnId; readonly order: Order; readonly refund: Money }
  /** `latest`: it is the latest of all, and no order can go back. */
  | {
      readonly kind: 'return-refused';
      readonly order: Order;
      readonly reason: ReturnRefusal;
      readonly days: number;
      readonly latest?: true;
      /** The thing of it that is meant. */
      readonly line?: OrderLine;
    }
  | {
      readonly kind: 'cancel-preview';
      readonly order: Order;
      readonly refund: Money;
      /** Deals that can be used again once it is cancelled, and those that stay used. */
      readonly freed: readonly Localized[];
      readonly kept: readonly Localized[];
      /** It was shown before, and that the order is not wanted any more was told. */
      readonly again?: true;
    }
  /** Of an order one thing is to be called off: only all of it can be, and a colleague takes a thing out as long as it is not packed. */
  | { readonly kind: 'cancel-part'; readonly order?: Order; readonly line?: OrderLine }
  | { readonly kind: 'cancel-done'; readonly order: Order; readonly refund: Money }
  | { readonly kind: 'cancel-refused'; readonly order: Order; readonly reason: CancelNo }
  /** What was interrupted is gone on with. */
  | { readonly kind: 'back-to'; readonly flow: FlowStart['flow'] }
  /** Of several asked for at once: in which order they come, and the next of them. */
  | { readonly kind: 'in-turn'; readonly flows: readonly FlowStart['flow'][] }
  | { readonly kind: 'on-to'; readonly flow: FlowStart['flow'] }
  /** What was asked is not asked a third time; saying it again starts it again. */
  | { readonly kind: 'set-aside'; readonly flow: FlowStart['flow'] };

/** Why an order can't be cancelled; every code has a sentence in say. */
export type CancelNo =
  | 'shipped'
  | 'delivered'
  | 'past-return'
  | 'returned'
  | 'already-cancelled'
  | 'cancelled-for-good'
  | 'order-changed';

/** Why a return can't be started; every code has a sentence in say. */
export type ReturnRefusal = 'not-delivered' | 'too-late' | 'already-returned' | 'cancelled';
