import type { RawEvent } from '../data/cleaning.ts';
import { readCsv, type Table } from '../data/csv.ts';
import { BadInput } from './task.ts';

/** Rows of an interactions file: columns shopper, product, at (ISO or epoch seconds), and optionally quantity. Throws BadInput. */
export const readEvents = (file: string): RawEvent[] => {
  const table = read(file);
  const column = (name: string): number => table.columns.findIndex(found => found.toLowerCase() === name);
  const [shopper, product, at, quantity] = ['shopper', 'product', 'at', 'quantity'].map(column) as [
    number,
    number,
    number,
    number,
  ];
  const missing = ['shopper', 'product', 'at'].filter(name => column(name) < 0);
  if (missing.length > 0)
    throw new BadInput(
      `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; it has ${table.columns.join(', ') || 'none'}`,
    );
  if (table.rows.length === 0) throw new BadInput(`${file} has a header but no rows`);
  return table.rows.map(row => ({
    shopper: row[shopper],
    product: row[product],
    atMilliseconds: parseMoment(row[at] ?? ''),
    quantity: quantity < 0 || (row[quantity] ?? '').trim() === '' ? undefined : Number(row[quantity]),
  }));
};

/** ISO 8601 (without a zone: UTC) or seconds since 1970; NaN: neither. */
const parseMoment = (text: string): number => {
  const trimmed = text.trim();
  if (/^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed) * 1000;
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(trimmed);
  return iso === null ? Number.NaN : Date.parse(`${iso[1]}T${iso[2] ?? '00:00:00'}${iso[3] ?? 'Z'}`);
};

const read = (file: string): Table => {
  try {
    return readCsv(file);
  } catch (cause) {
    throw new BadInput(`${file} can't be read: ${(cause as Error).message}`);
  }
};
