import type {
  AgentId,
  CampaignId,
  CartId,
  ConversationId,
  ImpressionId,
  OfferId,
  OrderId,
  ProductId,
  PromotionId,
  RedemptionId,
  ShopperId,
  TurnId,
} from './ids.ts';
import type { Expectation, Learned } from './learning.ts';
import type { Money } from './money.ts';
import type { PoolBound } from './pool.ts';
import type { Promotion, PromotionKind } from './promotion.ts';

/** One deal at work on a priced cart. */
export interface AppliedDeal {
  readonly promotion: PromotionId;
  readonly kind: PromotionKind;
  /** The quote it comes from, for a personal deal. */
  readonly offer?: OfferId;
  /** The code it was entered with. */
  readonly code?: string;
  /** Off each of the cart's `lines`, in their order; minor units, whole, never more than is left of the line. */
  readonly offMinor: readonly number[];
  readonly shippingOffMinor: number;
  /** What the shopper keeps by it, a gift at its price included. */
  readonly saves: Money;
}

/** A cart priced under the deals it has. Parts always add up: total = subtotal - discount + shipping. */
export interface PricedCart {
  readonly lines: readonly {
    readonly product: ProductId;
    readonly quantity: number;
    readonly unitPrice: Money;
    /** Off the whole line. */
    readonly discount: Money;
    readonly paid: Money;
    readonly gift: boolean;
  }[];
  readonly subtotal: Money;
  readonly discount: Money;
  readonly shipping: Money;
  /** What the promotion took off the shipping fee. */
  readonly shippingDiscount: Money;
  readonly total: Money;
  /** In the order they applied; each line's discount is the sum of their `offMinor` there. Absent: at most one, of old. */
  readonly deals?: readonly AppliedDeal[];
}

export const offerStates = ['quoted', 'held', 'redeemed', 'released', 'expired', 'clawed-back'] as const;
export type OfferState = (typeof offerStates)[number];

/** One promotion, priced, for one shopper, in one turn. What it says is honoured until `expiresAt`, whatever changes later. */
export interface Offer {
  readonly id: OfferId;
  readonly promotion: PromotionId;
  readonly campaign: CampaignId;
  readonly shopper: ShopperId;
  readonly conversation: ConversationId;
  readonly turn: TurnId;
  readonly kind: PromotionKind;
  /** The rule as quoted: it prices this offer until it expires, whatever the promotion says later. */
  readonly rule?: Pick<Promotion, 'conditions' | 'action' | 'group' | 'order' | 'onReturn'>;
  /** What it was priced for: the cart, or the product talked about. */
  readonly basket: readonly { readonly product: ProductId; readonly quantity: number }[];
  readonly priced: PricedCart;
  /** Discount promised on that basket, including shipping and gifts at price. */
  readonly saves: Money;
  readonly state: OfferState;
  readonly quotedAt: Date;
  readonly expiresAt: Date;
  readonly redemption?: RedemptionId;
  readonly order?: OrderId;
  /** Why this one, for staff and "why this offer?". */
  readonly because: OfferReason;
  /** The standing offer that this one was made beside, when the shopper asked for more. */
  readonly counterTo?: OfferId;
  /** The money set aside for it when it was quoted. Absent: nothing was, and its pools decide when it is applied. */
  readonly promise?: Promised;
}

/** What lies in the pools for a quote, from the quote until it is applied or expires. */
export interface Promised {
  /** Discount money, minor units: what the deal takes off the basket it was quoted for, shipping and gift included. */
  readonly minor: number;
  /** The pools beside its promotion's own that it lies in too, as their limits were when it was quoted. */
  readonly bounds?: readonly PoolBound[];
}

export interface OfferReason {
  readonly model: string;
  /** Expected margin gained over making no offer, minor units. */
  readonly upliftMinor: number;
  readonly buyProbability: number;
  readonly buyProbabilityWithout: number;
  readonly explored: boolean;
  /** The person who gave it, as the shopper knows them; absent: nobody chose it by hand. */
  readonly givenBy?: string;
}

/** Probability, at decision time, of the arm chosen; > 0 and <= 1. */
export type Propensity = number;

export type NoOfferReason =
  | 'no-consent'
  | 'none-eligible'
  | 'capped'
  | 'budget-spent'
  | 'no-uplift'
  | 'not-now'
  | 'no-model';

