import { expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** A shelf that is named alone is looked for, whatever of it was looked at before, and nothing of it is taken. */
const shop = talkingShop();

test.each<[string[], RegExp]>([
  [['show me the fountain pen', 'toys please'], /plush|rabbit|blocks|puzzle|top|kite|porpoise/i],
  [['show me the fountain pen', 'just toys please'], /plush|rabbit|blocks|puzzle|top|kite|porpoise/i],
  [['gift for a boy turning 5', 'toys please'], /plush|rabbit|blocks|puzzle|top|kite|porpoise/i],
  [['backpack', 'bags please'], /tote|shoulder bag|crossbody|duffel/i],
  [['看看钢笔', '玩具吧'], /公仔|拼图|积木|陀螺|风筝/],
  [['看看钢笔', '来点玩具'], /公仔|拼图|积木|陀螺|风筝/],
])('%j', async (messages, shown) => {
  const { names, text } = await goodsShownAfter(shop, messages);
  expect(names.length).toBeGreaterThan(1);
  expect(names.join('; ')).toMatch(shown);
  expect(text).not.toMatch(/in your cart|已加入购物车/);
});

test('one thing that is named is still taken', async () => {
  const { text } = await goodsShownAfter(shop, ['show me the pebble earbuds', "i'll take the pebble please"]);
  expect(text).toMatch(/is in your cart/);
});
