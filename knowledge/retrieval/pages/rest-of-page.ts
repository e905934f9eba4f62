/** What a page still has to say, once a part of it was told: nobody is answered with the same words again. */
import type { Article } from '../../domain/article.ts';
import { inLanguage, type Language } from '../../domain/language.ts';
import { fold, hasHan } from '../text/fold.ts';
import { hashText } from '../text/hash.ts';
import { termsOf } from '../text/tokens.ts';
import { wantedIn } from './answer-kinds.ts';
import { sentencesOf, shortestAnswer } from './answers.ts';
import { paragraphsOf } from './passage.ts';

/** A short mark for each sentence of a text, to know it again by. */
export const sentenceMarks = (text: string): string[] =>
  sentencesOf(text).map(sentence => hashText(sentence).toString(36));

const kindWorth = 4;
/** "Can they leave the price off" asks for no amount. */
const asksFor = /\b(?:how|what|when|where|which|who|much)\b|多|几|什么|哪|谁/iu;

/** What of the page says something to the question and was not told yet; undefined: nothing does, or less than what was told (`least`). `worth`: of a word, above 0 when it is rare. */
export const restOfPage = (
  article: Article,
  told: ReadonlySet<string>,
  question: string,
  language: Language,
  worth: (term: string) => number,
  { least = '', known = '' }: { readonly least?: string; readonly known?: string } = {},
): { readonly text: string; readonly isNear: boolean } | undefined => {
  const body = inLanguage(article.body, language);
  const asked = new Set(termsOf(fold(question)));
  const kinds = asksFor.test(question) ? wantedIn(question) : [];
  const ofPage = new Set(termsOf(fold(inLanguage(article.title, language))));
  const worthOf = (text: string) => {
    const met = kinds.filter(kind => kind.test(text)).length * kindWorth;
    const shared = [...new Set(termsOf(fold(text)))].filter(term => asked.has(term));
    const sum = (terms: readonly string[]): number => terms.reduce((total, term) => total + worth(term), met);
    return { value: sum(shared), own: sum(shared.filter(term => !ofPage.has(term))) };
  };
  const again = least === '' ? 0 : worthOf(least).value;
  const metBefore = kinds.filter(kind => kind.test(known)).length;
  let best: { text: string; value: number; own: number } = { text: '', value: 0, own: 0 };
  for (const paragraph of paragraphsOf(body)) {
    const left = sentencesOf(paragraph).filter(sentence => !sentenceMarks(sentence).every(mark => told.has(mark)));
    if (left.length === 0) continue;
    const text = left.join(hasHan(paragraph) ? '' : ' ');
    const { value, own } = worthOf(text);
    if (value > best.value) best = { text, value, own };
  }
  const isLess = best.value < again || kinds.filter(kind => kind.test(best.text)).length < metBefore;
  return best.value === 0 || isLess
    ? undefined
    : { text: shortestAnswer(best.text, question, worth), isNear: best.own > 0 };
};
