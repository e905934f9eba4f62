import { inLanguage } from '../../knowledge/domain/language.ts';
import { formatMoney, type Money } from '../../knowledge/domain/money.ts';
import type { Offer } from '../../knowledge/domain/offer.ts';
import type { StatedPreference } from '../../knowledge/domain/preference.ts';
import type { Product } from '../../knowledge/domain/product.ts';
import { parseBudget } from '../../knowledge/profile/budget.ts';
import { isWorthTelling } from '../../knowledge/retrieval/goods/no-property.ts';
import type { SizedFirst } from '../product-parts.ts';
import { isCelebrated } from '../understand/wishes/celebrated.ts';
import { unprovedIn } from '../understand/wishes/unproved.ts';
import { detailsAndQuotes } from './details-told.ts';
import { unsaidIn } from './unsaid.ts';
import { categoryName, kindOrName, type Wording } from './words.ts';

export const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;

export const preference = (
  p: Pick<StatedPreference, 'slot' | 'value' | 'polarity' | 'quote'>,
  wording: Wording,
): string => {
  if (p.slot === 'budget') {
    const budget = parseBudget(p.value);
    if (!budget) return p.quote;
    const amount = formatMoney({ minor: budget.minor, currency: wording.shop.currency });
    return budget.bound === 'max' ? `a budget up to ${amount}` : `from ${amount}`;
  }
  if (p.slot === 'recipient') return `a gift for ${p.value}`;
  if (p.slot === 'category')
    return p.polarity === 'dislike'
      ? `no ${categoryName(p.value, wording).toLowerCase()}`
      : categoryName(p.value, wording).toLowerCase();
  if (p.slot === 'size') return `size ${p.value.toUpperCase()}`;
  if (p.slot === 'product') return `${p.polarity === 'dislike' ? 'no ' : ''}${kindOrName(p.value, wording)}`;
  return p.polarity === 'dislike' ? `not ${p.value}` : p.value;
};

/** How long it will take, where somebody is there to say so by. */
export const wait = (seconds: number | null | undefined): string => {
  if (seconds === null || seconds === undefined) return '';
  return seconds <= 60 ? ', which takes about a minute' : `, which takes about ${Math.ceil(seconds / 60)} minutes`;
};

export const flowsEn = {
  return: 'your return',
  'cancel-order': 'cancelling your order',
  'guest-order': 'finding your order',
} as const;

/** What the shopper gets out of a deal; the value of a gift is no discount. */
export const gain = ({ kind, saves }: Pick<Offer, 'kind' | 'saves'>): string => {
  if (kind === 'gift') return `a free gift worth ${formatMoney(saves)}`;
  if (kind === 'free-shipping') return `free delivery, which saves you ${formatMoney(saves)}`;
  return `${formatMoney(saves)} off`;
};

/** Whom it is for and what for only steer the ranking: no product is made "with" them. */
export const isNamed = (key: string): boolean =>
  !/^(recipient(?!:kids$)|occasion|unmarked|unproved|unsaid|nearest|without|left-out|named):|^(text|budget-min|around|off-price)$/.test(
    key,
  );

/** What is asked of goods and said of none; empty: nothing is. */
export const unprovedOfThem = (relaxed: readonly string[]): string => {
  const names = unprovedIn(relaxed).map(name => inLanguage(name, 'en'));
  return names.length > 0 ? ` No page here says what is ${list(names)}, so I can't promise that of any.` : '';
};

/** "Running in the rain" says "rain" as well. */
const longestOf = (phrases: readonly string[]): string[] =>
  phrases.filter(
    (one, i) => !phrases.some((other, k) => other.includes(one.slice(1, -1)) && (other.length > one.length || k < i)),
  );

/** What of the told wishes the pages speak of, in the shopper's own words; empty: all of it. */
export const toldOfThem = (keys: readonly string[], count: number): string => {
  const phrases = (kind: string): string[] =>
    keys.flatMap(key => {
      const value = key.slice(kind.length);
      return key.startsWith(kind) && (kind !== 'without:' || isWorthTelling(value)) ? [`“${value}”`] : [];
    });
  const [without, named, leftOut] = [phrases('without:'), phrases('named:'), phrases('left-out:')];
  const unsaid = longestOf([
    ...unsaidIn(keys).map(value => `“${value}”`),
    ...phrases('occasion:')
      .filter(value => !isCelebrated(value))
      .map(value => value.replaceAll('-', ' ')),
  ]);
  return [
    named.length > 0 ? ` I found no ${list(named)} that meets the rest.` : '',
    unsaid.length > 0
      ? ` ${count === 1 ? "Its page doesn't" : "Their pages don't"} say ${list(unsaid)}, so I couldn't go by that.`
      : '',
    leftOut.length > 0 ? ` What leans towards ${list(leftOut)} is left out.` : '',
    without.length > 0
      ? ` ${count === 1 ? "Its page doesn't say" : 'None of their pages says'} it has or is ${list(without)}.`
      : '',
  ].join('');
};

