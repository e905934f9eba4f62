/** A bare "how much", "how long", asked of the page that was told just now. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { wantedIn } from '../../knowledge/retrieval/answer-kinds.ts';
import { sentencesOf } from '../../knowledge/retrieval/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/rest-of-page.ts';

/** The sentence of the page told just now that says how much, or how long: the one told before it where that does. */
export const measureOnPage = (
  article: Article,
  said: string,
  marks: readonly string[],
  language: Language,
): Passage | undefined => {
  const wanted = wantedIn(said);
  if (wanted.length === 0) return undefined;
  const told = new Set(marks);
  const fitting = paragraphsOf(inLanguage(article.body, language))
    .flatMap(sentencesOf)
    .filter(sentence => wanted.every(kind => kind.test(sentence)));
  const text = fitting.find(sentence => sentenceMarks(sentence).some(mark => told.has(mark))) ?? fitting[0];
  return text === undefined ? undefined : { id: passageId(article.id, language, text), article, text, score: 1 };
};

/** Two Chinese clauses with a space between would be two questions. */
export const withTitle = ({ title }: Pick<Article, 'title'>, text: string, language: Language): string =>
  `${inLanguage(title, language)}${language === 'zh' ? '' : ' '}${text}`;

/** Where that page says nothing of it, another one of its subject may. */
export const besidePage = async (
  { id, topic, title }: Pick<Article, 'id' | 'topic' | 'title'>,
  said: string,
  language: Language,
  asks: (text: string) => Promise<Passage[]>,
): Promise<Passage | undefined> => {
  const wanted = wantedIn(said);
  const found = wanted.length === 0 ? [] : await asks(withTitle({ title }, said, language));
  const best = found.find(
    ({ article, text }) => article.id !== id && article.topic === topic && wanted.every(kind => kind.test(text)),
  );
  return best && { ...best, score: 1, hedged: false };
};
