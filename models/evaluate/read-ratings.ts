import { readCsv, type Table } from '../data/csv.ts';
import { type Ratings, ratingsOf } from '../rate/ratings.ts';
import { BadInput } from './task.ts';

export interface NamedRatings {
  readonly ratings: Ratings;
  readonly shopperIds: readonly string[];
  readonly productIds: readonly string[];
  /** Rows left out because an id or the rating was missing, and rows that a later rating of the same pair replaced. */
  readonly dropped: number;
  readonly replaced: number;
}

/** A file with columns shopper, product, rating and optionally at; of several ratings of one pair the last row counts. Throws BadInput. */
export const readRatings = (file: string): NamedRatings => {
  const table = read(file);
  const names = ['shopper', 'product', 'rating'];
  const [shopper, product, rating] = names.map(name => table.columns.findIndex(c => c.toLowerCase() === name)) as [
    number,
    number,
    number,
  ];
  const missing = names.filter((_, n) => [shopper, product, rating][n]! < 0);
  if (missing.length > 0)
    throw new BadInput(
      `${file} lacks the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')}; it has ${table.columns.join(', ') || 'none'}`,
    );
  const shoppers = new Map<string, number>();
  const products = new Map<string, number>();
  const rowOf = (map: Map<string, number>, id: string): number => {
    const known = map.get(id) ?? map.size;
    map.set(id, known);
    return known;
  };
  const found = new Map<string, { shopper: number; product: number; rating: number }>();
  let usable = 0;
  for (const row of table.rows) {
    const [who, what, text] = [shopper, product, rating].map(c => (row[c] ?? '').trim()) as [string, string, string];
    const value = text === '' ? Number.NaN : Number(text);
    if (who === '' || what === '' || !Number.isFinite(value)) continue;
    usable++;
    const one = { shopper: rowOf(shoppers, who), product: rowOf(products, what), rating: value };
    found.set(`${one.shopper} ${one.product}`, one);
  }
  if (usable === 0)
    throw new BadInput(`${file} holds no usable rating; a row needs shopper, product and a number as rating`);
  return {
    ratings: ratingsOf([...found.values()], shoppers.size, products.size),
    shopperIds: [...shoppers.keys()],
    productIds: [...products.keys()],
    dropped: table.rows.length - usable,
    replaced: usable - found.size,
  };
};

const read = (file: string): Table => {
  try {
    return readCsv(file);
  } catch (cause) {
    throw new BadInput(`${file} can't be read: ${(cause as Error).message}`);
  }
};
