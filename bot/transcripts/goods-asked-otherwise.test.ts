/** Goods are looked for in words that sound like another act: what was shown is turned away, and nothing is bought, sent back or switched off. */
import { describe, expect, test } from 'vitest';
import { cardsOfType, goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

/** What the cart holds then, as "2 × name". */
const inCart = async (says: readonly string[]): Promise<readonly string[]> => {
  const talk = await shop.talkTo();
  await lastOf(talk, says);
  const cart = await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '看看购物车' : 'show me my cart');
  return (cardsOfType(cart, 'cart')[0]?.lines ?? []).map(line => `${line.quantity} × ${line.name}`);
};

const jogging = '39码女 慢跑 不要粉色';
describe('a colour wished for in place of what was shown', () => {
  test.each<[says: readonly string[], all: RegExp]>([
    [[jogging, '第一个不就是粉的吗。。要黑色的'], /墨黑/],
    [[jogging, '第一个是粉的啊，要黑色的'], /墨黑/],
    [[jogging, '要黑色的'], /墨黑/],
    [['鹅颈电水壶', '有没有粉色以外的，黑色吧'], /墨黑/],
    [['双肩包 通勤用', '有黑色以外的吗'], /^(?!.*墨黑)/],
    [['双肩包 通勤用', '有黑色以外的吗，男朋友嫌黑色土'], /^(?!.*墨黑)/],
  ])('%j', async (says, all) => {
    const { names } = await goodsShownAfter(shop, says);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(all);
    expect(await inCart(says)).toEqual([]);
  });

  test.each<[says: readonly string[], line: RegExp]>([
    [[jogging, '要第一个'], /^1 × /],
    [['鹅颈电水壶', '要黑色的'], /墨黑/],
    [['鹅颈电水壶', '黑色吧'], /墨黑/],
  ])('%j takes it', async (says, line) => {
    const lines = await inCart(says);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(line);
  });
});

describe('what sounds like another act', () => {
  test.each<[says: readonly string[], hears: RegExp, names: RegExp]>([
    [['knife', 'too small, need a big one for meat'], /^(?!.*order number)/, /knife/],
    [['i need something for my boss', "not a shaving set, that's too personal. a nice pen?"], /^(?!.*offers)/, /pen/],
    [['i like hiking and camping, what have you got for that'], /^(?!Noted)/, /./],
    [['我喜欢露营徒步，你们有什么'], /^(?!记下)/, /./],
    [['trail shoes', 'nothing else with grip?'], /^(?![\s\S]*“grip” is left out)/, /./],
    [['noise cancelling headphones', '789 is over my budget, something under 500?'], /./, /Murmur/],
    [['降噪耳机', '789超预算了，400以内有吗'], /./, /低语/],
    [['noise cancelling headphones', '789 is more than i wanted to spend. anything around 400?'], /./, /Murmur/],
  ])('%j', async (says, hears, names) => {
    const found = await goodsShownAfter(shop, says);
    expect(found.text).toMatch(hears);
    expect(found.names.length).toBeGreaterThan(0);
    for (const name of found.names) expect(name).toMatch(names);
  });

  test.each<[says: readonly string[], hears: RegExp]>([
    [['stop the personal offers'], /offers are off/],
    [['running shoes', 'the ones i got are too small, i need a bigger size'], /exchange/i],
  ])('%j is that act', async (says, hears) => {
    expect((await goodsShownAfter(shop, says)).text).toMatch(hears);
  });
});

describe('nothing that has nothing to do with it', () => {
  test.each<[says: readonly string[], shelf: RegExp]>([
    [['请问你们有没有适合膝盖不好的老人穿的鞋子？'], /^running-shoes$/],
    [['我妈膝盖不好穿什么鞋'], /^running-shoes$/],
    [['熬夜脸黄 用点啥好'], /^skincare$/],
    [['my skin looks so dull, what should i use'], /^skincare$/],
    [['熬夜 犯困 喝点啥'], /^tea-coffee$/],
    [['matcha starter kit'], /^tea-coffee$/],
    [['ground coffee for filter'], /^tea-coffee$/],
    [['有咖啡粉吗'], /^tea-coffee$/],
    [['给老师送个体面点的 200-400', '女老师 不喝茶的'], /^(?!tea-coffee$)/],
  ])('%j', async (says, shelf) => {
    const { products } = await goodsShownAfter(shop, says);
    expect(products.length).toBeGreaterThan(0);
    for (const { category } of products) expect(category).toMatch(shelf);
  });

  test.each(['走平路的，不爬山', '不徒步'])('老人家走路穿的鞋, %s: no wish for hiking', async said => {
    const { text } = await goodsShownAfter(shop, ['老人家走路穿的鞋，软底防滑', said]);
    expect(text).not.toMatch(/徒步/);
  });
});
