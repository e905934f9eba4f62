import { describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const productOf = (id: string) => shop.core.catalogue.view.byId.get(asId<ProductId>(id))!;

describe.each([
  {
    language: 'English',
    search: 'running shoes in size 42 under 500',
    why: 'why the second one?',
    because: /asked for (?=.*running shoes).*size 42/,
    cheaper: 'anything cheaper?',
    cheapest: 'which is the cheapest?',
    waterproof: 'is it waterproof?',
    yesOrNo: /^(?:Yes|No|Not)/,
    add: 'add it',
    remove: 'actually remove it',
    removed: /out of your cart/,
    like: 'like the first one but in black',
  },
  {
    language: 'Chinese',
    search: '42码的跑鞋，500以内',
    why: '为什么推荐第二个？',
    because: /符合您要的“.*42码/,
    cheaper: '有没有便宜点的',
    cheapest: '哪个最便宜',
    waterproof: '它防水吗',
    yesOrNo: /是的|没有标注|同款/,
    add: '加入购物车',
    remove: '算了，把它删掉',
    removed: /已从购物车移除/,
    like: '跟第一个差不多但是黑色的',
  },
])('talk about what is on the list, $language', words => {
  test('why, cheaper, the cheapest, what it is, in and out of the cart, and another like it', async () => {
    const talk = await shop.talkTo();
    const list = cardsOfType(await talk.say(words.search), 'product');
    expect(list.length).toBeGreaterThan(2);
    const why = await talk.say(words.why);
    expect(why.text).toMatch(words.because);
    const cheaper = cardsOfType(await talk.say(words.cheaper), 'product');
    const asked = list[1]!.priceMinor;
    expect(cheaper.length).toBeGreaterThan(0);
    expect(cheaper.every(c => c.priceMinor < asked && productOf(c.id).category === 'running-shoes')).toBe(true);
    const [cheapest] = cardsOfType(await talk.say(words.cheapest), 'product');
    expect(cheapest?.priceMinor).toBe(Math.min(...cheaper.map(c => c.priceMinor)));
    const answer = await talk.say(words.waterproof);
    expect(answer.text).toMatch(words.yesOrNo);
    const [answered] = cardsOfType(answer, 'product');
    await talk.say(words.add);
    expect((await talk.say(words.remove)).text).toMatch(words.removed);
    expect(answered).toBeDefined();
    await talk.say(words.search);
    const like = cardsOfType(await talk.say(words.like), 'product');
    expect(like.length).toBeGreaterThan(0);
    expect(like.every(c => productOf(c.id).attributes.colour?.includes('black'))).toBe(true);
    expect(like.every(c => productOf(c.id).category === 'running-shoes')).toBe(true);
  });
});

describe.each([
  {
    language: 'English',
    list: 'show me running shoes',
    colours: 'what colours does the second one come in?',
    comes: /^It comes in .*, .*: /,
    sizes: 'what sizes do you have?',
    range: /^It comes in size 36–46: /,
    other: 'show me bags',
    made: "what's it made of?",
    each: /^- .+: .+\n- /,
    unnamed: /names no colours/,
    tea: 'show me tea',
  },
  {
    language: 'Chinese',
    list: '看看跑鞋',
    colours: '第二个有什么颜色',
    comes: /的颜色有.+、.+。/,
    sizes: '都有什么码',
    range: /的尺码有36–46。/,
    other: '看看包',
    made: '是什么做的',
    each: /^- .+：.+\n- /,
    unnamed: /没有标注颜色/,
    tea: '看看茶叶',
  },
])('what there is to choose, $language', words => {
  test('colours with the like of it, sizes of the one spoken of, materials of a whole new list, and nothing where nothing is named', async () => {
    const talk = await shop.talkTo();
    const list = cardsOfType(await talk.say(words.list), 'product');
    const colours = await talk.say(words.colours);
    expect(colours.text).toMatch(words.comes);
    const alike = cardsOfType(colours, 'product').map(c => productOf(c.id));
    expect(alike.length).toBeGreaterThan(0);
    for (const one of alike) {
      expect(one.brand).toBe(productOf(list[1]!.id).brand);
      expect(one.attributes.colour).not.toEqual(productOf(list[1]!.id).attributes.colour);
    }
    expect((await talk.say(words.sizes)).text).toMatch(words.range);
    const bags = cardsOfType(await talk.say(words.other), 'product');
    const made = await talk.say(words.made);
    expect(made.text).toMatch(words.each);
    expect(cardsOfType(made, 'product').map(c => c.id)).toEqual(bags.map(c => c.id));
    await talk.say(words.tea);
    await talk.say(words.colours);
    expect((await talk.say(words.colours)).text).toMatch(words.unnamed);
  });
});

describe.each([
  {
    language: 'English',
    list: 'show me running shoes',
    marked: 'which one is more cushioned?',
    unsaid: ['which one is better rated?', 'which is quieter?'],
    says: /don't say which is/,
    cream: 'face cream',
    bigger: 'which one is bigger?',
    first: /bigger first: .*\(\d+ (?:ml|g)\); /,
    hooded: 'show me cheaper ones with a zip',
  },
  {
    language: 'Chinese',
    list: '看看跑鞋',
    marked: '哪个缓震更好',
    unsaid: ['哪款评分高', '哪个更安静'],
    says: /页面上没有写哪款/,
    cream: '绿茶',
    bigger: '哪个容量大',
    first: /按页面标注.*（\d+ (?:克|毫升)）；/,
    hooded: '有没有便宜点带拉链的',
  },
])('which of the list is more of something, $language', words => {
  test('by its mark, by its number, or plainly unsaid; the list stays', async () => {
    const talk = await shop.talkTo();
    const list = cardsOfType(await talk.say(words.list), 'product').map(c => c.id);
    const isCushioned = (id: string) => productOf(id).attributes.feature?.includes('cushioned') ?? false;
    const marked = cardsOfType(await talk.say(words.marked), 'product').map(c => c.id);
    const expected = list.filter(isCushioned);
    expect(marked).toEqual(expected.length < list.length ? expected : []);
    for (const asked of words.unsaid) {
      const unsaid = await talk.say(asked);
      expect(unsaid.text).toMatch(words.says);
      expect(unsaid.cards).toEqual([]);
    }
    const dearest = Math.max(...list.map(id => productOf(id).price.minor));
    const cheaper = cardsOfType(await talk.say(words.hooded), 'product');
    for (const { priceMinor } of cheaper) expect(priceMinor).toBeLessThan(dearest);
    await talk.say(words.cream);
    expect((await talk.say(words.bigger)).text).toMatch(words.first);
  });
});

test("a deal of one's own comes first, the others by name, and a tap tells them", async () => {
  const talk = await shop.talkTo();
  await talk.say('show me running shoes');
  const own = await talk.say('any deals?');
  expect(cardsOfType(own, 'offer')).toHaveLength(1);
  expect(own.text).toMatch(/^Yes, there's a deal for you.*\n+Also on for everybody: “[^\n]*\.$/);
  expect(own.suggestions).toContain('Deals for everybody');
});

test.each([
  ['Which deals are there for everybody?', /^On for everybody until .*:\n- “.*: /],
  ['what promotions are running?', /^On for everybody/],
  ['人人都有的活动有哪些？', /^全店活动.*\n- /],
  ['全场有什么活动', /^全店活动/],
])('%s lists what runs, and makes no offer', async (asked, listed) => {
  const talk = await shop.talkTo();
  await talk.say('show me running shoes');
  const answer = await talk.say(asked);
  expect(answer.text).toMatch(listed);
  expect(cardsOfType(answer, 'offer')).toHaveLength(0);
});

test.each([
  ['a gift for my girlfriend, around 300', /^These \d fit as something for your girlfriend, at around ¥300\.$/],
  ['something for my dad under 200', /^These \d fit as something for your dad and cost ¥200 or less\.$/],
  ['送女朋友的礼物，300元左右', /^送女朋友，为您找到\d款¥300左右的商品。$/],
  ['给弟弟买双鞋', /^送弟弟，为您找到\d款/],
])('%s is said back with the search', async (text, said) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(text);
  expect(answer.text).toMatch(said);
  expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
});

test.each([
  ['gift for my dad', 'something for me'],
  ['a gift for my dad', 'no, just for myself please'],
  ['给爸爸买件外套', '给自己买双鞋'],
  ['给爸爸买件外套', '我自己穿的'],
])('after “%s”, “%s” is about the shopper again', async (other, own) => {
  const talk = await shop.talkTo();
  await talk.say(other);
  const answer = await talk.say(own);
  expect(answer.text).not.toMatch(/your dad|爸爸|matches|没有查到/);
  expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
});

test('anything cheaper, after an "around", is told by what it costs', async () => {
  const talk = await shop.talkTo();
  await talk.say('a jacket around 300');
  expect((await talk.say('anything cheaper?')).text).toMatch(
    /^(?:Cheaper than all of these: .* \(¥\d+\).*|The cheapest of these is the .* \(¥\d+\).*)$/,
  );
});

describe.each([
  {
    language: 'English',
    list: 'show me jackets',
    none: 'not these',
    other: 'show me mugs',
    second: "I don't like the second one",
    but: 'not these, something waterproof',
  },
  {
    language: 'Chinese',
    list: '看看外套',
    none: '不要这几个',
    other: '看看杯子',
    second: '第二个不喜欢',
    but: '不要这些，要防水的',
  },
])('what is turned down, $language', words => {
  test('stays out of later lists, and comes back where it is asked for by name', async () => {
    const talk = await shop.talkTo();
    const idsOf = async (says: string) => cardsOfType(await talk.say(says), 'product').map(card => card.id);
    const first = await idsOf(words.list);
    const others = await idsOf(words.none);
    expect(others.length).toBeGreaterThan(1);
    const gone = [...first];
    expect(others.filter(id => gone.includes(id))).toEqual([]);
    gone.push(others[1]!);
    expect((await idsOf(words.second)).filter(id => gone.includes(id))).toEqual([]);
    await talk.say(words.other);
    expect((await idsOf(words.list)).filter(id => gone.includes(id))).toEqual([]);
    const named = productOf(first[0]!);
    expect(await idsOf((words.language === 'Chinese' ? named.name.zh : named.name.en)!)).toContain(named.id);
  });

  test('also where it is said before what is wished for instead', async () => {
    const talk = await shop.talkTo();
    const first = cardsOfType(await talk.say(words.list), 'product').map(card => card.id);
    const then = cardsOfType(await talk.say(words.but), 'product').map(card => card.id);
    expect(then.length).toBeGreaterThan(0);
    expect(then.filter(id => first.includes(id))).toEqual([]);
    for (const id of then) expect(productOf(id).attributes.feature).toContain('waterproof');
  });
});

test('of a kind of which all was turned down it is shown again, and not said to be none', async () => {
  const talk = await shop.talkTo();
  const mugs = cardsOfType(await talk.say('show me mugs'), 'product');
  await talk.say('none of these');
  await talk.say('show me jackets');
  const again = cardsOfType(await talk.say('show me mugs'), 'product');
  expect(again.length).toBeGreaterThan(0);
  expect(mugs.length).toBeGreaterThan(0);
});

test.each([
  ['show me tea', 'the first one', 'do you have rain jackets in L?', 'jackets'],
  ['看看茶', '第一个', '有size L的雨衣吗', 'jackets'],
  ['show me tea', 'the first one', 'not tea, skincare instead', 'skincare'],
  ['看看茶', '第一个', '不要茶了，换成护肤品', 'skincare'],
])(
  '%s, %s: goods of another kind are looked for, not asked of the one spoken of: %s',
  async (list, first, says, kind) => {
    const talk = await shop.talkTo();
    await talk.say(list);
    await talk.say(first);
    const found = cardsOfType(await talk.say(says), 'product');
    expect(found.length).toBeGreaterThan(0);
    for (const { id } of found) expect(productOf(id).category).toBe(kind);
  },
);

test('one of the cart goes out by its place, and what one is asked beside it is answered', async () => {
  const talk = await shop.talkTo();
  const tea = cardsOfType(await talk.say('看看茶'), 'product');
  await talk.say('第一个加购物车');
  await talk.say('购物车多少钱');
  expect((await talk.say('第一个不要了')).text).toMatch(/已从购物车移除/);
  expect(tea.length).toBeGreaterThan(0);
  const both = await talk.say('the first one, can you gift wrap it?');
  expect(cardsOfType(both, 'product').length, both.text).toBe(1);
  expect(cardsOfType(both, 'source')[0]?.url, both.text).toMatch(/gift-wrapping/);
});

test.each(['put WILD20 on my order', '把WILD20加到我的订单上'])(
  'a code goes on the cart, and is no product: %s',
  async says => {
    const talk = await shop.talkTo();
    expect((await talk.say(says)).log?.intent).toBe('apply-code');
  },
);

test('short forms are read in full', async () => {
  const talk = await shop.talkTo();
  await talk.say('show me jackets');
  expect((await talk.say('smth cheaper')).text).toMatch(/^Cheaper than all of these|^The cheapest of these is the /);
  expect((await talk.say('nvm')).log?.intent).toBe('cancel');
});

test('what is recommended is asked for anew after a list, and which of the list by "which"', async () => {
  const talk = await shop.talkTo();
  await talk.say('waterproof running shoes under 600');
  expect((await talk.say('what do you recommend?')).log?.intent).toBe('recommend');
  await talk.say('waterproof running shoes under 600');
  const taken = await talk.say('which would you recommend?');
  expect(taken.log?.intent).toBe('why-product');
  expect(taken.text).toMatch(/^I'd take the .*: at ¥\d+ it's the cheapest for men and women alike.*made for night/s);
});

test.each([
  [
    ['show me backpacks', 'which would you recommend?', "ok I'll take it"],
    /^Tell me what it is for.*As it is I'd take the .* costs less/s,
  ],
  [['show me backpacks', "what's better, the first or the second?", "ok I'll take it"], /I'd take the .* costs less/],
  [['看看双肩包', '这两个哪个好', '就它吧'], /我会选.*便宜些/],
  [['show me headphones', 'which would you go for?', "ok I'll take it"], /I'd take the .* the cheapest.*\n- /s],
])('which to take, with nothing to choose by: %j', async ([open, ask, take], told) => {
  const talk = await shop.talkTo();
  await talk.say(open!);
  const taken = await talk.say(ask!);
  expect(taken.text).toMatch(told);
  const named = /I'd take the (.*?):|我会选(.*?)：/.exec(taken.text);
  expect((await talk.say(take!)).text).toMatch(/is in your cart|已加入购物车/);
  const [cart] = cardsOfType(await talk.say(take === '就它吧' ? '看看购物车' : 'my cart'), 'cart');
  expect(cart?.lines.map(line => line.name)).toEqual([named?.[1] ?? named?.[2]]);
});

test('a size is answered yes only by what comes in sizes', async () => {
  const talk = await shop.talkTo();
  await talk.say('show me tea');
  await talk.say('tell me about the first one');
  expect((await talk.say('do you have it in size 43?')).text).toMatch(/^No, not in size 43/);
});

test('taking something out names it, and says so where it is not clear what', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('remove the mug from my cart')).text).toMatch(/cart is empty/);
  await talk.say('show me mugs');
  await talk.say('add the first one');
  await talk.say('show me tea');
  await talk.say('add the first one');
  expect((await talk.say('remove the headphones')).text).toMatch(/Which of these/);
  expect((await talk.say('empty my cart')).text).toMatch(/out of your cart/);
  expect((await talk.say('show my cart')).text).toMatch(/empty/);
});

