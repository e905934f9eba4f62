import { expect, it } from 'vitest';
import { wordsJoined } from './word-spaced.ts';

it.each([
  ['税 谁 付？ 那 羽绒服 有 L 号 黑色 吗', '税谁付？ 那羽绒服有L号黑色吗'],
  ['退货 从 德国 谁 付 运费？', '退货从德国谁付运费？'],
  ['我 想要 大概 1000 块 的 外套', '我想要大概1000块的外套'],
  ['寄 德国 总共 多少 钱 ？', '寄德国总共多少钱？'],
])('words with spaces between them are joined: %s', (text, joined) => {
  expect(wordsJoined(text)).toBe(joined);
});

it.each([
  '在吗 手冲新手 想入坑 要买啥',
  '太贵了 算了 拜拜',
  '行 拼图可以 100片太少了 有没有500片以上的',
  '有180的码吗 我1米8 75公斤',
  'do you have 42 in black',
  '公司年会要买30份小礼品 每份100左右 有推荐吗',
])('a space that ends a clause stays: %s', text => {
  expect(wordsJoined(text)).toBe(text);
});
