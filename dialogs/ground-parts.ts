/** What a reply tells of the goods before the shopper, asked in a few words and of none in particular. */
import type { Order } from '../knowledge/domain/order.ts';
import type { Detail, Product } from '../knowledge/domain/product.ts';

/** By what one is less than another. */
export type Less = 'price' | 'weight';

/** What speaks for one of a list, beside the others; `cut`: it is made for men, or for women. */
export interface Strengths {
  readonly product: Product;
  readonly isCheapest: boolean;
  readonly isLightest: boolean;
  /** Marks and uses that none of the others has, canonical values. */
  readonly features: readonly string[];
  readonly occasions: readonly string[];
  readonly cut?: 'men' | 'women';
}

export type GroundPart =
  | { readonly kind: 'each-in-stock'; readonly of: readonly Product[] }
  /** `packs`: each in its own size, at its own price; `measures`: of what comes in no sizes, how big it is. */
  | {
      readonly kind: 'each-size';
      readonly of: readonly {
        readonly product: Product;
        readonly sizes: readonly string[];
        readonly packs: readonly Product[];
        readonly measures: readonly Detail[];
      }[];
    }
  /** In which sizes which kinds come, where no goods lie before anybody. */
  | {
      readonly kind: 'sizes-of-kinds';
      readonly of: readonly { readonly category: string; readonly sizes: readonly string[] }[];
    }
  /**
   * What costs or weighs less than each. `fitting`: and is all that was told; `beside`: and is not all of that; `none`: nothing of its
   * kind does; `only`: there is no other of its kind; `unknown`: its page gives no weight.
   */
  | {
      readonly kind: 'less-than';
      readonly by: Less;
      readonly of: readonly {
        readonly product: Product;
        readonly less: readonly Product[];
        readonly how: 'fitting' | 'beside' | 'none' | 'only' | 'unknown';
      }[];
      /** They were bought, and their orders are what is spoken of. */
      readonly areBought?: true;
    }
  /** Those of a list from the least on; `beyond`: others of their kind that are less still; `alike`: they are of one kind. */
  | {
      readonly kind: 'least-of';
      readonly by: Less;
      readonly of: readonly Product[];
      readonly beyond: readonly Product[];
      readonly alike: boolean;
    }
  /** How those of a list differ: by what their pages list; of things of several kinds by what each page begins with. */
  | {
      readonly kind: 'apart';
      readonly of: readonly { readonly product: Product; readonly details: readonly Detail[]; readonly text: string }[];
      readonly alike: boolean;
    }
  /** There is no other of its kind: in what it comes. */
  | {
      readonly kind: 'only-of-kind';
      readonly product: Product;
      readonly colours: readonly string[];
      readonly sizes: readonly string[];
      /** It is the one to take, with what its page lists for it. */
      readonly takes?: readonly Detail[];
    }
  /** Of the shopper's orders those that were not told of yet; `can`: that can still go back, or be called off. */
  | { readonly kind: 'more-orders'; readonly orders: readonly Order[]; readonly can?: 'start-return' | 'cancel-order' }
  /** What it is to be told from is asked. */
  | { readonly kind: 'compare-with'; readonly product: Product }
  | { readonly kind: 'pick'; readonly pick: Strengths; readonly others: readonly Strengths[] }
  /** They are for different things: none is picked without knowing for what. */
  | { readonly kind: 'pick-open'; readonly of: readonly Product[]; readonly least: Product }
  /** What their pages list for each and against it. `days`: it can go back so long; null: no page of the shop tells. */
  | {
      readonly kind: 'how-good';
      readonly of: readonly {
        readonly product: Product;
        readonly features: readonly string[];
        readonly good: readonly Detail[];
        readonly limits: readonly Detail[];
      }[];
      readonly days: number;
    };
