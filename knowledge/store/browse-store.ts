import type { Db } from 'mongodb';
import { z } from 'zod';
import type { ProductId, ShopperId } from '../domain/ids.ts';
import type { BrowseEvent } from '../domain/order.ts';
import type { BrowseStore } from '../ports/shoppers.ts';
import { type Documents, insertMissing, type Stored, shape } from './document.ts';
import { date, id, text } from './fields.ts';

const events = shape<BrowseEvent & { readonly id: string }>(
  'browsing',
  z.object({
    id: text,
    shopper: id<ShopperId>(),
    product: id<ProductId>(),
    kind: z.enum(['view', 'cart']),
    at: date,
    dwellSeconds: z.number().min(0).optional(),
  }),
);

/** One event per shopper, product, kind and millisecond: telling it twice keeps one. */
const idOf = (e: BrowseEvent): string => `${e.shopper}|${e.at.getTime()}|${e.kind}|${e.product}`;

const read = (document: Stored): BrowseEvent => {
  const { id: _, ...event } = events.read(document);
  return event;
};

export const browseStore = (db: Db): BrowseStore => {
  const documents: Documents = db.collection<Stored>('browsing');
  return {
    add: async all => {
      await insertMissing(
        documents,
        all.map(event => events.write({ id: idOf(event), ...event })),
      );
    },
    recent: async (shopper, limit) =>
      (await documents.find({ shopper }).sort({ at: -1 }).limit(limit).toArray()).map(read),
    forgetAll: async shopper => (await documents.deleteMany({ shopper })).deletedCount,
    stream: async function* () {
      for await (const document of documents.find()) yield read(document);
    },
  };
};
