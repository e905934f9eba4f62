import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import { openTalkingShop, type Talk, type TalkingShop } from '../testing/talk.ts';

/** Moves of a talk that name nothing are made to what was told or asked last. */
let shop: TalkingShop;
let model: Order;
let made = 0;

beforeAll(async () => {
  shop = await openTalkingShop();
  for await (const order of shop.core.stores.orders.stream()) {
    if (order.lines.filter(l => !l.gift).length > 1 && !order.deals) model = order;
  }
}, 240_000);
afterAll(async () => {
  await shop.close();
});

const withOrder = async (): Promise<{ talk: Talk; order: Order }> => {
  made += 1;
  const talk = await shop.talkTo(`moves-${made}`);
  const { promotion: _p, offer: _o, cart: _c, ...rest } = model;
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`moves-${made}`),
    number: `WY-${830_000 + made}`,
    shopper: talk.shopper,
    status: 'placed',
    placedAt: new Date(shop.core.clock().getTime() - 3_600_000),
  };
  await shop.core.stores.orders.put([order]);
  return { talk, order };
};
const statusOf = async (order: Order) => (await shop.core.stores.orders.get(order.id))?.status;
const cartOf = async ({ shopper }: Talk) => (await shop.core.stores.carts.ofShopper(shopper))?.lines ?? [];
const heard = async (messages: readonly string[], talk?: Talk) => {
  const to = talk ?? (await shop.talkTo());
  let last = await to.say(messages[0]!);
  for (const message of messages.slice(1)) last = await to.say(message);
  return { ...last, talk: to };
};

describe('who is not sure has nothing done', () => {
  test.each<[string[], RegExp]>([
    [['I want to cancel my order', 'hm, not sure'], /not cancelled/],
    [['I want to cancel my order', 'not sure yet'], /not cancelled/],
    [['I want to cancel my order', "thanks, that's all"], /not cancelled.*Goodbye/],
    [['我要取消订单', '嗯，再想想'], /没有取消/],
    [['我要取消订单', '谢谢，没别的了'], /没有取消.*再见/],
  ])('%j', async (messages, says) => {
    const { talk, order } = await withOrder();
    const { text } = await heard(messages, talk);
    expect(text).toMatch(says);
    expect(text).toContain(order.number);
    expect(await statusOf(order)).toBe('placed');
    // The question is no longer open.
    await talk.say(messages[0]!.startsWith('我') ? '好的' : 'yes');
    expect(await statusOf(order)).toBe('placed');
  });

  test.each<[string[], RegExp]>([
    [['buy the same as last time again', 'hm, not sure'], /nothing of it is in your cart/],
    [['buy the same as last time again', 'not sure'], /nothing of it is in your cart/],
    [['上次买的再来一份', '嗯，再想想'], /还没有放进购物车/],
  ])('%j', async (messages, says) => {
    const { talk } = await withOrder();
    expect((await heard(messages, talk)).text).toMatch(says);
    expect(await cartOf(talk)).toEqual([]);
  });
});

