import { describe, expect, test } from 'vitest';
import { goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is asked of a kind, of a form or for a use is answered by goods that are so, and by no others. */
const shop = talkingShop();

const textAfter = async (messages: readonly string[]) => (await lastOf(await shop.talkTo(), messages)).text;
const namesAfter = async (messages: readonly string[]) => (await goodsShownAfter(shop, messages)).names;

describe('others of the kind are shown where not all that lie there are so', () => {
  test.each<[string[], RegExp]>([
    [['the Line 2 commuter backpack', 'any waterproof ones?'], /pack/],
    [['二号线通勤双肩包', '有没有防水的'], /背包/],
    [['show me running shoes under 300', 'any reflective ones?'], /Nightbus|Gutterleap/],
    [['推荐一款跑鞋', '有没有防水的'], /防水|雨跑鞋|过沼/],
    [['show me jackets', '有没有羽绒的'], /羽绒|派克/],
  ])('%j', async (messages, each) => {
    const names = await namesAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(each);
  });
  test('of the one that is so it is answered', async () => {
    expect(await textAfter(['show me mugs', 'any dishwasher safe ones?'])).toMatch(/^Yes/);
  });
});

describe('a lamp by whatever it is called and is for', () => {
  test.each<[string, number, RegExp]>([
    ['a light for camping please', 1, /lantern/],
    ['do you have lamps for camping?', 1, /lantern/],
    ['有没有露营用的灯', 1, /提灯/],
    ['有灯吗', 3, /灯/],
  ])('%s', async (message, count, each) => {
    const names = await namesAfter([message]);
    expect(names).toHaveLength(count);
    for (const name of names) expect(name).toMatch(each);
  });
});

describe('a kind is asked for, and not the one that has its words in its name', () => {
  test.each([
    ['which face cream is good for sensitive skin?', /Moss barrier cream/],
    ['哪款面霜适合敏感肌', /修护面霜/],
  ])('%s', async (message, first) => {
    const [name] = await namesAfter([message]);
    expect(name).toMatch(first);
  });
});

describe('what is asked about and not sold is told as that', () => {
  test.each([
    [
      ['headphones please', 'the trekking poles look good, are they adjustable?'],
      /don't sell that \(“trekking poles”\)/,
    ],
    [['show me a backpack', 'are the walking poles made of carbon?'], /don't sell that \(“walking poles”\)/],
    [['给我看看背包', '你们的登山杖能伸缩吗'], /不卖“登山杖”/],
  ])('%j', async (messages, told) => {
    const text = await textAfter(messages);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/adjustable steel|returned|sent back/);
  });
  test.each([
    [['show me the Line 2 commuter backpack', 'is the hip belt removable?'], /no hip belt/],
    [['show me the Line 2 commuter backpack', 'does the laptop sleeve have padding?'], /padded/],
  ])('a part of it is asked of its page: %j', async (messages, told) => {
    expect(await textAfter(messages)).toMatch(told);
  });
});

describe('a size of the same by how much is in it, or by what it is packed in', () => {
  test.each([
    [['buckwheat tea 100 g', '有礼盒装的吗'], /^有的：慢山 黑苦荞茶 250 克礼罐/],
    [['buckwheat tea 100 g', 'does it come in a gift tin?'], /250 g gift tin/],
    [['苔藓修护面霜 30克', '有50克的吗'], /^有的：苔乳 苔藓修护面霜 50 克/],
    [['苔藓修护面霜 30克', '有80克的吗'], /30 克、50 克|50 克、30 克/],
  ])('%j', async (messages, told) => {
    expect(await textAfter(messages)).toMatch(told);
  });
});

describe('of two that are compared, by what they are told to be for', () => {
  test.each([
    [["What's the difference between the Tempo 3 and the Nightbus?", 'I run mostly on roads at night'], /Nightbus/],
    [["What's the difference between the Tempo 3 and the Nightbus?", 'I usually run in the dark'], /Nightbus/],
    [['节拍和夜班车跑鞋有什么区别', '我一般晚上跑步'], /夜班车/],
  ])('%j', async (messages, taken) => {
    const text = await textAfter(messages);
    expect(text).toMatch(/^I'd take|^我会选/);
    expect(text).toMatch(taken);
  });
});

test('which tastes best is told by how they taste, and not by how long they keep', async () => {
  expect(await textAfter(['哪种茶最好喝'])).toMatch(/口味：/);
});

test('how many is no word of a name: the price for three is that of what is looked at', async () => {
  const text = await textAfter(["I'd like to buy 3 candles as gifts", "what's the price for three"]);
  expect(text).toMatch(/^3 × Lampyr Osmanthus candle.*¥267/);
});

test.each([
  ['can it be in Hangzhou within three days?', /in time for Fri 27 Nov/],
  ['三天内能到杭州吗', /应该赶得上11月27日/],
  ['一周内能到乌鲁木齐吗', /12月1日周二前有可能到，但不保险/],
])('so many days are counted from today: %s', async (message, told) => {
  expect(await textAfter([message])).toMatch(told);
});

test.each(['what if nobody is home', '要是家里没人呢'])('nobody at home is no complaint: %s', async message => {
  expect(await textAfter([message])).toMatch(/locker|自提柜/);
});

test('the first one that was shown, where another lies there now', async () => {
  const messages = ['I need a waterproof jacket for cycling, size M', 'any cheaper?', 'ok the first one you showed'];
  expect((await namesAfter(messages))[0]).toMatch(/Second Gear/);
});

test('a bare dislike is no private matter', async () => {
  expect(await textAfter(['不喜欢'])).not.toMatch(/私人/);
});

test('what is liked is not turned away by what stands behind it', async () => {
  const text = await textAfter(['咖啡豆有什么推荐，喜欢果味不要太苦']);
  expect(text).not.toMatch(/没提到“不要太苦”|偏“果味”/);
});
