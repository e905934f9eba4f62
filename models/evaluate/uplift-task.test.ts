import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { usualLearners } from '../respond/learners/catalogue.ts';
import { BadInput, type EvaluateIo } from './task.ts';
import { auuc, qini } from './uplift-metrics.ts';
import { upliftTask } from './uplift-task.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'uplift-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const run = async (args: readonly string[]) => {
  const results: Record<string, unknown>[] = [];
  const notes: string[] = [];
  const cases: Record<string, unknown>[] = [];
  const io: EvaluateIo = {
    print: result => results.push({ ...result }),
    note: line => notes.push(line),
    predictions: () => ({ write: testCase => cases.push({ ...testCase }), close: () => {} }),
  };
  await upliftTask.run(args, io);
  return { results, notes, cases };
};

/** A coupon that moves new shoppers by 30 points and nobody else. */
const trial = (rows = 1200): string => {
  const random = seededRandom(4);
  const lines = ['arm,city,spend,isNew,visit'];
  for (let n = 0; n < rows; n++) {
    const isNew = random() < 0.5;
    const arm = ['coupon', 'none', 'letter'][Math.floor(random() * 3)]!;
    const visit = random() < 0.2 + (isNew && arm === 'coupon' ? 0.3 : 0);
    const city = ['Lund', '"Malmö, south"', 'Ystad'][Math.floor(random() * 3)]!;
    lines.push(`${arm},${city},${(random() ** -0.5 * 20).toFixed(2)},${isNew ? 1 : 0},${visit ? 1 : 0}`);
  }
  return `${lines.join('\n')}\n`;
};

const file = (name: string, text: string): string => {
  const path = join(dir, name);
  writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text);
  return path;
};

const args = (trials: string, more: readonly string[] = []): string[] => [
  ...['--trials', trials, '--treatment', 'arm', '--control', 'none', '--treated', 'coupon', '--outcome', 'visit'],
  ...more,
];

