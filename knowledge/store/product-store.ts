import type { AnyBulkWriteOperation, Db } from 'mongodb';
import { z } from 'zod';
import { asId, type ProductId } from '../domain/ids.ts';
import type { Product } from '../domain/product.ts';
import type { ProductStore } from '../ports/shop.ts';
import { batches, type Documents, type Stored, shape } from './document.ts';
import { count, date, id, localized, money, text } from './fields.ts';

/**
 * Attribute names come from shops' exports ("Size (U.S.)"), so they can't be keys of a document: stored as a list.
 */
const products = shape<Product>(
  'products',
  z.object({
    id: id<ProductId>(),
    name: localized,
    description: localized,
    category: text,
    brand: text.optional(),
    attributes: z.record(text, z.array(text)),
    details: z.array(z.object({ name: localized, value: localized })).optional(),
    price: money,
    cost: money.optional(),
    stock: count.nullable(),
    hidden: z.boolean(),
    picture: z.object({ kind: text, colour: text, accent: text.optional() }).optional(),
    url: text.optional(),
    addedAt: date,
  }),
  {
    stored: document => {
      const attributes = document.attributes as Product['attributes'];
      document.attributes = Object.entries(attributes).map(([key, values]) => ({ key, values }));
    },
    domain: document => {
      if (!Array.isArray(document.attributes)) return;
      document.attributes = Object.fromEntries(document.attributes.map(a => [a?.key, a?.values]));
    },
  },
);

const optionalFields = ['brand', 'details', 'cost', 'picture', 'url'] as const satisfies (keyof Product)[];

const units = (quantity: number): number => {
  if (Number.isSafeInteger(quantity) && quantity > 0) return quantity;
  throw new RangeError(`A quantity is a whole number of at least 1, got ${quantity}`);
};

/**
 * Beside the product its document keeps `takes`, the notes of stock taken for an order that is not settled yet; putting
 * a product leaves them alone.
 */
export const productStore = (db: Db): ProductStore => {
  const documents: Documents = db.collection<Stored>('products');

  const putOne = (product: Product): AnyBulkWriteOperation<Stored> => {
    const { _id, ...$set } = products.write(product);
    const absent = optionalFields.filter(field => $set[field] === undefined);
    const $unset = Object.fromEntries(absent.map(field => [field, '']));
    return {
      updateOne: { filter: { _id }, update: absent.length > 0 ? { $set, $unset } : { $set }, upsert: true },
    };
  };

  const stockOf = async (product: ProductId): Promise<{ counted: boolean; takes: readonly string[] } | null> => {
    const found = await documents.findOne({ _id: product }, { projection: { stock: 1, takes: 1 } });
    return found && { counted: found.stock !== null, takes: Array.isArray(found.takes) ? found.takes : [] };
  };

  return {
    all: async () => (await documents.find().toArray()).map(products.read),
    many: async ids => {
      if (ids.length === 0) return [];
      const found = await documents.find({ _id: { $in: [...new Set(ids)] } }).toArray();
      const byId = new Map(found.map(d => [d._id, products.read(d)]));
      return ids.flatMap(i => byId.get(i) ?? []);
    },
    put: async all => {
      for (const batch of batches(all)) await documents.bulkWrite(batch.map(putOne), { ordered: false });
    },
    take: async (product, quantity, by) => {
      const taken = await documents.updateOne(
        { _id: product, stock: { $gte: units(quantity) }, takes: { $ne: by } },
        { $inc: { stock: -quantity }, $push: { takes: by } as never },
      );
      if (taken.matchedCount === 1) return true;
      // What is not counted can't run out; an unknown product can't be taken.
      const known = await stockOf(product);
      return known !== null && (!known.counted || known.takes.includes(by));
    },
    giveBack: async (product, quantity, by) => {
      const $pull = { takes: by } as never;
      const given = await documents.updateOne(
        { _id: product, stock: { $gte: 0 }, takes: by },
        { $inc: { stock: units(quantity) }, $pull },
      );
      // The shop stopped counting it in the meantime: only the note goes.
      if (given.matchedCount === 0) await documents.updateOne({ _id: product, stock: null, takes: by }, { $pull });
    },
    settleTake: async (product, by) => {
      const settled = await documents.updateOne({ _id: product, takes: by }, { $pull: { takes: by } as never });
      if (settled.matchedCount === 1) return true;
      const known = await stockOf(product);
      return known !== null && !known.counted;
    },
    noteTaken: async (product, by) =>
      (
        await documents.updateOne(
          { _id: product, stock: { $gte: 0 }, takes: { $ne: by } },
          { $push: { takes: by } as never },
        )
      ).matchedCount === 1,
    openTakes: async limit => {
      const open = await documents
        .find({ takes: { $gt: '' } }, { projection: { takes: 1 } })
        .limit(limit)
        .toArray();
      return open
        .flatMap(d => (d.takes as string[]).map(by => ({ product: asId<ProductId>(d._id), by })))
        .slice(0, limit);
    },
  };
};
