/** The nouns of one message. Every arrow of the message path is one of these values, so a turn can be replayed from its log. */
import type { Article } from '../knowledge/domain/article.ts';
import type { Conversation } from '../knowledge/domain/conversation.ts';
import type { Contact, HandoffReason } from '../knowledge/domain/desk.ts';
import type {
  ConversationId,
  OfferId,
  ProductId,
  PromotionId,
  ReturnId,
  ShopperId,
  TurnId,
} from '../knowledge/domain/ids.ts';
import type { Language, Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type {
  Impression,
  NoOfferReason,
  Offer,
  OfferDecision,
  OfferRefusal,
  PricedCart,
} from '../knowledge/domain/offer.ts';
import type { Cart, Order } from '../knowledge/domain/order.ts';
import type { MoneyBound, StatedPreference } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { Promotion } from '../knowledge/domain/promotion.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import type { ProfileFact, Shopper } from '../knowledge/domain/shopper.ts';
import type { Passage } from '../knowledge/retrieval/passage.ts';
import type { Recommendation } from '../models/types.ts';
import type { DeskFacts } from './handoff/desk-facts.ts';
import type { Unlock } from './offers/basket.ts';
import type { Combination } from './offers/combine.ts';
import type { Deduction, RefundNote } from './offers/refund.ts';
import type { RuleContext } from './offers/rules/rule.ts';
import type { DealTold } from './offers/rules/tell-deal.ts';
import type { PromotionAspect } from './understand/promotion-asked.ts';

/** A tap: what a button or card sends back; understood without reading its text. */
export type TapValue =
  | { readonly tap: 'apply-offer'; readonly offer: OfferId }
  | { readonly tap: 'decline-offer'; readonly offer: OfferId }
  | { readonly tap: 'add-to-cart'; readonly product: ProductId }
  | { readonly tap: 'product'; readonly product: ProductId }
  | { readonly tap: 'order'; readonly order: string }
  | { readonly tap: 'return-order'; readonly order: string }
  | { readonly tap: 'say'; readonly text: string }
  /** Answered by the desk, never a turn of the bot. */
  | { readonly tap: 'rate'; readonly ticket: string; readonly stars: number };

export interface Turn {
  readonly id: TurnId;
  readonly conversation: ConversationId;
  readonly shopper: ShopperId;
  /** True when the shopper's identity was proved by a signed session. */
  readonly signedIn: boolean;
  readonly channel: string;
  /** What the channel knows the device by, when it does: an opaque key, never shown; cool-downs count over its accounts. */
  readonly device?: string;
  /** At most 2,000 characters; longer messages are cut at the border and `cut` says so. */
  readonly text: string;
  readonly cut: boolean;
  readonly value?: TapValue;
  /** BCP 47 as the channel sent it. */
  readonly locale?: string;
  readonly at: Date;
}

export const intents = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'cancel',
  'person',
  'opt-out',
  'opt-in',
  'question', // FAQ or policy: answered from articles
  'order-status',
  'start-return',
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'deals',
  'better-deal',
  'why-offer',
  'apply-offer',
  'decline-offer',
  'promotion-question', // the rules of a promotion: answered from the live rules
  'apply-code',
  'add-to-cart',
  'view-cart',
  'about-me',
  'forget',
  'forget-all',
  'complaint',
  'state-preference', // a wish or dislike without a question
  'yes',
  'no',
  'unclear',
] as const;
export type Intent = (typeof intents)[number];

export interface Entities {
  readonly orderNumber?: string;
  readonly email?: string;
  readonly quantity?: number;
  readonly budget?: MoneyBound;
  /** A product named outright, most likely first. */
  readonly products: readonly ProductId[];
  /** "the second one": 1-based position in the last list shown; -1 the last. "that one" without a number: 0. */
  readonly ordinal?: number;
  readonly code?: string;
  /** What about a promotion is asked; with the intent 'promotion-question'. */
  readonly aspect?: PromotionAspect;
}

