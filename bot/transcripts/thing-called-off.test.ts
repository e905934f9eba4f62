/** "Cancel the mug" names a thing and no order: nothing else of an order is called off for it. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'thing-called-off');

const mug = 'Thumbprint mug';
const light = 'Page clip reading light';
const teahouse = 'Quilted Teahouse jacket';
const wholeOffered = /hasn't left yet|还没有发出/;

describe('one of two things', () => {
  test.each([
    [['cancel the mug'], /only “Kilnfold Thumbprint mug/],
    [['can i still cancel the thumbprint mug from yesterday'], /only “Kilnfold Thumbprint mug/],
    [["where's my order", 'cancel the mug'], /only “Kilnfold Thumbprint mug/],
    [["I don't want the mug anymore, cancel it"], /only “Kilnfold Thumbprint mug/],
    [['I only want the light, cancel the mug please'], /only “Kilnfold Thumbprint mug/],
    [['取消杯子'], /只去掉“窑叠 指印马克杯/],
    [['马克杯取消掉吧'], /只去掉“窑叠 指印马克杯/],
    [['杯子不要了，取消吧'], /只去掉“窑叠 指印马克杯/],
    [['取消阅读灯'], /只去掉“萤屋 书页夹灯/],
  ])('%j: the whole is not offered for it, and a colleague is', async (says, told) => {
    const { talk } = await owner({ status: 'placed', ago: 0, things: [mug, light] });
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(told);
    expect(text).not.toMatch(wholeOffered);
  });

  test.each([
    [['cancel the mug', 'ok then cancel all of it']],
    [['cancel the mug', 'just cancel everything then']],
    [['取消杯子', '那就都取消吧']],
    [['cancel the mug and the light']],
    [['取消杯子和灯']],
    [['cancel my mug order']],
    [['取消买杯子那单']],
  ])('%j: all of it', async says => {
    const { talk } = await owner({ status: 'placed', ago: 0, things: [mug, light] });
    expect((await lastOf(talk, says)).text).toMatch(wholeOffered);
  });
});

test.each([
  [['cancel the mug'], /“mug” in your orders/],
  [['取消杯子'], /没有找到“杯子”/],
])('%j: what was never ordered cancels nothing else', async (says, told) => {
  const { talk } = await owner({ status: 'placed', ago: 0, things: [teahouse] });
  const { text } = await lastOf(talk, says);
  expect(text).toMatch(told);
  expect(text).not.toMatch(wholeOffered);
});

test.each([[['cancel the jacket']], [['取消外套']], [['把那件外套取消了吧']]])(
  '%j: the order that holds nothing else',
  async says => {
    const { talk, numbers } = await owner(
      { status: 'placed', ago: 0, things: [mug, light] },
      { status: 'placed', ago: 1, things: [teahouse] },
    );
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(wholeOffered);
    expect(text).toContain(numbers[1]);
  },
);

test.each([
  [['thumbprint mug in sage', 'add it', 'cancel the mug'], 'my cart'],
  [['指印马克杯 鼠尾草绿', '加入购物车', '取消杯子'], '我的购物车'],
])('%j: what waits in the cart goes out of it', async (says, cart) => {
  const talk = await shop.talkTo();
  await lastOf(talk, says);
  expect(cardsOfType(await talk.say(cart), 'cart').flatMap(card => card.lines)).toEqual([]);
});
