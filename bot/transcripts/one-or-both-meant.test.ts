import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is named first and then told how it should be is one thing; "both" is the two that are meant, and none besides. */
const shop = talkingShop();

const holds = async (says: readonly string[], held: readonly RegExp[]) => {
  const { lines } = await heardWithCart(shop, says);
  expect(lines).toHaveLength(held.length);
  for (const line of held) expect(lines).toContainEqual(expect.stringMatching(line));
};

describe('one thing, named first and then told how it should be', () => {
  test.each<[readonly string[], readonly RegExp[]]>([
    [['双肩包', '旅行包呢', '旅行包不要了 还是野渡那个吧 藏青色来一个'], [/^1 × .*双肩包 港湾蓝$/]],
    [['双肩包', '旅行包呢', '旅行包不要 我就要背电脑的 那还是野渡那个吧 藏青色来一个'], [/^1 × .*双肩包 港湾蓝$/]],
    [['指印马克杯', '保温杯', '保温杯不要了，还是马克杯吧，藏青色来一个'], [/^1 × .*马克杯 港湾蓝$/]],
    [['commuter backpack', "I'll take the backpack then. one in navy please"], [/^1 × .*backpack, harbour navy$/]],
    [['双肩包', '还是倾盆那个吧 黄色拿一个 再加一个马克杯'], [/^1 × .*背包 向日葵黄$/]],
    [['台灯', '提灯呢', '不要提灯，还是台灯吧，要绿色的一个'], []],
  ])('%j', holds);

  test.each<[readonly string[], readonly RegExp[]]>([
    [
      ['thumbprint mug', 'add the mug. one in navy too'],
      [/^1 × .*sage$/, /^1 × .*navy$/],
    ],
    [
      ['指印马克杯', '马克杯吧，藏青色也来一个'],
      [/^1 × .*砖红$/, /^1 × .*港湾蓝$/],
    ],
    [
      ['指印马克杯', '就马克杯吧，红的来一个，藏青色来一个'],
      [/^1 × .*砖红$/, /^1 × .*港湾蓝$/],
    ],
  ])('two that are told go in: %j', holds);
});

describe('both', () => {
  const tins = ['roasted buckwheat tea 250 g gift tin', 'thumbprint mug in sage'];
  test.each<[readonly string[], readonly RegExp[]]>([
    [
      [...tins, 'Sage is pretty. Put both in the cart please, the buckwheat tin and the mug'],
      [/buckwheat/, /mug, sage/],
    ],
    [
      ['dianhong 50 g', 'thumbprint mug, which colours?', 'sage is lovely, both please'],
      [/Dianhong/, /mug, sage/],
    ],
    [
      ['Two Guests teapot', 'Cloud gaiwan', 'pine green is pretty. both please'],
      [/teapot, pine green/, /gaiwan/],
    ],
    [
      ['thumbprint mug in sage', 'buckwheat tin', 'both, the mug and the tin'],
      [/mug, sage/, /buckwheat/],
    ],
    [
      ['thumbprint mug in sage', 'buckwheat tin', 'add the tin and the mug'],
      [/buckwheat/, /mug, sage/],
    ],
    [
      ['dianhong 50 g', 'tieguanyin 50 g', 'sage mug', 'put both teas in my cart'],
      [/Dianhong/, /Tieguanyin/],
    ],
    [
      ['red thumbprint mug', 'navy one?', 'both mugs please'],
      [/^1 × .*navy/, /^1 × .*red/],
    ],
    [
      ['茉莉龙珠', '指印马克杯', '还是鼠尾草绿好看，两样都要了'],
      [/龙珠/, /马克杯 鼠尾草绿/],
    ],
    [
      ['焙炒苦荞 250克礼罐', '指印马克杯有什么颜色', '鼠尾草绿好看，两个都放购物车'],
      [/苦荞/, /马克杯 鼠尾草绿/],
    ],
    [
      ['滇红 50克', '铁观音 50克', '指印马克杯', '两款茶都要'],
      [/滇红/, /铁观音/],
    ],
    [
      ['show me duffels', 'how big is the first one?', 'ok both in the cart'],
      [/duffel/, /weekender/],
    ],
  ])('%j', holds);

  test.each([
    [[...tins, 'put both in the cart']],
    [[...tins, 'Sage is pretty. Put both in the cart please']],
    [['有礼盒装的茶吗 150以内', '指印马克杯', '两个都要']],
    [['thumbprint mug', 'both colours please']],
  ])('which two is asked where three lie there: %j', async says => {
    const { text, lines } = await heardWithCart(shop, says);
    expect(lines).toEqual([]);
    expect(text).toMatch(/Which of these|要下面哪一款/);
  });
});

test('another thing that is named is not the one that is looked at', async () => {
  const { lines, text } = await heardWithCart(shop, ['thumbprint mug in sage', 'buckwheat tin']);
  expect(lines).toEqual([]);
  expect(text).not.toMatch(/mug/);
});
