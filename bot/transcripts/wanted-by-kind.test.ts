import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** The kind that is wanted is found whatever else is told around it, and what there is no other of is told so. */
const shop = talkingShop();
const shownAfter = (messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('the kind is told beside how it is used, and by its other names', () => {
  test.each<[string[], RegExp]>([
    [['which grinder u guys recommend for pour over? hand one. i just got into coffee'], /grinder/],
    [['coffee beans', 'nah not beans, i mean the thing u grind the beans with'], /grinder/],
    [
      ['I need a moisturiser and a sunscreen for my holiday in Thailand, hand luggage only so 100ml max'],
      /sunscreen|cream|gel/,
    ],
    [
      ['moisturiser and a sunscreen', 'No bags please. Just sun cream, and a face cream. Small sizes.'],
      /sunscreen|cream/,
    ],
    [['got a portable speaker that can survive a toddler and the bath?'], /speaker/],
    [['do you have a bunny?'], /Rabbit/],
    [['毛绒玩具', '那小兔子有没有 送我同桌也行'], /兔/],
    [['有小兔子吗'], /兔/],
    [['跑步穿啥好 刚开始跑', '男的 要缓震好点 保护膝盖的 公路上跑'], /鞋/],
    [['那你觉得我该买点啥犒劳自己 预算一百', '我一大老爷们敷什么面膜😂 来点能吃能喝的'], /茶|龙珠|普洱|咖啡/],
  ])('%j', async (messages, name) => {
    const { names, text } = await shownAfter(messages);
    expect(text).not.toMatch(/in your cart|不卖|don't sell/);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('no others are told as none', () => {
  test.each([
    [['candle', 'But I said no sweet. Osmanthus and apricot is sweet. There is only this candle?']],
    [['菜刀 家用 切菜切肉都行那种', '所以你们就这一把刀？']],
    [
      [
        '1000 piece puzzle for my nan',
        "A night market's a bit busy for her. Anything calmer? Flowers, mountains, that sort of thing",
      ],
    ],
    [['我想给女朋友买个香薰蜡烛', '还有别的味道吗 木头味啊茶味那种的']],
    [['我想给女朋友买个香薰蜡烛', '我说的是蜡烛呀，不是茶叶😂 除了桂花还有啥味的蜡烛']],
  ])('%j', async messages => {
    const { names, text } = await shownAfter(messages);
    expect(text).toMatch(/No others: that is all|没有别的了/);
    expect(names).toEqual([]);
  });

  test.each([
    [['do you have an electric coffee grinder?'], /None .*electric.*nearest/],
    [['磨豆机电动的有没有，懒得手摇'], /没有写明“电动”的，最接近/],
    [["1000 piece jigsaw for my nan. she doesn't like cats"], /none without “cats”/],
    [['给我妈买个拼图，她怕猫'], /不带猫/],
  ])('%j: what comes nearest is no match', async (messages, told) => {
    const { names, text } = await shownAfter(messages);
    expect(text).toMatch(told);
    expect(names.length).toBeGreaterThan(0);
  });

  test('a smell that is not to be sweet is still a smell', async () => {
    const { text } = await shownAfter(['candle for my living room. No sweet smell!']);
    expect(text).not.toContain('without “smell”');
  });
});

describe('which size is asked of the page of sizes, and nothing is bought', () => {
  test.each([
    [['rain jacket', 'The red one is nice. Is the size L same as European L? I am 1,74 m and 72 kilo'], /chest/],
    [['rain jacket', 'The Plum Rain shell in cherry red, that I mean. Which size for 1,74 m and 72 kilo?'], /chest/],
    [['rain jacket', 'Have you maybe a size table? I am 1,74 m tall.'], /chest/],
    [['rain jacket', "I don't need again the list. Is there a help page with jacket sizes?"], /chest/],
    [['想买双走路舒服的鞋，脚有点宽', '这个鞋我穿多大码呀，平时布鞋穿41的'], /标准码/],
    [['冲锋衣', '有没有外套尺码说明'], /胸围/],
    [['冲锋衣', '我要红的那件，问的是怎么洗'], /怎么清洗|洗/],
  ])('%j', async (messages, told) => {
    const { text } = await shownAfter(messages);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/in your cart|已加入购物车/);
  });
});

test.each([
  [['1000 piece puzzle', "what's the difficulty like?"], /Difficulty: medium, much detail and little plain sky/],
  [['1000片拼图', '难度怎么样'], /难度：中等，细节多、大片夜空少/],
])('how hard it is: %j', async (messages, told) => {
  const { text } = await shownAfter(messages);
  expect(text).toMatch(told);
  expect(text).not.toMatch(/can't say for sure about|不敢确定/);
});

test.each([
  [['磨豆机', '没有电动的吗？'], /^不是电动的/],
  [['手摇磨豆机', '电动的有没有'], /^不是电动的/],
  [['coffee grinder', 'is it electric?'], /^Not “electric”/],
])('the contrary of what its name says is told as no: %j', async (messages, told) => {
  expect((await shownAfter(messages)).text).toMatch(told);
});
