import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order, OrderStatus } from '../../knowledge/domain/order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, openTalkingShop, type Talk, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
/** Any order with two lines; copies of it are given to whoever needs one. */
let model: Order;
let made = 0;

beforeAll(async () => {
  shop = await openTalkingShop();
  for await (const order of shop.core.stores.orders.stream()) {
    if (order.lines.filter(l => !l.gift).length > 1 && !order.deals) model = order;
  }
});
afterAll(async () => {
  await shop.close();
});

const orderFor = async (talk: Pick<Talk, 'shopper'>, status: OrderStatus): Promise<Order> => {
  made += 1;
  const { promotion: _p, offer: _o, cart: _c, ...rest } = model;
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`cancel-${made}`),
    number: `WY-${810_000 + made}`,
    shopper: talk.shopper,
    email: `buyer-${made}@example.com`,
    status,
    placedAt: new Date(shop.core.clock().getTime() - made * 1_000),
  };
  await shop.core.stores.orders.put([order]);
  return order;
};
const statusOf = async (order: Order) => (await shop.core.stores.orders.get(order.id))?.status;
let newcomers = 0;
const newcomer = () => shop.talkTo(`cancelling-${++newcomers}`);

const tellings = [
  {
    language: 'English',
    start: 'please cancel my order',
    asks: /get back all you paid: (¥[\d,.]+)\. Shall I cancel it\?$/,
    yes: 'yes',
    no: 'no',
    done: /is cancelled\. (¥[\d,.]+) goes back/,
    stopped: /Nothing was changed/,
    side: ['how long does delivery take?', /2 to 4 days/] as const,
    late: /already on its way/,
    which: /Which order/,
    where: 'where is my order?',
    button: 'Cancel order',
  },
  {
    language: '中文',
    start: '帮我取消订单',
    asks: /全额退款(¥[\d,.]+)。.*确认取消这个订单吗？$/,
    yes: '好的',
    no: '不用了',
    done: /已取消，(¥[\d,.]+)将原路退回/,
    stopped: /没有做任何更改/,
    side: ['多久能送到？', /2 到 4 天/] as const,
    late: /已经发出/,
    which: /哪一?个订单/,
    where: '我的订单到哪了？',
    button: '取消订单',
  },
];

describe.each(tellings)('cancelling an order, $language', t => {
  test.each(['placed', 'packed'] as const)('%s: the whole amount is shown, and paid back after a yes', async status => {
    const talk = await newcomer();
    const order = await orderFor(talk, status);
    const preview = await talk.say(t.start);
    expect(preview.text).toMatch(t.asks);
    expect(cardsOfType(preview, 'order').map(c => c.number)).toEqual([order.number]);
    expect(await statusOf(order)).toBe(status);
    const done = await talk.say(t.yes);
    expect(done.text).toMatch(t.done);
    expect(t.done.exec(done.text)?.[1]).toBe(t.asks.exec(preview.text)?.[1]);
    expect(await statusOf(order)).toBe('cancelled');
  });

  test('what else was cancelled is only the reason for it', async () => {
    const talk = await newcomer();
    const { number } = await orderFor(talk, 'placed');
    const says =
      t.language === 'English'
        ? `my trip got cancelled, cancel order ${number} please`
        : `婚礼已取消，帮我取消订单 ${number}`;
    expect((await talk.say(says)).text).toMatch(t.asks);
  });

  const english = t.language === 'English';
  test.each(english ? ['cancel it', "don't send it, cancel the order"] : ['确认取消', '把单子取消了'])(
    '"%s" where it is asked whether to cancel means the order',
    async says => {
      const talk = await newcomer();
      const order = await orderFor(talk, 'placed');
      await talk.say(t.start);
      await talk.say(says);
      expect(await statusOf(order)).toBe('cancelled');
    },
  );

  test.each(
    english ? ["wait no, keep it. don't cancel!!", "don't cancel the order"] : ['别取消这个订单', '先不取消了'],
  )('"%s" there leaves it as it is', async says => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'placed');
    await talk.say(t.start);
    await talk.say(says);
    expect(await statusOf(order)).toBe('placed');
  });

  test('the order’s card has a button for it while it has not left, and asks before it cancels', async () => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'packed');
    const [card] = cardsOfType(await talk.say(t.where), 'order');
    const button = card!.buttons.find(b => b.label === t.button);
    expect(button?.value).toEqual({ tap: 'cancel-order', order: order.number });
    expect((await talk.tap(button!.value)).text).toMatch(t.asks);
    expect(await statusOf(order)).toBe('packed');
    expect((await talk.say(t.yes)).text).toMatch(t.done);
    expect(await statusOf(order)).toBe('cancelled');
  });

  test.each(['shipped', 'delivered', 'cancelled'] as const)('%s: the card has no such button', async status => {
    const talk = await newcomer();
    await orderFor(talk, status);
    const [card] = cardsOfType(await talk.say(t.where), 'order');
    expect(card!.buttons.map(b => b.label)).not.toContain(t.button);
  });

  test('a no leaves the order alone', async () => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'placed');
    await talk.say(t.start);
    expect((await talk.say(t.no)).text).toMatch(t.stopped);
    expect(await statusOf(order)).toBe('placed');
  });

  test('a question on the side is answered, then the same is asked again', async () => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'placed');
    await talk.say(t.start);
    const aside = await talk.say(t.side[0]);
    expect(aside.text).toMatch(t.side[1]);
    expect(aside.text).toMatch(t.asks);
    await talk.say(t.yes);
    expect(await statusOf(order)).toBe('cancelled');
  });

  test('of several it is asked which, and the second one named is that one', async () => {
    const talk = await newcomer();
    const first = await orderFor(talk, 'placed');
    const second = await orderFor(talk, 'placed');
    const which = await talk.say(t.start);
    expect(which.text).toMatch(t.which);
    const shown = cardsOfType(which, 'order').map(c => c.number);
    await talk.say(t.language === 'English' ? 'the second one' : '第二个');
    await talk.say(t.yes);
    const chosen = shown[1] === first.number ? first : second;
    const other = chosen === first ? second : first;
    expect([await statusOf(chosen), await statusOf(other)]).toEqual(['cancelled', 'placed']);
  });

  test('what is on its way stays on its way, and that is said', async () => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'shipped');
    expect((await talk.say(t.start)).text).toMatch(t.late);
    expect(await statusOf(order)).toBe('shipped');
  });

  test('a guest proves it first; the address of somebody else opens nothing', async () => {
    const owner = await shop.talkTo();
    const order = await orderFor(owner, 'placed');
    const stranger = await shop.talkTo();
    await stranger.say(t.start);
    await stranger.say(order.number);
    await stranger.say('somebody.else@example.com');
    expect(await statusOf(order)).toBe('placed');
    const guest = await shop.talkTo();
    await guest.say(t.start);
    await guest.say(order.number);
    expect((await guest.say(order.email!)).text).toMatch(t.asks);
    await guest.say(t.yes);
    expect(await statusOf(order)).toBe('cancelled');
  });
});

