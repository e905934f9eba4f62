import type { Product } from '../../../knowledge/domain/product.ts';
import type { Action, Condition, Promotion, Scope, StackGroup } from '../../../knowledge/domain/promotion.ts';
import { defaultStackGroups } from '../../../knowledge/domain/promotion.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { groupsGoTogether } from '../combine/combine-groups.ts';

/** What of a promotion words can say: all of it but its name, its campaign and whether it is switched on. */
export interface Rule {
  readonly conditions: readonly Condition[];
  readonly action: Action;
  readonly trigger?: Promotion['trigger'];
  readonly group?: string;
  readonly order?: number;
  readonly limits?: Promotion['limits'];
  readonly onReturn?: Promotion['onReturn'];
  readonly onCancel?: Promotion['onCancel'];
  readonly startsAt?: Date;
  readonly endsAt?: Date;
  /** The money pool. */
  readonly cap?: Promotion['cap'];
}

/** What rules are read and told against. */
export interface RuleContext {
  readonly shop: Shop;
  readonly products: readonly Product[];
  readonly now: Date;
}

export const stackGroupsOf = (shop: Shop): readonly StackGroup[] => shop.stackGroups ?? defaultStackGroups;

export const defaultGroup = 'deals';

/** Null: the rule names a group that the shop has not declared. */
export const groupOf = (rule: Pick<Rule, 'group'>, shop: Shop): StackGroup | null =>
  stackGroupsOf(shop).find(g => g.key === (rule.group ?? defaultGroup)) ?? null;

/** Both may stand on one cart; a group goes with itself only when it takes all of its deals. */
export const groupsCombine = (a: StackGroup, b: StackGroup): boolean => {
  if (a.key === b.key) return a.mode === 'all';
  return groupsGoTogether(a, b);
};

const sorted = <T>(list: readonly T[] | undefined): { readonly list: readonly T[] } | null =>
  list && list.length > 0 ? { list: [...new Set(list)].sort() } : null;

/** Absent when it restricts nothing; lists in order, without repeats. */
export const plainScope = (scope: Scope | undefined): Scope | undefined => {
  if (!scope) return undefined;
  const products = sorted(scope.products);
  const categories = sorted(scope.categories);
  const brands = sorted(scope.brands);
  if (!products && !categories && !brands) return undefined;
  return {
    ...(products ? { products: products.list } : {}),
    ...(categories ? { categories: categories.list } : {}),
    ...(brands ? { brands: brands.list } : {}),
  };
};

const rateOf = (rate: number): number => Math.round(rate * 1e6) / 1e6;

const without = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;

const plainAction = (action: Action): Action => {
  switch (action.kind) {
    case 'percent-off':
      return without({ ...action, rate: rateOf(action.rate), scope: plainScope(action.scope) });
    case 'amount-off':
      return without({ ...action, scope: plainScope(action.scope) });
    case 'spend-and-save':
      return without({ ...action, repeat: action.repeat || undefined, scope: plainScope(action.scope) });
    case 'fixed-price':
      return without({ ...action, scope: plainScope(action.scope) ?? {} });
    case 'buy-x-get-y': {
      const rate = action.rate === undefined || action.rate >= 1 ? undefined : rateOf(action.rate);
      const [first] = action.steps ?? [];
      return without({
        ...action,
        ...(first ? { buyQuantity: first.buyQuantity, getQuantity: first.getQuantity } : {}),
        scope: plainScope(action.scope) ?? {},
        getScope: plainScope(action.getScope),
        sameItem: action.sameItem || undefined,
        rate,
        steps: action.steps?.length ? action.steps : undefined,
      });
    }
    case 'bundle':
      return { ...action, products: [...action.products].sort() };
    case 'gift':
      return without({ ...action, choices: sorted(action.choices)?.list });
    case 'free-shipping':
      return action;
  }
};

const plainCondition = (condition: Condition): Condition => {
  switch (condition.kind) {
    case 'min-spend':
    case 'min-quantity':
      return without({ ...condition, scope: plainScope(condition.scope) });
    case 'contains':
      return { ...condition, scope: plainScope(condition.scope) ?? {} };
    case 'segment':
      return { ...condition, anyOf: [...new Set(condition.anyOf)].sort() };
    case 'shopper':
      return { ...condition, anyOf: [...new Set(condition.anyOf)].sort() };
    case 'hours': {
      const days = sorted(condition.days)?.list;
      return without({ ...condition, days: days && days.length < 7 ? days : undefined });
    }
    case 'first-order':
      return condition;
  }
};

/**
 * The same rule in one way of writing it: what is absent by default is absent, lists are in order. Two rules that mean
 * the same to the engine are then deeply equal.
 */
export const plainRule = (rule: Rule): Rule => {
  const uses = rule.limits?.perShopper?.uses;
  const perShopper = without({
    uses: uses === 1 && !rule.limits?.perShopper?.money ? undefined : uses,
    money: rule.limits?.perShopper?.money,
  });
  const perDay = without({ ...rule.limits?.perDay });
  const limits = without({
    perShopper: Object.keys(perShopper).length > 0 ? perShopper : undefined,
    perDay: Object.keys(perDay).length > 0 ? perDay : undefined,
    uses: rule.limits?.uses,
    perCode: rule.limits?.perCode,
  });
  const conditions = rule.conditions.map(plainCondition);
  return without({
    conditions: [...conditions].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    action: plainAction(rule.action),
    trigger: rule.trigger === 'offer' ? undefined : rule.trigger,
    group: rule.group === defaultGroup ? undefined : rule.group,
    order: rule.order,
    limits: Object.keys(limits).length > 0 ? limits : undefined,
    onReturn: rule.onReturn === 'keep' ? undefined : rule.onReturn,
    onCancel: rule.onCancel === 'release' ? undefined : rule.onCancel,
    startsAt: rule.startsAt,
    endsAt: rule.endsAt,
    cap: rule.cap,
  });
};
