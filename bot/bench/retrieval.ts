import { makeArticles } from '../../knowledge/demo/articles.ts';
import { demoShop } from '../../knowledge/demo/content/shop-document.ts';
import type { Article } from '../../knowledge/domain/article.ts';
import { type ArticleId, asId } from '../../knowledge/domain/ids.ts';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { findAnswers, sentencesOf } from '../../knowledge/retrieval/pages/answers.ts';
import { createArticleIndex } from '../../knowledge/retrieval/pages/articles.ts';
import { createTermIndex } from '../../knowledge/retrieval/text/bm25.ts';
import { fold, hasHan } from '../../knowledge/retrieval/text/fold.ts';
import { termsOf } from '../../knowledge/retrieval/text/tokens.ts';
import { pageSense } from '../../models/text/learn-intents.ts';
import { percentile, type Row, round } from './report.ts';
import type { BenchOptions } from './surroundings.ts';

const now = new Date('2026-03-02T12:30:00Z');
const passagesEach = 4;

/** Articles of four passages in both languages, from the demo shop's sentences and made-up words, so that none is like another. */
const manyArticles = (passages: number, random: () => number): Article[] => {
  const own = makeArticles(demoShop(1), now);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const word = (): string =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick([...'bcdfglmnprstvz']) + pick([...'aeiou'])).join(
      '',
    );
  const sentences = {
    en: own.flatMap(a => sentencesOf(a.body.en ?? '')),
    zh: own.flatMap(a => sentencesOf(a.body.zh ?? '')),
  };
  return Array.from({ length: passages / passagesEach }, (_, i) => {
    const like = pick(own);
    const name = word();
    const paragraphs = (language: 'en' | 'zh'): string =>
      Array.from(
        { length: passagesEach },
        () => `${pick(sentences[language])} ${name} ${pick(sentences[language])} ${word()}`,
      ).join('\n\n');
    return {
      ...like,
      id: asId<ArticleId>(`a${i}`),
      title: { en: `${like.title.en} ${name}`, zh: `${like.title.zh}${name}` },
      questions: like.questions.slice(0, 3).map(q => `${q} ${name}`),
      body: { en: paragraphs('en'), zh: paragraphs('zh') },
    };
  });
};

const timed = (questions: readonly string[], answer: (question: string) => unknown) => {
  for (const question of questions.slice(0, 200)) answer(question);
  const wall: number[] = [];
  const cpu: number[] = [];
  for (const question of questions) {
    const before = process.cpuUsage();
    const from = performance.now();
    answer(question);
    wall.push(performance.now() - from);
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
  }
  return {
    p50: percentile(wall, 0.5),
    p99: percentile(wall, 0.99),
    cpu: cpu.reduce((a, b) => a + b, 0) / cpu.length,
    cpuP99: percentile(cpu, 0.99),
  };
};

/** An answer looked up among 10,000 passages, beside BM25 over the same words. */
export const benchRetrieval = ({ quick, seed, say }: BenchOptions): Row[] => {
  const passages = quick ? 1_000 : 10_000;
  const random = seededRandom(seed);
  say(`Answers: building the index of ${passages} passages first`);
  const articles = manyArticles(passages, random);
  const started = performance.now();
  const index = createArticleIndex(articles, { sense: pageSense() });
  const buildSeconds = (performance.now() - started) / 1000;
  const own = makeArticles(demoShop(1), now).flatMap(a => a.questions);
  const questions = Array.from({ length: quick ? 500 : 3_000 }, () => own[Math.floor(random() * own.length)]!);
  const reader = { now, audiences: [] };
  const fused = timed(questions, text => findAnswers(index, { text, language: hasHan(text) ? 'zh' : 'en', reader }, 3));
  const plain = createTermIndex(
    articles.map(a => [termsOf(fold([a.title.en, a.title.zh, ...a.questions, a.body.en, a.body.zh].join(' . ')))]),
    [{ weight: 1, b: 0.75 }],
  );
  const alone = timed(questions, text =>
    [...plain.search(termsOf(fold(text)))].sort((a, b) => b[1] - a[1]).slice(0, 3),
  );
  return [
    {
      bench: 'answers',
      case: `${passages} passages in each language, without the encoder`,
      figures: {
        questions: questions.length,
        'p50 ms': round(fused.p50),
        'p99 ms': round(fused.p99),
        'CPU ms': round(fused.cpu),
        'CPU p99 ms': round(fused.cpuP99),
        'BM25 alone p50 ms': round(alone.p50),
        'BM25 alone p99 ms': round(alone.p99),
        'times BM25 (CPU)': round(fused.cpu / alone.cpu),
        'build s': round(buildSeconds),
      },
      protocol:
        'One question at a time on one core, English and Chinese: words, characters and BM25F fused, the scale of certainty, the best passage of three articles and its shortest part',
      seed,
    },
  ];
};
