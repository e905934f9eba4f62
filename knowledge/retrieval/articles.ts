/** The shop's articles, searched: BM25F over title, questions and body, joined with the likeness to the nearest known question. */
import type { Article } from '../domain/article.ts';
import { inLanguage, type Language } from '../domain/language.ts';
import { createTermIndex, type TermIndex } from './bm25.ts';
import { type Calibration, calibrate } from './calibrate.ts';
import { fold, hasHan } from './fold.ts';
import { offTopic } from './off-topic.ts';
import type { Passage } from './passage.ts';
import { termsOf } from './tokens.ts';

export interface ArticleIndex {
  /** Best first, at most `count`; scores are calibrated 0..1. Nothing for a text without a word that any article uses. */
  search(query: string, language: Language, count: number): Passage[];
  /** A best passage scoring below this is not an answer. */
  readonly threshold: number;
  /** How well the calibration set is told apart: shares answered and refused rightly at the threshold. */
  readonly calibration: { readonly answered: number; readonly refused: number; readonly questions: number };
}

const fields = [
  { weight: 3, b: 0.3 }, // title
  { weight: 2, b: 0.5 }, // questions
  { weight: 1, b: 0.75 }, // body
];
const questionField = 1;

interface Question {
  readonly terms: readonly string[];
  readonly norm: number;
}

interface Paragraph {
  readonly text: string;
  readonly terms: ReadonlySet<string>;
}

interface LanguageIndex {
  readonly articles: readonly Article[];
  readonly index: TermIndex;
  readonly questions: readonly (readonly Question[])[];
  readonly paragraphs: readonly (readonly Paragraph[])[];
}

/** A hit before it is a passage: which article, and the two numbers its confidence is made of. */
interface RawHit {
  readonly document: number;
  /** BM25F as a share of what a perfect match of every query term would earn, 0..1. */
  readonly coverage: number;
  /** Cosine of the idf vectors of the query and the article's nearest question, 0..1. */
  readonly likeness: number;
}

/** An article's first paragraph is its answer; another has to fit clearly better than this many times as well. */
const firstParagraph = 1.8;

const strength = (hit: RawHit): number => 0.5 * hit.coverage + 0.5 * hit.likeness;

const buildLanguage = (articles: readonly Article[], language: Language): LanguageIndex => {
  const ownQuestions = articles.map(a => {
    const mine = a.questions.filter(q => hasHan(q) === (language === 'zh'));
    // An article that exists in one language only is found by whatever it has.
    return mine.length > 0 || a.body[language] !== undefined ? mine : a.questions;
  });
  const questionTerms = ownQuestions.map(list => list.map(q => termsOf(fold(q))));
  const documents = articles.map((a, i) => [
    termsOf(fold(inLanguage(a.title, language))),
    questionTerms[i]!.flat(),
    termsOf(fold(inLanguage(a.body, language))),
  ]);
  const index = createTermIndex(documents, fields);
  return {
    articles,
    index,
    questions: questionTerms.map(list =>
      list.map(terms => ({ terms: [...new Set(terms)], norm: normOf(index, terms) })),
    ),
    paragraphs: articles.map(a =>
      inLanguage(a.body, language)
        .split(/\n\s*\n/)
        .map(text => text.trim())
        .filter(text => text !== '')
        .map(text => ({ text, terms: new Set(termsOf(fold(text))) })),
    ),
  };
};

const normOf = (index: TermIndex, terms: Iterable<string>): number => {
  let sum = 0;
  for (const term of new Set(terms)) sum += index.idf(term) ** 2;
  return Math.sqrt(sum);
};

const likenessTo = (index: TermIndex, query: ReadonlySet<string>, queryNorm: number, question: Question): number => {
  let dot = 0;
  for (const term of question.terms) if (query.has(term)) dot += index.idf(term) ** 2;
  return queryNorm > 0 && question.norm > 0 ? dot / (queryNorm * question.norm) : 0;
};

/** Hits best first. `held` leaves one question of one article out, as if nobody had written it. */
const rank = (
  { index, questions }: LanguageIndex,
  terms: readonly string[],
  count: number,
  held?: { readonly document: number; readonly question: number },
): RawHit[] => {
  const query = new Set(terms);
  let ideal = 0;
  for (const term of query) ideal += index.idf(term);
  if (ideal === 0) return [];
  const queryNorm = normOf(index, query);
  const hits: RawHit[] = [];
  for (const [document, found] of index.search(query)) {
    const score =
      held?.document === document
        ? index.scoreWithout(document, query, questionField, questions[document]![held.question]!.terms)
        : found;
    let likeness = 0;
    questions[document]!.forEach((question, q) => {
      if (held?.document === document && held.question === q) return;
      likeness = Math.max(likeness, likenessTo(index, query, queryNorm, question));
    });
    hits.push({ document, coverage: score / ideal, likeness });
  }
  return hits.sort((a, b) => strength(b) - strength(a) || a.document - b.document).slice(0, count);
};

const bestParagraph = ({ index, paragraphs }: LanguageIndex, document: number, terms: readonly string[]): string => {
  let best = paragraphs[document]![0]?.text ?? '';
  let most = 0;
  for (const paragraph of paragraphs[document]!) {
    let score = 0;
    for (const term of new Set(terms)) if (paragraph.terms.has(term)) score += index.idf(term);
    score /= Math.sqrt(20 + paragraph.terms.size);
    if (paragraph === paragraphs[document]![0]) score *= firstParagraph;
    if (score > most + 1e-9) {
      most = score;
      best = paragraph.text;
    }
  }
  return best;
};

/** Each known question asked while left out, against the off-topic set: what the confidence scale is fitted on. */
const calibrateOn = (built: Record<Language, LanguageIndex>): Calibration => {
  const cases: { features: number[]; positive: boolean }[] = [];
  for (const language of ['en', 'zh'] as const) {
    const own = built[language];
    for (const [document, list] of own.questions.entries()) {
      for (const [q, question] of list.entries()) {
        const best = rank(own, question.terms, 1, { document, question: q })[0];
        // A neighbouring article found instead is a question of rank, not of knowing: it teaches nothing about the border.
        if (best?.document === document) cases.push({ features: [best.coverage, best.likeness], positive: true });
      }
    }
  }
  for (const text of offTopic) {
    const best = rank(built[hasHan(text) ? 'zh' : 'en'], termsOf(fold(text)), 1)[0];
    cases.push({ features: [best?.coverage ?? 0, best?.likeness ?? 0], positive: false });
  }
  return calibrate(cases);
};

/** Builds both languages' indexes and the threshold; about a millisecond an article. */
export const createArticleIndex = (articles: readonly Article[]): ArticleIndex => {
  const built = { en: buildLanguage(articles, 'en'), zh: buildLanguage(articles, 'zh') };
  const calibration = calibrateOn(built);
  return {
    threshold: calibration.threshold,
    calibration: { answered: calibration.answered, refused: calibration.refused, questions: calibration.positives },
    search(query, language, count) {
      const own = built[language];
      const terms = termsOf(fold(query.slice(0, 2_000)));
      return rank(own, terms, count).map(hit => ({
        article: own.articles[hit.document]!,
        text: bestParagraph(own, hit.document, terms),
        score: calibration.probability([hit.coverage, hit.likeness]),
      }));
    },
  };
};
