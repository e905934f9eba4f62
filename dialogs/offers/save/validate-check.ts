/** What every check of a rule needs: how to name a fault, and the checks of money, counts, products and scopes. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import type { Condition, Promotion, Scope } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { inScope } from '../combine/basket.ts';

const promotionFaults = [
  'ends-before-start',
  'not-a-date',
  'budget-not-positive',
  'currency-mismatch',
  'amount-not-positive',
  'amount-not-whole',
  'rate-out-of-range',
  'quantity-not-positive',
  'tiers-missing',
  'tiers-not-increasing',
  'repeat-needs-one-tier',
  'steps-not-increasing',
  'makes-order-free',
  'below-cost',
  'saves-nothing',
  'unknown-product',
  'unknown-category',
  'unknown-group',
  'unknown-campaign',
  'scope-empty',
  'scopes-contradict',
  'segments-missing',
  'shoppers-missing',
  'unknown-cost',
  'gift-out-of-stock',
  'hours-empty',
  'limit-contradicts',
  'code-missing',
  'listed-twice',
  'cap-below-given',
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
  readonly shop: Pick<Shop, 'currency' | 'categories' | 'stackGroups'>;
  readonly products: ReadonlyMap<ProductId, Product>;
  /** How many codes it has or is saved with; absent: not asked. */
  readonly codeCount?: number;
}

export interface Check extends ValidateInput {
  readonly fault: (field: string, reason: PromotionFaultReason, message: string) => void;
}

/** An amount of the shop's currency, whole and above 0. */
export const checkMoney = (check: Check, field: string, amount: Money): boolean => {
  if (amount.currency !== check.shop.currency) {
    check.fault(field, 'currency-mismatch', `The shop's currency is ${check.shop.currency}, got ${amount.currency}`);
    return false;
  }
  if (!(amount.minor > 0)) {
    check.fault(field, 'amount-not-positive', `An amount here is more than 0, got ${amount.minor}`);
    return false;
  }
  if (Number.isSafeInteger(amount.minor)) return true;
  check.fault(field, 'amount-not-whole', `An amount is a whole number of minor units, got ${amount.minor}`);
  return false;
};

export const checkCount = (check: Check, field: string, quantity: number): boolean => {
  if (Number.isSafeInteger(quantity) && quantity >= 1) return true;
  check.fault(field, 'quantity-not-positive', `A quantity here is a whole number of at least 1, got ${quantity}`);
  return false;
};

export const checkProduct = (check: Check, field: string, id: ProductId): void => {
  if (!check.products.has(id)) check.fault(field, 'unknown-product', `The shop sells no product "${id}"`);
};

export const checkScope = (check: Check, field: string, scope: Scope | undefined): void => {
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
export const spendAssured = (conditions: readonly Condition[], scope: Scope | undefined): number =>
  conditions.reduce(
    (most, c) => (c.kind === 'min-spend' && sameScope(c.scope, scope) ? Math.max(most, c.amount.minor) : most),
    0,
  );

export const coveredBy = (check: Check, scope: Scope | undefined): Product[] =>
  [...check.products.values()].filter(product => product.price.minor > 0 && inScope(product, scope));

/** The best margin rate among the products a scope covers; null when no cost is known. */
export const bestMarginRate = (check: Check, scope: Scope | undefined): number | null => {
  let best: number | null = null;
  for (const product of coveredBy(check, scope)) {
    if (!product.cost) continue;
    best = Math.max(best ?? Number.NEGATIVE_INFINITY, 1 - product.cost.minor / product.price.minor);
  }
  return best;
};

/** Refuses a share of the price that no product of the scope earns. */
export const checkMargin = (check: Check, field: string, rate: number, scope: Scope | undefined): void => {
  const margin = bestMarginRate(check, scope);
  if (margin === null || rate <= margin) return;
  const most = `${(margin * 100).toFixed(1)} %`;
  const got = `${Number((rate * 100).toFixed(1))} %`;
  check.fault(field, 'below-cost', `No product it covers earns more than ${most}, got ${got} off`);
};
