/** Amounts, percentages, days and dates as they stand in a sentence, in English and Chinese. */
import { type Currency, fromMajor, type Money } from '../domain/money.ts';
import { englishNumber, readNumber } from '../language/numbers.ts';

export interface Figure<T> {
  readonly value: T;
  /** As written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const symbols: Readonly<Partial<Record<Currency, string>>> = {
  CNY: '[¥￥]|rmb\\s?|cny\\s?',
  JPY: '[¥￥]|jpy\\s?',
  USD: '(?<![a-z])\\$|us\\$|usd\\s?',
  EUR: '€|eur\\s?',
  GBP: '£|gbp\\s?',
  HKD: 'hk\\$|hkd\\s?',
  TWD: 'nt\\$|twd\\s?',
  SGD: 's\\$|sgd\\s?',
  AUD: 'a\\$|aud\\s?',
  CAD: 'c\\$|cad\\s?',
};
const units: Readonly<Partial<Record<Currency, string>>> = {
  CNY: '元|块钱?|人民币|yuan|rmb|cny',
  JPY: '日元|円|yen|jpy',
  USD: '美元|dollars?|usd',
  EUR: '欧元|euros?|eur',
  GBP: '英镑|pounds?|gbp',
  HKD: '港元|港币|hkd',
  TWD: '新台币|twd',
  SGD: '新元|sgd',
  AUD: '澳元|aud',
  CAD: '加元|cad',
};
const number = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d{1,2})?|\\d+(?:\\.\\d{1,2})?';

const numberOf = (text: string): number => Number(text.replaceAll(',', ''));

/** Amounts of one currency. Chinese rules leave the unit out ("满 300 减 50"): those are read where the rule is. */
export const amountsIn = (sentence: string, currency: Currency): Figure<Money>[] => {
  const pattern = new RegExp(
    `(?:${symbols[currency]})\\s?(${number})(?![\\d%])|(?<![\\d.])(${number})\\s?(?:${units[currency]})`,
    'giu',
  );
  return [...sentence.matchAll(pattern)].map(match => ({
    value: fromMajor(numberOf(match[1] ?? match[2]!), currency),
    text: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
};

const chineseDigits = '零一二三四五六七八九';

const englishDays = new RegExp(`(?<![\\w.,¥$€£])(\\d{1,3}|${englishNumber})[\\s-](days?|weeks?)\\b`, 'giu');
/** Spans in days; working days are another kind of day and left out. Weeks count seven. */
export const daysIn = (sentence: string): Figure<number>[] => {
  const found: Figure<number>[] = [];
  for (const match of sentence.matchAll(englishDays)) {
    const count = readNumber(match[1]!.toLowerCase());
    const days = match[2]!.toLowerCase().startsWith('week') ? count * 7 : count;
    found.push({ value: days, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  for (const match of sentence.matchAll(
    /(\d{1,3}|[一二两三四五六七八九十百]{1,4})\s?(天|日(?!元|期|用|常|[\d一二三四五六七八九十]))/gu,
  )) {
    const value = readNumber(match[1]!);
    found.push({ value, text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
};
/** Rates 0..1 taken off: "20% off", "减 20%", 八五折, 8.5 折, 半价. */
export const ratesOffIn = (sentence: string): Figure<number>[] => {
  const found: Figure<number>[] = [];
  const add = (match: RegExpMatchArray, value: number): void => {
    if (value > 0 && value < 1)
      found.push({ value, text: match[0].trim(), start: match.index!, end: match.index! + match[0].length });
  };
  for (const match of sentence.matchAll(
    /(\d{1,2}(?:\.\d)?)\s?(?:%|percent|per cent)\s?(?:off\b|discount|cheaper|less)|(?:save|discount of|reduced by|take)\s(\d{1,2})\s?(?:%|percent)/giu,
  ))
    add(match, Number(match[1] ?? match[2]) / 100);
  for (const match of sentence.matchAll(/(?:减|优惠|立减|降)\s?(\d{1,2})\s?%/gu)) add(match, Number(match[1]) / 100);
  for (const match of sentence.matchAll(/(\d(?:\.\d)?|\d{2})\s?折/gu)) {
    const kept = Number(match[1]);
    add(match, 1 - (kept >= 10 ? kept / 100 : kept / 10));
  }
  for (const match of sentence.matchAll(/([一二三四五六七八九])([一二三四五六七八九])?折/gu)) {
    const tens = chineseDigits.indexOf(match[1]!);
    add(match, 1 - (match[2] ? tens / 10 + chineseDigits.indexOf(match[2]) / 100 : tens / 10));
  }
  return found.map(f => ({ ...f, value: Math.round(f.value * 1000) / 1000 }));
};

const months = 'january|february|march|april|may|june|july|august|september|october|november|december';
const monthOf = (word: string): number =>
  months.split('|').findIndex(m => m.startsWith(word.toLowerCase().slice(0, 3))) + 1;

/** Calendar days as "MM-DD", with the year in front where one stands there. */
export const datesIn = (sentence: string): Figure<string>[] => {
  const found: Figure<string>[] = [];
  const add = (match: RegExpMatchArray, year: string | undefined, month: number, day: number): void => {
    if (month < 1 || month > 12 || day < 1 || day > 31) return;
    const monthDay = `${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const value = year ? `${year}-${monthDay}` : monthDay;
    found.push({
      value,
      text: match[0].trim().replace(/\.$/, ''),
      start: match.index!,
      end: match.index! + match[0].length,
    });
  };
  for (const match of sentence.matchAll(/(?<!\d)(20\d\d)-(\d{1,2})-(\d{1,2})(?!\d)/g))
    add(match, match[1], Number(match[2]), Number(match[3]));
  for (const match of sentence.matchAll(/(?:(20\d\d)\s?年\s?)?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号]/gu))
    add(match, match[1], Number(match[2]), Number(match[3]));
  const names = `(${months}|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\.?`;
  for (const match of sentence.matchAll(
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s${names}(?:,?\\s(20\\d\\d))?`, 'giu'),
  ))
    add(match, match[3], monthOf(match[2]!), Number(match[1]));
  for (const match of sentence.matchAll(
    new RegExp(`\\b${names}\\s(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:,?\\s(20\\d\\d))?`, 'giu'),
  ))
    add(match, match[3], monthOf(match[1]!), Number(match[2]));
  return found;
};
