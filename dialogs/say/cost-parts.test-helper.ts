/** Every kind of answer to a short question of money, as data. */
import { goods, orderOf } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { Parts } from './deal-parts.test-helper.ts';

const on = (day: number): Date => new Date(Date.UTC(2026, 11, day));
const [shoe, ...others] = Object.values(goods);
const shipment = {
  carrier: 'Swiftsail',
  tracking: 'SS1',
  shippedAt: on(1),
  expectedAt: on(3),
};
const asks = ['cost', 'included'] as const;

/** Their part of `every`. */
export const ofCosts = {
  'delivery-of': language =>
    asks.flatMap(ask =>
      (['cart', 'one', 'these'] as const).flatMap(of =>
        [yuan(0), yuan(12)].flatMap(shipping => {
          const told = {
            kind: 'delivery-of' as const,
            asks: ask,
            of,
            name: shoe!.name,
            shipping,
            total: yuan(91),
            freeFrom: yuan(199),
          };
          const place = language === 'zh' ? '德国' : 'Germany';
          return [
            told,
            { ...told, freeFrom: null },
            { ...told, abroad: { goods: yuan(79), place, fee: yuan(120), total: yuan(199) } },
            { ...told, abroad: { goods: yuan(79) } },
          ];
        }),
      ),
    ),
  'delivery-each': language =>
    asks.flatMap(ask =>
      [[], [shoe!], [shoe!, ...others]].flatMap(free => {
        const told = {
          kind: 'delivery-each' as const,
          asks: ask,
          fee: yuan(12),
          freeFrom: yuan(199),
          of: 1 + others.length,
          free,
        };
        return [
          told,
          { ...told, of: 0, free: [] },
          { ...told, to: { place: language === 'zh' ? '德国' : 'Germany', fee: yuan(120) } },
        ];
      }),
    ),
  'all-would-cost': () => [
    { kind: 'all-would-cost', count: 2, total: yuan(160) },
    { kind: 'all-would-cost', count: 5, total: yuan(160), abroad: { goods: yuan(160) } },
  ],
  'with-offer': () => [{ kind: 'with-offer', saves: yuan(20), total: yuan(309) }],
  'cart-with': () => [
    { kind: 'cart-with', product: shoe!, total: yuan(168) },
    { kind: 'cart-with', product: shoe!, total: yuan(168), abroad: { goods: yuan(168) } },
  ],
  'orders-cost': () =>
    (['total', ...asks] as const).flatMap(ask => [
      { kind: 'orders-cost' as const, asks: ask, orders: [orderOf()], total: orderOf().total },
      { kind: 'orders-cost' as const, asks: ask, orders: [orderOf(), orderOf()], total: yuan(999) },
    ]),
  'order-arrival': () => [
    ...(['here', 'late', 'none'] as const).map(is => ({ kind: 'order-arrival' as const, order: orderOf(), is })),
    { kind: 'order-arrival', order: orderOf({ shipment }), is: 'overdue' },
    { kind: 'order-arrival', order: orderOf({ shipment }), is: 'coming' },
    { kind: 'order-arrival', order: orderOf(), is: 'to-leave', arrives: { from: on(3), to: on(5) } },
    ...(['today', 'tomorrow', 'past'] as const).map(leaves => ({
      kind: 'order-arrival' as const,
      order: orderOf(),
      is: 'to-leave' as const,
      arrives: { from: on(3), to: on(5) },
      leaves: { day: on(2), is: leaves },
    })),
    ...(['surely', 'perhaps', 'not'] as const).flatMap(comes => [
      {
        kind: 'order-arrival' as const,
        order: orderOf({ shipment }),
        is: 'coming' as const,
        by: { day: on(4), comes },
      },
      {
        kind: 'order-arrival' as const,
        order: orderOf(),
        is: 'to-leave' as const,
        arrives: { from: on(3), to: on(3) },
        by: { day: on(4), comes },
      },
    ]),
  ],
  'order-wrap': () =>
    (['placed', 'delivered'] as const).map(status => ({ kind: 'order-wrap' as const, order: orderOf({ status }) })),
  'order-to-place': language =>
    (['placed', 'shipped', 'delivered'] as const).map(status => ({
      kind: 'order-to-place' as const,
      order: orderOf({ status }),
      place: language === 'zh' ? '香港' : 'Leeds',
      fee: yuan(120),
      days: { from: 8, to: 15 },
    })),
} satisfies Partial<Parts>;
