/** What goes into the cart, out of it or to another number in few words, beside a question or a remark, and what is only asked or turned down. */
import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const soFar = (says: readonly string[]) => heardWithCart(shop, says);

describe('taken, and what is asked beside it is answered', () => {
  test.each<[says: readonly string[], hears: RegExp, lines: readonly RegExp[]]>([
    [
      ['bluetooth speaker for the shower', "is the yellow one waterproof? ok i'll take it"],
      /waterproof[\s\S]*in your cart/,
      [/^1 × .*Bathsong/],
    ],
    [
      ['Thumbprint mug in sage', "is it dishwasher safe? i'll take it"],
      /dishwasher[\s\S]*in your cart/,
      [/^1 × .*mug/],
    ],
    [['Alley House espresso beans, 250 g', 'add 2. any deal for 2?'], /2 × .*: ¥\d+/, [/^2 × .*espresso/]],
    [
      ['Patient Rabbit', 'ok the rabbit in white, and wrap it please with a card'],
      /in your cart[\s\S]*gift wrap/,
      [/^1 × .*Rabbit, chalk/],
    ],
    [
      ['Moss barrier cream, 30 g', 'ok 50 g in cart. how long does delivery take'],
      /in your cart[\s\S]*2 to 4 days/,
      [/^1 × .*cream, 50 g/],
    ],
    [['黑苦荞茶 100 克', '那就来一包 另外运费多少'], /已加入购物车[\s\S]*运费/, [/^1 × .*苦荞/]],
    [['2018 年熟普洱 250 克礼罐', '普洱那个吧 要一罐 要发票抬头写公司'], /^(?!.*昆明)[\s\S]*抬头/, [/^1 × .*普洱/]],
    [['指印马克杯', '两个有优惠不', '那来两个'], /已加入购物车/, [/^2 × .*马克杯/]],
  ])('%s', async (says, hears, lines) => {
    const { text, lines: found } = await soFar(says);
    expect(text).toMatch(hears);
    expect(found).toHaveLength(lines.length);
    for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
  });
});

describe('taken in few words', () => {
  test.each<[says: readonly string[], lines: readonly RegExp[]]>([
    [['trail shoes size 43', 'the cheaper one, put it in my basket'], [/^1 × .*Goatpath/]],
    [['Moss barrier cream, 30 g', '100 g to my basket pls'], [/^1 × .*cream, 100 g/]],
    [['明前龙井绿茶 50 克', '好 龙井50g的加上'], [/^1 × .*龙井.*50 克/]],
    [['毛绒玩具', '那怪熊来一只灰色的'], [/^1 × .*怪熊公仔 石板灰/]],
    [['毛绒玩具', '那就江豚吧'], [/^1 × .*江豚/]],
    [
      ['慢坡陶瓷滤杯和口袋手摇磨豆机一共多少钱', '可以 都要 滤杯要黑的'],
      [/^1 × .*滤杯 墨黑/, /^1 × .*磨豆机/],
    ],
  ])('%s', async (says, lines) => {
    const { lines: found } = await soFar(says);
    expect(found).toHaveLength(lines.length);
    for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
  });
});

describe('turned down or only asked', () => {
  test.each([
    [['Alley House espresso beans, 250 g', 'no coffee please']],
    [['Alley House espresso beans, 250 g', 'no coffee please, something for the kitchen']],
    [['Noon Boat sunscreen SPF 50, 30 ml', 'no sunscreen, please']],
    [['Bathsong shower speaker in yellow', 'is it only 1 left?']],
    [['Bathsong shower speaker in yellow', 'any deal for 2?']],
    [['正午船防晒霜 SPF50 30 毫升', '买两支有优惠吗']],
    [['正午船防晒霜 SPF50 30 毫升', '30毫升和120毫升有什么区别']],
    [['送男朋友的礼物', '那就耳机吧']],
  ])('%s', async says => {
    expect((await soFar(says)).lines).toEqual([]);
  });
});

describe('out of the cart, or another number of it', () => {
  test.each<[says: readonly string[], lines: readonly RegExp[]]>([
    [['Alley House espresso beans, 250 g', 'add it', 'WHY is there coffee in my cart? take it out'], []],
    [['Alley House espresso beans, 250 g', 'add it', "what's in my basket? remove it please"], []],
    [['十二时辰保温杯 墨黑', '加购物车', '购物车里怎么有个杯子 拿掉吧'], []],
    [['嗡嗡陀螺 樱桃红', '来6个', '6个改4个'], [/^4 × .*陀螺/]],
    [['嗡嗡陀螺 樱桃红', '来6个', '改成4个 满减能减多少'], [/^4 × .*陀螺/]],
    [['明前龙井绿茶 50 克', '来两罐', '两罐改三罐'], [/^3 × .*龙井/]],
  ])('%s', async (says, lines) => {
    const { lines: found } = await soFar(says);
    expect(found).toHaveLength(lines.length);
    for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
  });
});

describe('and what stands beside the cart', () => {
  test.each<[says: readonly string[], hears: RegExp]>([
    [['Thumbprint mug', 'add it', 'how do i check out'], /^Your cart comes to/],
    [['指印马克杯', '加购物车', '怎么下单'], /^购物车合计/],
    [['Thumbprint mug', 'add it', 'how do i order'], /^Your cart comes to.*choose “Check out”/],
    [['指印马克杯', '加购物车', '怎么下单'], /点“结算”/],
    [['怎么结账'], /购物车是空的.*点“结算”/],
    [['how can i pay'], /Alipay/],
    [['有什么优惠', '小礼能不要护手霜换别的不'], /也可换选/],
    [['any deals?', 'can i swap the free gift for something else'], /instead, when/],
    [
      ['Rice water gentle cleanser, 100 ml', 'whats the difference between the 100 ml and 30 ml'],
      /30 ml: ¥\d+[\s\S]*100 ml: ¥/,
    ],
  ])('%s', async (says, hears) => {
    expect((await soFar(says)).text).toMatch(hears);
  });
});
