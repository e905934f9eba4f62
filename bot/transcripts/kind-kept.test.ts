import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Over several messages the kind of goods stays what it was, and what is given up, changed or refused is none of it any more. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('the kind that is known is the only one shown', () => {
  test.each<[string[], RegExp]>([
    [['给我爸买双走路的鞋', '不要跑鞋，他就是走路，要软底轻便的'], /鞋/],
    [
      ['running shoes for my dad', 'no running shoes please, something cushioned and light for his walks'],
      /shoe|trainer/i,
    ],
    [['想买点绿茶自己喝，一百块左右一包', '不要咖啡，要绿茶，价钱不论了'], /茶|龙珠/],
    [['苦荞茶有吗', '苦荞不是茶叶呀，绿茶有哪些'], /绿茶|龙珠|龙井/],
    [["my skin's been so dry and red, i'm a 35 yr old bloke"], /cream|oil|gel|toner|mask|lotion|serum|balm/i],
    [['我脸又干又红 今年40了'], /霜|油|露|水|膜|乳|精华/],
    [['有没有防晒', '有没有别的 给敏感皮的'], /防晒/],
  ])('%j', async (messages, name) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
    expect(text).not.toMatch(/皮革|leather|size 35|红色|\bred\b/);
  });
});

describe('what is given up or changed is told anew', () => {
  test.each<[string[], RegExp]>([
    [
      [
        'a backpack that fits a 15 inch laptop',
        '18 is too small. what do you have between 25 and 40 liter? The laptop I can leave at home',
      ],
      /Downpour/,
    ],
    [['双肩包 要能放15寸laptop', '18升有点小啊，有没有30升以上的，laptop不是必须了'], /倾盆/],
    [['双肩包 能放15寸电脑', '电脑可以不带，要25到40升的'], /倾盆/],
    [['缓震的跑鞋', '这个有点软，贵点也没事，300到500'], /远路|节拍|宽街|山羊|过沼|微澜/],
    [['双肩包推荐', '那duffel旅行袋有吗'], /旅行/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(
      names.some(one => name.test(one)),
      names.join('; '),
    ).toBe(true);
  });
  test('a range that was said is that range', async () => {
    const { text } = await shownAfter('跑鞋', '缓震强的，300到500块');
    expect(text).toMatch(/¥300到¥500/);
  });
});

describe('what is refused is not shown, and anything else may be', () => {
  test.each<[string[], RegExp]>([
    [['a candle for my flatmate, limit is 60 yuan', 'show me any small gift under 60 yuan for a girl'], /candle/i],
    [['puzzles please', 'puzzles are boring. something else under 100?'], /puzzle/i],
    [['有没有面膜', '面膜不是泡澡啊，浴盐有没有'], /面膜/],
    [['拼图有吗', '拼图没意思，有什么别的'], /拼图/],
  ])('%j', async (messages, refused) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(refused);
  });
});

describe('whoever has no idea is shown several things, within what there is to spend', () => {
  test.each<[string, RegExp]>([
    ['I have no idea what I want, just bored and got 100 yuan left over', /¥100 or less/],
    ["can't decide what to buy tbh, have 120 yuan to spend", /¥120 or less/],
    ['不知道买点啥，就剩150块了', /¥150以内/],
  ])('%s', async (message, within) => {
    const { names, text } = await shownAfter(message);
    expect(text).toMatch(within);
    expect(names.length).toBeGreaterThan(2);
  });
});
