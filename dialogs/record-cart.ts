/**
 * What a conversation puts into the shopper's cart and takes out of it. The turn is written with the change, in one write:
 * a turn that is repeated, wherever it broke off, counts once and hears the same; and so are the lines as they were before.
 */
import { asId, type CartId, type ProductId, type ShopperId } from '../knowledge/domain/ids.ts';
import { type Cart, type CartLine, sizesTogether } from '../knowledge/domain/order.ts';
import type { Product } from '../knowledge/domain/product.ts';
import { linesBefore } from './cart-before.ts';
import { readCart } from './offers/ledger/redeem.ts';
import type { ReplyClaim, ReplyPart } from './reply.ts';
import { abroadOf } from './sent-abroad.ts';
import type { DialogServices } from './services.ts';
import type { Turn } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

/** One cart per shopper, by name, so that two devices and the chat change the same one. */
export const cartIdOf = (shopper: ShopperId): CartId => asId<CartId>(`cart:${shopper}`);

type Claim<K extends ReplyClaim['kind']> = Extract<ReplyClaim, { kind: K }>;

export const addOne = async (
  wanted: Claim<'add-to-cart'>,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const known = facts.focus?.id === wanted.product ? facts.focus : undefined;
  const product = known ?? (await services.stores.products.many([wanted.product]))[0];
  if (!product) return [{ kind: 'which-product' }];
  if (product.price.currency !== facts.shop.currency) return [{ kind: 'offer-refused', reason: 'currency-mismatch' }];
  const cart = await services.stores.carts.ensure(cartIdOf(turn.shopper), turn.shopper, turn.at);
  const short = isDone(cart, turn) ? undefined : shortOf(product, unitsIn(cart, product.id) + wanted.quantity);
  if (short) return [short];
  const changed = await changeLines(cart, adding([lineOf(wanted)]), turn, facts, services);
  if (!changed) return [{ kind: 'offer-refused', reason: 'cart-changed' }];
  const inCart = unitsIn(changed, product.id);
  // Of several sizes all that are there are told with their number.
  const size = inCart > wanted.quantity ? sizeIn(changed, product.id) : wanted.size;
  return [
    {
      kind: 'added-to-cart',
      product,
      ...(wanted.quantity > 1 ? { quantity: wanted.quantity } : {}),
      ...(size === undefined ? {} : { size }),
      ...(inCart > wanted.quantity ? { inCart } : {}),
    },
  ];
};

const lineOf = ({ product, quantity, size }: Claim<'add-to-cart'>): CartLine => ({
  product,
  quantity,
  ...(size === undefined ? {} : { size }),
});

const unitsIn = ({ lines }: Cart, product: ProductId): number => lines.find(l => l.product === product)?.quantity ?? 0;

const sizeIn = ({ lines }: Cart, product: ProductId): string | undefined =>
  lines.find(l => l.product === product)?.size;

/** This very turn changed it already, and is repeated. */
const isDone = ({ turns = [] }: Cart, turn: Turn): boolean => turns.includes(turn.id);
/** Turns a cart remembers: a turn is repeated at once or never. */
const mostTurns = 8;

/** Why so many can't be had; undefined: they can. */
const shortOf = (product: Product, wanted: number): ReplyPart | undefined => {
  if (product.hidden || product.stock === 0) return { kind: 'out-of-stock', product };
  if (product.stock === null || product.stock >= wanted) return undefined;
  return { kind: 'too-few-left', product, left: product.stock };
};

/** So many of a line, whatever was there: said twice it is the same. With the total that it comes to. */
export const setQuantity = async (
  wanted: Claim<'set-quantity'>,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const { stores } = services;
  const id = cartIdOf(turn.shopper);
  const [cart, [product]] = await Promise.all([stores.carts.get(id), stores.products.many([wanted.product])]);
  if (!product || !cart) return [{ kind: 'cart-empty' }];
  const short = shortOf(product, wanted.quantity);
  if (short) return [short];
  const change = (lines: readonly CartLine[]): CartLine[] =>
    lines.map(line => (line.product === wanted.product ? { ...line, quantity: wanted.quantity } : line));
  const after = await changeLines(cart, change, turn, facts, services, false);
  // Another device may have taken the line out meanwhile.
  if (!after || unitsIn(after, product.id) !== wanted.quantity)
    return [{ kind: 'offer-refused', reason: 'cart-changed' }];
  const total = await totalNow(turn, facts, services);
  return [{ kind: 'quantity-changed', product, quantity: wanted.quantity }, ...(total ? [total] : [])];
};

