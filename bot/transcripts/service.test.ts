import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../knowledge/domain/order.ts';
import { DirectLineClient } from '../testing/direct-line-client.ts';
import { cardsOfType, openTalkingShop, type TalkingShop } from '../testing/talk.ts';
import { serve } from '../testing/test-web.ts';

let shop: TalkingShop;
/** A delivered order that can still go back, with two lines or more, and one still on its way. */
let returnable: Order;
let travelling: Order;

beforeAll(async () => {
  shop = await openTalkingShop();
  const { stores, clock, catalogue } = shop.core;
  const since = clock().getTime() - catalogue.view.shop.returnDays * 86_400_000;
  for await (const order of stores.orders.stream()) {
    if (order.status === 'shipped') travelling = order;
    const delivered = order.shipment?.deliveredAt?.getTime() ?? 0;
    if (order.status === 'delivered' && delivered > since && order.lines.filter(l => !l.gift).length > 1)
      returnable = order;
  }
});

afterAll(async () => {
  await shop.close();
});

describe('questions are answered from the shop’s own pages', () => {
  const rows: [says: string, topic: RegExp][] = [
    ['How long do I have to send something back?', /return/],
    ['which ways can I pay', /pay/],
    ['do you ship abroad?', /international|delivery|shipping/],
    ['how long does delivery take?', /deliver|ship/],
    ['多久能送到?', /deliver|ship/],
    ['可以用支付宝付款吗?', /pay|alipay/],
    ['退货期限是几天?', /return/],
  ];
  test.each(rows)('%s', async (says, topic) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    const [source] = cardsOfType(answer, 'source');
    expect(source, answer.text).toBeDefined();
    expect(source!.url).toMatch(topic);
    expect(answer.text.length).toBeGreaterThan(20);
    expect(/\p{Script=Han}/u.test(answer.text)).toBe(/\p{Script=Han}/u.test(says));
  });

  test.each([
    'what is the capital of France?',
    'who won the world cup in 1998',
    '98年世界杯是谁赢了',
    '今天天气怎么样?',
  ])('what it does not know it says it does not know: %s', async says => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    expect(answer.text).toMatch(/don't know|didn't quite get|can't help with|没有查到|没太明白|帮不上/);
  });
});

describe('orders', () => {
  test('a signed-in shopper sees the latest orders as cards', async () => {
    const talk = await shop.talkTo(travelling.shopper);
    const answer = await talk.say("where's my order?");
    expect(cardsOfType(answer, 'order').length).toBeGreaterThan(0);
    expect(cardsOfType(answer, 'order').length).toBeLessThanOrEqual(3);
  });

  test('a guest proves an order with number and e-mail', async () => {
    const talk = await shop.talkTo();
    expect((await talk.say('where is my order')).text).toMatch(/order number/i);
    expect((await talk.say(travelling.number)).text).toMatch(/e-mail/i);
    const answer = await talk.say(travelling.email!);
    expect(cardsOfType(answer, 'order').map(c => c.number)).toEqual([travelling.number]);
  });

  test('a wrong e-mail is refused in the same words as an unknown number', async () => {
    const wrong = await shop.talkTo();
    await wrong.say('where is my order');
    await wrong.say(travelling.number);
    const wrongAnswer = await wrong.say('somebody.else@example.com');
    const unknown = await shop.talkTo();
    await unknown.say('where is my order');
    await unknown.say(travelling.number.replace(/\d+/, '99999999'));
    const unknownAnswer = await unknown.say('somebody.else@example.com');
    expect(wrongAnswer.text).toBe(unknownAnswer.text);
    expect(cardsOfType(wrongAnswer, 'order')).toEqual([]);
  });

  test.each([
    ['where is my order', 'oh sorry its '],
    ['我的快递到哪了', '邮箱写错了 是 '],
  ])('an e-mail that is put right finds the order: %s', async (asks, sorry) => {
    const talk = await shop.talkTo();
    await talk.say(asks);
    await talk.say(travelling.number);
    await talk.say('somebody.else@example.com');
    const answer = await talk.say(`${sorry}${travelling.email!}`);
    expect(cardsOfType(answer, 'order').map(c => c.number)).toEqual([travelling.number]);
    const [other, late] = [await shop.talkTo(), `${sorry}${travelling.email!}`];
    for (const text of [asks, travelling.number, 'somebody.else@example.com', 'hand cream']) await other.say(text);
    expect(cardsOfType(await other.say(late), 'order')).toEqual([]);
  });

  test.each([
    ['我的快递到哪了', '订单号找不到了，邮件删了', /没有订单号/],
    ['我的快递到哪了', '邮件被我删了', /没有订单号/],
    ['where is my parcel', "sorry i can't find the number", /Without the number/],
    ['where is my parcel', "i can't find my size", /order number/],
  ])('who has no number: %s, %s', async (asks, told, hears) => {
    const talk = await shop.talkTo();
    await talk.say(asks);
    const { text } = await talk.say(told);
    expect(text).toMatch(hears);
    expect(text).not.toMatch(/购物车/);
  });

  test('another shopper’s order is not shown to somebody signed in', async () => {
    const stranger = (await shop.core.stores.shoppers.sample(20)).find(s => s.id !== travelling.shopper)!;
    const talk = await shop.talkTo(stranger.id);
    const answer = await talk.say(`where is order ${travelling.number}`);
    expect(cardsOfType(answer, 'order').map(c => c.number)).not.toContain(travelling.number);
  });
});

