/** What a reply tells of what was told or asked before it: why, in plain words, what comes next, and that it was misread. */
import type { Money } from '../knowledge/domain/money.ts';
import type { Offer } from '../knowledge/domain/offer.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { Told } from '../knowledge/domain/preference.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { FlowStart } from './flow-parts.ts';
import type { CartMatter, Matter } from './matter.ts';

/** What all four are told of. */
export interface OfMatter {
  readonly of: Matter;
}

export type TalkPart =
  | ({ readonly kind: 'why-told' } & OfMatter)
  | ({ readonly kind: 'told-plainly' } & OfMatter)
  | ({ readonly kind: 'told-next' } & OfMatter)
  | ({ readonly kind: 'misread' } & OfMatter)
  /** Somebody isn't sure: nothing was done, and what they were told stays. */
  | ({ readonly kind: 'no-hurry' } & OfMatter)
  /** None of what was shown is wanted: what should be different is asked. */
  | {
      readonly kind: 'none-of-these';
      readonly of: Extract<Matter, { about: 'goods' | 'product' | 'lacks' | 'compared' }>;
    }
  /** Yes to several: which. */
  | { readonly kind: 'which-to-take'; readonly of: Extract<Matter, { about: 'goods' | 'compared' }> }
  /** Yes to one: whether it shall go into the cart. */
  | { readonly kind: 'ask-to-add'; readonly product: Product; readonly sizes: readonly string[] }
  /** No to what went in: whether it shall come out again. */
  | { readonly kind: 'ask-to-take-out'; readonly product: Product; readonly size?: string }
  /** No to what is taken off: whether that shall be. */
  | {
      readonly kind: 'ask-deal-off';
      readonly saves: Money;
      readonly total: Money;
      readonly offer?: Offer;
      readonly code?: string;
    }
  /** "Never mind": what stays as it is. */
  | { readonly kind: 'let-be'; readonly of: Extract<Matter, { about: 'cart' | 'code' | 'offer' | 'trouble' }> }
  /** `bye`: it was said that this was all. */
  | { readonly kind: 'cart-kept'; readonly cart: CartMatter; readonly offer?: Offer; readonly bye: boolean }
  /** What was looked for is no more, what is in the cart stays. */
  | { readonly kind: 'fresh-start'; readonly forgotten: readonly Told[]; readonly cart?: CartMatter }
  /** A flow is left without its answer: nothing was done. `hesitates`: it may be wanted later. */
  | {
      readonly kind: 'flow-left';
      readonly how: 'hesitates' | 'bye';
      readonly flow: FlowStart['flow'];
      readonly order?: Order;
      readonly refund?: Money;
    };
