/** Products, orders, offers and refunds on the cards of a reply, against their records. */
import { asId, type OfferId } from '../../../knowledge/domain/ids.ts';
import { type Order, returnableUntil } from '../../../knowledge/domain/order.ts';
import type { Backing, Check } from './claims-check.ts';
import { amountsIn, dayOf } from './claims-figures.ts';
import { cardsOf } from './reading.ts';

export const checkProducts = ({ heard, live, text, backing, backText, wrong }: Check): void => {
  for (const card of cardsOf(heard, 'product')) {
    const product = live.get(card.id);
    if (!product) wrong(`A product that is not sold is shown: ${card.id}`);
    else {
      if (product.hidden) wrong(`A hidden product is shown: ${card.id}`);
      if (product.price.minor !== card.priceMinor) wrong(`${card.name} is shown at ${card.price}`);
      if (![product.name.en, product.name.zh].includes(card.name))
        wrong(`${card.id} is shown under the name "${card.name}"`);
      const [left] = (/(?:only|仅剩)\s?(\d+)/i.exec(card.stock) ?? []).slice(1);
      if (left !== undefined && Number(left) !== product.stock)
        wrong(`${card.name}: "${card.stock}" with a stock of ${product.stock}`);
      if (product.stock === 0 && !/sold out|售罄/i.test(card.stock))
        wrong(`${card.name} is sold out and shown as "${card.stock}"`);
      if (product.stock !== 0 && /sold out|售罄/i.test(card.stock))
        wrong(`${card.name} is in stock and shown as sold out`);
    }
  }
  for (const product of live.values()) {
    const names = [product.name.en, product.name.zh].filter((n): n is string => n !== undefined && text.includes(n));
    if (names.length === 0) continue;
    for (const quantity of [1, 2, 3]) backing.amounts.add(product.price.minor * quantity);
    backText(`${product.name.en} ${product.name.zh} ${product.description.en} ${product.description.zh}`);
    for (const { name, value } of product.details ?? []) backText(`${name.en} ${value.en} ${name.zh} ${value.zh}`);
    for (const [, count] of text.matchAll(/in stock: (\d+) left|有货，还剩(\d+)件/g)) {
      if (
        count !== undefined &&
        names.length === 1 &&
        cardsOf(heard, 'product').length === 1 &&
        Number(count) !== product.stock
      )
        wrong(`${names[0]}: ${count} left, with a stock of ${product.stock}`);
    }
  }
};

export const checkOrders = async ({
  heard,
  stage,
  visitor,
  shop,
  orders,
  text,
  backing,
  wrong,
}: Check): Promise<void> => {
  const { stores } = stage.core;
  for (const order of orders) {
    if (!text.includes(order.number)) continue;
    backOrder(order, backing, shop.returnDays);
  }
  for (const card of cardsOf(heard, 'order')) {
    const order = await stores.orders.byNumber(card.number);
    if (!order) wrong(`An order that does not exist is shown: ${card.number}`);
    else {
      backOrder(order, backing, shop.returnDays);
      if (order.status !== card.status) wrong(`Order ${card.number} is ${order.status} and shown as ${card.status}`);
      if (order.total.minor !== card.totalMinor) wrong(`Order ${card.number} is shown at ${card.total}`);
      if (order.shopper !== visitor.shopper && order.email !== visitor.email)
        wrong(`The order of somebody else is shown: ${card.number}`);
    }
  }
};

export const checkOffers = async ({
  heard,
  before: earlier,
  stage,
  visitor,
  shop,
  backing,
  wrong,
}: Check): Promise<void> => {
  const { stores } = stage.core;
  for (const card of cardsOf(heard, 'offer')) {
    const offer = await stores.offers.get(asId<OfferId>(card.id));
    if (!offer) wrong(`An offer that the ledger does not hold is shown: ${card.id}`);
    else {
      if (offer.shopper !== visitor.shopper) wrong(`The offer of somebody else is shown: ${card.id}`);
      const total = offer.priced.total.minor;
      // Applied it is told as it was promised, by what less is paid: it may take the place of a deal that counts without it.
      const isAsPromised = earlier.some(said =>
        cardsOf(said, 'offer').some(c => c.id === card.id && c.savesMinor === card.savesMinor),
      );
      if (offer.saves.minor !== card.savesMinor && !isAsPromised)
        wrong(`An offer of ${offer.saves.minor} is shown as ${card.savesMinor}`);
      if (isAsPromised && amountsIn(card.after)[0] !== total)
        wrong(`An offer that comes to ${total} is shown at ${card.after}`);
      for (const a of [card.savesMinor, total + card.savesMinor]) if (isAsPromised) backing.amounts.add(a);
      for (const a of [offer.saves.minor, total, offer.priced.subtotal.minor, total + offer.saves.minor])
        backing.amounts.add(a);
      for (const line of offer.priced.lines) for (const a of [line.paid.minor]) backing.amounts.add(a);
      for (const at of dayOf(offer.expiresAt, shop.timeZone)) backing.dates.add(at);
      const [before] = amountsIn(card.before);
      const [after] = amountsIn(card.after);
      if (before !== undefined && after !== undefined && before - after !== card.savesMinor)
        wrong(`An offer says ${card.before} before and ${card.after} after, and saves ${card.saves}`);
    }
  }
  for (const offer of await stores.offers.ofShopper(visitor.shopper, 20)) {
    const total = offer.priced.total.minor;
    for (const a of [offer.saves.minor, total, offer.priced.subtotal.minor, total + offer.saves.minor])
      backing.amounts.add(a);
    for (const at of dayOf(offer.expiresAt, shop.timeZone)) backing.dates.add(at);
  }
};

export const checkRefunds = async ({ shop, heard, stage, orders, text, backing, wrong }: Check): Promise<void> => {
  const { stores } = stage.core;
  for (const card of cardsOf(heard, 'refund')) {
    const order = orders.find(o => o.number === card.order) ?? (await stores.orders.byNumber(card.order));
    if (!order) wrong(`A refund for an order that does not exist: ${card.order}`);
    else {
      backOrder(order, backing, shop.returnDays);
      const paid = order.lines.reduce(
        (sum, line) =>
          sum + (card.lines.some(l => l.name === line.title.en || l.name === line.title.zh) ? line.paid.minor : 0),
        0,
      );
      const whole = card.lines.length === order.lines.length;
      const right = whole ? order.total.minor : paid;
      if ((order.deals ?? []).length === 0 && card.refundMinor !== right)
        wrong(`The refund of ${card.order} is shown as ${card.refund}; by its lines it is ${right}`);
      backing.amounts.add(card.refundMinor);
    }
  }
  for (const back of (await Promise.all(orders.map(o => stores.returns.ofOrder(o.id)))).flat()) {
    if (text.includes(back.id)) backing.amounts.add(back.refund.minor);
  }
};

const backOrder = (order: Order, backing: Backing, returnDays: number): void => {
  for (const m of [order.total, order.subtotal, order.discount, order.shipping]) backing.amounts.add(m.minor);
  for (const line of order.lines)
    for (const m of [line.paid, line.unitPrice, line.discount]) backing.amounts.add(m.minor);
  const s = order.shipment;
  const until = order.status === 'delivered' ? returnableUntil(order, returnDays) : undefined;
  for (const at of [order.placedAt, s?.shippedAt, s?.expectedAt, s?.deliveredAt, until]) {
    if (at) for (const day of dayOf(at, 'UTC')) backing.dates.add(day);
  }
};
