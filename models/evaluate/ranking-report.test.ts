import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { madeUpShop } from '../recommend/world.test-helper.ts';
import { barChart } from './bar-chart.ts';
import { lineChart } from './line-chart.ts';
import { rankingTask } from './ranking-task.ts';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'report-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const evaluate = async (...args: string[]): Promise<Record<string, unknown>[]> => {
  const printed: Record<string, unknown>[] = [];
  await rankingTask.run(args, {
    print: result => printed.push({ ...result }),
    note: () => {},
    predictions: () => ({ write: () => {}, close: () => {} }),
  });
  return printed;
};

describe('the ranking of several seeds', () => {
  it('has a line per model and seed, then mean and deviation, and a page with pictures that stand on their own', async () => {
    const file = join(dir, 'shop.csv');
    const rows = madeUpShop(1, 60).map(e => `${e.shopper},${e.product},${e.at.toISOString()}`);
    writeFileSync(file, ['shopper,product,at', ...rows].join('\n'));
    const report = join(dir, 'report');
    const args = ['--interactions', file, '--models', 'popularity,ease,markov', '--budget', '0', '--report', report];
    const printed = await evaluate(...args, '--seeds', '1,2,3');
    expect(printed).toHaveLength(9 + 3);
    const [best, ...others] = printed.slice(9) as { mean: { ndcg: number }; sd: { ndcg: number }; model: string }[];
    for (const other of others) expect(best!.mean.ndcg).toBeGreaterThanOrEqual(other.mean.ndcg);
    const own = printed.slice(0, 9).filter(result => result.model === best!.model);
    expect(best!.mean.ndcg).toBeCloseTo(own.reduce((sum, one) => sum + (one.ndcg as number), 0) / 3, 12);
    expect(best!.sd.ndcg).toBeGreaterThan(0);

    const lines = readFileSync(join(report, 'ranking.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map(line => (JSON.parse(line) as { floor: boolean }).floor).filter(Boolean)).toHaveLength(2);
    const page = readFileSync(join(report, 'index.html'), 'utf8');
    expect(page).toMatch(/ease \(floor\).* ± /s);
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page).not.toMatch(/<script|(?:src|href)=/);
    const svg = readFileSync(join(report, 'ndcg.svg'), 'utf8');
    expect(svg).toMatch(/role="img" aria-label="NDCG@10 of every model[^"]*popularity 0\.\d+/);
    expect(svg.match(/<rect[^>]*rx="2"/g)).toHaveLength(3);
  });

  it('refuses --seed beside --seeds, and seeds that are none', async () => {
    await expect(evaluate('--interactions', 'x.csv', '--seed', '1', '--seeds', '2')).rejects.toThrow(
      'exclude each other',
    );
    await expect(evaluate('--interactions', 'x.csv', '--seeds', '1,x')).rejects.toThrow(
      '--seeds must be a whole number from 0 to 4294967295, got "x"',
    );
  });
});

it('a bar chart keeps every mark inside its frame, whatever the names', () => {
  const svg = barChart({
    title: 'A <b> & "c"',
    x: 'x',
    bars: [
      { name: '<i>', value: 0, sd: 0.5, kind: 'other' },
      { name: 'b', value: 0.9, sd: null, kind: 'main' },
    ],
  });
  expect(svg).not.toMatch(/<b>|<i>|NaN|Infinity/);
  for (const [, x] of svg.matchAll(/ x[12]?="([\d.]+)"/g)) expect(Number(x)).toBeLessThanOrEqual(720);
  expect(() => barChart({ title: 't', x: 'x', bars: [] })).toThrow(RangeError);
});

it('training curves have their names beside their ends, none on another, and a dot at the best epoch', () => {
  const curve = (name: string, last: number, height: number) => ({
    name,
    kind: 'series' as const,
    points: Array.from({ length: last }, (_, e) => [e + 1, e + 1 === 3 ? height : height / 2] as const),
  });
  const chart = { title: 't', x: 'x', y: 'y', logX: true };
  const svg = lineChart({ ...chart, lines: [curve('a', 20, 0.2), curve('b', 20, 0.2), curve('c', 5, 0.2)] });
  const labels = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" style/g)].map(([, x, y]) => [Number(x), Number(y)]);
  expect(labels).toHaveLength(3);
  expect(labels[0]![0]).toBe(labels[1]![0]);
  expect(Math.abs(labels[0]![1]! - labels[1]![1]!)).toBeGreaterThanOrEqual(14);
  expect(labels[2]![0]).toBeLessThan(labels[0]![0]!);
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x));
  expect(new Set(dots).size).toBe(1);
  expect(dots[0]).toBeLessThan(labels[2]![0]!);
  const fromZero = { name: 'z', kind: 'series' as const, points: [[0, 1]] as const };
  expect(() => lineChart({ ...chart, lines: [fromZero] })).toThrow('logarithmic axis and the value 0');
});
