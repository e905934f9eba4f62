import type { Money } from '../domain/money.ts';
import type { Product } from '../domain/product.ts';
import type { Action, Condition, Promotion, Scope } from '../domain/promotion.ts';

export interface BasketLine {
  readonly product: Product;
  readonly quantity: number;
}

/** A promotion worked out on a basket: what would be bought to meet it, and what it would cost the shop. */
export interface PricedArm {
  /** The basket with what its condition still needs. */
  readonly lines: readonly BasketLine[];
  /** Off each line, minor units, in the order of `lines`. */
  readonly discounts: readonly number[];
  readonly gift?: Product;
  readonly freeShipping: boolean;
  /** Price of `lines` before the offer, and the margin on it. */
  readonly treatedBasketMinor: number;
  readonly treatedMarginMinor: number;
  /** Discount, cost of the gift, or shipping given up. */
  readonly costMinor: number;
}

export interface ArmShopper {
  readonly segments: readonly string[];
  readonly hasOrdered: boolean;
}

/** What is known of the shop to price an arm. `fillers`: sellable products, cheapest first. */
export interface ArmShop {
  readonly fillers: readonly Product[];
  readonly byId: ReadonlyMap<string, Product>;
  readonly shippingFee: Money;
  readonly freeShippingFrom: Money;
}

const inScope = (product: Product, scope: Scope | undefined): boolean =>
  !scope ||
  ((!scope.products || scope.products.includes(product.id)) &&
    (!scope.categories || scope.categories.includes(product.category)) &&
    (!scope.brands || (product.brand !== undefined && scope.brands.includes(product.brand))));

export const goodsTotal = (lines: readonly BasketLine[]): number =>
  lines.reduce((s, l) => s + l.quantity * l.product.price.minor, 0);
export const goodsMargin = (lines: readonly BasketLine[]): number =>
  lines.reduce(
    (s, l) => s + l.quantity * (l.product.price.minor - (l.product.cost?.minor ?? l.product.price.minor)),
    0,
  );

const scoped = (lines: readonly BasketLine[], scope: Scope | undefined): BasketLine[] =>
  lines.filter(l => inScope(l.product, scope));

/** The cheapest single product that closes a gap; undefined when none does for at most twice the gap plus ¥40. */
const filler = (shop: ArmShop, lines: readonly BasketLine[], gap: number, scope?: Scope): Product | undefined =>
  shop.fillers.find(
    p =>
      p.price.minor >= gap &&
      p.price.minor <= 2 * gap + 4_000 &&
      inScope(p, scope) &&
      !lines.some(l => l.product.id === p.id),
  );

/** Adds what is missing to reach `amount`; null when the gap is more than 70 % of the basket: nobody is asked that. */
const raised = (shop: ArmShop, lines: readonly BasketLine[], amount: number, scope?: Scope): BasketLine[] | null => {
  const total = goodsTotal(scoped(lines, scope));
  if (total >= amount) return [...lines];
  const gap = amount - total;
  if (total === 0 || gap > 0.7 * goodsTotal(lines)) return null;
  const extra = filler(shop, lines, gap, scope);
  return extra ? [...lines, { product: extra, quantity: 1 }] : null;
};

const meet = (shop: ArmShop, lines: BasketLine[], condition: Condition, who: ArmShopper): BasketLine[] | null => {
  switch (condition.kind) {
    case 'first-order':
      return who.hasOrdered ? null : lines;
    case 'shopper':
    case 'hours':
      throw new RangeError(`The demo's history knows no promotion for ${condition.kind}`);
    case 'segment':
      return condition.anyOf.some(s => who.segments.includes(s)) ? lines : null;
    case 'contains':
      return lines.some(l => inScope(l.product, condition.scope)) ? lines : null;
    case 'min-quantity':
      return scoped(lines, condition.scope).reduce((n, l) => n + l.quantity, 0) >= condition.quantity ? lines : null;
    case 'min-spend':
      return raised(shop, lines, condition.amount.minor, condition.scope);
  }
};

const spread = (lines: readonly BasketLine[], off: number, scope?: Scope): number[] => {
  const within = lines.map(l => (inScope(l.product, scope) ? l.quantity * l.product.price.minor : 0));
  const total = within.reduce((a, b) => a + b, 0);
  const capped = Math.min(off, total);
  const parts = within.map(w => (total > 0 ? Math.floor((capped * w) / total) : 0));
  const most = within.indexOf(Math.max(...within));
  if (most >= 0) parts[most]! += capped - parts.reduce((a, b) => a + b, 0);
  return parts;
};

