/** What was read and scored for one turn, as plain data: all that `decide` sees beside the message. */
import type { Article } from '../knowledge/domain/article.ts';
import type { Conversation } from '../knowledge/domain/conversation.ts';
import type { ProductId, PromotionId } from '../knowledge/domain/ids.ts';
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Impression, Offer, OfferDecision, OfferRefusal, PricedCart } from '../knowledge/domain/offer.ts';
import type { Cart, Order, ReturnRequest } from '../knowledge/domain/order.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { Promotion } from '../knowledge/domain/promotion.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import type { ProfileFact, Shopper } from '../knowledge/domain/shopper.ts';
import type { Cut } from '../knowledge/retrieval/goods/cut-asked.ts';
import type { Passage } from '../knowledge/retrieval/pages/passage.ts';
import type { Recommendation } from '../models/types.ts';
import type { BeforeFacts } from './gather/before-shopper.ts';
import type { DeliveryFacts } from './gather/delivery.ts';
import type { GoodsBefore } from './goods-before.ts';
import type { DeskFacts } from './handoff/desk-facts.ts';
import type { Matter } from './matter.ts';
import type { ConversationMemory } from './memory.ts';
import type { Unlock } from './offers/combine/basket.ts';
import type { Combination } from './offers/combine/combine.ts';
import type { RuleContext } from './offers/rules/rule.ts';
import type { SendsTo } from './sent-abroad.ts';
import type { MoneyBefore } from './understand/ground/money-before.ts';

export interface FoundProduct {
  readonly product: Product;
  readonly score: number;
  readonly reason?: Recommendation['reason'];
  /** The same model in other colours that can be had; absent: none, or a colour was asked for. */
  readonly colours?: readonly Product[];
  /** Chance decided who has this place: with which probability it is this product, above 0 up to 1. Absent: it was certain. */
  readonly propensity?: number;
}

/** What a product search is limited to in this turn. */
export interface SearchScope {
  readonly preferences: readonly StatedPreference[];
  /** What is looked for, in the shopper's words. */
  readonly goods?: string | undefined;
  /** For men, for women or for no child. */
  readonly cut?: Cut | undefined;
  /** Wishes that no attribute stands for, in the shopper's words. */
  readonly told?: readonly StatedPreference[];
  /** Minor units of the shop's currency. */
  readonly priceMinMinor?: number;
  readonly priceMaxMinor?: number;
  /** The highest price is taken from what was shown before, not from a wish. */
  readonly cheaper?: boolean;
  /** What it may cost is told for all of it together. */
  readonly forAll?: true;
}

/** What speaks for a product that was shown. */
export interface WhyShown {
  readonly reason?: Recommendation['reason'];
  /** What was asked for in the search under way and this product is. */
  readonly fits: readonly StatedPreference[];
}

