/** A signed-in customer's own orders: which one is meant, when it comes, where its refund is, and who takes up what the chat cannot do. */
import { describe, expect, test } from 'vitest';
import { asId, type OrderId, type ReturnId } from '../../knowledge/domain/ids.ts';
import type { Order, ReturnRequest } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { type Answer, cardsOfType, lastOf, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
/** Any order of one thing, of which those here are made. */
const model = modelOrder(shop);
let made = 0;

const day = (days: number): Date => new Date(shop.core.clock().getTime() + days * 86_400_000);

interface Placed {
  readonly status: Order['status'];
  readonly daysAgo?: number;
  /** Paid, in minor units. */
  readonly paid?: number;
}

/** A shopper with such orders, newest first. */
const withOrders = async (...placed: readonly Placed[]): Promise<{ talk: Talk; orders: Order[] }> => {
  made += 1;
  const talk = await shop.talkTo(`own-orders-${made}`);
  const { shipment: _s, ...rest } = model.order;
  const orders = placed.map(({ status, daysAgo = 6, paid }, i): Order => {
    const isSent = status === 'shipped' || status === 'delivered';
    return {
      ...rest,
      id: asId<OrderId>(`own-orders-${made}-${i}`),
      number: `WY-${840_000 + made * 10 + i}`,
      shopper: talk.shopper,
      status,
      placedAt: day(-daysAgo),
      ...(paid === undefined ? {} : { total: { ...rest.total, minor: paid } }),
      ...(isSent
        ? {
            shipment: parcel(
              day(1 - daysAgo),
              day(status === 'shipped' ? 1 : 4 - daysAgo),
              status === 'delivered' ? day(4 - daysAgo) : undefined,
            ),
          }
        : {}),
    };
  });
  await shop.core.stores.orders.put(orders);
  return { talk, orders };
};

const registered = async (order: Order, status: ReturnRequest['status']): Promise<ReturnRequest> => {
  const request: ReturnRequest = {
    id: asId<ReturnId>(`return-of-${order.id}`),
    order: order.id,
    shopper: order.shopper,
    lines: order.lines.map(({ product, quantity }) => ({ product, quantity })),
    reason: 'too small',
    refund: order.total,
    status,
    requestedAt: day(-2),
  };
  await shop.core.stores.returns.insert(request);
  return request;
};

/** The last answer of a conversation. */
const ordersIn = (answer: Answer): string[] => cardsOfType(answer, 'order').map(({ number }) => number);

describe('an order that was told of is named by what was paid for it', () => {
  test.each([
    ['我想看看我之前买过啥', '那双1605的单子里都有啥'],
    ['我的订单', '1605块的那个订单'],
    ['what have I bought before?', 'what was in the 1605 one?'],
    ['show me my orders', 'and the order for ¥1,605'],
  ])('%s, %s', async (...says) => {
    const { talk, orders } = await withOrders(
      { status: 'delivered', paid: 9_900 },
      { status: 'delivered', daysAgo: 9, paid: 160_500 },
    );
    const answer = await lastOf(talk, says);
    expect(ordersIn(answer)).toEqual([orders[1]!.number]);
  });

  test('and none that was paid so much is no other one', async () => {
    const { talk, orders } = await withOrders(
      { status: 'delivered', paid: 9_900 },
      { status: 'delivered', daysAgo: 9, paid: 200 },
    );
    expect(ordersIn(await lastOf(talk, ['我的订单', '那个1605的单子']))).toEqual(orders.map(o => o.number));
  });
});

test.each([
  ['i want to return something', 'hmm wait, no. keep it'],
  ['i want to return something', "actually no, i'll keep it"],
  ['我要退货', '等等 还是留着吧'],
])('what was bought is kept after all: %s, %s', async (begins, keeps) => {
  const { talk } = await withOrders({ status: 'delivered' });
  expect((await lastOf(talk, [begins, keeps])).text).toMatch(/Nothing was changed|没有做任何更改/);
});

describe('an order that is not the one meant', () => {
  test.each([
    ['my orders', 'not that one'],
    ['我的订单', '不是这单'],
  ])('%s, %s: the other is told', async (asks, denies) => {
    const { talk, orders } = await withOrders(
      { status: 'delivered', daysAgo: 5 },
      { status: 'delivered', daysAgo: 45 },
    );
    expect((await lastOf(talk, [asks, denies])).text).toContain(orders[1]!.number);
  });

  test.each([
    ['where is my parcel', "that's not it. i'm waiting for something newer", /no newer order on this account/],
    ['我的快递到哪了', '不是这个，我还有一单更新的', /没有更新的订单/],
  ])('%s, %s: there is no newer one', async (asks, says, hears) => {
    const { talk } = await withOrders({ status: 'delivered', daysAgo: 5 });
    expect((await lastOf(talk, [asks, says])).text).toMatch(hears);
  });
});

describe('an order is meant by the month in which it was bought', () => {
  test.each([
    ['上次买的那个东西我想退', '不是这个 是9月还是10月买的那个'],
    ['my orders', 'the one I bought in September or October'],
  ])('%s, %s', async (...says) => {
    const { talk, orders } = await withOrders(
      { status: 'delivered', daysAgo: 5 },
      { status: 'delivered', daysAgo: 45 },
      { status: 'delivered', daysAgo: 70 },
      { status: 'delivered', daysAgo: 120 },
    );
    expect(ordersIn(await lastOf(talk, says))).toEqual([orders[1]!.number, orders[2]!.number]);
  });
});

describe('when an order comes is its own day', () => {
  test.each([
    [['那个单大概啥时候到'], /预计11月25日前送到/],
    [
      ['帮我把最近那单取消了 买错了', '那怎么退 运费谁出', '行吧 那我先不退了 那个单大概啥时候到'],
      /预计11月25日前送到/,
    ],
    [['我的快递到哪了', '到底几号能收到'], /预计11月25日前送到/],
    [['cancel my last order please', 'which day exactly will I get it'], /expected by 25 Nov/],
    [['ok leave it, when will that order arrive'], /expected by 25 Nov/],
  ])('%s', async (says, expected) => {
    const { talk, orders } = await withOrders({ status: 'shipped' }, { status: 'delivered', daysAgo: 30 });
    const answer = await lastOf(talk, says);
    expect(answer.text).toMatch(expected);
    expect(ordersIn(answer)).toEqual([orders[0]!.number]);
  });

  test('goods that the shop waits for are no order', async () => {
    const { talk } = await withOrders({ status: 'shipped' });
    expect((await lastOf(talk, ['我的快递到哪了', '单肩包什么时候到货'])).text).not.toMatch(/预计11月25日/);
  });

  test.each([
    ['那个单大概啥时候到', /2 到 4 天/],
    ['when will my order arrive', /2 to 4 days/],
  ])('%s: of one that was not sent yet it is how long it takes', async (says, expected) => {
    const { talk, orders } = await withOrders({ status: 'packed', daysAgo: 1 });
    const answer = await talk.say(says);
    expect(answer.text).toContain(orders[0]!.number);
    expect(answer.text).toMatch(expected);
  });
});

describe('the refund that is asked about is that of the shopper’s own return', () => {
  const asking = [
    '我那个退款咋还没到账',
    '帮我查下退款到哪步了',
    'where’s my refund, it hasn’t arrived',
    'check what stage my refund is at',
  ];

  test.each(asking)('%s: nothing comes back', async says => {
    const { talk } = await withOrders({ status: 'delivered' });
    const answer = await talk.say(says);
    expect(answer.text).toMatch(/没有登记过退货|No return is registered/);
    expect(answer.text).toMatch(/3 个工作日|3 working days/);
  });

  test.each(asking)('%s: it is on its way', async says => {
    const { talk, orders } = await withOrders({ status: 'delivered' }, { status: 'delivered', daysAgo: 12 });
    const { id } = await registered(orders[1]!, 'received');
    const answer = await talk.say(says);
    expect(answer.text).toMatch(/正在退款|is being refunded/);
    expect(answer.text).toContain(id);
    expect(ordersIn(answer)).toEqual([orders[1]!.number]);
  });

  test('how long refunds take remains a question about the rule', async () => {
    const { talk } = await withOrders({ status: 'delivered' });
    const answer = await talk.say('退款一般多久到账');
    expect(answer.text).toMatch(/3 个工作日/);
    expect(answer.text).not.toMatch(/登记/);
  });

  test('a guest’s question looks nothing up', async () => {
    const answer = await (await shop.talkTo()).say('where is my refund');
    expect(answer.text).toMatch(/3 working days/);
    expect(answer.text).not.toMatch(/registered/);
  });
});

const isQueued = (answer: Answer): boolean => /已为您呼叫人工客服|asked a colleague to take over/.test(answer.text);

describe('whoever was offered a person gets one', () => {
  test.each([
    ['我咋没收到 显示送达了但是我家门口没有', '行 那帮我转吧'],
    ['显示送达了但是我没收到 你们给我补发', '好的 转吧'],
    ['你们这服务太差了', '转一下'],
    ['I want to complain', 'ok, put me through then'],
    ['I want to complain', 'yes please, connect me'],
    ['无语 你们家客服态度也太差了 上次说好补发到现在没动静', '快一个礼拜了 你们给个说法'],
    ['无语 你们家客服态度也太差了 上次说好补发到现在没动静', '别老道歉了 到底给不给补发'],
    [
      'Your support is awful, you promised a replacement and nothing has come',
      'it’s been a week, I want an explanation',
    ],
    ['I want to complain', 'stop apologising, will you send the replacement or not'],
  ])('%s, %s', async (first, second) => {
    const { talk } = await withOrders({ status: 'delivered' });
    expect(isQueued(await talk.say(first))).toBe(false);
    expect(isQueued(await talk.say(second))).toBe(true);
  });

  test.each(['我转转看', 'give me one'])('%s asks for none', async says => {
    expect(isQueued(await (await shop.talkTo()).say(says))).toBe(false);
  });
});

describe('an exchange of what was bought is told of with its line and taken up by a person', () => {
  const registersNone = async (orders: readonly Order[]): Promise<void> => {
    for (const { id } of orders) expect(await shop.core.stores.returns.ofOrder(id)).toEqual([]);
  };

  test.each([
    [['我上礼拜买的鞋大了 能换小一码吗', '那帮我换吧 37换36'], /36码/, '好的'],
    [['订单里那双跑鞋 换36码'], /36码/, '好的'],
    [
      ['the shoes I bought last week are too big, can I get a size smaller', 'please exchange it, 37 for 36'],
      /size 36/,
      'yes',
    ],
    [['the running shoes in my order, change to size 36'], /size 36/, 'yes'],
  ])('%s', async (says, size, yes) => {
    const { talk, orders } = await withOrders({ status: 'delivered' });
    const [order] = orders;
    const shoes = {
      ...order!.lines[0]!,
      size: '37',
      title: { en: 'Tern 2 running shoes, slate', zh: '燕鸥2 跑鞋 石板灰' },
    };
    await shop.core.stores.orders.put([{ ...order!, lines: [shoes] }]);
    const answer = await lastOf(talk, says);
    expect(answer.text).toContain(order!.number);
    expect(answer.text).toMatch(/跑鞋|running shoes/);
    expect(answer.text).toMatch(size);
    expect(answer.text).toMatch(/同事|colleague/);
    expect(isQueued(await talk.say(yes))).toBe(true);
    await registersNone(orders);
  });

  test('what was bought too long ago is told so, and not the rule as well', async () => {
    const { talk } = await withOrders({ status: 'delivered', daysAgo: 60 });
    const answer = await talk.say('我买的那双鞋 帮我换货 换36码');
    expect(answer.text).not.toMatch(/免费换|换36码/);
  });

  test('what the page says of exchanges comes first where it was not told yet', async () => {
    const { talk } = await withOrders({ status: 'delivered' });
    expect((await talk.say('我买的那双鞋 帮我换货 换36码')).text).toMatch(/30 天内免费换[\s\S]*换36码/);
  });

  test.each(['帮我换一批看看', '换36码的看看', 'change it to size 36 in my cart'])(
    '%s exchanges nothing',
    async says => {
      const talk = await shop.talkTo();
      await talk.say('running shoes');
      expect((await talk.say(says)).text).not.toMatch(/换货由同事|arranged by a colleague/);
    },
  );
});

describe('another order is pointed at by the one that was told', () => {
  const three = () =>
    withOrders(
      { status: 'delivered', daysAgo: 6 },
      { status: 'delivered', daysAgo: 12 },
      { status: 'delivered', daysAgo: 60 },
    );

  test.each([
    ['show my orders', 'what about the one before that'],
    ['查下订单', '再前面那单呢'],
  ])('%s, %s', async (first, next) => {
    const { talk, orders } = await three();
    await talk.say(first);
    const answer = await talk.say(next);
    expect(answer.text).toContain(orders[1]!.number);
    expect(answer.text).not.toContain(orders[0]!.number);
  });

  test.each([
    ['show my orders', 'can the one before that still go back?'],
    ['查下订单', '再前面那单还能退吗'],
  ])('whether it can still go back: %s, %s', async (first, next) => {
    const { talk, orders } = await three();
    await talk.say(first);
    expect((await talk.say(next)).text).toContain(orders[1]!.number);
  });

  test.each([
    ['cancel my order', 'no not that one. i placed one yesterday', 'ok return that one then'],
    ['取消订单', '不是这个 我昨天下的那单', '那退这单吧'],
  ])('%s, %s, %s', async (first, second, third) => {
    const { talk, orders } = await withOrders({ status: 'delivered', daysAgo: 6 });
    expect((await talk.say(first)).text).toContain(orders[0]!.number);
    expect((await talk.say(second)).text).toMatch(/no order then|没有下过单/);
    expect((await talk.say(third)).text).toContain(orders[0]!.number);
  });

  test.each([
    ['show my orders', 'show me mugs'],
    ['查下订单', '想买双跑鞋'],
  ])('and goods are no order: %s, %s', async (first, next) => {
    const { talk } = await three();
    await talk.say(first);
    expect(cardsOfType(await talk.say(next), 'product').length).toBeGreaterThan(0);
  });
});

describe('a parcel that never came is a matter of its order, and no return', () => {
  test.each([
    ['my parcel says delivered but i never got it', "i'd like my money back please", /money back, for order/],
    ['显示签收了我没收到', '邻居和快递柜都问过了 你给我退款吧', /退款的要求我会转达/],
    ['显示签收了我没收到', '给我补发吧', /补发的要求我会转达/],
  ])('%s, %s', async (first, next, told) => {
    const { talk, orders } = await withOrders({ status: 'delivered' });
    expect((await talk.say(first)).text).toContain(orders[0]!.number);
    const answer = await talk.say(next);
    expect(answer.text).toMatch(told);
    expect(answer.text).toContain(orders[0]!.number);
    expect(answer.text).not.toMatch(/reason|退货原因/);
  });
});

test.each(['can I change the address on my order? I moved', '我昨天下的单能改地址吗 地址填错了'])(
  'what is there already has no address to change: %s',
  async says => {
    const { talk } = await withOrders({ status: 'delivered' });
    expect((await talk.say(says)).text).toMatch(/on its way any more|没有还在路上的订单/);
  },
);

test.each(["which orders of mine haven't shipped yet?"])('%s', async says => {
  const { talk } = await withOrders({ status: 'delivered' });
  expect((await talk.say(says)).text).toMatch(/on its way any more|没有还在路上的订单/);
});

describe('of an order that was told', () => {
  test.each([
    ['show my orders', 'why was the second one cancelled, I did not do that'],
    ['show my orders', 'who cancelled it'],
    ['查下订单', '第二单是谁取消的啊，我没取消过'],
    ['查下订单', '我的订单怎么取消了'],
  ])('who called it off is not known: %s, %s', async (first, next) => {
    const { talk, orders } = await withOrders({ status: 'delivered' }, { status: 'cancelled', daysAgo: 12 });
    await talk.say(first);
    const answer = await talk.say(next);
    expect(answer.text).toContain(orders[1]!.number);
    expect(answer.text).toMatch(/won't guess|没有查到/);
  });
  test.each(['how do i cancel an order', '订单怎么取消'])('and how it is done is a rule: %s', async says => {
    const { talk } = await withOrders({ status: 'cancelled' });
    expect((await talk.say(says)).text).not.toMatch(/I won't guess|没有查到/);
  });

  test.each([
    ['show my orders', 'it came with a stain, i want my money back'],
    ['show my orders', 'it is stained. refund'],
    ['查下订单', '这个有污渍 我要退款'],
  ])('it goes back: %s, %s', async (first, next) => {
    const { talk, orders } = await withOrders({ status: 'delivered' });
    await talk.say(first);
    expect((await talk.say(next)).text).toContain(orders[0]!.number);
  });

  test.each([
    ['i want to return something', 'nothing broke! it NEVER CAME'],
    ['我要退货', '根本没收到货'],
  ])('that it never came is no return: %s, %s', async (first, next) => {
    const { talk, orders } = await withOrders({ status: 'delivered', daysAgo: 70 });
    await talk.say(first);
    const answer = await talk.say(next);
    expect(answer.text).toMatch(/trace|查/);
    expect(answer.text).toContain(orders[0]!.number);
  });
});

test.each(['i want to return what i bought', '买的东西不喜欢想退'])(
  'of what was called off and what was delivered the latter is to go back: %s',
  async says => {
    const { talk, orders } = await withOrders(
      { status: 'cancelled', daysAgo: 6 },
      { status: 'delivered', daysAgo: 70 },
    );
    expect((await talk.say(says)).text).toContain(orders[1]!.number);
  },
);

test.each(['which orders have i got open', 'do i have any open orders', 'my pending orders'])('%s', async says => {
  const { talk, orders } = await withOrders({ status: 'packed' });
  expect(cardsOfType(await talk.say(says), 'order').map(card => card.number)).toContain(orders[0]!.number);
});

test.each(['yes please get someone', 'ok get me a colleague', 'alright who do I call', 'who can i talk to about this'])(
  '"%s" calls a person',
  async says => {
    const talk = await shop.talkTo();
    expect((await talk.say(says)).text).toMatch(/asked a colleague/);
  },
);
test.each(['who made this', 'who do you ship with'])('"%s" calls nobody', async says => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).text).not.toMatch(/asked a colleague/);
});

