/**
 * What a return pays back: the shares frozen at purchase, less what the deals say is taken back when the rest no longer
 * earns it. Never more than was paid, never less than nothing; over all returns exactly what was paid.
 */
import type { ProductId, PromotionId } from '../../../knowledge/domain/ids.ts';
import { type Money, money } from '../../../knowledge/domain/money.ts';
import type { Order, ReturnRequest } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import type { PromotionRule } from '../combine/price.ts';
import { type DealOnKept, dealsOnKept, type FrozenDeal, paidForFirst } from './refund-deals.ts';

export const refundNotes = [
  /** More was asked to return than is left of the order; the refund covers what is left. */
  'more-than-bought',
  /** What is kept no longer earns the gift, which is to come back too. */
  'gift-to-return',
  /** As above, and the gift's price is off the refund until it does. */
  'gift-deducted',
  /** What is kept no longer meets the deal's condition; its shares stay as they were. */
  'falls-below-threshold',
  /** What is kept no longer earns the deal: what it had off is taken from the refund. */
  'discount-taken-back',
  /** What is kept is less than ships free; the shipping paid is not charged anew. */
  'below-free-shipping',
  /** The last of the goods goes back: what shipping cost is refunded with it. */
  'shipping-refunded',
  'everything-returned',
  /** The code stays used: it comes back only when an order is cancelled before it ships. */
  'code-stays-used',
] as const;
export type RefundNote = (typeof refundNotes)[number];

/** One thing taken off a refund. */
export interface Deduction {
  readonly promotion: PromotionId;
  readonly why: 'discount' | 'shipping' | 'gift';
  readonly amount: Money;
  /** The gift, which is refunded at this price when it comes back. */
  readonly gift?: ProductId;
}

export interface RefundPreview {
  readonly refund: Money;
  readonly notes: readonly RefundNote[];
  /** What is really returned: the lines asked for, cut to what is left of the order. */
  readonly lines: readonly { readonly product: ProductId; readonly quantity: number }[];
  /** What the goods going back were paid, before anything is taken off. */
  readonly goods: Money;
  /** What this return takes off, deal by deal; together never more than `goods`. */
  readonly deductions: readonly Deduction[];
}

type Quantities = ReadonlyMap<ProductId, number>;
type EarlierReturn = Pick<ReturnRequest, 'lines' | 'status'> & { readonly refund?: Money };

