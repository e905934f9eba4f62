/** Three baskets for a rule: just below what it asks, at it, and well above; priced by the code that prices carts. */
import { asId, type ProductId } from '../../../knowledge/domain/ids.ts';
import { inLanguage, type Language } from '../../../knowledge/domain/language.ts';
import { formatMoney, type Money, minorDigits, money } from '../../../knowledge/domain/money.ts';
import type { PricedCart } from '../../../knowledge/domain/offer.ts';
import { isSellable, type Product } from '../../../knowledge/domain/product.ts';
import type { Condition, Scope } from '../../../knowledge/domain/promotion.ts';
import { isAboutCart } from '../choose/conditions.ts';
import { evaluatePromotion } from '../choose/evaluate.ts';
import { type BasketLine, inScope } from '../combine/basket.ts';
import { priceCart } from '../combine/price.ts';
import { chineseMoney } from './amounts.ts';
import { goodsIn } from './goods-text.ts';
import { plainScope, type Rule, type RuleContext } from './rule.ts';

export type Level = 'below' | 'at' | 'above';

export interface WorkedLine {
  readonly quantity: number;
  readonly price: Money;
  /** Absent: goods of `scope` for a round amount. */
  readonly product?: ProductId;
  readonly scope?: Scope;
}

export interface WorkedBasket {
  readonly level: Level;
  readonly lines: readonly WorkedLine[];
  /** False: it takes nothing off; `priced` is then the cart without it. */
  readonly applies: boolean;
  readonly priced: PricedCart;
  readonly plain: PricedCart;
}

type Part = WorkedLine & { readonly goods: Product };

const levels: readonly Level[] = ['below', 'at', 'above'];
const standIn = (i: number): ProductId => asId<ProductId>(`\u0000goods-${i}`);

interface Making {
  readonly rule: Rule;
  readonly context: RuleContext;
  readonly unit: number;
}

const productsIn = ({ context }: Making, scope: Scope | undefined): readonly Product[] => {
  const found = context.products.filter(
    p => isSellable(p) && inScope(p, scope) && p.price.currency === context.shop.currency,
  );
  const all = found.length > 0 ? found : context.products.filter(p => inScope(p, scope));
  return [...all].sort((a, b) => a.price.minor - b.price.minor || (a.id < b.id ? -1 : 1));
};

/** `count` units of different goods of a scope around its middle price; of one product when `same`. */
const units = (making: Making, scope: Scope | undefined, count: number, same = false): Part[] => {
  const all = productsIn(making, scope);
  if (all.length === 0 || count <= 0) return [];
  const middle = Math.floor(all.length / 2);
  const kinds = same ? 1 : Math.min(3, count, all.length);
  const step = Math.max(1, Math.floor(all.length / 6));
  const picked = Array.from({ length: kinds }, (_, i) => all[(middle + i * step) % all.length] as Product);
  const chosen = [...new Map(picked.map(p => [p.id, p])).values()];
  return chosen.map((goods, i) => ({
    goods,
    product: goods.id,
    price: goods.price,
    quantity: Math.floor(count / chosen.length) + (i < count % chosen.length ? 1 : 0),
  }));
};

/** Goods of a scope for exactly this amount. */
const worth = (making: Making, scope: Scope | undefined, minor: number, place: number): Part[] => {
  const like = productsIn(making, scope)[0] ?? making.context.products[0];
  if (!like || minor <= 0) return [];
  const price = money(minor, making.context.shop.currency);
  const plain = plainScope(scope);
  const goods: Product = {
    ...like,
    id: plain?.products?.[0] ?? standIn(place),
    ...(plain?.categories?.[0] && !plain.categories.includes(like.category) ? { category: plain.categories[0] } : {}),
    ...(plain?.brands?.[0] && !plain.brands.includes(like.brand ?? '') ? { brand: plain.brands[0] } : {}),
    price,
    stock: null,
    hidden: false,
  };
  return [{ goods, price, quantity: 1, ...(plain ? { scope: plain } : {}) }];
};

