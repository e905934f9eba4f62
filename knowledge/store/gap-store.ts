import type { Db } from 'mongodb';
import { z } from 'zod';
import type { ArticleCheck, UnansweredQuestion } from '../domain/gap.ts';
import type { ArticleId, TurnId } from '../domain/ids.ts';
import type { ArticleCheckStore, GapStore } from '../ports/knowledge.ts';
import { type Documents, insertOnce, replaceAll, type Stored, shape } from './document.ts';
import { count, date, id, language, text } from './fields.ts';

const questions = shape<UnansweredQuestion>(
  'gaps',
  z.object({
    id: id<TurnId>(),
    text,
    language,
    at: date,
    nearest: z.array(id<ArticleId>()),
    reason: z.enum(['unanswered', 'marked-wrong']),
  }),
);

export const gapStore = (db: Db): GapStore => {
  const documents: Documents = db.collection<Stored>('gaps');
  return {
    add: question => insertOnce(documents, { ...questions.write(question), open: true }),
    open: async (since, limit) =>
      (
        await documents
          .find({ open: true, at: { $gte: since } })
          .sort({ at: -1 })
          .limit(limit)
          .toArray()
      ).map(({ open: _, ...question }) => questions.read(question as Stored)),
    settle: async ids =>
      (await documents.updateMany({ _id: { $in: [...ids] }, open: true }, { $set: { open: false } })).modifiedCount,
    prune: async before => (await documents.deleteMany({ at: { $lt: before } })).deletedCount,
  };
};

const checks = shape<ArticleCheck>(
  'articleChecks',
  z.object({
    id: text,
    at: date,
    articles: count,
    findings: z.array(
      z.object({
        article: id<ArticleId>(),
        passage: text,
        language,
        sentence: text,
        about: z.enum(['shipping-fee', 'free-shipping', 'return-days', 'promotion', 'price', 'stock']),
        subject: text.optional(),
        said: text,
        holds: text,
      }),
    ),
  }),
);

export const articleCheckStore = (db: Db): ArticleCheckStore => {
  const documents: Documents = db.collection<Stored>('articleChecks');
  return {
    put: async check => {
      await replaceAll(documents, [checks.write(check)]);
    },
    latest: async () => {
      const [found] = await documents.find().sort({ _id: -1 }).limit(1).toArray();
      return found ? checks.read(found) : null;
    },
  };
};
