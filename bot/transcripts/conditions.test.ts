import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What goods are to measure, to cost, to do or to take: met by what is shown, or told. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('measures', () => {
  test.each([
    ['puzzle 1000 pieces', /1,000 pieces/],
    ['拼图1000片', /1000 片/],
    ['a puzzle with more than 500 pieces', /1,000 pieces/],
    // 45 hours, and 40 with noise cancelling, 55 without.
    ['headphones with 30 hours of battery', /Hush|Corner Shop/],
    ['headphones with 50 hours of battery', /Hush/],
    ['保温杯 500ml以上', /十二时辰/],
    ['a mug that holds 350 ml', /Thumbprint/],
    ['双肩包 20升以上', /倾盆/],
    ['能放13寸电脑的双肩包', /commuter/],
    ['五个人能玩的桌游', /渡口/],
    ['茶叶 半斤装', /250 克/],
    ['power bank, at least 8000mah', /power bank/],
  ])('what measures so is shown: %s', async (message, name) => {
    const { names, text } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
    expect(text).not.toMatch(/None of what|没有写明/);
  });

  test.each([
    ['coffee beans 1kg', /None of what I have is said to be “1kg”/, /500 g/],
    ['backpack for a 17 inch laptop', /“17 inch laptop”[\s\S]*Laptop: up to 15 inches, padded; no 16-inch/, /commuter/],
    ['power bank 20000mah', /“20000mah”[\s\S]*10,000 mAh/, /power bank/],
    ['蜡烛 能点50个小时以上的', /没有写明“50个小时以上”[\s\S]*40 小时/, /蜡烛/],
    ['保温杯 800ml以上', /没有写明“800ml以上”[\s\S]*容量：500 毫升/, /保温杯/],
    ['a mug that holds 400 ml', /None of what I have is said to be “400 ml”[\s\S]*Capacity: 350 ml/, /mug/],
  ])('what comes nearest is told as that: %s', async (message, words, name) => {
    const { names, text } = await shownAfter(message);
    expect(text).toMatch(words);
    expect(names[0]).toMatch(name);
  });

  test.each([
    ['充电宝 能充500次以上的', '没提到“能充500次以上”'],
    ['a mug 3 mm thick', "doesn't say “thick” and “3 mm”"],
  ])('what no page tells is told: %s', async (message, words) => {
    expect((await shownAfter(message)).text).toContain(words);
  });

  test.each([
    ['new running shoes, i walk about 20k steps a day'],
    ['适合大体重的跑鞋 我190斤'],
    ['running shoes, i weigh 90kg'],
    ['来两包茶叶'],
  ])('no measure of the goods, and no price: %s', async message => {
    expect((await shownAfter(message)).text).not.toMatch(/¥20\b|¥190|190斤|90kg|None of what|没有写明/);
  });
});

