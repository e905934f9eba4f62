import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asId, type ImpressionId } from '../../knowledge/domain/ids.ts';
import type { Impression } from '../../knowledge/domain/offer.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { opeTask } from '../../models/evaluate/ope-task.ts';
import { BadInput, type EvaluateIo } from '../../models/evaluate/task.ts';
import { type LabResult, runLab } from './lab.ts';
import { writeLog } from './log.ts';
import { readOptions } from './options.ts';
import { labStart } from './world.ts';

interface Row {
  readonly target: string;
  readonly estimator: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly rounds: number;
  readonly judgedOn?: string;
}

const days = 20;
let folder: string;
let file: string;
let lab: LabResult;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lab-log-'));
  file = join(folder, 'log.jsonl');
  const args = ['--shoppers', '400', '--days', `${days}`, '--seed', '7', '--policy', 'ours', '--refit', '0'];
  lab = await runLab(readOptions([...args, '--log', file]), { note: () => {} });
  expect(writeLog(file, lab)).toBe(lab.pilot.log.length + lab.runs[0]!.result.log.length);
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true }));

const evaluate = async (...args: string[]): Promise<{ rows: Row[]; notes: string[]; written: unknown[] }> => {
  const rows: Row[] = [];
  const notes: string[] = [];
  const written: unknown[] = [];
  const io: EvaluateIo = {
    print: row => void rows.push(row as unknown as Row),
    note: line => void notes.push(line),
    predictions: () => ({ write: one => void written.push(one), close: () => {} }),
  };
  await opeTask.run(args, io);
  return { rows, notes, written };
};
const found = (rows: readonly Row[], target: string, estimator: string): Row =>
  rows.find(row => row.target === target && row.estimator === estimator)!;

describe('a log that the lab wrote', () => {
  it('says what never offering anything would have earned: within its interval of what it does earn', async () => {
    const { rows } = await evaluate('--data', file, '--target', 'never', '--since', labStart.toISOString());
    const decisions = lab.runs[0]!.result.log.length;
    const logged = found(rows, 'logged', 'mean');
    expect(logged.rounds).toBe(decisions);
    const { never } = lab.reference;
    const truth = never.totals.marginMinor / never.totals.decisions;
    const estimate = found(rows, 'never', 'snips');
    expect(estimate.low).toBeLessThan(truth);
    expect(estimate.high).toBeGreaterThan(truth);
    expect(estimate.high - estimate.low).toBeLessThan(5 * truth);
  });

  it('judges a model by decisions it has not seen, beside what was earned on the same ones', async () => {
    const { rows } = await evaluate('--data', file, '--target', 'model');
    const logged = found(rows, 'logged', 'mean');
    const decisions = lab.pilot.log.length + lab.runs[0]!.result.log.length;
    expect(logged.judgedOn).toMatch(/^the later half/);
    expect(Math.abs(logged.rounds - decisions / 2)).toBeLessThan(decisions / 20);
    for (const estimator of ['ips', 'snips', 'dm', 'dr']) {
      const row = rows.find(r => r.target === 'model' && r.estimator.startsWith(estimator))!;
      expect(row.rounds).toBe(logged.rounds);
      expect(Number.isFinite(row.value)).toBe(true);
    }
    // A model that was learned earns more than nothing does, by the same decisions.
    const nothing = (await evaluate('--data', file, '--target', 'never')).rows;
    expect(found(rows, 'model', 'snips').value).toBeGreaterThan(found(nothing, 'never', 'snips').value);
  });
});

describe('the log of a shop', () => {
  it('is exported as it is kept, and judged alike from the file and from the folder', async () => {
    const dir = join(folder, 'shop');
    const stores = await openStores({ dataDir: dir });
    const lines = readFileSync(file, 'utf8').trim().split('\n').slice(0, 900);
    const kept = lines.map(line => JSON.parse(line) as Impression).map(i => ({ ...i, at: new Date(i.at) }));
    const early: Impression = {
      ...kept[0]!,
      id: asId<ImpressionId>('still-open'),
      windowEndsAt: new Date(kept[0]!.at.getTime() + 9e8),
      dueAt: new Date(kept[0]!.at.getTime() + 4e6),
    };
    await stores.impressions.put([...kept, early]);
    await stores.close();
    const { rows, written, notes } = await evaluate('--data', dir, '--target', 'never,uniform', '--export', 'log');
    expect(written).toHaveLength(901);
    expect(found(rows, 'logged', 'mean').rounds).toBe(900);
    expect(notes.join()).toContain('1 without an outcome');
    const again = join(folder, 'again.jsonl');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(again, written.map(one => `${JSON.stringify(one)}\n`).join(''));
    const figures = (all: readonly Row[]) =>
      all.map(r => [r.target, r.estimator, r.rounds, r.value.toFixed(6)].join(' '));
    expect(figures((await evaluate('--data', again, '--target', 'never,uniform')).rows)).toEqual(figures(rows));
  });

  it.each([
    [['--data', '/nowhere'], /no file and no folder/],
    [[], /Give --data/],
    [['--data', 'FILE', '--target', 'half-price'], /knows never, uniform, model/],
    [['--data', 'FILE', '--target', 'model:v3'], /give --data DIR/],
    [['--data', 'FILE', '--since', 'soon'], /--since must be a date/],
  ])('refuses %j in one sentence', async (args, reason) => {
    const run = evaluate(...args.map(arg => (arg === 'FILE' ? file : arg)));
    await expect(run).rejects.toThrow(BadInput);
    await expect(run).rejects.toThrow(reason);
  });
});
