import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What a search is told besides the goods: what may be spent, for whom, how many, and how goods are to be. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('what may be spent', () => {
  test.each<[string[], number]>([
    [['im bored and have like 100 yuan to spend lol whats cool'], 100],
    [["gift for a colleague who's leaving, we collected 300 yuan, she's into drawing"], 300],
    [['headphones for the gym, sweatproof, max 400', 'anything else? could go to 500'], 500],
    [['我们凑了300块给同事买离职礼物，她喜欢画画'], 300],
    [['手头只有200，给我妈买个礼物'], 200],
  ])('%j: no more than %s', async (messages, most) => {
    const { products } = await shownAfter(...messages);
    expect(products.length).toBeGreaterThan(0);
    for (const { price } of products) expect(price.minor).toBeLessThanOrEqual(most * 100);
  });

  test.each([['我跟闺蜜想一块儿放风筝，都不会放，哪种好飞起来'], ['想跟朋友一块放风筝，有风筝吗']])(
    'together costs nothing: %s',
    async message => {
      const { names, text } = await shownAfter(message);
      expect(names.some(name => /风筝/.test(name))).toBe(true);
      expect(text).not.toMatch(/¥1(?!\d)/);
    },
  );

  test('what is told in pieces is no price, and is bought in the colour that is told', async () => {
    const { text } = await shownAfter('小孩4岁，想买积木', '积木有多少块？', '90块行，加一个，颜色要浅的');
    expect(text).toContain('燕麦色已加入购物车');
  });

  test('of kinds that are named, the one that costs more is told to be missing', async () => {
    const { names, text } = await shownAfter('board games or puzzles, for two ppl, under 100');
    expect(names.some(name => /puzzle/i.test(name))).toBe(true);
    expect(text).toContain('I found no “board game”');
  });

  test('a measure that is met above the price is told so', async () => {
    const { text } = await shownAfter('puzzles under 100', 'bigger puzzle, like 500 or 1000 pieces');
    expect(text).toMatch(/None of what costs ¥100 or less is said.*Night Market puzzle.* is, at ¥109/);
  });
});

describe('presents', () => {
  test.each<[string, number]>([
    ['little gifts for my 4 bridesmaids, all the same, about 80 each', 4],
    ['公司年会采购60份小礼品，单价80以内，男女都能用', 60],
  ])('of as many as are to be given there is enough: %s', async (message, number) => {
    const { products } = await shownAfter(message);
    expect(products.length).toBeGreaterThan(0);
    for (const { stock } of products) expect(stock ?? number).toBeGreaterThanOrEqual(number);
  });

  test.each<[string, RegExp]>([
    ["gift for a colleague who's leaving, up to 300, she's into drawing and writing letters", /pen|notebook/i],
    ['my daughter is 6 and wants something soft to hug', /bear|rabbit|porpoise/i],
    ['推荐个解闷的东西吧，一个人在家无聊', /拼图|桌游/],
    ['recommend me something for my desk', /lamp|light|notebook|charging/i],
  ])('%s', async (message, like) => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(like);
  });
});

describe('how goods are to be, in words that shoppers have', () => {
  test.each<[string[], string]>([
    [['i run 5k twice a week mostly on pavement, knees a bit dodgy. size 39, under 400'], 'cushioned'],
    [['my skin is super dry in winter, itchy, and perfume makes it worse. anything?'], 'fragrance-free'],
    [['想买个杯子，带去公司喝茶用的，能保温'], 'insulated'],
    [['need a flask that keeps tea hot till evening, for work, under 200'], 'insulated'],
  ])('%j', async (messages, feature) => {
    const { products } = await shownAfter(...messages);
    expect(products.length).toBeGreaterThan(0);
    for (const product of products) expect(product.attributes.feature).toContain(feature);
  });

  test.each<[string[], RegExp]>([
    [['what is the warmest jacket you have? size L'], /minus twenty/],
    [['你们最暖和的外套是哪件'], /零下二十度/],
    [['kite for my kid, easy to fly'], /forgives a child/],
    [['我们都不会放风筝，哪种好飞起来'], /孩子第一次跑也能飞/],
  ])('the page that tells it is quoted: %j', async (messages, quoted) => {
    expect((await shownAfter(...messages)).text).toMatch(quoted);
  });

  test.each<[string[], RegExp]>([
    [['looking for a backpack for work, not ugly'], /ugly/],
    [['something to write with, not a biro'], /biro/],
    [['跑步时候戴的耳机，不入耳的那种，怕听不到车'], /听不到/],
    [['小孩4岁，想买拼图，别太难的'], /“难”/],
    [['Slip-on shoes she need not bend down for?'], /bend down/],
  ])('what no page can settle is not held against the goods: %j', async (messages, odd) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    expect(text).not.toMatch(odd);
  });

  test('the cheapest coffee beans are beans', async () => {
    const { names } = await shownAfter("what's the cheapest coffee beans you have");
    expect(names[0]).toMatch(/250 g/);
  });

  test('what all of them are in spite of the wish is told', async () => {
    expect((await shownAfter('do you have a candle without scent?')).text).toContain('I found none without');
  });
});

describe('colours, and what is named for something else', () => {
  test('dark blue is navy', async () => {
    const { text } = await shownAfter(
      'shoes for my dad, he has wide feet',
      'He likes dark blue better than black. Does it come in that?',
    );
    expect(text).not.toMatch(/^No/);
  });
  test('navy, and no blue that was spoken of', async () => {
    const { names } = await shownAfter(
      'shoes for my dad, he has wide feet',
      'you said no and then you listed blue and navy? can you show me the navy one in 43',
    );
    expect(names.some(name => /navy/.test(name))).toBe(true);
  });
  test.each<[string[], RegExp]>([
    [['need a flask that keeps tea hot till evening, for work'], /tea|oolong|goji/i],
    [['looking for a backpack for work, water bottle outside'], /flask/i],
    [
      ['something for camping', 'i have coffee already. i mean a small grinder or cup i can take in my bag'],
      /drip bags|bag\b/i,
    ],
    [['给我爸买双走路穿的鞋，膝盖不太好', '越野鞋就算了吧，他就在公园里走走，42码的'], /越野/],
  ])('%j shows none of it', async (messages, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).not.toMatch(not);
  });
  test('what was lost is what is looked for again', async () => {
    const { names, text } = await shownAfter(
      'my puppy chewed up my walking boots, need new ones, waterproof, 44, brown if possible',
    );
    expect(text).toContain('walking boots');
    expect(names).toEqual([expect.stringMatching(/Bogwalker.*chestnut/)]);
  });
});
