import type { Language } from '../../knowledge/domain/language.ts';
import { chineseValue } from './values-zh.ts';

/** One canonical attribute value ("water-resistant", "xl") as a shopper reads it. */
const valueText = (name: string, value: string, language: Language): string => {
  // A name is written as its owner does.
  if (name === 'brand') return value;
  if (name === 'size') return /^[a-z]+$/.test(value) ? value.toUpperCase() : value.replace(/(\d)([a-z])/g, '$1 $2');
  return language === 'zh' ? chineseValue(value) : value.replaceAll('-', ' ');
};

/** The values of one attribute as one text. Whole numbers in an unbroken row, as sizes are, become a range: "36–46". */
export const attributeText = (name: string, values: readonly string[], language: Language): string => {
  const numbers = values.map(Number);
  const isRange =
    values.length > 3 && numbers.every((n, i) => Number.isInteger(n) && (i === 0 || n === numbers[i - 1]! + 1));
  if (isRange) return `${values[0]}–${values.at(-1)}`;
  return values.map(v => valueText(name, v, language)).join(language === 'zh' ? '、' : ', ');
};
