/** A thing of the shopper's own, told in a few words: right after its order was told, or because it does not fit. */
import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { buyerIn } from '../testing/own-order.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const model = modelOrder(shop);
const whoBought = buyerIn(shop, model, { name: 'thing-had', above: 970_000 });
const jacketAndMug = () => whoBought([8, 'Workbench chore jacket, chestnut', 'Thumbprint mug, sage']);

describe('named alone, after its order was told', () => {
  test.each([
    [['what did I order last', 'the jacket'], /chore jacket, chestnut” is in order WY-\d+.*come back until/],
    [["what's in my last order", 'and the mug?'], /Thumbprint mug, sage” is in order/],
    [['我的订单里有什么', '外套呢'], /工作台工装外套 栗棕”在订单/],
    [['我上一单', '马克杯'], /指印马克杯 鼠尾草绿”在订单/],
  ])('it is the one of that order: %j', async (says, told) => {
    const answer = await lastOf(await jacketAndMug(), says);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test.each([
    [['what did I order last', 'the mug', 'is it dishwasher safe'], /dishwasher safe.*mug, sage/],
    [['我上一单', '马克杯', '能进洗碗机吗'], /马克杯 鼠尾草绿.*洗碗机：可以/],
    [['what did I order last', 'the jacket', 'too small actually'], /chore jacket, chestnut.*Exchanges are free/s],
    [['what did I order last', 'the jacket', 'too small actually', 'can I send it back'], /Shall I start the return\?/],
  ])('what is asked next is asked of it: %j', async (says, told) => {
    expect((await lastOf(await jacketAndMug(), says)).text).toMatch(told);
  });

  test.each([
    [["what's in my last order", 'the warmest jacket']],
    [['我上一单买了啥', '便宜的外套']],
    [["what's in my last order", 'do you have other jackets?']],
  ])('goods of the shop are looked for all the same: %j', async says => {
    const answer = await lastOf(await jacketAndMug(), says);
    expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/WY-/);
  });
});

describe('it does not fit', () => {
  test.each([
    ['jacket too small', /chore jacket, chestnut” is in order.*Exchanges are free within 30 days/s],
    ["the jacket doesn't fit", /chore jacket, chestnut” is in order/],
    ['外套小了', /工作台工装外套 栗棕”在订单.*30 天内免费换/su],
    ['那件外套穿着有点紧', /工作台工装外套 栗棕”在订单/],
  ])('which is told of the one that was bought: %s', async (says, told) => {
    const answer = await lastOf(await jacketAndMug(), [says]);
    expect(answer.text).toMatch(told);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test.each([
    ['jacket too small, can i swap it for the next size up', /That is “.*chore jacket.*arranged by a colleague/],
    ['外套大了，想换小一码', /工作台工装外套 栗棕”，换货由同事/],
  ])('and another one of it is wished for: %s', async (says, told) => {
    expect((await lastOf(await jacketAndMug(), [says])).text).toMatch(told);
  });

  test.each([
    [['jacket too small', 'how long have i got'], /come back until 1?\d Dec/],
    [['我人在香港，买的外套能退吗', '几天之内要寄'], /12月\d+日前都可以退/],
    [['外套小了', '多久能换到'], /新的那件替你保留七天/],
  ])('and how long there is, or it takes: %j', async (says, told) => {
    const { text } = await lastOf(await jacketAndMug(), says);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/Ordered now|现在下单/);
  });

  test.each([[['what jackets do you have', 'the first jacket is too big']], [['有什么外套', '这件外套太长了']]])(
    'of what is only looked at no order is told: %j',
    async says => {
      expect((await lastOf(await jacketAndMug(), says)).text).not.toMatch(/WY-/);
    },
  );
});

describe('what was paid for it, or when it was bought', () => {
  test.each([
    ['what did I pay for the kettle', /don't see “kettle” in your orders/],
    ['我买水壶花了多少钱', /没有找到“水壶”/],
    ['when did I buy the kettle', /don't see “kettle” in your orders/],
    ['did i ever order a lamp', /don't see “lamp” in your orders/],
  ])('of what was never bought: %s', async (says, told) => {
    expect((await lastOf(await jacketAndMug(), [says])).text).toMatch(told);
  });

  test.each([
    [['what did I pay for the kettle', 'and for the jacket'], /You paid ¥[\d.]+ for .*chore jacket/],
    [['我买外套花了多少钱'], /工装外套 栗棕您付了¥/],
    [['外套是什么时候买的'], /“外套”在您的这个订单里/],
  ])('of what was: %j', async (says, told) => {
    expect((await lastOf(await jacketAndMug(), says)).text).toMatch(told);
  });
});
