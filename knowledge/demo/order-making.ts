import { asId, type OrderId, type ShopperId } from '../domain/ids.ts';
import { money } from '../domain/money.ts';
import type { Order, OrderLine, OrderStatus, Shipment } from '../domain/order.ts';
import type { Product } from '../domain/product.ts';
import type { Random } from '../domain/random.ts';
import type { Shop } from '../domain/shop.ts';
import type { BasketLine } from './arms.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Orders are numbered once all are known, in the order they were placed. */
export type OrderDraft = Omit<Order, 'id' | 'number'>;

/** Invented carriers; tracking numbers carry their initials. */
const carriers = [
  { name: 'Swiftsail Express 快帆速递', prefix: 'SS', days: 2 },
  { name: 'Greenway Post 绿径邮政', prefix: 'GW', days: 3 },
  { name: 'Nightcart Logistics 夜车物流', prefix: 'NC', days: 4 },
] as const;

/** What became of an order by `now`: its journey is planned when it is placed, and then read off the clock. */
const journey = (placedAt: Date, now: Date, random: Random): { status: OrderStatus; shipment?: Shipment } => {
  const draw = random();
  const carrier = carriers[Math.floor(random() * carriers.length)]!;
  const packedAt = placedAt.getTime() + (5 + 8 * random()) * hour;
  const shippedAt = new Date(Math.round(packedAt + (8 + 14 * random()) * hour));
  const expectedAt = new Date(shippedAt.getTime() + carrier.days * day);
  const late = random() < 0.1 ? day : 0;
  const deliveredAt = new Date(Math.round(expectedAt.getTime() + late - (18 * random() - 6) * hour));
  const sent = {
    carrier: carrier.name,
    tracking: `${carrier.prefix}${String(Math.floor(random() * 1e10)).padStart(10, '0')}`,
    shippedAt,
    expectedAt,
  };
  if (draw < 0.03) return { status: 'cancelled' };
  if (now.getTime() < packedAt) return { status: 'placed' };
  if (now < shippedAt) return { status: 'packed' };
  if (now < deliveredAt) return { status: 'shipped', shipment: sent };
  const shipment = { ...sent, deliveredAt };
  const returned = draw > 0.96 && now.getTime() - deliveredAt.getTime() > 8 * day;
  return { status: returned ? 'returned' : 'delivered', shipment };
};

const minor = (amount: number) => money(amount, 'CNY');

/** An order whose parts add up; `discounts` are off whole lines, in their order. */
export const makeOrder = (options: {
  readonly shop: Shop;
  readonly shopper: ShopperId;
  readonly email: string;
  readonly placedAt: Date;
  readonly now: Date;
  readonly lines: readonly BasketLine[];
  readonly discounts: readonly number[];
  readonly gift?: Product | undefined;
  readonly freeShipping: boolean;
  readonly random: Random;
}): OrderDraft => {
  const bought = options.lines.map(({ product, quantity }, i): OrderLine => {
    const full = product.price.minor * quantity;
    const discount = Math.min(full, options.discounts[i] ?? 0);
    return {
      product: product.id,
      title: product.name,
      quantity,
      unitPrice: product.price,
      discount: minor(discount),
      paid: minor(full - discount),
      gift: false,
    };
  });
  const lines: OrderLine[] = options.gift
    ? [
        ...bought,
        {
          product: options.gift.id,
          title: options.gift.name,
          quantity: 1,
          unitPrice: options.gift.price,
          discount: options.gift.price,
          paid: minor(0),
          gift: true,
        },
      ]
    : bought;
  const subtotal = lines.reduce((s, l) => s + l.quantity * l.unitPrice.minor, 0);
  const discount = lines.reduce((s, l) => s + l.discount.minor, 0);
  const free = options.freeShipping || subtotal - discount >= (options.shop.freeShippingFrom?.minor ?? Infinity);
  const shipping = free ? 0 : options.shop.shippingFee.minor;
  const { status, shipment } = journey(options.placedAt, options.now, options.random);
  return {
    shopper: options.shopper,
    email: options.email,
    lines,
    currency: 'CNY',
    subtotal: minor(subtotal),
    discount: minor(discount),
    shipping: minor(shipping),
    total: minor(subtotal - discount + shipping),
    status,
    placedAt: options.placedAt,
    ...(shipment ? { shipment } : {}),
    source: 'demo',
  };
};

/** Wild Yonder's order numbers start at WY-20001, the oldest first. */
export const numbered = (drafts: readonly OrderDraft[]): Order[] =>
  [...drafts]
    .sort((a, b) => a.placedAt.getTime() - b.placedAt.getTime() || (a.shopper < b.shopper ? -1 : 1))
    .map((draft, i) => ({ id: asId<OrderId>(`o-${20_001 + i}`), number: `WY-${20_001 + i}`, ...draft }));
