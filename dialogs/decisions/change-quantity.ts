import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import { valuesOf } from '../../knowledge/retrieval/goods/product-match.ts';
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { CartEdits } from '../understand/cart/change-asked.ts';
import { stock } from './about-product.ts';
import { removeFromCart, viewCart } from './cart.ts';
import { linesMeant } from './cart-lines.ts';
import { type Decide, type Draft, say, suggest } from './draft.ts';
import { intoCart } from './into-cart.ts';

const ofSize = (size: string): StatedPreference => ({
  slot: 'size',
  value: size,
  polarity: 'like',
  forWhom: 'self',
  quote: size,
  confidence: 1,
});

/** As it was told to be; where it is so already, what is in it. */
const editCart = (
  { lines, which, noSize, undoes }: CartEdits,
  turn: Turn,
  understanding: Understanding,
  facts: TurnFacts,
): Draft => {
  const products = facts.cartProducts.filter(p => which?.includes(p.id));
  if (products.length > 0)
    return {
      parts: [{ kind: 'which-to-remove', products }],
      memory: { failures: 0 },
      suggestions: suggest('view-cart'),
    };
  const sized = facts.cartProducts.find(p => p.id === noSize);
  if (sized)
    return {
      parts: [
        {
          kind: 'product-choices',
          slot: 'size',
          of: [{ product: sized, values: valuesOf(sized, 'size') ?? [] }],
          others: [],
        },
      ],
      memory: { focus: sized.id, failures: 0 },
      suggestions: suggest('view-cart'),
    };
  if (lines.length === 0) return viewCart(turn, { ...understanding, goesOn: true }, facts);
  const left = lines.findLast(line => line.quantity > 0);
  return {
    parts: [],
    claim: { kind: 'change-lines', lines, ...(undoes ? { undoes } : {}) },
    memory: { failures: 0, ...(left ? { focus: left.product } : {}) },
    suggestions: suggest('view-cart', 'deals'),
  };
};

/** What the cart should hold without it, where that was read of its lines. */
export const takeFromCart: Decide = (turn, { edits, ...understanding }, facts) =>
  edits ? editCart(edits, turn, understanding, facts) : removeFromCart(turn, understanding, facts);

/** So many of one line of the cart, or more or fewer than there are; none left takes it out. */
export const changeQuantity: Decide = (turn, { count, resize, edits, ...understanding }, facts) => {
  const { cart, cartProducts, focus, memory } = facts;
  if (edits) return editCart(edits, turn, understanding, facts);
  // Of so many there was too little: so few of it are taken.
  const isThere = cart?.lines.some(line => line.product === focus?.id);
  if (resize !== undefined && focus)
    return isThere
      ? {
          parts: [],
          claim: { kind: 'set-size', product: focus.id, size: resize },
          memory: { focus: focus.id, failures: 0 },
          suggestions: suggest('view-cart', 'deals'),
        }
      : stock(turn, { ...understanding, asksOf: [ofSize(resize)] }, facts);
  if (
    focus &&
    !isThere &&
    count?.of === 'all' &&
    count.count > 0 &&
    memory.lastIntent === 'add-to-cart' &&
    memory.focus === focus.id
  )
    return intoCart(focus, count.count, understanding, facts);
  if (!cart || cart.lines.length === 0) return say({ kind: 'cart-empty' });
  const [product, ...others] = linesMeant(understanding, facts, turn.text);
  if (product === undefined || others.length > 0 || !count)
    return { parts: [{ kind: 'which-to-change', products: cartProducts }], suggestions: suggest('view-cart') };
  // What is added or taken counts once however often a turn is repeated; so does what is set.
  const claim =
    count.of === 'all' && count.count === 0
      ? ({ kind: 'remove-from-cart', products: [product] } as const)
      : count.of === 'all'
        ? ({ kind: 'set-quantity', product, quantity: count.count } as const)
        : count.count > 0
          ? ({ kind: 'add-to-cart', product, quantity: count.count } as const)
          : ({ kind: 'remove-from-cart', products: [product], quantity: -count.count } as const);
  return {
    parts: [],
    claim,
    memory: { focus: product, failures: 0 },
    suggestions: suggest('view-cart', 'deals'),
  };
};
