import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ratedWorld } from '../rate/world.test-helper.ts';
import { ratingsTask } from './ratings-task.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ratings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const run = async (...args: string[]) => {
  const results: Record<string, unknown>[] = [];
  const lines: Record<string, unknown>[] = [];
  const notes: string[] = [];
  await ratingsTask.run(args, {
    print: result => results.push(result),
    note: line => notes.push(line),
    predictions: () => ({ write: line => lines.push(line), close: () => {} }),
  });
  return { results, lines, notes };
};
const small = (): string =>
  write(
    'small.csv',
    [
      'shopper,product,rating,at',
      ...ratedWorld(2, { shoppers: 40, products: 30, each: 12 }).rows.map(
        r => `s${r.shopper},p${r.product},${r.rating.toFixed(2)},2026-01-01`,
      ),
    ].join('\n'),
  );

describe('evaluate ratings', () => {
  it('prints one result per model, and the raw predictions give the same error again', async () => {
    const { results, lines } = await run('--ratings', small(), '--folds', '3');
    expect(results.map(r => r.model)).toEqual(['bias', 'matrix-factorisation', 'svd++', 'item-knn', 'forest', 'blend']);
    for (const result of results) {
      const own = lines.filter(line => line.model === result.model);
      expect(own.length).toBe(40 * 12); // every rating is in one test fold
      const perFold = [0, 1, 2].map(fold => {
        const rows = own.filter(line => line.fold === fold);
        const squares = rows.map(line => (Number(line.predicted) - Number(line.rating)) ** 2);
        return Math.sqrt(squares.reduce((a, b) => a + b, 0) / rows.length);
      });
      expect(result.rmse).toBeCloseTo(perFold.reduce((a, b) => a + b, 0) / 3, 6);
      expect(result).toMatchObject({ folds: 3, seed: 1, ratings: 480, shoppers: 40, products: 30 });
      expect(Number(result.rmseSd)).toBeGreaterThan(0);
      expect(Number(result.mae)).toBeLessThan(Number(result.rmse));
    }
  });

  it('the last of several ratings of one pair counts, unusable rows are counted, and models can be chosen', async () => {
    const rows = 'ann,tea,1\nann,tea,5\nbob,tea,4\nbob,cup,\n,cup,3\nann,cup,4\ncleo,tea,bad\n';
    const { results, notes, lines } = await run(
      '--ratings',
      write('twice.csv', `shopper,product,rating\n${rows}`),
      '--folds',
      '3',
      '--models',
      'bias',
    );
    expect(notes[0]).toContain('3 ratings; left out 3 unusable rows, 1 rated again later');
    expect(results.map(r => r.model)).toEqual(['bias']);
    expect(lines.map(line => line.rating).toSorted()).toEqual([4, 4, 5]);
  });

  it.each([
    ['no file named', () => [], '--ratings FILE is missing'],
    ['no such file', () => ['--ratings', join(folder, 'none.csv')], "can't be read"],
    ['wrong columns', () => ['--ratings', write('w.csv', 'shopper,product\na,b\n')], 'lacks the column rating'],
    ['only damaged rows', () => ['--ratings', write('d.csv', 'shopper,product,rating\na,b,x\n')], 'no usable rating'],
    ['more folds than ratings', () => ['--ratings', write('f.csv', 'shopper,product,rating\na,b,1\n')], '5 folds need'],
    ['one fold', () => ['--ratings', small(), '--folds', '1'], '--folds must be a whole number from 2 to 100, got "1"'],
    ['an unknown model', () => ['--ratings', small(), '--models', 'oracle'], 'There is no model "oracle"'],
    [
      'an unknown option',
      () => ['--ratings', small(), '--fast'],
      'no option --fast; npm run evaluate -- ratings takes --ratings FILE',
    ],
  ])('%s is answered with one sentence', async (_name, args, sentence) => {
    const failure = await run(...args()).then(
      () => null,
      (error: Error) => error,
    );
    expect(failure?.name).toBe('BadInput');
    expect(failure?.message).toContain(sentence);
    expect(failure?.message).not.toContain('\n');
  });
});
