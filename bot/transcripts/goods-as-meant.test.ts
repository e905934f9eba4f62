import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is turned away, taken back or asked for in passing is what was meant, and no more than that. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);

describe('a sort that is turned away leaves the rest of its kind', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['tea please', 'no buckwheat tea'], /tea|pearls|pu’er|oolong|goji/, /buckwheat/],
    [['茶有什么', '不要荞麦茶'], /茶|龙珠|普洱|岩茶/, /苦荞/],
    [['跑鞋有吗', '不要防水鞋'], /鞋/, /防水/],
    [['绿茶有吗', '我说绿茶，你给我看荞麦茶和磨豆机干嘛'], /龙井|龙珠/, /苦荞|磨豆机/],
    [['show me jackets, no rain jackets'], /jacket|fleece|vest|overshirt/, /Rain shell|poncho/],
    [['推荐个包', '不要红色的包'], /包/, /红/],
  ])('%j', async (messages, name, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) {
      expect(one).toMatch(name);
      expect(one).not.toMatch(not);
    }
  });

  test.each<[string[], RegExp]>([
    [['any gift for dad but no tea'], / tea\b|pearls|oolong|pu’er/],
    [['公司年会抽奖 单价50以内的小礼品', '陀螺那玩意大人谁要啊 有没有别的'], /陀螺/],
    [['给老师的礼物 一百来块', '泡脚包送老师怪怪的 笔有吗'], /泡脚/],
    [['a gift for my teacher', 'giving a teacher a wok is weird. any pens?'], /wok/],
  ])('%j: none of the kind', async (messages, not) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).not.toMatch(not);
  });
});

describe('what somebody does not take is no wish for it', () => {
  test.each([
    ["I don't drink coffee", /no coffee/],
    ['I never drink coffee', /no coffee/],
    ['i hate tea', /no tea/],
    ['我不喝咖啡', /不要咖啡/],
    ['不要茶', /不要茶/],
  ])('%s', async (message, words) => {
    const { names, text } = await shownAfter(message);
    expect(names).toEqual([]);
    expect(text).toMatch(words);
  });

  test('coffee for another', async () => {
    const { names } = await shownAfter("my wife won't wear wool. a warm jacket for her?");
    expect(names.length).toBeGreaterThan(0);
  });
});

describe('whom it is not for', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['a backpack for my son', "it's not for a kid, it's for me"], /backpack|pack/, /kids|Little Bear/],
    [['给孩子买个双肩包', '不是给小孩的，是我自己用'], /双肩包|背包/, /小熊/],
    [['给我妈买护肤品', '不是送我妈，是送我姐的'], /./, /男士|剃须/],
  ])('%j', async (messages, name, not) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) {
      expect(one).toMatch(name);
      expect(one).not.toMatch(not);
    }
    expect(text).not.toMatch(/your son|送孩子|送小孩|送妈妈/);
  });

  test('another is named in the same breath', async () => {
    const { text } = await shownAfter('a gift, not for my dad, for my mum');
    expect(text).toMatch(/your mum/);
  });
});

describe('anything for a trouble', () => {
  test.each<[string, RegExp]>([
    ["Do you have anything for eczema prone hands? I wash them all day, I'm a nurse", /hand cream/],
    ['手上老长湿疹 有没有什么能用的', /护手霜/],
    ['anything for cracked heels?', /foot soak/],
    ['脚后跟开裂有啥能用的', /泡脚/],
    ['my 3 year old needs something quiet to play with on a plane', /Rabbit|blocks|puzzle|top|kite|Bear|porpoise/],
    ['anything for my birthday?', /./],
  ])('%s: what helps', async (message, name) => {
    const { names } = await shownAfter(message);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });

  test.each([
    "my mom has arthritis and can't open jars. anything for that?",
    'my dad snores like crazy. got anything for that?',
    'anything for mosquito bites?',
    '我妈关节炎拧不开瓶盖，有没有这方面的东西',
    '有没有防蚊子的',
  ])('%s: nothing is, and no page is told', async message => {
    const { names, text } = await shownAfter(message);
    expect(names).toEqual([]);
    expect(text).toMatch(/I have nothing that fits|没有找到合适的/);
  });

  test('what is asked of the shop is asked of its pages', async () => {
    const { text } = await shownAfter('is there anything for free delivery');
    expect(text).toMatch(/¥199/);
  });
});

