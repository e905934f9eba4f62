/** Patterns and small readings that every reader of actions shares. */
import type { Scope } from '../../../knowledge/domain/promotion.ts';
import { numberPattern as N, readCount } from './amounts.ts';
import type { ScopeSaid } from './draft-rule.ts';

export const re = (source: string): RegExp => new RegExp(source, 'g');
/** n折: one group around the number. */
export const zhe = '((?:[一二三四五六七八九]点?[一二三四五六七八九]?|\\d{1,2}(?:\\.\\d{1,4})?)) ?折';
/** A percentage: one group around the number. */
export const percent = `(\\d{1,2}(?:\\.\\d{1,4})?|${N}) ?(?:%|percent|per cent|pct)`;

export const scopeOr = (said: ScopeSaid): Scope => (said === undefined || said === 'all' ? {} : said);
export const optional = (said: ScopeSaid): { scope?: Scope } =>
  said === undefined || said === 'all' ? {} : { scope: said };

export const rateIn = (text: string): number | null => {
  const rate = readCount(text) / 100;
  return rate > 0 && rate < 1 ? Math.round(rate * 1e6) / 1e6 : null;
};
