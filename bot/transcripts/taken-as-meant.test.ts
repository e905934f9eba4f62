/** What is taken is what was meant: so many of what was spoken of, both of two, in the size that was asked for, and nothing unasked. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const isZh = (says: readonly string[]): boolean => /\p{Script=Han}/u.test(says[0]!);

/** What is heard last, and what the cart holds then, as "2 × name (size)". */
const soFar = async (says: readonly string[]): Promise<{ text: string; lines: string[] }> => {
  const talk = await shop.talkTo();
  const { text } = await lastOf(talk, says);
  const cart = await talk.say(isZh(says) ? '看看购物车' : 'show me my cart');
  return { text, lines: (cardsOfType(cart, 'cart')[0]?.lines ?? []).map(line => `${line.quantity} × ${line.name}`) };
};

const inCart = async (says: readonly string[], lines: readonly RegExp[]): Promise<void> => {
  const found = (await soFar(says)).lines;
  expect(found).toHaveLength(lines.length);
  for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
};

describe('so many packs of what was spoken of', () => {
  test.each<[says: readonly string[], line: RegExp]>([
    [['Alley House espresso beans, 250 g', 'two bags of that then'], /^2 × .*espresso/],
    [['Alley House espresso beans, 250 g', 'three packs of those please'], /^3 × .*espresso/],
    [['Alley House espresso beans, 250 g', 'put 2 bags in my cart'], /^2 × .*espresso/],
    [['Alley House espresso beans, 250 g', 'add it', 'one more bag please'], /^2 × .*espresso/],
    [['巷子拼配意式咖啡豆 250克', '来两包'], /^2 × /],
  ])('%s', async (says, line) => inCart(says, [line]));
  test.each([['two bags for the gym'], ['a bag for my laptop']])('and bags that are carried: %s', async says => {
    const { lines } = await soFar([says]);
    expect(lines).toEqual([]);
  });
});

describe('both of two', () => {
  test.each<[says: readonly string[], lines: readonly RegExp[]]>([
    [
      ['how much are the Thumbprint mug in navy and the Twelve Hours flask in green', 'ok both please'],
      [/^1 × .*mug/, /^1 × .*flask/],
    ],
    [
      ['how much are the Thumbprint mug in navy and the Twelve Hours flask in green', "i'll take both of them"],
      [/^1 × .*mug/, /^1 × .*flask/],
    ],
    [
      ['苔藓修护面霜 30 克', '朝露爽肤水 250 毫升', '这两个一起要了,帮我放购物车'],
      [/^1 × .*面霜/, /^1 × .*爽肤水/],
    ],
    [
      ['苔藓修护面霜 30 克', '朝露爽肤水 250 毫升', '两个都要'],
      [/^1 × .*面霜/, /^1 × .*爽肤水/],
    ],
  ])('%s', async (says, lines) => inCart(says, lines));
  test.each<[says: readonly string[]]>([
    [['苔藓修护面霜 30 克', '朝露爽肤水 250 毫升', '这两个有什么区别']],
    [['苔藓修护面霜 30 克', '朝露爽肤水 250 毫升', '两个都不要']],
    [['Twelve Hours flask', 'both?']],
  ])('and neither: %s', async says => {
    expect((await soFar(says)).lines).toEqual([]);
  });
  test('two of one thing are two of it', async () => inCart(['朝露爽肤水 250 毫升', '来两瓶'], [/^2 × .*爽肤水/]));
});

describe('in the size that was asked for', () => {
  test.each<[says: readonly string[], line: RegExp]>([
    [['梅雨硬壳外套', '藏青的有没有XL', '好,就它,来一件'], /^1 × .*XL/],
    [['梅雨硬壳外套', '藏青的来一件', 'XL啊刚说了'], /^1 × .*XL/],
    [['Plum Rain shell in navy', 'does it come in L?', "great, i'll take it"], /^1 × .*L\b/],
    [['Plum Rain shell in navy', 'add it', 'XL, like i said'], /^1 × .*XL/],
    [['Longwinter parka', 'XL is fine then, the beige if you have it. How do I wash it?'], /^1 × .*oat.*XL/],
  ])('%s', async (says, line) => inCart(says, [line]));
});

describe('agreed to in front of what is taken', () => {
  test.each<[says: readonly string[], hears: RegExp, lines: readonly RegExp[]]>([
    [['滇红金芽红茶 250 克', '行吧就这个 能帮忙写张贺卡吗'], /贺卡/, [/^1 × .*滇红/]],
    [['流萤台灯 燕麦色', '好吧259就259'], /购物车/, [/^1 × .*台灯/]],
    [['长信笔记本', '登机护肤套装 三件套', '灯笼维 C 精华', '那还是三件套吧 送人好看点'], /购物车/, [/^1 × .*三件套/]],
    [['皂角洗发水 250 毫升', '就它吧 再来瓶护发素'], /护发素/, [/^1 × .*洗发水/]],
    [['Twelve Hours flask in green', 'add it', 'oh and one in white for my wife'], /cart/, [/pine/, /white/]],
  ])('%s', async (says, hears, lines) => {
    const { text, lines: found } = await soFar(says);
    expect(text).toMatch(hears);
    expect(found).toHaveLength(lines.length);
    for (const line of lines) expect(found.some(one => line.test(one))).toBe(true);
  });
  test.each([['还是算了吧'], ['还是看看别的吧'], ['那还是换个便宜的吧']])(
    'and nothing is taken: 灯笼维 C 精华, %s',
    async says => {
      expect((await soFar(['灯笼维 C 精华', says])).lines).toEqual([]);
    },
  );
  test('a thing by its name is no other one: 碳板跑鞋, 本子那个来三本', async () => {
    const { lines } = await soFar(['长信笔记本', '疾羽碳板竞速跑鞋', '算了 本子那个来三本']);
    expect(lines.some(line => line.includes('跑鞋'))).toBe(false);
  });
});

describe('asked before it is bought', () => {
  test.each<[says: readonly string[], hears: RegExp]>([
    [["Petal women's road shoe", 'pink petal, 38. have you got it'], /peach blossom/],
    [['Hush over-ear wireless headphones', "i'll take them, what colours are there?"], /black/],
    [['降噪头戴式耳机有哪几款', '低语那款降噪好吗', '算了就头戴的吧 有啥颜色'], /息声.*黑色/],
    [['息声头戴式无线耳机', '就它了 有什么颜色可选'], /黑色/],
    [['Tieguanyin oolong', 'put the 80g oolong in the cart, if it exists'], /50 g/],
  ])('%s', async (says, hears) => {
    const { text, lines } = await soFar(says);
    expect(text).toMatch(hears);
    expect(lines).toEqual([]);
  });
  test.each<[says: readonly string[], line: RegExp]>([
    [['Tieguanyin oolong', 'put the 100g oolong in the cart, if you have it'], /100 g/],
    [['铁观音', '有100克的话来两罐'], /^2 × .*100 克/],
    [['息声头戴式无线耳机', '黑的来一个 还有什么颜色'], /墨黑/],
  ])('%s', async (says, line) => inCart(says, [line]));
});

describe('what one thing comes to', () => {
  test.each<[says: readonly string[], hears: RegExp]>([
    [['鹅颈电水壶', '我买一个付多少'], /¥299/],
    [['鹅颈电水壶', '叠加满减是多少钱到手'], /¥299/],
    [['Swan-neck electric kettle', 'how much do i actually pay for one?'], /¥299/],
  ])('%s', async (says, hears) => {
    expect((await soFar(says)).text).toMatch(hears);
  });
});
