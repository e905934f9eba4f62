import type { Db } from 'mongodb';
import { z } from 'zod';
import type { ProductId, ShopperId, TurnId } from '../domain/ids.ts';
import { mentionKinds, type ProductMention } from '../domain/order.ts';
import type { MentionStore } from '../ports/shoppers.ts';
import { type Documents, insertMissing, type Stored, shape } from './document.ts';
import { date, id, text } from './fields.ts';

const mentions = shape<ProductMention & { readonly id: string }>(
  'mentions',
  z.object({
    id: text,
    shopper: id<ShopperId>(),
    product: id<ProductId>(),
    kind: z.enum(mentionKinds),
    turn: id<TurnId>(),
    at: date,
  }),
);

/** Once per turn, product and way of coming up. */
const idOf = (m: ProductMention): string => `${m.turn}|${m.kind}|${m.product}`;

const read = (document: Stored): ProductMention => {
  const { id: _, ...mention } = mentions.read(document);
  return mention;
};

export const mentionStore = (db: Db): MentionStore => {
  const documents: Documents = db.collection<Stored>('mentions');
  return {
    add: async all => {
      await insertMissing(
        documents,
        all.map(mention => mentions.write({ id: idOf(mention), ...mention })),
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
