/** What went wrong with an order of one's own: which one is meant, what of it is missing, and the rule with its days. */
import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { buyerIn } from '../testing/own-order.ts';
import { lastOf, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const whoBought = buyerIn(shop, model, { name: 'meant', above: 970_000 });
const bought = () =>
  whoBought(
    [6, 'Night Market puzzle', 'Odd Bear'],
    [33, 'Thumbprint mug', 'Flour Day apron'],
    [85, 'Rooftop telescope'],
  );

describe('a part of a parcel that is missing', () => {
  test.each([
    [
      'about the order with the jigsaw puzzle, the bear wasn’t in the box',
      /Odd Bear.*delivered.*new one or your money/s,
    ],
    [
      'It says delivered but I never had the mug, only the apron was in the parcel',
      /Thumbprint mug.*more than 30 days ago/s,
    ],
    ['the bear never turned up, everything else in that parcel did', /Odd Bear/],
    ['拼图那单少发了一个熊', /怪熊公仔.*补发还是退款/su],
    ['我是说拼图那单，买两样只收到一样，少的是熊', /怪熊公仔.*补发还是退款/su],
  ])('%s', async (says, told) => {
    expect(await lastOf(await bought(), [says]).then(answer => answer.text)).toMatch(told);
  });

  test.each([
    [
      'yes please get someone, I only opened it now',
      'It says delivered but I never had the mug, only the apron was in it',
    ],
    ['转吧，我照片都拍好了', '围裙那单的马克杯没给我，别的都到了'],
  ])('and somebody who is offered is taken with whatever is said beside it: %s', async (says, before) => {
    expect((await lastOf(await bought(), [before, says])).text).toMatch(/colleague to take over|呼叫人工客服/u);
  });
});

describe('what an order holds', () => {
  test.each([
    [['what was in the order before the last one?'], /holds .*Thumbprint mug.* and .*Flour Day apron/],
    [
      ['Can I still return the puzzle?', 'what did I buy in that order?'],
      /holds .*Night Market puzzle.* and .*Odd Bear/,
    ],
    [['上次那单里有个东西我不想要了，能退吗', '先告诉我这单买了什么'], /里有：.*夜市拼图.*怪熊公仔/u],
    [['那单里都有啥来着'], /里有：.*夜市拼图/u],
  ] as const)('%s', async (says, told) => {
    expect((await lastOf(await bought(), says)).text).toMatch(told);
  });
});

describe('which order is meant', () => {
  test.each([
    [
      ['can I still return the puzzle?', 'no, not the puzzle, the telescope one'],
      /Rooftop telescope.* is past the 30 days/,
    ],
    [['拼图能退吗', '不是拼图，是望远镜那单'], /天台望远镜.*已超过30天退货期/u],
    [
      ['about the puzzle order, the bear wasn’t in the box', 'I opened it today, so what happens now?'],
      /A colleague can look/,
    ],
  ] as const)('put right: %s', async (says, told) => {
    expect((await lastOf(await bought(), says)).text).toMatch(told);
  });

  test.each([
    [
      'the bear came without an ear, order WY-99999',
      /None of your orders has the number WY-99999; I take it you mean .*puzzle/,
    ],
    ['WY-99999里的拼图能退吗', /没有 WY-99999 这个号码，您说的应该是/u],
  ])('a number that is none of them, beside goods of one: %s', async (says, told) => {
    expect((await lastOf(await bought(), [says])).text).toMatch(told);
  });

  test.each([
    ['I want to cancel what I ordered this morning', /no order placed just now/],
    ['我刚下的单能取消吗，几分钟前下的', /没有刚刚下的单/u],
  ])('one placed just now, of which there is none: %s', async (says, told) => {
    expect((await lastOf(await bought(), [says])).text).toMatch(told);
  });
});

describe('money for what went back', () => {
  test.each([
    [
      'I sent the bear back and it reached you on the 12th, where’s my money',
      /3 working days for the refund were over on 17 Nov/,
    ],
    ['我退的熊你们12号就收到了，退款咋还没有', /3个工作日到11月17日已经过了/u],
  ])('%s', async (says, told) => {
    expect((await lastOf(await bought(), [says])).text).toMatch(told);
  });
});

test.each([
  [
    ['My mug arrived broken', 'it was under my wife’s account, can you still help?'],
    /order number and the e-mail address/,
  ],
  [['是我老公的账号下的单，不是我的，你们管不管'], /订单号和下单用的邮箱/u],
  [['just tell me how to complain in writing, is there an email'], /post@/],
  [['给个投诉邮箱'], /post@/],
  [
    ['could it be sent straight to my nephew', 'so I just put his address in at the checkout?'],
    /^Yes, it can go to somebody else/,
  ],
  [['结算的时候填我妈地址就行对吧'], /^可以，能直接寄给别人/u],
  [['do you ship to germany', 'is that the same if I order more?'], /once per order/],
  [['关税谁出'], /由承运商在派送前向你收取/u],
  [['开过箱的望远镜能退吗'], /可以试穿、展开、开机/u],
  [['can I get an invoice', "and if it's been more than 90 days?"], /After more than 90 days that no longer holds/],
  [['能开发票吗', '8月20号下的单，算不算超了90天'], /已经超过期限了/u],
  [['9月1号签收的，现在退算不算超30天'], /已经超过期限了/u],
] as const)('%s', async (says, told) => {
  expect(await toldAfter(shop, says)).toMatch(told);
});

test('whoever waits is answered where a page knows', async () => {
  const talk = await shop.talkTo();
  const { text } = await lastOf(talk, ['a person please', 'while I wait, how long is the guarantee on a power bank']);
  expect(text).toMatch(/two-year warranty.*in line/s);
});
