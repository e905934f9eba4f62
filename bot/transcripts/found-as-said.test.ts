import { describe, expect, test } from 'vitest';
import { cardsOfType, goodsShownAfter, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

/** What is looked for is what was said: its kind, its price, whom it is for, and what it is not. */
const shop = talkingShop();

const shownAfter = (...messages: readonly string[]) => goodsShownAfter(shop, messages);
const inCart = /is in your cart|added to your cart|已加入购物车/;

describe('what only says what it is, or wants another one, puts nothing into the cart', () => {
  test.each<[string[]]>([
    [['降噪耳机头戴式，别超过600', '这是入耳的吧 我说了要头戴的']],
    [['大衣有吗', '那是风衣吧 我要大衣']],
    [['kettle', 'give me a copper kettle']],
    [['kettle', 'give me stainless steel stovetop kettle']],
    [['mugs', 'give me a travel mug']],
    [['有什么推荐', '不要推荐这些 就要杯子 能印我们公司logo吗']],
    [['买两双鞋能不能便宜点', '两双加起来大概650 那能减多少', '跑鞋 打折的有哪些']],
  ])('%j', async messages => {
    const { text } = await shownAfter(...messages);
    expect(text).not.toMatch(inCart);
    expect(text).not.toMatch(/已关闭个性化优惠|要下面哪一款/);
  });
  test.each<[string[]]>([
    [['kettle', 'give me the kettle']],
    [['kettle', 'give me a stainless steel kettle']],
    [['mugs', "i'll take a sage mug"]],
    [['马克杯', '就这个吧 要两个']],
  ])('and what orders does: %j', async messages => {
    expect((await shownAfter(...messages)).text).toMatch(inCart);
  });
});

describe('a cheaper one of its kind', () => {
  test.each<[string[]]>([
    [['kettle', 'fine whatever. got a cheaper kettle']],
    [['kettle, electric', 'got a cheaper kettle?']],
    [['like a blanket', 'mmm nice. 449 tho... any smaller price?', 'cheaper than 449?? lol']],
    [['保温杯', '比109便宜的有吗']],
    [['茶壶', '有没有便宜点的茶壶']],
  ])('is none where the one shown costs least: %j', async messages => {
    const { names, text } = await shownAfter(...messages);
    expect(names).toEqual([]);
    expect(text).toMatch(/or less|以内/);
  });
  test.each([
    ['headphones', 'any cheaper headphones?'],
    ['耳机', '有没有便宜的耳机'],
  ])('costs less than the dearest that was shown: %s, %s', async (first, cheaper) => {
    const talk = await shop.talkTo();
    const priced = async (text: string) => cardsOfType(await talk.say(text), 'product').map(card => card.priceMinor);
    const before = await priced(first);
    const after = await priced(cheaper);
    expect(after.length).toBeGreaterThan(0);
    expect(Math.max(...after)).toBeLessThan(Math.max(...before));
  });
  test.each([['便宜点的耳机'], ['cheap headphones'], ['affordable running shoes']])(
    'the cheapest first: %s',
    async message => {
      const prices = cardsOfType(await lastOf(await shop.talkTo(), [message]), 'product').map(card => card.priceMinor);
      expect(prices.length).toBeGreaterThan(1);
      expect(prices).toEqual([...prices].sort((a, b) => a - b));
    },
  );
  test('another kind is no cheaper one of it', async () => {
    const { names } = await shownAfter('running shoes', 'cheaper jackets?');
    expect(names.join()).not.toMatch(/shoe|runner|trainer/);
  });
});

describe('what a present may cost goes on', () => {
  test.each<[string[]]>([
    [['i need a gift under 50 for secret santa', 'like a funny mug or sth']],
    [['i need a gift under 50 for secret santa', 'its for adults. like a funny mug or sth', '59 is over 50 tho']],
  ])('%j', async messages => expect((await shownAfter(...messages)).text).toMatch(/¥50 or less/));
  test('to another kind for the same person', async () =>
    expect((await shownAfter('给妈妈买护肤品 200以内', '有没有茶叶呢')).text).toMatch(/送妈妈.*¥200以内/));
  test('and not to what is looked for next', async () =>
    expect(
      (await shownAfter('gift for my dad under 200, he drinks tea', "i'm looking for running shoes")).text,
    ).not.toMatch(/dad|200/));
});

describe('goods for an animal are not sold', () => {
  test.each<[string[]]>([
    [['raincoat for dog']],
    [['raincoat for dog', 'DOG. a dog. woof']],
    [['do you have dog toys', 'cat?']],
    [['blanket for our puppy under 200']],
    [['something for my cat']],
    [['你们有猫粮卖吗', '那猫玩具呢']],
    [['给我家狗买件雨衣']],
    [['猫玩具', '那狗的呢']],
  ])('%j', async messages => {
    const { names, text } = await shownAfter(...messages);
    expect(text).toMatch(/don't sell|不卖/);
    expect(names).toEqual([]);
  });
  test.each([['plush dog'], ['a jacket for walking the dog'], ['gift for a dog lover'], ['送养猫的朋友']])(
    'and these are for people: %s',
    async message => expect((await shownAfter(message)).names.length).toBeGreaterThan(0),
  );
});

describe('the kind that was said, and no wider one', () => {
  test.each<[string[], RegExp]>([
    [['降噪耳机头戴式，打游戏也能用，别超过600'], /头戴|贴耳|监听/],
    [['头戴式蓝牙耳机 600以内'], /贴耳/],
    [['蓝牙耳机，跑步不会掉的那种，200以内'], /耳机/],
    [["something to keep soup hot till lunchtime for my son's school bag"], /flask/],
    [['a school bag for my son', 'No, not a bag - a flask or food jar to go IN the bag'], /flask|lunch box/],
    [['something cozy'], /throw/],
    [['有没有咖啡器具'], /滤杯|磨豆机|水壶/],
    [['女朋友生日 预算300左右 她喜欢喝咖啡', '说了不要豆子啊，有没有杯子'], /杯/],
    [['bags', 'for the office'], /backpack|satchel|tote/],
  ])('%j', async (messages, name) => {
    const { names } = await shownAfter(...messages);
    expect(names.length).toBeGreaterThan(0);
    for (const one of names) expect(one).toMatch(name);
  });
  test.each<[string[], RegExp]>([
    [['gift for a 1yr old'], /school bag/],
    [['gift for a 1yr old', 'a SCHOOL BAG for a baby? lol. wooden toys?'], /school bag/],
    [['earl gray'], /slate grey/],
  ])('and not: %j', async (messages, not) => expect((await shownAfter(...messages)).names.join()).not.toMatch(not));
});

describe('what is not so is told once, and nothing is asked for that was said', () => {
  test.each<[string[], RegExp]>([
    [['kettle, electric, 1.7 l, quiet'], /“electric”/],
    [['which earbuds are best for running in the rain under 300'], /“in the rain”|“rain”/],
    [
      ['what would go well with a black trench coat, bag wise', 'just a bag, elegant, not black'],
      /Earlier you told me/,
    ],
  ])('%j', async (messages, not) => expect((await shownAfter(...messages)).text).not.toMatch(not));
  test('a taste that was told is asked about', async () =>
    expect((await shownAfter('i like black', "i don't like black")).text).toMatch(/Earlier you told me/));
  test.each([
    ['孕妇能用的护肤品'],
    ['有没有孕期能喝的茶'],
    ['pregnancy safe skincare'],
    ['which of your creams can i use while pregnant'],
  ])('no page promises what suits a pregnancy: %s', async message => {
    const { names, text } = await shownAfter(message);
    expect(text).toMatch(/doctor|医生/);
    expect(names).toEqual([]);
  });
  test.each([["what's new"], ['whats new'], ['外套有新款吗'], ['any new jackets?']])(
    'what came last: %s',
    async message => expect((await shownAfter(message)).text).toMatch(/came in last|最近上新/),
  );
});

describe('used at night, told of what was looked for', () => {
  test.each([
    [['running shoes', 'I run mostly on roads at night'], /Nightbus|Gutterleap/],
    [['running shoes', 'mostly at night'], /Nightbus|Gutterleap/],
    [['跑鞋', '我主要晚上在马路上跑'], /夜班车|越沟/],
    [['backpacks', 'for cycling at night'], /running vest pack/],
  ] as const)('%j finds what is seen in the dark, and no colour of that name', async (says, isShown) => {
    const answer = await lastOf(await shop.talkTo(), says);
    const names = cardsOfType(answer, 'product').map(card => card.name);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(name).toMatch(isShown);
    expect(answer.text).not.toMatch(/night plum|Goodbye/);
  });
});

test.each([
  [['what teas do you have?', 'show me jasmine pearls in the 250g tin'], /Jasmine pearls, 250 g/],
  [['有什么茶', '看看茉莉龙珠250克的'], /茉莉龙珠 250 克/],
] as const)('%j shows it, and puts none in', async (says, isShown) => {
  const answer = await lastOf(await shop.talkTo(), says);
  expect(answer.text).not.toMatch(/in your cart|已加入购物车/);
  expect(cardsOfType(answer, 'product').map(card => card.name)).toEqual([expect.stringMatching(isShown)]);
});

test.each([
  [['有夹克吗', '要防晒的'], /夹克|外套|羽绒服|抓绒/],
  [['有不含双酚A的保温杯吗'], /保温杯/],
  [['有马克杯吗', '看看绿色的'], /马克杯 鼠尾草绿/],
  [['kids jackets', 'is there an adult version?'], /jacket/],
  [['有儿童书包吗', '有成人款吗'], /包/],
  [['what teas do you have?', 'show me the buckwheat tea in a gift tin'], /buckwheat tea, 250 g gift tin/],
] as const)('%j stays with the goods that are spoken of', async (says, isShown) => {
  const names = cardsOfType(await lastOf(await shop.talkTo(), says), 'product').map(card => card.name);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) expect(name).toMatch(isShown);
});

test.each([
  [['do you have a 42 in boots?'], /don't sell that \(“boots”\)/],
  [['有保温杯吗', '颜色不同价格一样吗'], /每个颜色都是同一个价/],
  [['有保温杯吗', '第一个', '买两瓶有优惠吗'], /没有自动减免/],
  [['show me mugs', 'any discount for buying 2?'], /Nothing comes off for that/],
] as const)('%j is told what was asked', async (says, told) => {
  expect((await lastOf(await shop.talkTo(), says)).text).toMatch(told);
});