/** The amount a rule turns on, with the goods that count towards it. */
const spendOf = ({
  rule,
}: Making): { minor: number; last: number; repeat: boolean; scope: Scope | undefined } | null => {
  const { action } = rule;
  const asked = rule.conditions.flatMap(c => (c.kind === 'min-spend' ? [c] : []));
  const most = asked.toSorted((a, b) => b.amount.minor - a.amount.minor)[0];
  const [first] = action.kind === 'spend-and-save' ? action.tiers : [];
  if (action.kind === 'spend-and-save' && first && first.threshold.minor >= (most?.amount.minor ?? 0)) {
    const last = action.tiers.at(-1)?.threshold.minor ?? first.threshold.minor;
    return { minor: first.threshold.minor, last, repeat: action.repeat === true, scope: action.scope };
  }
  return most ? { minor: most.amount.minor, last: most.amount.minor, repeat: false, scope: most.scope } : null;
};

/** Rounded to what a person would put into an example: whole units of the currency. */
const round = (minor: number, unit: number): number => Math.ceil(minor / unit) * unit;

const amountAt = (level: Level, minor: number, last: number, repeat: boolean, unit: number): number => {
  if (level === 'below') return minor - (minor > unit ? unit : 1);
  if (level === 'at') return minor;
  return round(repeat ? minor * 2.5 : last * 1.5, unit);
};

const groupOfAction = (making: Making, level: Level): Part[] => {
  const { action } = making.rule;
  switch (action.kind) {
    case 'buy-x-get-y': {
      const step = level === 'above' ? (action.steps?.at(-1) ?? action) : (action.steps?.[0] ?? action);
      const twice = level === 'above' && !action.steps?.length ? 2 : 1;
      if (action.getScope) {
        const got = level === 'below' ? 0 : step.getQuantity * twice;
        return [...units(making, action.scope, step.buyQuantity * twice), ...units(making, action.getScope, got)];
      }
      const whole = (step.buyQuantity + step.getQuantity) * twice;
      return units(making, action.scope, level === 'below' ? whole - 1 : whole, action.sameItem);
    }
    case 'bundle': {
      const byId = new Map(making.context.products.map(p => [p.id, p]));
      const parts = action.products.flatMap(id => byId.get(id) ?? []);
      const shown = level === 'below' ? parts.slice(0, -1) : parts;
      return shown.map(goods => ({
        goods,
        product: goods.id,
        price: goods.price,
        quantity: level === 'above' ? 2 : 1,
      }));
    }
    case 'fixed-price': {
      const dearer = productsIn(making, action.scope).filter(p => p.price.minor > action.price.minor);
      const [goods] = dearer.slice(Math.floor(dearer.length / 2));
      if (!goods) return units(making, action.scope, 1);
      const most = action.limit ?? 3;
      const quantity = level === 'below' ? 1 : level === 'at' ? most : most + 1;
      return [{ goods, product: goods.id, price: goods.price, quantity }];
    }
    default:
      return [];
  }
};

const partsAt = (making: Making, level: Level): Part[] => {
  const { rule, unit } = making;
  const { action } = rule;
  const parts: Part[] = [];
  const quantities = rule.conditions.flatMap(c => (c.kind === 'min-quantity' ? [c] : []));
  const spend = spendOf(making);
  const group = groupOfAction(making, spend || quantities.length > 0 ? (level === 'below' ? 'at' : level) : level);
  parts.push(...group);
  for (const c of quantities) {
    const there = parts.filter(p => inScope(p.goods, c.scope)).reduce((sum, p) => sum + p.quantity, 0);
    const wanted = level === 'below' && !spend ? c.quantity - 1 : level === 'above' ? c.quantity * 2 : c.quantity;
    parts.push(...units(making, c.scope, wanted - there));
  }
  if (spend) {
    const there = parts
      .filter(p => inScope(p.goods, spend.scope))
      .reduce((sum, p) => sum + p.price.minor * p.quantity, 0);
    const amount = amountAt(level, spend.minor, spend.last, spend.repeat, unit);
    parts.push(...worth(making, spend.scope, amount - there, 0));
  }
  const covered = 'scope' in action ? action.scope : undefined;
  if (!spend && parts.length === 0) {
    const most = action.kind === 'percent-off' ? action.maxDiscount?.minor : undefined;
    const rate = action.kind === 'percent-off' ? action.rate : 0;
    const pivot =
      most && rate > 0
        ? round(most / rate, unit)
        : action.kind === 'amount-off'
          ? action.amount.minor + unit
          : 200 * unit;
    parts.push(...worth(making, covered, amountAt(level, pivot, pivot, true, unit), 0));
  }
  for (const c of rule.conditions) {
    if (c.kind === 'contains' && !parts.some(p => inScope(p.goods, c.scope))) parts.push(...units(making, c.scope, 1));
  }
  if (!parts.some(p => inScope(p.goods, covered))) parts.push(...units(making, covered, 1));
  return parts;
};

