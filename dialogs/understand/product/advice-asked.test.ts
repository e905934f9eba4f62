import { expect, test } from 'vitest';
import { asksAdvice } from './advice-asked.ts';
import { circumstancesIn } from './advice-circumstances.ts';

test.each([
  'which of those is best for someone who has never run before',
  'which would you take?',
  'which is better, the murmur earbuds or the corner shop headphones, for the gym?',
  'can you recommend one for the office',
  'should i get the parka or the down jacket?',
  'which one is the least bitter',
  'i cant decide, which one',
  '新手选哪个',
  '哪双适合宽脚',
  '羽绒服和派克大衣你帮我选一个',
  '地铁上听哪个好',
  '直接说哪个',
])('asked to choose: "%s"', text => expect(asksAdvice(text)).toBe(true));

test.each([
  'which size should i take?',
  'which payment is best',
  'which delivery would you recommend',
  'what colours does it come in',
  'compare the parka and the shell',
  'add the second one',
  'is it good for running?',
  '选哪个尺码好',
  '哪个快递好',
  '第一个多少钱',
  '这个怎么样',
])('not asked to choose among goods: "%s"', text => expect(asksAdvice(text)).toBe(false));

test.each([
  ["i'm a complete beginner", ['beginner']],
  ['i sweat a lot on the treadmill', ['gym', 'sweat']],
  ['for cold windy days', ['cold', 'wind']],
  ['上海冬天骑电动车', ['cold', 'wind']],
  ['我不太懂茶,早上喝', ['beginner', 'morning']],
  ['whatever', []],
])('circumstances told: "%s"', (text, keys) => expect(circumstancesIn(text).map(one => one.key)).toEqual(keys));