const count = (
  lines: readonly { readonly product: ProductId; readonly quantity: number }[],
): Map<ProductId, number> => {
  const units = new Map<ProductId, number>();
  for (const { product, quantity } of lines) units.set(product, (units.get(product) ?? 0) + quantity);
  return units;
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

const isEverything = (order: Pick<Order, 'lines'>, gone: readonly number[]): boolean =>
  order.lines.every((line, i) => line.gift || (gone[i] ?? 0) >= line.quantity);

/** All that was paid for these units, minor units; shipping goes with the last unit that was paid for. */
const sharesOf = (order: Order, gone: readonly number[]): number => {
  const goods = order.lines.reduce((sum, l, i) => sum + paidForFirst(l.paid.minor, l.quantity, gone[i] ?? 0), 0);
  return goods + (isEverything(order, gone) ? order.shipping.minor : 0);
};

/** The deals of an order; of one placed before orders listed them, the rule it was placed under, whose shares stay. */
const frozenDeals = (order: Order, promotion: PromotionRule | undefined): readonly FrozenDeal[] => {
  if (order.deals) return order.deals;
  if (!promotion) return [];
  const { conditions, action } = promotion;
  return [
    {
      promotion: promotion.id ?? order.promotion ?? ('' as PromotionId),
      offMinor: order.lines.map(l => l.discount.minor),
      shippingOffMinor: 0,
      rule: { conditions, action },
    },
  ];
};

interface Standing {
  readonly gone: readonly number[];
  readonly shares: number;
  readonly deals: readonly DealOnKept[];
  /** Off all refunds so far, if the goods stay as they are now. */
  readonly takenBack: number;
}

const standingAfter = (
  order: Order,
  deals: readonly FrozenDeal[],
  returned: Quantities,
  products: ReadonlyMap<ProductId, Product> | undefined,
): Standing => {
  const gone = spreadReturned(order, returned);
  const kept = order.lines.map((line, i) => line.quantity - (gone[i] ?? 0));
  const onKept = dealsOnKept(order, deals, kept, products);
  const takenBack = onKept.reduce(
    (sum, d) => sum + d.unearnedMinor + d.unearnedShippingMinor + (d.gift?.takenBack ? d.gift.priceMinor : 0),
    0,
  );
  return { gone, shares: sharesOf(order, gone), deals: onKept, takenBack };
};

/** What is due in all once these units are back; what was paid out before may be more. */
const dueOf = ({ shares, takenBack }: Standing): number => Math.max(0, shares - takenBack);

/**
 * The exact refund of `lines` after the earlier returns, oldest first, and what else it means. Any sequence of returns
 * pays back, over all of it and with the gifts, exactly `order.total`. Refused returns are not counted; of the others the
 * refund registered counts where it is given. `promotion` is the rule of an order that does not list its deals; `shop`
 * and `products` are needed for the notes about free shipping, and for the categories of orders that do not keep them.
 */
export const refundPreview = (
  order: Order,
  previousReturns: readonly EarlierReturn[],
  lines: readonly { readonly product: ProductId; readonly quantity: number }[],
  promotion?: PromotionRule,
  shop?: Shop,
  products?: ReadonlyMap<ProductId, Product>,
): RefundPreview => {
  const notes: RefundNote[] = [];
  const deals = frozenDeals(order, promotion);
  const bought = count(order.lines);
  const back = new Map<ProductId, number>();
  let paidBack = 0;
  for (const earlier of previousReturns) {
    if (earlier.status === 'refused') continue;
    for (const [product, quantity] of count(earlier.lines)) back.set(product, (back.get(product) ?? 0) + quantity);
    paidBack = earlier.refund
      ? paidBack + earlier.refund.minor
      : Math.max(paidBack, dueOf(standingAfter(order, deals, back, products)));
  }
  const before = standingAfter(order, deals, back, products);
  const after = new Map(back);
  const returning: { product: ProductId; quantity: number }[] = [];
  for (const [product, asked] of count(lines)) {
    const left = Math.max(0, (bought.get(product) ?? 0) - (back.get(product) ?? 0));
    const quantity = Math.max(0, Math.min(Math.floor(asked), left));
    if (quantity < asked && !notes.includes('more-than-bought')) notes.push('more-than-bought');
    if (quantity === 0) continue;
    returning.push({ product, quantity });
    after.set(product, (back.get(product) ?? 0) + quantity);
  }
  const { currency } = order;
  if (returning.length === 0) {
    return { refund: money(0, currency), notes, lines: returning, goods: money(0, currency), deductions: [] };
  }
  const now = standingAfter(order, deals, after, products);
  const due = Math.min(dueOf(now), order.total.minor);
  const refund = Math.max(0, due - paidBack);
  const goods = now.shares - before.shares;
  notes.push(...notesOf(order, { before, now, shop, hasCode: deals.some(d => d.code) }));
  const deductions = deductionsOf({ before, now, most: Math.max(0, goods - refund), currency });
  return { refund: money(refund, currency), notes, lines: returning, goods: money(goods, currency), deductions };
};

const notesOf = (
  order: Order,
  at: { readonly before: Standing; readonly now: Standing; readonly shop: Shop | undefined; readonly hasCode: boolean },
): RefundNote[] => {
  const { before, now, shop } = at;
  const notes: RefundNote[] = [];
  const everything = isEverything(order, now.gone);
  const takes = (d: DealOnKept): boolean => d.unearnedMinor + d.unearnedShippingMinor > 0;
  if (!everything) {
    if (now.deals.some(takes)) notes.push('discount-taken-back');
    if (now.deals.some(d => !d.earned && !takes(d) && !d.gift?.takenBack)) notes.push('falls-below-threshold');
  }
  if (now.deals.some(d => d.gift)) {
    notes.push(now.deals.some(d => d.gift?.takenBack) ? 'gift-deducted' : 'gift-to-return');
  }
  const from = shop?.freeShippingFrom;
  if (!everything && from && order.shipping.minor === 0) {
    const goodsPaid = order.lines.reduce((sum, l) => sum + l.paid.minor, 0);
    if (goodsPaid - now.shares < from.minor) notes.push('below-free-shipping');
  }
  if (everything && !isEverything(order, before.gone)) {
    notes.push('everything-returned');
    if (order.shipping.minor > 0) notes.push('shipping-refunded');
    if (at.hasCode) notes.push('code-stays-used');
  }
  return notes;
};

/** What this step takes off beyond what earlier ones did, in the order of the deals, `most` in all. */
const deductionsOf = (input: {
  readonly before: Standing;
  readonly now: Standing;
  readonly most: number;
  readonly currency: Order['currency'];
}): Deduction[] => {
  let left = input.most;
  return input.now.deals.flatMap((deal, i): Deduction[] => {
    const earlier = input.before.deals[i];
    const parts = [
      ['discount', deal.unearnedMinor - (earlier?.unearnedMinor ?? 0)],
      ['shipping', deal.unearnedShippingMinor - (earlier?.unearnedShippingMinor ?? 0)],
      ['gift', deal.gift?.takenBack && !earlier?.gift ? deal.gift.priceMinor : 0],
    ] as const;
    return parts.flatMap(([why, wanted]): Deduction[] => {
      const minor = Math.min(left, wanted);
      if (minor <= 0) return [];
      left -= minor;
      const amount = money(minor, input.currency);
      const gift = why === 'gift' ? deal.gift?.product : undefined;
      return [{ promotion: deal.promotion, why, amount, ...(gift ? { gift } : {}) }];
    });
  });
};
