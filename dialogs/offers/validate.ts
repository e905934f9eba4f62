/** Refuses a promotion that can't work or would give goods away, when it is saved; each fault names its field. */
import type { ProductId } from '../../knowledge/domain/ids.ts';
import type { Money } from '../../knowledge/domain/money.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import type { Action, Condition, Promotion, Scope } from '../../knowledge/domain/promotion.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import { inScope } from './basket.ts';

export const promotionFaults = [
  'ends-before-start',
  'not-a-date',
  'budget-not-positive',
  'currency-mismatch',
  'amount-not-positive',
  'rate-out-of-range',
  'quantity-not-positive',
  'tiers-missing',
  'tiers-not-increasing',
  'repeat-needs-one-tier',
  'makes-order-free',
  'below-cost',
  'saves-nothing',
  'unknown-product',
  'unknown-category',
  'scope-empty',
  'segments-missing',
  'unknown-cost',
] as const;
export type PromotionFaultReason = (typeof promotionFaults)[number];

export interface PromotionFault {
  /** Path of the field, as in the promotion: "action.tiers[1].off". */
  readonly field: string;
  readonly reason: PromotionFaultReason;
  /** What was given and what is allowed, for the person who typed it. */
  readonly message: string;
}

export interface ValidateInput {
  readonly promotion: Promotion;
  readonly shop: Pick<Shop, 'currency' | 'categories'>;
  readonly products: ReadonlyMap<ProductId, Product>;
}

interface Check extends ValidateInput {
  readonly fault: (field: string, reason: PromotionFaultReason, message: string) => void;
}

const checkMoney = (check: Check, field: string, amount: Money): boolean => {
  if (amount.currency !== check.shop.currency) {
    check.fault(field, 'currency-mismatch', `The shop's currency is ${check.shop.currency}, got ${amount.currency}`);
    return false;
  }
  if (amount.minor > 0) return true;
  check.fault(field, 'amount-not-positive', `An amount here is more than 0, got ${amount.minor}`);
  return false;
};

const checkCount = (check: Check, field: string, quantity: number): void => {
  if (Number.isSafeInteger(quantity) && quantity >= 1) return;
  check.fault(field, 'quantity-not-positive', `A quantity here is a whole number of at least 1, got ${quantity}`);
};

const checkProduct = (check: Check, field: string, id: ProductId): void => {
  if (!check.products.has(id)) check.fault(field, 'unknown-product', `The shop sells no product "${id}"`);
};

const checkScope = (check: Check, field: string, scope: Scope | undefined): void => {
  if (!scope) return;
  for (const key of ['products', 'categories', 'brands'] as const) {
    if (scope[key]?.length === 0) {
      check.fault(`${field}.${key}`, 'scope-empty', `A list that restricts nothing is left out, got none in ${key}`);
    }
  }
  for (const [i, id] of (scope.products ?? []).entries()) checkProduct(check, `${field}.products[${i}]`, id);
  for (const [i, key] of (scope.categories ?? []).entries()) {
    if (check.shop.categories.some(c => c.key === key)) continue;
    check.fault(`${field}.categories[${i}]`, 'unknown-category', `The shop has no category "${key}"`);
  }
};

