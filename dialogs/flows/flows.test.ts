import { BotAdapter, ConversationState, MemoryStorage, TurnContext } from 'botbuilder-core';
import type { DialogState } from 'botbuilder-dialogs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { asId, type OrderId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Order } from '../../knowledge/domain/order.ts';
import {
  ann,
  goods,
  lineOf,
  now,
  openSmallShop,
  orderOf,
  type SmallShop,
  shop as shopSettings,
  turnOf,
} from '../dialogs.test-helper.ts';
import type { TurnOutcome } from '../finish-turn.ts';
import { type ConversationMemory, emptyMemory } from '../memory.ts';
import { yuan } from '../offers/offers.test-helper.ts';
import { runTurn } from '../run-turn.ts';
import type { TapValue } from '../turn.ts';
import { Flows } from './flows.ts';

let shop: SmallShop;
let order: Order;
let count = 0;

beforeAll(async () => {
  shop = await openSmallShop();
});
afterAll(() => shop.close());

/** Every test has a shopper and an order of its own. */
beforeEach(async () => {
  count += 1;
  order = await ordered();
});

const ordered = async (more: Partial<Order> = {}): Promise<Order> => {
  const one = orderOf({
    id: asId<OrderId>(`order-${count}`),
    number: `WY-${20_000 + count}`,
    shopper: asId<ShopperId>(`ann-${count}`),
    ...more,
  });
  await shop.stores.orders.put([one]);
  return one;
};

class Silent extends BotAdapter {
  override sendActivities = async () => [];
  override updateActivity = async () => undefined;
  override deleteActivity = async () => undefined;
  override continueConversation = async () => undefined;
}

/** What the bot keeps between turns, as JSON text: all that survives a restart. */
interface Kept {
  state: Record<string, string>;
  memory: ConversationMemory;
}

/** One turn of a process that has just started: nothing but `kept` is known of the conversation. */
const turn = async (kept: Kept, said: string | TapValue, signedIn: boolean): Promise<TurnOutcome> => {
  const state = new ConversationState(new MemoryStorage(kept.state));
  const flows = new Flows(state.createProperty<DialogState>('dialogs'));
  const context = new TurnContext(new Silent(), {
    type: 'message',
    channelId: 'test',
    conversation: { id: 'talk', name: '', isGroup: false, conversationType: '' },
  });
  count += 1;
  const outcome = await runTurn(
    turnOf({
      id: asId<TurnId>(`turn-${count}`),
      shopper: signedIn ? order.shopper : asId<ShopperId>('guest'),
      signedIn,
      text: typeof said === 'string' ? said : '',
      ...(typeof said === 'string' ? {} : { value: said }),
    }),
    kept.memory,
    flows.of(context),
    shop.services,
  );
  await state.saveChanges(context);
  kept.memory = outcome.memory;
  return outcome;
};

/** Says these one after the other and returns what was heard last. */
const talk = async (says: readonly (string | TapValue)[], signedIn = true) => {
  const kept: Kept = { state: {}, memory: emptyMemory };
  let heard = '';
  for (const words of says) heard = (await turn(kept, words, signedIn)).said?.text ?? '';
  return {
    heard,
    next: async (words: string | TapValue) => (await turn(kept, words, signedIn)).said?.text ?? '',
    kept,
  };
};

const registered = () => shop.stores.returns.ofOrder(order.id);
const start = () => `I want to return something from order ${order.number}`;

