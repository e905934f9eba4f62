/** A shop as plain arrays, in the shape a training run reads. */
import { asId, type OrderId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import { money } from '../../knowledge/domain/money.ts';
import type { Order, OrderLine } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { TrainInput } from './run.ts';

export const now = new Date('2026-06-01T00:00:00Z');
const cents = (minor: number) => money(minor, 'CNY');

export interface Bought {
  readonly shopper: string;
  readonly products: readonly string[];
  readonly daysAgo: number;
  readonly quantity?: number;
  readonly price?: number;
}

const lineOf = (product: string, { quantity = 1, price = 1000 }: Bought): OrderLine => ({
  product: asId<ProductId>(product),
  title: { en: product },
  quantity,
  unitPrice: { minor: price, currency: 'CNY' },
  discount: cents(0),
  paid: cents(1000),
  gift: false,
});

const orderOf = (bought: Bought, o: number): Order => ({
  id: asId<OrderId>(`o${o}`),
  number: `WY-${o}`,
  shopper: asId<ShopperId>(bought.shopper),
  lines: bought.products.map(product => lineOf(product, bought)),
  currency: 'CNY',
  subtotal: cents(0),
  discount: cents(0),
  shipping: cents(0),
  total: cents(0),
  status: 'delivered',
  placedAt: new Date(now.getTime() - bought.daysAgo * 86_400_000),
  source: 'test',
});

const productOf = (id: string): Product => ({
  id: asId<ProductId>(id),
  name: { en: id },
  description: { en: id },
  category: 'goods',
  attributes: {},
  price: cents(1000),
  stock: null,
  hidden: false,
  addedAt: now,
});

const streamed = <T>(all: readonly T[]) => ({
  stream: async function* () {
    yield* all;
  },
});

/** Every product that is named in an order, and `more`, is in the catalogue. */
export const shopOf = (orders: readonly Bought[], more: readonly string[] = []): TrainInput['stores'] => {
  const ids = [...new Set([...orders.flatMap(order => order.products), ...more])].filter(id => id !== '');
  return {
    orders: streamed(orders.map(orderOf)),
    returns: streamed([]),
    browsing: streamed([]),
    ratings: streamed([]),
    mentions: streamed([]),
    facts: streamed([]),
    impressions: streamed([]),
    products: { all: async () => ids.map(productOf) },
  };
};
