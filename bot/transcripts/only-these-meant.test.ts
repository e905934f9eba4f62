import { describe, expect, test } from 'vitest';
import { heardWithCart } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What lies in the cart and is said to be all that is wanted stays as it is: none of it goes in once more, and none goes out. */
const shop = talkingShop();
const both = ['add the thumbprint mug in sage', 'add the dianhong golden black tea, 50 g'];
const bothZh = ['加一个鼠尾草绿的指印马克杯', '加一包滇红金芽红茶50克'];
const mugAndTea = [/^1 × .*(?:mug, sage|马克杯 鼠尾草绿)$/, /^1 × .*(?:tea, 50 g|红茶 50 克)$/];

const holds = async (says: readonly string[], held: readonly RegExp[], told?: RegExp) => {
  const { text, lines } = await heardWithCart(shop, says);
  if (told) expect(text).toMatch(told);
  expect(lines).toHaveLength(held.length);
  for (const [i, line] of held.entries()) expect(lines[i]).toMatch(line);
};

describe('only what is in the cart is wanted', () => {
  test.each([
    'only these two',
    'just the mug and the tea, nothing else',
    'nothing more, only the mug and tea please',
    'these two are all I need',
    'the mug and the tea will do',
    "only those two, that's it",
  ])('%s', said => holds([...both, said], mugAndTea, /¥150/));

  test.each([
    '就这两样',
    '就杯子和茶，没别的了',
    '只要杯子和茶',
    '就买这俩',
    '就马克杯跟滇红就行了',
    '就要这两个',
    '这两样就够了',
  ])('%s', said => holds([...bothZh, said], mugAndTea, /¥150/));

  test.each<[readonly string[], RegExp]>([
    [['add the thumbprint mug in sage', 'just this one'], /^1 × .*sage$/],
    [['add the thumbprint mug in sage', 'just the mug, nothing else'], /^1 × .*sage$/],
    [['加一个鼠尾草绿的指印马克杯', '就这一个'], /^1 × .*鼠尾草绿$/],
    [
      ['软着陆恢复跑鞋 燕麦色', '行 要一双 38的 米色', '穿着不合适能退吧?邮费谁出', '好 那就这双 怎么付钱'],
      /^1 × .*燕麦色/,
    ],
    [['桂花香氛蜡烛 燕麦色', '拿2个', '我问蜡烛!购物车里那个 能烧几个小时'], /^2 × .*燕麦色$/],
  ])('%j', (says, held) => holds(says, [held]));
});

test.each<[readonly string[], readonly RegExp[]]>([
  [['thumbprint mug in sage', 'just this one please'], [/^1 × .*sage$/]],
  [['加一个鼠尾草绿的指印马克杯', '再要两个'], [/^3 × .*鼠尾草绿$/]],
  [['add the thumbprint mug in sage', 'just two of them'], [/^2 × .*sage$/]],
  [
    ['add the thumbprint mug in sage', 'show me flasks', 'only the flask in pine green please'],
    [/sage/, /flask, pine green/],
  ],
])('what is not all in the cart still goes in: %j', (says, held) => holds(says, held));
