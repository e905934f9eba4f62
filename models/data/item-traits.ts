/** What is known of products beside who bought them: what content models, side features and cold products live on. */
import type { IdIndex, SparseRows } from './interactions.ts';

export interface ItemTraits {
  /** The same rows as the interactions' products. */
  readonly products: IdIndex;
  /** Category, brand and the like: per product the number of its value in `values`, -1 where it has none. */
  readonly labels: Readonly<Record<string, { readonly values: readonly string[]; readonly of: Int32Array }>>;
  /** Price and the like, one value a product as it is, NaN where it is not known. */
  readonly numbers: Readonly<Record<string, Float32Array>>;
  /** Words of title, description and tags, row = product, column = word, value = how often. */
  readonly words: SparseRows;
  readonly vocabulary: readonly string[];
}