export interface Understanding {
  readonly intent: Intent;
  /** 0..1 */
  readonly confidence: number;
  readonly language: Language;
  readonly entities: Entities;
  /** What was said about taste in this message; also the filters of a search. */
  readonly preferences: readonly StatedPreference[];
  /** The message takes something back ("actually size 42", "不是红色"): newer facts supersede even likes of the same slot. */
  readonly correction: boolean;
  readonly mood: 'neutral' | 'upset';
  /** What was searched for, filler words removed; for retrieval. */
  readonly query: string;
}

/** What the conversation remembers between turns; saved once at the end of a turn. Small, plain JSON. */
export interface ConversationMemory {
  readonly language?: Language;
  /** Last list shown, for "the second one". */
  readonly shown: readonly ProductId[];
  /** The product being talked about. */
  readonly focus?: ProductId;
  /** The last offer shown, for "why this offer?" and "yes". */
  readonly offer?: OfferId;
  /** Count of turns when it was shown: a "yes" much later does not mean it. */
  readonly offerAt?: number;
  readonly lastIntent?: Intent;
  /** The promotion being talked about. */
  readonly promotion?: PromotionId;
  /** The addition that would reach a deal, as last proposed. */
  readonly addOn?: {
    readonly key: string;
    readonly at: number;
    readonly declined: boolean;
    readonly lines?: readonly { readonly product: ProductId; readonly quantity: number }[];
  };
  /** Filters of the search in progress, so that "under 80" after "running shoes" narrows it. */
  readonly search?: readonly StatedPreference[];
  readonly budget?: MoneyBound;
  /** A complaint was made and not yet settled: no selling until then. Lapses after `serviceTurns` calm messages. */
  readonly serviceFirst: boolean;
  /** Count of turns at the latest complaint. */
  readonly complainedAt?: number | undefined;
  readonly failures: number;
  /** Count of turns when a way to be reached was asked for. */
  readonly contactAskedAt?: number | undefined;
  /** Version of the conversation at the latest turn: another one means that a person had it in between. */
  readonly ownerVersion?: number;
  readonly turns: number;
}

export const emptyMemory: ConversationMemory = { shown: [], serviceFirst: false, failures: 0, turns: 0 };

export interface FoundProduct {
  readonly product: Product;
  readonly score: number;
  readonly reason?: Recommendation['reason'];
}

/** What a product search is limited to in this turn. */
export interface SearchScope {
  readonly preferences: readonly StatedPreference[];
  /** Minor units of the shop's currency. */
  readonly priceMinMinor?: number;
  readonly priceMaxMinor?: number;
}

/** The promotions a question may be about. */
export interface PromotionFacts {
  readonly context: RuleContext;
  /** Running for everybody, and those of codes this shopper has shown. */
  readonly open: readonly Promotion[];
  /** Running by code; told when asked about, never listed. */
  readonly byCode: readonly Promotion[];
  /** Quoted to this shopper and standing, as quoted. */
  readonly own: readonly Promotion[];
  /** Codes of the message and the cart that were issued. */
  readonly codes: ReadonlyMap<string, PromotionId>;
  /** The best combination of the cart's deals; null when it was not asked for, or there is no cart. */
  readonly combination: Combination | null;
  /** The product that was added for "what if". */
  readonly added?: Product;
  /** A code in the message that nobody issued. */
  readonly unknownCode?: string;
}

/** What could be added to the cart to reach the next step of a deal (凑单), or why nothing is proposed. */
export type AddOnFacts =
  | {
      readonly kind: 'plan';
      readonly add: readonly { readonly product: Product; readonly quantity: number }[];
      /** Of the additions, at price. */
      readonly price: Money;
      /** To pay, delivery included; `extra` below 0: less than before. */
      readonly before: Money;
      readonly after: Money;
      readonly extra: Money;
      readonly reaches: readonly Localized[];
    }
  | { readonly kind: 'none'; readonly reason: 'nothing-near' | 'nothing-wanted' | 'buying-less-is-cheaper' };