describe('a question that waits is explained, and asked again', () => {
  test.each<[string[], RegExp]>([
    [['I want to cancel my order', 'why?'], /can't be brought back.*Shall I cancel it/s],
    [['I want to cancel my order', 'what do you mean?'], /if you say yes, order WY-.*Shall I cancel it/s],
    [['I want to cancel my order', 'ok and what now?'], /Say yes and order WY-.*Shall I cancel it/s],
    [['我要取消订单', '为什么'], /不能恢复.*确认取消/s],
    [['我要取消订单', '什么意思'], /您说“好”，订单 WY-.*确认取消/s],
    [['我要取消订单', '然后呢'], /您说“好”，订单 WY-.*确认取消/s],
  ])('%j', async (messages, says) => {
    const { talk, order } = await withOrder();
    expect((await heard(messages, talk)).text).toMatch(says);
    expect(await statusOf(order)).toBe('placed');
  });

  test.each<[string[], RegExp]>([
    [['where is my order?', 'why?'], /without its number.*order number/s],
    [['where is my order?', 'what do you mean?'], /the e-mail that confirmed it/],
    [['where is my order?', 'no'], /colleague/],
    [['where is my order?', "thanks, that's all"], /Goodbye/],
    [['我的订单到哪了', '为什么'], /没有登录.*订单号/s],
    [['我的订单到哪了', '不要'], /同事/],
    [['我的订单到哪了', '谢谢，没别的了'], /再见/],
  ])('%j', async (messages, says) => {
    expect((await heard(messages)).text).toMatch(says);
  });
});

describe('what was told is explained, of the thing it was told of', () => {
  test.each<[string[], RegExp]>([
    [['waterproof running shoes', 'why?'], /You asked for: waterproof, running shoes. (?:All \d are|This one is)/],
    [['waterproof running shoes', 'what do you mean?'], /I found (?:\d|one) things? that fits? what you asked for/],
    [['waterproof running shoes', 'ok and what now?'], /Say (?:a number|“add it”)/],
    [
      ['waterproof running shoes', "wrong, that's not what I asked"],
      /I took it as a search \(waterproof, running shoes\)/,
    ],
    [['recommend something', 'why?'], /what others buy most/],
    [['do you have surfboards?', 'why?'], /“surfboards” isn't in our range/],
    [['do you have surfboards?', "wrong, that's not what I asked"], /a search for “surfboards”/],
    [['how long do I have to return something?', 'what do you mean?'], /The day of delivery counts as day zero/],
    [['how long do I have to return something?', 'ok and what now?'], /I want to return something/],
    [['how long do I have to return something?', "that's not what I asked"], /I took it as a question that our page/],
    [['防水跑鞋', '为什么'], /因为您要的是防水、跑鞋/],
    [['防水跑鞋', '什么意思'], /符合“防水、跑鞋”/],
    [['防水跑鞋', '然后呢'], /购物车/],
    [['防水跑鞋', '不对，我问的不是这个'], /我理解成要找“防水、跑鞋”/],
    [['推荐点东西', '为什么'], /大家买得最多/],
    [['有冲浪板吗', '什么意思'], /没有“冲浪板”/],
    [['多久之内可以退货', '什么意思'], /签收当天算第 0 天/],
    [['多久之内可以退货', '然后呢'], /我要退货/],
    [['why?'], /Why what/],
    [['为什么'], /哪件事/],
  ])('%j', async (messages, says) => {
    const { text } = await heard(messages);
    expect(text).toMatch(says);
    expect(text).not.toMatch(/haven't made you an offer|没有给过您优惠|Which product do you mean/);
  });

  test('an order by its status, and no figure but its own', async () => {
    const { talk, order } = await withOrder();
    expect((await heard(['show my orders', 'why?'], talk)).text).toMatch(
      /is waiting to be packed: it has not left us yet/,
    );
    expect((await talk.say('what do you mean?')).text).toContain(order.number);
    expect((await talk.say('ok and what now?')).text).toMatch(/Until it leaves it can be cancelled/);
  });
});

describe('what is in the cart stays there until it is said for certain', () => {
  test.each<[string, string, string, RegExp, RegExp]>([
    ['a thermos', 'add the first one', 'no', /Shall I take the .* out of your cart again/, /out of your cart/],
    ['保温杯', '要第一个', '不要', /要把.*从购物车里拿掉吗/, /从购物车移除/],
  ])('%s, %s, %s', async (wish, adds, refuses, asks, done) => {
    const { text, talk } = await heard([wish, adds, refuses]);
    expect(text).toMatch(asks);
    expect(await cartOf(talk)).toHaveLength(1);
    expect((await talk.say(wish === '保温杯' ? '好的' : 'yes')).text).toMatch(done);
    expect(await cartOf(talk)).toEqual([]);
  });

  test.each<[string[], RegExp]>([
    [['a thermos', 'add the first one', 'never mind'], /stays in your cart \(¥\d+, delivery included\)/],
    [['a thermos', 'add the first one', "thanks, that's all"], /You're welcome! Your cart \(one thing, ¥\d+/],
    [['a thermos', 'add the first one', 'what do you mean?'], /Nothing is ordered yet; in all you'd pay ¥\d+/],
    [['a thermos', 'add the first one', 'ok and what now?'], /choose “Check out”: you pay ¥\d+/],
    [['保温杯', '要第一个', '算了'], /留在购物车里，含运费共¥\d+/],
    [['保温杯', '要第一个', '谢谢，没别的了'], /不客气！购物车（1件，含运费共¥\d+）/],
    [['保温杯', '要第一个', '什么意思'], /还没有下单，含运费共¥\d+/],
    [['保温杯', '要第一个', '然后呢'], /结算.*¥\d+/],
  ])('%j', async (messages, says) => {
    const { text, talk } = await heard(messages);
    expect(text).toMatch(says);
    expect(await cartOf(talk)).toHaveLength(1);
  });
});

describe('a yes to goods is no order, and a no turns them down', () => {
  test.each<[string[], RegExp]>([
    [['waterproof running shoes', 'yes'], /Which one would you like|Shall I put the/],
    [['a thermos', 'yes'], /Shall I put the .* \(¥\d+\) in your cart/],
    [['a thermos', 'no'], /what should be different/],
    [['防水跑鞋', '好的'], /要哪一款|放进购物车吗/],
    [['保温杯', '好的'], /要把.*（¥\d+）放进购物车吗/],
    [['保温杯', '不要'], /想换成什么样/],
  ])('%j', async (messages, says) => {
    const { text, talk } = await heard(messages);
    expect(text).toMatch(says);
    expect(await cartOf(talk)).toEqual([]);
  });

  test.each([
    ['a thermos', 'yes'],
    ['保温杯', '好的'],
  ])('%s, and %s twice, puts it in', async (wish, yes) => {
    const { talk } = await heard([wish, yes, yes]);
    expect(await cartOf(talk)).toHaveLength(1);
  });
});

describe('a fresh start drops the search and keeps the cart', () => {
  test.each<[string[], RegExp]>([
    [
      ['a thermos', 'add the first one', 'waterproof running shoes', 'start over'],
      /your search \(.*running shoes.*\) is forgotten. Your cart stays/,
    ],
    [['保温杯', '要第一个', '防水跑鞋', '重新来'], /重新开始，“.*跑鞋.*”不再找了。购物车还在/],
  ])('%j', async (messages, says) => {
    const { text, talk } = await heard(messages);
    expect(text).toMatch(says);
    expect(await cartOf(talk)).toHaveLength(1);
    // What is looked for next is no longer a running shoe.
    const { cards } = await talk.say(messages[0] === 'a thermos' ? 'something under 60' : '60以内的');
    expect(cards.some(card => card.type === 'product' && /running shoe|跑鞋/.test(card.name))).toBe(false);
  });
});
