import { expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each([
  {
    language: 'English',
    search: 'show me mugs',
    add: 'add the first one to my cart',
    make: 'actually make it two',
    made: /^That's 2 × .* in your cart now\.\n+Your total is now/,
    more: 'one more please',
    fewer: 'one less',
    cart: 'my cart',
    missing: /only \d+ of .* left/,
    tooMany: 'change the quantity to 99',
  },
  {
    language: 'Chinese',
    search: '看看马克杯',
    add: '第一个加入购物车',
    make: '改成两个',
    made: /^购物车里的.*现在是2件。\n*现在合计/,
    more: '再来一个',
    fewer: '少拿一个',
    cart: '我的购物车',
    missing: /只剩\d+件/,
    tooMany: '数量改成99',
  },
])('how many of what is in the cart is changed in the talk, $language', async words => {
  const talk = await shop.talkTo();
  await talk.say(words.search);
  await talk.say(words.add);
  const made = await talk.say(words.make);
  expect(made.text).toMatch(words.made);
  const linesNow = async () => {
    const [cart] = cardsOfType(await talk.say(words.cart), 'cart');
    return cart?.lines.map(line => line.quantity);
  };
  expect(await linesNow()).toEqual([2]);
  await talk.say(words.more);
  expect(await linesNow()).toEqual([3]);
  await talk.say(words.fewer);
  expect(await linesNow()).toEqual([2]);
  expect((await talk.say(words.tooMany)).text).toMatch(words.missing);
  expect(await linesNow()).toEqual([2]);
});
