import type { ShopperId } from '../../../knowledge/domain/ids.ts';
import { money } from '../../../knowledge/domain/money.ts';
import type { Condition } from '../../../knowledge/domain/promotion.ts';
import { wallClockAt } from '../../../knowledge/domain/wall-clock.ts';
import { type Basket, scopeMinor, scopeQuantity, type Unlock } from '../combine/basket.ts';

/** What a condition may know of the person. */
export interface ConditionShopper {
  readonly segments: readonly string[];
  /** Orders placed before, cancelled ones not counted. */
  readonly orderCount: number;
  /** Absent: a rule for named shoppers holds for nobody. */
  readonly id?: ShopperId;
  /** The moment asked about; absent: a rule for certain hours does not hold. */
  readonly now?: Date;
}

type Of<K extends Condition['kind']> = Extract<Condition, { kind: K }>;

interface ConditionRule<C> {
  /** 'cart': what is in it; 'person': who holds it, which no change to the cart can meet. */
  readonly about: 'cart' | 'person';
  holds(condition: C, basket: Basket, shopper: ConditionShopper): boolean;
  /** The smallest change that would meet it; null when nothing the shopper adds would. */
  unlock(condition: C, basket: Basket): Unlock | null;
}

const scoped = (unlock: Unlock, scope: Unlock['scope']): Unlock => (scope ? { ...unlock, scope } : unlock);

interface ShownClock {
  readonly minute: number;
  readonly day: number;
  /** "HH:MM" */
  readonly at: string;
}

/** What each zone's clock showed last: a decision asks the same minute of hundreds of rules. */
const shown = new Map<string, ShownClock>();
const wallClock = (now: Date, timeZone: string): ShownClock => {
  const minute = Math.floor(now.getTime() / 60_000);
  let wall = shown.get(timeZone);
  if (wall?.minute !== minute) {
    const { weekday, ...time } = wallClockAt(now, timeZone);
    const two = (n: number): string => String(n).padStart(2, '0');
    wall = { minute, day: weekday, at: `${two(time.hour)}:${two(time.minute)}` };
    shown.set(timeZone, wall);
  }
  return wall;
};

/**
 * Read on the shop's own clock: a change to summer time moves nothing, an hour that comes twice counts twice, and one that
 * is left out does not come.
 */
export const isWithinHours = (
  hours: Pick<Of<'hours'>, 'days' | 'from' | 'to'>,
  now: Date,
  timeZone: string | undefined,
): boolean => {
  const { day, at } = wallClock(now, timeZone ?? 'UTC');
  const within = (d: number): boolean => !hours.days || hours.days.includes(d);
  if (hours.from < hours.to) return within(day) && at >= hours.from && at < hours.to;
  return (within(day) && at >= hours.from) || (within((day + 6) % 7) && at < hours.to);
};

/** Every condition a marketer may set: a new kind is one line here and one in the domain. */
const conditionRules = {
  'min-spend': {
    about: 'cart',
    holds: (c, basket) => scopeMinor(basket, c.scope) >= c.amount.minor,
    unlock: (c, basket) =>
      scoped({ spendMore: money(c.amount.minor - scopeMinor(basket, c.scope), basket.currency) }, c.scope),
  },
  'min-quantity': {
    about: 'cart',
    holds: (c, basket) => scopeQuantity(basket.lines, c.scope) >= c.quantity,
    unlock: (c, basket) => scoped({ addQuantity: c.quantity - scopeQuantity(basket.lines, c.scope) }, c.scope),
  },
  contains: {
    about: 'cart',
    holds: (c, basket) => scopeQuantity(basket.lines, c.scope) > 0,
    unlock: c => ({ addQuantity: 1, scope: c.scope }),
  },
  segment: {
    about: 'person',
    holds: (c, _basket, shopper) => c.anyOf.some(segment => shopper.segments.includes(segment)),
    unlock: () => null,
  },
  shopper: {
    about: 'person',
    holds: (c, _basket, shopper) => shopper.id !== undefined && c.anyOf.includes(shopper.id),
    unlock: () => null,
  },
  hours: {
    about: 'person',
    holds: (c, basket, shopper) => shopper.now !== undefined && isWithinHours(c, shopper.now, basket.shop.timeZone),
    unlock: () => null,
  },
  'first-order': {
    about: 'person',
    holds: (_c, _basket, shopper) => shopper.orderCount === 0,
    unlock: () => null,
  },
} as const satisfies { [K in Condition['kind']]: ConditionRule<Of<K>> };

/** The table's entry with its own condition type forgotten; the key proves that they belong together. */
const ruleOf = (condition: Condition): ConditionRule<Condition> =>
  conditionRules[condition.kind] as unknown as ConditionRule<Condition>;

export const conditionHolds = (condition: Condition, basket: Basket, shopper: ConditionShopper): boolean =>
  ruleOf(condition).holds(condition, basket, shopper);

export const unlockCondition = (condition: Condition, basket: Basket): Unlock | null =>
  ruleOf(condition).unlock(condition, basket);

/** True for what the cart itself can meet: checked again whenever the cart is priced. */
export const isAboutCart = (condition: Condition): boolean => conditionRules[condition.kind].about === 'cart';
