import { describe, expect, test } from 'vitest';
import { readSuits } from '../../knowledge/retrieval/goods/suits.ts';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What goods are good for, in words that no attribute is called by: what is shown shows it. */
const shop = talkingShop();

const shownAfter = (messages: readonly string[]) => goodsShownAfter(shop, messages);
const suit = (heading: string) => readSuits().suits.find(one => one.key === `suit-${heading}`)!;

describe('a quality', () => {
  test.each([
    [['running shoes please, I only run on concrete'], 'hard-ground'],
    [['跑鞋有吗', '我都在水泥地上跑'], 'hard-ground'],
    [['jackets', 'I want one with a hood'], 'hood'],
    [['my skin is very dry, is there a face cream for that'], 'dry-skin'],
  ])('%j', async (messages, heading) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    const { shows } = suit(heading);
    const such = shop.core.catalogue.view.products.filter(p => p.category === products[0]!.category && shows(p));
    // Where none of such goods shows it, it is told to be on no page.
    for (const product of such.length > 0 ? products : []) expect(shows(product), product.name.en).toBe(true);
  });

  test.each([
    [['something for my wrinkles please'], 'skincare'],
    [['有没有去皱的'], 'skincare'],
  ])('the goods it is of are meant where none are named: %j', async (messages, category) => {
    const { products } = await shownAfter(messages);
    for (const product of products) expect(product.category).toBe(category);
  });

  test('of several kinds that are named it is of those that can show it', async () => {
    const { products } = await shownAfter(['想买个能放电脑的包和一个保温杯，一共600以内']);
    expect(new Set(products.map(p => p.category))).toEqual(new Set(['bags', 'home-kitchen']));
  });

  test('a name of goods is no quality of others', async () => {
    const { names } = await shownAfter(['a nice tea or a hand cream for gran, under 100']);
    expect(names.some(name => /hand cream/i.test(name))).toBe(true);
    expect(names.some(name => /\b(?:tea|oolong|buckwheat|jasmine|chrysanthemum)\b/i.test(name))).toBe(true);
  });
});

describe('what somebody is like whom a present is for', () => {
  test.each([
    [['a present for my husband, he is always cold'], 'likes: being warm'],
    [['给我老公买礼物', '他特别怕冷'], 'likes: being warm'],
    [['gift for my boyfriend, he is into camping'], 'likes: camping'],
    [['送男朋友的礼物，他喜欢打游戏'], 'likes: gaming'],
  ])('%j', async (messages, heading) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(suit(heading).shows(product), product.name.en).toBe(true);
  });

  test.each(['headphones for gaming under 500', '打游戏用的耳机 500以内'])(
    'goods for nobody else are not chosen by it: %s',
    async message => {
      const { text } = await shownAfter([message]);
      expect(text).toMatch(/gaming|打游戏/);
    },
  );
});

test.each(['where is my parcel', '我的快递到哪了', 'can i pay with alipay', '怎么退货'])(
  '%s is of no goods',
  async message => {
    const { products } = await shownAfter([message]);
    expect(products).toEqual([]);
  },
);