/** What is in the cart, in another size than it was put in. */
export const setSize = async (
  wanted: Claim<'set-size'>,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const { stores } = services;
  const id = cartIdOf(turn.shopper);
  const [cart, [product]] = await Promise.all([stores.carts.get(id), stores.products.many([wanted.product])]);
  if (!product || !cart || unitsIn(cart, product.id) === 0) return [{ kind: 'cart-empty' }];
  const change = (lines: readonly CartLine[]): CartLine[] =>
    lines.map(line => (line.product === wanted.product ? { ...line, size: wanted.size } : line));
  const after = await changeLines(cart, change, turn, facts, services, false);
  const quantity = after ? unitsIn(after, product.id) : 0;
  if (quantity === 0) return [{ kind: 'offer-refused', reason: 'cart-changed' }];
  return [{ kind: 'added-to-cart', product, size: wanted.size, ...(quantity > 1 ? { quantity } : {}) }];
};

/** Each as it was told to be, or nothing of it where there is too little of one; with the total that it comes to. */
export const changeCart = async (
  { lines: wanted }: Claim<'change-lines'>,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const { stores } = services;
  const [cart, products] = await Promise.all([
    stores.carts.get(cartIdOf(turn.shopper)),
    stores.products.many(wanted.map(line => line.product)),
  ]);
  if (!cart) return [{ kind: 'cart-empty' }];
  const before = isDone(cart, turn) ? (facts.cart ?? cart) : cart;
  const changed: ReplyPart[] = [];
  const out: Product[] = [];
  for (const line of wanted) {
    const product = products.find(p => p.id === line.product);
    if (!product) return [{ kind: 'which-product' }];
    const there = before.lines.find(one => one.product === line.product);
    if (line.quantity > (there?.quantity ?? 0)) {
      const short = shortOf(product, line.quantity);
      if (short) return [short];
    }
    const { quantity, size } = line;
    if (quantity === 0) out.push(product);
    else if (!there || (size !== undefined && size !== there.size))
      changed.push({
        kind: 'added-to-cart',
        product,
        ...(quantity > 1 ? { quantity } : {}),
        ...(size === undefined ? {} : { size }),
      });
    else changed.push({ kind: 'quantity-changed', product, quantity });
  }
  const change = (lines: readonly CartLine[]): CartLine[] => {
    const kept = lines.flatMap(line => {
      const told = wanted.find(one => one.product === line.product);
      return told ? (told.quantity > 0 ? [{ ...line, ...told }] : []) : [line];
    });
    const added = wanted.filter(one => one.quantity > 0 && !lines.some(line => line.product === one.product));
    return [...kept, ...added];
  };
  if (!(await changeLines(cart, change, turn, facts, services, false)))
    return [{ kind: 'offer-refused', reason: 'cart-changed' }];
  return [
    ...changed,
    ...(out.length > 0 ? [{ kind: 'removed-from-cart' as const, products: out }] : []),
    (await totalNow(turn, facts, services)) ?? { kind: 'cart-empty' },
  ];
};

/** What is to pay now; undefined: the cart is empty. */
const totalNow = async (turn: Turn, facts: TurnFacts, { stores }: DialogServices): Promise<ReplyPart | undefined> => {
  const id = cartIdOf(turn.shopper);
  const state = await readCart({ stores, shopper: turn.shopper, cart: id, shop: facts.shop, now: turn.at });
  return state && state.cart.lines.length > 0
    ? { kind: 'new-total', total: state.priced.total, ...abroadOf(state.priced, facts.sendsTo) }
    : undefined;
};