test('anger that fits no intent is met with service, and nothing is sold after it', async () => {
  const talk = await shop.talkTo();
  await talk.say('show me bags');
  const angry = await talk.say('u guys suck nothing works');
  expect(angry.text).toMatch(/sorry/i);
  expect(cardsOfType(angry, 'offer')).toEqual([]);
});

test('who is asked says it is a program', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('are you human?')).text).toMatch(/not a person/);
  expect((await talk.say('你是不是人啊')).text).toMatch(/不是真人/);
});

test('the cheapest of those, put into the cart, three of it, and all out again', async () => {
  const talk = await shop.talkTo();
  await talk.say('mugs');
  await talk.say('whats the cheapest of those');
  expect((await talk.say('ok go for it')).text).toContain('is in your cart');
  expect((await talk.say('make it three actually')).text).toMatch(/\b3\b/);
  const emptied = await talk.say('remove everything');
  expect(emptied.text).toContain('out of your cart');
  expect((await talk.say('remove everything')).log?.intent).toBe('remove-from-cart');
});

test('an order that was asked about is cancelled by "just cancel it"; with nothing under way an order is offered', async () => {
  const talk = await shop.talkTo('s-0001');
  expect((await talk.say('can i still change the address on the order i placed yesterday')).text).toMatch(
    /address|redirect/,
  );
  expect((await talk.say('ok what about the quantity')).text).toMatch(/can be changed or taken out any more/);
  expect((await talk.say('never mind, just cancel it')).log?.intent).toBe('cancel-order');
  const another = await shop.talkTo('s-0002');
  expect((await another.say('先别取消')).suggestions).toContain('取消订单');
});

test('how far the empty cart is from anything tells what there is to reach', async () => {
  const talk = await shop.talkTo();
  const answer = await talk.say('还差多少');
  expect(answer.text).toContain('购物车');
  expect(answer.text).toContain('每满');
});

test('asked whether that is all, the shop neither says goodbye nor stops offering', async () => {
  const talk = await shop.talkTo();
  await talk.say('any deals?');
  expect((await talk.say("that's all?")).log?.intent).toBe('better-deal');
  expect((await talk.say('so no discount at all?')).log?.intent).toBe('better-deal');
});
