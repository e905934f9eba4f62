/** Questions that say little by themselves: they go on about the page that was told just before. */
import { describe, expect, test } from 'vitest';
import { type Answer, cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const pagesOf = (answer: Answer): string[] => cardsOfType(answer, 'source').map(({ url }) => url ?? '');

describe('a question that leans on what was told is answered of it', () => {
  test.each([
    [
      ['Is there a shop where I can try shoes on?', 'where exactly and when are you open'],
      /^We have two shops: [^\n]*$/,
      '/help/stores',
    ],
    [['do you have a shop?', 'what times do you close?'], /two shops: /, '/help/stores'],
    [['有门店吗', '几点开门'], /两家店：/, '/help/stores'],
    [['i forgot my password', 'the code never arrives'], /If the code does not come/, '/help/sign-in-trouble'],
    [['do you ship to Japan?', 'how much for customs?'], /^Duties and import taxes/, '/help/customs-duties'],
    [['能寄到日本吗', '关税谁付'], /关税和进口税不含/, '/help/customs-duties'],
    [['耳机坏了一边没声音，买了两个月，能保修不', '那我寄哪里去啊'], /发到聊天里/, '/help/warranty-claim'],
    [['我会员到啥级别了', '我问的是我自己 差多少能升'], /2,500 元/, '/help/loyalty'],
    [['好吧 那微信付', '我意思是能用微信支付吗'], /微信支付/, '/help/payment-methods'],
    [['货到付款支持吗', '那支付宝总可以吧'], /支付宝/, '/help/payment-methods'],
    [['你家鞋子偏大还是偏小啊', '那我买鸥翎的该拿多大'], /鸥翎、岭兔和自家的野渡是标准码/, '/help/shoe-sizes'],
    [['你家鞋子偏大还是偏小啊', '那你家43换算成脚长多少厘米'], /42 码 26\.5 厘米/, '/help/shoe-sizes'],
  ])('%j', async (messages, expected, page) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(answer.text).toMatch(expected);
    expect(pagesOf(answer)).toEqual([expect.stringContaining(page)]);
  });

  test('how long it is covered when it breaks is no warmth', async () => {
    const answer = await lastOf(await shop.talkTo(), ['儿童耳机', '第一个 加购物车', '再问下坏了保多久']);
    expect(answer.text).toMatch(/保修两年/);
    expect((await lastOf(await shop.talkTo(), ['保温杯', '第一个 能保多久'])).text).not.toMatch(/保修/);
  });

  test.each([[['my promo code never came']], [['the tracking code never arrived']]])(
    'and another code is none to sign in with: %j',
    async messages => expect((await lastOf(await shop.talkTo(), messages)).text).not.toMatch(/sign in/),
  );

  test('what is wanted is no question put again', async () => {
    const { cards } = await lastOf(await shop.talkTo(), ['跑鞋', '我意思是要黑色的']);
    expect(cards.length).toBeGreaterThan(1);
  });

  test.each([
    ['优惠码怎么用啊，找不到在哪填', '/help/promo-codes'],
    ["how do I use a promo code? I can't find where to enter it", '/help/promo-codes'],
  ])('what can’t be found is what was asked for, and no parcel: %s', async (says, page) => {
    const answer = await (await shop.talkTo()).say(says);
    expect(pagesOf(answer)).toEqual([page]);
    expect(answer.text).not.toMatch(/订单号|order number/);
  });

  test.each([
    [['能开发票不 公司报销用', '要抬头是公司的专票可以么'], /增值税专用发票/],
    [['can I get a VAT fapiao'], /VAT fapiao/],
  ])('which invoice: %j', async (messages, expected) => {
    expect((await lastOf(await shop.talkTo(), messages)).text).toMatch(expected);
  });
});