describe('evaluate uplift', () => {
  it('prints one line per learner with every promised field, and finds the new shoppers', async () => {
    const { results } = await run(args(file('trial.csv.gz', trial()), ['--seeds', '2']));
    expect(results.map(r => r.learner)).toEqual([...usualLearners]);
    for (const result of results) {
      for (const field of ['qini', 'qiniSd', 'qiniLow', 'qiniHigh', 'auuc', 'uplift30', 'ate', 'effectEce', 'seeds']) {
        expect(Number.isFinite(result[field]), field).toBe(true);
      }
    }
    expect(results.at(-1)!.qini).toBeGreaterThan(0.15);
    expect(results.at(-1)!.uplift30).toBeGreaterThan(0.15);
    expect(results.at(-1)!.qiniAboveT).toMatchObject({
      mean: expect.any(Number),
      p: expect.any(Number),
      better: expect.any(Number),
    });
  });

  it('compares several treatments with control, and says what choosing between them is worth', async () => {
    const { results, cases } = await run([
      ...args(file('trial.csv', trial(3000))).map(a => (a === 'coupon' ? 'letter,coupon' : a)),
      ...['--learners', 't,s', '--seeds', '2', '--out', 'x'],
    ]);
    const figures = results.filter(r => r.learner === 't');
    expect(figures.map(r => r.treated)).toEqual(['letter', 'coupon']);
    expect(figures[1]!.ate as number).toBeGreaterThan((figures[0]!.ate as number) + 0.08);
    const value = (policy: string) => results.find(r => r.policy === policy)!.value as number;
    expect(value('always coupon')).toBeGreaterThan(value('always none') + 0.08);
    expect(value('t')).toBeGreaterThan(value('always letter') + 0.08);
    expect(results.find(r => r.policy === 's')).toMatchObject({ bestFixed: 'coupon' });
    expect(new Set(cases.map(c => c.treated))).toEqual(new Set(['letter', 'coupon']));
  });

  it('writes predictions from which anyone gets the same figures', async () => {
    const { results, cases } = await run(
      args(file('trial.csv', trial()), ['--seeds', '1', '--learners', 't', '--out', 'x']),
    );
    expect(Object.keys(cases[0]!)).toEqual(['learner', 'seed', 'row', 'score', 'arm', 'outcome']);
    const of = { outcome: cases.map(c => c.outcome as number), arm: cases.map(c => c.arm as number) };
    const score = cases.map(c => c.score as number);
    expect(qini(of, score)).toBeCloseTo(results[0]!.qini as number, 12);
    expect(auuc(of, score)).toBeCloseTo(results[0]!.auuc as number, 12);
  });

  it('splits alike for every learner, and anew for every seed', async () => {
    const { cases } = await run(args(file('trial.csv', trial()), ['--seeds', '2', '--learners', 's,t']));
    const rows = (learner: string, seed: number) =>
      cases.filter(c => c.learner === learner && c.seed === seed).map(c => c.row);
    expect(rows('s', 42)).toEqual(rows('t', 42));
    expect(rows('s', 42)).not.toEqual(rows('s', 43));
  });

  it('calls data that nobody drew by chance propensity only, and prints no uplift for them', async () => {
    const random = seededRandom(1);
    const lines = Array.from({ length: 2000 }, () => {
      const age = random();
      return `${random() < 0.2 + 0.6 * age ? 'coupon' : 'none'},${age},${random() < 0.3 ? 1 : 0}`;
    });
    const { notes, results } = await run(
      args(file('chosen.csv', `arm,age,visit\n${lines.join('\n')}`), ['--seeds', '1', '--learners', 't']),
    );
    expect(notes.join('\n')).toMatch(/not drawn by chance.*AUC 0\.\d+, permutation p 0\.00.*propensity only/);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ learner: 'propensity', reading: 'propensity only' });
    expect(Object.keys(results[0]!).join(' ')).not.toMatch(/qini|auuc|uplift|ate/);
  });

  describe('refuses in one sentence', () => {
    const text = trial(600);
    const replaced = (from: RegExp, to: string) => text.replaceAll(from, to);
    it.each([
      ['a missing file', () => args(join(dir, 'nowhere.csv')), /can't be read/],
      ['a missing argument', () => ['--trials', file('a.csv', text)], /--treatment COLUMN is missing/],
      ['an unknown option', () => args(file('a.csv', text), ['--seed', '3']), /--seed/],
      [
        'an unknown column',
        () => [...args(file('a.csv', text)).slice(0, -1), 'bought'],
        /--outcome names the column "bought".*arm, city, spend/,
      ],
      [
        'an unknown column to ignore',
        () => args(file('a.csv', text), ['--ignore', 'age']),
        /--ignore names the column "age"/,
      ],
      [
        'a single arm',
        () => args(file('b.csv', replaced(/^none/gm, 'letter'))),
        /No row has --control "none" in "arm"; it holds "/,
      ],
      ['a constant outcome', () => args(file('c.csv', replaced(/,[01]$/gm, ',0'))), /"visit" is 1 in 0 of \d+ rows/],
      [
        'an outcome that is no yes or no',
        () => args(file('d.csv', replaced(/,1$/gm, ',29.99'))),
        /must hold 0 or 1, got "29.99" in row \d+/,
      ],
      [
        'no column to tell people apart',
        () => args(file('a.csv', text), ['--ignore', 'city,spend,isNew']),
        /No column is left/,
      ],
      [
        'arms that do not overlap',
        () =>
          args(
            file(
              'e.csv',
              text
                .replace(/^(arm.*)$/m, '$1,sent')
                .replaceAll(/^(coupon.*)$/gm, '$1,1')
                .replaceAll(/^((?:none|letter).*)$/gm, '$1,0'),
            ),
          ),
        /do not overlap/,
      ],
      [
        'an arm that hardly anybody was drawn into',
        () =>
          args(
            file(
              'g.csv',
              `arm,age,visit\n${Array.from({ length: 8000 }, (_, n) => `${n % 114 === 0 ? 'none' : 'coupon'},${n % 7},${n % 3 === 0 ? 1 : 0}\n`).join('')}`,
            ),
          ),
        /only 0\.89 % of the rows have --control "none"; at least 1 % are needed/,
      ],
      ['a split of nothing', () => args(file('a.csv', text), ['--test', '1']), /--test must be a share/],
      [
        'an unknown learner',
        () => args(file('a.csv', text), ['--learners', 'magic']),
        /knows propensity, s, t, x, dr, .*default, all; got "magic"/,
      ],
      ['an empty file', () => args(file('f.csv', '')), /--treatment names the column "arm"/],
    ])('%s', async (_, made, reason) => {
      await expect(run(made())).rejects.toThrow(BadInput);
      await expect(run(made())).rejects.toThrow(reason);
    });
  });
});

const hillstrom = new URL('../../../shared/data/hillstrom/hillstrom_half.csv.gz', import.meta.url).pathname;
it.skipIf(!existsSync(hillstrom))(
  'on the Hillstrom e-mails the default ranks better than two models and than propensity (skipped without ../shared/data/hillstrom)',
  async () => {
    const { results } = await run([
      ...['--trials', hillstrom, '--treatment', 'segment', '--control', 'No E-Mail', '--treated', 'Womens E-Mail'],
      ...['--outcome', 'visit', '--ignore', 'conversion,spend', '--seeds', '2', '--learners', 'propensity,t,default'],
    ]);
    const [propensity, two, best] = results.map(r => r.qini as number) as [number, number, number];
    expect(best).toBeGreaterThan(two);
    expect(best).toBeGreaterThan(2 * propensity);
  },
  180_000,
);
