import type { Db } from 'mongodb';
import { z } from 'zod';
import type { CampaignId } from '../domain/ids.ts';
import type { Pace } from '../domain/learning.ts';
import type { PacingStore } from '../ports/learning.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, date, id } from './fields.ts';

const paces = shape<Pace>(
  'pacing',
  z.object({
    id: id<CampaignId>(),
    version: count.min(0),
    at: date,
    price: z.number().min(0),
    spentMinor: z.number(),
    opportunities: z.number().min(0),
    since: date,
    perHour: z.number().min(0),
  }),
);

export const pacingStore = (db: Db): PacingStore => {
  const documents: Documents = db.collection<Stored>('pacing');
  return {
    all: async () => (await documents.find().toArray()).map(paces.read),
    move: async next => {
      const { _id, ...rest } = paces.write({ ...next, version: next.version + 1 });
      if (next.version === 0) return insertOnce(documents, { _id, ...rest });
      return (await documents.replaceOne({ _id, version: next.version }, rest)).matchedCount === 1;
    },
  };
};
