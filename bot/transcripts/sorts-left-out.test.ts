import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** A sort that is left out of a kind is not shown, and of a shelf that is not sold it is told before what is asked for beside it. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('a sort that is left out', () => {
  test.each([
    ['bags except totes', /bag|backpack|pack|duffel/i, /tote/i],
    ['headphones except for earbuds', /headphones/i, /earbuds/i],
    ['jackets except down ones', /jacket|fleece|shell/i, /down|parka/i],
    ['any drinks except coffee', /tea/i, /coffee|beans/i],
    ['any drinks other than tea', /coffee|beans/i, / tea\b/i],
    ['耳机除了入耳的', /耳机/, /真无线/],
    ['夏天喝的饮料除了咖啡', /茶/, /咖啡/],
  ])('%s', async (message, some, none) => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(1);
    expect(names.join('; ')).toMatch(some);
    expect(names.join('; ')).not.toMatch(none);
  });

  test.each([
    ['home fragrance except candles', /don't sell that \(“home fragrance other than candles”\)/],
    ['home fragrance, but no candles please', /don't sell that \(“home fragrance other than candles”\)/],
    ['香薰除了蜡烛', /不卖“蜡烛以外的香薰”/],
    ['有没有蜡烛以外的香薰', /不卖“蜡烛以外的香薰”/],
  ])('is all there is of the kind: %s', async (message, told) => {
    const { text, names } = await shownAfter(message);
    expect(text.replaceAll('’', "'")).toMatch(told);
    expect(names).toEqual([]);
  });

  test.each([
    ['home fragrance', /candle/i],
    ['香薰', /蜡烛/],
  ])('and is shown where nothing is left out: %s', async (message, shown) => {
    expect((await shownAfter(message)).names.join('; ')).toMatch(shown);
  });
});

describe('a shelf that is not sold, beside one that is', () => {
  test.each([
    ['双人床的床品有没有，再看看保温杯', /不卖“床品”/, /保温杯/],
    ['床上用品有吗？再看看马克杯', /不卖“床上用品”/, /马克杯/],
    ['bedding for a double bed, and show me thermos cups', /don't sell that \(“bedding”\)/, /flask/],
    ['do you have bedding? and show me thermos cups', /don't sell that \(“bedding”\)/, /flask/],
    ['do you have curtains? and show me mugs', /don't sell that \(“curtains”\)/, /mug/],
  ])('%s', async (message, told, shown) => {
    const { text, names } = await shownAfter(message);
    expect(text.replaceAll('’', "'")).toMatch(told);
    expect(names.join('; ')).toMatch(shown);
  });

  test('what is owned is not asked for', async () => {
    const { text, names } = await shownAfter('I have a tent and want a jacket');
    expect(text).not.toMatch(/tent/);
    expect(names.join('; ')).toMatch(/jacket/);
  });
});

test.each([
  ['无糖的饮料', /茶/, /洗发|洁面/],
  ['厨房用的', /锅|刀/, /灯/],
])('what is named by its use is of that use: %s', async (message, some, none) => {
  const { names } = await shownAfter(message);
  expect(names.join('; ')).toMatch(some);
  expect(names.join('; ')).not.toMatch(none);
});

test.each([
  ['is the night light ok for a baby room', /don't sell that \(“nightlight”\)/],
  ['is the tent ok for two people', /don't sell that \(“tent”\)/],
])('asked of a thing that is not sold: %s', async (message, told) => {
  expect((await shownAfter(message)).text.replaceAll('’', "'")).toMatch(told);
});

test.each([
  ['暖和的外套 XL', /羽绒服|大衣|绗缝/],
  ['黑色外套 L码', /墨黑/],
])('goods in a size are found once: %s', async (message, shown) => {
  const { text, names } = await shownAfter(message);
  expect(text.match(/为您找到/g)).toHaveLength(1);
  expect(new Set(names).size).toBe(names.length);
  expect(names.join('; ')).toMatch(shown);
});