describe('bigger and smaller', () => {
  test.each([
    [['龙井多少钱', '有大份的吗'], /100 克|250 克/],
    [['防晒霜', '有大一点的量么'], /60 毫升|120 毫升/],
    [['洗发水', '250毫升也太少了吧 有大瓶的没'], /500 毫升/],
    [['show me toners', 'do you have anything bigger'], /toner, 250 ml/],
    [['face cream for men', 'is there a bigger size'], /face cream for men, 100 g/],
    [['Ember Alley Coal Boat dark roast, 250 g', 'anything bigger?'], /dark roast, 500 g/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });

  test('the biggest comes first, by what the pages say', async () => {
    const { names, text } = await shownAfter('whats the biggest bag you have');
    expect(names[0]).toMatch(/duffel/);
    expect(text).toContain('the first is the biggest');
  });

  test('where no page tells a size, that is told', async () => {
    expect((await shownAfter('show me pans', 'a smaller one please')).text).not.toContain('“smaller');
  });
});

describe('prices', () => {
  test.each([
    [['送老爸的茶叶 体面点 400-600'], 400, 600],
    [['送老爸的茶叶', '我说了400到600 这些都才几十块'], 400, 600],
    [['running shoes 300 to 400'], 300, 400],
    [['跑鞋 一百多的'], 100, 199],
  ])('a range holds at both ends: %j', async (messages, least, most) => {
    const { products } = await shownAfter(...messages);
    expect(products.length).toBeGreaterThan(0);
    for (const { price } of products) {
      expect(price.minor).toBeGreaterThanOrEqual(least * 100);
      expect(price.minor).toBeLessThanOrEqual(most * 100);
    }
  });

  test.each([
    ['headphones over 2000', 'Nothing like that costs ¥2,000 or more'],
    ['茶 1000以上的', '没有¥1,000以上的'],
  ])('what comes nearest in price is told as that: %s', async (message, words) => {
    const { text, products } = await shownAfter(message);
    expect(text).toContain(words);
    expect(products.length).toBeGreaterThan(0);
  });

  test.each([['any category, up to 50 yuan'], ['something under 50 for secret santa']])(
    'within a price there is something: %s',
    async message => {
      const { products } = await shownAfter(message);
      expect(products.length).toBeGreaterThan(1);
      for (const { price } of products) expect(price.minor).toBeLessThanOrEqual(5_000);
    },
  );
});

describe('what goods are to do or to take', () => {
  test.each([
    ['power bank that i can take on a plane', 'On a plane: yes, in hand luggage only'],
    ['能带上飞机的充电宝', '登机：可随身带，不能托运'],
    ['有线耳机 typec口的', '接口：USB-C'],
    ['apron w pockets', 'Pockets: two in front'],
    ['a sunscreen that doesnt leave a white cast', 'Dries to nothing'],
    ['jacket with a hood', 'The hood turns'],
  ])('the page says it, word for word: %s', async (message, said) => {
    expect((await shownAfter(message)).text).toContain(said);
  });

  test.each([
    ['apron w sleeves', 'sleeves'],
    ['thermos that fits a bike bottle cage', 'bike bottle cage'],
    ["shoes that don't squeak", "don't squeak"],
    ['carry-on bag for a 4 day trip, wheels if possible', 'wheels'],
    ['不会掉色的围裙', '不会掉色'],
    ['a blanket 150 x 200', '150 x 200'],
  ])('no page says it, and that is told: %s', async (message, words) => {
    expect((await shownAfter(message)).text).toMatch(new RegExp(`(?:n't say|没提到).*“[^”]*${words}`));
  });

  test.each([['眼霜 去黑眼圈的'], ['白茶有吗'], ['a sunscreen without a white cast']])(
    'a colour in the name of something is none of the goods: %s',
    async message => {
      expect((await shownAfter(message)).text).not.toMatch(/黑色|白色|in white/);
    },
  );
});

test('a kind that is turned away leaves the rest of the wish', async () => {
  const { products } = await shownAfter('我想买双跑鞋 42码', '预算300', '不要童鞋 我是成年男的');
  expect(products.length).toBeGreaterThan(0);
  for (const { category, price } of products) {
    expect(category).toBe('running-shoes');
    expect(price.minor).toBeLessThanOrEqual(30_000);
  }
});

describe('what is asked beside it', () => {
  test.each([
    ["i don't wear wool or leather, show me jackets", /leather|wool/i],
    ['jackets please, i dont wear leather', /leather/i],
  ])('goods are looked for without what is not worn: %s', async (message, unwanted) => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(unwanted);
  });

  test.each([['儿童外套'], ['有没有儿童的外套']])('made for children: %s', async message => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(/儿童/);
  });

  test('how tall a child is is no price', async () => {
    expect((await shownAfter('冲锋衣 小孩穿的 130左右')).text).not.toContain('¥130');
    expect((await shownAfter('给孩子买外套 150左右')).text).toContain('¥150');
  });

  test('what bags are to hold is wished of them, and no page is asked', async () => {
    const { products } = await shownAfter('帆布包 能装下A4书的');
    expect(products.length).toBeGreaterThan(0);
    for (const { category } of products) expect(category).toBe('bags');
  });

  test('a kettle for pour over is a kettle', async () => {
    const { names } = await shownAfter('kettle, ideally with temperature control for pour over');
    for (const one of names) expect(one).toMatch(/kettle/);
  });

  test('whoever asks for a bigger one, of what is looked for, is shown nothing else', async () => {
    const { products } = await shownAfter('winter coat men', 'does it come in xxl', "anything bigger, he's a big lad");
    for (const { category } of products) expect(category).toBe('jackets');
  });

  test('cheaper, and within a price of which there is none: the cheapest above it is named', async () => {
    const { text } = await shownAfter('冲锋衣 女款', '藏青那个给我看看', '算了 有没有便宜点的 两三百的防风外套');
    expect(text).toMatch(/最便宜的是.*¥359/);
  });

  test.each([['im allergic to nuts, which of ur teas are safe']])('no list tells what is safe: %s', async message => {
    expect((await shownAfter(message)).products).toEqual([]);
  });
});

test.each([
  ['bag for the gym', 'I want one with more colour'],
  ['a kettle with temperature control', 'just the kettle please. can you set it to 93 degrees?'],
])('nothing goes into the cart: %s, %s', async (first, then) => {
  expect((await shownAfter(first, then)).text).not.toMatch(/in your cart/);
});
