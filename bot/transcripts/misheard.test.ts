/** Messages that are easily taken for something they are not, by kind, in both languages. */
import { describe, expect, test } from 'vitest';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const answered: [says: string, page: RegExp][] = [
  ['one of two arrived', /missing/],
  ['only one of the two came', /missing/],
  ['I ordered three and only got two', /missing/],
  ['只收到一件', /missing/],
  ['买了两个只到了一个', /missing/],
  ['broken after a year', /warranty/],
  ['the headphones died within six months', /warranty/],
  ['耳机用了一年坏了', /warranty/],
  ['delivery time for jackets', /delivery-times/],
  ['ship shoes in UK size 8', /size/],
  ["we're moving to London", /address/],
  ['我下个月搬家', /address/],
];
test.each(answered)('a matter of service is answered from its page: %s', async (says, page) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(page);
  expect(cardsOfType(answer, 'product')).toEqual([]);
});

test.each([
  ['toys', 'anything cheaper and in blue?'],
  ['有没有玩具', '有没有便宜点的'],
])('after %s, %s: nothing dearer', async (search, says) => {
  const talk = await shop.talkTo();
  const prices = (answer: Parameters<typeof cardsOfType>[0]): number[] =>
    cardsOfType(answer, 'product').map(({ priceMinor }) => priceMinor);
  const before = prices(await talk.say(search));
  expect(Math.max(0, ...prices(await talk.say(says)))).toBeLessThan(Math.max(...before));
});

test('when the first of the list arrives is asked of delivery, and when everything said is to be forgotten it is', async () => {
  const talk = await shop.talkTo();
  await talk.say('有没有双肩包');
  expect(cardsOfType(await talk.say('第一个多久能到'), 'source')[0]?.url).toMatch(/delivery-times/);
  expect((await talk.say('看看有什么优惠')).text).toMatch(/每满|优惠/);
  expect((await talk.say('忘掉我说的一切')).text).not.toMatch(/哪一条/);
});

describe('what no shop for goods does', () => {
  test.each([
    ['book me a table', 'bags'],
    ['order a pizza', 'mugs'],
    ['帮我订张机票', '双肩包'],
    ['can you help me with my maths homework', 'notebook'],
    ['能帮我做数学作业吗', '笔记本'],
    ['今天天气怎么样', '雨衣'],
  ])('%s, also in a search', async (says, search) => {
    const talk = await shop.talkTo();
    expect(cardsOfType(await talk.say(says), 'product')).toEqual([]);
    await talk.say(search);
    expect(cardsOfType(await talk.say(says), 'product')).toEqual([]);
  });
  test.each([
    ['write me a poem', /can't help with that/],
    ['帮我写篇作文', /帮不上忙/],
    ['帮我订一张去北京的火车票', /帮不上忙/],
  ])('%s: said to be so', async (says, expected) =>
    expect((await (await shop.talkTo()).say(says)).text).toMatch(expected),
  );
  test.each([
    ['a notebook to write poems in', 'product-search'],
    ['儿童写作业用的台灯', 'product-search'],
  ])('%s is of the shop', async (says, intent) =>
    expect((await (await shop.talkTo()).say(says)).log?.intent).toBe(intent),
  );
  test('the card of a present is written here', async () =>
    expect((await (await shop.talkTo()).say('帮我在贺卡上写首诗')).text).toMatch(/手写贺卡/));
  test('a table lamp is a lamp', async () => {
    const talk = await shop.talkTo();
    expect(cardsOfType(await talk.say('get me a table lamp'), 'product').length).toBeGreaterThan(0);
  });
});

test.each([
  ['running shoes', "I don't like these"],
  ['running shoes', 'not these'],
  ['跑鞋', '我不想要这个'],
  ['跑鞋', '这些都不喜欢'],
])('%s, then “%s”: others of its kind', async (search, says) => {
  const talk = await shop.talkTo();
  const before = cardsOfType(await talk.say(search), 'product').map(card => card.id);
  const after = cardsOfType(await talk.say(says), 'product').map(card => card.id);
  expect(after.length).toBeGreaterThan(0);
  expect(after.filter(id => before.includes(id))).toEqual([]);
});

test.each([
  ['gift for a child', 'running shoes', /child/, 'For myself'],
  ['给孩子的礼物', '跑鞋', /孩子/, '给自己买'],
])('%s, then %s: says for whom, and one tap makes it the shopper’s own', async (first, search, forWhom, tap) => {
  const talk = await shop.talkTo();
  await talk.say(first);
  const carried = await talk.say(search);
  expect(carried.text).toMatch(forWhom);
  expect(carried.suggestions).toContain(tap);
  const own = await talk.say(tap === 'For myself' ? `${search} for me` : `给自己买，${search}`);
  expect(own.text).not.toMatch(forWhom);
  expect(cardsOfType(own, 'product').every(card => !/Schoolyard|操场/.test(card.name))).toBe(true);
});

test('a narrower wish for a child keeps what was looked for', async () => {
  const talk = await shop.talkTo();
  await talk.say('gift for a child');
  await talk.say('puzzles');
  const cards = cardsOfType(await talk.say('under 60'), 'product');
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) expect(card.name).toMatch(/puzzle/i);
});

