import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as encoders from '../text/sentence-encoder.ts';
import { intentFigures } from './intents-metrics.ts';
import { intentsTask } from './intents-task.ts';

vi.mock('../text/sentence-encoder.ts', { spy: true });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'intents-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, rows: string): string => {
  const file = join(folder, name);
  writeFileSync(file, rows);
  return file;
};
const train = (): string =>
  write(
    'train.csv',
    'text,intent\nwhere is my parcel,track\ntrack my order,track\n"has it, my order, shipped",track\nI want to return it,return\nsend it back,return\nstart a return,return\nhello there,none\n',
  );

const run = async (...args: string[]) => {
  const results: Record<string, unknown>[] = [];
  const lines: Record<string, unknown>[] = [];
  await intentsTask.run(args, {
    print: result => results.push(result),
    note: () => {},
    predictions: () => ({ write: line => lines.push(line), close: () => {} }),
  });
  return { result: results[0]!, results, lines };
};

test('prints one object with the fields of the contract, and each prediction when asked', async () => {
  const test = write(
    'test.csv',
    'intent,text\ntrack,where has my order got to\nreturn,I will send it back\nnone,who won\n',
  );
  const { result, results, lines } = await run('--train', train(), '--test', test, '--oos', 'none', '--no-encoder');
  expect(results).toHaveLength(1);
  expect(Object.keys(result)).toEqual(
    expect.arrayContaining([
      'accuracy',
      'macroF1',
      'oosAuroc',
      'oosRecall',
      'inScopeAccuracy',
      'threshold',
      'trainSeconds',
      'microsPerMessage',
    ]),
  );
  expect(result).toMatchObject({ accuracy: 1, encoder: false, train: 6, test: 3, intents: 2 });
  expect(lines.map(l => l.intent)).toEqual(['track', 'return', 'none']);
});

test('says what reading a meaning took as median and 95th percentile, where the encoder is there', async () => {
  const vector = Float32Array.of(1, 0);
  vi.mocked(encoders.openSentenceEncoder).mockResolvedValue({
    width: 2,
    encode: async texts => texts.map(() => vector),
    encodeDeep: () => Promise.reject(new Error('not needed')),
    close: async () => {},
  });
  const test = write('timed.csv', 'intent,text\ntrack,where has my order got to\nreturn,I will send it back\n');
  const { result } = await run('--train', train(), '--test', test, '--oos', 'none', '--no-tuning');
  expect(result).toMatchObject({
    encoder: true,
    encoderMillisP50: expect.any(Number),
    encoderMillisP95: expect.any(Number),
  });
});

describe('bad input is answered in a sentence', () => {
  const tests = (): string => write('ok.csv', 'text,intent\nhello,track\n');
  test.each([
    ['no test', () => ['--train', train()], /--test FILE is missing/],
    ['an unknown option', () => ['--trian', 'x'], /no option --trian; npm run evaluate -- intents takes --train FILE/],
    ['a missing file', () => ['--train', join(folder, 'no.csv'), '--test', tests()], /can't be read/],
    [
      'a missing column',
      () => ['--train', write('a.csv', 'text,label\na,b\n'), '--test', tests()],
      /lacks the column "intent"; found "text", "label"/,
    ],
    ['an empty file', () => ['--train', write('b.csv', ''), '--test', tests()], /lacks the column "text"; found none/],
    ['no rows', () => ['--train', write('c.csv', 'text,intent\n'), '--test', tests()], /holds no rows/],
    [
      'an empty text',
      () => ['--train', write('d.csv', 'text,intent\n,track\n'), '--test', tests()],
      /Row 1 .* has no text/,
    ],
    [
      'one intent only',
      () => ['--train', write('e.csv', 'text,intent\na,track\nb,track\n'), '--test', tests()],
      /at least two intents, got 1/,
    ],
    [
      'a seed that is none',
      () => ['--train', train(), '--test', tests(), '--seed', 'x'],
      /--seed must be a whole number/,
    ],
  ])('%s', async (_, args, message) => {
    await expect(run(...args())).rejects.toThrow(message);
  });
});

test('figures of four texts, by hand', () => {
  const judge = (wanted: string | null, guessed: string, inScope: boolean, probability = 1) => ({
    wanted,
    guessed,
    inScope,
    probability,
  });
  const figures = intentFigures([
    judge('a', 'a', true, 0.9),
    judge('a', 'b', true, 0.6),
    judge('b', 'b', false, 0.5),
    judge(null, 'a', false),
  ]);
  expect(figures.accuracy).toBeCloseTo(2 / 3);
  // a: one hit, two wanted, one guessed; b: one hit, one wanted, two guessed.
  expect(figures.macroF1).toBeCloseTo((2 / 3 + 2 / 3) / 2);
  expect(figures.overallAccuracy).toBe(0.5);
  expect(figures.oosRecall).toBe(1);
  expect(figures.inScopeAccuracy).toBeCloseTo(2 / 3);
  expect(figures.acceptedAccuracy).toBeCloseTo(1 / 3);
  expect(figures.calibrationError).toBeCloseTo((0.1 + 0.6 + 0.5) / 3);
});
