import { asId, type ProductId, type ShopperId } from '../domain/ids.ts';
import { fewestStars, mostStars, type ProductRating } from '../domain/order.ts';
import { dateIn, numberIn, textIn } from './cells.ts';
import type { Row } from './csv-rows.ts';
import { countedRows, type ImportContext, type ImportKind, readRow } from './import-kind.ts';
import { RowError } from './input-errors.ts';
import { shopperFromOrders } from './writing.ts';

const ratingIn = (row: Row, now: Date): ProductRating => {
  const stars = numberIn(row, 'stars');
  if (stars === undefined || stars < fewestStars || stars > mostStars)
    throw new RowError(`stars "${row.get('stars')}" is not a number from ${fewestStars} to ${mostStars}`);
  const at = dateIn(row, 'rated_at') ?? now;
  if (at > now) throw new RowError(`rated_at "${row.get('rated_at')}" is still to come`);
  return {
    shopper: asId<ShopperId>(textIn(row, 'shopper')),
    product: asId<ProductId>(textIn(row, 'product')),
    stars,
    at,
  };
};

const batchSize = 1000;

/** Required: shopper, product, stars (1 to 5). Optional: rated_at (else the moment of the import). The latest of a shopper and product counts. */
export const csvRatings: ImportKind = {
  name: 'csv-ratings',
  about: 'ratings: shopper, product, stars from 1 to 5; optionally rated_at',
  required: ['shopper', 'product', 'stars'],
  optional: ['rated_at'],
  defaultCurrency: 'USD',
  run: async context => {
    const { stores, report, now } = context;
    const known = new Set((await stores.products.all()).map(product => product.id));
    let batch: ProductRating[] = [];
    for await (const row of countedRows(context)) {
      const rating = readRow(report, row, () => ratingIn(row, now));
      if (!rating) continue;
      if (!known.has(rating.product)) report.note('ratings of products not in the shop', 'kept, and not learned from');
      batch.push(rating);
      if (batch.length >= batchSize) {
        await write(context, batch);
        batch = [];
      }
    }
    if (batch.length > 0) await write(context, batch);
  },
};

const write = async ({ stores, report }: ImportContext, batch: readonly ProductRating[]): Promise<void> => {
  const shoppers = new Map(batch.map(({ shopper, at }) => [shopper, shopperFromOrders(shopper, at)]));
  report.wrote('shoppers', shoppers.size, await stores.shoppers.insertMissing([...shoppers.values()]));
  report.wrote('ratings', batch.length, await stores.ratings.put(batch));
};
