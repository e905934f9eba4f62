/**
 * The cards of a reply as plain data, ready to be drawn: every text is final and in the shopper's language. They travel
 * in `channelData.counteroffer.cards`; channels that don't know them get the same content as hero cards (activity.ts).
 */
import type { TapValue } from '../turn.ts';

export interface CardButton {
  readonly label: string;
  readonly value: TapValue;
  readonly primary?: boolean;
}

/** `colour`: as in CSS, where the catalogue has a picture's. */
export interface ColourChoice extends CardButton {
  readonly colour?: string;
}

export interface ProductCard {
  readonly type: 'product';
  readonly id: string;
  readonly name: string;
  readonly brand?: string;
  readonly price: string;
  readonly priceMinor: number;
  readonly currency: string;
  /** One sentence: why this one. */
  readonly reason?: string;
  /** "In stock", "Only 3 left", "Sold out". */
  readonly stock: string;
  readonly picture: string;
  readonly url: string;
  /** The same model in other colours; a tap shows that one. */
  readonly colours?: { readonly text: string; readonly choices: readonly ColourChoice[] };
  readonly details?: readonly { readonly name: string; readonly value: string }[];
  readonly description?: string;
  readonly buttons: readonly CardButton[];
}

export interface OfferCard {
  readonly type: 'offer';
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** "You save ¥30". */
  readonly saves: string;
  readonly savesMinor: number;
  /** What it is priced for: everything that Apply pays, and what would be added to reach it. */
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly paid: string }[];
  readonly before: string;
  readonly after: string;
  readonly currency: string;
  readonly terms: string;
  /** ISO time. */
  readonly expiresAt: string;
  readonly expires: string;
  /** "Personalised offer" notice with how to opt out. */
  readonly notice: string;
  readonly state: string;
  readonly buttons: readonly CardButton[];
}

export interface OrderCard {
  readonly type: 'order';
  readonly number: string;
  readonly status: string;
  readonly statusText: string;
  readonly placedAt: string;
  readonly total: string;
  readonly totalMinor: number;
  readonly currency: string;
  readonly lines: readonly {
    readonly name: string;
    readonly quantity: number;
    readonly paid: string;
    readonly picture: string;
  }[];
  /** placed, packed, shipped, delivered: how far it got, 0..3; -1 when cancelled or returned. */
  readonly progress: number;
  readonly steps: readonly string[];
  readonly shipment?: { readonly carrier: string; readonly tracking: string; readonly expected: string };
  readonly buttons: readonly CardButton[];
}

export interface SourceCard {
  readonly type: 'source';
  readonly title: string;
  readonly url: string;
  /** The day the page was last looked over, as it is read. */
  readonly updated?: string;
}

export interface CartCard {
  readonly type: 'cart';
  /** `price`: of all units of the line, before deals. */
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly price: string }[];
  /** What each deal takes off. */
  readonly deals?: readonly { readonly name: string; readonly saves: string }[];
  readonly total: string;
  readonly totalMinor: number;
  readonly currency: string;
}

export interface FactsCard {
  readonly type: 'facts';
  readonly facts: readonly { readonly id: string; readonly text: string; readonly when: string }[];
}

export interface RefundCard {
  readonly type: 'refund';
  readonly order: string;
  readonly lines: readonly { readonly name: string; readonly quantity: number; readonly paid: string }[];
  readonly refund: string;
  readonly refundMinor: number;
  readonly currency: string;
  readonly notes: readonly string[];
}

/** Two products side by side: their own cards stand in the same reply, and this says what tells them apart. */
export interface ComparisonCard {
  readonly type: 'comparison';
  /** Ids, in the order of `values`. */
  readonly products: readonly [string, string];
  readonly rows: readonly { readonly name: string; readonly values: readonly [string, string] }[];
}

export type Card =
  | ProductCard
  | ComparisonCard
  | OfferCard
  | OrderCard
  | SourceCard
  | CartCard
  | FactsCard
  | RefundCard;

/** What our own widget and the terminal read beside the standard activity fields. */
export interface CounterofferChannelData {
  readonly turn: string;
  readonly language: 'en' | 'zh';
  readonly cards: readonly Card[];
  /** The text for whoever draws the cards: without what they show by themselves. */
  readonly textBesideCards?: string;
  readonly suggestions: readonly CardButton[];
  /** True when this reply changed the cart, so that a page may refresh it. */
  readonly cartChanged: boolean;
  /** A change of who answers, said by the desk; or the agent who wrote this. */
  readonly desk?: {
    readonly change: 'joined' | 'transferred' | 'queued' | 'bot' | 'closed' | 'rating' | 'contact' | 'message';
    readonly agent?: string;
    /** Place in the line from 1, and how long it may take; null: nobody can say. */
    readonly position?: number;
    readonly waitSeconds?: number | null;
  };
}
