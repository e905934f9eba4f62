/** What a return pays back, from the allocation frozen at purchase: never recomputed, never more than was paid. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import { type Money, money } from '../../knowledge/domain/money.ts';
import type { Order, OrderLine, ReturnRequest } from '../../knowledge/domain/order.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { type BasketLine, prepareBasket } from './basket.ts';
import { judge } from './evaluate.ts';
import type { PromotionRule } from './price.ts';

export const refundNotes = [
  /** More was asked to return than is left of the order; the refund covers what is left. */
  'more-than-bought',
  /** What is kept no longer earns the gift, which is to come back too. */
  'gift-to-return',
  /** What is kept no longer meets the deal's condition. */
  'falls-below-threshold',
  /** What is kept is less than ships free; the shipping paid is not charged anew. */
  'below-free-shipping',
  /** The last of the goods goes back: what shipping cost is refunded with it. */
  'shipping-refunded',
  'everything-returned',
] as const;
export type RefundNote = (typeof refundNotes)[number];

export interface RefundPreview {
  readonly refund: Money;
  readonly notes: readonly RefundNote[];
  /** What is really returned: the lines asked for, cut to what is left of the order. */
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
}

type Quantities = ReadonlyMap<ProductId, number>;

const count = (
  lines: readonly { readonly product: ProductId; readonly quantity: number }[],
): Map<ProductId, number> => {
  const units = new Map<ProductId, number>();
  for (const { product, quantity } of lines) units.set(product, (units.get(product) ?? 0) + quantity);
  return units;
};

/** Paid for the first `units` of a line: equal shares by largest remainder, earlier units carry the odd minor units. */
const paidForFirst = (line: OrderLine, units: number): number => {
  const share = Math.floor(line.paid.minor / line.quantity);
  return share * units + Math.min(units, line.paid.minor - share * line.quantity);
};

/** Units of each line gone when `returned` of each product are: paid lines first, gifts of the same product last. */
const spreadReturned = (order: Pick<Order, 'lines'>, returned: Quantities): number[] => {
  const left = new Map(returned);
  const gone = order.lines.map(() => 0);
  for (const gifts of [false, true]) {
    for (const [i, line] of order.lines.entries()) {
      if (line.gift !== gifts) continue;
      const units = Math.min(line.quantity, left.get(line.product) ?? 0);
      gone[i] = units;
      left.set(line.product, (left.get(line.product) ?? 0) - units);
    }
  }
  return gone;
};

/** All that is paid back once these units are, minor units; shipping goes with the last unit that was paid for. */
const refundedFor = (order: Order, gone: readonly number[]): number => {
  const goods = order.lines.reduce((sum, line, i) => sum + paidForFirst(line, gone[i] ?? 0), 0);
  return goods + (isEverything(order, gone) ? order.shipping.minor : 0);
};

const isEverything = (order: Pick<Order, 'lines'>, gone: readonly number[]): boolean =>
  order.lines.every((line, i) => line.gift || (gone[i] ?? 0) >= line.quantity);

const outside = (line: OrderLine): Product => ({
  id: line.product,
  name: line.title,
  description: {},
  category: '',
  attributes: {},
  price: line.unitPrice,
  stock: null,
  hidden: false,
  addedAt: new Date(0),
});

/**
 * The exact refund of `lines` after the earlier returns, and what else it means. Any sequence of returns pays back, over
 * all of it, exactly `order.total`. Refused returns are not counted. The notes about the deal need `promotion` (the rule
 * the order was placed under) and `shop`; a product that `products` lacks belongs to no category or brand there.
 */
export const refundPreview = (
  order: Order,
  previousReturns: readonly Pick<ReturnRequest, 'lines' | 'status'>[],
  lines: readonly { readonly product: ProductId; readonly quantity: number }[],
  promotion?: PromotionRule,
  shop?: Shop,
  products?: ReadonlyMap<ProductId, Product>,
): RefundPreview => {
  const notes: RefundNote[] = [];
  const bought = count(order.lines);
  const before = count(previousReturns.filter(r => r.status !== 'refused').flatMap(r => r.lines));
  const after = new Map(before);
  const returning: { product: ProductId; quantity: number }[] = [];
  for (const [product, asked] of count(lines)) {
    const left = Math.max(0, (bought.get(product) ?? 0) - (before.get(product) ?? 0));
    const quantity = Math.max(0, Math.min(Math.floor(asked), left));
    if (quantity < asked && !notes.includes('more-than-bought')) notes.push('more-than-bought');
    if (quantity === 0) continue;
    returning.push({ product, quantity });
    after.set(product, (before.get(product) ?? 0) + quantity);
  }
  const goneBefore = spreadReturned(order, before);
  const gone = spreadReturned(order, after);
  const refund = money(refundedFor(order, gone) - refundedFor(order, goneBefore), order.currency);
  if (returning.length === 0) return { refund, notes, lines: returning };

  const everything = isEverything(order, gone);
  const kept: BasketLine[] = order.lines.flatMap((line, i) => {
    const quantity = line.quantity - (gone[i] ?? 0);
    if (line.gift || quantity <= 0) return [];
    return [{ product: { ...(products?.get(line.product) ?? outside(line)), price: line.unitPrice }, quantity }];
  });
  const qualifies = everything || !promotion || !shop ? !everything : stillQualifies(kept, promotion, shop, order);
  if (!everything && !qualifies) notes.push('falls-below-threshold');
  if (!qualifies && order.lines.some((line, i) => line.gift && (gone[i] ?? 0) < line.quantity)) {
    notes.push('gift-to-return');
  }
  const from = shop?.freeShippingFrom;
  if (!everything && from && order.shipping.minor === 0) {
    const keptPaid = order.lines.reduce((sum, l, i) => sum + l.paid.minor - paidForFirst(l, gone[i] ?? 0), 0);
    if (keptPaid < from.minor) notes.push('below-free-shipping');
  }
  if (everything && !isEverything(order, goneBefore)) {
    notes.push('everything-returned');
    if (order.shipping.minor > 0) notes.push('shipping-refunded');
  }
  return { refund, notes, lines: returning };
};

/** Would the deal still apply to what is kept? About the cart only: who the shopper was is not asked again. */
const stillQualifies = (kept: readonly BasketLine[], rule: PromotionRule, shop: Shop, order: Order): boolean => {
  // A gift needs no stock to have been earned, and free shipping was given whatever shipping costs now.
  const { kind } = rule.action;
  const action =
    kind === 'gift' || kind === 'free-shipping' ? { kind: 'percent-off' as const, rate: 0.5 } : rule.action;
  const verdict = judge(prepareBasket(kept, { ...shop, shippingFee: money(0, shop.currency) }), {
    promotion: { conditions: rule.conditions, action, active: true, startsAt: order.placedAt, endsAt: order.placedAt },
    shopper: { segments: [], orderCount: 0 },
    now: order.placedAt,
    promised: true,
  });
  return verdict.kind === 'applies';
};