test.each(["I'm pregnant, I need comfortable running shoes", 'running shoes', '孕妇穿的跑鞋', '跑鞋'])(
  'children’s shoes do not come first for somebody who names no child: %s',
  async says => {
    const talk = await shop.talkTo();
    const [first] = cardsOfType(await talk.say(says), 'product');
    expect(first!.name).not.toMatch(/Schoolyard|操场/);
  },
);

test.each([
  ['running shoes', 'halal gift', /No page here says what is halal/],
  ['mugs', 'do you have gluten-free tea', /No page here says what is gluten-free/],
  ['跑鞋', '清真的礼物', /没有写明哪些是“清真”/],
])('after %s, “%s”: something to look at, and what no page says is said', async (search, says, told) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  const answer = await talk.say(says);
  expect(answer.text).toMatch(told);
  const cards = cardsOfType(answer, 'product');
  expect(cards.length).toBeGreaterThan(0);
  expect(
    cards.every(card => !/running shoe|跑鞋|mug/i.test(card.name)),
    cards.map(c => c.name).join(),
  ).toBe(true);
});

test.each([
  ["I'm angry, my parcel is broken", 'do you have a student discount?'],
  ['太过分了，收到的东西是坏的', '学生有优惠吗'],
])('after a complaint a question about who gets a discount is a question: %s', async (angry, says) => {
  const talk = await shop.talkTo();
  await talk.say(angry);
  const answer = await talk.say(says);
  expect(answer.text).not.toMatch(/put right|先把|先解决/);
  expect(cardsOfType(answer, 'offer')).toEqual([]);
});

describe('whether goods could go back is asked before they are bought', () => {
  test.each([
    ['running shoes', "can I return these if they don't fit"],
    ['跑鞋', '不合适能退吗'],
    ['warm jackets', 'Can I send it back if it is too small?'],
    ['running shoes', 'can I bring these back?'],
  ])('%s, then “%s”: the rule, and no return begins', async (search, says) => {
    const talk = await shop.talkTo();
    await talk.say(search);
    const answer = await talk.say(says);
    expect(cardsOfType(answer, 'source').length, answer.text).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/order number|订单号/i);
  });
  test('to take one of them is to buy it', async () => {
    const talk = await shop.talkTo();
    await talk.say('running shoes');
    expect((await talk.say('can I take the second one?')).text).toMatch(/in your cart/i);
  });
  test('what was bought goes back', async () => {
    const talk = await shop.talkTo();
    expect((await talk.say('the shoes I bought are too small, can I return them?')).text).toMatch(/order number/i);
  });
});