describe('a return, step by step', () => {
  const asks = { lines: /send back/, reason: /reason/, confirm: /Shall I start the return/ };
  const steps: [step: keyof typeof asks, says: string[]][] = [
    ['lines', []],
    ['reason', ['the backpack']],
    ['confirm', ['the backpack', 'too small']],
  ];

  test.each(steps)('at "%s" a side question is answered and the same question asked again', async (step, says) => {
    const { heard, next } = await talk([start(), ...says]);
    expect(heard).toMatch(asks[step]);
    const aside = await next('how long does delivery take?');
    expect(aside).toContain('two to four days');
    expect(aside).toMatch(asks[step]);
  });

  test.each(steps)('at "%s" it is cancelled without a trace', async (step, says) => {
    const { heard, next } = await talk([start(), ...says, 'cancel']);
    expect(heard, step).toMatch(/stopped that. Nothing was changed/);
    expect(await registered()).toEqual([]);
    expect(await next('hello')).not.toMatch(asks[step]);
  });

  test.each(steps)('at "%s" a person can be asked for, and the return is over', async (step, says) => {
    const { heard, next } = await talk([start(), ...says, 'I want to talk to a person']);
    expect(heard, step).toMatch(/next in line|in line/);
    expect(await registered()).toEqual([]);
    await next('cancel');
  });

  test.each(steps)('at "%s" help is given and the question asked again', async (step, says) => {
    const { heard } = await talk([start(), ...says, 'help']);
    expect(heard).toMatch(/I can answer questions/);
    expect(heard).toMatch(asks[step]);
  });

  test('a tap on a product where the reason is asked is no reason', async () => {
    const { heard } = await talk([start(), 'the backpack', { tap: 'product', product: goods.mug.id }]);
    expect(heard).toMatch(/Dawn mug/);
    expect(heard).toMatch(asks.reason);
  });

  test.each(['it is too small', 'does not fit', 'is broken', 'the colour is wrong'])(
    '"%s" is a reason',
    async reason => {
      const { heard } = await talk([start(), 'the backpack', reason]);
      expect(heard).toMatch(asks.confirm);
    },
  );

  test('"no" at the end registers nothing', async () => {
    expect((await talk([start(), 'the backpack', 'too small', 'no'])).heard).toMatch(/stopped that/);
    expect(await registered()).toEqual([]);
  });
});

