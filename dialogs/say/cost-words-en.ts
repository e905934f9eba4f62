/** Answers to short questions of money. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, type Money } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { list } from './phrases-en.ts';
import { abroadEn } from './sent-abroad.ts';
import { dayNamed, formatDay, type Words } from './words.ts';

const hasLeft = ({ status }: Order): boolean => status === 'shipped' || status === 'delivered';
const isFree = ({ minor }: Money): boolean => minor === 0;
const rule = (freeFrom: Money | null): string =>
  freeFrom ? ` It's free from ${formatMoney(freeFrom)} of goods after discounts.` : '';
/** How far the cart is from that. */
const toGo = (freeFrom: Money | null, missing: Money): string =>
  ` With ${formatMoney(missing)} more of goods it's free${freeFrom ? ` (from ${formatMoney(freeFrom)} after discounts)` : ''}.`;
const day = (at: Date): string => dayNamed(at, 'en');

/** How each order came to what it came to. */
const paidEn = {
  total: ({ number, total, shipping }: Order): string =>
    `order ${number} came to ${formatMoney(total)}, ${isFree(shipping) ? 'delivery free' : `${formatMoney(shipping)} of it for delivery`}`,
  cost: ({ number, total, shipping }: Order): string =>
    `on order ${number} delivery was ${isFree(shipping) ? 'free' : formatMoney(shipping)}, ${formatMoney(total)} in all`,
  included: ({ number, total, shipping }: Order): string =>
    `${formatMoney(total)} is all you paid for order ${number}, ${isFree(shipping) ? 'with free delivery' : `${formatMoney(shipping)} of it for delivery`}`,
};

