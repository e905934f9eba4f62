import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Order } from '../../knowledge/domain/order.ts';
import { cardsOfType, openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
/** Delivered, and can still go back. */
let returnable: Order;

beforeAll(async () => {
  shop = await openTalkingShop();
  const { stores, clock, catalogue } = shop.core;
  const since = clock().getTime() - catalogue.view.shop.returnDays * 86_400_000;
  for await (const order of stores.orders.stream())
    if (order.status === 'delivered' && (order.shipment?.deliveredAt?.getTime() ?? 0) > since) returnable = order;
});
afterAll(async () => {
  await shop.close();
});

const both: [says: string, page: RegExp, name: RegExp][] = [
  ["what's your return policy and do you have running shoes under 80?", /return/, /run|trainer/i],
  ['can I pay with Alipay? also I need a backpack', /pay/, /pack|bag|sack/i],
  ['do you have mugs, and is there free shipping?', /deliver|ship/, /mug|cup/i],
  ['退货怎么弄,另外有没有300元以内的耳机', /return/, /耳机|充电/],
  ['有没有跑鞋？能用支付宝吗', /pay/, /鞋/],
];
test.each(both)('a question and a search in one message are both answered: %s', async (says, page, name) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(page);
  const products = cardsOfType(answer, 'product');
  expect(products.length, answer.text).toBeGreaterThan(0);
  for (const product of products) expect(product.name).toMatch(name);
});

test('in the order asked; the second of the list is still the second', async () => {
  const talk = await shop.talkTo();
  const answer = await talk.say('do you have running shoes under 80? and how long do I have to return them?');
  const kinds = answer.cards.map(card => card.type);
  expect(kinds.indexOf('product')).toBeLessThan(kinds.indexOf('source'));
  const second = await talk.say('the second one');
  expect(cardsOfType(second, 'product')[0]?.name).toBe(cardsOfType(answer, 'product')[1]?.name);
});

const flows: [says: string, begins: RegExp][] = [
  ['I want to return something and I also need a teapot', /order number/i],
  ['where is my order? also I need a gift for my mum', /order number/i],
  ['我要退货，顺便推荐个双肩包', /订单号/],
];
test.each(flows)('what takes more than one message comes last, and is gone on with: %s', async (says, begins) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
  expect(answer.text.split('\n\n').at(-1)).toMatch(begins);
  expect((await talk.say(returnable.number)).text).toMatch(/e-mail|邮箱/i);
});

test('a question beside a return is answered before the return begins', async () => {
  const talk = await shop.talkTo(returnable.shopper);
  const answer = await talk.say(`I want to return something from ${returnable.number}. When do I get the money back?`);
  expect(cardsOfType(answer, 'source')[0]?.url).toMatch(/refund/);
  expect(answer.text.split('\n\n').at(-1)).toMatch(/send back|reason/i);
});

test.each([
  ['get me a person and what is your return policy', /return/, /next in line|colleague|closed|open/i],
  ['帮我转人工，另外退货要几天内', /return/, /同事|排|工作时间|开/],
])('a person is called after the rest is answered: %s', async (says, page, called) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(page);
  expect(answer.text.split('\n\n').at(-1)).toMatch(called);
});

test.each([
  ['do you have parking? also show me mugs', /parking/],
  ['你们有停车场吗？另外想看看杯子', /停车/],
])('what stays open is said beside what was found: %s', async (says, open) => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
  if (cardsOfType(answer, 'source').length === 0) expect(answer.text).toMatch(open);
});

test('two things done to the cart are both done', async () => {
  const talk = await shop.talkTo();
  await talk.say('running shoes');
  const answer = await talk.say('add the first one to my cart and apply the code WILD20');
  expect(answer.text).toMatch(/in your cart/i);
  expect(answer.text).toMatch(/WILD20/);
});

test('no deal is put unasked between two answers, and a deal asked for is', async () => {
  const talk = await shop.talkTo();
  const beside = await talk.say("what's your return policy and do you have running shoes?");
  expect(cardsOfType(beside, 'offer')).toEqual([]);
  expect(beside.log?.decision ?? null).toBeNull();
});

test.each([
  ['running shoes', 'the first one', "don't add it to my cart, any deals?"],
  ['running shoes', 'the first one', "do you ship to Canada? and don't add it to my cart"],
  ['跑鞋', '第一个', '不要加入购物车，有优惠吗？'],
  ['跑鞋', '第一个', '先不加购物车了，能用支付宝吗？'],
  ['running shoes', 'the first one', "don't add it to my cart"],
  ['跑鞋', '第一个', '先不加购物车'],
  ['跑鞋', '第一个', '不要加入购物车了'],
])('%s, %s: what is not to be done is left undone: %s', async (search, first, says) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  await talk.say(first);
  const answer = await talk.say(says);
  expect(answer.text).not.toMatch(/in your cart|已加入购物车|购物车是空的/i);
  expect((await shop.core.stores.carts.ofShopper(talk.shopper))?.lines ?? []).toEqual([]);
});

test.each(["don't cancel my order please", '别取消订单'])('%s: it is left as it is', async says => {
  const answer = await (await shop.talkTo()).say(says);
  expect(answer.text).not.toMatch(/order number|订单号/i);
  expect(answer.log?.intent).toBe('no');
});

