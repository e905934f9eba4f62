/** What shoppers ask of goods they look at: how they are used, for whom they are; and which of those shown "that one" is. */
import { describe, expect, test } from 'vitest';
import { answersOfShop } from '../testing/answers.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

describe('how goods are used is asked of them, and of no rule', () => {
  const { each } = answersOfShop();
  each([
    [
      ['any face cream?', 'how do i use it'],
      /: morning and evening, after washing or shaving[\s\S]*last step, a hazelnut/,
      /nearer|delivery/,
    ],
    [['有泡脚的吗', '怎么用啊'], /一包泡 4 升热水，凉到 40 度，泡 20 分钟/],
    [['有什么面霜', '怎么用'], /：早晚洁面或剃须后涂[\s\S]*最后一步，榛子大小/, /查订单/],
    [['有润唇膏吗', '怎么用'], /没有写明具体怎么用/, /查订单/],
    [['有面膜吗', '一周敷几次'], /一周两三次，每片只用一次/],
    [['有润唇膏吗', '一天涂几次'], /没有写明多久用一次/],
    [['sheet masks?', 'can men use it'], /for men or for women/],
    [['sheet masks?', 'how to store it'], /three years unopened; use a mask at once when open/],
    [['how do i use a coupon'], /goes into the cart or simply into the chat/],
    // Of no thing that is sold.
    [['building blocks', 'what year did the Titanic sink?'], /didn't quite get|don't know/i, /building blocks/i],
    [['优惠券怎么用'], /填在购物车里/],
  ]);
});

describe('what somebody likes', () => {
  const { each } = answersOfShop();
  each([
    [['给8岁侄女挑个礼物', '她喜欢太空'], /合适的商品/, /去掉/],
    [['gift for my niece', 'she likes space'], /fit/, /left out/],
  ]);
});

describe('of a few that were shown, and none is spoken of', () => {
  const shop = talkingShop();
  test.each([
    ['something for dry skin', 'is it ok for kids', 'ok that one'],
    ['冬天皮肤特别干', '小孩能用吗', '就这个吧'],
  ])('%s, …, %s: asked with those before everybody’s eyes', async (...messages) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(cardsOfType(answer, 'product').length).toBeGreaterThan(1);
    expect(answer.text).toMatch(/Which of these|哪一款|哪个/);
  });
});
