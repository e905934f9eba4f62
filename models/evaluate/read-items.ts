import { readCsv } from '../data/csv.ts';
import type { ItemSource } from '../data/item-traits.ts';
import { BadInput } from './task.ts';

const optional = ['description', 'category', 'brand'] as const;

/** Rows of an items file: columns product, title, and optionally description, category, brand, price. Throws BadInput. */
export const readItems = (file: string): ItemSource[] => {
  const { columns, rows } = read(file);
  const place = (name: string): number => columns.findIndex(found => found.toLowerCase() === name);
  const missing = ['product', 'title'].filter(name => place(name) < 0);
  if (missing.length > 0)
    throw new BadInput(
      `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; it has ${columns.join(', ') || 'none'}`,
    );
  if (rows.length === 0) throw new BadInput(`${file} has a header but no rows`);
  return rows.map((row, r) => {
    const text = (name: string): string => (place(name) < 0 ? '' : (row[place(name)] ?? '').trim());
    const price = text('price');
    if (price !== '' && !(Number(price) >= 0 && Number.isFinite(Number(price))))
      throw new BadInput(
        `${file} row ${r + 1}: the price is ${JSON.stringify(price)}; it must be a number of at least 0`,
      );
    return {
      id: text('product'),
      title: text('title'),
      ...Object.fromEntries(optional.filter(name => text(name) !== '').map(name => [name, text(name)])),
      ...(price !== '' && { price: Number(price) }),
    };
  });
};

const read = (file: string) => {
  try {
    return readCsv(file);
  } catch (cause) {
    throw new BadInput(`${file} can't be read: ${(cause as Error).message}`);
  }
};
