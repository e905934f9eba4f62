import { describe, expect, test } from 'vitest';
import { goodsShownAfter } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** A situation is told and no thing is named: what is of use in it is shown; and what is private stays out of it. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);
const denied = /不卖|don't sell/;

describe('a situation', () => {
  test.each<[string, RegExp]>([
    ['my roommate snores every night', /headphones|earbuds/],
    ['出租屋隔音差 室友打呼噜', /耳机/],
    ['出差多 天天坐飞机 耳朵嗡嗡的', /耳机/],
    ["my dad can't bend down to tie his shoes", /slip-on|recovery/],
    ['爸爸腰不好 不能弯腰系鞋带', /一脚蹬|恢复/],
    ['冬天骑电动车上班 冻死了', /外套|羽绒|派克|马甲|抓绒/],
    ['办公室下午犯困', /咖啡|茶|龙珠|龙井|乌龙|普洱/],
    ['早上老起不来 想冲杯咖啡但是没机器', /滤杯|咖啡/],
    ['i can never make coffee at home, i dont have a coffee machine', /dripper|coffee|beans/],
    ['马上要去哈尔滨了，南方人没见过雪', /羽绒|抓绒|派克|外套|马甲/],
    ['we have secret santa at work and i drew the guy who is always cold', /throw|foot soak|flask/],
    ['下周去徒步 听说天天下雨', /防水|硬壳|雨/],
  ])('%s', async (message, name) => {
    const { text, names } = await shownAfter(message);
    expect(text).not.toMatch(denied);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });

  test('is no wish for other goods than those that are looked at', async () => {
    const { names } = await shownAfter('双肩包', '我出差多 天天坐飞机');
    for (const one of names) expect(one).not.toMatch(/耳机/);
  });

  test.each(['my parcel is late and the driver was so loud', '寄到哈尔滨要几天', 'I moved, can you change my address'])(
    '%s: of an order',
    async message => {
      const { names } = await shownAfter(message);
      expect(names).toEqual([]);
    },
  );
});

describe('what goods are to be good against is said of them, or told to be on no page', () => {
  test.each<[string, RegExp, RegExp]>([
    ['do you have anything against wrinkles', /cream|serum|face oil/i, /wrinkles/],
    ['有没有去皱的', /面霜|精华|眼霜|护肤油/, /去皱/],
    ['something for pimples', /cleanser|toner/i, /pimples/],
    ['有祛痘的吗', /洁面|爽肤水/, /祛痘/],
  ])('%s', async (message, name, said) => {
    const { text, names } = await shownAfter(message);
    expect(text).toMatch(said);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

describe('a collective name', () => {
  test.each<[string, RegExp]>([
    ['家里来客人，想买套好看点的茶具', /茶壶|盖碗/],
    ['some nice tea things for my mum', /teapot|gaiwan/],
    ['有没有平价的水乳', /爽肤水|面霜|凝露/],
    ['有没有香香的洗手皂', /手工皂/],
  ])('%s', async (message, name) => {
    const { text, names } = await shownAfter(message);
    expect(text).not.toMatch(denied);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});

test.each<[string[]]>([
  [['i have a boy of 9 months, a toy which is safe for him, wood maybe']],
  [['a present for a baby', 'something for under one year please']],
  [['10个月大的宝宝玩什么 送礼']],
])('%j: nothing a small child would swallow', async messages => {
  const { names } = await shownAfter(...messages);
  expect(names.length).toBeGreaterThan(0);
  for (const one of names) expect(one).not.toMatch(/puzzle|board game|xiangqi|top|telescope|pen \//i);
});

describe('who says so is not who it is for, and what a bag is to hold is no other wish', () => {
  test('"my grandson says i need a radio"', async () => {
    const { text, names } = await shownAfter('my grandson says i need a speaker for the living room');
    expect(text).not.toMatch(/grandson/);
    expect(names.join()).toMatch(/speaker/);
  });

  test.each([
    [['laptop backpack in black', 'a bigger one, it has to fit my gym shoes too']],
    [['双肩包', '要能放下球鞋的']],
  ])('%j', async messages => {
    const { names } = await shownAfter(...messages);
    for (const one of names) expect(one).not.toMatch(/shoe \/|trainer|runner|跑鞋/);
  });
});

describe('beside a private trait', () => {
  test.each<[string, RegExp]>([
    ['a tea without caffeine for a pregnant woman please', /goji|buckwheat/],
    ['我想泡茶喝，但我胃不好', /茶|龙珠|普洱|乌龙|龙井/],
  ])('%s: what is wished for is shown, and nothing is kept', async (message, name) => {
    const talk = await shop.talkTo();
    const { names } = await (async () => {
      await talk.say(message);
      return shownAfter(message);
    })();
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
    const facts = await shop.core.stores.facts.active(talk.shopper, new Date('2026-11-24T11:00:00Z'));
    expect(facts).toEqual([]);
  });
});

describe('what is not sold', () => {
  test.each<[string[], RegExp]>([
    [['my headphones cable broke, do you sell replacements?'], /headphones cable/],
    [['running shoes size 43', 'the second in 43 please', 'and a pair of socks'], /socks/],
    [['双肩包', '那雨罩有吗'], /雨罩/],
    [['wifi信号增强器有没'], /增强器/],
    [['sorry, I WANT to buy a rice cooker for two persons'], /rice cooker/],
    [['which rice cookers are there?'], /rice cooker/],
  ])('%j: is said, and nothing is shown in its place', async (messages, what) => {
    const { text, names } = await shownAfter(...messages);
    expect(text).toMatch(denied);
    expect(text).toMatch(what);
    expect(names).toEqual([]);
  });

  test.each<[string[], RegExp, RegExp]>([
    [['matcha + whisk set'], /matcha/, /green tea|Jasmine/],
    [['knife', 'do you do a bread knife or a whole knife set then'], /bread knife/, /knife/],
    [['looking for a tent and a rain jacket'], /tent/, /shell|jacket|raincoat|parka/],
  ])('%j: is said, with what is sold beside it', async (messages, what, name) => {
    const { text, names } = await shownAfter(...messages);
    expect(text).toMatch(denied);
    expect(text).toMatch(what);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });

  test.each<[string[], RegExp]>([
    [['frying pan', 'no pans at all? wok?'], /wok/],
    [['蓝牙音响 露营用'], /音箱/],
    [['露营灯', '充电宝？我问音箱'], /音箱/],
    [['孩子钢琴考级 老师要求戴耳机练'], /耳机/],
    [['a cream without perfume'], /cream|gel/],
  ])('%j: nothing is denied that is sold', async (messages, name) => {
    const { text, names } = await shownAfter(...messages);
    expect(text).not.toMatch(denied);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
});
