/** What a page says of duties and taxes that are paid abroad, on top of a price. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';

const ofDuties = /\b(?:customs|duty|duties|import tax(?:es)?)\b|关税|进口税/iu;
const ofAbroad = /\b(?:abroad|overseas)\b|\boutside mainland china\b|海外|境外|中国大陆以外/iu;

/** Undefined: no page says it. */
export const dutiesAbroad = (articles: readonly Article[], language: Language): Passage | undefined => {
  for (const article of articles)
    for (const text of paragraphsOf(inLanguage(article.body, language)).flatMap(sentencesOf))
      if (ofDuties.test(text) && ofAbroad.test(text))
        return { id: passageId(article.id, language, text), article, text, score: 1 };
  return undefined;
};
