import { command, readArguments } from '../../knowledge/command-line.ts';
import type { Article } from '../../knowledge/domain/article.ts';
import { type ArticleId, asId } from '../../knowledge/domain/ids.ts';
import { readPageLanguage } from '../../knowledge/language/shop-language.ts';
import { learnShopSense } from '../../knowledge/language/shop-sense.ts';
import { type ArticleIndex, createArticleIndex, textsToEncode } from '../../knowledge/retrieval/pages/articles.ts';
import { createMeaningMemory } from '../../knowledge/retrieval/pages/meanings.ts';
import { createTermIndex } from '../../knowledge/retrieval/text/bm25.ts';
import { fold, hasHan, languageOf } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import { openSentenceEncoder, type SentenceEncoder } from '../text/sentence-encoder.ts';
import { labelWords } from './label-words.ts';
import { type ArticleRow, type QuestionRow, readArticles, readQuestions } from './retrieval-files.ts';
import { averagePrecision, firstRank, meanReciprocalRank, precisionAtOne } from './retrieval-metrics.ts';
import { BadInput, type EvaluateTask } from './task.ts';

const usage = command({
  name: 'npm run evaluate -- retrieval',
  about: 'Finding the page that answers a question: first right, MRR@10, and what no page answers, beside BM25.',
  options: {
    articles: { takes: 'FILE', needed: true, about: 'CSV or JSON lines: id, title, body, questions' },
    questions: { takes: 'FILE', needed: true, about: 'CSV or JSON lines: question, article (empty: none answers it)' },
    'no-encoder': { about: 'without sentence vectors' },
    'no-shop-language': { about: 'without the shop language that ships' },
    out: { takes: 'FILE', about: 'raw predictions' },
  },
  examples: ['--articles articles.jsonl --questions questions.csv'],
});
const depth = 10;
const warmUps = 100;

const articleOf = (row: ArticleRow): Article => {
  const language = hasHan(`${row.title}${row.body}${row.questions[0] ?? ''}`) ? 'zh' : 'en';
  // Questions sorted by what they are about have no other title than the name of their kind.
  const title = row.title || (labelWords(row.id) ?? '');
  return {
    id: asId<ArticleId>(row.id),
    topic: 'imported',
    title: { [language]: title },
    body: { [language]: row.body },
    questions: row.questions,
    url: '',
    updatedAt: new Date(0),
  };
};

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000;

interface Read {
  readonly articles: readonly Article[];
  /** Those that an article answers. */
  readonly questions: readonly QuestionRow[];
  /** Those that none does. */
  readonly unanswerable: readonly QuestionRow[];
}

const readAll = (articlesFile: string, questionsFile: string): Read => {
  const rows = readArticles(articlesFile);
  const known = new Set(rows.map(row => row.id));
  const all = readQuestions(questionsFile, known);
  const questions = all.filter(q => q.articles.length > 0);
  if (questions.length === 0) throw new BadInput(`${questionsFile}: no question names the article that answers it`);
  if (!questions.some(q => q.articles.some(id => known.has(id))))
    throw new BadInput(
      `${questionsFile}: "${questions[0]!.articles[0]}" is no article; articles are ${[...known].slice(0, 8).join(', ')}${known.size > 8 ? ' …' : ''}`,
    );
  return { articles: rows.map(articleOf), questions, unanswerable: all.filter(q => q.articles.length === 0) };
};

/** Okapi BM25 over all of an article's words, for comparison. */
const plainRanking = (articles: readonly Article[]): ((text: string) => string[]) => {
  const words = (text: string): string[] => termsOf(fold(text)).filter(term => !term.startsWith('~'));
  const index = createTermIndex(
    articles.map(a => [[...Object.values(a.title), ...a.questions, ...Object.values(a.body)].flatMap(words)]),
    [{ weight: 1, b: 0.75 }],
  );
  return text =>
    [...index.search(words(text))]
      .sort((a, b) => b[1] - a[1])
      .slice(0, depth)
      .map(([document]) => String(articles[document]!.id));
};

