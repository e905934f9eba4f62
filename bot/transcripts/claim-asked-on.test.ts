/** Goods came broken or wrong and it is known what is wished for: what is asked next is asked of that. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { lastOf, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'claim-asked-on');
const mug = 'Thumbprint mug, sage';

describe('how long it takes is told of the new one, and the broken one stays', () => {
  test.each([
    [['my mug arrived broken', 'just a new one', 'how long will that take'], /when the new one leaves/],
    [['the mug you sent is broken', 'send me another one', 'when does the new one come'], /when the new one leaves/],
    [['杯子收到是碎的', '给我换个新的就行', '要多久'], /补发的什么时候寄出/],
    [['my mug arrived broken', 'a new one please', 'do I need to send the old one back'], /don’t need to send/],
    [['mug is smashed', 'new one please', 'what do I do with the broken one'], /don’t need to send/],
    [['杯子碎了', '要个新的', '旧的要寄回吗'], /不用寄回/],
    [['杯子碎了', '要退款', '多久到账'], /支付宝和微信当天到账/],
  ])('%j', async (says, told) => {
    const { talk } = await owner({ status: 'delivered', ago: 6, things: [mug] });
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/You have 30 days from delivery|seven days/);
  });
});

describe('the form that was ordered is to come instead', () => {
  test.each([
    [['you sent me the wrong colour mug', 'I wanted the blue one']],
    [['I ordered a navy mug and got a green one', 'please send the navy one']],
    [['杯子颜色发错了', '我要的是蓝色']],
  ])('%j', async says => {
    const { talk, numbers } = await owner({ status: 'delivered', ago: 6, things: [mug] });
    const { text } = await lastOf(talk, says);
    expect(text).toMatch(/A new one, for order|补发的要求/);
    expect(text).toContain(numbers[0]);
  });
});

test.each([
  [['台灯坏了', '好像是春天在你们这买的'], /WY-85/],
  [['my lamp stopped working', 'I bought it here in spring I think'], /WY-85/],
])('%j: its order is looked up', async (says, told) => {
  const { talk } = await owner({ status: 'delivered', ago: 200, things: ['Firefly table lamp'] });
  expect((await lastOf(talk, says)).text).toMatch(told);
});

describe('what was never bought was never paid', () => {
  test.each([
    [['how much were the candles?'], /candles.* in your orders/],
    [['蜡烛当时多少钱买的'], /没有找到“蜡烛”/],
    [['how much was the mug?'], /You paid ¥59/],
    [['杯子当时多少钱'], /您付了¥59/],
  ])('%j', async (says, told) => {
    const { talk } = await owner({ status: 'delivered', ago: 6, things: [mug] });
    expect((await lastOf(talk, says)).text).toMatch(told);
  });

  test('a jacket that is called a shell was bought', async () => {
    const { talk } = await owner({ status: 'delivered', ago: 6, things: ['Plum Rain shell'] });
    expect((await talk.say('how much was the jacket')).text).not.toMatch(/don't see/);
  });
});

test('a return is of the thing that is to go back, and not of what an invoice is asked for', async () => {
  const { talk } = await owner({ status: 'delivered', ago: 6, things: [mug, 'Firefly table lamp'] });
  const { text } = await talk.say('I need an invoice for the mug and I want to return the lamp');
  expect(text).toMatch(/1 × Lampyr Firefly table lamp/);
  expect(text).not.toMatch(/1 × Kilnfold/);
});

test.each([
  [['Morning bowls'], /bowls|fits/, /I'm the assistant/],
  [["Good evening! where's my order"], /order number/, /I'm the assistant/],
  [['who pays for sending something back from abroad?', 'and how long do I have?'], /30 days/, /within mainland China/],
  [['do you issue special invoices? also do you ship to Hong Kong?'], /special VAT[\s\S]*Hong Kong/, /Which/],
  [['running shoes for my son, size 28, in red'], /^I found none in size 28; apart from that/, /^This one fits/],
  [['儿童跑鞋 28码 防水'], /^送孩子，没有完全符合“防水、28”的/, /^送孩子，为您找到/],
])('%j', async (says, told, notTold) => {
  const text = await toldAfter(shop, says);
  expect(text).toMatch(told);
  expect(text).not.toMatch(notTold);
});
