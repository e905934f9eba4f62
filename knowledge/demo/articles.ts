import type { Article } from '../domain/article.ts';
import { type ArticleId, asId } from '../domain/ids.ts';
import { hashUnit } from '../domain/random.ts';
import type { Shop } from '../domain/shop.ts';
import { type ArticleDraft, numbersOf, type ShopNumbers } from './content/article-draft.ts';
import { accountArticles } from './content/articles/account.ts';
import { careArticles } from './content/articles/care.ts';
import { deliveryArticles } from './content/articles/delivery.ts';
import { paymentArticles } from './content/articles/payment.ts';
import { promotionArticles } from './content/articles/promotions.ts';
import { returnArticles } from './content/articles/returns.ts';
import { shopArticles } from './content/articles/shop.ts';
import { sizeArticles } from './content/articles/sizes.ts';
import { warrantyArticles } from './content/articles/warranty.ts';

const chapters: readonly ((numbers: ShopNumbers) => readonly ArticleDraft[])[] = [
  deliveryArticles,
  returnArticles,
  warrantyArticles,
  paymentArticles,
  sizeArticles,
  careArticles,
  promotionArticles,
  accountArticles,
  shopArticles,
];

/** The help pages, with the shop's own numbers in their sentences. */
export const makeArticles = (shop: Shop, now: Date): Article[] => {
  const numbers = numbersOf(shop);
  return chapters.flatMap(write =>
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
