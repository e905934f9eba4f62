/** What goods are wished to measure: "fits a 16 inch laptop", 500ml以上. It serves the search, beside what else is told for it. */
import type { Language } from '../../../knowledge/domain/language.ts';
import type { StatedPreference } from '../../../knowledge/domain/preference.ts';
import type { Product } from '../../../knowledge/domain/product.ts';
import { type MeasureWish, measuresWished, measureWishOf } from '../../../knowledge/retrieval/goods/measure-wishes.ts';
import { hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import { measureBeside, type SizeOrder } from '../pointing/size-order.ts';

const mostMeasures = 2;
/** What has so many inches goes in: "16 inch laptop". */
const behind =
  /^ (?:laptop|macbook|notebook|computer|screen|battery(?: life)?)\b|^(?:的)?(?:电脑|笔记本|续航|大屏)|^(?:能|可以|一起)*玩/u;

/** "Ninety is too few": more than that. */
const beyond = { over: { en: 'more than ', zh: '多于' }, less: { en: 'less than ', zh: '少于' } } as const;

/** A laptop that has to go in, wherever it is named: 能放电脑的 13寸. */
const laptop = /\b(?:laptop|macbook|notebook|computer)\b|电脑|笔记本/u;

const inWords = (folded: string, { of, start, end, bound, isFault }: MeasureWish): string => {
  // "Between 25 and 40 litres".
  const said = folded.slice(start, end).replace(/ and (?=\d)/, ' to ');
  const language = hasHan(folded) ? 'zh' : 'en';
  if (isFault) return `${beyond[bound === 'over' ? 'over' : 'less'][language]}${said}`;
  const more = behind.exec(folded.slice(end))?.[0];
  const thing = of === 'span' ? laptop.exec(folded)?.[0] : undefined;
  return `${said}${more ?? (thing === undefined ? '' : language === 'zh' ? thing : ` ${thing}`)}`;
};

/** Each in the shopper's words. Takes folded text. */
export const measuresTold = (folded: string, forWhom: string): StatedPreference[] =>
  measuresWished(folded)
    .slice(0, mostMeasures)
    .map(wish => ({
      slot: 'feature',
      value: inWords(folded, wish),
      polarity: 'like',
      forWhom,
      quote: folded.slice(0, 120),
      confidence: 0.7,
    }));

/** With the measures, and without the same words read in another way; each once. */
export const withMeasures = (
  told: readonly StatedPreference[],
  measures: readonly StatedPreference[],
): readonly StatedPreference[] => {
  const isRead = (one: StatedPreference): boolean =>
    isMeasured(one) && measures.some(({ value }) => one.value.includes(value) || value.includes(one.value));
  // 不要太大 is no word of any page.
  const isDegree = ({ value, polarity }: StatedPreference): boolean =>
    (polarity === 'dislike' && degreeAlone.test(value)) || amountAlone.test(value);
  const all = [...told.filter(one => !isRead(one) && !isDegree(one)), ...measures];
  return all.filter((one, i) => all.findIndex(other => other.value === one.value) === i);
};

const isMeasured = ({ value, polarity }: StatedPreference): boolean =>
  /[\d半一二两三四五六七八九十百千万]/u.test(value) || (polarity === 'like' && measureWishOf(value) !== undefined);

/** A size of the catalogue's that is a measure is held against the goods as one. */
export const isSizeByMeasure = ({ slot, value, polarity }: StatedPreference): boolean =>
  slot === 'size' && polarity === 'like' && measureWishOf(value) !== undefined;

/** "Bigger" as more than there is of what was shown, where its page tells that. */
export const inOrder = (
  told: readonly StatedPreference[],
  order: SizeOrder,
  than: Product | undefined,
  language: Language,
): StatedPreference[] => {
  const others = told.filter(
    ({ value }) => !(order.said.includes(value) || value.includes(order.said) || degreeAlone.test(value)),
  );
  if (order.how === 'most' || order.how === 'least') return others;
  const value = than ? measureBeside(than, order, language) : undefined;
  return value === undefined
    ? others
    : [...others, { slot: 'feature', value, polarity: 'like', forWhom: 'self', quote: order.said, confidence: 0.7 }];
};
const amountAlone = /^(?:more|less|at least|over|under|以上|以下|左右)$/u;
const degreeAlone =
  /^(?:big|bigger|biggest|large|larger|largest|small|smaller|smallest|大|小|大一点|小一点|大点|小点|太大|太小|花|太花)$/u;
