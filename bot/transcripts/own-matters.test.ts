/** Matters of one's own: the refund, the time left, the warranty, what an order holds, and what broke; and what is asked beside a page. */
import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { ownerIn } from '../testing/own-order.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const owner = ownerIn(shop, model, { name: 'own-matters', above: 850_000, arrivesAfter: 2 });

describe('what is over is not offered', () => {
  test.each([
    [['cancel my order please'], /no longer be cancelled.*days in which it could be returned are over/s],
    [['cancel my order please', 'Oh. Then how long do I have to return it?'], /is past the 30 days/],
    [['取消订单'], /退货期也已经过了/],
    [['取消订单', '那这单最晚什么时候能退'], /已超过30天退货期/],
  ] as const)('%j', async (said, told) => {
    const { text } = await lastOf(await owner('toner', 90), said);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/can be returned instead|You have 30 days|可以改办退货/);
  });

  test.each([
    [['cancel my order please'], /can be returned instead/],
    [['cancel my order please', 'how long do I have to return it?'], /it can come back until/],
    [['取消订单', '那这单最晚什么时候能退'], /前都可以退/],
  ] as const)('and what is not is: %j', async (said, told) => {
    expect((await lastOf(await owner('toner', 6), said)).text).toMatch(told);
  });
});

describe('after use it is the rule that is asked', () => {
  test.each([
    [['我的订单到哪了', '那这双跑鞋能退吗，穿过一次在家'], /可以试穿/],
    [['where is my order?', 'can I return these shoes? I wore them once outside'], /worn out of doors/],
  ] as const)('%j', async (said, told) => {
    expect((await lastOf(await owner('Nightbus', 6), said)).text).toMatch(told);
  });
});

describe('the money of a return', () => {
  const returning = ['I want to return my last order', 'changed my mind'];
  test.each([
    [[...returning, 'ok, send it back'], /Your return is registered/],
    [['我要退货', '不喜欢', '好的，退吧'], /退货已登记/],
    [['我要退货', '不喜欢', '退吧'], /退货已登记/],
    [
      [...returning, 'yes please', 'thanks. when does the money get to my account?'],
      /haven't reached us yet.*within 3 working days.*another 3 to 7 days/s,
    ],
    [
      ['我要退货', '不喜欢', '好的', '那钱几天能到'],
      /我们还没有收到寄回的商品.*3 个工作日内退款.*银行卡还要 3 到 7 天/s,
    ],
  ] as const)('%j', async (said, told) => {
    expect((await lastOf(await owner('toner', 6), said)).text).toMatch(told);
  });

  test.each([
    ['I returned a parcel weeks ago and the money is not here', /No return is registered/],
    ['did the money come back already?', /No return is registered/],
    ['我那个包退货退了快半个月了钱没退', /没有登记过退货.*十天没动静/s],
  ] as const)('where nothing comes back: %s', async (said, told) => {
    expect((await (await owner('toner', 6)).say(said)).text).toMatch(told);
  });

  test('what the bank takes is told with what the shop takes before it', async () => {
    const { text } = await (await shop.talkTo()).say('how long does a refund take to show on my bank card?');
    expect(text).toMatch(/within 3 working days.*another 3 to 7 days/s);
  });
});

describe('the warranty of what was bought', () => {
  test.each([
    [
      'shower speaker',
      100,
      'Is the warranty on that speaker I bought still running?',
      /warranty runs until 16 Aug 2028/,
    ],
    ['shower speaker', 100, '我买的音箱还在保修期吗', /保修到2028年8月16日为止/],
  ] as const)('%s, %i days ago: %s', async (thing, daysAgo, said, told) => {
    expect((await (await owner(thing, daysAgo)).say(said)).text).toMatch(told);
  });

  test('is no matter of what is only looked at', async () => {
    const { text } = await lastOf(await owner('shower speaker', 100), [
      'show me headphones',
      'how long is the warranty?',
    ]);
    expect(text).not.toMatch(/runs until/);
  });
});

describe('what an order holds', () => {
  test.each([
    ['have I bought any puzzle here before?', /don't see “puzzle” in your orders/],
    ['did i already buy a toner from you?', /is in this order of yours/],
    ['which order has the toner?', /is in this order of yours/],
    ['我买过拼图吗', /没有找到“拼图”/],
    ['哪一单里有爽肤水', /在您的这个订单里/],
  ] as const)('%s', async (said, told) => {
    const answer = await (await owner('toner', 6)).say(said);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });
});

describe('what broke, or came broken', () => {
  test.each([
    [
      'table lamp',
      100,
      'one of my lamps, the Firefly, flickers since last week. what can you do?',
      /more than 30 days ago/,
    ],
    ['mug', 100, '我买的杯子收到是碎的！！', /已经超过30天/],
    ['mug', 6, '我买的杯子收到是碎的！！', /补发还是退款/],
    ['mug', 6, 'The mug from my last order arrived with the handle broken off.', /a new one or your money back/],
  ] as const)('%s, %i days ago: %s', async (thing, daysAgo, said, told) => {
    const answer = await (await owner(thing, daysAgo)).say(said);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test.each([
    [['我买的杯子收到是碎的', '补发吧，要多久？'], /补发的要求我会转达/],
    [
      ['the mug I got arrived smashed', 'a new one please, how long does it take?'],
      /A new one, for order .* I pass that on/,
    ],
  ] as const)('what is wished for is passed on, whatever is asked beside it: %j', async (said, told) => {
    expect((await lastOf(await owner('mug', 6), said)).text).toMatch(told);
  });
});

describe('what is asked next is answered, and not what was', () => {
  test.each([
    [['do you gift wrap?', 'yes gift wrap please. will it be here by saturday?'], /take 2 to 4 days/],
    [['do you gift wrap?', 'Yes gift wrap. Will he see the price?'], /Prices are left out/],
    [['do you ship to Portugal?', 'who pays the postage when i return something'], /From abroad the postage is yours/],
    [['how long does a refund take', 'which courier do I give it to?'], /a courier collects the parcel/],
    [['can i return opened skincare', "A flask isn't skincare. Can an unused flask be sent back?"], /You have 30 days/],
    [['可以包装吗', '要包装。他会看到价格吗'], /不放价格单/],
    [['能寄到马来西亚吗', '买多少钱可以免国际运费？'], /包邮仅限中国大陆/],
    [['能换货吗', '邮费谁出'], /退货免费/],
  ] as const)('%j', async (said, told) => {
    expect((await lastOf(await shop.talkTo(), said)).text).toMatch(told);
  });

  test.each([
    [['有没有越野鞋', '鞋子穿了不合适能退吧？户外走过的也行吗'], /穿出门过或洗过的不能退/],
    [['我想退货', '我还没买呢，就是先问问退货规矩'], /签收后 30 天内/],
    [['where would I send a return back to?'], /courier collects the parcel/],
  ] as const)('a rule asks for no order number: %j', async (said, told) => {
    const { text } = await lastOf(await shop.talkTo(), said);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/订单号，它在确认邮件里|What's the order number/);
  });

  test.each([
    ['I want to change the address saved in my account', /Our pages say nothing about/],
    ['怎么修改账号里保存的地址', /页面没有写/],
  ] as const)('%s', async (said, told) => {
    expect((await (await shop.talkTo()).say(said)).text).toMatch(told);
  });
});
