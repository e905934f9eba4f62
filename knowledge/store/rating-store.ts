import { type Db, MongoBulkWriteError } from 'mongodb';
import { z } from 'zod';
import type { ProductId, ShopperId } from '../domain/ids.ts';
import { fewestStars, mostStars, type ProductRating } from '../domain/order.ts';
import type { RatingStore } from '../ports/shoppers.ts';
import { batches, type Documents, type Stored, shape } from './document.ts';
import { date, id } from './fields.ts';

const ratings = shape<ProductRating & { readonly id: string }>(
  'ratings',
  z.object({
    id: z.string().min(1),
    shopper: id<ShopperId>(),
    product: id<ProductId>(),
    stars: z.number().min(fewestStars).max(mostStars),
    at: date,
  }),
);

/** Ids may hold any character; encoded, no two pairs share one. */
const idOf = (shopper: ShopperId, product: ProductId): string =>
  `${encodeURIComponent(shopper)}|${encodeURIComponent(product)}`;

const read = (document: Stored): ProductRating => {
  const { id: _, ...rating } = ratings.read(document);
  return rating;
};

/** The latest of each shopper and product. */
const latest = (all: readonly ProductRating[]): Stored[] => {
  const byPair = new Map<string, ProductRating>();
  for (const rating of all) {
    const pair = idOf(rating.shopper, rating.product);
    const before = byPair.get(pair);
    if (before === undefined || before.at <= rating.at) byPair.set(pair, rating);
  }
  return [...byPair].map(([pair, rating]) => ratings.write({ id: pair, ...rating }));
};

export const ratingStore = (db: Db): RatingStore => {
  const documents: Documents = db.collection<Stored>('ratings');
  return {
    put: async all => {
      let fresh = 0;
      for (const batch of batches(latest(all))) {
        // A newer one that is stored doesn't match; the insert that is then tried fails on its _id, and it stays.
        const writes = batch.map(({ _id, ...replacement }) => ({
          replaceOne: { filter: { _id, at: { $lte: replacement.at } }, replacement, upsert: true },
        }));
        try {
          fresh += (await documents.bulkWrite(writes, { ordered: false })).upsertedCount;
        } catch (error) {
          if (!(error instanceof MongoBulkWriteError)) throw error;
          if ([error.writeErrors].flat().some(e => e.code !== 11000)) throw error;
          fresh += error.upsertedCount;
        }
      }
      return fresh;
    },
    ofShopper: async shopper => (await documents.find({ shopper }).sort({ at: -1, _id: 1 }).toArray()).map(read),
    remove: async (shopper, product) => (await documents.deleteOne({ _id: idOf(shopper, product) })).deletedCount === 1,
    forgetAll: async shopper => (await documents.deleteMany({ shopper })).deletedCount,
    stream: async function* () {
      for await (const document of documents.find()) yield read(document);
    },
  };
};
