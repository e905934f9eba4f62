/** What goods may cost, as a message tells it. */
import type { MoneyBound } from '../../../knowledge/domain/preference.ts';
import type { Shop } from '../../../knowledge/domain/shop.ts';
import { asSaid, budgetValues } from '../../../knowledge/profile/budget.ts';
import type { WishSlot } from '../../../knowledge/profile/vocabulary/vocabulary.ts';
import type { SaidFact } from '../said/fact.ts';

interface Amount {
  readonly money: MoneyBound;
  readonly quote: string;
}

const boundOf: Readonly<Partial<Record<WishSlot, MoneyBound['bound']>>> = {
  price_max: 'max',
  price_min: 'min',
  price_around: 'around',
};

/** The last bound of each kind; "around" stands for both ends. */
const amountsIn = (facts: readonly SaidFact[]): Amount[] => {
  const amounts = facts.flatMap(({ slot, value, money, quote }): Amount[] => {
    const bound = boundOf[slot];
    if (!bound || !Number.isFinite(Number(value))) return [];
    return [{ quote, money: money ?? { bound, amount: Number(value) } }];
  });
  const last = (bound: MoneyBound['bound']): Amount | undefined => amounts.findLast(a => a.money.bound === bound);
  const [min, max, around] = [last('min'), last('max'), last('around')];
  return (min || max ? [min, max] : [around]).filter(a => a !== undefined).flatMap(asRange);
};

/** 两百多 is from two hundred on and below three hundred. */
const andSome = /[一二两三四五六七八九十百千万\d]多(?!少|大|久)/u;
const asRange = (amount: Amount): Amount[] => {
  const { money, quote } = amount;
  if (money.bound !== 'around' || !andSome.test(quote) || !Number.isInteger(money.amount)) return [amount];
  const unit = 10 ** (/0*$/.exec(String(money.amount))?.[0].length ?? 0);
  if (unit < 10) return [amount];
  return [
    { quote, money: { ...money, bound: 'min' } },
    { quote, money: { ...money, bound: 'max', amount: money.amount + unit - 1 } },
  ];
};

/** Each amount as values of a budget. */
export const pricesTold = (facts: readonly SaidFact[], shop: Shop) => {
  const amounts = amountsIn(facts);
  const ends = asSaid(amounts.flatMap(({ money }) => (money.bound === 'around' ? [] : budgetValues(money, shop))));
  const isSaid = (value: string): string => ends.find(end => end === `${value}!`) ?? value;
  return amounts.map(({ money, quote }) => ({
    values: budgetValues(money, shop).map(isSaid),
    bound: money.bound,
    quote,
  }));
};
