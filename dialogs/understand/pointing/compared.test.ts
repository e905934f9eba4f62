import { expect, test } from 'vitest';
import { isComparing } from './compared.ts';

test.each([
  'first or second, which would you take',
  'would you go for the second one or the third?',
  '第一个跟第二个比怎么样',
  '第一款和第三款哪个好',
  '哪个好,第二个还是第三个',
])('two places of a list are weighed: "%s"', text => expect(isComparing(text)).toBe(true));

test.each(['the second one please', 'add the first and the second to my cart', '第一个多少钱', '第二个加入购物车'])(
  'nothing is weighed: "%s"',
  text => expect(isComparing(text)).toBe(false),
);
