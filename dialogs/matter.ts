/**
 * What was told or asked last, small and typed: "why?", "what do you mean?" and "what now?" are asked of it. Kept between turns by ids
 * (`MatterKept`, plain JSON), and looked up anew with each question (`Matter`), so that no figure of it is old.
 */
import type { Article } from '../knowledge/domain/article.ts';
import type { ArticleId, OfferId, ProductId } from '../knowledge/domain/ids.ts';
import type { Localized } from '../knowledge/domain/language.ts';
import type { Money } from '../knowledge/domain/money.ts';
import type { Offer } from '../knowledge/domain/offer.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { Told } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { FlowStart } from './flow-parts.ts';

/** Why goods were shown: asked for, near to that, by what is known of the shopper, by what others buy, or as the newest. */
export type GoodsHow = 'asked' | 'near' | 'picked' | 'popular' | 'newest';
/** What a flow waits for. */
export type FlowAsks = 'number' | 'email' | 'which-order' | 'lines' | 'reason' | 'return' | 'cancel';
export type OfferIs = 'offered' | 'applied' | 'declined';

/** A question of the reply's own that a plain yes answers, where nothing else keeps it. */
export type Asked =
  | { readonly what: 'add' | 'take-out'; readonly product: ProductId; readonly size?: string }
  | { readonly what: 'deal-off'; readonly offer: OfferId }
  | { readonly what: 'code-off'; readonly code: string };

type Kept =
  | {
      readonly about: 'goods';
      readonly products: readonly ProductId[];
      readonly how: GoodsHow;
      /** What all of them are, of what was asked for. */
      readonly wishes: readonly Told[];
    }
  | { readonly about: 'product'; readonly product: ProductId }
  /** It was asked to be so, and isn't. */
  | { readonly about: 'lacks'; readonly product: ProductId; readonly lacks: Told; readonly instead: readonly string[] }
  | { readonly about: 'compared'; readonly products: readonly [ProductId, ProductId] }
  /** `product`: what went in just now. */
  | { readonly about: 'cart'; readonly product?: ProductId; readonly size?: string }
  | { readonly about: 'offer'; readonly offer: OfferId; readonly is: OfferIs }
  | { readonly about: 'code'; readonly code: string; readonly name: Localized; readonly saves: Money }
  | { readonly about: 'deals'; readonly none?: true }
  | { readonly about: 'order'; readonly number: string }
  | {
      readonly about: 'flow';
      readonly flow: FlowStart['flow'];
      readonly asks: FlowAsks;
      readonly numbers: readonly string[];
      readonly refund?: Money;
    }
  | { readonly about: 'again'; readonly number: string; readonly products: readonly ProductId[] }
  | { readonly about: 'page'; readonly article: ArticleId }
  | { readonly about: 'unknown' | 'unclear' | 'trouble' | 'else' }
  | { readonly about: 'unsold'; readonly what: string }
  | { readonly about: 'asked'; readonly asked: Asked };

export type MatterKept = Kept & {
  readonly at: number;
  /** Beside it something was proposed or asked, which yes and no answer. */
  readonly proposes?: true;
};

export interface CartMatter {
  readonly product?: Product;
  readonly size?: string;
  readonly count: number;
  readonly total: Money;
}

export type Matter =
  | { readonly about: 'nothing' }
  | {
      readonly about: 'goods';
      readonly found: readonly Product[];
      readonly least: Money;
      readonly most: Money;
      readonly how: GoodsHow;
      readonly wishes: readonly Told[];
    }
  | {
      readonly about: 'product';
      readonly product: Product;
      readonly sizes: readonly string[];
      readonly wishes: readonly Told[];
      /** The rest of the list it was on. */
      readonly others: readonly Product[];
    }
  | {
      readonly about: 'lacks';
      readonly product: Product;
      readonly lacks: Told;
      readonly instead: readonly string[];
    }
  | {
      readonly about: 'compared';
      readonly products: readonly [Product, Product];
    }
  | ({ readonly about: 'cart' } & CartMatter)
  | { readonly about: 'offer'; readonly offer: Offer; readonly is: OfferIs; readonly before: Money }
  | {
      readonly about: 'code';
      readonly code: string;
      readonly name: Localized;
      readonly saves: Money;
      readonly total: Money;
    }
  | { readonly about: 'deals'; readonly none: boolean; readonly cart?: CartMatter }
  /** `days`: within which it can come back once it has arrived. */
  | { readonly about: 'order'; readonly order: Order; readonly days: number }
  | {
      readonly about: 'flow';
      readonly flow: FlowStart['flow'];
      readonly asks: FlowAsks;
      readonly numbers: readonly string[];
      readonly refund?: Money;
    }
  | { readonly about: 'again'; readonly number: string; readonly products: readonly Product[]; readonly total: Money }
  /** `more`: what its page goes on with. */
  | { readonly about: 'page'; readonly article: Article; readonly more?: string }
  | { readonly about: 'unknown' | 'unclear' | 'else' }
  | { readonly about: 'trouble'; readonly order?: Order }
  | { readonly about: 'unsold'; readonly what: string }
  | { readonly about: 'asked'; readonly asked: Asked; readonly product?: Product };

/** So many messages later it is still what was told last, where nothing but small talk came between. */
const lasts = 3;
export const keptStill = (kept: MatterKept | undefined, turns: number): MatterKept | undefined =>
  kept && turns - kept.at <= lasts ? kept : undefined;
