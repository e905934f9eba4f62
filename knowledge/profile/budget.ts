/** A budget as a preference's value: "max:30000:CNY", minor units of the shop's currency. */
import { type Currency, currencies, fromMajor, type Money, money } from '../domain/money.ts';
import type { MoneyBound } from '../domain/preference.ts';
import type { Shop } from '../domain/shop.ts';

export interface Budget {
  readonly bound: 'max' | 'min';
  readonly minor: number;
  readonly currency: Currency;
  /** Said as such, though it is where an "around" would end: 300 to 500. */
  readonly isSaid?: true;
}

/** A budget without an amount: "not too expensive". A highest price that is named later takes its place. */
export const lowPrices = 'low';

/** "Around 50" means within a quarter of it. */
export const aroundShare = 0.25;

export const parseBudget = (value: string): Budget | null => {
  const match = /^(max|min):(\d{1,15}):([A-Z]{3})(!?)$/.exec(value);
  const currency = currencies.find(c => c === match?.[3]);
  return match && currency
    ? {
        bound: match[1] as Budget['bound'],
        minor: Number(match[2]),
        currency,
        ...(match[4] ? { isSaid: true as const } : {}),
      }
    : null;
};

export const budgetMoney = (budget: Budget): Money => money(budget.minor, budget.currency);

/** Values for a bound as said; none when the shop has no rate for the currency named. "Around" gives a lowest and a highest. */
export const budgetValues = (said: MoneyBound, shop: Pick<Shop, 'currency' | 'exchangeRates'>): string[] => {
  const rate = !said.currency || said.currency === shop.currency ? 1 : shop.exchangeRates[said.currency];
  if (rate === undefined || !Number.isFinite(said.amount) || said.amount <= 0) return [];
  const value = (bound: Budget['bound'], share: number): string =>
    `${bound}:${fromMajor(said.amount * rate * share, shop.currency).minor}:${shop.currency}`;
  if (said.bound !== 'around') return [value(said.bound, 1)];
  return [value('min', 1 - aroundShare), value('max', 1 + aroundShare)];
};

type Wish = { readonly slot: string; readonly value: string };

/** The amount of which these are the lowest and the highest of an "around"; null: they are bounds that were said. */
const middleOf = (one: Budget, other: Budget): Money | null => {
  if (one.bound === other.bound || one.currency !== other.currency || one.isSaid || other.isSaid) return null;
  const [min, max] = one.bound === 'min' ? [one.minor, other.minor] : [other.minor, one.minor];
  const isAround = Math.abs(min * (1 + aroundShare) - max * (1 - aroundShare)) <= 2;
  return isAround ? money(Math.round((min + max) / 2), one.currency) : null;
};

/** Whether a bound is one end of an "around" among these wishes: nobody said that number, so that nobody is told they did. */
export const isOfAround = (value: string, wishes: readonly Wish[]): boolean => {
  const one = parseBudget(value);
  if (!one) return false;
  return wishes.some(wish => {
    const other = wish.slot === 'budget' ? parseBudget(wish.value) : null;
    return other !== null && middleOf(one, other) !== null;
  });
};

/** What was said, of the "around" among these wishes, in the shop's currency; null: there is none. */
export const aroundOf = (wishes: readonly Wish[]): Money | null => {
  const all = wishes.flatMap(wish => (wish.slot === 'budget' ? (parseBudget(wish.value) ?? []) : []));
  for (const min of all) {
    const max = min.bound === 'min' ? all.find(b => middleOf(min, b) !== null) : undefined;
    if (max) return middleOf(min, max);
  }
  return null;
};

/** The lowest and the highest as they were said: no "around", wherever they lie. */
export const asSaid = (values: readonly string[]): string[] => {
  const wishes = values.map(value => ({ slot: 'budget', value }));
  return values.map(value => (isOfAround(value, wishes) ? `${value}!` : value));
};
