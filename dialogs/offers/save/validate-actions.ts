/** What each kind of action has to hold before it may be saved. */
import type { ProductId } from '../../../knowledge/domain/ids.ts';
import { inStock } from '../../../knowledge/domain/product.ts';
import type { Action } from '../../../knowledge/domain/promotion.ts';
import {
  bestMarginRate,
  type Check,
  checkCount,
  checkMargin,
  checkMoney,
  checkProduct,
  checkScope,
  coveredBy,
  spendAssured,
} from './validate-check.ts';

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;
type ActionCheck<A> = (action: A, check: Check) => void;

/** What one use takes at the least must fit into the promotion's pool, or it can never be given. */
const checkFitsCap = (check: Check, field: string, minor: number): void => {
  const { cap } = check.promotion;
  if (cap.currency !== check.shop.currency || !(cap.minor > 0) || minor <= cap.minor) return;
  check.fault(field, 'limit-contradicts', `One use stays within the budget of ${cap.minor}, got ${minor}`);
};

const checkGetRate = (action: Of<'buy-x-get-y'>, check: Check): void => {
  const rate = action.rate ?? 1;
  if (!(rate >= 1e-6 && rate <= 1)) {
    check.fault('action.rate', 'rate-out-of-range', `A rate here is above 0 and at most 1, got ${rate}`);
    return;
  }
  const steps = action.steps ?? [action];
  if (steps.some(s => !(s.buyQuantity >= 1 && s.getQuantity >= 1))) return;
  if (!action.getScope) {
    const deepest = Math.max(...steps.map(s => (s.getQuantity * rate) / (s.buyQuantity + s.getQuantity)));
    checkMargin(check, action.rate === undefined ? 'action.getQuantity' : 'action.rate', deepest, action.scope);
    return;
  }
  const bought = coveredBy(check, action.scope).flatMap(p => (p.cost ? p.price.minor - p.cost.minor : []));
  const got = coveredBy(check, action.getScope).flatMap(p => (p.cost ? p.cost.minor - p.price.minor * (1 - rate) : []));
  if (bought.length === 0 || got.length === 0) return;
  const earned = Math.max(...bought);
  const lost = Math.min(...got);
  const worst = steps.find(s => s.getQuantity * lost > s.buyQuantity * earned);
  if (!worst) return;
  const message = `What is bought earns at most ${earned * worst.buyQuantity}, got ${Math.ceil(worst.getQuantity * lost)} lost on what is got`;
  check.fault('action.getScope', 'below-cost', message);
};

const checkSteps = (action: Of<'buy-x-get-y'>, check: Check): void => {
  if (!action.steps) return;
  if (action.steps.length === 0) check.fault('action.steps', 'tiers-missing', 'At least one step is needed, got none');
  for (const [i, step] of action.steps.entries()) {
    const field = `action.steps[${i}]`;
    const before = action.steps[i - 1];
    for (const key of ['buyQuantity', 'getQuantity'] as const) {
      if (!checkCount(check, `${field}.${key}`, step[key]) || !before || step[key] > before[key]) continue;
      const message = `Each step is above the one before, ${before[key]}, got ${step[key]}`;
      check.fault(`${field}.${key}`, 'steps-not-increasing', message);
    }
  }
  if (action.limit !== undefined && action.limit > 1) {
    const message = `The highest step reached applies once, got a limit of ${action.limit}`;
    check.fault('action.limit', 'limit-contradicts', message);
  }
};

const checkGift = (check: Check, field: string, id: ProductId): void => {
  checkProduct(check, field, id);
  const product = check.products.get(id);
  if (!product) return;
  if (!product.cost) check.fault(field, 'unknown-cost', `A gift needs a known cost, got none for "${id}"`);
  if (product.hidden || !inStock(product)) {
    const got = product.hidden ? 'it is hidden' : `its stock is ${product.stock}`;
    check.fault(field, 'gift-out-of-stock', `A gift is on sale and in stock, got "${id}": ${got}`);
  }
};

