import { describe, expect, test } from 'vitest';
import { percentile, type Row, tables } from './report.ts';
import { selfTimes } from './self-times.ts';

describe('figures of a bench', () => {
  test('percentiles are values that were measured: nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(values, 0.5)).toBe(50);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile([7], 0.99)).toBe(7);
    expect(percentile([], 0.5)).toBeNaN();
  });

  test('rows of one bench share a table, with an empty cell where a row lacks a figure', () => {
    const row = (name: string, figures: Row['figures']): Row => ({
      bench: 'turns',
      case: name,
      figures,
      protocol: 'At once',
      seed: 1,
    });
    const text = tables([row('echo', { ms: 1 }), row('offer', { ms: 4, orders: 2 })], {
      cores: 2,
      cpu: 'a processor',
      node: 'v20',
      platform: 'linux x64',
    });
    expect(text).toContain('2 cores (a processor), Node v20, linux x64, seed 1');
    expect(text.match(/At once\./g)).toHaveLength(1);
    expect(text).toMatch(/\| echo +\| +1 \| +\|/);
    expect(text).toMatch(/\| offer +\| +4 \| +2 \|/);
  });
});

describe('where the CPU goes', () => {
  const frame = (functionName: string, url: string) => ({
    functionName,
    url,
    scriptId: '1',
    lineNumber: 4,
    columnNumber: 0,
  });

  test('leaves waiting out, and counts native work to the package that called it', () => {
    const { functions, parts } = selfTimes({
      nodes: [
        { id: 1, callFrame: frame('(root)', ''), children: [2, 3, 5] },
        { id: 2, callFrame: frame('(idle)', '') },
        { id: 3, callFrame: frame('send', 'file:///shop/node_modules/mongodb/lib/connection.js'), children: [4] },
        { id: 4, callFrame: frame('writeBuffer', '') },
        { id: 5, callFrame: frame('say', `file://${process.cwd()}/dialogs/say/say.ts`) },
      ],
      startTime: 0,
      endTime: 1_000,
      samples: [2, 3, 4, 5],
      timeDeltas: [600, 100, 200, 100],
    });
    expect(functions[0]).toMatchObject({ name: 'writeBuffer', milliseconds: 0.2, share: 0.5 });
    expect(functions.map(f => f.where)).toContain('dialogs/say/say.ts:5');
    expect(parts).toEqual([
      ['mongodb', 0.75],
      ['dialogs/say', 0.25],
    ]);
  });
});
