import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** A thing that is picked only to ask something of it is looked at; nothing goes into the cart that nobody asked for. */
const shop = talkingShop();

describe('a choice without a verb beside a question about it is answered, and nothing goes in', () => {
  test.each<[says: readonly string[], tells: RegExp]>([
    [['power banks', 'ok the orange one, how many of those can i take on a plane'], /ember orange/],
    [['show me trail shoes', 'yeah the bogwalker in black, 43, how heavy is it?'], /365 g/],
    [['show me trail shoes', 'ok the bogwalker in black 43, is it heavy'], /365 g/],
    [
      [
        'whats the cheapest backpack you have',
        '269 is too much for me.. anything under 150?',
        'thats for kids. so only the 2 from before?',
        'ok forget that one. the red commuter one, does it fit a 15 inch laptop',
      ],
      /15 inches[\s\S]*commuter backpack, brick red/,
    ],
    [['tea for my mum', 'the longjing then. do you have it in a bigger pack?'], /Longjing/],
    [['充电宝', '好的 橙色那个 能带几个上飞机'], /可随身带/],
    [['越野跑鞋', '嗯 山羊径绿色42码 沉不沉'], /克/],
    [['龙井', '龙井50克吧，有没有大包装的？'], /龙井/],
  ])('%j', async (says, tells) => {
    const { text, lines } = await heardWithCart(shop, says);
    expect(text).toMatch(tells);
    expect(text).not.toMatch(/in your cart|已加入购物车/);
    expect(lines).toHaveLength(0);
  });
});

describe('with a word that buys, a "please", a count or no question it goes in', () => {
  test.each<[says: readonly string[], line: RegExp]>([
    [['mugs', 'can you add the navy one? is it microwave safe?'], /^1 × .*navy/],
    [['mugs', 'ok the navy one please, is it microwave safe?'], /^1 × .*navy/],
    [['马克杯', '来一个藏青的 能进微波炉吗'], /^1 × .*港湾蓝/],
    [['茶叶送长辈 300左右 能直接寄给他吗', '绿茶的那个 两盒 哪天能到北京'], /^2 × /],
  ])('%j', async (says, line) => {
    const { lines } = await heardWithCart(shop, says);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });
});

test.each<[says: readonly string[], line: RegExp]>([
  [
    ['Bogwalker in black', 'add it in 43', 'do they run small? should i take 44', 'so 43 is fine. checkout how?'],
    /^1 × .*black.*43/,
  ],
  [['Bogwalker in black', 'add it in 43', 'do they run small? should i take 44', 'so 43 is fine.'], /^1 × .*43/],
  [['过沼防水越野鞋 墨黑', '来一双43码的', '会不会偏小', '43码没问题 能用支付宝吗'], /^1 × .*43/],
])('what is agreed to and in the cart already is not put in once more: %j', async (says, line) => {
  const { lines } = await heardWithCart(shop, says);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(line);
});

test.each([
  ['electric kettle', 'my cart please'],
  ['electric kettle', 'the cart pls'],
  ['mugs', 'my basket please'],
  ['mugs', 'and my cart now please'],
  ['电水壶', '给我购物车'],
  ['电水壶', '购物车 谢谢'],
])('the cart by its name is shown, and nothing goes in: %s, %s', async (...says) => {
  const { text, lines } = await heardWithCart(shop, says);
  expect(text).toMatch(/Your cart is empty|购物车是空的/);
  expect(lines).toHaveLength(0);
});

describe('the wrapping is none of the goods', () => {
  test.each<[says: readonly string[]]>([
    [['osmanthus candle in oat', 'add it', 'please just add the wrapping for me']],
    [['osmanthus candle in oat', 'add it', 'so add it pls, the wrapping']],
    [['osmanthus candle in oat', 'add it', 'do you gift wrap?', 'yes add it please']],
    [['桂花蜡烛 燕麦色', '加一个', '包装也加进购物车']],
    [['桂花蜡烛 燕麦色', '加一个', '有礼品包装吗', '那加上吧']],
    [['桂花蜡烛 燕麦色', '加一个', '有礼品包装吗', '加一个']],
  ])('it is ticked in the cart, and no second thing goes in: %j', async says => {
    const { text, lines } = await heardWithCart(shop, says);
    expect(text).toMatch(/I can't tick that for you|没法替您操作/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^1 × /);
  });

  test.each<[says: readonly string[], line: RegExp]>([
    [['teapot', 'ok just the jasmine pearls 100g and gift wrapping. put in cart'], /^1 × .*Jasmine pearls, 100 g/],
    [['teapot', 'the osmanthus candle in oat, and gift wrap. add to cart'], /^1 × .*candle, oat/],
    [['osmanthus candle in oat', 'add it and the gift wrap please'], /^1 × .*candle, oat/],
    [['茶壶', '只要茉莉龙珠100克和礼品包装。加购物车'], /^1 × .*茉莉龙珠 100 克/],
  ])('what is named with it goes in, and not what was looked at: %j', async (says, line) => {
    const { text, lines } = await heardWithCart(shop, says);
    expect(text).toMatch(/gift wrap|礼品包装/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });

  test('with it the cart comes to so much', async () => {
    const says = ['jasmine pearls 100 g', 'add it', 'so add it pls, the wrapping. total?'];
    expect((await heardWithCart(shop, says)).text).toMatch(/¥121[\s\S]*gift wrapping[\s\S]*¥130/);
  });
});

test.each<[says: readonly string[], lines: readonly RegExp[]]>([
  [
    ['充电宝', '有没有别的颜色 一橙一绿', '加购啊 橙一个绿一个！'],
    [/^1 × .*橙/, /^1 × .*绿/],
  ],
  [
    ['马克杯', '红两个绿一个 加购'],
    [/^2 × .*砖红/, /^1 × .*绿/],
  ],
  [
    ['充电宝', '有没有别的颜色 一橙一绿', '橙的绿的各一个 加购物车 之前那个免运费不用了'],
    [/^1 × .*橙/, /^1 × .*绿/],
  ],
])('so many in each colour go in: %j', async (says, lines) => {
  const { lines: found } = await heardWithCart(shop, says);
  expect(found).toHaveLength(lines.length);
  for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
});

test('what is asked in colours orders nothing', async () => {
  expect((await heardWithCart(shop, ['马克杯', '红一个绿一个多少钱'])).lines).toHaveLength(0);
});
