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
import { chineseValue } from './values-zh.ts';
import { categoryName, kindOrName, type Wording } from './words.ts';

export const preference = (
  p: Pick<StatedPreference, 'slot' | 'value' | 'polarity' | 'quote'>,
  wording: Wording,
): string => {
  if (p.slot === 'budget') {
    const budget = parseBudget(p.value);
    if (!budget) return p.quote;
    const amount = formatMoney({ minor: budget.minor, currency: wording.shop.currency });
    return budget.bound === 'max' ? `预算${amount}以内` : `${amount}以上`;
  }
  if (p.slot === 'recipient') return `送${chineseValue(p.value)}的礼物`;
  const value =
    p.slot === 'category'
      ? categoryName(p.value, wording)
      : p.slot === 'product'
        ? kindOrName(p.value, wording)
        : p.slot === 'size'
          ? `${p.value.toUpperCase()}码`
          : chineseValue(p.value);
  return p.polarity === 'dislike' ? `不要${value}` : value;
};

/** 有人在线时才说得出大概要等多久。 */
export const wait = (seconds: number | null | undefined): string =>
  seconds === null || seconds === undefined ? '' : `，预计等待约${Math.max(1, Math.ceil(seconds / 60))}分钟`;

export const flowsZh = {
  return: '办理退货',
  'cancel-order': '取消订单',
  'guest-order': '查询订单',
} as const;

/** What the shopper gets out of a deal; the value of a gift is no discount. */
export const gain = ({ kind, saves }: Pick<Offer, 'kind' | 'saves'>): string => {
  if (kind === 'gift') return `赠品一份（价值${formatMoney(saves)}）`;
  if (kind === 'free-shipping') return `免运费，立省${formatMoney(saves)}`;
  return `立减${formatMoney(saves)}`;
};

/** Whom it is for and what for only steer the ranking: no product is made "with" them. */
/** A kind of thing that has an English name only is not named in a Chinese sentence. */
export const isNamed = (key: string): boolean =>
  !/^(recipient(?!:kids$)|occasion|unmarked|unproved|unsaid|nearest|without|left-out|named):|^(text|budget-min|around|off-price)$/.test(
    key,
  ) && !(key.startsWith('product:') && !/\p{Script=Han}/u.test(chineseValue(key.slice(key.indexOf(':') + 1))));

/** What is asked of goods and said of none; empty: nothing is. */
export const unprovedOfThem = (relaxed: readonly string[]): string => {
  const names = unprovedIn(relaxed).map(name => inLanguage(name, 'zh'));
  return names.length > 0 ? `页面没有写明哪些是“${names.join('、')}”的，这一点我不敢保证。` : '';
};

/** What of the told wishes the pages speak of, in the shopper's own words; empty: all of it. */
export const toldOfThem = (keys: readonly string[]): string => {
  const values = (kind: string): string[] =>
    keys.flatMap(key => (key.startsWith(kind) ? [key.slice(kind.length).replace(/[吗么不呢啊吧]+$/u, '')] : []));
  const phrases = (list: readonly string[]): string => list.map(value => `“${value}”`).join('、');
  const [without, named] = [phrases(values('without:').filter(isWorthTelling)), phrases(values('named:'))];
  const leftOut = phrases(values('left-out:').map(value => value.replace(/的$/u, '')));
  const told = [
    ...unsaidIn(keys).map(value => value.replace(/[吗么不呢啊吧]+$/u, '')),
    ...values('occasion:')
      .filter(value => !isCelebrated(value))
      .map(value => chineseValue(value)),
  ];
  // 跑步不会掉 says 跑步 as well.
  const unsaid = phrases(
    told.filter((one, i) => !told.some((other, k) => other.includes(one) && (other.length > one.length || k < i))),
  );
  return [
    named === '' ? '' : `没有找到符合其余要求的${named}。`,
    unsaid === '' ? '' : `商品页没提到${unsaid}，没法按这个挑。`,
    leftOut === '' ? '' : `偏${leftOut}的已经去掉了。`,
    without === '' ? '' : `这几款的页面都没提到${without}。`,
  ].join('');
};

export const inRange = ({ least, most }: { readonly least: Money; readonly most?: Money }): string =>
  most ? `${formatMoney(least)}到${formatMoney(most)}` : `${formatMoney(least)}以上`;

/** What pages say to what was told, word for word. */
export const saidByPages = (
  says: readonly { readonly product: Product; readonly said: string }[],
  count: number,
): string =>
  says
    .map(({ product, said }) => {
      const name = inLanguage(product.name, 'zh');
      if (detailsAndQuotes(product, [said], 'zh').details.length > 0)
        return `${count === 1 ? '' : `${name}，`}${said}。`;
      return count === 1 ? `页面上写着：“${said}”` : `${name}的页面写着：“${said}”`;
    })
    .join('');

const everything = '';
/** What no goods measure, before those that come nearest; undefined: everything measures as wished. */
export const nearestTo = (
  keys: readonly string[],
  count: number,
  within = everything,
  sized?: SizedFirst,
): string | undefined => {
  // Within a price others may be: that is told with what they cost.
  if (sized?.isNone && within === everything) return `没有${comparative(sized)}的了，最接近的是这${count}款`;
  const values = keys.flatMap(key => (key.startsWith('nearest:') ? [`“${key.slice(8).replace(/的$/u, '')}”`] : []));
  return values.length === 0 ? undefined : `${within}没有写明${values.join('、')}的，最接近的是这${count}款`;
};

const comparative = ({ first, of }: SizedFirst): string => {
  const isMore = first === 'most';
  if (of === 'mass') return isMore ? '更重' : '更轻';
  if (of === 'hours') return '续航更长';
  if (of === 'pieces') return isMore ? '片数更多' : '片数更少';
  return isMore ? '更大' : '更小';
};

/** Which of them is the biggest, as far as their pages say. */
export const sizedFirst = ({ first, isKnown, of, amount = 0, isNone }: SizedFirst, count: number): string => {
  if (isNone) return '';
  if (of === 'mass') {
    if (!isKnown) return '页面没有写明重量。';
    const weight = amount >= 1_000 ? `${amount / 1_000} 公斤` : `${amount} 克`;
    return count === 1
      ? `这款重 ${weight}。`
      : `按页面写的重量，第一款最${first === 'most' ? '重' : '轻'}，${weight}。`;
  }
  if (!isKnown) return '页面都没有写明具体大小。';
  return count === 1 ? '' : `按页面写的大小，第一款最${first === 'most' ? '大' : '小'}。`;
};

export const shelves = ({ shop }: Wording): string =>
  shop.categories.length > 0
    ? `我们卖${shop.categories
        .slice(0, 8)
        .map(c => inLanguage(c.name, 'zh'))
        .join('、')}。`
    : '';

export const relaxedName = (key: string, wording: Wording): string => {
  const value = key.includes(':') ? key.slice(key.indexOf(':') + 1) : key;
  if (key.startsWith('less:')) return `不带${value}`;
  return wording.shop.categories.some(c => c.key === value) ? categoryName(value, wording) : chineseValue(value);
};

/** What a page says without its yes, where it may be another question's. */
export const withoutYes = (text: string): string => text.replace(/^(?:可以|能|是的?|有的?)[，：]/u, '');
