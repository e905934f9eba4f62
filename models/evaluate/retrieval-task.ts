import { parseArgs } from 'node:util';
import type { Article } from '../../knowledge/domain/article.ts';
import { type ArticleId, asId } from '../../knowledge/domain/ids.ts';
import { createArticleIndex } from '../../knowledge/retrieval/articles.ts';
import { fold, hasHan, languageOf } from '../../knowledge/retrieval/fold.ts';
import { type ArticleRow, readArticles, readQuestions } from './retrieval-files.ts';
import { averagePrecision, firstRank, meanReciprocalRank, precisionAtOne } from './retrieval-metrics.ts';
import { BadInput, type EvaluateTask } from './task.ts';

const usage = '--articles FILE --questions FILE [--out FILE]';
const depth = 10;

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: { articles: { type: 'string' }, questions: { type: 'string' }, out: { type: 'string' } },
    }).values;
  } catch (cause) {
    throw new BadInput(`${(cause as Error).message.split('\n')[0]}; usage: retrieval ${usage}`);
  }
};

const articleOf = (row: ArticleRow): Article => {
  const language = hasHan(`${row.title}${row.body}`) ? 'zh' : 'en';
  return {
    id: asId<ArticleId>(row.id),
    topic: 'imported',
    title: { [language]: row.title },
    body: { [language]: row.body },
    questions: row.questions,
    url: '',
    updatedAt: new Date(0),
  };
};

const rounded = (x: number): number => Math.round(x * 10_000) / 10_000;

export const retrievalTask: EvaluateTask = {
  name: 'retrieval',
  usage,
  async run(args, io) {
    const values = parse(args);
    if (!values.articles) throw new BadInput(`--articles is missing; usage: retrieval ${usage}`);
    if (!values.questions) throw new BadInput(`--questions is missing; usage: retrieval ${usage}`);
    const rows = readArticles(values.articles);
    const known = new Set(rows.map(row => row.id));
    const questions = readQuestions(values.questions, known);
    const answerable = questions.filter(q => q.articles.length > 0);
    if (answerable.length === 0)
      throw new BadInput(`${values.questions}: no question names the article that answers it`);
    if (!answerable.some(q => q.articles.some(id => known.has(id))))
      throw new BadInput(
        `${values.questions}: "${answerable[0]!.articles[0]}" is no article; articles are ${[...known].slice(0, 8).join(', ')} …`,
      );
    const index = createArticleIndex(rows.map(articleOf));
    const predictions = io.predictions(values.out);
    const ranks: number[] = [];
    let precision = 0;
    let micros = 0;
    for (const question of answerable) {
      const started = performance.now();
      const language = question.language ?? languageOf(fold(question.text)) ?? 'en';
      const found = index.search(question.text, language, depth);
      micros += (performance.now() - started) * 1_000;
      const ranked = found.map(hit => String(hit.article.id));
      const relevant = new Set(question.articles);
      ranks.push(firstRank(ranked, relevant));
      precision += averagePrecision(ranked, relevant);
      predictions.write({ text: question.text, articles: question.articles, ranked });
    }
    predictions.close();
    io.print({
      mrr10: rounded(meanReciprocalRank(ranks, depth)),
      p1: rounded(precisionAtOne(ranks)),
      microsPerQuestion: Math.round((micros / answerable.length) * 10) / 10,
      map10: rounded(precision / answerable.length),
      articles: rows.length,
      questions: answerable.length,
    });
  },
};
