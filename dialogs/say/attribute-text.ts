import type { Language } from '../../knowledge/domain/language.ts';
import { chineseValue } from './values-zh.ts';

/** One canonical attribute value ("water-resistant", "xl") as a shopper reads it. */
const valueText = (name: string, value: string, language: Language): string => {
  // A name is written as its owner does.
  if (name === 'brand') return value;
  if (name === 'size') return /^[a-z]+$/.test(value) ? value.toUpperCase() : measureText(value, language);
  return language === 'zh' ? chineseValue(value) : value.replaceAll('-', ' ');
};

const chineseUnits: Readonly<Record<string, string>> = { g: '克', ml: '毫升', pcs: '件', kg: '公斤', l: '升' };
/** "30g", "5pcs". */
const measureText = (value: string, language: Language): string =>
  value.replace(/(\d)([a-z]+)/g, (_, digit: string, unit: string) =>
    language === 'zh' && chineseUnits[unit] ? `${digit} ${chineseUnits[unit]}` : `${digit} ${unit}`,
  );

/** The values of one attribute as one text. Whole numbers in an unbroken row, as sizes are, become a range: "36–46". */
export const attributeText = (name: string, values: readonly string[], language: Language): string => {
  const numbers = values.map(Number);
  const isRange =
    values.length > 3 && numbers.every((n, i) => Number.isInteger(n) && (i === 0 || n === numbers[i - 1]! + 1));
  if (isRange) return `${values[0]}–${values.at(-1)}`;
  return values.map(v => valueText(name, v, language)).join(language === 'zh' ? '、' : ', ');
};
