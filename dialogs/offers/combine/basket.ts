import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Currency, Money } from '../../../knowledge/domain/money.ts';
import { inStock, type Product } from '../../../knowledge/domain/product.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';

export interface BasketLine {
  readonly product: Product;
  /** Whole units, at least 1. */
  readonly quantity: number;
}

/** A cart made ready for many rules: one line per product, in an order that adding cannot change. Amounts in minor units. */
export interface Basket {
  /** Sorted by product id, so that no allocation depends on which line was added first. */
  readonly lines: readonly BasketLine[];
  /** For each line as the shopper sees them, its place in `lines`. */
  readonly shown: readonly number[];
  readonly shop: Shop;
  readonly currency: Currency;
  /** Of each line what is still to pay after the deals before; its price when there are none. */
  readonly left: readonly number[];
  /** Goods at price. */
  readonly goodsMinor: number;
  /** What the goods cost the shop; null when the cost of any line is unknown. */
  readonly costMinor: number | null;
  /** False when a product is priced in another currency than the shop's. */
  readonly oneCurrency: boolean;
  readonly inStock: boolean;
}

/** The smallest change to the cart that would bring a deal within reach; every part named is needed. */
export interface Unlock {
  readonly spendMore?: Money;
  readonly addQuantity?: number;
  /** Where the money or the units must come from; absent: anywhere in the shop. */
  readonly scope?: Scope;
}

export const lineMinor = (line: BasketLine): number => line.product.price.minor * line.quantity;

export const inScope = (product: Product, scope: Scope | undefined): boolean =>
  !scope ||
  ((!scope.products || scope.products.includes(product.id)) &&
    (!scope.categories || scope.categories.includes(product.category)) &&
    (!scope.brands || (product.brand !== undefined && scope.brands.includes(product.brand))));

/** What is left to pay of the goods of a scope, minor units: what a deal counts, after those before it. */
export const scopeMinor = (basket: Basket, scope: Scope | undefined): number => {
  const { lines, left } = basket;
  let total = 0;
  for (let i = 0; i < lines.length; i++) {
    if (!scope || inScope((lines[i] as BasketLine).product, scope)) total += left[i] as number;
  }
  return total;
};

/** What is left to pay of `units` of a line, rounded down: a part of it has its part of what was taken off before. */
export const unitsMinor = (basket: Basket, line: number, units: number): number => {
  const { quantity } = basket.lines[line] as BasketLine;
  const left = basket.left[line] as number;
  return units >= quantity ? left : Math.floor((left * units) / quantity);
};

export const scopeQuantity = (lines: readonly BasketLine[], scope: Scope | undefined): number => {
  let units = 0;
  for (const line of lines) if (inScope(line.product, scope)) units += line.quantity;
  return units;
};

/** Baskets are short, and made by the hundred: looking beats a map. */
const placeOf = (lines: readonly BasketLine[], id: ProductId): number => {
  for (let i = 0; i < lines.length; i++) if ((lines[i] as BasketLine).product.id === id) return i;
  return -1;
};

/**
 * Merges lines of the same product and leaves out quantities of zero.
 * Throws RangeError on a quantity that is negative or not whole: the cart that holds it is damaged.
 */
export const prepareBasket = (lines: readonly BasketLine[], shop: Shop): Basket => {
  const merged: BasketLine[] = [];
  for (const { product, quantity } of lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 0) {
      throw new RangeError(`A cart line needs a whole quantity of 0 or more, got ${quantity} of ${product.id}`);
    }
    if (quantity === 0) continue;
    const before = placeOf(merged, product.id);
    if (before < 0) merged.push({ product, quantity });
    else merged[before] = { product, quantity: quantity + (merged[before] as BasketLine).quantity };
  }
  const sorted: BasketLine[] = [];
  for (const line of merged) {
    let at = sorted.length;
    while (at > 0 && line.product.id < (sorted[at - 1] as BasketLine).product.id) at -= 1;
    sorted.splice(at, 0, line);
  }
  let goodsMinor = 0;
  let costMinor: number | null = 0;
  for (const line of sorted) {
    goodsMinor += lineMinor(line);
    const cost: Money | undefined = line.product.cost;
    costMinor = costMinor === null || !cost ? null : costMinor + cost.minor * line.quantity;
  }
  return {
    lines: sorted,
    shown: merged.map(line => sorted.indexOf(line)),
    left: sorted.map(lineMinor),
    shop,
    currency: shop.currency,
    goodsMinor,
    costMinor,
    oneCurrency: sorted.every(l => l.product.price.currency === shop.currency),
    inStock: sorted.every(l => inStock(l.product, l.quantity)),
  };
};
