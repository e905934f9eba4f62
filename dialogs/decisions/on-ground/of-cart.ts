/** What is asked of the cart as if it had been ordered: it lies there, and what would be. */

import type { Product } from '../../../knowledge/domain/product.ts';
import { valuesOf } from '../../../knowledge/retrieval/goods/product-match.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { type Draft, suggest } from '../draft.ts';
import { isWorn } from '../into-cart.ts';
import { pageOf } from './of-orders.ts';

/** The cart is still what is spoken of. */
const stays = { lastIntent: 'view-cart', failures: 0 } as const;

export const cartWhere = ({ cartProducts, delivery }: TurnFacts): Draft => ({
  parts: [
    { kind: 'not-ordered-yet', products: cartProducts, about: 'where' },
    ...(delivery ? [{ kind: 'delivery-told', ...delivery.told } as const] : []),
  ],
  suggestions: suggest('view-cart', 'order-status'),
  memory: stays,
});

export const cartAddress = (facts: TurnFacts): Draft => ({
  parts: [{ kind: 'not-ordered-yet', products: facts.cartProducts, about: 'address' }, ...pageOf(facts).parts],
  suggestions: suggest('view-cart', 'person'),
  memory: stays,
});

/** Undefined: it can't be priced. */
export const cartRefund = (facts: TurnFacts): Draft | undefined => {
  const { cartPriced, cartProducts } = facts;
  if (!cartPriced) return undefined;
  const things = cartPriced.lines.flatMap(({ product: id, gift, quantity, paid }) => {
    const product = gift ? undefined : cartProducts.find(one => one.id === id);
    return product ? [{ product, quantity, paid }] : [];
  });
  if (things.length === 0) return undefined;
  const { shipping, total } = cartPriced;
  return {
    parts: [{ kind: 'cart-refund', things, shipping, total }, ...pageOf(facts).parts],
    suggestions: suggest('view-cart', 'person'),
    memory: stays,
  };
};

/** The one that is spoken of, or went in last. */
export const lastOfCart = ({ cart, cartProducts, memory }: TurnFacts): Product | undefined => {
  const ids = cart?.lines.map(({ product }) => product) ?? [];
  const id = memory.focus !== undefined && ids.includes(memory.focus) ? memory.focus : ids.at(-1);
  return cartProducts.find(product => product.id === id);
};

/** Nothing was bought that could be exchanged: in which size it should be in the cart is asked. */
export const cartSize = (facts: TurnFacts): Draft | undefined => {
  const product = lastOfCart(facts);
  if (!product) return undefined;
  const now = facts.cart?.lines.find(line => line.product === product.id)?.size;
  const draft = sizeOf(product, now);
  const asksSize = draft.parts[0]?.kind === 'which-size';
  return {
    ...draft,
    suggestions: suggest('view-cart'),
    memory: {
      ...draft.memory,
      ...stays,
      ...(asksSize ? { sizeAsked: { product: product.id, at: facts.memory.turns } } : {}),
    },
  };
};

/** In which sizes it comes, or that it comes in one. */
export const sizeOf = (product: Product, now?: string): Draft => {
  const sizes = valuesOf(product, 'size') ?? [];
  return {
    parts: [
      sizes.some(isWorn)
        ? { kind: 'which-size', product, sizes, ...(now === undefined ? {} : { now }) }
        : sizes.length > 1
          ? { kind: 'product-choices', slot: 'size', of: [{ product, values: sizes }], others: [] }
          : { kind: 'one-size', product },
    ],
    memory: { focus: product.id, failures: 0 },
  };
};

export const staysInCart = ({ cartProducts }: TurnFacts): Draft => ({
  parts: [{ kind: 'still-in-cart', products: cartProducts }],
  suggestions: [
    ...(cartProducts.length === 1
      ? [
          {
            kind: 'ask' as const,
            label: { en: 'Take it out', zh: '移出购物车' },
            text: { en: 'Remove it from my cart', zh: '把它从购物车里删掉' },
          },
        ]
      : []),
    ...suggest('view-cart'),
  ],
  memory: stays,
});
