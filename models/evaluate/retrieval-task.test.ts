import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { averagePrecision, firstRank, meanReciprocalRank, precisionAtOne } from './retrieval-metrics.ts';
import { retrievalTask } from './retrieval-task.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'retrieval-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const write = (text: string | Buffer): string => {
  const file = join(folder, `file-${files++}`);
  writeFileSync(file, text);
  return file;
};

const run = async (articles: string | Buffer, questions: string) => {
  const results: Record<string, unknown>[] = [];
  const lines: Record<string, unknown>[] = [];
  await retrievalTask.run(['--articles', write(articles), '--questions', write(questions), '--no-encoder'], {
    print: result => results.push(result),
    note: () => {},
    predictions: () => ({ write: line => lines.push(line), close: () => {} }),
  });
  return { result: results[0]!, results, lines };
};

const articles = [
  { id: 'returns', title: 'Returns', body: 'Send anything back within 30 days.', questions: ['can I return it'] },
  { id: 'delivery', title: 'Delivery', body: 'Parcels take two to four days.', questions: ['when does it arrive'] },
  { id: 'payment', title: 'Payment', body: 'We take cards and WeChat Pay.', questions: ['which cards do you take'] },
];
const questions = [
  { question: 'how do I return my shoes', article: 'returns' },
  { question: 'how many days until my parcel is delivered', article: 'delivery' },
  { question: 'do you take visa cards', article: 'payment' },
];
const lines = (rows: readonly object[]): string => rows.map(row => JSON.stringify(row)).join('\n');

describe('by hand', () => {
  test('ranks 1, 2, 0 and 11 of ten', () => {
    expect(meanReciprocalRank([1, 2, 0, 11], 10)).toBeCloseTo(1.5 / 4);
    expect(precisionAtOne([1, 2, 0, 11])).toBe(0.25);
  });
  test('one of two found first, the other third', () => {
    expect(averagePrecision(['a', 'x', 'b'], new Set(['a', 'b']))).toBeCloseTo((1 + 2 / 3) / 2);
    expect(averagePrecision(['x'], new Set(['a']))).toBe(0);
    expect(firstRank(['x', 'b', 'a'], new Set(['a', 'b']))).toBe(2);
    expect(firstRank(['x'], new Set(['a']))).toBe(0);
  });
});

describe('files as other tools write them give the same', () => {
  const csv = (rows: readonly Record<string, unknown>[]): string =>
    [
      Object.keys(rows[0]!).join(','),
      ...rows.map(r =>
        Object.values(r)
          .map(v => `"${v}"`)
          .join(','),
      ),
    ].join('\n');
  test.each([
    ['JSON lines', lines(articles), lines(questions)],
    ['a JSON array', JSON.stringify(articles), JSON.stringify(questions)],
    ['an object that holds the list', JSON.stringify({ articles }), JSON.stringify({ questions })],
    ['CSV', csv(articles), csv(questions)],
    ['gzipped JSON lines', gzipSync(lines(articles)), lines(questions)],
    [
      'examples with labels',
      csv(
        articles.flatMap(a => [
          { sentence: a.questions[0], label: a.id },
          { sentence: a.body, label: a.id },
        ]),
      ),
      csv(questions.map(q => ({ sentence: q.question, label: q.article }))),
    ],
    [
      'lists of right articles',
      lines(articles),
      lines(questions.map(q => ({ query: q.question, relevant: [q.article] }))),
    ],
  ])('%s', async (_what, a, q) => {
    const { result, results } = await run(a, q);
    expect(results).toHaveLength(1);
    expect(result).toMatchObject({ mrr10: 1, p1: 1, articles: 3, questions: 3 });
    expect(result.microsPerQuestion).toBeGreaterThan(0);
  });
});

test('a question that no article answers is counted apart, one with a wrong id as a miss', async () => {
  const { result, lines: written } = await run(
    lines(articles),
    lines([...questions, { question: 'who won the cup', article: 'none' }, { question: 'return', article: 'typo' }]),
  );
  expect(result).toMatchObject({ questions: 4, p1: 0.75 });
  expect(result.refused).toBeGreaterThanOrEqual(0);
  expect(written).toHaveLength(5);
});

describe('what can be put right is said in one sentence', () => {
  test.each([
    ['an empty file', '', lines(questions), 'there is no article'],
    ['a broken line', `${lines(articles)}\n{"id": `, lines(questions), 'line 4 is not JSON'],
    ['a column for text missing', lines(articles), 'foo,article\nx,returns', 'needs its text in one of text, question'],
    ['a column for the article missing', lines(articles), 'text,foo\nx,returns', 'needs the article that answers it'],
    [
      'no id known',
      lines(articles),
      lines([{ text: 'x', article: 'nope' }]),
      '"nope" is no article; articles are returns',
    ],
    ['an article without text', lines([{ id: 'a' }]), lines(questions), 'the article "a" has no text'],
  ])('%s', async (_what, a, q, message) => {
    await expect(run(a, q)).rejects.toThrow(message);
  });
  test('arguments', async () => {
    const io = { print: () => {}, note: () => {}, predictions: () => ({ write: () => {}, close: () => {} }) };
    await expect(retrievalTask.run([], io)).rejects.toThrow('--articles FILE is missing');
    await expect(retrievalTask.run(['--nope'], io)).rejects.toThrow(
      'no option --nope; npm run evaluate -- retrieval takes --articles FILE',
    );
    await expect(retrievalTask.run(['--articles', '/nowhere', '--questions', '/nowhere'], io)).rejects.toThrow(
      '/nowhere',
    );
  });
});
