/** What is asked of an order of one's own right after it was told: its address, what came off, what a thing cost, the same again. */
import { describe, expect, test } from 'vitest';
import { orderOwners } from '../testing/order-owners.ts';
import { cardsOfType, lastOf } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
const owner = orderOwners(shop, 'own-asked');
const teapot = { status: 'shipped', ago: 4, things: ['Two Guests teapot, pine green'] } as const;
const serum = { status: 'delivered', ago: 40, things: ['Lantern vitamin C serum'] } as const;
const tea = { status: 'delivered', ago: 6, things: ['Da Hong Pao', 'Murmur wireless earbuds, ink black'] } as const;
const isHan = (says: readonly string[]): boolean => /\p{Script=Han}/u.test(says.join(''));

test.each([
  [["what's the address on my last order"]],
  [['where is my last order being sent to?']],
  [['我上一单的收货地址是什么']],
  [['我的订单到哪了', '寄到哪个地址啊']],
])('which address it goes to stands in the order, and it is not changed: %j', async says => {
  const { talk, numbers } = await owner(teapot, serum);
  const answer = await lastOf(talk, says);
  expect(answer.text).toMatch(/can't see here|我这里看不到/);
  expect(answer.text).toContain(numbers[0]);
  expect(answer.text).not.toMatch(/change the address|改地址|改派/);
});

test.each([
  [['show me my orders', 'did I use a discount on that order?']],
  [['where is my order', 'was there any discount applied?']],
  [['did I use a code on my last order?']],
  [['我的订单', '那单用优惠了吗']],
  [['我的订单', '那单用券了没']],
])('what came off is told of that order: %j', async says => {
  const { talk, numbers } = await owner(teapot, serum);
  const answer = await lastOf(talk, says);
  expect(answer.text).toContain(numbers[0]);
  expect(answer.text).toContain('¥239');
  expect(answer.text).toMatch(/no deal|没有优惠/);
});

describe('what a thing of the order costs is what was paid, and what it costs today', () => {
  test.each([
    [['show me my orders', 'how much is the da hong pao?'], '¥139'],
    [['show me my orders', 'what do the murmur earbuds cost?'], '¥399'],
    [['帮我看看我买过啥', '大红袍多少钱'], '¥139'],
  ])('%j', async (says, price) => {
    const { talk, numbers } = await owner(tea);
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(isHan(says) ? /您付了/ : /You paid/);
    expect(answer.text).toMatch(isHan(says) ? /现在还是/ : /still costs/);
    expect(answer.text).toContain(price);
    expect(answer.text).toContain(numbers[0]);
  });

  test('and of goods that it does not hold their price is told', async () => {
    const { talk } = await owner(tea);
    const answer = await lastOf(talk, ['我的订单', '龙井多少钱']);
    expect(answer.text).not.toContain('您付了');
  });
});

describe('the same again is proposed, and nothing goes in before a yes', () => {
  test.each([
    [['hey what did I buy last time? want the same again']],
    [["what was my last order? I'd like to order it again"]],
    [['what did I buy last time?', 'yes the teapot, put another one in the cart']],
    [['我上次买的什么？再来一单一样的']],
    [['再来一单一样的']],
  ])('%j', async says => {
    const { talk, numbers } = await owner(teapot, serum);
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(/Shall I put it in your cart|要加入购物车吗/);
    expect(answer.text).toContain(numbers[0]);
    expect((await shop.core.stores.carts.ofShopper(talk.shopper))?.lines ?? []).toEqual([]);
    const done = await talk.say(isHan(says) ? '好的' : 'yes');
    expect(done.text).toMatch(isHan(says) ? /松针绿/ : /pine green/);
  });
});

describe('whoever waits no longer and wants the money', () => {
  test.each([
    [['where is my order', "I won't wait any longer, just refund me"]],
    [["I'm done waiting, give me my money back"]],
    [['我的订单到哪了', '不等了 直接退款']],
    [['我的订单到哪了', '要等多久啊 不等了 直接退款行不行']],
  ])('is told that what is on its way can be sent back once it is there: %j', async says => {
    const { talk, numbers } = await owner(teapot);
    const answer = await lastOf(talk, says);
    expect(answer.text).toContain(numbers[0]);
    expect(answer.text).toMatch(/can no longer be cancelled|不能取消了/);
    expect(answer.suggestions.some(one => /person|转人工/.test(one))).toBe(true);
  });

  test.each([
    [['where is my order', 'forget it, just refund me']],
    [['我的订单到哪了', '不想等了 退钱吧']],
    [['我的订单到哪了', '等不及了 取消吧']],
  ])('is asked before what has not left is cancelled: %j', async says => {
    const { talk, numbers } = await owner({ ...teapot, status: 'placed' });
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(/Shall I cancel it|确认取消/);
    expect(answer.text).toContain('¥239');
    const [order] = await shop.core.stores.orders.ofShopper(talk.shopper, 1);
    expect([order?.number, order?.status]).toEqual([numbers[0], 'placed']);
  });
});

describe('of a return that was refused another thing is asked next', () => {
  const lotion = { status: 'shipped', ago: 1, things: ['Low Tide body lotion'] } as const;
  const jacket = { status: 'delivered', ago: 53, things: ['Workbench chore jacket'] } as const;

  test.each([
    [['show me my orders', 'i want to send back the body lotion', 'ok the chore jacket then, that was october?']],
    [['我的订单', '身体乳想退', '那工装外套呢 10月买的']],
  ])('too late: %j', async says => {
    const { talk, numbers } = await owner(lotion, jacket);
    const answer = await lastOf(talk, says);
    expect(answer.text).toContain(numbers[1]);
    expect(answer.text).toMatch(/past the 30 days|超过30天/);
    expect(cardsOfType(answer, 'product')).toEqual([]);
  });

  test('still in time: it is proposed', async () => {
    const { talk, numbers } = await owner(lotion, { ...jacket, ago: 15 });
    const answer = await lastOf(talk, [
      'show me my orders',
      'i want to return the body lotion',
      'ok the chore jacket then',
    ]);
    expect(answer.text).toContain(numbers[1]);
    expect(answer.text).toMatch(/Shall I start the return/);
  });
});

test.each([[['where is my order', "it's too small"]], [['我的订单', '太小了']]])(
  'what came and does not fit can be exchanged: %j',
  async says => {
    const { talk, numbers } = await owner({ status: 'delivered', ago: 12, things: ['Sheepfold fleece, ember orange'] });
    const answer = await lastOf(talk, says);
    expect(answer.text).toContain(numbers[0]);
    expect(answer.text).toMatch(/xchanges are free|免费换/);
  },
);

test.each([[['上次买的东西尺码不合适,想换大一码']], [['买的抓绒衣太小了，想换大一码']]])(
  'why it is exchanged is no question of its own: %j',
  async says => {
    const { talk } = await owner({ status: 'delivered', ago: 12, things: ['Sheepfold fleece, ember orange'] });
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(/换货由同事为您办理/);
    expect(cardsOfType(answer, 'order')).toEqual([]);
  },
);

describe('no person is wished for, and the rest of the message is', () => {
  test.each([
    [['show me trail shoes', 'no person please, just the goatpath in 42'], /size 42/],
    [['show me trail shoes', "don't get me a person, show me the goatpath in 42"], /size 42/],
    [['get me a person', 'ok no person now. show me green tea'], /no longer in the queue/],
    [['get me a person', "I don't need anyone anymore. what mugs do you have?"], /no longer in the queue/],
    [['我想买马克杯', '不用转人工，有绿色的吗'], /绿/],
  ])('%j', async (says, tells) => {
    const answer = await lastOf(await shop.talkTo(), says);
    expect(answer.text).toMatch(tells);
    expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/asked a colleague|已为您呼叫/);
  });
});

test.each(['能开专票吗 马克杯有哪些', '想买个茶壶，能开专票吗', 'can I get a VAT invoice and which mugs do you have?'])(
  'a special VAT invoice and goods are both answered: %s',
  async text => {
    const answer = await (await shop.talkTo()).say(text);
    expect(answer.text).toMatch(/增值税专用发票|special VAT fapiao/);
    expect(cardsOfType(answer, 'product').length).toBeGreaterThan(0);
  },
);
