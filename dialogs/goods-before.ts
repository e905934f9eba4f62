/** The goods before the shopper that a short question is asked of, as plain data. */
import type { Product } from '../knowledge/domain/product.ts';
import type { GoodsLying } from './understand/ground/goods-lying.ts';

export interface Kin {
  readonly product: Product;
  /** The same for all forms of its model. */
  readonly model: string;
  /** Its model lies before the shopper as well. */
  readonly isListed: boolean;
  /** It is all that was told for the search under way. */
  readonly meets: boolean;
}

export interface GoodBefore {
  readonly product: Product;
  /** The same model in all its colours and sizes, itself among them. */
  readonly forms: readonly Product[];
  /** Others of its kind that are on sale, in each of their forms. */
  readonly kin: readonly Kin[];
}

export interface GoodsBefore {
  readonly from: GoodsLying['from'];
  readonly goods: readonly GoodBefore[];
  /** The one of them that is looked at. */
  readonly focus?: Product;
}