type Worked = Pick<PricedArm, 'lines' | 'discounts' | 'freeShipping'> & { readonly gift?: Product };

const work = (shop: ArmShop, lines: BasketLine[], action: Action): Worked | null => {
  const plain = { freeShipping: false };
  switch (action.kind) {
    case 'percent-off': {
      const off = Math.round(action.rate * goodsTotal(scoped(lines, action.scope)));
      return {
        ...plain,
        lines,
        discounts: spread(lines, Math.min(off, action.maxDiscount?.minor ?? off), action.scope),
      };
    }
    case 'amount-off':
      return { ...plain, lines, discounts: spread(lines, action.amount.minor, action.scope) };
    case 'fixed-price':
      throw new RangeError("The demo's history knows no promotion of a fixed price");
    case 'spend-and-save': {
      const total = goodsTotal(scoped(lines, action.scope));
      const tiers = [...action.tiers].sort((a, b) => b.threshold.minor - a.threshold.minor);
      const next = tiers.find(t => t.threshold.minor <= total) ?? tiers.at(-1);
      const reached = next ? raised(shop, lines, next.threshold.minor, action.scope) : null;
      return next && reached
        ? { ...plain, lines: reached, discounts: spread(reached, next.off.minor, action.scope) }
        : null;
    }
    case 'buy-x-get-y': {
      const have = scoped(lines, action.scope);
      const dearest = [...have].sort((a, b) => b.product.price.minor - a.product.price.minor)[0];
      const units = have.reduce((n, l) => n + l.quantity, 0);
      const missing = action.buyQuantity + action.getQuantity - units;
      if (!dearest || missing > 2) return null;
      const filled = lines.map(l => (l === dearest && missing > 0 ? { ...l, quantity: l.quantity + missing } : l));
      const inside = scoped(filled, action.scope).sort((a, b) => a.product.price.minor - b.product.price.minor);
      const free = inside[0]!;
      return {
        ...plain,
        lines: filled,
        discounts: filled.map(l => (l === free ? Math.min(l.quantity, action.getQuantity) * l.product.price.minor : 0)),
      };
    }
    case 'bundle': {
      if (!lines.some(l => action.products.includes(l.product.id))) return null;
      const full = [...lines];
      for (const id of action.products) {
        const product = shop.byId.get(id);
        if (!product) return null;
        if (!full.some(l => l.product.id === id)) full.push({ product, quantity: 1 });
      }
      const price = action.products.reduce((s, id) => s + shop.byId.get(id)!.price.minor, 0);
      return {
        ...plain,
        lines: full,
        discounts: spread(full, Math.max(0, price - action.price.minor), { products: action.products }),
      };
    }
    case 'gift': {
      const gift = shop.byId.get(action.product);
      return gift ? { ...plain, lines, discounts: lines.map(() => 0), gift } : null;
    }
    case 'free-shipping':
      return goodsTotal(lines) < shop.freeShippingFrom.minor
        ? { lines, discounts: lines.map(() => 0), freeShipping: true }
        : null;
  }
};

/** Null: not for this shopper, or too far from this basket, or it would save nothing. */
export const priceArm = (
  shop: ArmShop,
  basket: readonly BasketLine[],
  promotion: Promotion,
  who: ArmShopper,
): PricedArm | null => {
  let lines: BasketLine[] | null = [...basket];
  for (const condition of promotion.conditions) {
    lines = meet(shop, lines, condition, who);
    if (!lines) return null;
  }
  const worked = work(shop, lines, promotion.action);
  if (!worked) return null;
  const costMinor =
    worked.discounts.reduce((a, b) => a + b, 0) +
    (worked.gift ? (worked.gift.cost?.minor ?? worked.gift.price.minor) : 0) +
    (worked.freeShipping ? shop.shippingFee.minor : 0);
  if (costMinor <= 0) return null;
  return {
    ...worked,
    treatedBasketMinor: goodsTotal(worked.lines),
    treatedMarginMinor: goodsMargin(worked.lines),
    costMinor,
  };
};
