import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What goes in where a message says more than one thing: the one that is looked at and another, enough of one and too few of the other. */
const shop = talkingShop();
const mug = 'thumbprint mug in sage';
const mugZh = '指印马克杯 鼠尾草绿';

const holds = async (says: readonly string[], held: readonly RegExp[], told?: RegExp) => {
  const { text, lines } = await heardWithCart(shop, says);
  if (told) expect(text).toMatch(told);
  expect(lines).toHaveLength(held.length);
  for (const [i, line] of held.entries()) expect(lines[i]).toMatch(line);
};

describe('the one that is looked at and another thing both go in', () => {
  test.each<[readonly string[], readonly RegExp[]]>([
    [
      ['page clip reading light', 'long letter notebook, brick red', 'add it. and the light too'],
      [/^1 × .*notebook, brick red$/, /^1 × .*reading light/],
    ],
    [
      [mug, 'add it. and a twelve hours flask in pine green too'],
      [/^1 × .*mug, sage$/, /^1 × .*flask, pine green$/],
    ],
    [
      [mug, "I'll take it. And the flask in pine green."],
      [/^1 × .*mug, sage$/, /^1 × .*flask, pine green$/],
    ],
    [
      [mug, 'ok put this in. plus the patient rabbit in blue'],
      [/^1 × .*mug, sage$/, /^1 × .*Rabbit, clear sky$/],
    ],
    [
      [mug, 'add two. and the flask in green as well'],
      [/^2 × .*mug, sage$/, /^1 × .*flask, pine green$/],
    ],
    [
      [mug, 'add it, the red one too'],
      [/^1 × .*mug, sage$/, /^1 × .*mug, brick red$/],
    ],
    [[mug, 'add it, in red'], [/^1 × .*mug, brick red$/]],
    [
      [mugZh, '加上吧。再来一个保温杯松针绿'],
      [/^1 × .*马克杯 鼠尾草绿$/, /^1 × .*保温杯 松针绿$/],
    ],
    [
      [mugZh, '这个放购物车。另外好脾气兔蓝色的也放'],
      [/^1 × .*马克杯 鼠尾草绿$/, /^1 × .*兔 晴空蓝$/],
    ],
    [
      ['长信笔记本 砖红', '书页夹灯', '加上它。笔记本也要'],
      [/^1 × .*夹灯/, /^1 × .*笔记本 砖红$/],
    ],
    [
      [mugZh, '加上。砖红的也要一个'],
      [/^1 × .*马克杯 鼠尾草绿$/, /^1 × .*马克杯 砖红$/],
    ],
    [
      [mugZh, '来两个，再来个保温杯红色'],
      [/^2 × .*马克杯 鼠尾草绿$/, /^1 × .*保温杯 砖红$/],
    ],
  ])('%j', (says, held) => holds(says, held));
});

describe('of two things what there is enough of goes in, and of the other it is told how few there are', () => {
  test.each<[readonly string[], readonly RegExp[], RegExp]>([
    [
      ['roasted buckwheat tea 100 g', 'add 3 of the roasted buckwheat tea 100 g and 2 of the thumbprint mug in sage'],
      [/^2 × .*mug, sage$/],
      /only 1 of .*buckwheat tea, 100 g left, so I left it out\.[\s\S]*2 × .*sage are in your cart/,
    ],
    [
      ['60个港湾蓝的指印马克杯和2个松针绿保温杯 加购物车'],
      [/^2 × .*保温杯 松针绿$/],
      /港湾蓝只剩\d+件，这款就没有加。[\s\S]*2件.*松针绿已加入购物车/,
    ],
  ])('%j', (says, held, told) => holds(says, held, told));
});

describe('that it was not put in is told beside the order, which is done, and not twice', () => {
  test.each<[readonly string[], readonly RegExp[]]>([
    [[mug, 'what would 20 cost', "you didn't add it, 20 of the harbour navy"], [/^20 × .*harbour navy$/]],
    [[mug, "it's not in my cart! 2 in sage"], [/^2 × .*sage$/]],
    [[mug, 'you forgot to add it, 2 in navy'], [/^2 × .*harbour navy$/]],
    [[mug, 'add 6 in navy', "you didn't add it, 6 of the harbour navy"], [/^6 × .*harbour navy$/]],
    [[mugZh, '20个多少钱', '你没加呀，20个港湾蓝'], [/^20 × .*港湾蓝$/]],
    [[mugZh, '怎么没加，来10个砖红'], [/^10 × .*砖红$/]],
    [[mugZh, '购物车里没有啊 要3个砖红的'], [/^3 × .*砖红$/]],
    [
      ['马克杯有什么颜色', '蓝色的指印杯20个 多少钱', '行 先加20个蓝的', '你没加呀 20个港湾蓝 加到购物车'],
      [/^20 × .*港湾蓝$/],
    ],
  ])('%j', (says, held) => holds(says, held));
});

describe('another thing that is ordered is not taken for the one that is looked at', () => {
  test.each<[readonly string[], RegExp]>([
    [[mug, 'add socks to my cart'], /don't sell that \(“socks”\)/],
    [[mug, 'add a book stand please'], /don't sell that \(“book stand”\)/],
    [[mugZh, '来一个飞盘'], /不卖“飞盘”/],
    [[mugZh, '加一个阅读夹灯'], /您指的是哪一款/],
  ])('%j', (says, told) => holds(says, [], told));

  test.each([
    [['commuter backpack', 'what are the measurements?', '44x28 ok']],
    [['commuter backpack', 'what are the measurements?', '15 inch ok']],
    [['二号线通勤双肩包', '尺寸多大', '44x28可以']],
  ])('its measures are well, and nothing goes in: %j', says => holds(says, []));

  test.each<[readonly string[], RegExp]>([
    [[mug, 'add the cup'], /^1 × .*mug, sage$/],
    [[mugZh, '加购物车送女朋友'], /^1 × .*马克杯 鼠尾草绿$/],
    [[mugZh, '加上', '再加一个杯子'], /^2 × .*马克杯 鼠尾草绿$/],
  ])('%j', (says, held) => holds(says, [held]));
});

describe('how it is to be wrapped, told behind the order, is answered beside it', () => {
  test.each<[readonly string[], RegExp, RegExp]>([
    [[mug, 'put it in my cart, gift wrapped'], /^1 × .*sage$/, /in your cart[\s\S]*tick “gift wrap”[\s\S]*¥9/],
    [[mug, 'add it and make it a present with a card'], /^1 × .*sage$/, /in your cart[\s\S]*tick “gift wrap”/],
    [[mug, 'one of these please, as a gift, wrapped'], /^1 × .*sage$/, /in your cart[\s\S]*tick “gift wrap”/],
    [[mug, "add to cart. it's a birthday present so please wrap it"], /^1 × .*sage$/, /tick “gift wrap”/],
    [[mugZh, '要一个，送人的，包装一下'], /^1 × .*鼠尾草绿$/, /已加入购物车[\s\S]*礼品包装/],
    [[mugZh, '加购物车 用礼物纸包好'], /^1 × .*鼠尾草绿$/, /已加入购物车[\s\S]*礼品包装/],
    [[mugZh, '加入购物车，帮我包装成礼物'], /^1 × .*鼠尾草绿$/, /已加入购物车[\s\S]*礼品包装/],
  ])('%j', (says, held, told) => holds(says, [held], told));
});

test('so many of what is in the cart, and another thing, are both done', () =>
  holds(
    [mug, 'add two', 'one mug too many. make it 1 and add the roasted buckwheat gift tin'],
    [/^1 × .*sage$/, /^1 × .*buckwheat tea, 250 g gift tin$/],
  ));
