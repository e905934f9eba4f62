import { describe, expect, test } from 'vitest';
import { asId, type OrderId, type ProductId } from '../../knowledge/domain/ids.ts';
import type { Money } from '../../knowledge/domain/money.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
/** Any order of one thing; its line is made into the two that go back here. */
const model = modelOrder(shop);
let made = 0;

const shirt = { en: 'Linen shirt', zh: '亚麻衬衫' };
const kettle = { en: 'Copper kettle', zh: '黄铜水壶' };

const twice = (amount: Money): Money => ({ ...amount, minor: amount.minor * 2 });

/** Two shirts and a kettle, delivered yesterday, and the talk of whoever bought them at the question of the reason. */
const returning = async (start: string, all: string): Promise<{ talk: Talk; order: Order }> => {
  made += 1;
  const talk = await shop.talkTo(`correcting-${made}-${Math.round(performance.now() * 1_000)}`);
  const rest = model.order;
  const [line] = rest.lines;
  const yesterday = new Date(shop.core.clock().getTime() - 86_400_000);
  const goods = shop.core.catalogue.view.products.filter(p => p.id !== line!.product).slice(0, 2);
  const lineOf = (product: ProductId, title: typeof shirt, quantity: number) => ({
    ...line!,
    product,
    title,
    quantity,
  });
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`correct-${made}`),
    number: `WY-${820_000 + made}`,
    shopper: talk.shopper,
    lines: [lineOf(goods[0]!.id, shirt, 2), lineOf(goods[1]!.id, kettle, 1)],
    subtotal: twice(line!.paid),
    discount: { ...line!.paid, minor: 0 },
    shipping: { ...line!.paid, minor: 0 },
    total: twice(line!.paid),
    status: 'delivered',
    placedAt: yesterday,
    shipment: parcel(yesterday, yesterday, yesterday),
  };
  await shop.core.stores.orders.put([order]);
  await talk.say(start);
  await talk.say(all);
  return { talk, order };
};

const registered = async (order: Order) => {
  const [request] = await shop.core.stores.returns.ofOrder(order.id);
  return (
    request && { reason: request.reason, lines: request.lines.map(l => l.quantity), goods: titlesOf(order, request) }
  );
};
const titlesOf = (order: Order, { lines }: { lines: readonly { product: ProductId }[] }): (string | undefined)[] =>
  lines.map(l => order.lines.find(o => o.product === l.product)?.title.en);

const tellings = [
  {
    language: 'English',
    start: 'I want to return something',
    all: 'all of it',
    reason: 'too big',
    confirm: /Shall I start the return\?$/,
    skip: 'skip',
    otherSkips: ['no reason', "I'd rather not say"],
    onlyShirt: ['no, only the shirt', 'just the shirt please', 'actually only the first one', 'not the kettle'],
    oneShirt: [
      'no, only one of the shirts',
      'No!! One shirt only. Quantity one.',
      'only ONE of the two shirts, I wore the other',
    ],
    otherReason: ['no, the reason is that the size does not fit', 'the size does not fit'],
    side: 'how long does delivery take?',
    yes: 'yes',
    no: 'no',
    chip: 'Skip',
  },
  {
    language: '中文',
    start: '我要退货',
    all: '全部',
    reason: '太大了',
    confirm: /确认办理退货吗？$/,
    skip: '跳过',
    otherSkips: ['没有原因', '不想说'],
    onlyShirt: ['不对，只退衬衫', '只退衬衫', '不是，只退第一个', '水壶不退'],
    oneShirt: ['不对，只退1件衬衫', '只退一件衬衫，另一件留着'],
    otherReason: ['不对,原因是尺码不合适', '尺码不合适'],
    side: '多久能送到？',
    yes: '好的',
    no: '不用了',
    chip: '跳过',
  },
] as const;