export type OfferDecision =
  | { readonly kind: 'offer'; readonly offer: Offer; readonly propensity: Propensity }
  | { readonly kind: 'held-out'; readonly ghost: Offer; readonly propensity: Propensity }
  | {
      readonly kind: 'none';
      readonly reason: NoOfferReason;
      readonly campaign?: CampaignId;
      readonly propensity?: Propensity;
    };

/** 'control' (held out), 'none' (deliberately nothing) or the promotion shown. */
export type Treatment = 'control' | 'none' | PromotionId;

/** The record that an offer, or none, was shown; written before the words go out. One per turn that decided. */
export interface Impression {
  readonly id: ImpressionId;
  readonly shopper: ShopperId;
  readonly conversation?: ConversationId;
  readonly turn?: TurnId;
  readonly campaign: CampaignId;
  readonly treatment: Treatment;
  readonly kind?: PromotionKind;
  /** The offer shown, or the ghost that control did not see. */
  readonly offer?: OfferId;
  readonly promotion?: PromotionId;
  readonly propensity: Propensity;
  /** Features the score was made from, named as the response model names them. */
  readonly features: Readonly<Record<string, number>>;
  readonly at: Date;
  /** Joined when known: what the shopper did within the outcome window. Money in minor units. */
  readonly outcome?: {
    readonly bought: boolean;
    readonly revenueMinor: number;
    readonly marginMinor: number;
    readonly discountMinor: number;
  };
  /** The shopper's answer in the chat. */
  readonly answer?: 'applied' | 'declined' | 'redeemed';
  /** The device it was decided on, as the channel knows it: cool-downs and draws count over all accounts of a device. */
  readonly device?: string;
  /** A person chose this treatment: its propensity is no chance, and no model learns from it. */
  readonly by?: AgentId;
  readonly expected?: Expectation;
  /** When its outcome is to be looked for (again); absent: it is final, or none is awaited. */
  readonly dueAt?: Date;
  /** The end of the window its outcome was joined for, while that may still change by returns. */
  readonly windowEndsAt?: Date;
  readonly learned?: Learned;
  /** The offer this one was a counter-offer to. */
  readonly counterTo?: OfferId;
  /** The decision explained to staff: a compact trace as JSON text, see dialogs/offers/choose/explain.ts. */
  readonly why?: string;
}

export type RedemptionState = 'pending' | 'reserved' | 'committed' | 'released';

/** A deal used on an order; its id makes a second use impossible where there may be only one. */
export interface Redemption {
  readonly id: RedemptionId;
  readonly promotion: PromotionId;
  readonly shopper: ShopperId;
  /** The quote it redeems; absent for a deal that runs by itself or by a code. */
  readonly offer?: OfferId;
  /** The code it was entered with. */
  readonly code?: string;
  readonly cart?: CartId;
  readonly amount: Money;
  /** Taken from the pools until it is committed, where that is more than `amount`: all that was promised stays promised. */
  readonly heldMinor?: number;
  /** The promise (`promiseText`) whose money it takes over, and which it becomes again when it is released. */
  readonly promise?: string;
  /** The pools it draws from beside its promotion's, in the order of drawing. */
  readonly bounds?: readonly PoolBound[];
  readonly state: RedemptionState;
  /** Grows with every new life after a release; a late sweeper's refund names the attempt it saw. */
  readonly attempt: number;
  readonly expiresAt: Date;
  readonly order?: OrderId;
  /** Its order was cancelled by the try of this number, which released it after it had been committed. */
  readonly cancelledBy?: number;
}

/** Why a deal could not be applied or redeemed; every code has a sentence in dialogs/say. */
export const offerRefusals = [
  'unknown-offer',
  'not-yours',
  'expired',
  'already-redeemed',
  'already-held',
  'budget-spent',
  'not-active',
  'conditions-not-met',
  /** For a first order, and this shopper has ordered before. */
  'first-order-only',
  /** For named shoppers or segments, and this shopper is none of them. */
  'not-for-shopper',
  'below-margin',
  'out-of-stock',
  'empty-cart',
  'currency-mismatch',
  'cart-changed',
  /** Another deal on the cart leaves less to pay, and the two don't go together. */
  'better-deal-applies',
  /** Its stack group doesn't go with that of a deal on the cart. */
  'excluded-by-group',
  'limit-reached',
  'unknown-code',
  'code-used',
  'outside-hours',
  /** With the deals before it, nothing would be left to pay for the goods. */
  'makes-order-free',
  /** Too many codes tried that nobody issued; a while later again. */
  'too-many-tries',
] as const;
export type OfferRefusal = (typeof offerRefusals)[number];