/** What became of one deal of the cart, for telling. */
export interface DealOutcome {
  readonly name: Localized;
  readonly code?: string;
  readonly outcome: 'applied' | 'refused';
  readonly reason?: OfferRefusal;
  readonly saves?: Money;
  readonly unlock?: Unlock;
  readonly beatenBy: readonly Localized[];
}

/** Everything read and scored for this turn, as plain data. `unavailable` names what could not be read. */
export interface TurnFacts {
  readonly shop: Shop;
  readonly now: Date;
  readonly shopper: Shopper;
  readonly conversation: Conversation;
  readonly memory: ConversationMemory;
  readonly profile: readonly ProfileFact[];
  /** The signed-in shopper's own, newest first. */
  readonly orders: readonly Order[];
  /** The order asked for by number, once proved to be this shopper's. */
  readonly order?: Order;
  /** A number was given but it is unknown, or not theirs: one answer for both. */
  readonly orderRefused: boolean;
  /** Facts that "forget that …" speaks of. */
  readonly toForget: readonly ProfileFact[];
  readonly cart: Cart | null;
  readonly cartProducts: readonly Product[];
  /** The cart as it would be paid now, its held offer included. */
  readonly cartPriced: PricedCart | null;
  /** What counts on the cart now, in the order it applies. */
  readonly cartDeals?: readonly { readonly name: Localized; readonly saves: Money }[];
  /** What could be added to reach a deal; absent: not looked for in this turn. */
  readonly addOn?: AddOnFacts;
  /** What products were looked for with; empty when none were. */
  readonly search: SearchScope;
  readonly passages: readonly Passage[];
  /** Below this the best passage is not an answer. */
  readonly answerThreshold: number;
  readonly products: readonly FoundProduct[];
  /** Filters that had to be dropped to find anything, canonical keys. */
  readonly relaxed: readonly string[];
  readonly focus?: Product;
  readonly openOffers: readonly Offer[];
  /** The offer the reply speaks about ("why this offer?", apply): fresh from the ledger. */
  readonly offer?: Offer;
  /** Everything `dialogs/offers/choose` decided, arm included; null when this kind of turn makes no offers. */
  readonly decision: OfferDecision | null;
  /** The record of that decision, written if the reply acts on it. */
  readonly impression: Impression | null;
  /** Absent in turns that don't speak of promotions. */
  readonly promotions?: PromotionFacts;
  readonly queueLength: number;
  /** Absent: nothing of the desk matters to this turn. */
  readonly desk?: DeskFacts;
  readonly marked: readonly ('popularity-only' | 'no-response-model')[];
  readonly unavailable: readonly string[];
}

