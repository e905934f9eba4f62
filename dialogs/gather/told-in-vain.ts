/** What of the page that was told just now is no answer, as the shopper says: all of it, what was told, or nothing of it. */
import type { Article } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { sentenceMarks } from '../../knowledge/retrieval/pages/rest-of-page.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import type { Understanding } from '../turn.ts';

export interface ToldInVain {
  readonly isWhole: boolean;
  isNot(passage: Passage): boolean;
}

/** "I didn't ask the price": of the same matter something else is asked. */
const formAlone =
  /^(?:(?:the |about )*(?:price|cost|when|how(?: \w+)?|where|why|who|if|whether)\b|价格|价钱|多少钱?|多久|几天|怎么|流程|能不能|可不可以|行不行|什么时候|时间)/iu;

/** Undefined: what is denied is nothing that was told. */
export const toldInVain = (
  { otherPage, denied, named, refused }: NonNullable<Understanding['askedMeant']>,
  page: Article,
  marks: readonly string[],
  language: Language,
): ToldInVain | undefined => {
  const told = new Set(marks);
  const title = inLanguage(page.title, language);
  const speaks = (text: string, topic: string): boolean => {
    const terms = new Set(termsOf(fold(text)));
    return fold(text).includes(fold(topic)) || termsOf(fold(topic)).some(term => terms.has(term));
  };
  const was = paragraphsOf(inLanguage(page.body, language))
    .flatMap(sentencesOf)
    .filter(sentence => sentenceMarks(sentence).every(mark => told.has(mark)));
  const isOfTitle = denied?.some(topic => speaks(title, topic)) === true;
  const isOfTold = denied?.some(topic => formAlone.test(topic) || was.some(text => speaks(text, topic))) === true;
  if (denied && denied.length > 0 && !refused && !isOfTitle && !isOfTold) return undefined;
  // "Not my account, just the newsletter", after the page of the newsletter.
  const isNamed = denied === undefined && named !== '' && speaks(title, named);
  const isWhole = (otherPage || isOfTitle) && !isNamed;
  return {
    isWhole,
    isNot: ({ article, text }) =>
      article.id === page.id && (isWhole || sentenceMarks(text).every(mark => told.has(mark))),
  };
};
