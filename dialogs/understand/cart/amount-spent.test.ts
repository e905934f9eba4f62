import { expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { amountSpent, checksAmount } from './amount-spent.ts';

test.each([
  ['so on 400 of skincare at 9pm what do i pay', 400],
  ['?? i asked about my 400 skincare calculation', 400],
  ['两双加起来大概650 那能减多少', 650],
  ['400块的护肤品能减多少', 400],
  ['300左右的包有什么推荐', undefined],
  ['my budget is 400', undefined],
  ['129加299一共多少', 428],
  ['59块的和99块的一起一共多少', 158],
  ['50和100的龙井一共多少', undefined],
  ['and if i buy two mugs for 59 each plus a teapot at 99?', 217],
  ['i just want to know the shipping for that, 217 together', 217],
  ['一共217运费多少', 217],
  ["ok the night market one is fine i'll pay 109. is it hard for 2 people?", undefined],
])('%s: %s', (said, amount) => expect(amountSpent(fold(said))).toBe(amount));

test.each(['ok so 10% comes first, then 30. so 330?', '先打九折再减30 那就是330对吧', 'so i pay 330, right'])(
  'whether it comes to that: %s',
  said => expect(checksAmount(fold(said))).toBe(true),
);
test.each(['do you have 38?', 'ok show me shoes', 'is that right?', 'so can i return it in 30 days?'])(
  'but not: %s',
  said => expect(checksAmount(fold(said))).toBe(false),
);
