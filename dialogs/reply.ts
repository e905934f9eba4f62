/** What a turn answers with: the parts that will be worded, what must be written, and what the conversation remembers. */
import type { Article } from '../knowledge/domain/article.ts';
import type { Contact, HandoffReason } from '../knowledge/domain/desk.ts';
import type { OfferId, ProductId } from '../knowledge/domain/ids.ts';
import type { Language, Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Impression, NoOfferReason, Offer, OfferDecision, OfferRefusal } from '../knowledge/domain/offer.ts';
import type { Cart, Order } from '../knowledge/domain/order.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { ProfileFact, Shopper } from '../knowledge/domain/shopper.ts';
import type { Asked } from '../knowledge/retrieval/page-says.ts';
import type { Passage } from '../knowledge/retrieval/passage.ts';
import type { FlowPart, FlowStart } from './flow-parts.ts';
import type { Unlock } from './offers/basket.ts';
import type { DealTold } from './offers/rules/tell-deal.ts';
import type { ConversationMemory, Intent, TapValue } from './turn.ts';
import type { AddOnFacts, DealOutcome, FoundProduct, SumFacts, WhyShown } from './turn-facts.ts';
import type { ChoiceSlot } from './understand/choice-asked.ts';

/** What was asked for and is none of them: one on its way, of the days spoken of, of the number told. */
export type NoneOfOrders = 'under-way' | 'of-days' | 'of-number';