/** What the reply is about; words come later. */
export type ReplyPart =
  | { readonly kind: 'greeting'; readonly returning: boolean; readonly name?: string }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'all-right' }
  | { readonly kind: 'goodbye' }
  | { readonly kind: 'help' }
  | { readonly kind: 'cancelled'; readonly what: string | null }
  | { readonly kind: 'answer'; readonly passage: Passage; readonly others: readonly Article[] }
  | { readonly kind: 'dont-know'; readonly nearest: readonly Article[] }
  | { readonly kind: 'unclear'; readonly suggestions: readonly Intent[] }
  | { readonly kind: 'orders'; readonly orders: readonly Order[] }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'no-orders' }
  | { readonly kind: 'order-not-found' }
  | {
      readonly kind: 'products';
      readonly found: readonly FoundProduct[];
      readonly relaxed: readonly string[];
      readonly budget?: Money;
      readonly heading: 'search' | 'recommend' | 'popular' | 'similar';
    }
  | { readonly kind: 'nothing-found'; readonly budget?: Money }
  | { readonly kind: 'product'; readonly product: Product; readonly aspect: 'details' | 'stock' }
  | { readonly kind: 'which-product' }
  | {
      readonly kind: 'cart';
      readonly cart: Cart;
      readonly products: readonly Product[];
      readonly total: Money;
      readonly deals?: readonly { readonly name: Localized; readonly saves: Money }[];
    }
  | { readonly kind: 'cart-empty' }
  | { readonly kind: 'add-on'; readonly plan: Extract<AddOnFacts, { kind: 'plan' }> }
  /** Asked what to add, and nothing is proposed. */
  | { readonly kind: 'no-add-on'; readonly reason: Extract<AddOnFacts, { kind: 'none' }>['reason'] }
  | { readonly kind: 'new-total'; readonly total: Money }
  | { readonly kind: 'added-to-cart'; readonly product: Product }
  | { readonly kind: 'out-of-stock'; readonly product: Product }
  | {
      readonly kind: 'offer';
      readonly offer: Offer;
      readonly unprompted: boolean;
      /** The cart is another now than the goods it was quoted for. */
      readonly cartMoved?: boolean;
      /** What it was quoted for beyond the cart. */
      readonly adds?: readonly ProductId[];
    }
  | {
      readonly kind: 'no-offer';
      readonly reason: NoOfferReason | 'service-first' | 'none-shown';
      readonly freeShippingFrom: Money | null;
    }
  | { readonly kind: 'offer-applied'; readonly offer: Offer; readonly total: Money }
  | { readonly kind: 'offer-declined' }
  | {
      readonly kind: 'offer-refused';
      readonly reason: OfferRefusal;
      readonly offer?: Offer;
      /** The smallest change that would make it apply. */
      readonly unlock?: Unlock;
    }
  | {
      readonly kind: 'deal-terms';
      readonly aspect: 'until' | 'how-often' | 'return' | 'how';
      readonly deal: DealTold;
      readonly examples: readonly Localized[];
    }
  | {
      readonly kind: 'deal-covers';
      readonly deal: DealTold;
      readonly goods?: { readonly name: Localized; readonly verdict: 'all' | 'some' | 'none' };
    }
  | {
      readonly kind: 'deals-together';
      /** Counts first when they go together. */
      readonly first: DealTold;
      readonly second: DealTold;
      readonly verdict: 'together' | 'best-of-group' | 'apart';
    }
  | {
      readonly kind: 'deal-combines';
      readonly deal: DealTold;
      readonly with: readonly Localized[];
      readonly without: readonly Localized[];
    }
  | {
      readonly kind: 'stacking';
      readonly groups: readonly {
        readonly name: Localized;
        readonly all: boolean;
        readonly with: readonly Localized[];
      }[];
    }
  | { readonly kind: 'which-deal'; readonly deals: readonly DealTold[] }
  | { readonly kind: 'deals-running'; readonly deals: readonly DealTold[] }
  | {
      readonly kind: 'deal-trace';
      readonly deals: readonly DealOutcome[];
      readonly total: Money;
      readonly added?: Localized;
    }
  /** With the codes on the cart when one of them is to be taken off. */
  | { readonly kind: 'ask-code'; readonly codes?: readonly string[] }
  | {
      readonly kind: 'code-applied';
      readonly code: string;
      readonly name: Localized;
      readonly saves: Money;
      readonly total: Money;
    }
  | {
      readonly kind: 'code-waiting';
      readonly code: string;
      readonly name: Localized;
      readonly reason: OfferRefusal;
      readonly unlock?: Unlock;
    }
  | { readonly kind: 'code-removed'; readonly code: string; readonly total: Money | null }
  | { readonly kind: 'why-offer'; readonly offer: Offer; readonly factsUsed: readonly ProfileFact[] }
  | { readonly kind: 'no-better-deal'; readonly offer: Offer }
  /** More saved for more bought, beside the offer that stands; one of the two can be used. */
  | { readonly kind: 'counter-offer'; readonly offer: Offer; readonly standing: Offer }
  | {
      readonly kind: 'about-me';
      readonly facts: readonly ProfileFact[];
      readonly orders: number;
      readonly consent: Shopper['consent'];
    }
  | { readonly kind: 'noted'; readonly facts: readonly StatedPreference[] }
  | { readonly kind: 'forgotten'; readonly count: number; readonly all: boolean }
  | { readonly kind: 'which-to-forget'; readonly facts: readonly ProfileFact[] }
  | { readonly kind: 'opted-out' }
  | { readonly kind: 'opted-in' }
  | { readonly kind: 'sorry'; readonly about: 'complaint' }
  | { readonly kind: 'queued'; readonly position: number; readonly expectedSeconds?: number | null }
  | { readonly kind: 'still-queued'; readonly position: number; readonly expectedSeconds?: number | null }
  | { readonly kind: 'desk-closed'; readonly opensAt: Date | null; readonly timeZone: string }
  | { readonly kind: 'contact-noted'; readonly contact: Contact }
  | { readonly kind: 'unavailable'; readonly what: string }
  | { readonly kind: 'message-cut' }
  | FlowPart;

