import { expect, test } from 'vitest';
import { sharedBudgetIn } from './shared-budget.ts';

test.each<[string, number | undefined, number | undefined]>([
  ['3 mugs for under 150 together', 150, 3],
  ['gifts for four people, 200 in all', 200, 4],
  ['2 teas for my parents, 300 for both', 300, 2],
  ['a mug and a teapot, 300 in total max', 300, undefined],
  ['tea for the two of us under 300 in total', 300, undefined],
  ['1000 piece puzzle under 200 in total', 200, undefined],
  ['三个杯子总共150以内', 150, 3],
  ['给爸妈买两盒茶,两盒一共300以内', 300, 2],
  // Each by itself, of a rule, or of what was bought.
  ['3 mugs under 80 each', undefined, undefined],
  ['size 43 shoes under 400', undefined, undefined],
  ['is 150 in total enough for free delivery', undefined, undefined],
  ['i spent 300 in total on 2 mugs', undefined, undefined],
  ['what do 3 mugs cost in all', undefined, undefined],
  ['3个杯子每个80以内', undefined, undefined],
  ['一共200包邮吗', undefined, undefined],
  ['三个杯子一共多少钱', undefined, undefined],
])('%s', (folded, amount, count) => {
  const said = sharedBudgetIn(folded);
  expect([said?.amount, said?.count]).toEqual([amount, count]);
});
