import { expect, test } from 'vitest';
import { countTold } from './count-told.ts';

test.each([
  ['Only one of the three tins, the other two I already drank from', 1],
  ['No, please, only ONE tin. I drank the other two.', 1],
  ['No!! One tin only. Quantity one.', 1],
  ['just 2 of them', 2],
  ['I want to return one', 1],
  ['send two back', 2],
  ['只退一罐', 1],
  ['就退其中两个', 2],
  ['退一个就行', 1],
  ['三罐里只想退一罐，另外两罐喝了', 1],
  ['数量是一', 1],
])('%s', (text, count) => expect(countTold(text)).toBe(count));

test.each([
  'I drank the other two',
  'it was only two days ago',
  'just one question',
  'I want to return order WY-24987',
  'return it within 30 days',
  'I ordered three tins',
  '我买了三罐',
  '退一个订单',
  '只用了一次',
])('no number of what goes back: %s', text => expect(countTold(text)).toBeUndefined());
