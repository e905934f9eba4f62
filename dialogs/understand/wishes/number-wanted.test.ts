import { expect, test } from 'vitest';
import { numberWanted } from './number-wanted.ts';

test.each<[string, number | undefined]>([
  ['little gifts for my 4 bridesmaids, all the same, about 80 each', 4],
  ['presents for ten colleagues', 10],
  ['i need 20 of them as gifts', 20],
  ['a board game for 4 people', undefined],
  ['gifts under 80', undefined],
  ['公司年会要采购60份小礼品,每份预算80块', 60],
  ['送两位老师的礼物', 2],
  ['60份,单价80以内', 60],
  ['送老师的礼物', undefined],
  ['一个礼物', undefined],
])('of "%s" so many are given: %s', (folded, number) => {
  expect(numberWanted(folded)).toBe(number);
});
