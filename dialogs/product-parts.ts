/** What a reply tells of products and of the cart they are in. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { Dimension } from '../knowledge/retrieval/goods/measures.ts';
import type { Asked } from '../knowledge/retrieval/goods/page-asked.ts';
import type { UnitPrice } from './decisions/unit-price.ts';
import type { SumPart } from './sum-parts.ts';
import type { FoundProduct, WhyShown } from './turn-facts.ts';
import type { Mark } from './understand/product/advice-circumstances.ts';
import type { ChoiceSlot } from './understand/product/choice-asked.ts';

/** Of one, what its page begins with, in its own words; empty: it has none. */
export interface PageTold {
  readonly product: Product;
  readonly text: string;
}

/** Which of some goods to take. */
export interface AdvicePart {
  readonly kind: 'advice';
  /**
   * `page`: its page says what was asked for; `tied`: several pages do; `beside`: none of the list does, and this one of its kind;
   * `unsaid`: none does; `plain`: nothing was told that it is to be for; `only`: the others (`tied`) are made for others.
   */
  readonly how: 'page' | 'tied' | 'beside' | 'unsaid' | 'plain' | 'only';
  readonly othersFor?: 'men' | 'women';
  readonly pick: Product;
  /** What it is marked as, of what was asked for. */
  readonly marks: readonly Mark[];
  /** Its page's own sentences. */
  readonly said: readonly string[];
  readonly tied: readonly Product[];
  /** It costs less than the others that come into question. */
  readonly cheapest: boolean;
  /** Where no page says it: what their pages begin with. */
  readonly pages: readonly PageTold[];
  /** None of them is within the price that was told. */
  readonly beyond?: boolean;
}

/** What each of a few is made for. `asks`: what it is to be for is asked beside it. */
export interface MadeForPart {
  readonly kind: 'made-for';
  readonly of: readonly { readonly product: Product; readonly occasions: readonly string[] }[];
  readonly asks: boolean;
}

/** Whom it is for, as its records have it. `span`: the smallest and the largest size it comes in. */
export interface WhomForPart {
  readonly kind: 'whom-for';
  readonly product: Product;
  readonly whom: 'children' | 'men' | 'women' | 'grown-ups' | 'anybody' | 'no-children';
  readonly span?: readonly [string, string];
}

/** Which end of them stands first. `of`: by what, where it is not how much of it there is; `amount`: of the first, in its unit. */
export interface SizedFirst {
  readonly first: 'most' | 'least';
  readonly isKnown: boolean;
  readonly of?: Dimension;
  readonly amount?: number;
  /** None is more, or less, than what was spoken of. */
  readonly isNone?: true;
}

/** So many pieces that may cost so much together, and what they come to: of what was found, or of the cheapest there is. */
export interface PiecesAsked {
  readonly count: number;
  /** One of the two, which was spoken of before. */
  readonly beside?: Product;
  readonly within: Money;
  readonly total?: Money;
}