/** What the reply is about; words come later. */
export type ReplyPart =
  | { readonly kind: 'greeting'; readonly returning: boolean; readonly name?: string }
  | { readonly kind: 'thanks' }
  | { readonly kind: 'all-right' }
  | { readonly kind: 'goodbye' }
  | { readonly kind: 'help' }
  | { readonly kind: 'identity' }
  | { readonly kind: 'cancelled'; readonly what: string | null }
  /** A hedged passage is told as what may be meant. */
  | { readonly kind: 'answer'; readonly passage: Passage; readonly others: readonly Article[] }
  /** Of a message that asks more than one thing, the part that no article answers. */
  | { readonly kind: 'part-unknown'; readonly asked: string }
  | { readonly kind: 'dont-know'; readonly nearest: readonly Article[] }
  | { readonly kind: 'unclear'; readonly suggestions: readonly Intent[] }
  /** Not understood, but near these topics; each a tap away. */
  | { readonly kind: 'which-topic'; readonly about: readonly Article[] }
  /** Something private was told, and no wish: it is not kept, and what is looked for is asked. */
  | { readonly kind: 'what-for' }
  /** Trouble with a thing that no page has a cure for. */
  | { readonly kind: 'no-cure' }
  /** What it costs now, of the product spoken of where there is one; later prices nobody promises. */
  | { readonly kind: 'price-now'; readonly product: Product | null }
  /** Not understood for the third time. */
  | { readonly kind: 'stuck' }
  | { readonly kind: 'orders'; readonly orders: readonly Order[]; readonly none?: NoneOfOrders }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'no-orders' }
  | { readonly kind: 'order-not-found' }
  | {
      readonly kind: 'products';
      readonly found: readonly FoundProduct[];
      readonly relaxed: readonly string[];
      readonly budget?: Money;
      readonly around?: Money;
      /** In the order of their prices, from this end. */
      readonly byPrice?: 'least' | 'most';
      /** The cheapest that meets all the wishes, at a higher price than was said. */
      readonly beyond?: Product;
      /** Whom it is for, where it is for somebody else. */
      readonly forWhom?: StatedPreference;
      /** `nearest`: said already that the thing itself is not sold. */
      readonly heading: 'search' | 'recommend' | 'popular' | 'newest' | 'similar' | 'nearest' | 'unsaid';
    }
  | { readonly kind: 'nothing-found'; readonly budget?: Money; readonly beyond?: Product }
  /** Nothing of that name is on the shelves; what is shown after it is only near. */
  | { readonly kind: 'not-sold'; readonly what: string; readonly nearest: boolean }
  | { readonly kind: 'product'; readonly product: Product; readonly aspect: 'details' | 'stock' }
  | ({ readonly kind: 'why-product'; readonly product: Product } & WhyShown)
  /** Whether a product is, has or comes in what was asked; `others`: its like in another colour, which are. */
  | {
      readonly kind: 'product-answer';
      readonly product: Product;
      readonly asked: readonly {
        readonly slot: StatedPreference['slot'];
        readonly value: string;
        readonly holds: boolean;
      }[];
      readonly others: readonly Product[];
      /** The colours it comes in; empty where colour was not asked about. */
      readonly colours: readonly string[];
      /** What was asked beside it and its page leaves open: a mark is no promise of that. */
      readonly open?: readonly Asked[];
    }
  /** What its page says to what was asked of it, word for word, and what it leaves open. */
  | {
      readonly kind: 'product-says';
      readonly product: Product;
      readonly said: readonly string[];
      readonly open: readonly Asked[];
    }
  /** What goods do for somebody's health is not for a shop to say. */
  | { readonly kind: 'no-medical-advice' }
  /** What there is to choose of each: the colours it comes in, its sizes, what it is made of, who makes it; none: its page says nothing of it. */
  | {
      readonly kind: 'product-choices';
      readonly slot: ChoiceSlot;
      readonly of: readonly { readonly product: Product; readonly values: readonly string[] }[];
      /** The like of the one asked about, in its other colours or sizes. */
      readonly others: readonly Product[];
    }
  /** Those of a list by how much they are of something: by numbers, best first, or by a mark on their pages. */
  | {
      readonly kind: 'by-degree';
      /** "lighter", 更轻. */
      readonly asked: string;
      readonly how: 'measured' | 'marked' | 'all-marked' | 'unsaid';
      readonly of: readonly { readonly product: Product; readonly attribute: string; readonly text: string }[];
      readonly leading: readonly Product[];
    }
  /** `of`: what it may be that goes into the cart. */
  | { readonly kind: 'which-product'; readonly of?: readonly Product[] }
  | {
      readonly kind: 'comparison';
      readonly products: readonly [Product, Product];
      /** What the cheaper one costs less; minor 0: they cost the same. */
      readonly cheaper: { readonly product: ProductId; readonly by: Money };
      /** Attributes that both have, and what only one of them has. */
      readonly differs: readonly {
        readonly attribute: string;
        readonly first: readonly string[];
        readonly second: readonly string[];
      }[];
    }
  /** The last order's goods, to be put into the cart again; `missing` of its lines can't be had. */
  | {
      readonly kind: 'again';
      readonly order: Order;
      readonly products: readonly Product[];
      readonly missing: number;
    }
  /** Nothing is known of earlier orders: nobody is signed in, or there are none. */
  | { readonly kind: 'again-unknown'; readonly signedIn: boolean; readonly ofKind: boolean }
  | {
      readonly kind: 'cart';
      readonly cart: Cart;
      readonly products: readonly Product[];
      readonly total: Money;
      /** What a gift is worth is taken off nothing. */
      readonly deals?: readonly { readonly name: Localized; readonly saves: Money; readonly gift?: boolean }[];
    }
  | { readonly kind: 'cart-empty'; readonly toCount?: boolean }
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
  /** `abroad`: delivery to there comes on top and is not in it. */
  | ({ readonly kind: 'would-cost'; readonly abroad: boolean } & SumFacts)
  /** Goods of so much, delivery included, whatever they are; `freeFrom` null: the shop has no free delivery. */
  | {
      readonly kind: 'order-would-cost';
      readonly goods: Money;
      readonly shipping: Money;
      readonly total: Money;
      readonly freeFrom: Money | null;
      readonly abroad: boolean;
    }
  | { readonly kind: 'new-total'; readonly total: Money }
  /** `quantity`: absent for one. */
  /** `inCart`: what the line comes to, where that is more than was added. */
  | {
      readonly kind: 'added-to-cart';
      readonly product: Product;
      readonly quantity?: number;
      readonly inCart?: number;
      readonly size?: string;
    }
  | { readonly kind: 'quantity-changed'; readonly product: Product; readonly quantity: number }
  /** `quantity` of each; absent: all of them. */
  | { readonly kind: 'removed-from-cart'; readonly products: readonly Product[]; readonly quantity?: number }
  /** Not to be found in the cart, or it could be any of several things there. */
  | { readonly kind: 'which-to-remove'; readonly products: readonly Product[] }
  | { readonly kind: 'which-to-change'; readonly products: readonly Product[] }
  | { readonly kind: 'out-of-stock'; readonly product: Product }
  /** Fewer than were asked for; nothing was changed. */
  | { readonly kind: 'too-few-left'; readonly product: Product; readonly left: number }
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
      /** What runs for everybody is told with it, or was just now. */
      readonly beside?: boolean;
      /** It was said just before. */
      readonly again?: boolean;
      readonly freeShippingFrom: Money | null;
    }
  | {
      readonly kind: 'offer-applied';
      readonly offer: Offer;
      readonly total: Money;
      /** What was promised, where this cart would take more and no money is left for that. */
      readonly cappedAt?: Money;
    }
  /** `taken`: it was on the cart and is off it now. */
  | { readonly kind: 'offer-declined'; readonly taken?: Offer }
  | {
      readonly kind: 'offer-refused';
      readonly reason: OfferRefusal;
      readonly offer?: Offer;
      /** Which of several codes it was. */
      readonly code?: string;
      /** The smallest change that would make it apply. */
      readonly unlock?: Unlock;
    }
  | {
      readonly kind: 'deal-terms';
      /** 'same-item', 'any-item': whether the goods that count together have to be the same. */
      readonly aspect: 'until' | 'how-often' | 'return' | 'how' | 'same-item' | 'any-item';
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
  /** `beside`: after a deal of the shopper's own, where their names will do. */
  /** Those of the kind that was asked for, and by name what else runs. */
  | {
      readonly kind: 'deals-of-kind';
      readonly what: Localized;
      /** The one that was told just before. */
      readonly again?: boolean;
      readonly deals: readonly DealTold[];
      readonly others: readonly Localized[];
    }
  | { readonly kind: 'deals-running'; readonly deals: readonly DealTold[]; readonly beside?: boolean }
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
      /** Null: said with a later code. */
      readonly total: Money | null;
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
      /** Beside what was said: products rated and looked at; unknown where it could not be read. */
      readonly kept?: { readonly rated: number; readonly looked: number };
      readonly consent: Shopper['consent'];
    }
  | { readonly kind: 'noted'; readonly facts: readonly StatedPreference[] }
  /** Everything noted is to be erased: asked first, with what it is. */
  | { readonly kind: 'ask-forget'; readonly facts: readonly ProfileFact[] }
  | { readonly kind: 'forgotten'; readonly count: number; readonly all: boolean }
  /** Said now against what was said before: which holds? */
  | { readonly kind: 'changed-mind'; readonly now: StatedPreference; readonly before: ProfileFact }
  | { readonly kind: 'which-to-forget'; readonly facts: readonly ProfileFact[] }
  | { readonly kind: 'opted-out' }
  /** `already`: they were on all the time. */
  | { readonly kind: 'opted-in'; readonly already?: boolean }
  /** 'told': what went wrong was said already. */
  | { readonly kind: 'sorry'; readonly about: 'complaint' | 'told' | 'harm' }
  /** Before an answer to somebody angry. */
  | { readonly kind: 'sorry-first' }
  /** It sounded like a wish for a person, and not for certain. */
  | { readonly kind: 'offer-person' }
  | { readonly kind: 'queued'; readonly position: number; readonly expectedSeconds?: number | null }
  | { readonly kind: 'still-queued'; readonly position: number; readonly expectedSeconds?: number | null }
  | { readonly kind: 'desk-closed'; readonly opensAt: Date | null; readonly timeZone: string }
  | { readonly kind: 'contact-noted'; readonly contact: Contact }
  | { readonly kind: 'unavailable'; readonly what: string }
  | { readonly kind: 'message-cut' }
  | FlowPart;

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
  | { readonly kind: 'decline-offer'; readonly offer: OfferId }
  /** For the report of what the shop's knowledge lacks. */
  | { readonly kind: 'unanswered'; readonly text: string; readonly nearest: readonly Article['id'][] };

export const erasesAll = ({ effects }: Pick<Reply, 'effects'>): boolean =>
  effects.some(effect => effect.kind === 'forget-all');

/** Work whose outcome is the answer: claimed by record.ts, which turns its result into the final parts. */
export type ReplyClaim =
  | { readonly kind: 'apply-offer'; readonly offer: OfferId }
  | {
      readonly kind: 'apply-code' | 'remove-code';
      readonly code: string;
      /** Named beside it; entered after it, in this order. */
      readonly more?: readonly string[];
    }
  | {
      readonly kind: 'add-to-cart';
      readonly product: ProductId;
      readonly quantity: number;
      /** As told: "l", "42". */
      readonly size?: string;
    }
  /** `quantity` of each; absent: all of them. */
  | { readonly kind: 'remove-from-cart'; readonly products: readonly ProductId[]; readonly quantity?: number }
  | { readonly kind: 'set-quantity'; readonly product: ProductId; readonly quantity: number }
  /** The addition that was proposed, as it was proposed. */
  | {
      readonly kind: 'add-together';
      readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
    };

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
