import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What need not hold any more is no condition, and a number is told in the unit that was spoken of. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);
const inCart = /is in your cart|已加入购物车/;

describe('a condition that is waived is looked for no more', () => {
  test.each<[string[], RegExp]>([
    [['noise cancelling headphones', 'no i want over ears. cheaper ones w/o noise cancelling ok'], /Corner Shop/],
    [['noise cancelling headphones', 'without noise cancelling is fine too, over ear'], /Corner Shop|Room 4/],
    [
      ['running shoes for wide feet size 39 women', 'any in pink in 39 at all, even if normal width?'],
      /Petal|Soft Return/,
    ],
    [['waterproof jacket in navy', "even if it isn't waterproof, cheaper ones please"], /Workbench/],
    [['backpacks that fit a laptop', 'skip the laptop bit. something for hiking'], /Downpour|Feather/],
    [['降噪耳机', '没有降噪也行 便宜点的'], /有线耳机|卵石/],
    [['降噪耳机', '降噪不强求，要头戴的'], /小卖部|四号房/],
    [['防水的跑鞋', '不防水也可以 要红色的'], /节拍|疾羽|第一公里/],
    [['羽绒服推荐一下', '有没有便宜点的 500上下 不一定羽绒'], /软壳|骑行|风衣/],
  ])('%j', async (messages, name) => {
    const { names, text } = await shownAfter(...messages);
    expect(
      names.some(one => name.test(one)),
      names.join('; '),
    ).toBe(true);
    expect(text).not.toMatch(/I found none marked|没有完全符合/);
  });
  test.each<[string[], RegExp]>([
    [['headphones', 'noise cancelling is a must'], /Hush|Murmur/],
    [['跑鞋', '一定要防水的'], /防水|雨/],
  ])('and what has to hold does: %j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('what is wanted no more is not shown', () => {
  test.each<[string[], RegExp]>([
    [['show me totes in beige', 'fine ill skip totes. crossbody bag navy?'], /tote/],
    [['那个啥 就是夏天穿的薄薄的防晒的外套', '防晒霜不要哈哈 我要的是衣服 女款'], /防晒霜/],
    [['那个啥 就是夏天穿的薄薄的防晒的外套'], /防晒霜/],
    [['running shoes pink', 'You keep showing me grey. Pink. 39.'], /slate grey/],
    [['moisturiser and tea for winter', 'tea for my skin? lol. just cream'], /tea|pu’er|oolong/],
  ])('%j', async (messages, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(not);
  });
  test('what is free of it may have its name', async () => {
    const { names } = await shownAfter('sensitive skin moisturizer without fragrance pls', 'do u have an eye cream');
    expect(names.join()).toMatch(/eye cream/);
  });
});

describe('a bare number is of the unit that was spoken of', () => {
  test.each<[string[], RegExp]>([
    [['puzzle 1000 pieces', 'too hard for me i think. anything with 500'], /“500 pieces”/],
    [['拼图 1000片', '太难了 有500的吗'], /“500片”/],
    [['拼图 1000片', '有500片的吗'], /“500片”/],
  ])('%j', async (messages, said) => {
    expect((await shownAfter(...messages)).text).toMatch(said);
  });
  test.each<[string[], RegExp]>([
    [['puzzle 1000 pieces', 'ok give up, the 100 piece one then'], /Terraced fields/],
    [['拼图 1000片', '那个100片的来一个'], /梯田/],
  ])('and another size than the one shown is not put into the cart: %j', async (messages, name) => {
    const { names, text } = await shownAfter(...messages);
    expect(text).not.toMatch(inCart);
    for (const one of names) expect(one).toMatch(name);
  });
  test.each<[string[], RegExp]>([
    [['puzzle 1000 pieces', 'add it'], inCart],
    [['puzzle 1000 pieces', 'anything under 100?'], /¥100 or less/],
    [['running shoes', 'anything around 500?'], /around ¥500/],
    [['拼图', '100以内的有吗'], /¥100以内/],
  ])('and a price is one: %j', async (messages, said) => {
    expect((await shownAfter(...messages)).text).toMatch(said);
  });
});

describe('no price is claimed that is not so', () => {
  test.each<[string[], number]>([
    [['backpack for hiking', '389 is too much for a bag. nothing under 300?'], 300],
    [['running shoes', 'nothing under 100?'], 100],
  ])('%j', async (messages, most) => {
    const { products, text } = await shownAfter(...messages);
    expect(text).toContain(`¥${most} or less`);
    expect(products[0]!.price.minor).toBeLessThanOrEqual(most * 100);
  });
  test('sizes of shoes are no price', async () => {
    const { text } = await shownAfter('妈妈 宽脚 跑鞋', '灰色的38码有吗', '啊 39起？那我妈穿37的 有没有女款的');
    expect(text).not.toContain('¥39');
  });
});
