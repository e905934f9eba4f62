import type { ProductId } from './ids.ts';
import type { Localized } from './language.ts';
import type { Money } from './money.ts';

/** What a product is drawn as when it has no photograph: a kind ("shoe", "mug") and its colour, as in CSS. */
export interface Picture {
  readonly kind: string;
  readonly colour: string;
  readonly accent?: string;
}

/** One fact of its page as shops list them under "Specifications": "Weight", "310 g". */
export interface Detail {
  readonly name: Localized;
  readonly value: Localized;
}

export interface Product {
  readonly id: ProductId;
  readonly name: Localized;
  readonly description: Localized;
  /** Lower-case key such as "running-shoes"; its display name lives in the shop's `categories`. */
  readonly category: string;
  readonly brand?: string;
  /** Lower-case English keys and values: colour, material, size, feature ("waterproof"), occasion, recipient. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** In the order of the page. Told and searched as they are written; measures and ages are read out of them. */
  readonly details?: readonly Detail[];
  readonly price: Money;
  /** What it costs the shop; without it no margin is known and no discount is given. */
  readonly cost?: Money;
  /** Units on hand; null: the shop does not count this one. */
  readonly stock: number | null;
  readonly hidden: boolean;
  readonly picture?: Picture;
  /** Path of its page on the shop, for links. */
  readonly url?: string;
  readonly addedAt: Date;
}

export const inStock = (product: Product, quantity = 1): boolean => product.stock === null || product.stock >= quantity;
export const isSellable = (product: Product): boolean => !product.hidden && inStock(product);
