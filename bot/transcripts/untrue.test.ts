/** Nothing is claimed that is not so, and nothing done that was not asked for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, cardsOfType, openTalkingShop, type Talk, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
beforeAll(async () => {
  shop = await openTalkingShop();
});
afterAll(async () => {
  await shop.close();
});

const lastOf = async (talk: Talk, messages: readonly string[]): Promise<Answer> => {
  let answer: Answer | undefined;
  for (const message of messages) answer = await talk.say(message);
  return answer!;
};

test.each([
  [['给我看看马克杯', '第二个能装下相机加一件薄外套不']],
  [['给我看看马克杯', '我就要那个杯子 问能不能刻字或者礼盒包装']],
  [['show me mugs', 'can the second one hold a camera plus add a thin jacket?']],
])('what is asked puts nothing into the cart: %j', async messages => {
  const answer = await lastOf(await shop.talkTo(), messages);
  expect(answer.log?.intent, answer.text).not.toBe('add-to-cart');
  expect(answer.text).not.toMatch(/已加入购物车|in your cart/);
});

describe('a limit is held against nothing that was not told', () => {
  test.each([
    [['我会员是啥等级 积分能抵钱不', '那我现在花了多少了 够2500没']],
    [['how do i become vip', 'have i spent enough, is 2500 enough?']],
    [['买了发现双十一后降价了 能退差价不']],
    [['几天前买的 现在降价了 能退差价吗']],
    [['i bought it and it got cheaper after singles day, can i still get the difference back']],
  ])('%j', async messages => {
    const { text } = await lastOf(await shop.talkTo(), messages);
    expect(text).not.toMatch(/够了|不够|超过期限|还在期限内|is enough|not enough|still holds|no longer holds/);
  });

  test.each([
    [['我会员是啥等级', '那我现在花了多少了 够2500没'], /您的订单一共付了¥/],
    [['我问我自己花了多少 你能查吗'], /您的订单一共付了¥/],
    [['how do i become vip', 'have i spent enough, is 2500 enough?'], /you have paid ¥/],
  ])('what was spent is read from the orders of who is signed in: %j', async (messages, told) => {
    expect((await lastOf(await shop.talkTo('spends'), messages)).text).toMatch(told);
  });
});

test.each([
  [['有咖啡豆吗', '有绿茶吗'], /绿茶/],
  [['抹茶粉和茶筅有吗 想自己打', '咖啡豆又不是抹茶。。有没有绿茶粉之类的'], /绿茶/],
  [['do you have coffee beans', 'do you have green tea'], /green tea/i],
  [['do you have coffee beans', 'coffee is not tea. do you have green tea'], /green tea/i],
])('what is sold is not denied: %j', async (messages, sold) => {
  const answer = await lastOf(await shop.talkTo(), messages);
  expect(answer.text).not.toMatch(
    /没有(?:完全符合)?“?绿茶|don't sell|nothing (?:fits|matches)|gave up|relaxed|without “?green/i,
  );
  expect(JSON.stringify(cardsOfType(answer, 'product'))).toMatch(sold);
});

test('有木有 asks whether there is any, and for no wood', async () => {
  const answer = await (await shop.talkTo()).say('睡袋零下5度能用的有木有');
  expect(answer.text).toMatch(/不卖“睡袋”/);
  expect(JSON.stringify(cardsOfType(answer, 'product'))).not.toMatch(/书架音箱|菜刀|炒锅/);
});