describe('a colour and then a question', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['a puzzle for adults, 1000 pieces', 'purple one, do you wrap it'], /night plum/, /gift wrap/],
    [['mugs', 'red one. is it dishwasher safe?'], /brick red/, /dishwasher/],
    [['看看音箱吧 预算两百', '天蓝的 防水等级多少'], /晴空蓝/, /等级/],
    [
      ['a wool throw please', 'in navy. can it be washed?'],
      /harbour navy/,
      /dry-clean once a year; no machine washing/,
    ],
  ])('%j', async (messages, name, words) => {
    const { names, text } = await shownAfter(...messages);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(name);
    expect(text).toMatch(words);
  });

  test.each<[string[], RegExp]>([
    [['冲锋衣 男 黑色 XL', '没有黑的啊，那藏青吧，XL还有货吗'], /没有黑色/],
    [['宽楦跑鞋', '有紫的或红的吗'], /至于/],
  ])('%j: nothing is told that is known', async (messages, not) => {
    const { text } = await shownAfter(...messages);
    expect(text).not.toMatch(not);
  });
});

describe('things by their names alone', () => {
  test.each<[string[], RegExp]>([
    [['a throw blanket', 'nah. a cushion?'], /cushion/],
    [['i said rice cooker. do you have one yes or no'], /“rice cooker”/],
    [['除螨仪 扫地机器人这些有吗'], /除螨仪/],
  ])('%j: not sold', async (messages, words) => {
    const { names, text } = await shownAfter(...messages);
    expect(names).toEqual([]);
    expect(text).toMatch(words);
  });

  test.each<[string[], RegExp]>([
    [['男士洗面奶'], /洁面/],
    [['我想看看运动水杯'], /保温杯/],
    [['女士双肩包'], /双肩包|背包/],
    [['有没有适合夜跑的装备'], /./],
    [['有没有护手霜之类的'], /护手霜/],
    [['手冲壶和滤杯有套装吗'], /水壶|滤杯/],
    [['那鼠标呢 呃 算了 有啥跑步穿的鞋'], /鞋/],
    [['do you have a longway in 43'], /Longway/],
    [['how about a kite?'], /kite/],
  ])('%j: sold', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('conditions', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['老伴爱喝绿茶，有没有好一点的，不要太贵的'], /龙井|龙珠/, /放宽/],
    [['need a waterproof jacket, nothing too pricey'], /shell|jacket/, /parka/],
    [['which one should i take for a windy but dry hike'], /down jacket|softshell|running jacket/, /parka/],
    [['上班背的托特包，米色', '就没有咖色或者黑色的吗？不一定要托特'], /墨黑|栗棕/, /至于/],
    [['上班背的托特包，米色', '深一点的颜色呢'], /墨黑|栗棕/, /燕麦/],
    [['waterproof jackets', 'doesnt need a hood'], /./, /need a hood/],
    [["sunscreen that doesn't leave white cast"], /sunscreen/, /in white/],
    [['womens running shoes in a 38? wide feet'], /./, /don't say “wide feet”/],
    [
      ['small crossbody bag', 'the half moon in black pls, how big is it', 'do you have it in a bigger size'],
      /./,
      /1 piece/,
    ],
    [["need a present for my mum's 60th"], /./, /60th/],
    [['爷爷八十大寿送什么好呢'], /./, /八十大寿/],
    [['给老师的教师节礼物 别太贵重 一百来块'], /./, /没提到/],
  ])('%j', async (messages, name, not) => {
    const { names, text } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) {
      expect(one).toMatch(name);
      expect(one).not.toMatch(not);
    }
    expect(text).not.toMatch(not);
  });

  test('tea for her, and then something for the garden', async () => {
    const { names } = await shownAfter('need a present for my mum, she likes tea', 'something for the gardening part?');
    expect(names.some(one => /garden/.test(one))).toBe(true);
    const jackets = await shownAfter('a jacket for my dad', 'something for the rain');
    for (const { category } of jackets.products) expect(category).toBe('jackets');
  });

  test('somebody who may have no caffeine is shown electronics where they are asked for', async () => {
    const { products, text } = await shownAfter('生日礼物 老公 预算500', '他咖啡因过敏啦 电子产品有没有新奇点的');
    expect(products.length).toBeGreaterThan(2);
    for (const { category } of products) expect(category).toBe('electronics');
    expect(text).not.toMatch(/咖啡因/);
  });

  test('nearest in price first, whatever is bought most', async () => {
    const { products } = await shownAfter('随便推荐几个二十来块的');
    for (const { price } of products) expect(price.minor).toBeLessThan(4_500);
  });
});
