/** One order as a card, and what would be given back of it. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import { isWithinReturnWindow, lineName, type Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { cancelPreview } from '../offers/ledger/cancel.ts';
import type { ReplyPart } from '../reply.ts';
import { type CardContext, picturePath } from './card-context.ts';
import type { Card, CardButton, OrderCard } from './cards.ts';
import { formatDay } from './words.ts';

const progressOf = { placed: 0, packed: 1, shipped: 2, delivered: 3, cancelled: -1, returned: -1 } as const;

/** `read`: the question beside it is about this order, and answered by the chips below. */
export const orderCard = (order: Order, context: CardContext, use: 'act' | 'choose' | 'read'): OrderCard => ({
  type: 'order',
  number: order.number,
  status: order.status,
  statusText: context.labels.statuses[order.status],
  placedAt: formatDay(order.placedAt, context.language),
  total: formatMoney(order.total),
  totalMinor: order.total.minor,
  currency: order.currency,
  lines: order.lines.map(line => ({
    name: inLanguage(lineName(line), context.language),
    quantity: line.quantity,
    paid: formatMoney(line.paid),
    picture: picturePath(line.product),
  })),
  progress: progressOf[order.status],
  steps: context.labels.steps,
  ...(order.shipment
    ? {
        shipment: {
          carrier: order.shipment.carrier,
          tracking: order.shipment.tracking,
          expected: formatDay(order.shipment.deliveredAt ?? order.shipment.expectedAt, context.language),
        },
      }
    : {}),
  buttons: buttonsFor(use, order, context),
});

const buttonsFor = (use: 'act' | 'choose' | 'read', order: Order, context: CardContext): CardButton[] => {
  if (use === 'act') return actionsOn(order, context);
  return use === 'choose' ? [{ label: order.number, value: { tap: 'order', order: order.number }, primary: true }] : [];
};

/** What can be done with it now: sent back, or cancelled while it has not left. */
const actionsOn = (order: Order, { labels, shop, now }: CardContext): CardButton[] => {
  if (isWithinReturnWindow(order, shop.returnDays, now))
    return [{ label: labels.startReturn, value: { tap: 'return-order', order: order.number } }];
  return cancelPreview(order)
    ? [{ label: labels.cancelOrder, value: { tap: 'cancel-order', order: order.number } }]
    : [];
};

type ReturnPreview = Extract<ReplyPart, { kind: 'return-preview' }>;

export const refundCard = (part: ReturnPreview, context: CardContext): Card => ({
  type: 'refund',
  order: part.order.number,
  lines: part.lines.map(line => refundLine(part.order, line, context)),
  refund: formatMoney(part.refund),
  refundMinor: part.refund.minor,
  currency: part.refund.currency,
  notes: refundSentences(part, context),
});

/** The notes; where amounts are known, with them instead of in general. */
const refundSentences = (
  { order, notes, deductions = [] }: ReturnPreview,
  { labels, language }: CardContext,
): string[] => {
  const inGeneral = new Set(['discount-taken-back', 'gift-deducted']);
  const said = deductions.map(({ why, amount, gift }) => {
    const title = order.lines.find(l => l.product === gift)?.title;
    return labels.deduction[why](formatMoney(amount), title ? inLanguage(title, language) : '');
  });
  const general = notes.filter(code => said.length === 0 || !inGeneral.has(code));
  return [...said, ...general.map(code => labels.notes[code])];
};

const refundLine = (order: Order, line: { product: Product['id']; quantity: number }, context: CardContext) => {
  const bought = order.lines.find(l => l.product === line.product);
  return {
    name: bought ? inLanguage(lineName(bought), context.language) : line.product,
    quantity: line.quantity,
    paid: bought ? formatMoney(bought.paid) : '',
  };
};