/** What a flow asks or tells; every question is also its own re-prompt. */
export type FlowPart =
  | { readonly kind: 'ask-order-number' }
  | { readonly kind: 'ask-email'; readonly number: string }
  | { readonly kind: 'ask-which-order'; readonly orders: readonly Order[] }
  | { readonly kind: 'ask-which-lines'; readonly order: Order }
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
  | { readonly kind: 'return-done'; readonly id: ReturnId; readonly order: Order; readonly refund: Money }
  | { readonly kind: 'return-refused'; readonly order: Order; readonly reason: ReturnRefusal; readonly days: number };

/** Why a return can't be started; every code has a sentence in say. */
export type ReturnRefusal = 'not-delivered' | 'too-late' | 'already-returned' | 'cancelled';

/** What must be written for this reply; done by record.ts before the words go out. */
export type ReplyEffect =
  | { readonly kind: 'remember'; readonly preferences: readonly StatedPreference[]; readonly correction: boolean }
  | { readonly kind: 'forget'; readonly facts: readonly ProfileFact['id'][] }
  | { readonly kind: 'forget-all' }
  | { readonly kind: 'consent'; readonly personalOffers: boolean }
  | { readonly kind: 'impression'; readonly decision: OfferDecision; readonly impression: Impression | null }
  | { readonly kind: 'queue-for-person'; readonly reason: HandoffReason; readonly department?: string }
  | { readonly kind: 'leave-contact'; readonly contact: Contact }
  | { readonly kind: 'leave-queue' }
  | { readonly kind: 'decline-offer'; readonly offer: OfferId };

/** Work whose outcome is the answer: claimed by record.ts, which turns its result into the final parts. */
export type ReplyClaim =
  | { readonly kind: 'apply-offer'; readonly offer: OfferId }
  | { readonly kind: 'apply-code' | 'remove-code'; readonly code: string }
  | { readonly kind: 'add-to-cart'; readonly product: ProductId; readonly quantity: number }
  /** The addition that was proposed, as it was proposed. */
  | {
      readonly kind: 'add-together';
      readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
    };

/** A flow that needs more than one turn. */
export interface FlowStart {
  readonly flow: 'return' | 'guest-order';
  /** Order number, when it was said already. */
  readonly number?: string;
}

export interface Reply {
  readonly parts: readonly ReplyPart[];
  readonly effects: readonly ReplyEffect[];
  readonly claim?: ReplyClaim;
  readonly start?: FlowStart;
  readonly memory: ConversationMemory;
  readonly language: Language;
  /** Tap options under the reply. */
  readonly suggestions: readonly Suggestion[];
}

export type Suggestion =
  | { readonly kind: 'intent'; readonly intent: Intent }
  | { readonly kind: 'tap'; readonly value: TapValue; readonly label: 'apply' | 'decline' | 'add' | 'person' }
  /** A question to ask next, with the words its tap says. */
  | { readonly kind: 'ask'; readonly label: Localized; readonly text: Localized }
  /** Narrows a broad wish to one category; worded from the shop's own name for it. */
  | { readonly kind: 'category'; readonly key: string };
