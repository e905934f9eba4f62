/** What the deals of an order grant for what is kept of it: the rules and prices are those it was placed under. */
import type { ProductId, PromotionId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Order, OrderDeal, OrderLine } from '../../../knowledge/domain/order.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { effectOf } from '../actions/catalogue.ts';
import { meetsCartConditions } from '../choose/evaluate.ts';
import { type Basket, prepareBasket } from '../combine/basket.ts';

/** The part of a deal that a refund is about. */
export type FrozenDeal = Pick<OrderDeal, 'promotion' | 'code' | 'offMinor' | 'shippingOffMinor' | 'rule'>;

/** Units of each line that are kept. */
type Kept = readonly number[];

/** One deal, seen from what is kept. Amounts in minor units. */
export interface DealOnKept {
  readonly promotion: PromotionId;
  readonly code?: string;
  /** What is kept still meets its conditions and its threshold. */
  readonly earned: boolean;
  /** Its frozen share on what is kept. */
  readonly keptMinor: number;
  /** Of it what is kept no longer earns, and the deal says is taken back. */
  readonly unearnedMinor: number;
  /** Shipping it paid and no longer earns. */
  readonly unearnedShippingMinor: number;
  /** Its gift, when that is kept and no longer earned; taken back at its price where the deal says so. */
  readonly gift?: { readonly product: ProductId; readonly priceMinor: number; readonly takenBack: boolean };
}

/** Paid for the first `units` of a line that was paid `paidMinor`: equal shares, earlier units carry the odd minor units. */
export const paidForFirst = (paidMinor: number, quantity: number, units: number): number => {
  if (quantity === 0) return 0;
  const share = Math.floor(paidMinor / quantity);
  return share * units + Math.min(units, paidMinor - share * quantity);
};

const frozenProduct = (line: OrderLine, products: ReadonlyMap<ProductId, Product> | undefined): Product => {
  const known = products?.get(line.product);
  const brand = line.brand ?? known?.brand;
  return {
    id: line.product,
    name: line.title,
    description: {},
    category: line.category ?? known?.category ?? '',
    ...(brand === undefined ? {} : { brand }),
    attributes: {},
    price: line.unitPrice,
    stock: null,
    hidden: false,
    addedAt: new Date(0),
  };
};

/** A shop that ships free: shipping of an order is what it was. */
const bareShop = (order: Pick<Order, 'currency'>): Shop => ({
  id: 'shop',
  name: {},
  tagline: {},
  currency: order.currency,
  languages: [],
  categories: [],
  shippingFee: money(0, order.currency),
  returnDays: 0,
  exchangeRates: {},
  source: '',
});

/**
 * The deals in the order they applied, each on what those before it left: a deal that is kept whatever goes back leaves
 * its frozen shares, one that must be earned what its rule grants for what is kept. Who the shopper was, the day and the
 * hour are not asked again.
 */
export const dealsOnKept = (
  order: Pick<Order, 'lines' | 'currency'>,
  deals: readonly FrozenDeal[],
  kept: Kept,
  products?: ReadonlyMap<ProductId, Product>,
): DealOnKept[] => {
  const places = order.lines.flatMap((line, i) => (!line.gift && (kept[i] ?? 0) > 0 ? [i] : []));
  const basket = prepareBasket(
    places.map(i => ({
      product: frozenProduct(order.lines[i] as OrderLine, products),
      quantity: kept[i] as number,
    })),
    bareShop(order),
  );
  // Where the kept units of a line stand in the basket, which is sorted; lines of one product stand together there.
  const placeOf = new Map(places.map(i => [i, basket.lines.findIndex(l => l.product.id === order.lines[i]?.product)]));
  let left: readonly number[] = basket.left;
  const offBefore = order.lines.map(() => 0);

  return deals.map((deal): DealOnKept => {
    const frozen = basket.lines.map(() => 0);
    for (const [i, line] of order.lines.entries()) {
      const before = offBefore[i] as number;
      const after = before + (deal.offMinor[i] ?? 0);
      offBefore[i] = after;
      const place = placeOf.get(i);
      if (place === undefined) continue;
      const share = keptDiscount(line, kept[i] as number, after) - keptDiscount(line, kept[i] as number, before);
      frozen[place] = (frozen[place] as number) + share;
    }
    const keptMinor = frozen.reduce((a, b) => a + b, 0);
    const effect = basket.lines.length > 0 ? effectOn({ ...basket, left }, deal) : null;
    const unearns = deal.rule.onReturn === 'unearned';
    const granted = effect?.off ?? basket.lines.map(() => 0);
    const grantedMinor = granted.reduce((a, b) => a + b, 0);
    const taken = unearns ? granted.map((off, i) => Math.min(off, left[i] as number)) : frozen;
    left = left.map((minor, i) => Math.max(0, minor - (taken[i] as number)));
    const gift = giftOf(order, deal, kept);
    const ships = deal.shippingOffMinor > 0 && basket.lines.length > 0;
    return {
      promotion: deal.promotion,
      ...(deal.code ? { code: deal.code } : {}),
      earned: effect !== null,
      keptMinor,
      unearnedMinor: unearns ? Math.max(0, keptMinor - grantedMinor) : 0,
      unearnedShippingMinor: unearns && ships && !effect?.freeShipping ? deal.shippingOffMinor : 0,
      ...(gift && !effect ? { gift: { ...gift, takenBack: unearns } } : {}),
    };
  });
};

/** Of a line with `offMinor` off in all, what is off its kept units: the rest of what the returned ones are paid back. */
const keptDiscount = (line: OrderLine, kept: number, offMinor: number): number => {
  const price = line.unitPrice.minor;
  const paid = price * line.quantity - offMinor;
  return price * kept - (paid - paidForFirst(paid, line.quantity, line.quantity - kept));
};

/** A gift needs no stock to have been earned. */
const effectOn = (basket: Basket, { rule }: FrozenDeal): ReturnType<typeof effectOf> =>
  meetsCartConditions(basket, rule) ? effectOf(rule.action, basket) : null;

/** The gift this deal gave, while it is kept. */
const giftOf = (
  order: Pick<Order, 'lines'>,
  deal: FrozenDeal,
  kept: Kept,
): { readonly product: ProductId; readonly priceMinor: number } | null => {
  if (deal.rule.action.kind !== 'gift') return null;
  const { product, choices = [] } = deal.rule.action;
  const i = order.lines.findIndex(
    (line, at) => line.gift && ((deal.offMinor[at] ?? 0) > 0 || [product, ...choices].includes(line.product)),
  );
  const line = order.lines[i];
  return line && (kept[i] ?? 0) > 0 ? { product: line.product, priceMinor: line.unitPrice.minor } : null;
};
