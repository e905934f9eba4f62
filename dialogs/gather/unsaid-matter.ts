/** What is asked for certain and what a shop's pages may leave out ("can a wrong invoice be reissued"): said by them, or told to be in none. */
import { inLanguage } from '../../knowledge/domain/language.ts';
import { partsAsked } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { matterAsked, policyAsked } from '../understand/pages/policy-asked.ts';
import { saysNoMore } from './new-word.ts';
import type { PageQuestion } from './page-question.ts';

/** Undefined: nothing such is asked, or something else beside it. */
export const unsaidMatter = async (question: PageQuestion): Promise<Passage[] | undefined> => {
  const { plainly, said, language, marks } = question;
  const matter = plainly && matterAsked(plainly.name);
  if (!matter) return undefined;
  const others = partsAsked(said).map(({ part }) => policyAsked(fold(part), language));
  if (others.length > 1 && others.some(rule => rule && rule.name !== plainly.name)) return undefined;
  const plain = await question.ofRule(plainly);
  const near = [...plain, ...(await question.asks(said))];
  const pages = [...new Map(near.map(({ article }) => [article.id, article])).values()];
  for (const article of pages)
    for (const text of paragraphsOf(inLanguage(article.body, language)))
      if (matter.isSpokenOf[language].test(fold(text)))
        return [{ id: passageId(article.id, language, text), article, text, score: 1, hedged: true }];
  const [nearest] = plain;
  // "That's not what I asked": the page that is nearest was told, and holds no more.
  const article = nearest?.article ?? question.page;
  if (!article) return undefined;
  const isTold = !nearest || sentenceMarks(nearest.text).every(mark => marks.includes(mark));
  return [
    saysNoMore(article, language, said, matter.name[language]),
    ...(matter.beside && !isTold ? [{ ...nearest, score: 1, hedged: false }] : []),
  ];
};
