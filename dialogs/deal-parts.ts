/** What a reply tells of deals: offers of the shopper's own, codes, and what runs for everybody. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { NoOfferReason, Offer, OfferRefusal } from '../knowledge/domain/offer.ts';
import type { ProfileFact } from '../knowledge/domain/shopper.ts';
import type { Unlock } from './offers/combine/basket.ts';
import type { DealTold } from './offers/rules/tell-deal.ts';
import type { SentAbroad } from './sent-abroad.ts';
import type { DealOutcome } from './turn-facts.ts';
import type { DealFact } from './understand/deals/deal-fact.ts';
import type { DealOfCart } from './understand/deals/deal-of-cart.ts';

export type DealPart =
  | {
      readonly kind: 'offer';
      readonly offer: Offer;
      readonly unprompted: boolean;
      /** The cart is another now than the goods it was quoted for. */
      readonly cartMoved?: boolean;
      /** What it was quoted for beyond the cart, and what the cart comes to without it. */
      readonly adds?: readonly { readonly product: ProductId; readonly quantity: number }[];
      readonly cartNow?: Money;
      /** What it was quoted for, where nothing lies in the cart. */
      readonly takes?: readonly { readonly product: ProductId; readonly quantity: number }[];
      /** `also`: beside what comes off already; `but`: nothing does; `named`: of a list, for this of it; `stands`: it was turned down before. */
      readonly lead?: 'also' | 'but' | 'named' | 'stands';
      /** What is on the cart and would not count with it. */
      readonly replaces?: readonly Localized[];
      readonly abroad?: SentAbroad;
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
      readonly abroad?: SentAbroad;
      /** What was promised, where this cart would take more and no money is left for that. */
      readonly cappedAt?: Money;
      /** What it needed beside the cart and went in with it. */
      readonly added?: readonly ProductId[];
    }
  /** `taken`: it was on the cart and is off it now; what is to pay then. */
  | { readonly kind: 'offer-declined'; readonly taken?: Offer; readonly total?: Money; readonly abroad?: SentAbroad }
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
      /** 'same-item', 'any-item': whether the goods that count together have to be the same. 'one-gift': how many come with an order. */
      readonly aspect: 'until' | 'how-often' | 'return' | 'how' | 'same-item' | 'any-item' | 'one-gift';
      readonly deal: DealTold;
      readonly examples: readonly Localized[];
      /** One of several gifts: which, is said in the cart. */
      readonly choosesGift?: true;
      /** Whether it holds at the time that was asked about. */
      readonly is?: boolean;
    }
  /** The one fact of it that was asked for. */
  | {
      readonly kind: 'deal-fact';
      readonly fact: Exclude<DealFact, 'when'>;
      readonly deal: DealTold;
      /** The names of those that count before it where both stand on one order, and after it. */
      readonly before: readonly Localized[];
      readonly after: readonly Localized[];
      /** What would be spent, and whether that is enough. */
      readonly said?: Money;
      readonly reaches?: boolean;
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
      /** Of codes in general, none having been shown. */
      readonly isCode?: true;
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
  /** Those of the kind that was asked for, and by name what else runs. */
  | {
      readonly kind: 'deals-of-kind';
      readonly what: Localized;
      /** The one that was told just before. */
      readonly again?: boolean;
      /** None is for everybody, and some shoppers are offered one or have its code. */
      readonly isForSome?: boolean;
      readonly deals: readonly DealTold[];
      readonly others: readonly Localized[];
    }
  /** What was asked for is not there for the cart: a first-order deal, or a code that would do more than what counts by itself. */
  | { readonly kind: 'none-for-cart'; readonly asked: DealOfCart }
  /** What is missing from the next step of a spend-and-save deal, and what comes off more then. */
  | {
      readonly kind: 'next-step';
      readonly name: Localized;
      readonly missing: Money;
      readonly off: Money;
      readonly isFurther: boolean;
    }
  /** `beside`: after a deal of the shopper's own, where their names will do. */
  | { readonly kind: 'deals-running'; readonly deals: readonly DealTold[]; readonly beside?: boolean }
  | {
      readonly kind: 'deal-trace';
      readonly deals: readonly DealOutcome[];
      readonly total: Money;
      readonly abroad?: SentAbroad;
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
      readonly abroad?: SentAbroad;
    }
  | {
      readonly kind: 'code-waiting';
      readonly code: string;
      readonly name: Localized;
      readonly reason: OfferRefusal;
      readonly unlock?: Unlock;
      /** The names of the deals that it can't go with. */
      readonly better?: readonly Localized[];
    }
  /** To be taken off, and there is none, or not the one that was named. */
  | { readonly kind: 'no-code-on-cart'; readonly code?: string }
  | {
      readonly kind: 'code-removed';
      readonly code: string;
      readonly total: Money | null;
      readonly abroad?: SentAbroad;
    }
  | { readonly kind: 'why-offer'; readonly offer: Offer; readonly factsUsed: readonly ProfileFact[] }
  | { readonly kind: 'no-better-deal'; readonly offer: Offer }
  /** More saved for more bought, beside the offer that stands; one of the two can be used. */
  | {
      readonly kind: 'counter-offer';
      readonly offer: Offer;
      readonly standing: Offer;
      readonly abroad?: SentAbroad;
    };
