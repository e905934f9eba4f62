/** Every kind of short answer about one's own orders and the cart, as data. */
import { goods, now, orderOf } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { OrderStand } from '../order-parts.ts';
import type { Parts } from './deal-parts.test-helper.ts';

const stands: readonly OrderStand[] = [
  { is: 'open', order: orderOf({ status: 'placed' }), refund: orderOf().total },
  { is: 'open', order: orderOf({ status: 'packed' }), refund: orderOf().total },
  { is: 'coming', order: orderOf({ status: 'shipped' }) },
  { is: 'returnable', order: orderOf(), until: now, refund: orderOf().total },
  { is: 'over', order: orderOf(), reason: 'too-late' },
  { is: 'over', order: orderOf({ status: 'cancelled' }), reason: 'cancelled' },
];
const { name } = goods.mug;

/** Their part of `every`. */
export const ofStands = {
  'orders-stand': () =>
    (['return', 'refund', 'where', 'address', 'exchange'] as const).flatMap(asked => [
      { kind: 'orders-stand' as const, asked, stands, days: 30 },
      ...stands.map(stand => ({ kind: 'orders-stand' as const, asked, stands: [stand], days: 30 })),
    ]),
  'bought-before': () => [
    { kind: 'bought-before', things: [{ name, orders: [] }] },
    { kind: 'bought-before', things: [{ name, orders: [orderOf()] }] },
    {
      kind: 'bought-before',
      things: [
        { name, orders: [] },
        { name, orders: [orderOf()], other: goods.bag.name },
      ],
    },
    { kind: 'bought-before', things: [{ name, orders: [] }], of: 'WY-1' },
    {
      kind: 'bought-before',
      things: [
        { name, orders: [orderOf()] },
        { name: goods.bag.name, orders: [] },
      ],
      of: 'WY-1',
    },
  ],
  'opened-rule': language => [
    { kind: 'opened-rule', rule: language === 'zh' ? '拆封的茶不能退。' : "Opened tea can't come back." },
  ],
  'return-if': () => [{ kind: 'return-if', days: 30 }],
  'cancel-needs': () => [{ kind: 'cancel-needs' }],
  'not-ordered-yet': () =>
    (['where', 'address'] as const).map(about => ({
      kind: 'not-ordered-yet' as const,
      products: [goods.mug, goods.bag],
      about,
    })),
  'still-in-cart': () => [
    { kind: 'still-in-cart', products: [goods.mug] },
    { kind: 'still-in-cart', products: [goods.mug, goods.bag] },
  ],
  'cart-refund': () => [
    {
      kind: 'cart-refund',
      things: [{ product: goods.mug, quantity: 2, paid: yuan(80) }],
      shipping: yuan(12),
      total: yuan(92),
    },
    {
      kind: 'cart-refund',
      things: [
        { product: goods.mug, quantity: 1, paid: yuan(80) },
        { product: goods.bag, quantity: 1, paid: yuan(200) },
      ],
      shipping: yuan(0),
      total: yuan(280),
    },
  ],
  'price-back': () => [{ kind: 'price-back', product: goods.mug }],
  'one-size': () => [{ kind: 'one-size', product: goods.mug }],
} satisfies Partial<Parts>;
