import type { Db } from 'mongodb';
import { z } from 'zod';
import type { OrderId, ProductId, ReturnId, ShopperId } from '../domain/ids.ts';
import type { ReturnRequest } from '../domain/order.ts';
import type { ReturnStore } from '../ports/orders.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id, money, text } from './fields.ts';

const returns = shape<ReturnRequest>(
  'returns',
  z.object({
    id: id<ReturnId>(),
    order: id<OrderId>(),
    shopper: id<ShopperId>(),
    lines: z.array(z.object({ product: id<ProductId>(), quantity: count })),
    reason: text,
    refund: money,
    status: z.enum(['requested', 'received', 'refunded', 'refused']),
    requestedAt: date,
  }),
);

export const returnStore = (db: Db): ReturnStore => {
  const documents: Documents = db.collection<Stored>('returns');
  return {
    insert: request => insertOnce(documents, returns.write(request)),
    ofOrder: async order => (await documents.find({ order }).sort({ requestedAt: 1 }).toArray()).map(returns.read),
    get: async request => {
      const found = await documents.findOne({ _id: request });
      return found && returns.read(found);
    },
    stream: async function* () {
      for await (const document of documents.find({}).sort({ requestedAt: 1, _id: 1 })) yield returns.read(document);
    },
  };
};
