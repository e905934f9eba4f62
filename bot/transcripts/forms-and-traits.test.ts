import { describe, expect, test } from 'vitest';
import { cartAfter, goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What goods are, and in which form they are meant: asked of those on the table, of others of their kind, or of the one named. */
const shop = talkingShop();

const textAfter = async (messages: readonly string[]) => (await lastOf(await shop.talkTo(), messages)).text;
const namesAfter = async (messages: readonly string[]) => (await goodsShownAfter(shop, messages)).names;

describe('what the thing on the table does is told of it, and no shelf is shown that is called by that', () => {
  test.each([
    [['梅雨硬壳外套', '防晒吗'], /没有标注“防晒”|页面上没有写到/],
    [['梅雨硬壳外套', '这件防不防晒'], /没有标注“防晒”|页面上没有写到/],
    [['指印马克杯', '能防晒吗？'], /没有标注“防晒”|页面上没有写到/],
    [['看看外套', '这些防晒吗'], /没有写明/],
    [['the plum rain shell', 'does it protect from the sun?'], /can't say for sure|doesn't list/],
  ])('%j', async (messages, told) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(answer.text).toMatch(told);
    expect(JSON.stringify(answer.cards)).not.toMatch(/防晒霜|sunscreen/);
  });
  test.each([[['防晒吗']], [['梅雨硬壳外套', '有防晒吗']], [['show me jackets', 'do you have sunscreen?']]])(
    'the cream is asked for: %j',
    async messages => {
      expect((await namesAfter(messages))[0]).toMatch(/sunscreen/);
    },
  );
  test.each([[['山羊径越野跑鞋', '透气吗']]])('%j', async messages => {
    expect(await textAfter(messages)).toMatch(/^是的/);
  });
});

describe('which ones are so is asked of the kind, where one is looked at or none of the list is', () => {
  test.each<[string[], RegExp]>([
    [['the Tempo 3', 'which ones come in wide?'], /Broadway/],
    [['running shoes size 42', 'tell me about the first one', 'do any come in wide?'], /Broadway/],
    [['节拍 3 跑鞋', '有哪几双是宽楦的'], /宽街/],
    [['节拍 3 跑鞋', '哪些防水'], /鞋/],
    [['看看茶', '第一个', '哪些不含咖啡因'], /苦荞|菊花/],
    [['show me teas', 'the first one', 'which are caffeine free?'], /buckwheat|Chrysanthemum/],
  ])('%j', async (messages, each) => {
    const names = await namesAfter(messages);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(each);
  });
  test('within what was to be spent none is, and what one costs is told', async () => {
    const text = await textAfter(['running shoes under 100', 'which ones come in wide?']);
    expect(text).toMatch(/none marked “wide fit”: that starts at ¥259/);
  });
  test('some of the list are: those are told', async () => {
    expect(await textAfter(['running shoes', 'which of these come in a wide fit?'])).toMatch(/^Yes.*Broadway/);
  });
});

describe('one thing by its name and its pack is shown, whatever else weighs as much or is a gift', () => {
  test.each([
    [['show me the longjing 250 g gift tin'], /Longjing.*250 g gift tin/],
    [['looking for the longjing gift tin'], /Longjing.*250 g gift tin/],
    [['bring up the tieguanyin 100 g'], /Tieguanyin.*100 g/],
    [['show me the rice water cleanser 200 ml'], /Rice water.*200 ml/],
    [['给我看龙井250克礼盒装'], /龙井绿茶 250 克礼罐/],
    [['来看看铁观音100克的'], /铁观音乌龙茶 100 克/],
  ])('%j', async (messages, named) => {
    const { names, text } = await goodsShownAfter(shop, messages);
    expect(names).toHaveLength(1);
    expect(names[0]).toMatch(named);
    expect(text).toMatch(/¥\d/);
  });
  test.each([[['show me tea in a gift tin']], [['看看礼盒装的茶']]])('a kind in such a pack: %j', async messages => {
    const names = await namesAfter(messages);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(name).toMatch(/gift tin/);
  });
});

