/** A time that a page counts on from the one before it: "bank cards take another 3 to 7 days", after "we refund within 3". Neither is the answer alone. */
import { inLanguage, type Language } from '../../domain/language.ts';
import { type Passage, paragraphsOf, passageId } from './passage.ts';

const countsOn = /\b(?:another|a further) \d|(?:还要|还需要?|另要) ?\d/u;

const joinedTo = (passage: Passage, texts: readonly string[], language: Language): Passage => {
  const text = texts.join(language === 'en' ? ' ' : '');
  return { ...passage, text, id: passageId(passage.article.id, language, text) };
};

const placeOf = ({ article, text }: Passage, language: Language) => {
  const paragraphs = paragraphsOf(inLanguage(article.body, language));
  return { paragraphs, at: paragraphs.findIndex(paragraph => paragraph.includes(text)) };
};

/** With the time from which it counts. */
export const withCountedFrom = (passage: Passage, language: Language): Passage => {
  if (!countsOn.test(passage.text)) return passage;
  const { paragraphs, at } = placeOf(passage, language);
  const before = at > 0 ? paragraphs[at - 1] : undefined;
  return before === undefined ? passage : joinedTo(passage, [before, passage.text], language);
};

/** With the time that counts on from it. */
export const withCountedOn = (passage: Passage, language: Language): Passage => {
  const { paragraphs, at } = placeOf(passage, language);
  const next = at >= 0 ? paragraphs[at + 1] : undefined;
  return next !== undefined && countsOn.test(next) ? joinedTo(passage, [passage.text, next], language) : passage;
};