describe('a return', () => {
  test('goes from order to refund, answers a side question in between, and comes back to the same step', async () => {
    const talk = await shop.talkTo(returnable.shopper);
    const started = await talk.say(`I want to return something from order ${returnable.number}`);
    expect(started.text).toContain('send back');
    const aside = await talk.say('how long does delivery take?');
    expect(cardsOfType(aside, 'source').length).toBeGreaterThan(0);
    expect(aside.text).toContain('send back');
    expect((await talk.say('the first one')).text).toMatch(/reason/i);
    const preview = await talk.say('too small');
    const [refund] = cardsOfType(preview, 'refund');
    const line = returnable.lines.find(l => !l.gift)!;
    expect(refund!.refundMinor).toBeLessThanOrEqual(returnable.total.minor);
    expect(refund!.refundMinor).toBe(line.paid.minor);
    expect(await shop.core.stores.returns.ofOrder(returnable.id)).toEqual([]);
    const done = await talk.say('yes');
    expect(done.text).toContain(`R-${returnable.number}-1`);
    expect(await shop.core.stores.returns.ofOrder(returnable.id)).toHaveLength(1);
  });

  test('cancelled half-way leaves nothing behind', async () => {
    const talk = await shop.talkTo(returnable.shopper);
    const before = await shop.core.stores.returns.ofOrder(returnable.id);
    await talk.say(`return order ${returnable.number}`);
    expect((await talk.say('cancel')).text).toMatch(/stopped|nothing was changed/i);
    expect(await shop.core.stores.returns.ofOrder(returnable.id)).toEqual(before);
    expect((await talk.say('thanks')).text).toMatch(/welcome/i);
  });

  test('of what has not arrived is refused with the reason', async () => {
    const talk = await shop.talkTo(travelling.shopper);
    expect((await talk.say(`I'd like to return order ${travelling.number}`)).text).toMatch(/hasn't been delivered/);
  });

  test('works in Chinese', async () => {
    const talk = await shop.talkTo(returnable.shopper);
    expect((await talk.say(`我要退货，订单号${returnable.number}`)).text).toMatch(/退|原因/);
    expect((await talk.say('取消')).text).toContain('已停止');
  });
});

describe('a person', () => {
  test('can be asked for at any time, tells the position, and gives the bot back on cancel', async () => {
    const first = await shop.talkTo();
    const second = await shop.talkTo();
    expect((await first.say('I want to talk to a real person please')).text).toMatch(/next in line|number \d+ in line/);
    expect((await second.say('转人工')).text).toMatch(/第\d+位|第一位/);
    expect((await second.say('有人吗')).text).toMatch(/排在第\d+位/);
    expect((await second.say('取消')).text).toContain('已退出排队');
    expect((await second.say('你好')).text).toMatch(/您好|欢迎/);
    expect((await first.say('cancel')).text).toMatch(/no longer in the queue/);
  });

  test('is one tap away when somebody complains, and nothing is sold meanwhile', async () => {
    const talk = await shop.talkTo();
    const answer = await talk.say('this is ridiculous, my parcel is broken and nobody helps me');
    expect(answer.text).toMatch(/sorry/i);
    expect(answer.suggestions.join()).toMatch(/person/i);
    const after = await talk.say('show me some bags');
    expect(cardsOfType(after, 'offer')).toEqual([]);
  });
});

describe('whatever is typed is answered', () => {
  const rows = [
    '',
    '   ',
    '🙂🙂🙂',
    '<script>alert(1)</script>',
    'مرحبا كيف حالك',
    'a'.repeat(10_000),
    '?',
    '\u0000\u0001',
    '{"$gt":""}',
  ];
  test.each(rows.map(r => [r.slice(0, 20), r]))('%j', async (_shown, says) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    if (says.trim() === '') expect(answer.text).toBe('');
    else expect(answer.text.length).toBeGreaterThan(0);
    if (says.length > 2_000) expect(answer.text).toMatch(/only the beginning/);
  });
});

test('over the web too, a shopper whose long message was cut is told so', async () => {
  const web = await serve(shop.core);
  try {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    const { body } = await client.say('where is my order '.repeat(600));
    const answer = await stream.until(a => a.type === 'message' && a.replyToId === body.id);
    expect(answer.text).toMatch(/only the beginning/);
    stream.close();
  } finally {
    await web.close();
  }
});
