import type { Db } from 'mongodb';
import { z } from 'zod';
import type { Article } from '../domain/article.ts';
import type { ArticleId } from '../domain/ids.ts';
import type { ArticleStore } from '../ports/shop.ts';
import { type Documents, replaceAll, type Stored, shape } from './document.ts';
import { date, id, localized, text } from './fields.ts';

const articles = shape<Article>(
  'articles',
  z.object({
    id: id<ArticleId>(),
    topic: text,
    title: localized,
    body: localized,
    questions: z.array(text),
    url: text,
    updatedAt: date,
    validFrom: date.optional(),
    validUntil: date.optional(),
    audience: z.array(text).optional(),
  }),
);

export const articleStore = (db: Db): ArticleStore => {
  const documents: Documents = db.collection<Stored>('articles');
  return {
    all: async () => (await documents.find().toArray()).map(articles.read),
    get: async article => {
      const found = await documents.findOne({ _id: article });
      return found && articles.read(found);
    },
    put: async all => {
      await replaceAll(documents, all.map(articles.write));
    },
  };
};
