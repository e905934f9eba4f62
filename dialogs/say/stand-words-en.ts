/** What is told, in short, of orders and of a cart that a short question is asked of. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { BoughtBefore, OrderPart, OrderStand } from '../order-parts.ts';
import { labelsEn } from './labels-en.ts';
import { list } from './phrases-en.ts';
import { formatDate, formatDay, type Words } from './words.ts';

type Stands = Extract<OrderPart, { kind: 'orders-stand' }>;
type Standing<Is extends OrderStand['is']> = Extract<OrderStand, { is: Is }>;

const namesOf = (products: readonly Product[]): string => list(products.map(({ name }) => inLanguage(name, 'en')));
const numbersOf = (stands: readonly OrderStand[]): string => list(stands.map(({ order }) => order.number));

const whereEn = ({ status, shipment }: Order): string => {
  if (status === 'delivered')
    return `delivered${shipment?.deliveredAt ? ` on ${formatDay(shipment.deliveredAt, 'en')}` : ''}`;
  if (status === 'shipped' && shipment)
    return `on its way with ${shipment.carrier}, expected by ${formatDay(shipment.expectedAt, 'en')}`;
  return `${labelsEn.statuses[status]}${status === 'placed' ? '; it has not left us' : ''}`;
};

/** Those of which the same is to be said are named together. */
const together = <Stand extends OrderStand>(
  stands: readonly Stand[],
  key: (stand: Stand) => string,
): readonly (readonly [Stand, ...Stand[]])[] => {
  const groups = new Map<string, [Stand, ...Stand[]]>();
  for (const stand of stands) {
    const group = groups.get(key(stand));
    if (group) group.push(stand);
    else groups.set(key(stand), [stand]);
  }
  return [...groups.values()];
};

const cameEn = (group: readonly [OrderStand, ...OrderStand[]]): string => {
  const at = group[0].order.shipment?.deliveredAt;
  return `${group.length === 1 ? 'Order' : 'Orders'} ${numbersOf(group)} ${group.length === 1 ? 'was' : 'were'} delivered${at ? ` on ${formatDay(at, 'en')}` : ''}`;
};
const dayOf = ({ order, until }: Standing<'returnable'>): string =>
  `${formatDay(order.shipment?.deliveredAt ?? order.placedAt, 'en')} ${formatDay(until, 'en')}`;

const returnEn: Readonly<{ [Is in OrderStand['is']]: (stands: readonly Standing<Is>[], days: number) => string[] }> = {
  open: (stands, days) =>
    stands.map(
      ({ order, refund }) =>
        `Order ${order.number} hasn't left yet: you can cancel it and get all ${formatMoney(refund)} back, or send it back within ${days} days of its delivery.`,
    ),
  coming: (stands, days) =>
    stands.map(
      ({ order }) =>
        `Order ${order.number} is ${whereEn(order)}: once it is there, you have ${days} days to send it back.`,
    ),
  returnable: stands =>
    together(stands, dayOf).map(
      group => `${cameEn(group)} and can come back until ${formatDay(group[0].until, 'en')}.`,
    ),
  over: (stands, days) =>
    stands.map(({ order, reason }) =>
      reason === 'too-late'
        ? `Order ${order.number} is past the ${days} days in which it could be returned.`
        : `Order ${order.number} is ${whereEn(order)}, so there's nothing to return.`,
    ),
};

const wholeEn = ({ order, refund }: Standing<'returnable'>): string => {
  const isWhole = refund.minor === order.total.minor && order.shipping.minor > 0;
  return `${formatMoney(refund)} for ${order.lines.length > 1 ? 'all of ' : ''}order ${order.number}${isWhole ? ` (its ${formatMoney(order.shipping)} delivery included)` : ''}`;
};
const refundEn = (stands: readonly OrderStand[]): string[] => {
  const back = stands.filter(stand => stand.is === 'returnable');
  return [
    ...stands.flatMap(stand => {
      const { order } = stand;
      if (stand.is === 'open')
        return `All of it, ${formatMoney(stand.refund)}, the way you paid, if order ${order.number} is cancelled before it leaves.`;
      if (stand.is === 'coming')
        return `For all of order ${order.number} you'd get back ${formatMoney(order.total)} once it is there and sent back; for single things what you paid for each.`;
      return stand.is === 'over'
        ? `For order ${order.number} nothing comes back any more: it is ${overEn(stand)}.`
        : [];
    }),
    ...(back.length > 0 ? [`Sent back, you'd get ${list(back.map(wholeEn))}.`] : []),
    ...(back.some(({ order }) => order.lines.length > 1) ? ['For single things it is what you paid for each.'] : []),
  ];
};
const overEn = ({ order, reason }: Standing<'over'>): string =>
  reason === 'too-late' ? 'past its days for a return' : whereEn(order);

