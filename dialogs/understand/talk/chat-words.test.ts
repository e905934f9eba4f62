import { expect, test } from 'vitest';
import { withoutChatWords } from './chat-words.ts';

test.each([
  ['你们到底有没有登山鞋啊?没有就直说', '你们到底有没有登山鞋啊?'],
  ['保质期多久？若页面未载，请直言。', '保质期多久？'],
  ['179也叫接近20??😅 那个嗡嗡陀螺多少钱', '那个嗡嗡陀螺多少钱'],
  ['不卖刀具又给我菜刀?什么钢,多重', '什么钢,多重'],
  ['看鸟合适吗，还是看月亮的？你跟我说实话。', '看鸟合适吗，还是看月亮的？'],
  ['说实话坐飞机好用吗', '坐飞机好用吗'],
  ['怎么又是这把?实话实说锋不锋利', '怎么又是这把?锋不锋利'],
  ['be honest. Are they any good on a plane?', 'Are they any good on a plane?'],
  ['Is it waterproof? If not, just say so.', 'Is it waterproof?'],
  ['what does a mug have to do with hiking? show me shoes, size 39', 'show me shoes, size 39'],
])('how to answer is no part of what is asked: %s', (said, asked) => {
  expect(withoutChatWords(said)).toBe(asked);
});

test.each([
  '跟我说实话',
  '学生也算会员吗?怎么申请',
  '在不在 想聊聊天 好无聊',
  '能不能直接说多少钱',
  'How are the small ones? And the colour?',
  'tell me the truth',
  'the tin is 9.5 cm. Does it fit?',
])('whatever else is said stays: %s', said => {
  expect(withoutChatWords(said)).toBe(said);
});