test.each(["don't cancel my order, show me mugs", '不要取消订单，帮我看看有没有杯子'])(
  'what is not to be cancelled is not asked about: %s',
  async says => {
    const answer = await (await shop.talkTo()).say(says);
    expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/order number|订单号/i);
  },
);

test.each([
  ['running shoes', 'do you have mugs? and add the second one to my cart', 'show me my cart and add the first one'],
  ['跑鞋', '有没有杯子？第二个加入购物车', '看看购物车，另外把第一个加入购物车'],
])(
  '%s: the second one is of the list that was seen, and the cart is told as it is after: %s',
  async (...[search, says, cart]) => {
    const talk = await shop.talkTo();
    const seen = cardsOfType(await talk.say(search), 'product');
    const answer = await talk.say(says);
    expect(answer.text).toContain(seen[1]?.name);
    const mugs = cardsOfType(answer, 'product');
    const told = await talk.say(cart);
    expect(told.text.lastIndexOf(mugs[0]?.name ?? 'none')).toBeGreaterThan(-1);
    const [first] = cardsOfType(told, 'cart');
    expect(first?.lines.length, told.text).toBe(2);
  },
);

test.each([
  ['running shoes', 'add the second one to my cart, and how do returns work?', /With .+ you'd/],
  ['跑鞋', '第一个加入购物车，另外退货怎么弄', /凑单/],
])('%s: nothing is proposed between two answers: %s', async (search, says, proposed) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  const answer = await talk.say(says);
  expect(answer.text).toMatch(/in your cart|已加入购物车/);
  expect(answer.text).not.toMatch(proposed);
});

test.each([
  ['running shoes', 'how do returns work? And also add the second one to my cart', 'yes please'],
  ['跑鞋', '退货怎么弄，另外把第一个加入购物车', '好，加上'],
])('%s: what is proposed last is what "yes" answers: %s', async (search, says, yes) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  const answer = await talk.say(says);
  const proposed = cardsOfType(answer, 'product')[0]?.name;
  expect(answer.text).toContain(proposed);
  expect((await talk.say(yes)).text).toContain(proposed);
});

test.each([
  ['running shoes', 'the first one', 'any deals? and how do returns work? also show me mugs', 'yes please'],
  ['跑鞋', '第一个', '有优惠吗？另外退货怎么弄，顺便看看杯子', '好的'],
])('%s, %s: the message counts once, so that "yes" still takes the deal: %s', async (search, first, says, yes) => {
  // Some are held out from deals by chance.
  for (let guest = 0; guest < 12; guest++) {
    const talk = await shop.talkTo();
    await talk.say(search);
    await talk.say(first);
    const answer = await talk.say(says);
    if (cardsOfType(answer, 'offer').length === 0) continue;
    expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
    expect((await talk.say(yes)).text).toMatch(/your total is now|已使用优惠/i);
    return;
  }
  expect.unreachable('nobody was made an offer');
});

test.each([
  ['I like pink', 'forget everything you know about me, do you ship to Canada and show me blue mugs', /Shall I erase/],
  ['我喜欢粉色', '把我的数据都删了，你们能寄到香港吗，有没有蓝色的杯子', /全部清除吗/],
])('%s: who wants to be forgotten is asked first, and nothing said beside it is kept: %s', async (like, says, told) => {
  const talk = await shop.talkTo();
  await talk.say(like);
  expect((await shop.core.stores.facts.active(talk.shopper, shop.core.clock())).length).toBeGreaterThan(0);
  const answer = await talk.say(says);
  expect(answer.text).toMatch(told);
  expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
  expect((await talk.say('yes')).text).toMatch(/gone for good|彻底清除/);
  expect(await shop.core.stores.facts.active(talk.shopper, shop.core.clock())).toEqual([]);
});

test.each([
  "don't show me any more offers, what is your return policy and do you have mugs?",
  '不要再给我个性化优惠了，退货怎么弄，有没有杯子',
])('who wants no more offers gets none, whatever else is asked: %s', async says => {
  const talk = await shop.talkTo();
  const answer = await talk.say(says);
  expect(cardsOfType(answer, 'source').length, answer.text).toBeGreaterThan(0);
  expect((await shop.core.stores.shoppers.get(talk.shopper))?.consent.personalOffers).toBe(false);
});

const forOthers: [says: string, whose: string | null][] = [
  ["I'm shopping for my daughter. What is your return policy? And do you have pink backpacks?", null],
  ['给女儿买东西，退货怎么弄，另外有没有粉色的包', null],
  ["I'm shopping because I am diabetic. What is your return policy? And do you have green bags?", null],
  ["I'm buying for my husband. Do you ship to Canada? Also do you have green jackets in size 44?", 'partner'],
  ['Can I return a present for my husband? Also do you have green jackets?', 'partner'],
  ['我老婆生日快到了，能用支付宝吗，另外有没有红色的包', 'partner'],
];
test.each(forOthers)(
  "another person's taste is not the shopper's own, wherever the person is named: %s",
  async (says, whose) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
    expect(cardsOfType(answer, 'source').length, answer.text).toBeGreaterThan(0);
    const facts = await shop.core.stores.facts.active(talk.shopper, shop.core.clock());
    expect([...new Set(facts.map(fact => fact.forWhom))]).toEqual(whose ? [whose] : []);
  },
);