describe('of two that could go back the last order is the newest', () => {
  test.each(['i want to return my last order', '上次买的要退货', '最近一单不想要了，帮我退了'])('%s', async says => {
    const { talk, orders } = await withOrders(
      { status: 'delivered', daysAgo: 6 },
      { status: 'delivered', daysAgo: 20 },
    );
    const answer = await talk.say(says);
    const told = JSON.stringify([answer.text, answer.cards]);
    expect(told).toContain(orders[0]!.number);
    expect(told).not.toContain(orders[1]!.number);
  });

  test('where none is named it is asked which', async () => {
    const { talk, orders } = await withOrders(
      { status: 'delivered', daysAgo: 6 },
      { status: 'delivered', daysAgo: 20 },
    );
    const answer = await talk.say('i want to return something');
    expect(cardsOfType(answer, 'order').map(card => card.number)).toEqual(orders.map(({ number }) => number));
  });
});

describe('acts in other words than their own', () => {
  test.each([
    ["I've had a delivery I don't want to keep, can you arrange the return?", 'start-return'],
    ['前几天收到的那单不想留了，走退货流程吧', 'start-return'],
    ['东西我寄回给你们，把钱退我', 'start-return'],
    ['my last order was great, send me an identical one', 'reorder'],
    ['按我最近那笔订单原样再给我加一份', 'reorder'],
    ["changed my mind about what I bought this morning, don't ship it", 'cancel-order'],
    ['能不能把我今天那笔订单作废，用不上了', 'cancel-order'],
  ])('%s', async (says, intent) => {
    const { talk } = await withOrders({ status: 'delivered', daysAgo: 6 }, { status: 'placed', daysAgo: 0 });
    expect((await talk.say(says)).log?.intent).toBe(intent);
  });

  test.each([
    ["I don't want to keep waiting", 'start-return'],
    ['退货流程是什么', 'start-return'],
    ["why don't you ship it to Japan", 'cancel-order'],
    ['先别发货，我改个地址', 'cancel-order'],
  ])('%s is none', async (says, intent) => {
    const { talk } = await withOrders({ status: 'placed', daysAgo: 0 });
    expect((await talk.say(says)).log?.intent).not.toBe(intent);
  });

  test.each([
    ['every item in that order', 'i want to return my last order'],
    ['整单退吧', '上次买的要退货'],
    ['里面的东西我全要退', '上次买的要退货'],
    ['一起退了', '上次买的要退货'],
  ])('all of it: %s', async (says, asks) => {
    const { talk, orders } = await withOrders({ status: 'delivered', daysAgo: 6 });
    const [order] = orders;
    const [line] = order!.lines;
    const other = shop.core.catalogue.view.products.find(p => p.id !== line!.product)!;
    await shop.core.stores.orders.put([
      { ...order!, lines: [line!, { ...line!, product: other.id, title: other.name }] },
    ]);
    await talk.say(asks);
    expect((await talk.say(says)).text).toMatch(/reason|Why|原因/i);
  });
});
