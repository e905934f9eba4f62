/** Refuses a promotion that can't work or would give goods away, when it is saved; each fault names its field. */
import type { Money } from '../../../knowledge/domain/money.ts';
import type { Condition, Limits } from '../../../knowledge/domain/promotion.ts';
import { checkAction } from './validate-actions.ts';
import {
  type Check,
  checkCount,
  checkMoney,
  checkScope,
  type PromotionFault,
  type ValidateInput,
} from './validate-check.ts';

export type {
  PromotionFault,
  PromotionFaultReason,
  ValidateInput,
} from './validate-check.ts';

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
    check.fault(`${field}.anyOf`, 'shoppers-missing', 'At least one shopper is named, got none');
  },
  hours: (c, check, field) => {
    let readable = true;
    for (const key of ['from', 'to'] as const) {
      if (/^([01]\d|2[0-3]):[0-5]\d$/.test(c[key])) continue;
      check.fault(`${field}.${key}`, 'not-a-date', `A time of day is written as "09:30", got "${c[key]}"`);
      readable = false;
    }
    // From midnight to midnight on named days is those days whole: "weekends only".
    const wholeDays = c.from === '00:00' && (c.days?.length ?? 0) > 0;
    if (readable && c.from === c.to && !wholeDays) {
      check.fault(`${field}.to`, 'hours-empty', `The end is another time than the start, "${c.from}", got the same`);
    }
    if (c.days?.length === 0) {
      check.fault(`${field}.days`, 'hours-empty', 'Days that restrict nothing are left out, got none');
    }
    for (const [i, day] of (c.days ?? []).entries()) {
      if (Number.isInteger(day) && day >= 0 && day <= 6) continue;
      check.fault(`${field}.days[${i}]`, 'not-a-date', `A weekday is 0 for Sunday to 6 for Saturday, got ${day}`);
    }
  },
  'first-order': () => {},
};

/** Limits that could never bite, or never let one through, say something else than was meant. */
const checkLimits = (limits: Limits, check: Check): void => {
  const { cap, trigger } = check.promotion;
  const within = (field: string, amount: Money | undefined): void => {
    if (!amount || !checkMoney(check, field, amount) || cap.currency !== amount.currency) return;
    if (amount.minor <= cap.minor) return;
    check.fault(field, 'limit-contradicts', `It stays within the budget of ${cap.minor}, got ${amount.minor}`);
  };
  within('limits.perShopper.money', limits.perShopper?.money);
  within('limits.perDay.money', limits.perDay?.money);
  if (limits.uses !== undefined) checkCount(check, 'limits.uses', limits.uses);
  for (const [field, uses] of [
    ['limits.perShopper.uses', limits.perShopper?.uses],
    ['limits.perDay.uses', limits.perDay?.uses],
    ['limits.perCode', limits.perCode],
  ] as const) {
    if (uses === undefined || !checkCount(check, field, uses)) continue;
    if (limits.uses === undefined || uses <= limits.uses) continue;
    check.fault(field, 'limit-contradicts', `It stays within the ${limits.uses} uses in all, got ${uses}`);
  }
  if (limits.perCode !== undefined && trigger !== 'code') {
    const message = `A limit per code is for promotions by code, got "${trigger ?? 'offer'}"`;
    check.fault('limits.perCode', 'limit-contradicts', message);
  }
};

const checkDates = (check: Check): void => {
  const { startsAt, endsAt } = check.promotion;
  for (const [field, date] of [
    ['startsAt', startsAt],
    ['endsAt', endsAt],
  ] as const) {
    if (Number.isNaN(date.getTime())) check.fault(field, 'not-a-date', 'A date is needed, got none that can be read');
  }
  if (endsAt.getTime() <= startsAt.getTime()) {
    const message = `The end is after the start, ${startsAt.toISOString()}, got ${endsAt.toISOString()}`;
    check.fault('endsAt', 'ends-before-start', message);
  }
};

/** Every fault of a promotion, in the order of its fields; none: it may be saved. */
export const validatePromotion = (input: ValidateInput): PromotionFault[] => {
  const faults: PromotionFault[] = [];
  const check: Check = { ...input, fault: (field, reason, message) => faults.push({ field, reason, message }) };
  const { promotion, shop } = input;
  checkDates(check);
  if (promotion.cap.currency !== shop.currency) checkMoney(check, 'cap', promotion.cap);
  else if (!(promotion.cap.minor > 0)) {
    check.fault('cap', 'budget-not-positive', `A budget is more than 0, got ${promotion.cap.minor}`);
  } else checkMoney(check, 'cap', promotion.cap);
  const keys = shop.stackGroups?.map(g => g.key) ?? ['deals'];
  if (promotion.group !== undefined && !keys.includes(promotion.group)) {
    check.fault('group', 'unknown-group', `The shop's groups are ${keys.join(', ')}, got "${promotion.group}"`);
  }
  if (promotion.trigger === 'code' && input.codeCount === 0) {
    check.fault('trigger', 'code-missing', 'A promotion by code has at least one code, got none');
  }
  if (promotion.limits) checkLimits(promotion.limits, check);
  for (const [i, condition] of promotion.conditions.entries()) {
    const rule = conditionChecks[condition.kind] as ConditionCheck<Condition>;
    rule(condition, check, `conditions[${i}]`);
  }
  checkAction(promotion.action, check);
  return faults;
};