const actionChecks: { readonly [K in Action['kind']]: ActionCheck<Of<K>> } = {
  'percent-off': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (action.maxDiscount) checkMoney(check, 'action.maxDiscount', action.maxDiscount);
    // A rate that the pricing's millionths read as 0 or 1 is out of range as well.
    if (!(action.rate >= 1e-6 && action.rate <= 1 - 1e-6)) {
      const reason = action.rate >= 1 ? 'makes-order-free' : 'rate-out-of-range';
      check.fault('action.rate', reason, `A rate lies between 0 and 1, got ${action.rate}`);
      return;
    }
    checkMargin(check, 'action.rate', action.rate, action.scope);
  },
  'amount-off': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (!checkMoney(check, 'action.amount', action.amount)) return;
    checkFitsCap(check, 'action.amount', action.amount.minor);
    const assured = spendAssured(check.promotion.conditions, action.scope);
    if (assured > action.amount.minor) {
      checkMargin(check, 'action.amount', action.amount.minor / assured, action.scope);
      return;
    }
    const message = `A minimum spend on the same goods above ${action.amount.minor} is needed, got ${assured}`;
    check.fault('action.amount', 'makes-order-free', message);
  },
  'fixed-price': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (action.limit !== undefined) checkCount(check, 'action.limit', action.limit);
    if (action.price.minor === 0) {
      check.fault('action.price', 'makes-order-free', 'A fixed price is above 0, got 0');
      return;
    }
    if (!checkMoney(check, 'action.price', action.price)) return;
    const dearer = coveredBy(check, action.scope).filter(p => p.price.minor > action.price.minor);
    if (dearer.length === 0) {
      const message = `Some product it covers costs more than its price, got ${action.price.minor}`;
      check.fault('action.price', 'saves-nothing', message);
    }
    const lossy = dearer.find(p => p.cost && p.cost.minor > action.price.minor);
    if (lossy) {
      const message = `The product "${lossy.id}" costs the shop ${lossy.cost?.minor}, got ${action.price.minor}`;
      check.fault('action.price', 'below-cost', message);
    }
  },
  'spend-and-save': (action, check) => {
    checkScope(check, 'action.scope', action.scope);
    if (action.cap && checkMoney(check, 'action.cap', action.cap)) {
      const first = action.tiers[0]?.off;
      if (first && first.currency === action.cap.currency && action.cap.minor < first.minor) {
        const message = `The most it takes off is at least its first tier's ${first.minor}, got ${action.cap.minor}`;
        check.fault('action.cap', 'limit-contradicts', message);
      }
    }
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
      } else checkMargin(check, `${field}.off`, tier.off.minor / tier.threshold.minor, action.scope);
      if (i === 0) checkFitsCap(check, `${field}.off`, tier.off.minor);
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
    checkScope(check, 'action.getScope', action.getScope);
    if (action.buyQuantity === 0) {
      check.fault('action.buyQuantity', 'makes-order-free', 'At least 1 unit is paid for, got 0');
    } else checkCount(check, 'action.buyQuantity', action.buyQuantity);
    checkCount(check, 'action.getQuantity', action.getQuantity);
    if (action.limit !== undefined) checkCount(check, 'action.limit', action.limit);
    if (action.sameItem && action.getScope) {
      const message = 'What is got is either the same item or from other goods, got both';
      check.fault('action.getScope', 'scopes-contradict', message);
    }
    checkSteps(action, check);
    checkGetRate(action, check);
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
    const gifts = [action.product, ...(action.choices ?? [])];
    for (const [i, id] of gifts.entries()) {
      const field = i === 0 ? 'action.product' : `action.choices[${i - 1}]`;
      checkGift(check, field, id);
      if (gifts.indexOf(id) < i) check.fault(field, 'listed-twice', `Each gift is listed once, got "${id}" again`);
      const product = check.products.get(id);
      if (!product) continue;
      checkFitsCap(check, field, product.price.minor);
      const assured = spendAssured(check.promotion.conditions, undefined);
      const margin = bestMarginRate(check, undefined);
      if (assured === 0 || margin === null || !product.cost || product.cost.minor <= assured * margin) continue;
      const earned = Math.floor(assured * margin);
      check.fault(
        field,
        'below-cost',
        `A spend of ${assured} earns at most ${earned}, got a gift that costs ${product.cost.minor}`,
      );
    }
  },
  'free-shipping': () => {},
};

export const checkAction = (action: Action, check: Check): void =>
  (actionChecks[action.kind] as ActionCheck<Action>)(action, check);
