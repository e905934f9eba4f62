import { describe, expect, it } from 'vitest';
import { ticks } from '../../models/evaluate/drawing.ts';
import { apart, lineChart } from '../../models/evaluate/line-chart.ts';
import { Agenda } from './agenda.ts';
import { gapClosed } from './figures.ts';

describe('a chart', () => {
  it('cuts its axes at round numbers', () => {
    expect(ticks(0, 60, 6)).toEqual([0, 10, 20, 30, 40, 50, 60]);
    expect(ticks(-0.3, 0.9, 5)).toEqual([0, 0.5]);
    expect(ticks(0, 119_000, 5)).toEqual([0, 50_000, 100_000]);
  });

  it('keeps the names at the ends of its lines apart and inside', () => {
    const placed = apart([100, 101, 102, 299], 15, 44, 300);
    const sorted = [...placed].sort((a, b) => a - b);
    for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(15);
    expect(Math.max(...placed)).toBeLessThanOrEqual(300);
    expect(Math.min(...placed)).toBeGreaterThanOrEqual(44);
  });

  it('draws a line and escapes what it is called', () => {
    const svg = lineChart({
      title: 'a < b',
      x: 'day',
      y: 'yuan',
      lines: [
        {
          name: 'R&D',
          kind: 'main',
          points: [
            [0, 0],
            [10, -5],
          ],
        },
      ],
    });
    expect(svg).toContain('a &lt; b');
    expect(svg).toContain('R&amp;D');
    expect(svg.match(/<polyline/g)).toHaveLength(1);
    expect(() => lineChart({ title: 'empty', x: '', y: '', lines: [] })).toThrow('has no points');
  });
});

describe('the agenda', () => {
  it('hands out events by time, and by arrival where times are equal', () => {
    const agenda = new Agenda<string>();
    for (const [at, name] of [
      [5, 'e'],
      [1, 'a'],
      [3, 'c'],
      [1, 'b'],
      [4, 'd'],
    ] as const)
      agenda.add(at, name);
    expect(agenda.next).toBe(1);
    const order: (string | undefined)[] = [];
    while (agenda.next < Number.POSITIVE_INFINITY) order.push(agenda.take()?.event);
    expect(order).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(agenda.take()).toBeUndefined();
  });
});

it('the gap closed is 0 at the best single deal and 1 at the oracle', () => {
  expect(gapClosed(10, 10, 50)).toBe(0);
  expect(gapClosed(50, 10, 50)).toBe(1);
  expect(gapClosed(30, 10, 50)).toBe(0.5);
});
