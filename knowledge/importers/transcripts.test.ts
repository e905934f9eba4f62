import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importTranscripts } from './transcripts.ts';
import { readTranscripts } from './transcripts-read.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'transcripts-'));
  mkdirSync(join(folder, 'examples'));
  const teach = (intent: string, texts: readonly string[]): void =>
    writeFileSync(join(folder, 'examples', `${intent}.md`), texts.map(t => `- ${t}`).join('\n'));
  teach('order-status', [
    'where is my order',
    'track my parcel',
    'has my order shipped',
    'when will my parcel arrive',
    'my parcel is late',
    'order status please',
    '我的快递到哪了',
    '查一下物流',
    '包裹什么时候到',
    '快递怎么还没到',
  ]);
  teach('return', [
    'I want to return this',
    'how do I send it back',
    'return my shoes',
    'start a return',
    'can I return it',
    'I would like to return my order',
    '我要退货',
    '怎么退货',
    '可以退吗',
    '想把衣服退了',
  ]);
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('what is read', () => {
  test('a question and its answer a row, under the names shops use', async () => {
    const { questions } = await readTranscripts(
      write('a.csv', 'Message,Reply,Category\nwhere is it?,On its way,status\n'),
    );
    expect(questions).toEqual([{ line: 2, question: 'where is it?', answer: 'On its way', label: 'status' }]);
  });

  test('one message a row: what a shopper says in a row is one question, what staff says next its answer', async () => {
    const rows = [
      'conversation,from,text',
      'c1,customer,hello',
      'c1,customer,where is my order',
      'c1,agent,It left today',
      'c1,customer,thanks',
      'c2,agent,Welcome',
      'c2,customer,I want a refund',
    ];
    const { questions } = await readTranscripts(write('b.csv', rows.join('\n')));
    expect(questions.map(q => [q.question, q.answer])).toEqual([
      ['hello where is my order', 'It left today'],
      ['thanks', null],
      ['I want a refund', null],
    ]);
  });

  test('JSON lines, single or as turns; a line that is none is named and the others are read', async () => {
    const { questions, badLines } = await readTranscripts(
      write(
        'c.jsonl',
        [
          '{"question":"发什么快递","answer":"顺丰"}',
          'not json',
          '{"turns":[{"from":"shopper","text":"any deals?"},{"from":"bot","text":"Yes"}]}',
          '[1]',
          '{"answer":"alone"}',
        ].join('\n'),
      ),
    );
    expect(questions.map(q => [q.line, q.question, q.answer])).toEqual([
      [1, '发什么快递', '顺丰'],
      [3, 'any deals?', 'Yes'],
    ]);
    expect(badLines).toEqual([
      { line: 2, reason: 'not JSON' },
      { line: 4, reason: 'not an object' },
      { line: 5, reason: 'no question' },
    ]);
  });

  test('addresses and order numbers of people are taken out', async () => {
    const { questions } = await readTranscripts(
      write('d.csv', 'question\nmy mail is anna@example.com and order WY-20418\n'),
    );
    expect(questions[0]!.question).toBe('my mail is [e-mail] and order [order]');
  });

  test.each([
    ['missing', () => join(folder, 'nowhere.csv'), /There is no file/],
    ['missing JSON', () => join(folder, 'nowhere.jsonl'), /There is no file/],
    ['empty', () => write('empty.csv', ''), /empty/],
    ['without questions', () => write('other.csv', 'name,price\nmug,3\n'), /no column with the question/],
    ['without rows', () => write('header.csv', 'question,answer\n'), /holds no question/],
  ])('a file that is %s is refused in a sentence', async (_, file, message) => {
    await expect(readTranscripts(file())).rejects.toThrow(message);
  });
});

test('the report shows what is known, what is missing, and labels that look wrong', async () => {
  const asked = [
    'where is my order please,,',
    'track my parcel now,,return',
    'do you repair watches,We do,',
    'can you repair my watch,,',
    'watch repair possible?,,',
    '手表能修吗,,',
    'the moon is made of cheese,,',
  ];
  const file = write('mixed.csv', `question,answer,intent\n${asked.join('\n')}\n`);
  const report = join(folder, 'report.md');
  const lines = await importTranscripts({ file, report, examples: join(folder, 'examples') });
  expect(lines[0]).toMatch(/^mixed\.csv: 7 questions; /);
  const text = readFileSync(report, 'utf8');
  const [gaps, rest] = text.split('## Candidates for the intents that are taught') as [string, string];
  expect(gaps).toContain('- do you repair watches');
  expect(gaps).toContain('- can you repair my watch');
  expect(gaps).toContain('Staff answered: "We do"');
  expect(gaps).not.toContain('where is my order');
  expect(rest).toContain('### order-status');
  expect(rest).toContain('- where is my order please');
  expect(rest).toContain('is labelled return, and is most like order-status');
});

test('a folder without examples is refused in a sentence', async () => {
  const file = write('one.csv', 'question\nhello\n');
  await expect(importTranscripts({ file, examples: join(folder, 'none') })).rejects.toThrow(/There is no folder/);
});
