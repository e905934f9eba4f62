/** What a page says of the country alone is no answer to whoever is abroad, where the same page says how it is from there. */
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import { sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { type Passage, paragraphsOf, passageId } from '../../knowledge/retrieval/pages/passage.ts';

const ofCountry = /\b(?:within|in) mainland china\b|中国大陆(?!以外)/iu;
const ofAbroad = /\b(?:from |to )?(?:abroad|overseas)\b|\boutside mainland china\b|海外|境外|中国大陆以外/iu;

export const forAbroad = (passage: Passage, language: Language): Passage => {
  if (!ofCountry.test(passage.text) || ofAbroad.test(passage.text)) return passage;
  const text = paragraphsOf(inLanguage(passage.article.body, language))
    .flatMap(sentencesOf)
    .find(sentence => ofAbroad.test(sentence) && !ofCountry.test(sentence));
  return text === undefined ? passage : { ...passage, text, id: passageId(passage.article.id, language, text) };
};
