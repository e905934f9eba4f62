/** Asked which to take, the bot chooses by what the pages say, quotes them, and says so where they don't. */
import { expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

test.each<[says: readonly string[], hears: RegExp, card: RegExp]>([
  [['running shoes', 'which is best for a complete beginner?'], /promised themselves to begin this week/, /First Mile/],
  [['跑鞋', '新手选哪个'], /给那些说好这周就开始跑的人/, /第一公里/],
  [
    ['which is better, the Murmur earbuds or the Corner Shop headphones, for the gym?'],
    /“gym”, “sweatproof”/,
    /Murmur/,
  ],
  [['coffee', 'which would you take with milk?'], /For milk/, /Coal Boat/],
  [['羽绒服和派克大衣你帮我选一个 冬天骑电动车'], /我会选.*防风/, /羽绒服|派克/],
  [['红茶和绿茶哪个更适合早上喝'], /标注了“早餐/, /红茶/],
  [['longway vs first mile for a beginner'], /promised themselves to begin/, /First Mile/],
  [['running shoes', 'which of these is best for a wide foot?'], /wide/i, /Broadway/],
  [['coffee', 'which is less sour, for a moka pot?'], /moka pots/, /Coal Boat/],
])('%s', async (says, hears, card) => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  expect(answer.text).toMatch(hears);
  expect(cardsOfType(answer, 'product')[0]?.name).toMatch(card);
  await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '加入购物车' : 'add it to my cart');
  const cart = await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '看看购物车' : 'my cart');
  expect(
    cardsOfType(cart, 'cart')[0]
      ?.lines.map(line => line.name)
      .join(),
  ).toMatch(card);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['rain jacket', 'which of these is best for the moon?'], /pages don't say.*won't guess.*waterproof/i],
  [['雨衣', '去月球穿哪个好'], /没有写哪款更合适.*防水/],
  [['mugs', 'which size should i take?'], /EU|size|For shoes/],
])('what no page says is not made up: %s', async (says, hears) => {
  const talk = await shop.talkTo();
  const answer = await lastOf(talk, says);
  expect(answer.text).toMatch(hears);
});