/** The promotions a question may be about. */
export interface PromotionFacts {
  readonly context: RuleContext;
  /** Running for everybody, and those of codes this shopper has shown. */
  readonly open: readonly Promotion[];
  /** Running by code; told when asked about, never listed. */
  readonly byCode: readonly Promotion[];
  /** Running and offered to some; never told by name. */
  readonly personal: readonly Promotion[];
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

/** Goods as they would be paid now if they alone were bought, with what counts by itself. */
export interface SumFacts {
  readonly lines: readonly { readonly product: Product; readonly quantity: number; readonly price: Money }[];
  readonly shipping: Money;
  readonly total: Money;
  /** The total without delivery. */
  readonly goods: Money;
  readonly deals: readonly { readonly name: Localized; readonly saves: Money; readonly gift: boolean }[];
  /** The hour of the shop's clock that was said. */
  readonly hour?: string;
  /** Delivered to the place abroad that was said: what a page names for that, and all of it together. */
  readonly abroadFor?: { readonly fee: Money; readonly total: Money };
  /** Too few are left of the first of them for that. */
  readonly short?: { readonly product: Product; readonly left: number };
}

/** What that comes to which a short question of money is asked of. */
export interface CostBefore {
  readonly of: MoneyBefore['kind'] | Extract<MoneyBefore, { kind: 'goods' }>['how'];
  /** So many of it are asked about. */
  readonly count?: number;
  /** What is paid on top of a price abroad, where goods go there and tax is asked about. */
  readonly duties?: Passage;
  /** The cart, or so many of one thing of it, with its codes and its offer. */
  readonly cart?: {
    readonly priced: PricedCart;
    readonly deals: NonNullable<TurnFacts['cartDeals']>;
    readonly products: readonly { readonly product: Product; readonly quantity: number }[];
  };
  /** With the deal that was offered for it and is not used yet. */
  readonly withOffer?: { readonly saves: Money; readonly priced: PricedCart };
  /** With the one thing that is looked at beside it. */
  readonly withIt?: PricedCart;
  /** Each for itself, and all of it together. */
  readonly each: readonly SumFacts[];
  readonly together?: SumFacts;
  /** The one that is meant comes first. `arrives`: by the pages, of one that has not left. `by`: to be there by then, as it was asked. */
  readonly orders?: readonly {
    readonly order: Order;
    readonly arrives?: { readonly from: Date; readonly to: Date };
    readonly by?: Date;
    /** The day it should leave, by the pages, where that is asked. */
    readonly leaves?: Date;
  }[];
}

/** Goods of so much as they would be paid now, whatever they are: with what counts by itself on any goods. */
export interface AmountFacts extends Pick<SumFacts, 'shipping' | 'total' | 'goods' | 'deals'> {
  /** Delivered to the place abroad that was said. */
  readonly abroadFor?: SumFacts['abroadFor'];
  /** Deals on certain goods run as well. */
  readonly others: boolean;
  /** The category of goods that it is of, and the hour of the shop's clock, where those were said. */
  readonly of?: string;
  readonly hour?: string;
}

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
  /** How many products the shopper rated and looked at, where they ask what is kept. */
  readonly kept?: { readonly rated: number; readonly looked: number };
  readonly profile: readonly ProfileFact[];
  /** The signed-in shopper's own, newest first. */
  readonly orders: readonly Order[];
  /** What was registered as coming back of the latest of them; absent: not asked, or it could not be read. */
  readonly returns?: readonly ReturnRequest[];
  /** What the things of one's orders cost today, where that is asked. */
  readonly pricesNow?: ReadonlyMap<ProductId, Money>;
  /** The order asked for by number, once proved to be this shopper's. */
  readonly order?: Order;
  /** A number was given but it is unknown, or not theirs: one answer for both. */
  readonly orderRefused: boolean;
  /** Facts that "forget that …" speaks of. */
  readonly toForget: readonly ProfileFact[];
  readonly cart: Cart | null;
  readonly cartProducts: readonly Product[];
  /** Where goods go abroad, as it was told; absent: they stay in the country. */
  readonly sendsTo?: SendsTo;
  /** The cart as it would be paid now, its held offer included. */
  readonly cartPriced: PricedCart | null;
  /** What counts on the cart now, in the order it applies. */
  readonly cartDeals?: readonly { readonly name: Localized; readonly saves: Money; readonly gift: boolean }[];
  /** What could be added to reach a deal; absent: not looked for in this turn. */
  readonly addOn?: AddOnFacts;
  /** What is missing from the next step of a spend-and-save deal, and what comes off more then; absent: not asked, or none is left. */
  readonly nextStep?: {
    readonly name: Localized;
    readonly missing: Money;
    readonly off: Money;
    readonly isFurther: boolean;
  };
  /** What goods that are asked about would cost together, the cart left aside; absent: not asked. */
  readonly sum?: SumFacts;
  /** What goods of the amount asked about would cost; absent: not asked. */
  /** The same of each thing that may be meant. */
  readonly sums?: readonly SumFacts[];
  /** Of what lies before the shopper; absent: no short question of money. */
  readonly costBefore?: CostBefore;
  readonly amount?: AmountFacts;
  /** What products were looked for with; empty when none were. */
  readonly search: SearchScope;
  readonly passages: readonly Passage[];
  /** What wrapping a parcel costs; absent: not asked, or no page tells. */
  readonly wrapFee?: Money;
  /** The shop's pages, where an order of one's own is held against what they say; absent: it is not. */
  readonly rules?: readonly Article[];
  /** The goods that lie before the shopper, where a short question is asked of them. */
  readonly onGround?: readonly Product[];
  /** What a page says of goods that don't come back once they are opened; absent: not asked, or no such goods. */
  readonly openedRule?: string;
  /** Delivery worked out for the place and the day asked about; absent: not asked, or no page tells. */
  readonly delivery?: DeliveryFacts;
  /** What lies before the shopper as it would be paid; absent: nothing short was asked of prices or deals. */
  readonly pricedBefore?: BeforeFacts;
  /** Below this the best passage is not an answer. */
  readonly answerThreshold: number;
  readonly products: readonly FoundProduct[];
  /** Filters that had to be dropped to find anything, canonical keys. */
  readonly relaxed: readonly string[];
  /** The cheapest that meets every wish but the highest price, where nothing within it does. */
  readonly beyond?: Product;
  /** What meets a wish that had to be dropped and misses another in its place; keys as in `relaxed`. */
  readonly instead?: {
    readonly found: readonly FoundProduct[];
    readonly gained: readonly string[];
    readonly lost: readonly string[];
  };
  /** Of several kinds within one price: what one of each comes to, in minor units, and what there is no room for. */
  readonly wholeSet?: {
    readonly total: number;
    readonly within: number;
    readonly left: readonly Product[];
    /** So many of each that was found. */
    readonly pieces?: readonly number[];
  };
  /** What others of the kind were to measure, in the shopper's words, where none does. */
  readonly lacks?: string;
  /** Of the kind that is looked for there are so many models, what was left out of the search among them. */
  readonly models?: number;
  /** What the pages say of what was told: "unsaid:loose leaf", "without:girly". */
  readonly told?: readonly string[];
  readonly focus?: Product;
  /** The product in focus in all its colours, where something is asked of it. */
  readonly family?: readonly Product[];
  /** The rest of the list that the product asked about was on. */
  readonly besides?: readonly Product[];
  /** The list shown last, where what there is to choose is asked of all of it. */
  readonly listed?: readonly Product[];
  /** Each of these in all its colours; with `inAll` of the understanding. */
  readonly listedForms?: readonly (readonly Product[])[];
  /** Others of the kind of the list, that meet what it was looked for with; absent: nobody asked which to take. */
  readonly kindred?: readonly Product[];
  /** The goods that the short question is asked of; absent: it is none about goods, or there are none. */
  readonly before?: GoodsBefore;
  /** What comes in sizes, and in which, where sizes of no thing in particular are asked about. */
  readonly sizes?: readonly { readonly category: string; readonly sizes: readonly string[] }[];
  /** The goods of which one is to go into the cart, where the message leaves open which. */
  readonly among?: readonly Product[];
  /** Why the product in focus is on the list; absent: not asked. */
  readonly why?: WhyShown;
  /** What was talked about before, whatever this message is about. */
  readonly spokenOf?: Product;
  /** A thing wished for that nothing on the shelves is called. */
  readonly unsold?: {
    readonly what: string;
    readonly certain: boolean;
    readonly asked: boolean;
    readonly known: boolean;
    readonly mentioned: boolean;
    readonly besides: boolean;
  };
  /** What is held against each other, in the order named; absent: nothing is. */
  readonly compared?: readonly Product[];
  /** The last order, for buying it again, with what of it can be had now. */
  readonly again?: { readonly order: Order; readonly products: readonly Product[]; readonly colour?: 'other' | 'none' };
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
  /** What was told last, where a short question is asked of it; absent: none is. */
  readonly matter?: Matter;
  /** Absent: nothing of the desk matters to this turn. */
  readonly desk?: DeskFacts;
  readonly marked: readonly ('popularity-only' | 'no-response-model')[];
  readonly unavailable: readonly string[];
}