describe.each(tellings)('a return, $language', t => {
  test('nobody has to give a reason: it can be skipped, in words or by a tap', async () => {
    for (const says of [t.skip, ...t.otherSkips]) {
      const { talk, order } = await returning(t.start, t.all);
      expect((await talk.say(says)).text, says).toMatch(t.confirm);
      await talk.say(t.yes);
      expect(await registered(order)).toEqual({ reason: '', lines: [2, 1], goods: ['Linen shirt', 'Copper kettle'] });
    }
    const { talk } = await returning(t.start, t.all);
    const asked = await talk.say(t.side);
    expect(asked.suggestions).toContain(t.chip);
    expect((await talk.tap({ tap: 'say', text: t.chip })).text).toMatch(t.confirm);
  });

  test.each(t.onlyShirt)('corrected where it is asked whether to: "%s"', async says => {
    const { talk, order } = await returning(t.start, t.all);
    const [before] = cardsOfType(await talk.say(t.reason), 'refund');
    const corrected = await talk.say(says);
    expect(corrected.text).toMatch(t.confirm);
    const [after] = cardsOfType(corrected, 'refund');
    expect(after!.lines).toHaveLength(1);
    expect(after!.refundMinor).toBeLessThan(before!.refundMinor);
    await talk.say(t.yes);
    expect(await registered(order)).toEqual({ reason: t.reason, lines: [2], goods: ['Linen shirt'] });
  });

  test('another order named instead is that order', async () => {
    const { talk, order } = await returning(t.start, t.all);
    await talk.say(t.reason);
    const other: Order = {
      ...order,
      id: asId<OrderId>(`${order.id}-b`),
      number: order.number.replace('WY-82', 'WY-83'),
    };
    await shop.core.stores.orders.put([other]);
    const asked = await talk.say(
      t.language === 'English' ? `no, order ${other.number}` : `不对，是订单${other.number}`,
    );
    expect(asked.text).toContain(other.number);
    expect(asked.text).not.toMatch(t.confirm);
  });

  test.each(t.oneShirt)('how many of them is corrected too: "%s"', async says => {
    const { talk, order } = await returning(t.start, t.all);
    await talk.say(t.reason);
    expect((await talk.say(says)).text).toMatch(t.confirm);
    await talk.say(t.yes);
    expect(await registered(order)).toEqual({ reason: t.reason, lines: [1], goods: ['Linen shirt'] });
  });

  test('the goods are corrected where the reason is asked, and the reason asked again', async () => {
    const { talk, order } = await returning(t.start, t.all);
    expect((await talk.say(t.onlyShirt[0])).text).not.toMatch(t.confirm);
    expect((await talk.say(t.reason)).text).toMatch(t.confirm);
    await talk.say(t.yes);
    expect(await registered(order)).toEqual({ reason: t.reason, lines: [2], goods: ['Linen shirt'] });
  });

  test('the reason is corrected, and everything else kept', async () => {
    const { talk, order } = await returning(t.start, t.all);
    await talk.say(t.reason);
    const [says, reason] = t.otherReason;
    expect((await talk.say(says)).text).toMatch(t.confirm);
    await talk.say(t.yes);
    expect(await registered(order)).toEqual({ reason, lines: [2, 1], goods: ['Linen shirt', 'Copper kettle'] });
  });

  test('a plain no still stops it, and a side question is still one', async () => {
    const { talk, order } = await returning(t.start, t.all);
    await talk.say(t.reason);
    expect((await talk.say(t.side)).text).toMatch(t.confirm);
    expect((await talk.say(t.no)).text).not.toMatch(t.confirm);
    expect(await registered(order)).toBeUndefined();
  });
});

test('what goes back and why, told at once, is not asked for; a thing described is one of the order', async () => {
  const { talk, order } = await returning("I want to return the kettle, it doesn't fit my stove", 'yes');
  expect(await registered(order)).toEqual({
    reason: "I want to return the kettle, it doesn't fit my stove",
    lines: [1],
    goods: ['Copper kettle'],
  });
  const second = await returning('想退货', '那件亚麻的');
  const asked = await second.talk.say('尺码不合适');
  expect(cardsOfType(asked, 'product')).toEqual([]);
  expect((await second.talk.say('衬衫')).text).not.toContain('原因');
  await second.talk.say('好的');
  expect((await registered(second.order))?.reason).toBe('尺码不合适');
  expect(talk.shopper).not.toBe(second.talk.shopper);
});

