/** The shop itself: its settings, goods and pages. */
import type { Article } from '../domain/article.ts';
import type { ArticleId, ProductId } from '../domain/ids.ts';
import type { Product } from '../domain/product.ts';
import type { Shop } from '../domain/shop.ts';

export interface ShopStore {
  get(): Promise<Shop | null>;
  put(shop: Shop): Promise<void>;
  /** A secret made once and kept: the first caller's `make()` wins. */
  secret(name: string, make: () => string): Promise<string>;
}

export interface ProductStore {
  all(): Promise<Product[]>;
  /** Fresh from the database, in the order asked; unknown ids are left out. */
  many(ids: readonly ProductId[]): Promise<Product[]>;
  put(products: readonly Product[]): Promise<void>;
  /**
   * Takes `quantity` from a counted stock in one conditional write that also notes `by` ("<order>#<quantity>", $push to
   * `takes`), so that repeating it takes once; false: not enough left. Uncounted stock: always true, nothing noted.
   */
  take(id: ProductId, quantity: number, by: string): Promise<boolean>;
  /** Undoes the take noted as `by` ($inc and $pull in one write); harmless when there is none. */
  giveBack(id: ProductId, quantity: number, by: string): Promise<void>;
  /** The order stands: drops the note and keeps the stock taken. False: counted, but no such note. */
  settleTake(id: ProductId, by: string): Promise<boolean>;
  /**
   * Notes `by` on a counted stock that was taken and settled before, so that `giveBack` can undo it once. Only the try
   * of cancelling that `by` names may, and only before it cancels; false: there already, or not counted.
   */
  noteTaken(id: ProductId, by: string): Promise<boolean>;
  /** Notes a crash may have left behind, for the sweeper. */
  openTakes(limit: number): Promise<{ readonly product: ProductId; readonly by: string }[]>;
}

export interface ArticleStore {
  all(): Promise<Article[]>;
  get(id: ArticleId): Promise<Article | null>;
  put(articles: readonly Article[]): Promise<void>;
}
