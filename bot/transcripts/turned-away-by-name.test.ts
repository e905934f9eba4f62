import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Goods that are turned away by what they are or do, prices of the one that is named, and a plain no. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('what is turned away by its name stays away', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['送老婆的礼物', '她在喂奶，咖啡不合适，有没有舒服点的家居的'], /毯|蜡烛/, /咖啡/],
    [['送老婆的礼物', '别是咖啡，想要毯子'], /毯/, /咖啡/],
    [['I want headphones, not in-ear, earbuds fall out of my ears'], /headphones/, /earbuds|wired earphones/],
    [['看看外套', '羽绒服太厚了不用了，有薄一点的外套吗'], /外套|衣/, /羽绒服/],
    [['送老婆的礼物', '咖啡不要不要！想要毯子、蜡烛那种'], /毯|蜡烛/, /咖啡/],
    [
      ['headphones under 600 please', "hmm I'd prefer over-ear ones, earbuds hurt my ears"],
      /headphones/,
      /earbuds|wired earphones/,
    ],
  ])('%j', async (messages, name, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    expect(names.some(one => name.test(one))).toBe(true);
    for (const one of names) expect(one).not.toMatch(not);
  });
});

describe('the only one of a kind is shown, whatever of it was turned away', () => {
  test.each<[string[], RegExp]>([
    [['need a pour over kettle, not electric, I have a gas stove'], /kettle/],
    [
      ['need a pour over kettle, not electric', 'ok, just: do you have any kettle for making coffee on a gas stove?'],
      /kettle/,
    ],
    [['need a pour over kettle, not electric', 'do you sell any electric kettle then?'], /kettle/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('a plain no', () => {
  test.each<[string[], RegExp]>([
    [
      ['show me plush toys', 'cute, but none of them is a dinosaur? do you not have one at all?'],
      /don't sell that \(“dinosaur”\)/,
    ],
    [['show me backpacks', 'is none of these a suitcase?'], /don't sell that \(“suitcase”\)/],
    [['看看毛绒玩具', '这几个里面没有恐龙吗'], /我们不卖“恐龙”/],
    [['show me a candle', 'do you have any other candles?'], /^No others/],
    [['看看蜡烛', '还有别的蜡烛吗'], /^没有了/],
  ])('%j', async (messages, said) => {
    const { text } = await shownAfter(...messages);
    expect(text).toMatch(said);
  });
});

describe('cheaper than the one that is named', () => {
  test.each<[string[], RegExp]>([
    [['滤杯、手冲壶', '壶贵了点，有没有便宜些的手冲壶'], /¥328/],
    [['show me the kettle and a dripper', 'a cheaper kettle?'], /¥328/],
    [['钢笔 一百多', '有没有便宜点的笔，本子也行'], /¥178/],
  ])('%j', async (messages, said) => {
    const { text } = await shownAfter(...messages);
    expect(text).toMatch(said);
    expect(text).not.toMatch(/价格最接近/);
  });
});

describe('what is asked of the cut is told where nothing is cut so', () => {
  test.each<[string[], RegExp]>([
    [["I'm looking for a waterproof jacket, women's, size L"], /say “women's”/],
    [['女款冲锋衣 M码'], /没提到“女款”/],
  ])('%j', async (messages, said) => {
    const { text, names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    expect(text).toMatch(said);
  });
});