describe('an order of one’s own', () => {
  test('is known by its digits alone', async () => {
    const { heard } = await talk([`I want to return the backpack from ${order.number.slice(3)}`]);
    expect(heard).toMatch(/1 × River backpack, green from order WY-/);
  });
  test('no order of the number told is said, and which there are is asked', async () => {
    const { heard } = await talk(['I want to return the backpack from 99999']);
    expect(heard).toMatch(/don't see “99999” in your orders/);
  });
  test('nothing is cancelled of a day on which nothing was ordered', async () => {
    const { heard } = await talk(['cancel what I ordered yesterday, changed my mind']);
    expect(heard).toMatch(/You placed no order then. The last one, WY-/);
  });
});

describe('a reason that was given is not asked again', () => {
  const rows: string[][] = [
    ['I want to return the backpack from order NUMBER, it is too small'],
    ['my shoes are too small', 'I want to return the shoes from NUMBER', 'all'],
    ['the backpack is broken', 'I want to return the backpack from NUMBER'],
    ['I want to return something', 'the backpack from NUMBER, too small'],
  ];
  test.each(rows)('%s …', async (...says) => {
    const { heard } = await talk(says.map(one => one.replace('NUMBER', order.number)));
    expect(heard).toMatch(/Shall I start the return/);
  });
});

describe('what goes back', () => {
  const rows: [says: string, lines: [string, number][], refund: number][] = [
    [
      'all of it',
      [
        ['road', 2],
        ['bag', 1],
      ],
      800,
    ],
    ['the first one', [['road', 2]], 600],
    ['the last one', [['bag', 1]], 200],
    ['the backpack', [['bag', 1]], 200],
    [
      'the shoes and the backpack',
      [
        ['road', 2],
        ['bag', 1],
      ],
      800,
    ],
    ['1 pair of the shoes', [['road', 1]], 300],
    [
      '全部',
      [
        ['road', 2],
        ['bag', 1],
      ],
      800,
    ],
    ['退那双跑鞋', [['road', 2]], 600],
    ['双肩背包', [['bag', 1]], 200],
    [
      '跑鞋和背包',
      [
        ['road', 2],
        ['bag', 1],
      ],
      800,
    ],
  ];
  test.each(rows)('"%s"', async (says, lines, refund) => {
    const chinese = /\p{Script=Han}/u.test(says);
    const { heard } = await talk([start(), says, chinese ? '尺码太小了' : 'too small', chinese ? '好的' : 'yes']);
    expect(heard).toContain(`R-${order.number}-1`);
    const [made] = await registered();
    expect(made!.lines.map(l => [l.product, l.quantity])).toEqual(lines);
    expect(made!.refund).toEqual(yuan(refund));
    expect(made).toMatchObject({ status: 'requested', shopper: order.shopper, requestedAt: now });
  });

  test('what is named is of the order, whatever list was shown before', async () => {
    const lines = [lineOf(goods.bag), lineOf(goods.mug)];
    order = await ordered({ id: asId<OrderId>(`shown-${count}`), number: `WY-5${count}`, lines });
    await talk(['show me mugs', start(), 'the mug', 'too small', 'yes']);
    await talk(['有没有杯子', start(), '双肩背包', '尺码太小了', '好的']);
    expect((await registered()).map(r => r.lines[0]!.product)).toEqual([goods.mug.id, goods.bag.id]);
  });

  test('more than was bought is cut to what was', async () => {
    await talk([start(), '5 of the shoes', 'too small', 'yes']);
    expect((await registered())[0]!.lines).toEqual([{ product: goods.road.id, quantity: 2 }]);
  });

  test('the rest can follow in a second return, and then nothing is left', async () => {
    await talk([start(), '1 pair of the shoes', 'too small', 'yes']);
    const second = await talk([start(), 'all', 'too small', 'yes']);
    expect(second.heard).toContain(`R-${order.number}-2`);
    const both = await registered();
    expect(both[1]!.lines.map(l => [l.product, l.quantity])).toEqual([
      ['road', 1],
      ['bag', 1],
    ]);
    expect(both.reduce((sum, r) => sum + r.refund.minor, 0)).toBe(order.total.minor);
    expect((await talk([start()])).heard).toMatch(/already been returned/);
    expect((await talk(['I want to return something'])).heard).toMatch(/already been returned/);
  });

  test('an order of one thing skips the question which', async () => {
    order = await ordered({ id: asId<OrderId>(`single-${count}`), number: `WY-9${count}`, lines: [lineOf(goods.bag)] });
    expect((await talk([start()])).heard).toMatch(/reason/);
  });
});

describe('registered once', () => {
  test('though "yes" is said twice', async () => {
    const { next } = await talk([start(), 'all', 'too small', 'yes']);
    await next('yes');
    expect(await registered()).toHaveLength(1);
  });

  test('though the process died after registering and before saving: the same "yes" again is the same return', async () => {
    const { kept, next } = await talk([start(), 'all', 'too small']);
    const before = structuredClone(kept);
    const first = await next('yes');
    const again = await turn(before, 'yes', true);
    expect(again.said?.text).toBe(first);
    expect(await registered()).toHaveLength(1);
  });

  test('though two devices confirm different returns: the second hears what is left', async () => {
    const phone = await talk([start(), 'the backpack', 'too small']);
    const laptop = await talk([start(), 'all', 'too small']);
    await phone.next('yes');
    expect(await laptop.next('yes')).toMatch(/send back/);
    expect(await registered()).toHaveLength(1);
  });
});

describe('a guest', () => {
  test('proves the order with number and e-mail, then returns it', async () => {
    const { heard } = await talk(
      ['I want to return something', order.number, order.email!, 'the backpack', 'too small', 'yes'],
      false,
    );
    expect(heard).toContain(`R-${order.number}-1`);
  });

  test('hears the same for a wrong e-mail as for an unknown number, and the flow is over', async () => {
    const wrong = await talk(['I want to return something', order.number, 'bob@example.com'], false);
    const unknown = await talk(['I want to return something', 'WY-99999', 'bob@example.com'], false);
    expect(wrong.heard).toBe(unknown.heard);
    expect(wrong.heard).toMatch(/can't find an order/);
    expect(await wrong.next('hello')).not.toMatch(/e-mail address used/);
  });

  test('asks a side question while the number is awaited', async () => {
    const { next } = await talk(['where is my order?'], false);
    const aside = await next('how long does delivery take?');
    expect(aside).toContain('two to four days');
    expect(aside).toMatch(/order number/);
    await next(order.number);
    expect(await next(order.email!)).toContain(order.number);
  });
});

describe('goods that are in no order', () => {
  test('somebody who has them not hears that none holds them, and what could go back', async () => {
    const { heard } = await talk(['I need to return the mug']);
    expect(heard).toMatch(/don't see “mug” in your orders.*These can still go back:\s+Which order/s);
  });
  test('whose orders can go back no more hears the same, without a list', async () => {
    order = await ordered({ status: 'cancelled' });
    const { heard } = await talk(['I need to return the mug']);
    expect(heard).toMatch(/don't see “mug” in your orders/);
    expect(heard).not.toMatch(/can still go back|Which order/);
  });
  test('nobody without an order is told they never ordered: it may be another account', async () => {
    order = orderOf({ shopper: asId<ShopperId>(`nobody-${count}`) });
    const { heard } = await talk(['I need to return the mug']);
    expect(heard).toMatch(/no order under this account.*order number and the e-mail/);
  });
  test('a guest is asked for the number', async () => {
    expect((await talk(['I need to return the mug'], false)).heard).toMatch(/What's the order number/);
  });
});

describe('what a guest told of the order is not asked again', () => {
  test('the goods named before the e-mail leave the number as it is', async () => {
    const { heard, next } = await talk(['I want to return something', order.number, 'the backpack'], false);
    expect(heard).toMatch(`e-mail address used for order ${order.number}`);
    expect(await next(order.email!)).toMatch(/send back/);
  });
  test.each([
    ['the mug', []],
    ['no, the mug, not the backpack', ['the backpack', 'too small']],
  ])('"%s" is in none but the one that was proved', async (says, before) => {
    const { heard, next } = await talk(
      ['I want to return something', order.number, order.email!, ...before, says],
      false,
    );
    expect(heard).toMatch(/don't see “mug” in order WY-\d+\.\s+What would you like to send back/);
    expect(await next('the backpack')).toMatch(before.length > 0 ? /Shall I start/ : /reason/);
  });
  test('a kind of goods that the order holds is that', async () => {
    order = await ordered({
      id: asId<OrderId>(`kind-${count}`),
      number: `WY-4${count}`,
      lines: [lineOf(goods.bag), lineOf(goods.mug, 1, { title: { en: 'Dawn beaker, white' } })],
    });
    const { heard } = await talk(['I want to return something', order.number, order.email!, 'the mug'], false);
    expect(heard).toMatch(/1 × Dawn mug, white from order/);
  });
});

describe('is refused with the reason', () => {
  const day = 86_400_000;
  const late = new Date(now.getTime() - (shopSettings.returnDays + 1) * day);
  const rows: [string, Partial<Order>, RegExp][] = [
    ['later than the shop takes back', { shipment: { ...orderOf().shipment!, deliveredAt: late } }, /past the 30 days/],
    ['before it was delivered', { status: 'shipped' }, /hasn't been delivered/],
    ['when it was cancelled', { status: 'cancelled' }, /was cancelled/],
    ['when all went back', { status: 'returned' }, /already been returned/],
  ];
  test.each(rows)('%s', async (_name, more, words) => {
    order = await ordered({ id: asId<OrderId>(`refused-${count}`), number: `WY-8${count}`, ...more });
    expect((await talk([start()])).heard).toMatch(words);
    expect(await registered()).toEqual([]);
  });

  test('and on the last day it is still taken', async () => {
    const lastDay = new Date(now.getTime() - shopSettings.returnDays * day);
    order = await ordered({
      id: asId<OrderId>(`last-day-${count}`),
      number: `WY-7${count}`,
      shipment: { ...orderOf().shipment!, deliveredAt: lastDay },
    });
    expect((await talk([start()])).heard).toMatch(/send back/);
  });

  test('when it is somebody else’s, in the words for one that does not exist', async () => {
    const other = orderOf({ id: asId<OrderId>(`other-${count}`), number: `WY-6${count}`, shopper: ann });
    await shop.stores.orders.put([other]);
    const theirs = await talk([`I want to return something from order ${other.number}`]);
    const unknown = await talk(['I want to return something from order WY-99999']);
    expect(theirs.heard.replace(other.number, 'NUMBER')).toBe(unknown.heard.replace('WY-99999', 'NUMBER'));
  });
});

test('what is kept of a flow is plain JSON', async () => {
  const { kept } = await talk([start(), 'the backpack', 'too small']);
  const [json] = Object.values(kept.state);
  expect(JSON.parse(json!).dialogs.dialogStack).toMatchObject([
    { id: 'return', state: { step: 'confirm', number: order.number, reason: 'too small' } },
  ]);
});
