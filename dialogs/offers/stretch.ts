/** The cheapest way from a basket to a deal's condition: real products, so that the offer can name them. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { inStock, isSellable, type Product } from '../../knowledge/domain/product.ts';
import { missingOf } from './actions/bundle.ts';
import { type Basket, type BasketLine, inScope, prepareBasket, type Unlock } from './basket.ts';
import { judge, type Verdict } from './evaluate.ts';

/** A deal further away than this many times the basket is not a nudge but another purchase. */
export const stretchLimit = 1.6;

/** Sellable products with a known cost, cheapest first; made once per catalogue, which is replaced whole when it changes. */
const shelves = new WeakMap<ReadonlyMap<ProductId, Product>, readonly Product[]>();
const shelfOf = (catalogue: ReadonlyMap<ProductId, Product>): readonly Product[] => {
  let shelf = shelves.get(catalogue);
  if (!shelf) {
    shelf = [...catalogue.values()]
      .filter(p => isSellable(p) && p.cost !== undefined && p.price.minor > 0)
      .sort((a, b) => a.price.minor - b.price.minor || (a.id < b.id ? -1 : 1));
    shelves.set(catalogue, shelf);
  }
  return shelf;
};

const firstAtLeast = (shelf: readonly Product[], minor: number): number => {
  let low = 0;
  let high = shelf.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shelf[middle] as Product).price.minor < minor) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The least dear single product, or further units of one, that `unlock` asks for within `roomMinor`; null: none. */
const addition = (
  basket: Basket,
  unlock: Unlock,
  catalogue: ReadonlyMap<ProductId, Product>,
  roomMinor: number,
): BasketLine | null => {
  const held = new Map(basket.lines.map(l => [l.product.id, l.quantity]));
  // What nobody asked for is no deal: an addition is of a kind that is in the basket already.
  const goesWith = new Set(basket.lines.map(l => l.product.category));
  const needMinor = unlock.spendMore?.minor ?? 0;
  const needUnits = Math.max(1, unlock.addQuantity ?? 1);
  let best: BasketLine | null = null;
  let bestMinor = roomMinor + 1;
  const consider = (product: Product): void => {
    if (product.price.minor <= 0 || product.cost === undefined || product.hidden || !inScope(product, unlock.scope)) {
      return;
    }
    if (!goesWith.has(product.category)) return;
    const quantity = Math.max(needUnits, Math.ceil(needMinor / product.price.minor));
    const minor = quantity * product.price.minor;
    if (minor >= bestMinor || !inStock(product, quantity + (held.get(product.id) ?? 0))) return;
    best = { product, quantity };
    bestMinor = minor;
  };
  if (unlock.scope?.products) {
    for (const id of unlock.scope.products) {
      const product = catalogue.get(id);
      if (product && isSellable(product)) consider(product);
    }
    return best;
  }
  for (const line of basket.lines) consider(line.product);
  const shelf = shelfOf(catalogue);
  for (let i = firstAtLeast(shelf, Math.ceil(needMinor / needUnits)); i < shelf.length; i++) {
    const product = shelf[i] as Product;
    if (product.price.minor * needUnits >= bestMinor) break;
    consider(product);
  }
  return best;
};

type StretchInput = Parameters<typeof judge>[1] & { readonly catalogue: ReadonlyMap<ProductId, Product> };

/**
 * The basket with the least added that makes the promotion apply, at most `stretchLimit` times its goods, and the verdict
 * on it; null when there is none. Each step adds what the last refusal asked for; three steps are enough for two conditions
 * and an action.
 */
export const stretchTo = (
  basket: Basket,
  first: Unlock,
  input: StretchInput,
): { readonly basket: Basket; readonly verdict: Extract<Verdict, { kind: 'applies' }> } | null => {
  const limitMinor = Math.floor(basket.goodsMinor * stretchLimit);
  let current = basket;
  let unlock: Unlock | undefined = first;
  for (let step = 0; step < 3 && unlock; step++) {
    const room = limitMinor - current.goodsMinor;
    if ((unlock.spendMore?.minor ?? 0) > room) return null;
    const added = additions(current, unlock, input, room);
    if (added.length === 0) return null;
    const seen = current.shown.map(place => current.lines[place] as BasketLine);
    current = prepareBasket([...seen, ...added], basket.shop);
    if (current.goodsMinor > limitMinor) return null;
    const verdict = judge(current, input);
    if (verdict.kind === 'applies') return { basket: current, verdict };
    unlock = verdict.unlock;
  }
  return null;
};

/** A set lacks certain products, each of them; any other rule is met by whatever is least dear. */
const additions = (basket: Basket, unlock: Unlock, input: StretchInput, roomMinor: number): BasketLine[] => {
  const { action } = input.promotion;
  const ofSet = action.kind === 'bundle' ? missingOf(action, basket) : [];
  // A set nobody has begun is another purchase.
  if (action.kind === 'bundle' && !action.products.some(id => basket.lines.some(l => l.product.id === id))) return [];
  // A condition before the action may ask for something else than the set.
  if (ofSet.length > 0 && unlock.scope?.products?.length === ofSet.length) {
    const lines = ofSet.flatMap(({ product: id, quantity }) => {
      const product = input.catalogue.get(id);
      return product && isSellable(product) && inStock(product, quantity) ? [{ product, quantity }] : [];
    });
    return lines.length === ofSet.length ? lines : [];
  }
  const one = addition(basket, unlock, input.catalogue, roomMinor);
  return one ? [one] : [];
};