const standsEn = ({ asked, stands, days }: Stands): string => {
  const of = <Is extends OrderStand['is']>(is: Is) => stands.filter((stand): stand is Standing<Is> => stand.is === is);
  switch (asked) {
    case 'return':
      return [
        ...returnEn.returnable(of('returnable'), days),
        ...returnEn.open(of('open'), days),
        ...returnEn.coming(of('coming'), days),
        ...returnEn.over(of('over'), days),
      ].join(' ');
    case 'refund':
      return refundEn(stands).join(' ');
    case 'where': {
      const came = together(
        stands.filter(({ order }) => order.status === 'delivered'),
        ({ order }) => whereEn(order),
      );
      const others = stands.filter(({ order }) => order.status !== 'delivered');
      return [
        ...others.map(({ order }) => `Order ${order.number}: ${whereEn(order)}.`),
        ...came.map(group => `${cameEn(group)}.`),
      ].join(' ');
    }
    case 'address':
      return stands
        .map(({ order }) =>
          order.status === 'placed'
            ? `Yes: order ${order.number} isn't packed yet, so its address can still be changed.`
            : order.status === 'delivered'
              ? `${cameEn([{ is: 'coming', order }])}.`
              : `Order ${order.number} is ${whereEn(order)}.`,
        )
        .join(' ');
    case 'exchange':
      return stands
        .map(stand =>
          stand.is === 'returnable'
            ? `${cameEn([stand])}: until ${formatDay(stand.until, 'en')} what is in it can be exchanged.`
            : stand.order.status === 'placed'
              ? `Order ${stand.order.number} isn't packed yet, so a colleague can still change what is in it; or cancel it and order the other size.`
              : stand.is === 'over'
                ? `Order ${stand.order.number} is ${overEn(stand)}, so nothing in it can be exchanged any more.`
                : `Order ${stand.order.number} hasn't been delivered yet. Once it is there, you have ${days} days to exchange what is in it.`,
        )
        .join(' ');
  }
};

const inOrdersEn = (orders: readonly Order[]): string =>
  `${orders.length === 1 ? 'order' : 'orders'} ${list(orders.map(({ number, placedAt }) => `${number} of ${formatDate(placedAt, 'en')}`))}`;

const boughtEn = (things: readonly BoughtBefore[], of: string | undefined): string => {
  const found = things.filter(({ orders }) => orders.length > 0);
  const names = (of: readonly BoughtBefore[]): string => list(of.map(({ name }) => inLanguage(name, 'en')));
  const missing = things.filter(({ orders }) => orders.length === 0);
  if (of !== undefined)
    return found.length === 0
      ? `It is all in order ${of}, and in none of your other orders.`
      : `${found.map(({ name, orders }) => `Yes: ${inLanguage(name, 'en')} is in ${inOrdersEn(orders)} as well.`).join(' ')}${missing.length > 0 ? ` ${names(missing)} ${missing.length === 1 ? 'is' : 'are'} only in order ${of}.` : ''}`;
  if (found.length === 0)
    return things.length === 1
      ? `No, ${names(things)} is in none of your orders.`
      : `No, none of these ${things.length} is in your orders.`;
  const each = found.map(({ name, orders, other }) =>
    other
      ? `not in this form, but ${inLanguage(other, 'en')} is in ${inOrdersEn(orders)}`
      : `${inLanguage(name, 'en')} is in ${inOrdersEn(orders)}`,
  );
  return `Yes: ${each.join('; ')}.${missing.length > 0 ? ' The rest is in none of your orders.' : ''}`;
};

export const standWordsEn = {
  'orders-stand': standsEn,
  'bought-before': ({ things, of }) => boughtEn(things, of),
  'opened-rule': ({ rule }) => rule,
  'return-if': ({ days }) =>
    `Yes, if it was delivered within the last ${days} days. Say “I want to return something” and tell me the order number and the e-mail address you used, and I'll look.`,
  'cancel-needs': () => `To cancel an order I need its number and the e-mail address it was placed with.`,
  'not-ordered-yet': ({ products, about }) =>
    about === 'where'
      ? `${namesOf(products)} ${products.length === 1 ? 'is' : 'are'} in your cart and not ordered yet, so nothing is on its way. If you mean an earlier order, tell me its number.`
      : `Nothing is ordered yet: what is in your cart goes to the address you give at the checkout.`,
  'still-in-cart': ({ products }) =>
    `Nothing was changed: ${namesOf(products)} ${products.length === 1 ? 'is' : 'are'} still in your cart. ${products.length === 1 ? 'Shall it go? Then say “remove it from my cart”.' : 'Tell me which of them should go.'}`,
  'cart-refund': ({ things, shipping, total }) => {
    const each = things.map(
      ({ product, quantity, paid }) =>
        `${formatMoney(paid)} for ${quantity > 1 ? `${quantity} × ` : ''}${inLanguage(product.name, 'en')}`,
    );
    const all =
      shipping.minor > 0
        ? `; all of it sent back, ${formatMoney(total)}, the ${formatMoney(shipping)} delivery included`
        : things.length > 1
          ? `; all of it sent back, ${formatMoney(total)}`
          : '';
    return `Nothing is ordered yet. Bought as your cart is now, you'd get back ${list(each)}${all}.`;
  },
  'price-back': ({ product: { name, price } }) =>
    `${inLanguage(name, 'en')} costs ${formatMoney(price)}: bought at that price and sent back, that is what you'd get back, less its share of any discount.`,
  'one-size': ({ product }) => `${inLanguage(product.name, 'en')} comes in one size only.`,
} satisfies Partial<Words>;
