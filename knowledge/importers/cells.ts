/** What a cell of an export means. Every function throws RowError naming the column, the value and what is allowed. */
import { type Currency, currencies, fromMajor, type Money } from '../domain/money.ts';
import type { Row } from './csv-rows.ts';
import { RowError } from './input-errors.ts';

export const textIn = (row: Row, column: string): string => {
  const value = row.get(column);
  if (value === '') throw new RowError(`${column} is empty`);
  return value;
};

const plainNumber = /^[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/;

/** "2.55", "1,234.50"; '' is undefined. A comma as decimal point is refused: it could mean thousands. */
export const numberIn = (row: Row, column: string): number | undefined => {
  const value = row.get(column);
  if (value === '') return undefined;
  if (!plainNumber.test(value)) throw new RowError(`${column} "${value}" is not a number such as 1234.50`);
  return Number(value.replaceAll(',', ''));
};

export const wholeIn = (row: Row, column: string): number | undefined => {
  const value = numberIn(row, column);
  if (value !== undefined && !Number.isSafeInteger(value)) {
    throw new RowError(`${column} "${row.get(column)}" is not a whole number`);
  }
  return value;
};

/** At least 1. */
export const quantityIn = (row: Row, column: string): number => {
  const value = wholeIn(row, column);
  if (value === undefined || value < 1)
    throw new RowError(`${column} "${row.get(column)}" is not a quantity of at least 1`);
  return value;
};

/** Not negative; undefined where the cell is empty. */
export const amountIn = (row: Row, column: string, currency: Currency): Money | undefined => {
  const value = numberIn(row, column);
  if (value !== undefined && value < 0) throw new RowError(`${column} "${row.get(column)}" is below zero`);
  return value === undefined ? undefined : fromMajor(value, currency);
};

export const priceIn = (row: Row, column: string, currency: Currency): Money => {
  const price = amountIn(row, column, currency);
  if (!price) throw new RowError(`${column} is empty`);
  return price;
};

const currencyOf = (value: string): Currency | undefined => currencies.find(c => c === value.toUpperCase());

export const currencyIn = (row: Row, column: string, otherwise: Currency): Currency => {
  const value = row.get(column);
  if (value === '') return otherwise;
  const found = currencyOf(value);
  if (!found) throw new RowError(`${column} "${value}" is not one of ${currencies.join(', ')}`);
  return found;
};

const isoDate =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/;
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

const utc = (y: number, mo: number, d: number, h: number, mi: number, s: number): Date | undefined => {
  const date = new Date(Date.UTC(y, mo - 1, d, h, mi, s));
  const same = date.getUTCFullYear() === y && date.getUTCMonth() === mo - 1 && date.getUTCDate() === d;
  return same && h < 24 && mi < 60 && s < 60 ? date : undefined;
};

/** "2025-10-07 09:50:26 +0200" and the like, or month first ("9/6/2016 6:29"); without an offset it is read as UTC. */
export const dateOf = (value: string): Date | undefined => {
  const iso = isoDate.exec(value);
  if (iso) {
    const n = iso.slice(1, 7).map(part => Number(part ?? 0));
    const date = utc(n[0]!, n[1]!, n[2]!, n[3]!, n[4]!, n[5]!);
    const zone = /^([+-])(\d{2}):?(\d{2})$/.exec(iso[7] ?? '');
    if (!date || !zone) return date;
    const minutes = (Number(zone[2]) * 60 + Number(zone[3])) * (zone[1] === '-' ? -1 : 1);
    return new Date(date.getTime() - minutes * 60_000);
  }
  const us = monthFirst.exec(value);
  if (!us) return undefined;
  const n = us.slice(1, 7).map(part => Number(part ?? 0));
  return utc(n[2]!, n[0]!, n[1]!, n[3]!, n[4]!, n[5]!);
};

export const dateIn = (row: Row, column: string): Date | undefined => {
  const value = row.get(column);
  if (value === '') return undefined;
  const date = dateOf(value);
  if (!date) throw new RowError(`${column} "${value}" is not a date such as 2025-10-07 09:50:26`);
  return date;
};

/** "true", "yes", "1", "y", "是"; anything else but '' is no. */
export const truthIn = (row: Row, column: string): boolean | undefined => {
  const value = row.get(column).toLowerCase();
  return value === '' ? undefined : ['true', 'yes', '1', 'y', '是'].includes(value);
};

/** "Home & Garden" -> "home-garden": the form of category keys. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');

/** Text of a product description written as HTML: tags dropped, paragraphs kept, the common entities read. */
export const plainText = (html: string): string =>
  html
    .replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>/gi, '')
    .replace(/<\/(?:p|div|li|h\d)>|<br\s*\/?>|\\n/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, entity: string) => entities[entity] ?? '')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
