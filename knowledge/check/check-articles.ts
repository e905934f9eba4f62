/**
 * Reads every article against what holds: the shop's settings, the promotions that are running, prices and stock. Finds
 * what contradicts them, sentence by sentence; what it can't tell for certain it leaves alone.
 */
import type { CatalogueView } from '../catalogue.ts';
import type { ArticleCheck, ArticleFinding } from '../domain/gap.ts';
import type { Language } from '../domain/language.ts';
import type { Promotion } from '../domain/promotion.ts';
import type { Stores } from '../ports.ts';
import { sentencesOf } from '../retrieval/pages/answers.ts';
import { paragraphsOf, passageId } from '../retrieval/pages/passage.ts';
import { type Deals, dealContradictions } from './deal-claims.ts';
import { type NamedProducts, namedProducts, productContradictions } from './product-claims.ts';
import { type Contradiction, shopContradictions } from './shop-claims.ts';

export interface Truth {
  readonly view: CatalogueView;
  /** All promotions; which of them run is told from `now`. */
  readonly promotions: readonly Promotion[];
  readonly now: Date;
}

const isRunning = (promotion: Promotion, now: Date): boolean =>
  promotion.active && promotion.startsAt <= now && now < promotion.endsAt;

/** Reads sentences against what holds at one moment. */
export const createFactCheck = ({ view, promotions, now }: Truth) => {
  const deals: Deals = { all: promotions, live: promotions.filter(p => isRunning(p, now)) };
  const products = productsNamedIn(view);
  return (sentence: string, language: Language): Contradiction[] => [
    ...shopContradictions(sentence, view.shop, deals.live, language),
    ...dealContradictions(sentence, deals, view.shop, language),
    ...productContradictions(sentence, products[language], language),
  ];
};

const kept = new WeakMap<CatalogueView, Record<Language, NamedProducts>>();
const productsNamedIn = (view: CatalogueView): Record<Language, NamedProducts> => {
  const known = kept.get(view) ?? { en: namedProducts(view, 'en'), zh: namedProducts(view, 'zh') };
  kept.set(view, known);
  return known;
};

/** Findings in the order of the articles; those no longer valid are not read, nobody is answered from them. */
export const findContradictions = (truth: Truth): ArticleFinding[] => {
  const { view, now } = truth;
  const contradictionsOf = createFactCheck(truth);
  const findings: ArticleFinding[] = [];
  for (const article of view.articles) {
    if (article.validUntil !== undefined && article.validUntil <= now) continue;
    for (const language of ['en', 'zh'] as const satisfies readonly Language[]) {
      for (const paragraph of paragraphsOf(article.body[language] ?? '')) {
        for (const sentence of sentencesOf(paragraph)) {
          for (const contradiction of contradictionsOf(sentence, language))
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
