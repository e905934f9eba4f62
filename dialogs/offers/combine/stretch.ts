/** The cheapest way from a basket to a deal's condition: real products, so that the offer can name them. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { inStock, isSellable, type Product } from '../../../knowledge/domain/product.ts';
import { missingOf } from '../actions/bundle.ts';
import { judge, type Verdict } from '../choose/evaluate.ts';
import { type Basket, type BasketLine, inScope, prepareBasket, type Unlock } from './basket.ts';

/** A deal further away than this many times the basket is not a nudge but another purchase. */
const stretchLimit = 1.6;

type Shelves = ReadonlyMap<string, readonly Product[]>;

/**
 * By category the sellable products with a known cost, cheapest first; made once per catalogue, which is replaced whole when
 * it changes.
 */
const shelvesOfCatalogue = new WeakMap<ReadonlyMap<ProductId, Product>, Shelves>();
const shelvesOf = (catalogue: ReadonlyMap<ProductId, Product>): Shelves => {
  const known = shelvesOfCatalogue.get(catalogue);
  if (known) return known;
  const shelves = new Map<string, Product[]>();
  for (const product of catalogue.values()) {
    if (!isSellable(product) || product.cost === undefined || product.price.minor <= 0) continue;
    const shelf = shelves.get(product.category);
    if (shelf) shelf.push(product);
    else shelves.set(product.category, [product]);
  }
  for (const shelf of shelves.values()) {
    shelf.sort((a, b) => a.price.minor - b.price.minor || (a.id < b.id ? -1 : 1));
  }
  shelvesOfCatalogue.set(catalogue, shelves);
  return shelves;
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

const unitsIn = (basket: Basket, id: ProductId): number => {
  for (const line of basket.lines) if (line.product.id === id) return line.quantity;
  return 0;
};

/** For somebody both are for; what names nobody is for anybody. */
const suitsSame = (a: Product, b: Product): boolean => {
  const [one, other] = [a.attributes.recipient, b.attributes.recipient];
  return !one?.length || !other?.length || one.some(who => other.includes(who));
};

/** What nobody asked for is no deal: an addition is of a kind that is in the basket already, and for the same people. */
const goesWith = (basket: Basket, product: Product): boolean => {
  for (const line of basket.lines) {
    if (line.product.category === product.category && suitsSame(line.product, product)) return true;
  }
  return false;
};

/** Units of the product that meet `unlock`; 0: it can't be added, or not for less than `belowMinor`. */
const unitsFor = (product: Product, basket: Basket, unlock: Unlock, belowMinor: number): number => {
  const price = product.price.minor;
  if (price <= 0 || product.cost === undefined || product.hidden || !inScope(product, unlock.scope)) return 0;
  if (!goesWith(basket, product)) return 0;
  const quantity = Math.max(1, unlock.addQuantity ?? 1, Math.ceil((unlock.spendMore?.minor ?? 0) / price));
  return quantity * price < belowMinor && inStock(product, quantity + unitsIn(basket, product.id)) ? quantity : 0;
};

/** The least dear single product, or further units of one, that `unlock` asks for within `roomMinor`; null: none. */
const addition = (
  basket: Basket,
  unlock: Unlock,
  catalogue: ReadonlyMap<ProductId, Product>,
  roomMinor: number,
): BasketLine | null => {
  const { products, categories } = unlock.scope ?? {};
  let best: BasketLine | null = null;
  let bestMinor = roomMinor + 1;
  if (products) {
    for (const id of products) {
      const product = catalogue.get(id);
      const quantity = product && isSellable(product) ? unitsFor(product, basket, unlock, bestMinor) : 0;
      if (!product || quantity === 0) continue;
      best = { product, quantity };
      bestMinor = quantity * product.price.minor;
    }
    return best;
  }
  for (const { product } of basket.lines) {
    const quantity = unitsFor(product, basket, unlock, bestMinor);
    if (quantity === 0) continue;
    best = { product, quantity };
    bestMinor = quantity * product.price.minor;
  }
  const needUnits = Math.max(1, unlock.addQuantity ?? 1);
  const least = Math.ceil((unlock.spendMore?.minor ?? 0) / needUnits);
  const shelves = shelvesOf(catalogue);
  let fromShelf: ProductId | null = null;
  for (const { product: held } of basket.lines) {
    if (categories && !categories.includes(held.category)) continue;
    const shelf = shelves.get(held.category) ?? [];
    for (let i = firstAtLeast(shelf, least); i < shelf.length; i++) {
      const product = shelf[i] as Product;
      if (product.price.minor * needUnits > bestMinor) break;
      // Of equally dear ones the first by id, whatever shelf it stands on.
      const below = fromShelf !== null && product.id < fromShelf ? bestMinor + 1 : bestMinor;
      const quantity = unitsFor(product, basket, unlock, below);
      if (quantity === 0) continue;
      best = { product, quantity };
      bestMinor = quantity * product.price.minor;
      fromShelf = product.id;
    }
  }
  return best;
};

type StretchInput = Parameters<typeof judge>[1] & { readonly catalogue: ReadonlyMap<ProductId, Product> };

/**
 * The basket with the least added that makes the promotion apply, its goods at most `mostMinor`, and the verdict
 * on it; null when there is none. Each step adds what the last refusal asked for; three steps are enough for two conditions
 * and an action.
 */
export const stretchTo = (
  basket: Basket,
  first: Unlock,
  input: StretchInput,
  mostMinor = Math.floor(basket.goodsMinor * stretchLimit),
): { readonly basket: Basket; readonly verdict: Extract<Verdict, { kind: 'applies' }> } | null => {
  const { action } = input.promotion;
  // A set nobody has begun is another purchase.
  if (action.kind === 'bundle' && !action.products.some(id => unitsIn(basket, id) > 0)) return null;
  let current = basket;
  let unlock: Unlock | undefined = first;
  for (let step = 0; step < 3 && unlock; step++) {
    const room = mostMinor - current.goodsMinor;
    if ((unlock.spendMore?.minor ?? 0) > room) return null;
    const added = additions(current, unlock, input, room);
    if (added.length === 0) return null;
    const seen = current.shown.map(place => current.lines[place] as BasketLine);
    current = prepareBasket([...seen, ...added], basket.shop);
    if (current.goodsMinor > mostMinor) return null;
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
