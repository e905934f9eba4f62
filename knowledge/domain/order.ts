import type {
  CartId,
  ConversationId,
  OfferId,
  OrderId,
  ProductId,
  PromotionId,
  RedemptionId,
  ReturnId,
  ShopperId,
  TurnId,
} from './ids.ts';
import type { Localized } from './language.ts';
import type { Currency, Money } from './money.ts';
import type { AppliedDeal } from './offer.ts';
import type { Promotion } from './promotion.ts';

export interface CartLine {
  readonly product: ProductId;
  readonly quantity: number;
  /** As it was told in the chat: "l", "42"; several, where it was asked for in several: "m, l". Absent: none was told. */
  readonly size?: string;
}

const sizeText = (size: string): string => (/\d/.test(size) ? size : size.toUpperCase());

/** A name with the size it was asked for in: "Tempo 3, size 42", "节拍 3（42码）". */
export const inSize = (name: Localized, size: string | undefined): Localized =>
  size === undefined
    ? name
    : {
        ...(name.en === undefined ? {} : { en: `${name.en}, size ${sizeText(size)}` }),
        ...(name.zh === undefined ? {} : { zh: `${name.zh}（${sizeText(size)}码）` }),
      };

/** The sizes of what is in a line already and of what comes to it, each once. */
export const sizesTogether = (there: string | undefined, more: string | undefined): string | undefined =>
  there === undefined || more === undefined ? (more ?? there) : [...new Set([...there.split(', '), more])].join(', ');

/** Of a change by this message of a conversation, at this count of its turns; a quantity of 0: it was not in the cart. */
export interface LinesBefore {
  readonly conversation: ConversationId;
  readonly message: TurnId;
  readonly at: number;
  readonly lines: readonly CartLine[];
}

export interface Cart {
  readonly id: CartId;
  readonly shopper: ShopperId;
  readonly lines: readonly CartLine[];
  /** The offer the shopper applied, held for this cart. */
  readonly offer?: OfferId;
  /** Promotion codes entered, upper case, in the order they were entered. */
  readonly codes?: readonly string[];
  /** Which gift the shopper took where a promotion leaves the choice. */
  readonly gifts?: readonly { readonly promotion: PromotionId; readonly product: ProductId }[];
  /** The last turns of a conversation that changed the lines, the latest last: one that is repeated finds that it did. */
  readonly turns?: readonly TurnId[];
  /** The lines that a conversation changed last, as they were before; absent once anything else changed the cart. */
  readonly was?: LinesBefore;
  /** Grows with every change; writers state the version they saw. */
  readonly version: number;
  readonly updatedAt: Date;
}

/** A line as it was paid: the discount allocation is frozen here and never recomputed. All amounts in the order's currency. */
export interface OrderLine {
  readonly product: ProductId;
  /** The product's name when it was bought. */
  readonly title: Localized;
  /** As on the cart line. Absent: none was told. */
  readonly size?: string;
  readonly quantity: number;
  readonly unitPrice: Money;
  /** Off the whole line, not each unit. */
  readonly discount: Money;
  /** quantity × unitPrice - discount */
  readonly paid: Money;
  readonly gift: boolean;
  /** Of the product when it was bought, so that a rule about them can be judged on a return. */
  readonly category?: string;
  readonly brand?: string;
}

/** What was bought by name and size, as it is shown. */
export const lineName = ({ title, size }: Pick<OrderLine, 'title' | 'size'>): Localized => inSize(title, size);

export const orderStatuses = ['placed', 'packed', 'shipped', 'delivered', 'cancelled', 'returned'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export interface Shipment {
  readonly carrier: string;
  readonly tracking: string;
  readonly shippedAt: Date;
  readonly expectedAt: Date;
  readonly deliveredAt?: Date;
}

/** A deal of an order, frozen with its rule, so that a return can be judged years later. */
export interface OrderDeal extends AppliedDeal {
  readonly redemption: RedemptionId;
  readonly rule: Pick<Promotion, 'conditions' | 'action' | 'group' | 'order' | 'onReturn' | 'onCancel'>;
}

export interface Order {
  readonly id: OrderId;
  /** What the shopper reads and types: "WY-20418". */
  readonly number: string;
  readonly shopper: ShopperId;
  /** Lower case; what a guest proves an order with. */
  readonly email?: string;
  readonly lines: readonly OrderLine[];
  readonly currency: Currency;
  readonly subtotal: Money;
  readonly discount: Money;
  readonly shipping: Money;
  readonly total: Money;
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly shipment?: Shipment;
  readonly cart?: CartId;
  /** The idempotency key of the checkout that placed it: the same key again finds this order. */
  readonly checkoutKey?: string;
  readonly offer?: OfferId;
  readonly promotion?: PromotionId;
  /** All deals it was placed under, in the order they applied; `offer` and `promotion` name the personal one among them. */
  readonly deals?: readonly OrderDeal[];
  /** Which try of cancelling it succeeded; what that try noted for giving back is given back. */
  readonly cancelledBy?: number;
  readonly source: string;
}

/** A return the shopper started; refund is computed from the frozen allocation. */
export interface ReturnRequest {
  readonly id: ReturnId;
  readonly order: OrderId;
  readonly shopper: ShopperId;
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
  readonly reason: string;
  readonly refund: Money;
  readonly status: 'requested' | 'received' | 'refunded' | 'refused';
  readonly requestedAt: Date;
}

/** A page view, search or cart event: browsing history as the models read it. */
export interface BrowseEvent {
  readonly shopper: ShopperId;
  readonly product: ProductId;
  readonly kind: 'view' | 'cart';
  readonly at: Date;
  readonly dwellSeconds?: number;
}

/** What a shopper thought of a product, 1 (poor) to 5 (excellent); a newer one replaces theirs of before. */
export interface ProductRating {
  readonly shopper: ShopperId;
  readonly product: ProductId;
  readonly stars: number;
  readonly at: Date;
}

export const [fewestStars, mostStars] = [1, 5] as const;

/** How a product came up in a chat: its card was shown, the card was tapped to see more, or it was asked about in words. */
export const mentionKinds = ['shown', 'tapped', 'asked'] as const;

export interface ProductMention {
  readonly shopper: ShopperId;
  readonly product: ProductId;
  readonly kind: (typeof mentionKinds)[number];
  readonly turn: TurnId;
  readonly at: Date;
  /** Of a place in a list that chance decided: with which probability this product got it, above 0 up to 1. Absent: it was certain. */
  readonly propensity?: number;
}

/** How often a product's card was shown in chats, and how often it was tapped or asked about. */
export interface MentionTally {
  readonly product: ProductId;
  readonly shown: number;
  readonly engaged: number;
}

const day = 86_400_000;

/** Until when what was delivered can go back, that very moment included. */
export const returnableUntil = ({ shipment, placedAt }: Order, returnDays: number): Date =>
  new Date((shipment?.deliveredAt ?? placedAt).getTime() + returnDays * day);

/** Delivered, and not longer ago than the shop takes things back. */
export const isWithinReturnWindow = (order: Order, returnDays: number, now: Date): boolean =>
  order.status === 'delivered' && now <= returnableUntil(order, returnDays);
