import { describe, expect, test } from 'vitest';
import { createFamilies } from '../../knowledge/retrieval/goods/families.ts';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is shown is what was asked for: by its name, each thing of several, and nothing in place of what is not sold. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('goods by their name', () => {
  test.each([
    [['only creams. not soap, not shampoo'], /cream/],
    [['只要面霜，不要香皂，不要洗发水'], /面霜/],
    [['which sunscreen do you have'], /sunscreen/],
    [['any satchels?'], /satchel/],
    [['trail shoes in 43'], /trail shoe/],
    [['i want a down jacket, size S, not black'], /down jacket/],
    [['我要羽绒服，S码，不要黑色'], /羽绒服/],
    [["do you have the blue fleece in women's M?"], /fleece, clear sky/],
    [['有女款的蓝色抓绒吗，M码'], /抓绒衣 晴空蓝/],
    [["what's a good coffee for someone who hates bitter coffee?"], /coffee|decaf|beans|roast/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });

  test('a name for any of them narrows nothing: trainers are running shoes', async () => {
    const { names } = await shownAfter('show me trainers');
    expect(names.some(one => !/trainer/.test(one))).toBe(true);
  });

  test('what none of them is beside the rest of the wish is said', async () => {
    const { text } = await shownAfter('im vegan, which of your creams and shoes are ok for me');
    expect(text).toContain('I found no “cream” that meets the rest.');
  });
});

describe('several things of one message are each shown', () => {
  test.each([
    [['a bag that fits a laptop and a thermos, both under 600'], ['bags', 'home-kitchen']],
    [['想买个能放电脑的包和一个保温杯，一共600以内'], ['bags', 'home-kitchen']],
    [['my son needs kids headphones, hes 4, and maybe a toy'], ['electronics', 'toys-gifts']],
    [['coffee and a mug'], ['tea-coffee', 'home-kitchen']],
  ])('%j', async (messages, shelves) => {
    const { products } = await shownAfter(...messages);
    expect(new Set(products.map(p => p.category))).toEqual(new Set(shelves));
  });

  test('what all of it may cost goes on for the next of them', async () => {
    const { products } = await shownAfter('a bag for my laptop, under 150', 'and a jacket?');
    expect(products.length).toBeGreaterThan(0);
    for (const { price } of products) expect(price.minor).toBeLessThanOrEqual(15_000);
  });
});

describe('what is not sold', () => {
  test.each([
    [['do you have hiking boots in size 46?'], 'running-shoes'],
    [['do you sell umbrellas?'], 'jackets'],
    [['你们卖雨伞吗'], 'jackets'],
    [['cabin suitcase or a travel backpack'], 'bags'],
    [['想买个登机箱'], 'bags'],
  ])('%j: only what is near is shown', async (messages, shelf) => {
    const { text, products } = await shownAfter(...messages);
    expect(text).toMatch(/don't sell|不卖/);
    expect(new Set(products.map(p => p.category))).toEqual(new Set([shelf]));
  });

  test.each(['do you sell a surfboard', 'do you sell a sleeping bag'])(
    '%s: nothing is shown in its place',
    async text => {
      expect((await shownAfter(text)).products).toEqual([]);
    },
  );

  test('what its name told is no wish for what is looked for next', async () => {
    const { products } = await shownAfter('do you have hiking boots in size 46?', 'ok running shoes then');
    expect(products.some(p => !p.attributes.occasion?.includes('hiking'))).toBe(true);
  });
});

test('of one model there is one card, whatever sizes it comes in', async () => {
  const { products } = await shownAfter('camellia face oil for dry skin');
  const families = createFamilies(shop.core.catalogue.view.products);
  const keys = products.map(p => families.keyOf(p));
  expect(new Set(keys).size).toBe(keys.length);
});

test('a product is named by one word of its name', async () => {
  const { names } = await shownAfter('the broadway one, is it good for flat feet? im 100kg');
  expect(names).toHaveLength(1);
  expect(names[0]).toContain('Broadway');
});

test('“do you have hand cream” is no question about what the cream has', async () => {
  expect((await shownAfter('有护手霜吗')).text).not.toContain('不敢确定');
});
