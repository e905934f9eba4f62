/** The nouns of one message, as it came and as it was understood. Every arrow of the message path is a value, so a turn can be replayed from its log. */
import type { ConversationId, OfferId, ProductId, ShopperId, TurnId } from '../knowledge/domain/ids.ts';
import type { Language } from '../knowledge/domain/language.ts';
import type { MoneyBound, StatedPreference } from '../knowledge/domain/preference.ts';
import type { Cut } from '../knowledge/retrieval/goods/cut-asked.ts';
import type { Dimension } from '../knowledge/retrieval/goods/measures.ts';
import type { Asked } from '../knowledge/retrieval/goods/page-asked.ts';
import type { CartEdits } from './understand/cart/change-asked.ts';
import type { CostAsked } from './understand/cart/cost-asked.ts';
import type { FigureChecked } from './understand/cart/figure-checked.ts';
import type { Ordered } from './understand/cart/ordered.ts';
import type { QuantityAsked } from './understand/cart/quantity-asked.ts';
import type { PromotionAspect } from './understand/deals/promotion-asked.ts';
import type { DeliveryAsked } from './understand/delivery/delivery-case.ts';
import type { PlaceSaid } from './understand/delivery/place-said.ts';
import type { Ask } from './understand/ground/asks.ts';
import type { OfClaim } from './understand/orders/claim-asked.ts';
import type { OwnAsked } from './understand/orders/own-case.ts';
import type { ToldArrival } from './understand/orders/told-arrival.ts';
import type { Degree } from './understand/pointing/degrees.ts';
import type { KindAsked } from './understand/pointing/kind-asked.ts';
import type { KindPriced, PricedSides } from './understand/pointing/priced-apart.ts';
import type { AdviceAsked } from './understand/product/advice-asked.ts';
import type { ChoiceSlot } from './understand/product/choice-asked.ts';
import type { ShopTalk } from './understand/talk/shop-talk.ts';
import type { DaysSaid } from './understand/text/dates-said.ts';
import type { GivenUp } from './understand/wishes/given-up.ts';
import type { SharedPrice } from './understand/wishes/shared-budget.ts';

