import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Wishes, needs and limits in the words of everyday: what is shown is like that, and what is not sold is said. */
const shop = talkingShop();

const shownAfter = (messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('a quality in plain words is looked for by what shows it', () => {
  test.each([
    [['show me jackets', 'one that packs away small'], 'packable'],
    [['外套', '要好收纳的'], 'packable'],
    [['show me running shoes', 'something soft on the knees'], 'cushioned'],
    [['跑鞋要底软的'], 'cushioned'],
    [['show me jackets', 'something so that drivers notice me at night'], 'reflective'],
    [['show me headphones', 'one that is good on planes'], 'noise-cancelling'],
    [['想喝不影响睡觉的茶'], 'caffeine-free'],
    [['外套要遮雨的'], 'waterproof'],
  ])('%j', async (messages, feature) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.attributes.feature).toContain(feature);
  });

  test.each([[['show me coffee', 'not too sour']], [['咖啡豆有没有不酸的']]])('turned away in %j', async messages => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.attributes.feature).not.toContain('light-roast');
  });

  test.each([
    [['my niece is turning 5, what do 5 yr olds like', "she's into animals"], /bear|rabbit|porpoise/i],
    [['外甥女快4岁了,送点什么', '她喜欢小动物'], /公仔|兔/],
    [['my nephew is turning 7, what would a 7 year old enjoy', "he's mad about space"], /telescope/],
    [['toys for a 1 year old'], /bear|rabbit|porpoise/i],
  ])('what somebody likes in %j', async (messages, name) => {
    const { names } = await shownAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('a need stands for what meets it', () => {
  test.each([
    [['what gear to make coffee do i need'], /dripper|kettle|grinder/],
    [['第一次冲咖啡,要买啥设备啊'], /滤杯|壶|磨豆机/],
    [['冬天手特别干,都裂口子了'], /护手霜/],
    [['洗面奶有木有 油皮 长痘'], /洁面/],
    [['脚冰凉,有啥能泡脚的吗'], /泡脚/],
    [['its freezing in my flat, looking for something cosy'], /throw/],
    [['do you have a coffee grinder'], /grinder/],
    [['I need a water bottle that keeps stuff hot for ages'], /flask/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });

  test.each([
    [['so im flying to harbin in jan and i have literally nothing warm lol']],
    [['我没有厚外套,冬天要去哈尔滨']],
  ])('what is lacked is needed: %j', async messages => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.attributes.feature).toContain('warm');
  });

  test.each([
    [['来包咖啡豆,再来包滤纸'], '滤纸'],
    [['预算三百以内,滤杯滤纸都要'], '滤纸'],
    [['户外做饭的炉子有吗'], '炉'],
    [['保温杯或者头灯有吗'], '头灯'],
  ])('what is not sold is said in %j', async (messages, what) => {
    const { text } = await shownAfter(messages);
    expect(text).toMatch(new RegExp(`我们不卖“[^”]*${what}”`));
    expect(text).not.toContain('包滤纸');
  });
});

describe('limits', () => {
  test.each([
    [['im looking for a bag', 'somewhere round 300'], 225, 375],
    [['买个包', '三百来块吧'], 225, 375],
    [['the budget is 200 to 300, a bag'], 200, 300],
    [['想买个音箱', '预算200到400'], 200, 400],
  ])('%j', async (messages, least, most) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const { price } of products) {
      expect(price.minor).toBeGreaterThanOrEqual(least * 100);
      expect(price.minor).toBeLessThanOrEqual(most * 100);
    }
  });

  test.each([
    [['我178 150斤穿多大'], 'clothes-sizes'],
    [['im 175cm and 70kg, what size jacket'], 'clothes-sizes'],
    [['我穿42码的,你们家鞋子偏大偏小'], 'shoe-sizes'],
    [['i wear EU 42 in nikes, what size should i get in your shoes'], 'shoe-sizes'],
    [["how are your running shoes sized? i'm between 40 and 41"], 'between-sizes'],
  ])('a size is no price and no code: %j', async (messages, page) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(messages[0]!);
    expect(JSON.stringify(answer)).toContain(page);
  });

  test.each([
    ['hey, what kinda stuff do you sell?', 'running shoes'],
    ['你们家都卖些啥呀', '茶与咖啡'],
  ])('what there is at all: %s', async (message, shelf) => {
    const { text } = await shownAfter([message]);
    expect(text).toContain(shelf);
  });
});