export const costWordsEn = {
  'delivery-of': ({ asks, of, name, shipping, total, freeFrom, missing, abroad }) => {
    const it =
      of === 'cart' ? 'your cart' : of === 'these' ? 'all of these together' : `the ${inLanguage(name!, 'en')}`;
    if (abroad)
      return abroad.fee && abroad.total
        ? `${formatMoney(abroad.goods)} is without delivery: to ${abroad.place} that is ${formatMoney(abroad.fee)} on top, ${formatMoney(abroad.total)} in all for ${it}.`
        : `${formatMoney(abroad.goods)} is without delivery${abroad.place ? ` to ${abroad.place}` : ' abroad'}, which comes on top.`;
    if (asks === 'cost' && missing)
      return `Delivery is ${formatMoney(shipping)} for ${it}: ${formatMoney(total)} in all.${toGo(freeFrom, missing)}`;
    if (asks === 'cost')
      return `${isFree(shipping) ? `Delivery is free for ${it}` : `Delivery is ${formatMoney(shipping)} for ${it}`}: ${formatMoney(total)} in all.${rule(freeFrom)}`;
    if (isFree(shipping)) return `Yes: delivery is free for ${it}, ${formatMoney(total)} in all.`;
    return of === 'cart'
      ? `Yes: ${it} comes to ${formatMoney(total)} with delivery, which is ${formatMoney(shipping)} of that.${rule(freeFrom)}`
      : `No, delivery comes on top: ${formatMoney(shipping)} for ${it}, so ${formatMoney(total)} in all.${rule(freeFrom)}`;
  },
  'delivery-each': ({ asks, fee, freeFrom, of, free, to }) => {
    const names = list(free.map(p => `the ${inLanguage(p.name, 'en')} (${formatMoney(p.price)})`));
    const which =
      of === 0 || !freeFrom
        ? ''
        : free.length === 0
          ? ` None of these reaches that alone.`
          : free.length === of
            ? ` Each of these does, and ships free.`
            : ` Of these ${free.length > 2 ? `${free.length} do` : `${names} ${free.length === 1 ? 'does' : 'do'}`}, and ${free.length === 1 ? 'ships' : 'ship'} free.`;
    const home = `${formatMoney(fee)} per order within mainland China${freeFrom ? `, and free from ${formatMoney(freeFrom)} of goods after discounts` : ''}.`;
    if (asks === 'included' && of > 0 && free.length === of && freeFrom && !to)
      return `Yes: each of these is delivered free within mainland China, as is every order from ${formatMoney(freeFrom)} of goods after discounts.`;
    const lead = asks === 'included' ? 'No, the prices are without delivery.' : '';
    if (to?.fee && to.place) return `${lead} Delivery to ${to.place} is ${formatMoney(to.fee)} per order.`.trim();
    return `${lead} ${lead ? 'That' : 'Delivery'} is ${home}${which}`.trim();
  },
  'all-would-cost': ({ count, total, abroad }) =>
    `Nothing is in your cart yet. ${count === 2 ? 'Both of these' : `All ${count} of these`} together would come to ${abroad ? abroadEn(abroad) : `${formatMoney(total)}, delivery included`}. For one of them, tell me which.`,
  'with-offer': ({ saves, total, abroad }) =>
    `With the deal I offered you (${formatMoney(saves)} off) it would be ${abroad ? abroadEn(abroad) : formatMoney(total)}.`,
  'cart-with': ({ product, total, abroad }) =>
    `With the ${inLanguage(product.name, 'en')} (${formatMoney(product.price)}), which isn't in it yet, it would be ${abroad ? abroadEn(abroad) : formatMoney(total)}.`,
  'orders-cost': ({ asks, orders, total }) => {
    const each = orders.map(paidEn[asks]).join('; ');
    const whole = `${asks === 'included' ? `Yes: ${each}` : each.replace(/^./, c => c.toUpperCase())}.`;
    return orders.length > 1 ? `${whole} That's ${formatMoney(total)} for all ${orders.length}.` : whole;
  },
  'order-arrival': ({ order, is, arrives, by, leaves }) => {
    const { number, placedAt, shipment } = order;
    if (is === 'here')
      return `Order ${number} is here already: delivered${shipment?.deliveredAt ? ` on ${formatDay(shipment.deliveredAt, 'en')}` : ''}.`;
    if (is === 'none') return `Order ${number} was ${order.status}, so nothing of it is on its way.`;
    if (is === 'overdue' && shipment)
      return `Order ${number} was expected by ${formatDay(shipment.expectedAt, 'en')} and is not marked as delivered yet. A colleague can look into it.`;
    if (is === 'coming' && shipment) {
      const coming = `order ${number} is on its way, expected by ${formatDay(shipment.expectedAt, 'en')}`;
      if (!by) return `${coming.replace('o', 'O')}.`;
      return by.comes === 'not'
        ? `Not by ${day(by.day)}, I'm afraid: ${coming}.`
        : `Yes, in time for ${day(by.day)}: ${coming}.`;
    }
    const placed = `Order ${number}, placed on ${formatDay(placedAt, 'en')}, hasn't left yet`;
    if (is === 'late' || !arrives)
      return `${placed}${is === 'late' ? ', later than usual' : ''}. A colleague can look into it.`;
    if (leaves?.is === 'past')
      return `${placed}, though it should have on ${day(leaves.day)}. A colleague can look into it.`;
    const goes = leaves
      ? {
          today: ': it should leave us today',
          tomorrow: ': it should leave us tomorrow',
        }[leaves.is]
      : '';
    const when =
      arrives.from.getTime() === arrives.to.getTime()
        ? `about ${day(arrives.from)}`
        : `between ${day(arrives.from)} and ${day(arrives.to)}`;
    const held = by
      ? {
          surely: `: in time for ${day(by.day)}, though no day can be promised`,
          perhaps: `: by ${day(by.day)} is possible, but not certain`,
          not: `: too late for ${day(by.day)}, I'm afraid`,
        }[by.comes]
      : '; no day can be promised';
    return `${placed}${goes}. ${goes === '' ? 'It should' : 'Then it should'} be there ${when}${held}.`;
  },
  'order-wrap': ({ order }) =>
    hasLeft(order)
      ? `Order ${order.number} has left already, so it can't be wrapped any more. For the next one, tick gift wrap in the cart before you order.`
      : `Gift wrap is ticked in the cart, before ordering. Order ${order.number} is placed already: whether it can still be wrapped, a colleague has to say.`,
  'order-to-place': ({ order, place, fee, days }) =>
    `A new order to ${place} takes ${days.from === days.to ? days.to : `${days.from} to ${days.to}`} days${fee ? ` and costs ${formatMoney(fee)} for delivery` : ''}. ${
      hasLeft(order)
        ? `Order ${order.number} ${order.status === 'delivered' ? 'has been delivered' : 'has left'} already.`
        : `Order ${order.number} is placed already: whether it can still go there, a colleague has to say.`
    }`,
} satisfies Partial<Words>;
