/** The paragraphs of the shop's pages that may answer a message, each with how likely it does. */
import type { Article, Reader } from '../../knowledge/domain/article.ts';
import { inLanguage, type Language } from '../../knowledge/domain/language.ts';
import type { ArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { type Passage, paragraphsOf } from '../../knowledge/retrieval/pages/passage.ts';
import { passageFor, type Subjects } from '../../knowledge/retrieval/pages/subjects.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { type AnswerEvidence, type AnswerRanker, beyondPages } from '../../models/types.ts';

export interface AskedOfPages {
  readonly text: string;
  readonly language: Language;
  readonly reader: Reader;
  /** Its sentence vector, where there is one. */
  readonly meaning?: Float32Array | undefined;
  /** The rule that its closed words ask for. */
  readonly rule?: { readonly name: string; readonly question: string } | undefined;
  /** The subject that was told just before, and the page. */
  readonly after?: string | undefined;
  readonly page?: Article['id'] | undefined;
}

export interface Candidate {
  readonly passage: Passage;
  /** What is asked for where this is the answer; of several the likeliest. */
  readonly subject?: string | undefined;
  readonly evidence: AnswerEvidence;
}

const mostPages = 12;
const mostSubjects = 15;
const leastProbability = 0.003;
/** Logarithms of probabilities begin here. */
const least = { subject: 1e-5, page: 1e-4 };

interface Found {
  passage: Passage;
  subject?: string;
  of: number;
  best: number;
}

const apart: ReadonlySet<string> = new Set(Object.values(beyondPages));

const keyOf = ({ article, text }: Passage): string => `${article.id}\n${text}`;

/** Paragraphs that the search finds by the words, and those that answer what the words are taken to ask for. */
export const candidatesFor = (
  asked: AskedOfPages,
  index: ArticleIndex,
  subjects: Subjects,
  ranker: AnswerRanker,
): Candidate[] => {
  const { text, language, reader, meaning, rule, after, page } = asked;
  const byWords = index.search(text, language, mostPages, { reader, meaning });
  const candidates = new Map<string, Found>();
  for (const passage of byWords) candidates.set(keyOf(passage), { passage, of: 0, best: 0 });
  const ofPage = new Map<Article['id'], number>();
  const all = ranker.subjects({ words: fold(text), after, rule: rule?.name });
  const elsewhere = all.reduce((sum, { subject, probability }) => sum + (apart.has(subject) ? probability : 0), 0);
  const likely = all.slice(0, mostSubjects);
  for (const { subject, probability } of likely) {
    const question = subjects.get(subject)?.[language];
    if (question === undefined || probability < leastProbability) continue;
    const passage = passageFor(index, question, language, reader);
    if (!passage) continue;
    const known = candidates.get(keyOf(passage)) ?? { passage, of: 0, best: 0 };
    known.of += probability;
    if (probability > known.best) Object.assign(known, { subject, best: probability });
    candidates.set(keyOf(passage), known);
    ofPage.set(passage.article.id, (ofPage.get(passage.article.id) ?? 0) + probability);
  }
  const ofRule = rule && passageFor(index, rule.question, language, reader);
  if (ofRule && !candidates.has(keyOf(ofRule))) candidates.set(keyOf(ofRule), { passage: ofRule, of: 0, best: 0 });
  const places = new Map(byWords.map(({ article, score }, i) => [article.id, { place: 1 / (i + 1), score }]));
  const nearest = new Set(byWords.map(keyOf));
  return [...candidates].map(([key, { passage, subject, of }]) => {
    const { article } = passage;
    const at = places.get(article.id);
    return {
      passage,
      subject,
      evidence: {
        subject: Math.log(of + least.subject),
        page: Math.log((ofPage.get(article.id) ?? 0) + least.page),
        score: at?.score ?? 0,
        place: at?.place ?? 0,
        nearest: nearest.has(key) ? 1 : 0,
        rule: ofRule && keyOf(ofRule) === key ? 1 : 0,
        rulePage: ofRule?.article.id === article.id ? 1 : 0,
        first: paragraphsOf(inLanguage(article.body, language))[0] === passage.text ? 1 : 0,
        onPage: article.id === page ? 1 : 0,
        elsewhere,
      },
    };
  });
};
