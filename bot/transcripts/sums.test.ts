/** What goods would cost is told before they are in a cart, and is what the cart then comes to. */
import { expect, test } from 'vitest';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

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

test.each([
  [['what promotions do you have?', 'say i spend 650, what comes off?'], /¥590/],
  [['any deals?', 'how much do i save with 650 total'], /−¥60/],
  [['what would i pay for 2 pairs at 469 each'], /¥938.*¥848/],
  [['how much off if i buy for 700', 'and with 1000?'], /−¥90/],
  [['每满300减30 我买650减多少'], /减 ¥60.*¥590/],
  [['有什么优惠', '650能减60对吧'], /减 ¥60/],
  [['两双469的一共减多少', '那650呢'], /减 ¥60/],
])('of an amount less what the live rules take off: %s', async (says, hears) => {
  const talk = await shop.talkTo();
  let told = '';
  for (const text of says) told = (await talk.say(text)).text;
  expect(told).toMatch(hears);
});

test.each([
  'jackets under 650',
  'is 650 enough for free delivery?',
  'can i pay 650 in three parts',
  'what is the refund if i paid 650',
  '预算650的外套',
  '满300减30怎么用',
  '650能分期吗',
])('no amount that is spent: %s', async says => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).text).not.toMatch(/¥590|in all|实付/);
});