export type ProductPart =
  | AdvicePart
  | MadeForPart
  | WhomForPart
  | {
      readonly kind: 'products';
      readonly found: readonly FoundProduct[];
      readonly relaxed: readonly string[];
      /** In the order of how much there is of each, as far as the pages say. */
      readonly sized?: SizedFirst;
      /** What the pages of some of them say to what was told, word for word. */
      readonly says?: readonly { readonly product: Product; readonly said: string }[];
      readonly budget?: Money;
      readonly around?: Money;
      /** From what to what it may cost. */
      readonly between?: { readonly least: Money; readonly most?: Money };
      /** Others were asked for, and these are all known to measure otherwise. */
      readonly lacks?: string;
      /** For a child of some age, and each of these is listed for another: `says` tells it. */
      readonly otherAge?: true;
      /** For no child was asked of what was shown, or told: none of these is made for children. */
      readonly grownUp?: true;
      /** One price was told for all of them together: what they come to, and what there is no room for in it. */
      readonly wholeSet?: {
        readonly total: Money;
        readonly within: Money;
        readonly left: readonly Product[];
        /** So many of each that was found, where several of one are. */
        readonly pieces?: readonly number[];
      };
      /** One price was told for so many pieces: `total`, of the only one that is found. */
      readonly pieces?: PiecesAsked;
      /** In the order of their prices, from this end. */
      readonly byPrice?: 'least' | 'most';
      /** The cheapest that meets all the wishes, at a higher price than was said. */
      readonly beyond?: Product;
      /** What has one of `relaxed` and lacks another wish in its place; keys as there. */
      readonly instead?: {
        readonly found: readonly FoundProduct[];
        readonly gained: readonly string[];
        readonly lost: readonly string[];
      };
      /** All that there is of its kind, which was to be told from others. */
      readonly only?: true;
      /** So many models there are of the kind, or of those `fitting` what else was told; `asked`: that, whether there are others, or another in size. */
      readonly ofKind?: {
        readonly models: number;
        readonly asked?: 'count' | 'others' | 'size';
        readonly fitting?: true;
      };
      /** Whom it is for, where it is for somebody else. */
      readonly forWhom?: StatedPreference;
      /** `nearest`: said already that the thing itself is not sold. */
      readonly heading: 'search' | 'recommend' | 'popular' | 'newest' | 'similar' | 'nearest' | 'unsaid';
    }
  | {
      readonly kind: 'nothing-found';
      readonly budget?: Money;
      readonly pieces?: PiecesAsked;
      readonly beyond?: Product;
      /** Nothing but what was shown and turned down. */
      readonly others?: boolean;
    }
  /**
   * Nothing of that name is on the shelves; what is shown after it is only near. `beside`: something else was done for the message, and what is
   * sold instead is not told. `still`: said before; more was told of it since.
   */
  | {
      readonly kind: 'not-sold';
      readonly what: string;
      readonly nearest: boolean;
      readonly beside?: true;
      readonly still?: true;
    }
  | {
      readonly kind: 'product';
      readonly product: Product;
      readonly aspect: 'details' | 'stock';
      /** What is left is of all its sizes together. */
      readonly ofAllSizes?: true;
    }
  /** `beside`: others were shown, and it is the one to take. */
  | ({ readonly kind: 'why-product'; readonly product: Product; readonly beside?: true } & WhyShown)
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
      /** Others of the list it was on that are what was asked; none of its like is. */
      readonly shown?: readonly Product[];
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
      /** The sentence that comes nearest to what is left open. */
      readonly near?: string;
      /** One of the list it was on, whose page says what comes near. */
      readonly other?: { readonly product: Product; readonly said: string };
      /** Something else was answered of it just before. */
      readonly beside?: true;
      /** What its page does say was quoted in the reply before. */
      readonly again?: true;
      /** Whether that comes with it is asked, in the shopper's word. */
      readonly withIt?: string;
      /** It is asked to be so, in the shopper's word, and what it says is the very contrary. */
      readonly not?: string;
    }
  /** What their pages say of what was asked of all on a list; `silent`: so many say nothing of it. */
  | {
      readonly kind: 'each-says';
      /** `open`: asked by kind of all, and this one's page doesn't say it. */
      readonly of: readonly {
        readonly product: Product;
        readonly said: readonly string[];
        readonly open?: readonly Asked[];
      }[];
      readonly silent: number;
      readonly asked: readonly Asked[];
    }
  /** Those of a list that come in the sizes and colours asked for, and those that don't. */
  | {
      readonly kind: 'each-comes';
      readonly asked: readonly { readonly slot: StatedPreference['slot']; readonly value: string }[];
      readonly of: readonly Product[];
      readonly not: readonly Product[];
      /** Those that come in nothing of that sort. */
      readonly without?: readonly Product[];
    }
  /** What goods do for somebody's health is not for a shop to say. */
  | { readonly kind: 'no-medical-advice' }
  /** What there is to choose of each: the colours it comes in, its sizes, what it is made of, who makes it; none: its page says nothing of it. */
  | {
      readonly kind: 'product-choices';
      readonly slot: ChoiceSlot;
      /** Something else was answered of it just before. */
      readonly beside?: true;
      /** `per`: what so much of it comes to, beside its price. */
      readonly of: readonly {
        readonly product: Product;
        readonly values: readonly string[];
        readonly per?: UnitPrice;
      }[];
      /** The like of the one asked about, in its other colours or sizes. */
      readonly others: readonly Product[];
      /** They were bought, and their orders are what is spoken of. */
      readonly areBought?: true;
      /** One thing in each of its colours, what costs least first; one: there is no other colour. */
      readonly byColour?: true;
    }
  /** Those of a list by how much they are of something: by numbers, best first, or by a mark on their pages. */
  | {
      readonly kind: 'by-degree';
      /** "lighter", 更轻; empty: which are marked so at all was asked. */
      readonly asked: string;
      readonly how: 'measured' | 'marked' | 'all-marked' | 'unsaid';
      readonly of: readonly { readonly product: Product; readonly attribute: string; readonly text: string }[];
      readonly leading: readonly Product[];
      /** Where nothing orders them: what each page says first, for whoever chooses. */
      readonly pages?: readonly PageTold[];
    }
  /** `of`: what it may be that goes into the cart, so many of it where that was said. */
  | { readonly kind: 'which-product'; readonly of?: readonly Product[]; readonly quantity?: number }
  | {
      readonly kind: 'comparison';
      readonly products: readonly [Product, Product];
      /** What the cheaper one costs less; minor 0: they cost the same. */
      readonly cheaper: { readonly product: ProductId; readonly by: Money };
      /** What they cost was asked and no more: which costs less, or whether the first does, or more. */
      readonly price?: 'which' | 'cheaper' | 'dearer';
      /** Attributes that both have, and what only one of them has. */
      readonly differs: readonly {
        readonly attribute: string;
        readonly first: readonly string[];
        readonly second: readonly string[];
      }[];
      /** Details that both pages have, with what each says. */
      readonly details: readonly { readonly name: Localized; readonly first: Localized; readonly second: Localized }[];
      /** What each page says it is; none where that is the same. */
      readonly pages: readonly PageTold[];
    }
  /** The last order's goods, to be put into the cart again; `missing` of its lines can't be had. */
  | {
      readonly kind: 'again';
      readonly order: Order;
      /** Asked for in a colour it was not bought in: proposed in that one, or it comes in no such. */
      readonly colour?: 'other' | 'none';
      readonly products: readonly Product[];
      readonly missing: number;
    }
  /** Nothing is known of earlier orders: nobody is signed in, or there are none. */
  | { readonly kind: 'again-unknown'; readonly signedIn: boolean; readonly ofKind: boolean }
  | SumPart
  /** Asked as if it had been ordered: it lies in the cart. `about`: where it is, or where it goes. */
  | { readonly kind: 'not-ordered-yet'; readonly products: readonly Product[]; readonly about: 'where' | 'address' }
  /** Nothing was changed: it stays in the cart, and how it goes out is told. */
  | { readonly kind: 'still-in-cart'; readonly products: readonly Product[] }
  /** What would come back for what is in the cart, bought as it is now: for each thing, and for all of it. */
  | {
      readonly kind: 'cart-refund';
      readonly things: readonly { readonly product: Product; readonly quantity: number; readonly paid: Money }[];
      readonly shipping: Money;
      readonly total: Money;
    }
  /** The same of one thing that is looked at. */
  | { readonly kind: 'price-back'; readonly product: Product }
  /** It comes in no other size. */
  | { readonly kind: 'one-size'; readonly product: Product }
  /** What went into the cart comes in sizes, and none was told. */
  /** `now`: the size it is in the cart in. */
  | {
      readonly kind: 'which-size';
      readonly product: Product;
      readonly sizes: readonly string[];
      readonly now?: string;
    }
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
  /** Fewer than were asked for; nothing was changed, or only what else was ordered went in (`beside`). */
  | { readonly kind: 'too-few-left'; readonly product: Product; readonly left: number; readonly beside?: true };