const openEncoder = async (wanted: boolean, note: (line: string) => void): Promise<SentenceEncoder | null> => {
  if (!wanted) return null;
  try {
    return await openSentenceEncoder();
  } catch (fault) {
    note(`Without the sentence encoder: ${(fault as Error).message}`);
    return null;
  }
};

const languageFor = (question: QuestionRow) => question.language ?? languageOf(fold(question.text)) ?? 'en';
const shareAnswered = (index: ArticleIndex, scores: readonly number[]): number =>
  scores.filter(score => score >= index.threshold).length / scores.length;

export const retrievalTask: EvaluateTask = {
  name: 'retrieval',
  usage,
  async run(args, io) {
    const { values } = readArguments(usage, args);
    const { articles, questions, unanswerable } = readAll(values.articles, values.questions);
    const isEnglish = !articles.every(a => Object.keys(a.body)[0] === 'zh');
    const encoder = await openEncoder(!values['no-encoder'] && isEnglish, line => io.note(line));
    try {
      const started = performance.now();
      const index = createArticleIndex(articles, {
        meanings: encoder ? await createMeaningMemory(encoder).of(textsToEncode(articles)) : undefined,
        sense: values['no-shop-language'] ? undefined : learnShopSense(readPageLanguage()),
      });
      const buildSeconds = (performance.now() - started) / 1000;
      const predictions = io.predictions(values.out);
      const plain = plainRanking(articles);
      let encodeMicros = 0;
      let micros = 0;
      const ask = async (question: QuestionRow) => {
        const language = languageFor(question);
        let from = performance.now();
        const [meaning] = encoder && language === 'en' ? await encoder.encode([question.text]) : [];
        encodeMicros += (performance.now() - from) * 1_000;
        from = performance.now();
        const found = index.search(question.text, language, depth, { meaning });
        micros += (performance.now() - from) * 1_000;
        return found;
      };
      // What runs for the first time is compiled first; the articles' own words are no test.
      for (const { questions: own, title } of articles.slice(0, warmUps))
        for (const text of [...own.slice(0, 3), title.en ?? title.zh ?? ''])
          index.search(text, languageOf(fold(text)) ?? 'en', depth);
      const ranks: number[] = [];
      const plainRanks: number[] = [];
      const scores: number[] = [];
      let precision = 0;
      for (const question of questions) {
        const found = await ask(question);
        const ranked = found.map(hit => String(hit.article.id));
        const relevant = new Set(question.articles);
        ranks.push(firstRank(ranked, relevant));
        plainRanks.push(firstRank(plain(question.text), relevant));
        precision += averagePrecision(ranked, relevant);
        scores.push(found[0]?.score ?? 0);
        predictions.write({ text: question.text, articles: question.articles, ranked, score: found[0]?.score ?? 0 });
      }
      const foreign: number[] = [];
      for (const question of unanswerable) {
        const found = await ask(question);
        foreign.push(found[0]?.score ?? 0);
        predictions.write({
          text: question.text,
          articles: [],
          ranked: found.map(h => h.article.id),
          score: foreign.at(-1),
        });
      }
      predictions.close();
      const asked = questions.length + unanswerable.length;
      io.note(
        `BM25 alone: mrr10 ${rounded(meanReciprocalRank(plainRanks, depth))}, p1 ${rounded(precisionAtOne(plainRanks))}`,
      );
      io.print({
        mrr10: rounded(meanReciprocalRank(ranks, depth)),
        p1: rounded(precisionAtOne(ranks)),
        microsPerQuestion: Math.round((micros / asked) * 10) / 10,
        ...(encoder ? { encodeMicrosPerQuestion: Math.round(encodeMicros / asked) } : {}),
        map10: rounded(precision / questions.length),
        answered: rounded(shareAnswered(index, scores)),
        ...(foreign.length > 0 ? { refused: rounded(1 - shareAnswered(index, foreign)) } : {}),
        articles: articles.length,
        questions: questions.length,
        encoder: encoder !== null,
        buildSeconds: Math.round(buildSeconds * 100) / 100,
      });
    } finally {
      await encoder?.close();
    }
  },
};