/** With the total that is left, as it would be paid now. */
export const takeOut = async (
  wanted: Claim<'remove-from-cart'>,
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const { stores } = services;
  const id = cartIdOf(turn.shopper);
  const out = new Set(wanted.products);
  const cart = await stores.carts.get(id);
  const less = (lines: readonly CartLine[]): CartLine[] =>
    lines.flatMap(line => {
      if (!out.has(line.product)) return [line];
      const left = wanted.quantity === undefined ? 0 : line.quantity - wanted.quantity;
      return left > 0 ? [{ ...line, quantity: left }] : [];
    });
  if (cart && !(await changeLines(cart, less, turn, facts, services)))
    return [{ kind: 'offer-refused', reason: 'cart-changed' }];
  const products = facts.cartProducts.filter(p => out.has(p.id));
  return [
    { kind: 'removed-from-cart', products, ...(wanted.quantity === undefined ? {} : { quantity: wanted.quantity }) },
    (await totalNow(turn, facts, services)) ?? { kind: 'cart-empty' },
  ];
};

/** What there is enough of, with the total that it comes to; of the rest it is told how few there are, and none of it goes in. */
export const addTogether = async (
  lines: Extract<ReplyClaim, { kind: 'add-together' }>['lines'],
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
): Promise<ReplyPart[]> => {
  const { stores } = services;
  const id = cartIdOf(turn.shopper);
  const [cart, products] = await Promise.all([
    stores.carts.ensure(id, turn.shopper, turn.at),
    stores.products.many(lines.map(l => l.product)),
  ]);
  const added: ReplyPart[] = [];
  const fits: CartLine[] = [];
  const tooFew: ReplyPart[] = [];
  for (const line of lines) {
    const product = products.find(p => p.id === line.product);
    if (!product) return [{ kind: 'which-product' }];
    const already = unitsIn(cart, line.product);
    // Of a turn that is repeated it is in, unless it was left out.
    const isIn = isDone(cart, turn) && already >= line.quantity;
    const short = isIn ? undefined : shortOf(product, already + line.quantity);
    if (short) {
      tooFew.push(short);
      continue;
    }
    fits.push(line);
    added.push({
      kind: 'added-to-cart',
      product,
      ...(line.quantity > 1 ? { quantity: line.quantity } : {}),
      ...(line.size === undefined ? {} : { size: line.size }),
    });
  }
  if (fits.length === 0) return tooFew;
  if (!(await changeLines(cart, adding(fits), turn, facts, services)))
    return [{ kind: 'offer-refused', reason: 'cart-changed' }];
  const total = await totalNow(turn, facts, services);
  const leftOut = tooFew.map(part => (part.kind === 'too-few-left' ? { ...part, beside: true as const } : part));
  return [...leftOut, ...added, ...(total ? [total] : [])];
};

const adding =
  (added: readonly CartLine[]) =>
  (lines: readonly CartLine[]): readonly CartLine[] =>
    added.reduce<readonly CartLine[]>((now, { product, quantity, size: wanted }) => {
      const there = now.find(line => line.product === product);
      const size = sizesTogether(there?.size, wanted);
      const line = { product, quantity: (there?.quantity ?? 0) + quantity, ...(size === undefined ? {} : { size }) };
      return [...now.filter(one => one.product !== product), line];
    }, lines);

/** The cart as it is then, giving way to other devices; null after losing several times. */
const changeLines = async (
  cart: Cart,
  change: (lines: readonly CartLine[]) => readonly CartLine[],
  turn: Turn,
  { memory }: Pick<TurnFacts, 'memory'>,
  services: DialogServices,
  // What is set is the same however often it is set.
  once = true,
): Promise<Cart | null> => {
  let current: Cart | null = cart;
  for (let round = 0; round < 4 && current; round++) {
    if (once && isDone(current, turn)) return current;
    const { id, version, offer, turns = [] } = current;
    const lines = change(current.lines);
    const next = {
      lines,
      turns: [...turns, turn.id].slice(-mostTurns),
      was: linesBefore(current, lines, turn, memory.turns),
      ...(offer ? { offer } : {}),
    };
    const changed = await services.stores.carts.change(id, version, next, turn.at);
    if (changed) return changed;
    current = await services.stores.carts.get(id);
  }
  return null;
};
