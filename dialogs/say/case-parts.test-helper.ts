/** Every kind of answer about the shopper's own case, as data. */
import { article, orderOf } from '../dialogs.test-helper.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import type { Parts } from './deal-parts.test-helper.ts';

const on = (day: number): Date => new Date(Date.UTC(2026, 11, day));
const delivery = {
  kind: 'delivery-told',
  abroad: false,
  days: { from: 2, to: 4 },
  arrives: { from: on(2), to: on(4) },
  article,
} as const;

/** Their part of `every`. */
export const ofCases = {
  'delivery-told': language => [
    delivery,
    {
      ...delivery,
      place: language === 'zh' ? '成都' : 'Chengdu',
      days: { from: 2, to: 2 },
      arrives: { from: on(2), to: on(2) },
    },
    { ...delivery, place: language === 'zh' ? '伦敦' : 'Leeds', abroad: true, fee: yuan(120), ordered: on(1) },
    ...(['surely', 'perhaps', 'not'] as const).map(comes => ({ ...delivery, by: { day: on(3), comes } })),
    ...[true, false].map(isOver => ({
      ...delivery,
      by: { day: on(20), comes: 'surely' as const },
      orderBy: { day: on(16), hour: 16, isOver },
    })),
  ],
  'own-parts': () => [{ kind: 'own-parts', order: orderOf() }],
  'own-paid': () => [
    { kind: 'own-paid', order: orderOf() },
    { kind: 'own-paid', order: orderOf(), line: orderOf().lines[0]! },
    { kind: 'own-paid', order: orderOf(), said: orderOf().total },
    { kind: 'own-paid', order: orderOf(), said: yuan(1) },
    { kind: 'own-paid', order: orderOf(), line: orderOf().lines[0]!, now: yuan(1) },
    { kind: 'own-paid', order: orderOf(), line: orderOf().lines[0]!, dearest: true },
  ],
  'orders-sum': () => [
    { kind: 'orders-sum', paid: yuan(0), count: 0 },
    { kind: 'orders-sum', paid: yuan(99), count: 1, from: on(1) },
    { kind: 'orders-sum', paid: yuan(990), count: 3, from: on(1), to: on(9) },
  ],
  'own-invoice': () =>
    [true, false].map(isOver => ({ kind: 'own-invoice' as const, order: orderOf(), until: on(9), isOver })),
  'own-address': () => [{ kind: 'own-address', order: orderOf() }],
  'own-unseen': () => [{ kind: 'own-unseen' }],
  'others-order': () => [{ kind: 'others-order' }],
  'to-others': () => [{ kind: 'to-others' }],
  'own-refund': () => [
    { kind: 'own-refund', order: orderOf(), refund: orderOf().total },
    { kind: 'own-refund', order: orderOf(), line: orderOf().lines[0]!, refund: yuan(99) },
  ],
} satisfies Partial<Parts>;
