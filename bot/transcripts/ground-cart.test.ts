import { describe, expect, test } from 'vitest';
import { modelOrder } from '../testing/model-order.ts';
import { ownerIn } from '../testing/own-order.ts';
import { cartAfter, lastOf, toldAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Short words about the cart, which mean something only by what lies before the shopper. */
const shop = talkingShop();

const jackets = ['rain jackets', 'add the first one in M'];
const shells = ['雨衣', '第一件M码加购物车'];
const flask = ['a thermos under 150'];
const bottle = ['150以内的保温杯'];
const coffee = ['a gift for my dad, he likes coffee, under 300'];
const beans = ['送爸爸的礼物，他喜欢咖啡，300以内'];
const code = 'apply code WILD20';
const codeZh = '用优惠码WILD20';

describe('what the cart holds then', () => {
  test.each<[readonly string[], RegExp]>([
    // What is in already does not go in once more.
    [[...jackets, 'add it'], /^1 × [^;]*$/],
    [[...jackets, code, 'add it'], /^1 × [^;]*$/],
    [[...shells, '加购物车'], /^1 × [^;]*$/],
    [[...shells, codeZh, '加购物车'], /^1 × [^;]*$/],
    // So many in all, of what is in the cart, whatever was said of deals since.
    [[...jackets, code, 'make it two'], /^2 × [^;]*$/],
    [[...jackets, code, '2 of them please'], /^2 × [^;]*$/],
    [[...shells, codeZh, '改成两件'], /^2 × [^;]*$/],
    [[...shells, codeZh, '要两件'], /^2 × [^;]*$/],
    // And of the one thing that is looked at.
    [[...flask, 'make it two'], /^2 × [^;]*flask[^;]*$/],
    [[...bottle, '改成两件'], /^2 × [^;]*保温杯[^;]*$/],
    [[...flask, 'make it two', 'make it three'], /^3 × [^;]*flask[^;]*$/],
    // The number is kept until it is said of what.
    [[...coffee, 'make it two', 'the first one'], /^2 × [^;]*$/],
    [[...beans, '改成两件', '第一个'], /^2 × [^;]*$/],
    // What went on last goes off again, and the goods stay.
    [[...jackets, code, 'take it out again'], /^1 × [^;]*$/],
    [[...shells, codeZh, '拿掉吧'], /^1 × [^;]*$/],
    [[...jackets, code, 'take it out of my cart'], /^$/],
    [[...jackets, code, 'remove the code from my cart'], /^1 × [^;]*$/],
    [[...jackets, 'any deals?', 'remove the deal from my cart'], /^1 × [^;]*$/],
    [[...jackets, 'any deals?', "don't apply the deal"], /^1 × [^;]*$/],
    [[...shells, '有优惠吗', '把优惠去掉'], /^1 × [^;]*$/],
    // The thing is not wanted any more.
    [[...jackets, code, "I don't want it any more"], /^$/],
    [[...shells, codeZh, '不想要了'], /^$/],
    [[...flask, "I don't want it any more"], /^$/],
    [[...bottle, '加购物车', '别的不要了'], /^1 × [^;]*$/],
    // In another colour, or another of the list, in its place.
    [[...jackets, code, 'the blue one instead'], /^1 × [^;]*navy, size M$/],
    [[...shells, codeZh, '换成黑色的'], /^1 × [^;]*$/],
    [
      ['rain jackets', 'compare the first two', 'add the first one in M', 'not that one, the other one'],
      /^1 × [^;]*(?:size M)?$/,
    ],
    [['waterproof running shoes', 'add the first one in 42', 'not that one, the other one'], /^1 × [^;]*size 42$/],
    // What is not to be taken out stays.
    [[...flask, 'add it', "no, don't take it out"], /^1 × [^;]*flask[^;]*$/],
    [[...bottle, '要第一个', '保留，不用拿掉'], /^1 × [^;]*保温杯[^;]*$/],
    // What was proposed by a short word goes in by a yes, or by the size.
    [[...flask, "I'd like to check out", 'yes please'], /^1 × [^;]*flask[^;]*$/],
    [[...bottle, '要第二个', '好的'], /^1 × [^;]*保温杯[^;]*$/],
  ])('%j', async (says, held) => expect(await cartAfter(shop, says)).toMatch(held));
});

describe('what is told', () => {
  test.each<[readonly string[], RegExp]>([
    [[...jackets, 'add it'], /^It's in your cart already: 1 × .*size M\. Your total is ¥\d+/],
    [[...jackets, code, 'add it'], /^It's in your cart already/],
    [[...shells, '加购物车'], /已经在购物车里了（1件），合计¥\d+/],
    [[...jackets, code, 'take it out again'], /^Code WILD20 is off your cart\. Your total is now ¥\d+/],
    [[...shells, codeZh, '拿掉吧'], /^优惠码 WILD20 已去掉。现在合计¥\d+/],
    [['rain jackets', 'take code WILD20 off'], /^Code WILD20 isn't on your cart/],
    [[...flask, "I'll take the second one"], /^There's only the one: .*flask.*¥\d+\. Shall I put it in your cart\?/],
    [[...bottle, '要第二个'], /^刚才只有这一款：.*保温杯.*¥\d+。要加入购物车吗/],
    [[...flask, 'not that one, the other one'], /^That's the only one I showed you/],
    [[...bottle, '不是这个，是另一个'], /^刚才给您看的只有这一款/],
    [[...flask, "I'd like to check out"], /^Your cart is still empty\. Shall I put in .*flask.*¥\d+\?/],
    [[...bottle, '我要结账'], /^购物车还是空的。要先把.*保温杯/],
    [[...flask, 'the blue one instead'], /^No, not in blue; it comes in/],
    [[...bottle, '换成蓝色的'], /没有蓝色，有/],
    [[...coffee, 'make it two'], /^Which of these would you like 2 of\?/],
    [[...beans, '改成两件'], /^好的，2件，要下面哪一款/],
    [[...coffee, 'the blue one instead'], /^No, none of them comes in blue/],
    [[...coffee, "I don't want it any more"], /^All right\./],
    [[...beans, '不想要了'], /^好的，有需要随时告诉我/],
    [['make it two'], /^Which product do you mean/],
    [['加购物车'], /^您指的是哪一款/],
    [['多久可以退货？', '改成两件'], /^您指的是哪一款/],
    [['how long do I have to return something?', 'not that one, the other one'], /^(?!.*30 days)/s],
    [['how long do I have to return something?', 'the blue one instead'], /^(?!Noted)/],
  ])('%j', async (says, told) => expect(await toldAfter(shop, says)).toMatch(told));
});

describe('of an order of one’s own', () => {
  const owner = ownerIn(shop, modelOrder(shop), { name: 'ground-cart', above: 871_000, arrivesAfter: 4 });

  test.each<[readonly string[], 'placed' | 'delivered', RegExp]>([
    [
      ['where is my order?', 'make it two'],
      'placed',
      /^I can't change single things of order WY-871\d+ .*you get back ¥\d+/,
    ],
    [['我的订单到哪了', '拿掉吧'], 'placed', /^订单 WY-871\d+ 里的单件商品我这边改不了.*全额退款¥\d+/],
    [['where is my order?', "I don't want it any more"], 'placed', /If I cancel it you get back all you paid/],
    [['what did I buy last time?', 'add it'], 'delivered', /at today's prices\. Shall I put it in your cart/],
    [['我上次买了什么', '加购物车'], 'delivered', /要加入购物车吗/],
    [['buy the same as last time again', 'take it out again'], 'delivered', /^All right\./],
    // What is not wanted any more is why it is cancelled or goes back, and stops neither.
    [
      ['I want to cancel my order', "I don't want it any more"],
      'placed',
      /^Then I cancel order WY-871\d+ and you get back ¥\d+/,
    ],
    [['我要取消订单', '不想要了'], 'placed', /^好的，那就取消订单 WY-871\d+，全额退款¥\d+/],
    [['I want to cancel my order', "I don't want it any more", 'yes'], 'placed', /is cancelled/],
  ])('%j', async (says, status, told) =>
    expect((await lastOf(await owner('Twelve Hours flask', status === 'placed' ? 1 : 8, status), says)).text).toMatch(
      told,
    ),
  );
});
