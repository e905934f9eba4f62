/** What goods would cost is told before they are in a cart, and is what the cart then comes to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
beforeAll(async () => {
  shop = await openTalkingShop();
});
afterAll(async () => {
  await shop.close();
});

const lastAmount = (text: string): string | undefined => text.match(/¥[\d,]+(?:\.\d+)?/g)?.at(-1);

test.each([
  [['show me mugs', 'how much for 3 of them with delivery?'], 'ok put them in my cart', 'my cart'],
  [['show me tea', 'what do the first two cost altogether?'], 'ok add both', 'my cart'],
  [['rain jacket', 'what would two of the first one cost with delivery?'], 'add them', 'my cart'],
  [['找茶', '第一个两份一共多少钱'], '加入购物车', '看看购物车'],
  [['跑鞋', '第一双和第二双一起多少钱'], '加入购物车', '看看购物车'],
])('%s', async (says, adds, cart) => {
  const talk = await shop.talkTo();
  let told = '';
  for (const text of says) told = (await talk.say(text)).text;
  const total = lastAmount(told);
  expect(total, told).toBeDefined();
  expect((await talk.say(cart)).cards, 'a question puts nothing into the cart').toEqual([]);
  await talk.say(says[0]!);
  await talk.say(says[1]!);
  const added = await talk.say(adds);
  const [card] = (await talk.say(cart)).cards;
  expect(card, added.text).toMatchObject({ type: 'cart', total });
});

test.each([
  ['so if my order is 150 yuan what would the total be?', /¥162/],
  ['买150块的东西一共要付多少', /¥162/],
  ['if my order is 250 yuan what would the total be?', /¥250 in all: delivery is free/],
])('of an amount: %s', async (says, hears) => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).text).toMatch(hears);
});