test('a second yes, and the same yes from another device, cancel nothing twice', async () => {
  const talk = await newcomer();
  const order = await orderFor(talk, 'placed');
  const phone = await shop.talkTo(talk.shopper);
  await talk.say('please cancel my order');
  await phone.say('please cancel my order');
  expect((await talk.say('yes')).text).toMatch(/is cancelled/);
  expect((await phone.say('yes')).text).toMatch(/is cancelled/);
  expect(await statusOf(order)).toBe('cancelled');
});

describe('flows lie on each other', () => {
  test('an order cancelled in the middle of a return is followed by the return’s question', async () => {
    const talk = await newcomer();
    const back = await orderFor(talk, 'delivered');
    await shop.core.stores.orders.put([
      {
        ...back,
        shipment: parcel(back.placedAt, back.placedAt, back.placedAt),
      },
    ]);
    const open = await orderFor(talk, 'placed');
    await talk.say(`I want to return something from order ${back.number}`);
    expect((await talk.say('all')).text).toMatch(/reason/);
    expect((await talk.say('too small')).text).toMatch(/Shall I start the return/);
    expect((await talk.say(`first cancel my order ${open.number}`)).text).toMatch(/Shall I cancel it/);
    const resumed = await talk.say('yes');
    expect(resumed.text).toMatch(/is cancelled[\s\S]*Back to your return:[\s\S]*Shall I start the return/);
    expect((await talk.say('yes')).text).toMatch(/registered under/);
    expect(await statusOf(open)).toBe('cancelled');
  });

  test('what is not answered is asked again once, then set aside', async () => {
    const talk = await newcomer();
    await orderFor(talk, 'placed');
    await talk.say('please cancel my order');
    expect((await talk.say('which ways can I pay')).text).toMatch(/Shall I cancel it/);
    const second = await talk.say('do you ship abroad?');
    expect(second.text).toMatch(/put cancelling your order aside; nothing was changed/);
    expect((await talk.say('how long does delivery take?')).text).not.toMatch(/Shall I cancel it|aside/);
  });

  test.each([
    [
      'please cancel my order',
      'which ways can I pay',
      'how long does a refund take?',
      'do you ship abroad?',
      /Shall I cancel it/,
    ],
    ['帮我取消订单', '怎么付款', '退款多久到账？', '能寄到国外吗', /确认取消这个订单吗/],
  ])(
    '%s: what is asked about cancelling itself leaves it waiting once more than what is not',
    async (start, first, about, other, asks) => {
      const talk = await newcomer();
      const order = await orderFor(talk, 'placed');
      await talk.say(start);
      for (const says of [first, about]) expect((await talk.say(says)).text, says).toMatch(asks);
      expect((await talk.say(other)).text).toMatch(/put cancelling your order aside|先放一放/);
      expect(await statusOf(order)).toBe('placed');
    },
  );

  test('"never mind" with something else after it ends the flow and begins the other', async () => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'placed');
    await talk.say('please cancel my order');
    const next = await talk.say('never mind that. how long does delivery take?');
    expect(next.text).toMatch(/2 to 4 days/);
    expect(next.text).not.toMatch(/Shall I cancel it/);
    expect(await statusOf(order)).toBe('placed');
  });

  test('a guest who proved an order is not asked for it again', async () => {
    const talk = await shop.talkTo();
    const order = await orderFor(talk, 'placed');
    await talk.say('where is my order?');
    await talk.say(order.number);
    expect((await talk.say(order.email!)).text).toMatch(order.number);
    expect((await talk.say('please cancel my order')).text).toMatch(/Shall I cancel it/);
  });
});

test.each([
  '我下错单了，还没发货，怎么取消',
  '拍错了，怎么取消订单',
  'i ordered the wrong one, it has not shipped, how do i cancel my order',
])('"%s" is asked of the order that was placed, and nothing is left unanswered beside it', async says => {
  const talk = await newcomer();
  await orderFor(talk, 'placed');
  const { text } = await talk.say(says);
  expect(text).toMatch(/Shall I cancel it\?$|确认取消这个订单吗？$/);
  expect(text).not.toMatch(/没有查到|don't know that/);
});
