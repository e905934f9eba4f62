import { expect, it } from 'vitest';
import { progressLine } from './progress-line.ts';

const shown = (isTTY: boolean, ...messages: readonly (readonly [number, string])[]): string => {
  let text = '';
  const bar = progressLine({ isTTY, columns: 60, write: more => (text += more) });
  for (const [progress, step] of messages) bar.show({ progress, step });
  bar.end();
  return text;
};

it('a log gets one line a step with its share, however much is counted within', () => {
  const text = shown(
    false,
    [0.1, 'recommender: bpr: settings'],
    ...Array.from({ length: 40 }, (_, n) => [0.1 + n / 400, `recommender: bpr: pass ${n}`] as const),
    [0.6, 'recommender: done'],
  );
  expect(text).toBe(
    'train:  10 %  recommender: bpr: settings\ntrain:  10 %  recommender: bpr\ntrain:  60 %  recommender: done\n',
  );
});

it('a terminal gets one bar that is drawn anew, and never broken over two lines', () => {
  const text = shown(true, [0.5, `recommender: ${'x'.repeat(80)}`], [1, 'done']);
  expect(text.split('\n')).toEqual([expect.any(String), '']);
  const [first, last] = text.split('\r\x1b[K').slice(1);
  expect(first).toHaveLength(59);
  expect(last).toContain('100 %  done');
});
