/** What is done at once, whatever is told or asked beside it: the cart, what was bought, a person, the rules of deals. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const isZh = (says: readonly string[]): boolean => /\p{Script=Han}/u.test(says[0]!);

/** What the cart holds after these were said, as "2 × name (size)". */
const cartAfter = async (says: readonly string[]): Promise<string[]> => {
  const talk = await shop.talkTo();
  await lastOf(talk, says);
  const cart = await talk.say(isZh(says) ? '看看购物车' : 'show me my cart');
  return (cardsOfType(cart, 'cart')[0]?.lines ?? []).map(line => `${line.quantity} × ${line.name}`);
};

describe('into the cart, with what is asked or told beside it', () => {
  test.each<[says: readonly string[], hears: RegExp, lines: readonly RegExp[]]>([
    [
      ['Thumbprint mug', 'ok the mug is fine, the green one. can it go in the microwave?'],
      /in your cart[\s\S]*Microwave: yes/,
      [/^1 × .*sage/],
    ],
    [
      ['Twelve Hours flask', 'good enough. green one, and how long is the warranty on it?'],
      /warranty/,
      [/^1 × .*pine/],
    ],
    [['Courtyard building blocks', 'ok fine, the blocks, and wrap it as a present if you can'], /gift wrap/, [/^1 × /]],
    [
      ['Goatpath trail shoe in orange', 'ok i risk it, put the orange 41 in the cart. I can send back if they pinch?'],
      /30 days/,
      [/^1 × .*orange/],
    ],
    [
      ['decaf coffee beans?', "i'll take two bags, is the second half price?"],
      /second one half price/,
      [/^2 × .*decaf/],
    ],
    [['龙井', '要那个50克龙井 两份，第二份半价对吧'], /第二件半价/, [/^2 × .*龙井/]],
    [['熟普洱', '100克的拿两个，儿子教我在网上付，货到付款行不行'], /货到付款/, [/^2 × .*100 克/]],
    [['Line 2 backpack', "i'll have the red one, thanks for your help!"], /cart/, [/^1 × .*red/]],
  ])('%s', async (says, hears, lines) => {
    const answer = await lastOf(await shop.talkTo(), says);
    expect(answer.text).toMatch(hears);
    const inCart = await cartAfter(says);
    expect(inCart).toHaveLength(lines.length);
    for (const [i, line] of lines.entries()) expect(inCart[i]).toMatch(line);
  });
});

test.each<[says: readonly string[], lines: readonly RegExp[]]>([
  [
    ['Osmanthus candle', 'forty hours is fair. Two of them, one yellow and one pink'],
    [/^1 × .*sunflower/, /^1 × .*peach/],
  ],
  [
    ['节拍3', '节拍3吧 藏青43和白色38'],
    [/^1 × .*港湾蓝.*43/, /^1 × .*粉白.*38/],
  ],
  [
    ['节拍3', '藏青要43码 再加白色38码 节拍3'],
    [/^1 × .*港湾蓝.*43/, /^1 × .*粉白.*38/],
  ],
  [['护手霜', '行吧 50毫升的拿三支 分给同事'], [/^3 × .*50 毫升/]],
])('each part of an order in its own colour and size: %s', async (says, lines) => {
  const inCart = await cartAfter(says);
  expect(inCart).toHaveLength(lines.length);
  for (const line of lines) expect(inCart.some(one => line.test(one))).toBe(true);
});

test.each<[says: readonly string[], lines: readonly string[]]>([
  [['add the Thumbprint mug in navy', 'make it 3, going with friends'], ['3 × Kilnfold Thumbprint mug, harbour navy']],
  [['add the Thumbprint mug in navy', 'thats only 1. i need 12'], ['12 × Kilnfold Thumbprint mug, harbour navy']],
  [['add the Thumbprint mug in navy', 'take it out again please, i found mine'], []],
  [['加一个指印马克杯 绿色', '改成两个吧 有一个送人'], ['2 × 窑叠 指印马克杯 鼠尾草绿']],
  // What is asked, or told of something else, changes nothing.
  [['add the Thumbprint mug in navy', 'is 3 too many for one person?'], ['1 × Kilnfold Thumbprint mug, harbour navy']],
  [['add the Thumbprint mug in navy', 'would 3 fit in one box?'], ['1 × Kilnfold Thumbprint mug, harbour navy']],
])('an act among remarks: %s', async (says, lines) => {
  expect(await cartAfter(says)).toEqual(lines);
});

test.each([
  'is there any chance of a human in here',
  'i want someone to look at the warranty then',
  'give me a person, this is not fair',
  "i'd rather have a person look into this",
  '算了转吧',
])('"%s" calls a person', async says => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).text).toMatch(/asked a colleague|呼叫人工/);
});
test.each(['a gift for a person who has everything', 'do you have something for someone who runs'])(
  '"%s" calls nobody',
  async says => {
    const talk = await shop.talkTo();
    expect((await talk.say(says)).text).not.toMatch(/asked a colleague/);
  },
);

test.each<[says: string, hears: RegExp]>([
  ['上周买的锅粘锅了 能退吗', /订单号/],
  ['上个月买的冲锋衣漏雨了！！！才穿三次', /故障的照片/],
  ['在你们这买的耳机不充电了 才用两周', /故障的照片/],
  ['i bought a jacket here in october and the zip is broken. what now', /photograph/],
])('of a thing that was bought no others are shown: %s', async (says, hears) => {
  const answer = await (await shop.talkTo()).say(says);
  expect(answer.text).toMatch(hears);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test.each<[says: readonly string[], hears: RegExp]>([
  [['ohh 30 off every 300. so if i buy for 900 i pay 810, right?'], /¥810/],
  [['how does the 30 off 300 work, if i spend 650'], /−¥60.*¥590/],
  [['can i combine 30 off and the skincare one?'], /^Yes/],
  [['do two promotions go together or not'], /go together/],
  [['满300减30之后还能再用别的券不'], /叠加/],
  [['茶和咖啡第二件半价 不同款能一起算么', '所以不同款不行呗'], /同一款/],
  [['护肤九折现在能用吗'], /现在(?:不在|正好在)时段内/],
  [['is the skincare discount on right now'], /right now/],
])('the rules of deals: %s', async (says, hears) => {
  expect((await lastOf(await shop.talkTo(), says)).text).toMatch(hears);
});

test('the sum of the cart, whatever comes first: 多少钱 总共', async () => {
  const answer = await lastOf(await shop.talkTo(), ['加一个指印马克杯 绿色', '多少钱 总共']);
  expect(cardsOfType(answer, 'cart')).toHaveLength(1);
});