/** Whatever waits, nothing goes back that was not meant. */
describe('what is not meant', () => {
  test('goods that are in no order are said to be in none, and nothing else is proposed', async () => {
    const { talk, order } = await returning('我要退那个双肩包', '外套啊，不是水壶');
    const next = await talk.say('就那个双肩包');
    expect(next.text).toMatch(/没有找到“双肩包”/);
    await talk.say('好的');
    expect(await registered(order)).toBeUndefined();
  });

  test.each([
    ['I want to return something', 'the kettle', 'too heavy', 'no, not the kettle'],
    ['我要退货', '水壶', '太重了', '不是水壶'],
  ])('%s, %s, %s, %s: which, then, is asked again', async (start, which, why, says) => {
    const { talk, order } = await returning(start, which);
    await talk.say(why);
    expect((await talk.say(says)).text).toMatch(/^What would you like to send back|要退哪些/);
    await talk.say('yes');
    expect(await registered(order)).toBeUndefined();
  });

  test.each([
    [
      'I want to return something',
      'the kettle',
      "I'm not returning anything, do you deliver to Canada?",
      /most countries/,
      'yes',
    ],
    ['我要退货', '水壶', '我不是要退，你们能寄到加拿大吗', /加拿大|国/, '好的'],
  ])('%s, %s, %s: the return is over', async (start, which, says, answer, yes) => {
    const { talk, order } = await returning(start, which);
    const next = await talk.say(says);
    expect(next.text).toMatch(answer);
    expect(next.text).not.toMatch(/reason|原因|退货/);
    await talk.say(yes);
    expect(await registered(order)).toBeUndefined();
  });
});

describe('at the question which things', () => {
  test.each([
    ['I want to return something', 'never mind, I changed my mind'],
    ['我要退货', '算了，不想要了'],
  ])('%s, %s: the return is left', async (start, says) => {
    const { talk, order } = await returning(start, says);
    const next = await talk.say(start === '我要退货' ? '有什么茶' : 'show me tea');
    expect(next.text).not.toMatch(/send back|Which|退哪/);
    expect(await registered(order)).toBeUndefined();
  });

  test.each([
    ['I want to return something', 'everything except the kettle', 'too big', 'yes'],
    ['我要退货', '除了水壶都退', '太大了', '好的'],
    ['我要退货', '水壶留下，其他退', '太大了', '好的'],
  ])('%s, %s: the other goes back', async (start, says, reason, yes) => {
    const { talk, order } = await returning(start, says);
    await talk.say(reason);
    await talk.say(yes);
    expect((await registered(order))?.goods).toEqual(['Linen shirt']);
  });

  test('what is not the reason is none', async () => {
    const { talk } = await returning('I want to return the kettle, it is not broken', 'yes');
    expect((await talk.say('too small')).text).toMatch(/Shall I start the return\?$/);
  });
});

/** An exchange is arranged by a colleague; money that nobody asked for is never registered in its place. */
test.each([
  ['English', 0, 'wrong size, can i have 1 size bigger instead of money', 'yes do it', /colleague/],
  ['English', 0, 'could I swap it for another colour', 'yes', /colleague/],
  ['中文', 1, '能换大一码吗，不要退款', '好的', /同事|人工/],
] as const)('%s %i: “%s” registers no refund, wherever the return stands', async (_, which, asked, yes, said) => {
  const { start, all, reason } = tellings[which];
  for (const steps of [[], [reason]]) {
    const { talk, order } = await returning(start, all);
    for (const step of steps) await talk.say(step);
    expect((await talk.say(asked)).text).toMatch(said);
    const answer = await talk.say(yes);
    expect([answer.log?.intent, await registered(order)]).toEqual(['yes', undefined]);
    expect(answer.text).toMatch(said);
  }
});

test('the reason may speak of another size without asking for one', async () => {
  const { talk, order } = await returning(tellings[0].start, tellings[0].all);
  await talk.say("it's one size bigger than it should be");
  await talk.say('yes');
  expect((await registered(order))?.reason).toBe("it's one size bigger than it should be");
});
