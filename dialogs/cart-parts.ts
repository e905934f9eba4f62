/** What a reply tells of the cart where a short question was asked on what lies before the shopper. */
import type { Money } from '../knowledge/domain/money.ts';
import type { Order } from '../knowledge/domain/order.ts';
import type { Product } from '../knowledge/domain/product.ts';
import type { SentAbroad } from './sent-abroad.ts';

export type CartPart =
  /** To be put in, and it was; with what is to pay. */
  | {
      readonly kind: 'in-cart-already';
      readonly product: Product;
      readonly quantity: number;
      readonly size?: string;
      readonly total: Money;
      readonly abroad?: SentAbroad;
    }
  /** Another of what was shown was meant, and it was all; `taken`: it should go into the cart, where it is or isn't yet. */
  | { readonly kind: 'only-one'; readonly product: Product; readonly inCart: boolean; readonly taken: boolean }
  /** It should be paid for what is not in the cart yet; `sizes`: one of them has to be told. */
  | { readonly kind: 'put-in-first'; readonly product: Product; readonly sizes?: readonly string[] }
  /** One of these is meant, and nothing is done yet: which is asked. `inColour`: those in the colour that was said; `stays`: what is in the cart meanwhile. */
  | {
      readonly kind: 'which-of-these';
      readonly products: readonly Product[];
      readonly inColour?: true;
      readonly stays?: Product;
    }
  /** Single things of it are changed or taken out by a colleague; all of it can be cancelled for so much. */
  | { readonly kind: 'order-as-it-is'; readonly order: Order; readonly refund: Money };
