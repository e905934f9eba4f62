import { expect, test } from 'vitest';
import { forgotToDo, refusesErasing } from './erasing-refused.ts';

test.each([
  'no don’t erase it'.replace('’', "'"),
  "i said don't delete anything",
  'who told you to delete that',
  'please do not clear my data',
  "don't forget everything",
  '不要清除!我问发票',
  '谁让你清除了???',
  '别删我的记录',
  '我没让你删掉',
])('nothing is to be erased: %s', told => {
  expect(refusesErasing(told)).toBe(true);
});

test.each(['delete everything', 'forget me', '把我的资料清空', '全部忘掉', '清空购物车', "don't forget the receipt"])(
  'that refuses nothing: %s',
  told => {
    expect(refusesErasing(told)).toBe(false);
  },
);

test.each(['忘了开,上个月买的还能补吗', '忘记密码了', 'i forgot to ask for an invoice', '我忘了带'])(
  'it was only left undone: %s',
  told => {
    expect(forgotToDo(told)).toBe(true);
  },
);

test.each(['忘了我吧', '全忘了', '忘掉我说的话', '忘了这些', 'forget everything'])('to be forgotten: %s', told => {
  expect(forgotToDo(told)).toBe(false);
});
