import { type Db, MongoBulkWriteError } from 'mongodb';
import { z } from 'zod';
import type { PromotionCode } from '../domain/code.ts';
import type { PromotionId } from '../domain/ids.ts';
import type { CodeStore } from '../ports/promotions.ts';
import { batches, type Documents, type Stored, shape } from './document.ts';
import { id, text } from './fields.ts';

const codes = shape<PromotionCode>(
  'codes',
  z.object({ id: text.min(1), promotion: id<PromotionId>(), singleUse: z.boolean(), active: z.boolean() }),
);

export const codeStore = (db: Db): CodeStore => {
  const documents: Documents = db.collection<Stored>('codes');
  const tries: Documents = db.collection<Stored>('codeTries');

  const windowOf = (who: string, now: Date, milliseconds: number): { _id: string; until: Date } => {
    const number = Math.floor(now.getTime() / milliseconds);
    return { _id: `${who}|${number}`, until: new Date((number + 1) * milliseconds) };
  };

  return {
    insert: async all => {
      const fresh: PromotionCode[] = [];
      for (const batch of batches(all)) {
        try {
          await documents.insertMany(batch.map(codes.write), { ordered: false });
          fresh.push(...batch);
        } catch (error) {
          if (!(error instanceof MongoBulkWriteError)) throw error;
          const faults = [error.writeErrors].flat();
          if (faults.some(e => e.code !== 11000)) throw error;
          const known = new Set(faults.map(e => e.index));
          fresh.push(...batch.filter((_, i) => !known.has(i)));
        }
      }
      return fresh;
    },
    many: async ids => {
      if (ids.length === 0) return [];
      return (await documents.find({ _id: { $in: [...new Set(ids)] } }).toArray()).map(codes.read);
    },
    ofPromotion: async (promotion, limit) =>
      (await documents.find({ promotion }).sort({ _id: 1 }).limit(limit).toArray()).map(codes.read),
    setActive: async (code, active) =>
      (await documents.updateOne({ _id: code }, { $set: { active } })).matchedCount === 1,
    countTry: async (who, now, milliseconds) => {
      const { _id, until } = windowOf(who, now, milliseconds);
      const update = { $inc: { count: 1 }, $set: { until } };
      const counted = await tries.findOneAndUpdate({ _id }, update, { upsert: true, returnDocument: 'after' });
      return Number(counted?.count ?? 1);
    },
    forgiveTry: async (who, now, milliseconds) => {
      const { _id } = windowOf(who, now, milliseconds);
      await tries.updateOne({ _id, count: { $gt: 0 } }, { $inc: { count: -1 } });
    },
    pruneTries: async before => (await tries.deleteMany({ until: { $lt: before } })).deletedCount,
  };
};
