import type { Db } from 'mongodb';
import { z } from 'zod';
import { asId, type ProductId, type ShopperId, type TurnId } from '../domain/ids.ts';
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
    propensity: z.number().gt(0).max(1).optional(),
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
    tally: async products => {
      if (products.length === 0) return [];
      const counted = await documents
        .aggregate<{ _id: { product: string; kind: string }; n: number }>([
          { $match: { product: { $in: [...products] } } },
          { $group: { _id: { product: '$product', kind: '$kind' }, n: { $sum: 1 } } },
        ])
        .toArray();
      const tallies = new Map<string, { shown: number; engaged: number }>();
      for (const { _id, n } of counted) {
        const tally = tallies.get(_id.product) ?? { shown: 0, engaged: 0 };
        tally[_id.kind === 'shown' ? 'shown' : 'engaged'] += n;
        tallies.set(_id.product, tally);
      }
      return [...tallies].map(([product, tally]) => ({ product: asId<ProductId>(product), ...tally }));
    },
    stream: async function* () {
      for await (const document of documents.find()) yield read(document);
    },
  };
};
