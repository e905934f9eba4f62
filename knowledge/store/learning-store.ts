import type { Db } from 'mongodb';
import { z } from 'zod';
import type { PromotionId } from '../domain/ids.ts';
import type { DaySums, LearnedArm } from '../domain/learning.ts';
import type { LearningStore } from '../ports/learning.ts';
import { type Documents, insertOnce, type Stored, shape } from './document.ts';
import { count, id, plainKey, text } from './fields.ts';

const days = shape<DaySums>(
  'learning',
  z.object({
    id: text,
    version: count.min(0),
    cells: z.array(
      z.object({
        model: text,
        arm: id<PromotionId>() as z.ZodType<LearnedArm>,
        segment: plainKey,
        count: count.min(0),
        sum: z.number(),
        squares: z.number(),
      }),
    ),
  }),
);

export const learningStore = (db: Db): LearningStore => {
  const documents: Documents = db.collection<Stored>('learning');
  return {
    since: async day => (await documents.find({ _id: { $gte: day } }).toArray()).map(days.read),
    get: async day => {
      const found = await documents.findOne({ _id: day });
      return found && days.read(found);
    },
    replace: async next => {
      const { _id, ...rest } = days.write({ ...next, version: next.version + 1 });
      if (next.version === 0) return insertOnce(documents, { _id, ...rest });
      return (await documents.replaceOne({ _id, version: next.version }, rest)).matchedCount === 1;
    },
  };
};
