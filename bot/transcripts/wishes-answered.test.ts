import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** Every word of a wish is answered, by goods that are so or by the word that none is; what was told goes on counting. */
const shop = talkingShop();

const shownAfter = (messages: readonly string[]) => goodsShownAfter(shop, messages);

test.each([
  ['got anything for a 6 yr old girl who loves dinosaurs? max 200', 'dinosaurs'],
  ["a birthday present for my niece who's into dinosaurs, under 200", 'dinosaurs'],
  ['a mug with a cat on it', 'cat'],
  ['headphones for gaming under 500', 'gaming'],
  ['i want a backpack for school, it has to be cool', 'cool'],
  ['给小侄女买个玩具 她六岁 喜欢恐龙', '恐龙'],
  ['想买个生日礼物给女朋友 她喜欢猫 200左右', '猫'],
  ['男朋友喜欢篮球 送什么好 500以内', '篮球'],
  ['有没有带轮子的托特包', '轮子'],
  ['冬天穿的跑鞋', '冬'],
])('what no page says is told from the first message on: %s', async (message, word) => {
  const { text, products } = await shownAfter([message]);
  expect(text).toMatch(new RegExp(`(?:doesn't|don't) say [^.]*${word}|没提到[^。]*${word}`));
  expect(products.length).toBeGreaterThan(0);
  expect(products.length).toBeLessThanOrEqual(5);
});

test.each([
  ['waterproof running shoes under 80'],
  ['a birthday gift for my mum, around 100'],
  ['送妈妈的生日礼物 100左右'],
  ['300元以内的防水跑鞋'],
  ['有没有带拉链的托特包'],
])('where everything is answered nothing is missed: %s', async message => {
  const { text } = await shownAfter([message]);
  expect(text).not.toMatch(/n't say|没提到/);
});

describe('the kind that is named rules', () => {
  test.each([
    [["I overpronate and have flat feet, which trainers should I look at? I'm a men's 44"], 'running-shoes'],
    [['有没有能放茶水的保温杯'], 'home-kitchen'],
    [['a backpack for a weekend trip with a shoe compartment'], 'bags'],
    [['天气冷了 手脚冰凉喝啥好'], 'tea-coffee'],
  ])('%j', async (messages, category) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.category).toBe(category);
  });

  test.each([
    [['moisturizer, fragrance free, less than 150'], /cream|gel/],
    [['有没有防水的冲锋衣'], /硬壳/],
    [['do you sell luggage at all?'], /duffel|weekender/],
    [['有没有双肩包 上班背的 能放15寸电脑'], /commuter/],
    [
      [
        'a birthday present for my boss, he drinks a lot of coffee',
        'he probably has enough beans. something to make coffee with?',
      ],
      /dripper|kettle|grinder/,
    ],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('for whom', () => {
  test.each([
    [['蓝牙耳机 200以内'], /儿童/],
    [['我是问有没有防水的外套'], /儿童/],
    [['I need a face sunscreen'], /children/],
    [['skincare for her, around 300'], /shaving|for men/],
    [['I need a gift for my mother in law'], /shampoo|runner|shoe/],
  ])('what is made for others is not shown after %j', async (messages, name) => {
    const { names } = await shownAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(name);
  });

  test("a child's things are shown for a child", async () => {
    expect((await shownAfter(['儿童雨衣'])).names.join()).toMatch(/儿童雨衣/);
    expect((await shownAfter(['a school bag for my son'])).names.join()).toMatch(/school bag/);
  });
});

describe('what was shown is told to be wrong', () => {
  test.each([
    [['black waterproof jacket mens L under 600', 'thats for cycling, i want a normal rain jacket'], /cycling/],
    [['孩子5岁 男孩 有什么玩具', '公仔太幼稚了吧 有没有益智点的'], /公仔|兔/],
    [['headphones under 300', 'those are earbuds, I want over-ear'], /earbuds/],
    [['bags under 300', 'the totes are too boring, show me a backpack'], /tote/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(name);
  });

  test('"it is for hiking" tells what for', async () => {
    const { products } = await shownAfter(['show me jackets', "it's for hiking"]);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.attributes.occasion).toContain('hiking');
  });
});

describe('what was told goes on counting', () => {
  test.each([
    [['waterproof jacket, size L, under 600', 'i want a normal rain jacket'], 600],
    [['外套 500以内', '有没有保暖的外套'], 500],
  ])('the price of %j', async (messages, most) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.price.minor).toBeLessThanOrEqual(most * 100);
  });

  test('the colour is given up before warmth, and that is told', async () => {
    const { text, products } = await shownAfter(['黑色的羽绒服 M码', '500以内的有没', '那不要羽绒的也行 保暖就行']);
    expect(text).toContain('黑色');
    expect(products.length).toBeGreaterThan(0);
    for (const { attributes } of products) {
      expect(attributes.feature).toContain('warm');
      expect(attributes.material).not.toContain('down');
    }
  });

  test.each([
    [['帮忙推荐下台灯 预算两百多'], 200, 299],
    [['有没有适合打游戏的耳机 预算三百多'], 300, 399],
  ])('amounts in words: %j', async (messages, least, most) => {
    const { products } = await shownAfter(messages);
    expect(products.length).toBeGreaterThan(0);
    for (const { price } of products) {
      expect(price.minor).toBeGreaterThanOrEqual(least * 100);
      expect(price.minor).toBeLessThanOrEqual(most * 100);
    }
  });

  test('goods that were told of are what "show me some" means', async () => {
    const { names } = await shownAfter([
      "no i don't have any yet, i wanna BUY wireless earbuds",
      'so show me some pls',
    ]);
    expect(names.join()).toMatch(/earbuds/);
  });

  test.each([
    [
      ['goatpath trail shoe, slate grey, size 38', 'do u have the green one in 38'],
      /^Yes, .*green and 38: Fellhare Goatpath/,
    ],
    [['我想看看风衣', '米色s码有货吗'], /^有米色、S码?的/],
  ])('another colour in that size is a yes: %j', async (messages, words) => {
    expect((await shownAfter(messages)).text).toMatch(words);
  });
});
