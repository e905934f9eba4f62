/** What gift wrapping costs, where a page names one price for it. */
import type { Article } from '../../domain/article.ts';
import { fromMajor, type Money } from '../../domain/money.ts';
import { fold } from '../text/fold.ts';

const ofWrap = /wrap|包装/u;
const figure = /[¥￥] ?(\d{1,4}(?:\.\d{1,2})?)|(\d{1,4}) ?元/gu;

/** Undefined: no page has one price for it. */
export const wrapFee = (
  articles: readonly Pick<Article, 'title' | 'body'>[],
  currency: Money['currency'],
): Money | undefined => {
  if (currency !== 'CNY') return undefined;
  const found = new Set<number>();
  for (const { title, body } of articles) {
    if (!ofWrap.test(fold(Object.values(title).join(' ')))) continue;
    for (const text of Object.values(body))
      for (const sentence of fold(text ?? '').split(/[。\n]|\.(?= )/u)) {
        const figures = [...sentence.matchAll(figure)].map(([, sign, unit]) => Number(sign ?? unit));
        if (figures.length === 1 && /each|per|每|costs?/u.test(sentence)) found.add(figures[0]!);
      }
  }
  const [major, ...others] = [...found];
  return major === undefined || others.length > 0 ? undefined : fromMajor(major, currency);
};