test.each([
  ['yo got any sick sneakers', /run|shoe|train/i],
  ['headphones under 150 with a discount', /phone|bud/i],
])('goods, however they are asked for, are no question about deals: %s', async (says, name) => {
  const talk = await shop.talkTo();
  const cards = cardsOfType(await talk.say(says), 'product');
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) expect(card.name).toMatch(name);
});

test.each([
  ['No, never mind. Thank you dear', /nothing was changed|stopped/i],
  ['算了，谢谢', /没有做任何改动|已停止/],
])('a polite end is an end: %s', async (says, ended) => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).text).toMatch(ended);
});

const services: [says: string, page: RegExp][] = [
  ["My parcel says delivered but I haven't got it", /late-parcel/],
  ['显示签收了但我没收到', /late-parcel/],
  ['do you do bulk pricing?', /company/],
  ['公司要采购50个杯子，能开发票吗，有没有批发价', /company|invoice/],
  ['有电话吗，我想打电话问', /person|contact/],
];
test.each(services)('who asks for the shop’s help finds the page: %s', async (says, page) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(page);
});

test.each(['this is the second time this happened, what are you going to do', '都第二次了，你们怎么回事'])(
  'anger about the service is heard: %s',
  async says => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    expect(answer.text).toMatch(/sorry|抱歉/i);
    expect(answer.suggestions.join()).toMatch(/person|人工/);
  },
);

test.each(['size for a 4 year old', '四岁穿几码'])('asking for a size sends nothing back: %s', async says => {
  const talk = await shop.talkTo();
  await talk.say('raincoats for kids');
  expect((await talk.say(says)).text).not.toMatch(/order number|send back|订单号/i);
});

test.each([
  ['我要退货', '那算了不退了，帮我催一下快递'],
  ['I want to return something', 'never mind that, where is my order?'],
])('%s, then “%s”: the return is over', async (first, says) => {
  const orders = await shop.core.stores.orders.ofShopper((await shop.core.stores.shoppers.sample(1))[0]!.id, 5);
  const talk = await shop.talkTo(orders[0]?.shopper);
  await talk.say(first);
  const answer = await talk.say(says);
  expect(answer.text).not.toMatch(/which order|send back|哪一个订单|要退哪些/i);
});

test.each(["you are a bot aren't you. get me a person", '你是机器人吧，给我找个人工'])(
  'a person is called, whatever else is said: %s',
  async says => {
    const talk = await shop.talkTo();
    expect((await talk.say(says)).log?.intent).toBe('person');
  },
);

test.each([
  ['我想给女朋友买护肤品', '她皮肤敏感，有没有温和一点的', '200以内', /女朋友/],
  ['skincare for my girlfriend', 'she has sensitive skin, anything gentle?', 'under 200', /girlfriend/],
])('what is too private to be read loses nothing of a search for somebody: %s', async (first, says, then, forWhom) => {
  const talk = await shop.talkTo();
  await talk.say(first);
  await talk.say(says);
  expect((await talk.say(then)).text).toMatch(forWhom);
});

test('after tea, not tea: what else suits, and no coffee for tea’s sake', async () => {
  const talk = await shop.talkTo();
  await talk.say('something for my dad');
  await talk.say('he likes tea');
  const answer = await talk.say('not tea, something for walking under 300');
  const cards = cardsOfType(answer, 'product');
  expect(cards.length).toBeGreaterThan(0);
  for (const card of cards) expect(card.name).not.toMatch(/tea|roast|beans|coffee/i);
});

test('the one looked at is taken in so many words', async () => {
  const talk = await shop.talkTo();
  await talk.say('running shoes');
  await talk.say('the second one');
  expect((await talk.say('ok, order it for me please')).text).toMatch(/in your cart/i);
});

test.each(['订单显示已取消，怎么回事，钱退了吗', 'my order was cancelled, why?'])(
  'what was cancelled is not cancelled again: %s',
  async says => {
    const [someone] = await shop.core.stores.shoppers.sample(1);
    const talk = await shop.talkTo(someone!.id);
    expect((await talk.say(says)).text).not.toMatch(/can no longer be cancelled|不能取消了|Shall I cancel|确认取消/i);
  },
);

