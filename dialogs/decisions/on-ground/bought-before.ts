/** "Have I bought this before?": the things that lie before the shopper, held against their orders. */
import { inLanguage, type Localized } from '../../../knowledge/domain/language.ts';
import { lineName, type Order, type OrderLine } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { BoughtBefore } from '../../order-parts.ts';
import { mostOrders } from '../../orders-then.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { type Draft, suggest } from '../draft.ts';

/** Without its colour: "Pocket hand grinder, chestnut" and "… , ink black" are one model. */
const modelOf = (name: Localized): string => inLanguage(name, 'en').split(', ')[0]!.toLowerCase();

const heldBy = (orders: readonly Order[], isIt: (line: OrderLine) => boolean): readonly Order[] =>
  orders.filter(({ lines }) => lines.some(line => !line.gift && isIt(line)));

const ofProduct = ({ id, name }: Product, orders: readonly Order[]): BoughtBefore => {
  const very = heldBy(orders, line => line.product === id);
  if (very.length > 0) return { name, orders: very };
  const like = heldBy(orders, ({ title }) => modelOf(title) === modelOf(name));
  const line = like[0]?.lines.find(({ title }) => modelOf(title) === modelOf(name));
  return { name, orders: like, ...(line ? { other: lineName(line) } : {}) };
};

/** Of the things of an order: the other orders that hold them. */
const ofOrder = (order: Order, orders: readonly Order[]): readonly BoughtBefore[] =>
  order.lines
    .filter(line => !line.gift)
    .map(line => ({
      name: lineName(line),
      orders: heldBy(
        orders.filter(other => other !== order),
        ({ product }) => product === line.product,
      ),
    }));

const told = (things: readonly BoughtBefore[], of?: Order): Draft => ({
  parts: [{ kind: 'bought-before', things, ...(of ? { of: of.number } : {}) }],
  suggestions: suggest('order-status', 'person'),
  memory: { failures: 0 },
});

export const boughtBeforeOf = (products: readonly Product[], { orders }: TurnFacts): Draft =>
  told(products.map(product => ofProduct(product, orders)));

export const boughtBesideOrder = (order: Order, { orders }: TurnFacts): Draft => told(ofOrder(order, orders), order);

/** It is asked of nothing that lies there: what was bought is shown. */
export const whatWasBought = ({ orders }: TurnFacts): Draft => ({
  parts: [{ kind: 'orders', orders: orders.slice(0, mostOrders), contents: true }],
  suggestions: suggest('order-status', 'person'),
});
