/** Every kind of answer about one's own orders, their returns and cancelling, as data. */
import { asId, type ReturnId } from '../../knowledge/domain/ids.ts';
import { orderStatuses } from '../../knowledge/domain/order.ts';
import { goods, now, orderOf } from '../dialogs.test-helper.ts';
import type { ReturnRefusal } from '../flow-parts.ts';
import { refundNotes } from '../offers/ledger/refund.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import { type Parts, rule } from './deal-parts.test-helper.ts';

const lines = [{ product: goods.road.id, quantity: 1 }];

/** Their part of `every`. */
export const ofOrders = {
  orders: () => [
    { kind: 'orders', orders: [orderOf()] },
    { kind: 'orders', orders: [orderOf(), orderOf()], each: true },
    { kind: 'orders', orders: [orderOf()], holding: 'mug' },
    { kind: 'orders', orders: [orderOf(), orderOf()], holding: 'mug' },
    ...(['under-way', 'of-days', 'of-number', 'newer', 'other', 'not-told', 'just-now'] as const).map(
      none => ({ kind: 'orders', orders: [orderOf()], none }) as const,
    ),
  ],
  'claim-of': () => [
    { kind: 'claim-of', order: orderOf() },
    { kind: 'claim-of', order: orderOf(), what: 'mug' },
    { kind: 'claim-of', order: orderOf(), what: 'mug', past: 30 },
  ],
  'claim-which': () => [
    { kind: 'claim-which', orders: [orderOf()] },
    { kind: 'claim-which', orders: [orderOf()], what: 'mug' },
  ],
  'claim-when': () => [
    { kind: 'claim-when', wish: 'money' },
    { kind: 'claim-when', wish: 'another' },
  ],
  'claim-wish': () => [
    { kind: 'claim-wish', wish: 'money', order: orderOf() },
    { kind: 'claim-wish', wish: 'another' },
  ],
  order: () => [
    ...orderStatuses.map(status => ({ kind: 'order' as const, order: orderOf({ status }) })),
    { kind: 'order', order: orderOf(), contents: true },
  ],
  'no-orders': () => [{ kind: 'no-orders' }],
  'return-window': () => [
    { kind: 'return-window', order: orderOf(), until: now },
    { kind: 'return-window', order: orderOf(), until: now, line: orderOf().lines[0]! },
  ],
  'refund-state': () => [
    { kind: 'refund-state', order: orderOf({ status: 'cancelled' }) },
    { kind: 'refund-state', order: orderOf({ status: 'returned' }) },
    ...(['requested', 'received', 'refunded', 'refused'] as const).map(status => ({
      kind: 'refund-state' as const,
      order: orderOf(),
      request: {
        id: asId<ReturnId>('R-1'),
        order: orderOf().id,
        shopper: orderOf().shopper,
        lines: [],
        reason: 'too small',
        refund: orderOf().total,
        status,
        requestedAt: now,
      },
    })),
  ],
  'number-meant': () => [{ kind: 'number-meant', said: 'WY-20417', order: orderOf() }],
  'no-return': () => [{ kind: 'no-return' }, { kind: 'no-return', late: { came: now, days: 3, due: now } }],
  'own-warranty': () =>
    [true, false].map(isOver => ({
      kind: 'own-warranty',
      order: orderOf(),
      line: orderOf().lines[0]!,
      until: new Date('2028-07-06T10:00:00Z'),
      isOver,
    })),
  'own-spend': () =>
    [true, false].map(isRegular => ({
      kind: 'own-spend',
      paid: orderOf().total,
      within: isRegular ? 'this-year' : 'twelve-months',
      isRegular,
      asksRegular: !isRegular,
      ...(isRegular ? {} : { toGo: yuan(1_853) }),
    })),
  'order-not-found': () => [{ kind: 'order-not-found' }, { kind: 'order-not-found', signedIn: true }],
  'ask-order-number': () => [{ kind: 'ask-order-number' }],
  'ask-email': () => [{ kind: 'ask-email', number: 'WY-20418' }],
  'not-in-orders': language =>
    [{}, { listed: true as const }, { number: 'WY-20418' }].map(more => ({
      kind: 'not-in-orders',
      what: language === 'zh' ? '外套' : 'jacket',
      ...more,
    })),
  'ask-which-order': () => [{ kind: 'ask-which-order', orders: [orderOf()] }],
  'ask-which-lines': () => {
    const among = orderOf().lines.map(({ product, quantity }) => ({ product, quantity }));
    return [
      { kind: 'ask-which-lines', order: orderOf() },
      { kind: 'ask-which-lines', order: orderOf(), among },
      { kind: 'ask-which-lines', order: orderOf(), among: among.slice(0, 1) },
    ];
  },
  'ask-reason': () => [{ kind: 'ask-reason', order: orderOf(), lines: [{ product: goods.bag.id, quantity: 1 }] }],
  'return-preview': () => [{ kind: 'return-preview', order: orderOf(), lines, refund: yuan(300), notes: refundNotes }],
  'return-done': () => [
    { kind: 'return-done', id: asId<ReturnId>('R-WY-20418-1'), order: orderOf(), refund: yuan(300) },
  ],
  'number-lost': () => [{ kind: 'number-lost' }, { kind: 'number-lost', what: 'email' }],
  'exchange-by-person': () => {
    const of = { order: orderOf(), line: orderOf().lines[0]! };
    return [
      { kind: 'exchange-by-person' },
      { kind: 'exchange-by-person', size: '36' },
      { kind: 'exchange-by-person', of },
      { kind: 'exchange-by-person', of, size: 'm' },
      { kind: 'exchange-by-person', of, colour: 'black' },
    ];
  },
  'opened-by-person': language => [
    { kind: 'opened-by-person', rule: language === 'zh' ? '拆封的护肤品不能退。' : 'Opened skincare can’t come back.' },
  ],
  'change-too-late': () => [{ kind: 'change-too-late', order: orderOf(), days: 30 }],
  'return-refused': () =>
    (['not-delivered', 'too-late', 'already-returned', 'cancelled'] as const satisfies ReturnRefusal[]).map(reason => ({
      kind: 'return-refused',
      order: orderOf(),
      reason,
      days: 30,
    })),
  'cancel-preview': () => [
    { kind: 'cancel-preview', order: orderOf(), refund: yuan(300), freed: [], kept: [] },
    { kind: 'cancel-preview', order: orderOf(), refund: yuan(300), freed: [rule.name], kept: [rule.name] },
  ],
  'cancel-done': () => [{ kind: 'cancel-done', order: orderOf(), refund: yuan(300) }],
  'cancel-part': () => {
    const line = orderOf().lines[0]!;
    return [
      { kind: 'cancel-part' },
      { kind: 'cancel-part', order: { ...orderOf(), status: 'placed' } },
      { kind: 'cancel-part', order: { ...orderOf(), status: 'placed' }, line },
      { kind: 'cancel-part', order: { ...orderOf(), status: 'packed' } },
      { kind: 'cancel-part', order: { ...orderOf(), status: 'packed' }, line },
    ];
  },
  'cancel-refused': () =>
    (
      [
        'shipped',
        'delivered',
        'past-return',
        'returned',
        'already-cancelled',
        'cancelled-for-good',
        'order-changed',
      ] as const
    ).map(reason => ({
      kind: 'cancel-refused',
      order: orderOf(),
      reason,
    })),
  'sign-in-for-refund': () => [
    { kind: 'sign-in-for-refund' },
    { kind: 'sign-in-for-refund', late: { came: now, days: 3, due: now } },
  ],
} satisfies Partial<Parts>;