test.each([
  'my trip got cancelled, cancel order WY-20309 please',
  'the meeting was cancelled, so please cancel my order WY-20309',
  '婚礼已取消，帮我取消订单 WY-20309',
])('an order is to be cancelled because something else was: %s', async says => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).log?.intent).toBe('cancel-order');
});

test.each([
  'just moved in, need mugs',
  "I'm moving to a new flat, I need a lamp",
  'buy a mug for my team leader',
  '朋友搬家送什么礼物好',
])('why goods are needed is no matter of service: %s', async says => {
  const talk = await shop.talkTo();
  expect(cardsOfType(await talk.say(says), 'product').length).toBeGreaterThan(0);
});

test.each([
  'do you deliver to Berlin?',
  "I'm in Berlin, do you deliver?",
  'I live in Paris, can you deliver here?',
  'delivery to Lyon?',
  '你们能送到柏林吗',
])('a city abroad is abroad: %s', async says => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(answer.text).toMatch(/most countries|大多数国家/);
  expect(cardsOfType(answer, 'source')[0]?.url).toMatch(/international-delivery/);
});

test('a city abroad is nothing to a question of opening hours', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('what are your opening hours in Paris')).text).toMatch(/Shanghai/);
});

test('the basket is where it goes, not what is bought', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('put it in the basket please')).text).not.toMatch(/don't sell/i);
});

test.each(['不用了谢谢', 'no thanks'])('to turn something down is no end of everything: %s', async says => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).log?.intent).toBe('no');
});

test.each([
  ['别家卖得比你便宜', 'better-deal'],
  ['网上同款只要80块', 'better-deal'],
  ['有没有办法便宜一点？', 'better-deal'],
  ['can you go any lower?', 'better-deal'],
  ['付款前问下，还有没有折扣我没用到', 'deals'],
])('it is haggled: %s', async (says, intent) =>
  expect((await (await shop.talkTo()).say(says)).log?.intent).toBe(intent),
);
test.each([
  ['any deals?', 'come on, there must be more in it'],
  ['any deals?', "that's still too much for me"],
  ['有什么优惠', '就不能再多优惠点吗'],
])('after “%s”, “%s” asks for more of it', async (asks, says) => {
  const talk = await shop.talkTo();
  await talk.say(asks);
  expect((await talk.say(says)).log?.intent).toBe('better-deal');
});

test.each([[['想买夹克', '900以内的', '要黑色夹克']], [['看看跑鞋', '要红色的跑鞋']]])(
  'a kind in a colour is wished for, and nothing is bought: %j',
  async says => {
    const talk = await shop.talkTo();
    let answer = await talk.say(says[0]!);
    for (const said of says.slice(1)) answer = await talk.say(said);
    expect(answer.log?.intent).toBe('product-search');
    expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
  },
);

test.each([
  ['看看耳机', '你们有结婚戒指卖吗？', /不卖“结婚戒指”/],
  ['看看耳机', '有吉他卖吗', /不卖“吉他”/],
])('%s, then %s: not sold', async (search, says, expected) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  expect((await talk.say(says)).text).toMatch(expected);
});

test.each([
  'any idea when the stuff I bought will arrive',
  'can you check when my delivery gets here',
  'what day do the shoes i ordered come',
  '我买的东西什么时候能到',
])('when what was bought arrives is of that order: %s', async says => {
  const talk = await shop.talkTo();
  await talk.say('how long does delivery take');
  expect((await talk.say(says)).log?.intent).toBe('order-status');
});
test.each(['when would it arrive if I order today', '现在下单什么时候能到', 'how long does delivery take'])(
  'nothing is bought yet: %s',
  async says => expect((await (await shop.talkTo()).say(says)).log?.intent).not.toBe('order-status'),
);
