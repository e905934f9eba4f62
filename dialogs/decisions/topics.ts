import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { Passage } from '../../knowledge/retrieval/pages/passage.ts';
import { hasHan } from '../../knowledge/retrieval/text/fold.ts';
import type { Suggestion } from '../reply.ts';

/** A tap that asks what the page answers. */
export const askAbout = ({ article }: Passage, language: Language): Suggestion => ({
  kind: 'ask',
  label: article.title,
  text: {
    [language]: article.questions.find(q => hasHan(q) === (language === 'zh')) ?? inLanguage(article.title, language),
  },
});
