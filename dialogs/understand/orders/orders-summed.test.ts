import { expect, test } from 'vitest';
import { ordersSummed } from './orders-summed.ts';

const at = new Date('2026-11-30T08:00:00Z');
const told = { turns: 4, ownAsked: { matters: ['sum'], at: 3, days: { from: '2026-08-30' } } } as const;

test.each([
  ['how much have i spent since september?', { turns: 0 }, { days: { from: '2026-09-01' } }],
  ["total of everything i've bought so far please", { turns: 0 }, {}],
  ['10月到现在我一共花了多少钱', { turns: 0 }, { days: { from: '2026-10-01' } }],
  ['最近三个月买了多少钱的东西', { turns: 0 }, { days: { from: '2026-08-30' } }],
  ['光11月呢', told, { days: { from: '2026-11-01', to: '2026-11-30' } }],
  ['最贵的是哪个', told, { days: { from: '2026-08-30' }, dearest: true }],
  ['不是一单 是所有的加起来', { turns: 4, ownAsked: { matters: ['paid'], at: 3 } }, {}],
  ['what did i pay for the last order', { turns: 0 }, undefined],
  ['那单一共付了多少', { turns: 0 }, undefined],
  ['最贵的是哪个', { turns: 0 }, undefined],
  ['how much have i spent this year', { turns: 0 }, undefined],
] as const)('of "%s" the sum is of %o', (said, memory, summed) => {
  expect(ordersSummed(said, at, memory)).toEqual(summed);
});
