/** What goods may cost in a search, by what was said and by what was shown. */
import type { ProductId } from '../knowledge/domain/ids.ts';
import { fromMajor, type Money, money } from '../knowledge/domain/money.ts';
import type { StatedPreference } from '../knowledge/domain/preference.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import { aroundShare, isOfAround, parseBudget } from '../knowledge/profile/budget.ts';
import type { ConversationMemory } from './memory.ts';
import type { Understanding } from './turn.ts';
import type { SearchScope } from './turn-facts.ts';

/** Minor units of the shop's currency; undefined: unknown. */
export type PriceOf = (product: ProductId) => number | undefined;
/** The price of the product spoken of, or the middle one of the list, in minor units. */
const middleShown = (
  memory: ConversationMemory,
  priceOf: PriceOf,
  isMeant: (product: ProductId) => boolean,
): number | undefined => {
  const { focus, shown } = memory;
  // "A cheaper kettle", of a kettle and a dripper.
  const meant = shown.filter(isMeant);
  const listed = meant.length > 0 ? meant : shown;
  const spokenOf = focus !== undefined && (listed.includes(focus) || shown.length === 0) ? [focus] : listed;
  const prices = spokenOf.flatMap(id => priceOf(id) ?? []).sort((a, b) => a - b);
  return prices[Math.floor((prices.length - 1) / 2)];
};

/** One whole unit of money above that. */
export const aboveShown = (
  memory: ConversationMemory,
  shop: Shop,
  priceOf: PriceOf,
  isMeant: (product: ProductId) => boolean = () => true,
): number | undefined => {
  const middle = middleShown(memory, priceOf, isMeant);
  if (middle === undefined) return undefined;
  const unit = fromMajor(1, shop.currency).minor;
  return Math.floor(middle / unit) * unit + unit;
};

/** One whole unit of money below it. */
export const belowShown = (
  memory: ConversationMemory,
  shop: Shop,
  priceOf: PriceOf,
  isMeant: (product: ProductId) => boolean = () => true,
): number | undefined => {
  const middle = middleShown(memory, priceOf, isMeant);
  if (middle === undefined) return undefined;
  const unit = fromMajor(1, shop.currency).minor;
  return Math.max(0, Math.ceil(middle / unit) * unit - unit);
};

export const isHighestPrice = ({ slot, polarity, value }: StatedPreference): boolean =>
  slot === 'budget' && polarity === 'like' && parseBudget(value)?.bound === 'max';

export const isLowestPrice = ({ slot, polarity, value }: StatedPreference): boolean =>
  slot === 'budget' && polarity === 'like' && parseBudget(value)?.bound === 'min';

/** Between which prices is looked for. */
export const priceBounds = (
  understanding: Understanding,
  preferences: readonly StatedPreference[],
  shop: Shop,
): Pick<SearchScope, 'priceMinMinor' | 'priceMaxMinor'> => {
  let min: number | undefined;
  let max: number | undefined;
  for (const p of preferences) {
    const bound = p.slot === 'budget' && p.polarity === 'like' ? parseBudget(p.value) : null;
    if (bound?.bound === 'max') max = bound.minor;
    if (bound?.bound === 'min') min = bound.minor;
  }
  const said = understanding.entities.budget;
  if (said && !understanding.preferences.some(p => p.slot === 'budget' && p.polarity === 'like')) {
    const minor = toShopMinor(said.amount, said.currency, shop);
    if (minor !== null && said.bound === 'max') max = minor;
    if (minor !== null && said.bound === 'min') min = minor;
    if (minor !== null && said.bound === 'around') {
      min = Math.round(minor * (1 - aroundShare));
      max = Math.round(minor * (1 + aroundShare));
    }
  }
  return {
    ...(min === undefined ? {} : { priceMinMinor: min }),
    ...(max === undefined ? {} : { priceMaxMinor: max }),
  };
};

/** Minor units of the shop's currency; null when the shop publishes no rate for the one named. */
const toShopMinor = (amount: number, currency: Money['currency'] | undefined, shop: Shop): number | null => {
  if (!currency || currency === shop.currency) return fromMajor(amount, shop.currency).minor;
  const rate = shop.exchangeRates[currency];
  return rate === undefined ? null : fromMajor(amount * rate, shop.currency).minor;
};

/** The upper bound of a search as money, for the heading. */
export const budgetOf = (preferences: readonly StatedPreference[], shop: Shop): Money | null => {
  for (const p of [...preferences].reverse()) {
    const bound = p.slot === 'budget' && p.polarity === 'like' ? parseBudget(p.value) : null;
    // The upper end of an "around" is nothing that was said.
    if (bound?.bound === 'max' && !isOfAround(p.value, preferences)) return money(bound.minor, shop.currency);
  }
  return null;
};

/** From the lowest price that was said to the highest, if there is one; null: none was, or it is an end of an "around". */
export const rangeOf = (
  preferences: readonly StatedPreference[],
  shop: Shop,
): { readonly least: Money; readonly most?: Money } | null => {
  const bounds = preferences.flatMap(p => {
    const bound = p.slot === 'budget' && p.polarity === 'like' ? parseBudget(p.value) : null;
    return bound && !isOfAround(p.value, preferences) ? [bound] : [];
  });
  const [least, most] = [bounds.findLast(b => b.bound === 'min'), bounds.findLast(b => b.bound === 'max')];
  if (!least) return null;
  return {
    least: money(least.minor, shop.currency),
    ...(most ? { most: money(most.minor, shop.currency) } : {}),
  };
};
