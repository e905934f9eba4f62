/**
 * Reads every article against what holds: the shop's settings, the promotions that are running, prices and stock. Finds
 * what contradicts them, sentence by sentence; what it can't tell for certain it leaves alone.
 */
import type { CatalogueView } from '../catalogue.ts';
import type { ArticleCheck, ArticleFinding } from '../domain/gap.ts';
import type { Language } from '../domain/language.ts';
import type { Promotion } from '../domain/promotion.ts';
import type { Stores } from '../ports.ts';
import { sentencesOf } from '../retrieval/answers.ts';
import { paragraphsOf, passageId } from '../retrieval/passage.ts';
import { type Deals, dealContradictions } from './deal-claims.ts';
import { namedProducts, productContradictions } from './product-claims.ts';
import { shopContradictions } from './shop-claims.ts';

export interface Truth {
  readonly view: CatalogueView;
  /** All promotions; which of them run is told from `now`. */
  readonly promotions: readonly Promotion[];
  readonly now: Date;
}

const isRunning = (promotion: Promotion, now: Date): boolean =>
  promotion.active && promotion.startsAt <= now && now < promotion.endsAt;

/** Findings in the order of the articles; those no longer valid are not read, nobody is answered from them. */
export const findContradictions = ({ view, promotions, now }: Truth): ArticleFinding[] => {
  const deals: Deals = { all: promotions, live: promotions.filter(p => isRunning(p, now)) };
  const products = { en: namedProducts(view, 'en'), zh: namedProducts(view, 'zh') };
  const findings: ArticleFinding[] = [];
  for (const article of view.articles) {
    if (article.validUntil !== undefined && article.validUntil <= now) continue;
    for (const language of ['en', 'zh'] as const satisfies readonly Language[]) {
      for (const paragraph of paragraphsOf(article.body[language] ?? '')) {
        for (const sentence of sentencesOf(paragraph)) {
          const contradictions = [
            ...shopContradictions(sentence, view.shop, deals.live),
            ...dealContradictions(sentence, deals, view.shop, language),
            ...productContradictions(sentence, products[language], language),
          ];
          for (const contradiction of contradictions)
            findings.push({
              article: article.id,
              passage: passageId(article.id, language, paragraph),
              language,
              sentence,
              ...contradiction,
            });
        }
      }
    }
  }
  return findings;
};

/** Reads all from the store, and keeps the day's reading there. */
export const checkArticles = async (
  stores: Pick<Stores, 'promotions' | 'articleChecks'>,
  view: CatalogueView,
  now: Date,
): Promise<ArticleCheck> => {
  const promotions = await stores.promotions.all();
  const check: ArticleCheck = {
    id: now.toISOString().slice(0, 10),
    at: now,
    articles: view.articles.length,
    findings: findContradictions({ view, promotions, now }),
  };
  await stores.articleChecks.put(check);
  return check;
};
