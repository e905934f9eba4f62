/** Which of a shopper's orders are meant by the days that are spoken of. */
import type { Order } from '../knowledge/domain/order.ts';
import type { Turn, Understanding } from './turn.ts';
import { speaksOfComing, speaksOfPlacing } from './understand/orders/orders-asked.ts';
import type { DaysSaid } from './understand/text/dates-said.ts';

const isOn = (time: Date | undefined, days: DaysSaid): boolean => {
  const day = time?.toISOString().slice(0, 10);
  return day !== undefined && (days.from ?? day) <= day && day <= (days.to ?? day);
};

/** So many are read, the latest ones. */
export const mostOrdersRead = 60;
/** Of several orders the latest so many are shown. */
export const mostOrders = 3;
/** Where all of them are gone through. */
export const mostListed = 8;

/**
 * Those placed on the days ("the one from last week"), or else those that come on them; where their coming is spoken of
 * ("does it come tomorrow?"), only those.
 */
export const ordersOn = (
  days: DaysSaid | undefined,
  orders: readonly Order[],
  text: Turn['text'],
): readonly Order[] => {
  if (!days) return [];
  const placed = speaksOfComing(text) ? [] : orders.filter(order => isOn(order.placedAt, days));
  return placed.length > 0
    ? placed
    : orders.filter(({ shipment }) => isOn(shipment?.deliveredAt ?? shipment?.expectedAt, days));
};

/** An order is spoken of by when it was placed, and on those days none was. */
export const noneWasPlaced = (
  { text, at }: Pick<Turn, 'text' | 'at'>,
  { entities: { when } }: Pick<Understanding, 'entities'>,
  orders: readonly Order[],
): boolean =>
  when?.from !== undefined &&
  when.from <= at.toISOString().slice(0, 10) &&
  speaksOfPlacing(text) &&
  ordersOn(when, orders, text).length === 0;
