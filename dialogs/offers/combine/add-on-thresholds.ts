/** The steps a cart has not reached yet, and the least that could reach each. */
import type { PromotionId } from '../../../knowledge/domain/ids.ts';
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { scopeMinor, scopeQuantity } from './basket.ts';
import type { Entry } from './combine-search.ts';
import type { Solved } from './combine-solve.ts';

export interface Threshold {
  readonly deal: PromotionId | 'delivery';
  /** What the additions come from; absent: anywhere in the shop. */
  readonly scope?: Scope;
  /** At least this much has to be added at price; deals that take their part of it may ask for more. */
  readonly gapMinor: number;
  /** At least so many units. */
  readonly units: number;
  /** True when the cart as solved has passed it. */
  isReached(solved: Solved): boolean;
}

/** What a deal takes off a cart as solved; for the others than 满减 only whether it is on it. */
const levelOf = ({ found }: Solved, id: PromotionId): number => {
  const step = found.steps.find(s => s.entry.candidate.promotion.id === id);
  if (!step) return 0;
  return step.entry.candidate.promotion.action.kind === 'spend-and-save' ? step.offMinor : 1;
};

/** The next spend at which a 满减 takes more, after `minor`; null: its last step is reached. */
const nextStep = (action: Entry['candidate']['promotion']['action'], minor: number): number | null => {
  if (action.kind !== 'spend-and-save') return null;
  const [first] = action.tiers;
  if (action.repeat && first) {
    const steps = Math.floor(minor / first.threshold.minor);
    if (action.cap && steps * first.off.minor >= action.cap.minor) return null;
    return (steps + 1) * first.threshold.minor;
  }
  return action.tiers.find(tier => tier.threshold.minor > minor)?.threshold.minor ?? null;
};

const ofDeal = (entry: Entry, base: Solved): Threshold | null => {
  const { basket, found, plan } = base;
  const { promotion } = entry.candidate;
  const { action } = promotion;
  const step = found.steps.findIndex(s => s.entry === entry);
  const level = levelOf(base, promotion.id);
  let gapMinor = 0;
  let units = 1;
  const scopes: (Scope | undefined)[] = [];
  const ask = (minor: number, scope: Scope | undefined): void => {
    gapMinor = Math.max(gapMinor, minor);
    scopes.push(scope);
  };
  if (step < 0) {
    const hasRival = found.steps.some(s => s.entry.group === entry.group && plan.groups[entry.group]?.mode === 'best');
    for (const c of promotion.conditions) {
      if (c.kind === 'min-spend') {
        const missing = c.amount.minor - scopeMinor(basket, c.scope);
        // Reached at price and yet not on the cart: deals before it take the goods below, and a little more may do.
        if (missing > 0 || !hasRival) ask(Math.max(0, missing), c.scope);
      }
      if (c.kind === 'min-quantity') {
        const missing = c.quantity - scopeQuantity(basket.lines, c.scope);
        if (missing <= 0) continue;
        ask(0, c.scope);
        units = Math.max(units, missing);
      }
    }
  }
  if (action.kind === 'spend-and-save') {
    const before = step > 0 ? found.steps[step - 1] : undefined;
    const counted = step < 0 ? 0 : scopeMinor({ ...basket, left: before?.left ?? basket.left }, action.scope);
    const next = nextStep(action, counted);
    if (next !== null) ask(Math.max(0, next - scopeMinor(basket, action.scope)), action.scope);
  }
  if (action.kind === 'amount-off') {
    const spent = scopeMinor(basket, action.scope);
    if (spent <= action.amount.minor) ask(action.amount.minor + 1 - spent, action.scope);
  }
  if (scopes.length === 0) return null;
  // Several goods are asked for: then anything may be part of it.
  const [scope] = scopes;
  const isOne = scopes.every(other => JSON.stringify(other) === JSON.stringify(scope));
  return {
    deal: promotion.id,
    ...(scope && isOne ? { scope } : {}),
    gapMinor,
    units,
    isReached: solved => levelOf(solved, promotion.id) > level,
  };
};

/** Every threshold that more goods could pass, the shop's own free delivery included. */
export const thresholdsOf = (base: Solved): Threshold[] => {
  const { basket, able, found } = base;
  if (basket.lines.length === 0) return [];
  const thresholds = able.flatMap(entry => ofDeal(entry, base) ?? []);
  const from = basket.shop.freeShippingFrom?.minor;
  if (from !== undefined && found.feeMinor > 0) {
    thresholds.push({
      deal: 'delivery',
      gapMinor: Math.max(0, from - basket.goodsMinor),
      units: 1,
      isReached: solved => solved.found.feeMinor === 0,
    });
  }
  return thresholds;
};
