import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is ordered beside something else goes in as well, or is told not to be sold; nothing of a message is dropped silently. */
const shop = talkingShop();

describe('a thing and another one', () => {
  test.each<[readonly string[], readonly RegExp[], RegExp]>([
    [['thumbprint mug in sage', 'add it. and socks too'], [/^1 × .*sage$/], /don't sell.*socks/],
    [['thumbprint mug in sage', 'put it in the cart. umbrella too please'], [/^1 × .*sage$/], /don't sell.*umbrella/],
    [['show me coffee grinders', 'add the grinder and the filter papers'], [/grinder/], /don't sell.*“filter papers”/],
    [['看看磨豆机', '滤纸呢', '加上磨豆机和滤纸'], [/磨豆机/], /不卖“滤纸”/],
    [['慢坡陶瓷滤杯 砖红', '口袋手摇磨豆机', '磨豆机加上'], [/^1 × .*磨豆机 墨黑$/], /已加入/],
    [['慢坡陶瓷滤杯 砖红', '口袋手摇磨豆机', '磨豆机加上。滤杯也一起'], [/磨豆机/, /滤杯 砖红/], /已加入/],
    [['指印马克杯 鼠尾草绿', '加购。灯也要一个'], [/^1 × .*鼠尾草绿$/], /要下面哪一款/],
    [['书页夹灯', '指印马克杯 鼠尾草绿', '加购。灯也要一个'], [/马克杯/, /夹灯/], /已加入/],
  ])('%j', async (says, held, told) => {
    const { text, lines } = await heardWithCart(shop, says);
    expect(lines).toHaveLength(held.length);
    for (const line of held) expect(lines).toContainEqual(expect.stringMatching(line));
    expect(text).toMatch(told);
  });

  test.each<[readonly string[], readonly RegExp[]]>([
    [
      ['马克杯和保温杯一共多少', '包邮吗', '都放进购物车'],
      [/马克杯/, /保温杯/],
    ],
    [
      ['马克杯和保温杯一共多少', '再看看茶壶', '前面两个都放进购物车'],
      [/马克杯/, /保温杯/],
    ],
    [
      ['两个杯子一个茶壶一共多少钱', '加上运费呢', '那再加一包茶', '都放进购物车'],
      [/^2 × .*马克杯/, /茶壶/],
    ],
    [
      ['how much is a thumbprint mug and a flask together', 'do you have towels?', 'put them all in my cart'],
      [/mug/, /flask/],
    ],
    [
      ['how much is a thumbprint mug and a flask together', 'show me candles', 'ok add the mug and the flask'],
      [/mug/, /flask/],
    ],
    [
      [
        'how much is a thumbprint mug and a flask together',
        'and with an osmanthus candle?',
        'put all of it in my cart',
      ],
      [/mug/, /flask/, /candle/],
    ],
    [['马克杯和保温杯一共多少', '再看看茶壶', '都放进购物车'], []],
  ])('what was added up goes in as it was, whatever was asked since: %j', async (says, held) => {
    const { lines } = await heardWithCart(shop, says);
    expect(lines).toHaveLength(held.length);
    for (const line of held) expect(lines).toContainEqual(expect.stringMatching(line));
  });

  test.each<[readonly string[], readonly RegExp[]]>([
    [
      ['马克杯和蜡烛有吗', '各要最便宜的'],
      [/马克杯/, /蜡烛/],
    ],
    [
      ['show me mugs', 'and candles?', 'the cheapest of each please'],
      [/mug/, /candle/],
    ],
    [['thumbprint mug in sage', 'add it', 'and a greeting card with it please'], [/^1 × .*sage$/]],
  ])('of each one, and a card is no second mug: %j', async (says, held) => {
    const { lines } = await heardWithCart(shop, says);
    expect(lines).toHaveLength(held.length);
    for (const line of held) expect(lines).toContainEqual(expect.stringMatching(line));
  });

  test('灯 is no grinder', async () => {
    const { lines } = await heardWithCart(shop, ['看看磨豆机', '灯也要一个']);
    expect(lines).toEqual([]);
  });
});

test.each([['flask in green. and towels?', /flask|fits/, /don't sell.*towels/]])(
  'wishes beside each other: %s',
  async (said, found, absent) => {
    const { text } = await heardWithCart(shop, [said]);
    expect(text).toMatch(found);
    expect(text).toMatch(absent);
  },
);

test.each([
  [['thumbprint mug in sage', 'Is it cheaper to buy two than one?'], /¥118.*nothing comes off/],
  [['指印马克杯', '两个比一个便宜吗'], /¥118.*不会更便宜/],
  [['I have 500 in total for 2 jackets'], /¥250 or less/],
  [['巷子拼配意式咖啡豆 250克', '来一包，要磨成粉'], /已加入.*代磨咖啡/s],
])('%j', async (says, told) => {
  const { text } = await heardWithCart(shop, says);
  expect(text).toMatch(told);
});