describe('a shelf that other shops have is told not to be sold, however it should be', () => {
  test.each([
    [['do you have gluten free snacks?'], /don't sell that \(“snacks”\)/],
    [['are your snacks gluten free?'], /don't sell that \(“snacks”\)/],
    [['any food?'], /don't sell that \(“food”\)/],
    [['有无麸质的零食吗'], /不卖“零食”/],
    [['有家具吗'], /不卖“家具”/],
    [['无麸质的面包'], /不卖“面包”/],
  ])('%j', async (messages, told) => {
    const answer = await lastOf(await shop.talkTo(), messages);
    expect(answer.text).toMatch(told);
    expect(answer.cards.filter(card => card.type === 'product')).toEqual([]);
  });
  test.each([[['do you have gluten free tea?']], [['有无麸质的茶吗']]])(
    'of what is sold no page says it: %j',
    async says => {
      expect(await textAfter(says)).toMatch(/can't promise|不敢保证/);
    },
  );
});

describe('for a child nothing is told to fit that is listed for another age, or made for grown-ups', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['running shoes for a 5-year-old'], /none listed for a child of that age.*about 10 and up/, /Schoolyard/],
    [['shoes for my toddler'], /none listed for a child of that age.*about 10 and up/, /Schoolyard/],
    [['给5岁的孩子买双跑鞋'], /没有标明适合这个年龄的.*约 10 岁以上/, /操场/],
    [['raincoat for my 13 year old'], /none listed for a child of that age.*about 3 to 10/, /Tadpole/],
    [['down jacket for my 6 year old'], /^I found none made for children/, /Goosefall/],
    [['6岁孩子的羽绒服'], /^没有专为孩子做的/, /落雁/],
  ])('%j', async (messages, told, each) => {
    const { text, names } = await goodsShownAfter(shop, messages);
    expect(text).toMatch(told);
    expect(text).not.toMatch(/\bfits?\b|合适的/);
    for (const name of names) expect(name).toMatch(each);
  });
  test.each([[['running shoes for my 11 year old']], [['12岁男孩的跑鞋']]])('old enough: %j', async messages => {
    expect(await textAfter(messages)).toMatch(/fits as something for a child|送孩子，为您找到1款/);
  });
});

describe('which colour of it costs least is told by what each costs', () => {
  test.each([
    [['the Tempo 3', 'what colour is cheapest?'], /the same in every colour, ¥389/, 3],
    [['a fleece jacket', 'tell me about the first', 'do all the colours cost the same?'], /every colour, ¥239/, 3],
    [['what colour of the thumbprint mug is the cheapest?'], /every colour, ¥59/, 3],
    [['节拍 3 跑鞋', '哪个颜色最便宜'], /每个颜色都是同一个价，¥389/, 3],
    [['Rooftop telescope', 'which colour is the cheapest?'], /only this colour of it, at ¥679/, 1],
  ])('%j', async (messages, told, count) => {
    const { text, products } = await goodsShownAfter(shop, messages);
    expect(text).toMatch(told);
    expect(products.length).toBeGreaterThanOrEqual(count);
    expect(new Set(products.map(p => p.price.minor)).size).toBe(1);
  });
  test('which size is cheapest', async () => {
    expect(await textAfter(['longjing 50 g', 'which size is cheapest?'])).toMatch(
      /50 g: ¥159[\s\S]*250 g gift tin: ¥609/,
    );
  });
});

describe('either kind will do: goods of both are shown', () => {
  test.each<[string[], RegExp, RegExp]>([
    [['a backpack', "doesn't need to be a backpack, a tote works too"], /backpack|pack/, /tote/],
    [['a down jacket', "it doesn't have to be a down jacket, a fleece is fine too"], /down jacket/, /fleece/],
    [['想买件羽绒服', '不一定要羽绒服，棉服也可以'], /羽绒服/, /派克|绗缝/],
  ])('%j', async (messages, one, other) => {
    const names = await namesAfter(messages);
    for (const kind of [one, other]) expect(names.some(name => kind.test(name))).toBe(true);
  });
});

test.each([[['I want the adult version of the kids sunscreen']], [['儿童防晒有成人版吗']]])(
  "for grown-ups, where the children's was named: %j",
  async messages => {
    for (const name of await namesAfter(messages)) expect(name).toMatch(/Noon Boat/);
  },
);

test.each([[['stuff for the kitchen']], [['厨房用的东西有什么']], [['things for the kitchen under 100']]])(
  'for the kitchen no throw, lantern or candle is shown: %j',
  async messages => {
    const names = await namesAfter(messages);
    expect(names.length).toBeGreaterThan(2);
    for (const name of names) expect(name).not.toMatch(/throw|lantern|candle|lamp|tray/);
  },
);

test('how a thing should be that is not sold finds no other thing', async () => {
  const { text, names } = await goodsShownAfter(shop, ['连衣裙', '带袖子的']);
  expect(text).toMatch(/“连衣裙”，我们都不卖/);
  expect(names).toEqual([]);
});

test.each([[['跑鞋', '要防水的']], [['running shoes', 'waterproof ones please']], [['看看耳机', '要降噪的']]])(
  'how they should be is a wish, and puts nothing into the cart: %j',
  async messages => {
    expect((await namesAfter(messages)).length).toBeGreaterThan(1);
    expect(await cartAfter(shop, messages)).toBe('');
  },
);
test.each([[['跑鞋', '要那双防水的']], [['running shoes', 'the waterproof one please']]])(
  'one is: %j',
  async messages => {
    expect(await cartAfter(shop, messages)).toMatch(/^1 × /);
  },
);
