import type { Article } from '../domain/article.ts';
import { type ArticleId, asId } from '../domain/ids.ts';
import { hashUnit } from '../domain/random.ts';
import type { Shop } from '../domain/shop.ts';
import { numbersOf } from './content/article-draft.ts';
import { deliveryArticles } from './content/articles/delivery.ts';

/** The help pages, with the shop's own numbers in their sentences. */
export const makeArticles = (shop: Shop, now: Date): Article[] => {
  const numbers = numbersOf(shop);
  return [deliveryArticles].flatMap(write =>
    write(numbers).map(draft => ({
      id: asId<ArticleId>(draft.id),
      topic: draft.topic,
      title: { en: draft.title[0], zh: draft.title[1] },
      body: { en: draft.en.join('\n\n'), zh: draft.zh.join('\n\n') },
      questions: draft.questions,
      url: `/help/${draft.id}`,
      updatedAt: new Date(now.getTime() - Math.round((20 + 300 * hashUnit(draft.id)) * 86_400_000)),
    })),
  );
};