/**
 * What a rule does to a basket just below its threshold, at it and well above, for a shopper it is for, at an hour at
 * which it holds. Goods are the catalogue's where their number or kind matters, and stand-ins of a round amount where
 * only the amount does.
 */
export const workedBaskets = (rule: Rule, context: RuleContext): WorkedBasket[] => {
  const making: Making = { rule, context, unit: 10 ** minorDigits(context.shop.currency) };
  const conditions: readonly Condition[] = rule.conditions.filter(isAboutCart);
  const products = new Map(context.products.map(p => [p.id, p]));
  return levels.flatMap((level): WorkedBasket[] => {
    const parts = partsAt(making, level);
    const lines: BasketLine[] = parts.map(({ goods, quantity }) => ({ product: goods, quantity }));
    if (lines.length === 0) return [];
    const plain = priceCart({ lines, shop: context.shop });
    const verdict = evaluatePromotion({
      promotion: { conditions, action: rule.action, active: true, startsAt: new Date(0), endsAt: new Date(8.64e15) },
      lines,
      shop: context.shop,
      shopper: { segments: [], orderCount: 0, now: context.now },
      now: context.now,
      products,
    });
    const applies = verdict.kind === 'applies';
    return [
      {
        level,
        lines: parts.map(({ goods: _, ...line }) => line),
        applies,
        priced: verdict.kind === 'applies' ? verdict.priced : plain,
        plain,
      },
    ];
  });
};

/** "¥300 of Tea & coffee: ¥50 off, ¥250 to pay, delivery free." */
export const workedText = (basket: WorkedBasket, language: Language, context: RuleContext): string => {
  const zh = language === 'zh';
  const sum = (amount: Money): string => (zh ? chineseMoney(amount) : formatMoney(amount));
  const goods = goodsIn(language, context);
  const lines = basket.lines.map(line => {
    if (!line.product) {
      const where = goods.scope(line.scope);
      return zh ? `${where ?? '商品'}${sum(line.price)}` : `${sum(line.price)} of ${where ?? 'goods'}`;
    }
    const product = context.products.find(p => p.id === line.product);
    const name = product ? inLanguage(product.name, language) : line.product;
    return zh ? `${name}（${sum(line.price)}）×${line.quantity}` : `${line.quantity} × ${name} at ${sum(line.price)}`;
  });
  const { priced, plain, applies } = basket;
  const gifts = priced.lines.filter(line => line.gift);
  const off = money(
    priced.discount.minor - gifts.reduce((total, g) => total + g.discount.minor, 0),
    priced.discount.currency,
  );
  const gains = applies
    ? [
        ...(off.minor > 0 ? [zh ? `减${sum(off)}` : `${sum(off)} off`] : []),
        ...gifts.map(g => (zh ? `送${goods.product(g.product)}` : `${goods.product(g.product)} free`)),
        ...(priced.shippingDiscount.minor > 0
          ? [zh ? `免运费${sum(priced.shippingDiscount)}` : `${sum(priced.shippingDiscount)} delivery saved`]
          : []),
      ]
    : [zh ? '不减' : 'nothing off'];
  const total = applies ? priced.total : plain.total;
  const { shipping } = applies ? priced : plain;
  const delivery =
    shipping.minor === 0 ? '' : zh ? `（含运费${sum(shipping)}）` : ` (delivery of ${sum(shipping)} included)`;
  const pays = zh ? `实付${sum(total)}${delivery}` : `${sum(total)} to pay${delivery}`;
  return zh
    ? `${lines.join('＋')}：${[...gains, pays].join('，')}。`
    : `${lines.join(' + ')}: ${[...gains, pays].join(', ')}.`;
};
