import type { Currency, Money } from '../../knowledge/domain/money.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { ReplyPart } from '../reply.ts';

/**
 * Every figure a part may print, read from the records in it: Money values as they format, and the shop's own texts
 * (names, descriptions, articles, terms). Walks the plain data, so a new kind of part is covered without a new line here.
 */
export const backingOf = (parts: readonly ReplyPart[]): string[] => {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(budgetText(value) ?? value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (isMoney(value)) found.push(formatMoney(value));
    else if (value && typeof value === 'object' && !(value instanceof Date)) Object.values(value).forEach(walk);
  };
  walk(parts);
  return found;
};

/** A stated budget is kept as "max:8000:CNY" and read back as money. */
const budgetText = (value: string): string | null => {
  const match = /^(?:max|min):(\d+):([A-Z]{3})$/.exec(value);
  return match ? formatMoney({ minor: Number(match[1]), currency: match[2] as Currency }) : null;
};

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