const sameScope = (a: Scope | undefined, b: Scope | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What the conditions make sure is spent on a scope, minor units. */
const spendAssured = (conditions: readonly Condition[], scope: Scope | undefined): number =>
  conditions.reduce(
    (most, c) => (c.kind === 'min-spend' && sameScope(c.scope, scope) ? Math.max(most, c.amount.minor) : most),
    0,
  );

/** The best margin rate among the products a scope covers; null when no cost is known. */
const bestMarginRate = (check: Check, scope: Scope | undefined): number | null => {
  let best: number | null = null;
  for (const product of check.products.values()) {
    if (!product.cost || product.price.minor <= 0 || !inScope(product, scope)) continue;
    best = Math.max(best ?? Number.NEGATIVE_INFINITY, 1 - product.cost.minor / product.price.minor);
  }
  return best;
};

type ActionCheck<A> = (action: A, check: Check) => void;

const actionChecks: { readonly [K in Action['kind']]: ActionCheck<Extract<Action, { kind: K }>> } = {
  'percent-off': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (action.maxDiscount) checkMoney(check, 'action.maxDiscount', action.maxDiscount);
    // A rate that the pricing's millionths read as 0 or 1 is out of range as well.
    if (!(action.rate >= 1e-6 && action.rate <= 1 - 1e-6)) {
      const reason = action.rate >= 1 ? 'makes-order-free' : 'rate-out-of-range';
      check.fault('action.rate', reason, `A rate lies between 0 and 1, got ${action.rate}`);
      return;
    }
    const margin = bestMarginRate(check, action.scope);
    if (margin !== null && action.rate > margin) {
      const most = `${(margin * 100).toFixed(1)} %`;
      check.fault('action.rate', 'below-cost', `No product it covers earns more than ${most}, got ${action.rate}`);
    }
  },
  'amount-off': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (!checkMoney(check, 'action.amount', action.amount)) return;
    const assured = spendAssured(check.promotion.conditions, action.scope);
    if (assured > action.amount.minor) return;
    const message = `A minimum spend on the same goods above ${action.amount.minor} is needed, got ${assured}`;
    check.fault('action.amount', 'makes-order-free', message);
  },
  'fixed-price': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    checkMoney(check, 'action.price', action.price);
    if (action.limit !== undefined) checkCount(check, 'action.limit', action.limit);
  },
  'spend-and-save': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (action.cap) checkMoney(check, 'action.cap', action.cap);
    if (action.tiers.length === 0)
      check.fault('action.tiers', 'tiers-missing', 'At least one tier is needed, got none');
    if (action.repeat && action.tiers.length > 1) {
      const message = `A repeating rule has exactly one tier, got ${action.tiers.length}`;
      check.fault('action.tiers', 'repeat-needs-one-tier', message);
    }
    for (const [i, tier] of action.tiers.entries()) {
      const field = `action.tiers[${i}]`;
      const sound = [
        checkMoney(check, `${field}.threshold`, tier.threshold),
        checkMoney(check, `${field}.off`, tier.off),
      ].every(Boolean);
      if (!sound) continue;
      if (tier.off.minor >= tier.threshold.minor) {
        const message = `What is taken off stays under ${tier.threshold.minor}, got ${tier.off.minor}`;
        check.fault(`${field}.off`, 'makes-order-free', message);
      }
      const before = action.tiers[i - 1];
      if (!before) continue;
      for (const key of ['threshold', 'off'] as const) {
        if (tier[key].minor > before[key].minor) continue;
        const message = `Each tier is above the one before, ${before[key].minor}, got ${tier[key].minor}`;
        check.fault(`${field}.${key}`, 'tiers-not-increasing', message);
      }
    }
  },
  'buy-x-get-y': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (action.buyQuantity === 0) {
      check.fault('action.buyQuantity', 'makes-order-free', 'At least 1 unit is paid for, got 0');
    } else checkCount(check, 'action.buyQuantity', action.buyQuantity);
    checkCount(check, 'action.getQuantity', action.getQuantity);
    if (action.limit !== undefined) checkCount(check, 'action.limit', action.limit);
  },
  bundle: (action, check) => {
    if (action.products.length < 2) {
      const message = `A bundle holds at least 2 products, got ${action.products.length}`;
      check.fault('action.products', 'quantity-not-positive', message);
    }
    for (const [i, id] of action.products.entries()) checkProduct(check, `action.products[${i}]`, id);
    if (action.price.minor === 0) {
      check.fault('action.price', 'makes-order-free', 'A bundle has a price above 0, got 0');
      return;
    }
    if (!checkMoney(check, 'action.price', action.price)) return;
    const parts = action.products.flatMap(id => check.products.get(id) ?? []);
    if (parts.length < action.products.length) return;
    const apart = parts.reduce((sum, p) => sum + p.price.minor, 0);
    if (action.price.minor >= apart) {
      check.fault('action.price', 'saves-nothing', `Apart they cost ${apart}, got ${action.price.minor}`);
    }
    const cost = parts.reduce((sum, p) => sum + (p.cost?.minor ?? 0), 0);
    if (action.price.minor < cost) {
      check.fault('action.price', 'below-cost', `They cost the shop ${cost}, got ${action.price.minor}`);
    }
  },
  gift: (action, check) => {
    checkProduct(check, 'action.product', action.product);
    const product = check.products.get(action.product);
    if (product && !product.cost) {
      check.fault('action.product', 'unknown-cost', `A gift needs a known cost, got none for "${action.product}"`);
    }
  },
  'free-shipping': () => {},
};

type ConditionCheck<C> = (condition: C, check: Check, field: string) => void;

const conditionChecks: { readonly [K in Condition['kind']]: ConditionCheck<Extract<Condition, { kind: K }>> } = {
  'min-spend': (c, check, field) => {
    checkMoney(check, `${field}.amount`, c.amount);
    checkScope(check, `${field}.scope`, c.scope);
  },
  'min-quantity': (c, check, field) => {
    checkCount(check, `${field}.quantity`, c.quantity);
    checkScope(check, `${field}.scope`, c.scope);
  },
  contains: (c, check, field) => checkScope(check, `${field}.scope`, c.scope),
  segment: (c, check, field) => {
    if (c.anyOf.length > 0) return;
    check.fault(`${field}.anyOf`, 'segments-missing', 'At least one segment is named, got none');
  },
  shopper: (c, check, field) => {
    if (c.anyOf.length > 0) return;
    check.fault(`${field}.anyOf`, 'segments-missing', 'At least one shopper is named, got none');
  },
  hours: (c, check, field) => {
    for (const key of ['from', 'to'] as const) {
      if (/^([01]\d|2[0-3]):[0-5]\d$/.test(c[key])) continue;
      check.fault(`${field}.${key}`, 'not-a-date', `A time of day is written as "09:30", got "${c[key]}"`);
    }
  },
  'first-order': () => {},
};

/** Every fault of a promotion, in the order of its fields; none: it may be saved. */
export const validatePromotion = (input: ValidateInput): PromotionFault[] => {
  const faults: PromotionFault[] = [];
  const check: Check = { ...input, fault: (field, reason, message) => faults.push({ field, reason, message }) };
  const { promotion } = input;
  const start = promotion.startsAt.getTime();
  const end = promotion.endsAt.getTime();
  for (const [field, time] of [
    ['startsAt', start],
    ['endsAt', end],
  ] as const) {
    if (Number.isNaN(time)) check.fault(field, 'not-a-date', 'A date is needed, got none that can be read');
  }
  if (end <= start) {
    const message = `The end is after the start, ${promotion.startsAt.toISOString()}, got ${promotion.endsAt.toISOString()}`;
    check.fault('endsAt', 'ends-before-start', message);
  }
  if (promotion.cap.currency !== input.shop.currency) checkMoney(check, 'cap', promotion.cap);
  else if (!(promotion.cap.minor > 0)) {
    check.fault('cap', 'budget-not-positive', `A budget is more than 0, got ${promotion.cap.minor}`);
  }
  for (const [i, condition] of promotion.conditions.entries()) {
    const rule = conditionChecks[condition.kind] as ConditionCheck<Condition>;
    rule(condition, check, `conditions[${i}]`);
  }
  (actionChecks[promotion.action.kind] as ActionCheck<Action>)(promotion.action, check);
  return faults;
};
