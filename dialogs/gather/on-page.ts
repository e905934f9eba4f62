/** A bare "how much", "how long", asked of the page that was told just now. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { namesKindOf, wantedIn } from '../../knowledge/retrieval/pages/answer-kinds.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';

const howLong = /\bhow (?:long|soon|fast|many)\b|多久|多长时间|[几多少]天|[几多少]年|[几多少]个月/u;
/** Opening hours say how long nothing takes. */
const isOfClock = (sentence: string): boolean =>
  /\d ?(?:点|am\b|pm\b)/u.test(sentence) &&
  !/(?:\d|[一二两三四五六七八九十]) ?个?(?:天|日|周|月|年|小时|分钟|工作日)|\b(?:\d+|an?|one|two|three|few) (?:minutes?|hours?|days?|weeks?|months?|years?)\b/u.test(
    sentence,
  );

/** The sentence of the page told just now that says how much, or how long: the one told before it where that does. */
export const measureOnPage = (
  article: Article,
  said: string,
  marks: readonly string[],
  language: Language,
  isRule: boolean,
): Passage | undefined => {
  const wanted = wantedIn(said);
  if (wanted.length === 0) return undefined;
  const told = new Set(marks);
  const fitting = paragraphsOf(inLanguage(article.body, language))
    .flatMap(sentencesOf)
    .filter(sentence => wanted.every(kind => kind.test(sentence)) && !(howLong.test(said) && isOfClock(sentence)));
  const isTold = (sentence: string): boolean => sentenceMarks(sentence).some(mark => told.has(mark));
  const worth = (sentence: string): number => (namesKindOf(said, sentence) ? 2 : 0) + (isTold(sentence) ? 1 : 0);
  // A rule of its own is asked about, unless what was told just now says it.
  const [text] = fitting.filter(one => !isRule || worth(one) > 0).sort((a, b) => worth(b) - worth(a));
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