/** A tap: what a button or card sends back; understood without reading its text. */
export type TapValue =
  | { readonly tap: 'apply-offer'; readonly offer: OfferId }
  | { readonly tap: 'decline-offer'; readonly offer: OfferId }
  | { readonly tap: 'add-to-cart'; readonly product: ProductId }
  | { readonly tap: 'product'; readonly product: ProductId }
  | { readonly tap: 'order'; readonly order: string }
  | { readonly tap: 'return-order'; readonly order: string }
  | { readonly tap: 'cancel-order'; readonly order: string }
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
  'identity', // who or what is talking
  'cancel',
  'person',
  'opt-out',
  'opt-in',
  'question', // FAQ or policy: answered from articles
  'order-status',
  'start-return',
  'cancel-order',
  'reorder', // the same things as before
  'product-search',
  'product-details',
  'stock',
  'recommend',
  'why-product', // why one of the list is on it
  'deals',
  'better-deal',
  'why-offer',
  'apply-offer',
  'decline-offer',
  'promotion-question', // the rules of a promotion: answered from the live rules
  'apply-code',
  'add-to-cart',
  'remove-from-cart',
  'change-quantity', // of what is in the cart
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
  /** All codes named, when there is more than one: "use A and B". */
  readonly codes?: readonly string[];
  /** The days spoken of: "last week", "双十一之前". */
  readonly when?: DaysSaid;
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
  /** Goods that are asked for, in the shopper's own words, sold here or not. */
  readonly goods?: readonly string[];
  /** Whether the shop sells it is asked, in the shopper's words. */
  readonly sold?: string;
  /** For men, for women or for no child, as this message says. */
  readonly cut?: Cut | undefined;
  /** Nothing but for whom it is cut is told, of the search under way or of goods that are named: "men's please". */
  readonly onlyCut?: true;
  /** Wishes the catalogue has no word for, in the shopper's own: remembered, never a filter. */
  readonly wishes?: readonly StatedPreference[];
  /** Of these, and of what somebody has already, what serves the search under way: it is looked for in what the pages say. */
  readonly told?: readonly StatedPreference[];
  /** Values of `told`, and occasions among the wishes, that no page is expected to say: when, where and by whom goods are used. */
  readonly circumstances?: readonly string[];
  /** Conditions told before that need not hold any more: "it doesn't have to be wide". */
  readonly givenUp?: readonly GivenUp[];
  /** The message takes something back ("actually size 42", "不是红色"): newer facts supersede even likes of the same slot. */
  readonly correction: boolean;
  readonly mood: 'neutral' | 'upset';
  /** A yes to "should we look a little wider?": the search under way again, without its highest price. */
  readonly wider?: boolean;
  /** A rule of the shop that is asked about, or only implied ("I'm not in China"), as the plain question; `bare`: in a few words, with nothing more said; `hedged`: its answer may not hold here. */
  readonly plainly?: {
    readonly name: string;
    readonly question: string;
    readonly bare: boolean;
    readonly hedged: boolean;
    /** What the paragraph answers that is the answer, where it is known (knowledge/retrieval/pages/subjects.md). */
    readonly subject?: string;
    /** Asked in words that mean it only after what was told just now. */
    readonly next?: true;
  };
  /** For whom the message says that its wishes are, where that is neither the shopper nor whoever was searched for before. */
  readonly forWhom?: string;
  /** After a search for somebody else it is about the shopper again ("for me"). */
  readonly ownAgain?: boolean;
  /** In which size, as told now or for the search under way; with the intent 'add-to-cart'. */
  readonly size?: string;
  /** It could be any of these that is to go into the cart; with the intent 'add-to-cart'. */
  readonly among?: readonly ProductId[];
  /** Several places of the list are wanted at once; with the intent 'add-to-cart'. */
  readonly together?: readonly ProductId[];
  /** Goods ordered by what they are; with the intent 'add-to-cart'. */
  readonly ordered?: Ordered;
  /** Said to a shop beside its goods, rules and orders. */
  readonly shopTalk?: ShopTalk;
  /** The whole message orders one thing, which is among the entities. */
  readonly isOneOrder?: true;
  /** The whole cart is to be emptied; with the intent 'remove-from-cart'. */
  readonly everything?: boolean;
  /** Goods of another kind than the product spoken of before are named: it is not meant. */
  readonly offFocus?: boolean;
  /** A question of what such goods are or can do: where no page answers they are shown, but not where health or safety is asked about. */
  readonly ofGoods?: 'property' | 'health';
  /** What the product spoken of is asked to be, have or come in: "is it waterproof", "do you have it in blue"; of what kind the thing of the cart is that is changed. */
  readonly asksOf?: readonly StatedPreference[];
  /** What there is to choose of the product spoken of, or of each on the list: "what colours does it come in?" */
  readonly choice?: ChoiceSlot;
  /** What two are compared by; with `compares`. */
  readonly comparedBy?:
    | {
        readonly asks: readonly Asked[];
        readonly degree?: Degree | undefined;
        /** By what they cost, and nothing else: which costs less, or whether the first does, or more. */
        readonly price?: PricedSides['asks'];
        /** Of the two, those that stand for the cheapest of a kind. */
        readonly kinds?: readonly (KindPriced | undefined)[];
      }
    | undefined;
  /** The same, asked of the product spoken of beside something else. */
  readonly choices?: readonly ChoiceSlot[];
  /** In which colour that product is meant, where it is not the one looked at. */
  readonly inColour?: string;
  /** What the product spoken of is asked to have or be, in words that no attribute has: "does it have a hood". */
  readonly property?: string;
  /** What else is asked of the product spoken of, which only the words of its page can answer: "how many litres", "a chest strap". */
  readonly asks?: readonly Asked[];
  /** What is asked of each on the list, none being spoken of: "how long does the battery last". */
  readonly ofEach?: readonly Asked[];
  /** Sizes and colours in which each on the list is asked to come: "do they all come in 38?" */
  readonly inAll?: readonly StatedPreference[];
  /** Each clause of the message asks something of that product: it is one request. */
  readonly ofOneThing?: true;
  /** What is ordered hangs on it: no clause beside it orders anything. */
  readonly comesFirst?: true;
  /** Which of some goods to take is asked. */
  readonly advice?: AdviceAsked;
  /** What goods would cost together is asked, nothing being put into the cart. */
  readonly sum?: CostAsked;
  /** The products named are weighed against each other. */
  readonly compares?: boolean;
  /** Which of the list is more of something than the others: "which one is lighter?" */
  readonly degree?: Degree;
  /** Goods at lower prices than those on the list are looked for. */
  readonly cheaper?: boolean;
  /** Others at higher prices than those shown are wished for. */
  readonly dearer?: boolean;
  /** What the goods looked for are asked to be and no page says of any, by its key in understand/unproved.ts. */
  readonly unproved?: readonly string[];
  /** Something private is told, and no more. */
  readonly trait?: boolean;
  /** A present is looked for, which is not for the shopper. */
  readonly present?: boolean;
  /** What was just shown is not shown again. */
  readonly unlikeShown?: boolean;
  /** Of the kind that is named or looked at: how many there are, or whether what was shown is all. */
  readonly ofKind?: KindAsked;
  /** What of it is turned down. */
  readonly rejects?: readonly ProductId[];
  /** Another of the kind of what was shown: whatever else was wished for still is. */
  readonly likeShown?: boolean;
  /** What came last is asked for first. */
  readonly newest?: boolean;
  /** What costs least is asked for first, or most. */
  readonly byPrice?: 'least' | 'most';
  /** Of one price for several things each may cost its share, or what the other leaves of it. */
  readonly shared?: SharedPrice;
  /** Goods for an animal, in the shopper's words. */
  readonly forPets?: string;
  /** Goods by how much there is of them; `than`: of this product, where more or less of it is asked for. */
  readonly sizeOrder?: {
    readonly how: 'more' | 'less' | 'most' | 'least';
    /** By what, where it is not how much of it there is. */
    readonly of?: Dimension;
    readonly than?: ProductId;
  };
  /** So many of what is looked for go into the cart, once it is known which. */
  readonly toCart?: number;
  /** How many of it there should be; with the intent 'change-quantity'. */
  readonly count?: QuantityAsked;
  /** What the cart should hold instead; with the intents 'change-quantity' and 'remove-from-cart'. */
  readonly edits?: CartEdits;
  /** The size it should be in instead; with the intent 'change-quantity'. */
  readonly resize?: string;
  /** Goods are asked for by what they should be, without saying what they are: "something for the rain". */
  readonly something?: boolean;
  /** One of several requests of a message, which is no place for a deal nobody asked for. */
  readonly beside?: boolean;
  /** What is said of taste serves this turn and is not remembered. */
  readonly unkept?: boolean;
  /** Another request of the message is answered after this one: what is proposed here is not what "yes" would answer. */
  readonly goesOn?: boolean;
  /** A size told in this message, whatever else it is about. */
  readonly sizeSaid?: string;
  /** What is done to the cart is done to the very product named, and to no other form of it. */
  readonly onlyNamed?: true;
  /** What was searched for, filler words removed; for retrieval. */
  readonly query: string;
  /** A thing that is had does not work; `still`: nor after what was advised. */
  readonly trouble?: 'told' | 'still';
  /** What was bought is to be exchanged; with the intent 'start-return'. */
  readonly exchanges?: true;
  /** The matter of goods that came broken goes on: which order, or what is wished for instead. */
  readonly claims?: true;
  /** Where a thing is, or when it comes, is asked: what was ordered is meant, where it was. */
  readonly awaits?: true;
  /** What is asked of the matter of goods that came broken: how long what is wished for takes, or whether they go back. */
  readonly ofClaim?: OfClaim;
  /** A parcel is to be hurried. */
  readonly hurries?: true;
  /** It takes too long, says the shopper. */
  readonly slow?: true;
  /** A parcel is nowhere to be found. */
  readonly missing?: true;
  /** The goods would go abroad, or would not after all. */
  readonly abroad?: boolean;
  /** A sum of the shopper's is held against what was told, or the cart. */
  readonly checks?: FigureChecked;
  /** What wrapping costs is to be in the cart's total. */
  readonly wraps?: true;
  /** Where goods are to go, as this message names it. */
  readonly place?: PlaceSaid;
  /** Delivery to there, or by a day, is asked about. */
  readonly delivery?: DeliveryAsked;
  /** A rule of the shop is asked about in general: no order of one's own is held against it. */
  readonly inGeneral?: true;
  /** What a rule that was told asks for is so: the thing can go back. */
  readonly goesBack?: true;
  /** When the order that was told of leaves, or whether it comes by a day, is asked. */
  readonly toldArrival?: ToldArrival;
  /** Something of an order of one's own is asked about, which may be this one. */
  readonly own?: OwnAsked;
  /**
   * What was told just now is no answer, the shopper says; `otherPage`: nor is its page, unless that is `named`; `denied`: where it
   * speaks of these; `refused`: whatever was told is not told again.
   */
  readonly askedMeant?: {
    readonly otherPage: boolean;
    readonly denied?: readonly string[];
    readonly named: string;
    readonly refused?: true;
  };
  /** The goods that lie before the shopper and are spoken of, where they have to be read: one of them is meant. */
  readonly before?: readonly ProductId[];
  /** The short everyday question that it is, of whatever lies before the shopper; absent: none of these. */
  readonly ask?: Ask;
  /** The colours it asks for. */
  readonly askedColours?: readonly string[];
  /** The whole message as it was read, spelling mended: what pages are asked with. */
  readonly said?: string;
  /** The deal that was offered is taken, or missed on the cart; `besideAct`: after something else of the message changed the cart. */
  readonly deal?: { readonly how: 'taken' | 'missed'; readonly besideAct?: true };
}
