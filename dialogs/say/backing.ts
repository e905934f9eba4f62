import type { Money } from '../../knowledge/domain/money.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { ReplyPart } from '../turn.ts';

/**
 * Every figure a part may print, read from the records in it: Money values as they format, and the shop's own texts
 * (names, descriptions, articles, terms). Walks the plain data, so a new kind of part is covered without a new line here.
 */
export const backingOf = (parts: readonly ReplyPart[]): string[] => {
  const found: string[] = [];
  const walk = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (Array.isArray(value)) value.forEach(walk);
    else if (isMoney(value)) found.push(formatMoney(value));
    else if (value && typeof value === 'object' && !(value instanceof Date)) Object.values(value).forEach(walk);
  };
  walk(parts);
  return found;
};

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
