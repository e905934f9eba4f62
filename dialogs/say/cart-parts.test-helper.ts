/** Every kind of answer about the cart on what lies before the shopper, as data. */
import type { CartPart } from '../cart-parts.ts';
import { goods, orderOf } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { Parts } from './deal-parts.test-helper.ts';

/** Their part of `every`. */
export const ofCarts = {
  'in-cart-already': () => [
    { kind: 'in-cart-already', product: goods.bag, quantity: 1, total: yuan(80) },
    { kind: 'in-cart-already', product: goods.bag, quantity: 2, size: '42', total: yuan(80) },
  ],
  'only-one': () =>
    [true, false].flatMap(inCart =>
      [true, false].map(taken => ({ kind: 'only-one' as const, product: goods.bag, inCart, taken })),
    ),
  'put-in-first': () => [
    { kind: 'put-in-first', product: goods.bag },
    { kind: 'put-in-first', product: goods.bag, sizes: ['41', '42'] },
  ],
  'which-of-these': () => {
    const products = Object.values(goods).slice(0, 3);
    return [
      { kind: 'which-of-these', products },
      { kind: 'which-of-these', products, inColour: true },
      { kind: 'which-of-these', products, stays: goods.bag },
    ];
  },
  'order-as-it-is': () => [{ kind: 'order-as-it-is', order: orderOf(), refund: yuan(80) }],
} satisfies Pick<Parts, CartPart['kind']>;
