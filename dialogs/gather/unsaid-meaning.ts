/** What tells two things apart, or what a word means, where no page says it: told to be in none, before anything else that is like it. */
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { type Meaning, meaningAsked } from '../understand/pointing/meaning-asked.ts';
import { saysNoMore } from './new-word.ts';
import { isAnswered, type PageQuestion } from './page-question.ts';

const named = ({ of: [one = '', other] }: Meaning, isEnglish: boolean): string => {
  if (other === undefined) return isEnglish ? `what ${one} means` : `${one}的意思`;
  return isEnglish ? `the difference between ${one} and ${other}` : `${one}和${other}的区别`;
};

/** Undefined: no such thing is asked, or a page speaks of all that is named. */
export const unsaidMeaning = async (question: PageQuestion): Promise<Passage[] | undefined> => {
  const { said, language, index, plainly } = question;
  const meaning = plainly ? undefined : meaningAsked(fold(said));
  if (!meaning) return undefined;
  const [best] = await question.asks(said);
  if (!best) return undefined;
  const text = fold(best.text);
  if (isAnswered([best], index) && !best.hedged && meaning.of.every(words => text.includes(words))) return undefined;
  return [saysNoMore(best.article, language, said, named(meaning, language === 'en'))];
};
