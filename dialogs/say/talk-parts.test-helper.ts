/** Every kind of answer about what was told before, as data. */
import { asId, type OfferId } from '../../knowledge/domain/ids.ts';
import { article, goods, offerOf, orderOf } from '../dialogs.test-helper.ts';
import type { FlowAsks, Matter } from '../matter.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { Parts } from './deal-parts.test-helper.ts';

const wishes = [
  { slot: 'feature', value: 'waterproof' },
  { slot: 'category', value: 'shoes' },
] as const;
const cart = { count: 2, total: yuan(167) };
const listed: Extract<Matter, { about: 'goods' }> = {
  about: 'goods',
  found: [goods.road, goods.bag],
  least: goods.road.price,
  most: goods.bag.price,
  how: 'asked',
  wishes,
};
const single = { ...listed, found: [goods.road], most: goods.road.price };
const product: Extract<Matter, { about: 'product' }> = {
  about: 'product',
  product: goods.road,
  sizes: ['41', '42'],
  wishes,
  others: [goods.bag],
};
const lacks = {
  about: 'lacks',
  product: goods.road,
  lacks: { slot: 'colour', value: 'purple' },
  instead: ['red', 'blue'],
} as const;
const compared = { about: 'compared', products: [goods.road, goods.bag] } as const;
const inCart = { about: 'cart', ...cart, product: goods.road, size: '42' } as const;
const code = {
  about: 'code',
  code: 'WILD20',
  name: { en: 'Code', zh: '优惠码' },
  saves: yuan(20),
  total: yuan(147),
} as const;
const offers = (['offered', 'applied', 'declined'] as const).map(is => ({
  about: 'offer' as const,
  offer: offerOf(),
  is,
  before: yuan(329),
}));
const trouble = [{ about: 'trouble' }, { about: 'trouble', order: orderOf() }] as const;
const flows = (
  ['number', 'email', 'which-order', 'lines', 'reason', 'return', 'cancel'] as const satisfies FlowAsks[]
).map(asks => ({
  about: 'flow' as const,
  flow: asks === 'cancel' ? ('cancel-order' as const) : ('return' as const),
  asks,
  numbers: ['WY-1', 'WY-2'],
  ...(asks === 'return' || asks === 'cancel' ? { refund: yuan(99) } : {}),
}));

const matters: readonly Matter[] = [
  ...(['nothing', 'unknown', 'unclear', 'else'] as const).map(about => ({ about }) as Matter),
  ...(['asked', 'near', 'picked', 'popular', 'newest'] as const).flatMap(how => [
    { ...listed, how },
    { ...single, how },
  ]),
  product,
  { ...product, wishes: [], sizes: [], others: [] },
  lacks,
  { ...lacks, instead: [] },
  compared,
  inCart,
  { about: 'cart', ...cart },
  { about: 'cart', ...cart, count: 1 },
  ...offers,
  code,
  { about: 'deals', none: true, cart },
  { about: 'deals', none: false },
  ...(['placed', 'packed', 'shipped', 'delivered', 'cancelled', 'returned'] as const).map(status => ({
    about: 'order' as const,
    order: { ...orderOf(), status },
    days: 30,
  })),
  ...flows,
  { about: 'again', number: 'WY-1', products: [goods.road, goods.bag], total: yuan(99) },
  { about: 'again', number: 'WY-1', products: [goods.road], total: yuan(99) },
  { about: 'page', article },
  { about: 'page', article, more: 'X' },
  ...trouble,
  { about: 'unsold', what: 'surfboards' },
  { about: 'asked', asked: { what: 'deal-off', offer: asId<OfferId>('o-1') } },
];

/** Their part of `every`. */
export const ofTalk = {
  'why-told': () => matters.map(of => ({ kind: 'why-told', of })),
  'told-plainly': () => matters.map(of => ({ kind: 'told-plainly', of })),
  'told-next': () => matters.map(of => ({ kind: 'told-next', of })),
  misread: () => matters.map(of => ({ kind: 'misread', of })),
  'no-hurry': () => matters.map(of => ({ kind: 'no-hurry', of })),
  'none-of-these': () => [listed, single, product, lacks, compared].map(of => ({ kind: 'none-of-these', of })),
  'which-to-take': () => [listed, compared].map(of => ({ kind: 'which-to-take', of })),
  'ask-to-add': () => [
    { kind: 'ask-to-add', product: goods.road, sizes: ['41', '42'] },
    { kind: 'ask-to-add', product: goods.bag, sizes: [] },
  ],
  'ask-to-take-out': () => [
    { kind: 'ask-to-take-out', product: goods.road, size: '42' },
    { kind: 'ask-to-take-out', product: goods.bag },
  ],
  'ask-deal-off': () => [
    { kind: 'ask-deal-off', saves: yuan(20), total: yuan(309), offer: offerOf() },
    { kind: 'ask-deal-off', saves: yuan(20), total: yuan(309), code: 'WILD20' },
  ],
  'let-be': () =>
    [inCart, { about: 'cart' as const, ...cart }, code, ...offers, ...trouble].map(of => ({ kind: 'let-be', of })),
  'cart-kept': () => [
    { kind: 'cart-kept', cart, bye: true },
    { kind: 'cart-kept', cart: { ...cart, count: 1 }, bye: false, offer: offerOf() },
  ],
  'fresh-start': () => [
    { kind: 'fresh-start', forgotten: wishes, cart },
    { kind: 'fresh-start', forgotten: [] },
  ],
  'flow-left': () =>
    (['hesitates', 'bye'] as const).flatMap(how => [
      { kind: 'flow-left' as const, how, flow: 'cancel-order' as const, order: orderOf(), refund: yuan(99) },
      { kind: 'flow-left' as const, how, flow: 'cancel-order' as const },
      { kind: 'flow-left' as const, how, flow: 'return' as const, order: orderOf(), refund: yuan(99) },
      { kind: 'flow-left' as const, how, flow: 'return' as const },
      { kind: 'flow-left' as const, how, flow: 'guest-order' as const },
    ]),
} satisfies Partial<Parts>;