/** "¥400 to ¥600", "¥400 or more". */
export const inRange = ({ least, most }: { readonly least: Money; readonly most?: Money }): string =>
  most ? `${formatMoney(least)} to ${formatMoney(most)}` : `${formatMoney(least)} or more`;

/** What pages say to what was told, word for word. */
export const saidByPages = (
  says: readonly { readonly product: Product; readonly said: string }[],
  count: number,
): string =>
  says
    .map(({ product, said }) => {
      const isDetail = detailsAndQuotes(product, [said], 'en').details.length > 0;
      if (count === 1) return isDetail ? ` ${said}.` : ` Its page says: “${said}”`;
      const name = inLanguage(product.name, 'en');
      return isDetail ? ` ${said} (${name}).` : ` ${name}: “${said}”`;
    })
    .join('');

const everything = 'what I have';
/** What no goods measure, before those that come nearest; undefined: everything measures as wished. */
export const nearestTo = (
  keys: readonly string[],
  count: number,
  within = everything,
  sized?: SizedFirst,
): string | undefined => {
  // Within a price others may be: that is told with what they cost.
  if (sized?.isNone && within === everything)
    return `No, I have none that is ${comparative(sized)}; ${count === 1 ? 'this comes' : 'these come'} nearest`;
  const phrases = keys.flatMap(key => (key.startsWith('nearest:') ? [`“${key.slice(8)}”`] : []));
  return phrases.length === 0
    ? undefined
    : `None of ${within} is said to be ${list(phrases)}; ${count === 1 ? 'this comes' : 'these come'} nearest`;
};

const comparative = ({ first, of }: SizedFirst): string => {
  const isMore = first === 'most';
  if (of === 'mass') return isMore ? 'heavier' : 'lighter';
  if (of === 'hours') return 'said to last longer';
  if (of === 'pieces') return isMore ? 'of more pieces' : 'of fewer pieces';
  return isMore ? 'bigger' : 'smaller';
};

/** Which of them is the biggest, as far as their pages say. */
export const sizedFirst = ({ first, isKnown, of, amount = 0, isNone }: SizedFirst, count: number): string => {
  if (isNone) return '';
  if (of === 'mass') {
    if (!isKnown)
      return ` ${count === 1 ? "Its page doesn't say what it weighs" : "Their pages don't say what they weigh"}.`;
    const weight = amount >= 1_000 ? `${amount / 1_000} kg` : `${amount} g`;
    return count === 1
      ? ` It weighs ${weight}.`
      : ` By what their pages say, the first is the ${first === 'most' ? 'heaviest' : 'lightest'}, at ${weight}.`;
  }
  if (!isKnown)
    return ` ${count === 1 ? "Its page doesn't" : "Their pages don't"} say how big ${count === 1 ? 'it is' : 'they are'}.`;
  return count === 1 ? '' : ` By what their pages say, the first is the ${first === 'most' ? 'biggest' : 'smallest'}.`;
};

export const shelves = ({ shop }: Wording): string =>
  shop.categories.length > 0
    ? `We sell ${list(shop.categories.slice(0, 8).map(c => inLanguage(c.name, 'en').toLowerCase()))}. `
    : '';

/** A wish that was given up, as the end of "I found none …". */
export const none = (key: string): string => {
  const [slot, value] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  if (slot === 'colour') return `in ${value}`;
  if (slot === 'size') return `in size ${value.toUpperCase()}`;
  if (slot === 'material') return `made of ${value.replaceAll('-', ' ')}`;
  if (slot === 'brand') return `by ${value.replace(/(?<![\p{L}'’])\p{L}/gu, first => first.toUpperCase())}`;
  if (slot === 'product') return 'of exactly that kind';
  if (slot === 'recipient') return 'made for children';
  if (slot === 'less') return `without “${value}”`;
  return `marked “${value.replaceAll('-', ' ')}”`;
};

/** What a page says without its yes, where it may be another question's. */
export const withoutYes = (text: string): string =>
  text.replace(/^Yes[,:] (.)/, (_, first: string) => first.toUpperCase());
