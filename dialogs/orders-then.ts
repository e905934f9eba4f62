/** Which of a shopper's orders are meant by the days that are spoken of. */
import type { Order } from '../knowledge/domain/order.ts';
import type { Turn, Understanding } from './turn.ts';
import type { DaysSaid } from './understand/dates-said.ts';

const isOn = (time: Date | undefined, days: DaysSaid): boolean => {
  const day = time?.toISOString().slice(0, 10);
  return day !== undefined && (days.from ?? day) <= day && day <= (days.to ?? day);
};

/** Those placed on the days ("the one from last week"), or else those that come on them ("does it come tomorrow?"). */
export const ordersOn = (days: DaysSaid | undefined, orders: readonly Order[]): readonly Order[] => {
  if (!days) return [];
  const placed = orders.filter(order => isOn(order.placedAt, days));
  return placed.length > 0
    ? placed
    : orders.filter(({ shipment }) => isOn(shipment?.deliveredAt ?? shipment?.expectedAt, days));
};

/** Placing it is spoken of, not its coming. */
const placing =
  /\bdid (?:i|we) (?:order|buy|purchase)\b|\b(?:ordered|bought|purchased|placed)\b|\border(?:s|ed)? (?:of|from)\b|\b(?:yesterday|week|month|day)'?s orders?\b|[下买订拍](?:的|了|过)|的(?:订单|那[单个])/iu;

/** An order is spoken of by when it was placed, and on those days none was. */
export const noneWasPlaced = (
  { text, at }: Pick<Turn, 'text' | 'at'>,
  { entities: { when } }: Pick<Understanding, 'entities'>,
  orders: readonly Order[],
): boolean =>
  when?.from !== undefined &&
  when.from <= at.toISOString().slice(0, 10) &&
  placing.test(text) &&
  ordersOn(when, orders).length === 0;
