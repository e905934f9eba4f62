import { describe, expect, test } from 'vitest';
import { asId, type OrderId } from '../../knowledge/domain/ids.ts';
import type { Order, OrderStatus } from '../../knowledge/domain/order.ts';
import { modelOrder } from '../testing/model-order.ts';
import { parcel } from '../testing/parcel.ts';
import { cardsOfType, type Talk } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();
/** Any order of two things; copies of it are given to whoever needs one. */
const model = modelOrder(shop, ({ lines, deals }) => lines.filter(line => !line.gift).length > 1 && !deals);
let made = 0;

const newcomer = () => shop.talkTo(`beside-${++made}`);
const orderFor = async ({ shopper }: Pick<Talk, 'shopper'>, status: OrderStatus): Promise<Order> => {
  made += 1;
  const rest = model.order;
  const yesterday = new Date(shop.core.clock().getTime() - 86_400_000);
  const order: Order = {
    ...rest,
    id: asId<OrderId>(`beside-${made}`),
    number: `WY-${830_000 + made}`,
    shopper,
    email: `buyer-${made}@example.com`,
    status,
    placedAt: yesterday,
    shipment: parcel(yesterday, yesterday, yesterday),
  };
  await shop.core.stores.orders.put([order]);
  return order;
};
const paragraphs = (text: string): string[] => text.split('\n\n');
const statusOf = async (order: Order) => (await shop.core.stores.orders.get(order.id))?.status;

const tellings = [
  {
    language: 'English',
    start: 'I want to return something',
    all: 'all of it',
    reason: 'damaged, and have you mugs?',
    given: 'damaged',
    reasonAndPage: 'it is too small. do you deliver to Canada?',
    onlyAsked: 'wait, do you have mugs?',
    yes: 'yes',
    yesAndMugs: 'yes please, and show me mugs',
    both: 'cancel my order and I also want to return something',
    confirm: /Shall I start the return\?$/,
    why: /What's the reason\?/,
    begun: /your return, then cancelling your order|cancelling your order, then your return/,
    done: /Your return is registered/,
    onTo: /Now to your return:/,
    page: /deliver/,
  },
  {
    language: '中文',
    start: '我要退货',
    all: '全部',
    reason: '坏了，你们有杯子吗',
    given: '坏了',
    reasonAndPage: '太小了。能寄到加拿大吗？',
    onlyAsked: '等一下，你们有杯子吗',
    yes: '好的',
    yesAndMugs: '确认办理，另外看看杯子',
    both: '帮我取消订单，另外我还要退货',
    confirm: /确认办理退货吗？$/,
    why: /原因/,
    begun: /先办理退货，再取消订单|先取消订单，再办理退货/,
    done: /退货.*登记|已登记/,
    onTo: /接下来办理退货：/,
    page: /deliver/,
  },
] as const;

describe.each(tellings)('a flow that waits, $language', t => {
  const returning = async (): Promise<{ talk: Talk; order: Order }> => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'delivered');
    await talk.say(t.start);
    await talk.say(t.all);
    return { talk, order };
  };

  test('takes its answer, and what is asked beside it is answered before its next question', async () => {
    const { talk, order } = await returning();
    const answer = await talk.say(t.reason);
    expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
    for (const mug of cardsOfType(answer, 'product')) expect(mug.name).toMatch(/mug|cup|杯/i);
    expect(paragraphs(answer.text).at(-1)).toMatch(t.confirm);
    const done = await talk.say(t.yes);
    expect(done.text).toMatch(t.done);
    expect((await shop.core.stores.returns.ofOrder(order.id))[0]?.reason).toBe(t.given);
  });

  test('the same with a question that a page answers', async () => {
    const { talk } = await returning();
    const answer = await talk.say(t.reasonAndPage);
    expect(cardsOfType(answer, 'source')[0]?.url, answer.text).toMatch(t.page);
    expect(paragraphs(answer.text).at(-1)).toMatch(t.confirm);
  });

  test('what only leads up to a question is no answer', async () => {
    const { talk } = await returning();
    const answer = await talk.say(t.onlyAsked);
    expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
    expect(paragraphs(answer.text).at(-1)).toMatch(t.why);
  });

  test('its end is told before what was asked beside it', async () => {
    const { talk, order } = await returning();
    await talk.say(t.given);
    const answer = await talk.say(t.yesAndMugs);
    expect(paragraphs(answer.text)[0]).toMatch(t.done);
    expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
    expect(await shop.core.stores.returns.ofOrder(order.id)).toHaveLength(1);
  });

  test('a second one asked for with it follows when it is over', async () => {
    const talk = await newcomer();
    const returned = await orderFor(talk, 'delivered');
    const cancelled = await orderFor(talk, 'placed');
    const begun = await talk.say(t.both);
    expect(begun.text).toMatch(t.begun);
    const next = await talk.say(t.yes);
    expect(await statusOf(cancelled)).toBe('cancelled');
    expect(next.text).toMatch(t.onTo);
    await talk.say(t.all);
    await talk.say(t.given);
    expect((await talk.say(t.yes)).text).toMatch(t.done);
    expect(await shop.core.stores.returns.ofOrder(returned.id)).toHaveLength(1);
  });
});

test('where the first can’t be done, the second begins at once', async () => {
  const talk = await newcomer();
  await orderFor(talk, 'placed');
  const answer = await talk.say('I want to return something and cancel my order');
  expect(answer.text).toMatch(/hasn't been delivered yet|nothing to return/);
  expect(answer.text).toMatch(/Shall I cancel it\?$/);
});

test('a return begun while a cancellation waits is begun once, and the cancellation comes after it', async () => {
  const talk = await newcomer();
  const [fresh, old] = [await orderFor(talk, 'placed'), await orderFor(talk, 'delivered')];
  await talk.say('cancel my order and I also want to return something');
  expect((await talk.say('I want to return something')).text).toMatch(/send back/);
  await talk.say('all of it');
  expect((await talk.say('no thanks')).text).toMatch(/Shall I start the return\?$/);
  expect((await talk.say('yes')).text).toMatch(/Your return is registered[\s\S]*cancelling your order/);
  await talk.say('yes');
  expect(await shop.core.stores.returns.ofOrder(old.id)).toMatchObject([{ reason: '' }]);
  expect(await statusOf(fresh)).toBe('cancelled');
});

test.each([
  ['forget everything about me', /put your return aside[\s\S]*Shall I erase/],
  ['清除我的资料', /退货先放一放[\s\S]*全部清除吗/],
])(
  '"%s", asked where a return waits for its yes, puts it aside: the yes erases, and nothing goes back',
  async (says, hears) => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'delivered');
    const chinese = says.startsWith('清');
    for (const step of chinese
      ? ['我要退货', '全部', '太小了']
      : ['I want to return something', 'all of it', 'too small'])
      await talk.say(step);
    const asked = await talk.say(says);
    expect(asked.text).toMatch(hears);
    expect(asked.text).not.toMatch(/Shall I start|确认办理/);
    expect((await talk.say(chinese ? '好的' : 'yes')).text).toMatch(/gone for good|彻底清除/);
    expect(await shop.core.stores.returns.ofOrder(order.id)).toEqual([]);
    expect((await talk.say(chinese ? '好的' : 'yes')).text).not.toMatch(/registered|登记/);
    expect(await shop.core.stores.returns.ofOrder(order.id)).toEqual([]);
  },
);

test('the reason with such a question beside it puts the return aside too', async () => {
  const talk = await newcomer();
  const order = await orderFor(talk, 'delivered');
  for (const step of ['I want to return something', 'all of it']) await talk.say(step);
  expect((await talk.say('too small, and also forget everything about me')).text).toMatch(/Shall I erase/);
  await talk.say('yes');
  expect(await shop.core.stores.returns.ofOrder(order.id)).toEqual([]);
});

test('once nothing is to be returned or cancelled, what was to come next does not begin either', async () => {
  const talk = await newcomer();
  const [fresh] = [await orderFor(talk, 'placed'), await orderFor(talk, 'delivered')];
  await talk.say('cancel my order and I also want to return something');
  expect((await talk.say("I'm not returning anything")).text).not.toMatch(/send back|Now to/);
  await talk.say('yes');
  expect(await statusOf(fresh)).toBe('placed');
});

test.each(['Forget the parka! show me tea', "I'm not returning anything, do you deliver to Canada?"])(
  '"%s" gives up no place in the line for a person',
  async says => {
    const talk = await newcomer();
    await talk.say('I want to talk to a person');
    expect((await talk.say(says)).text).toMatch(/in line/);
    expect((await shop.core.stores.conversations.get(talk.conversation))?.owner).toBe('waiting');
  },
);

test.each([
  ['swap the SHIRT for a bigger size', 'yes', /colleague to take over/],
  ['把SHIRT换大一码', '好的', /人工|同事/],
])('%s, %s: the colleague who was offered is called', async (says, yes, hears) => {
  const talk = await newcomer();
  const order = await orderFor(talk, 'delivered');
  const { title } = order.lines.find(l => !l.gift)!;
  const asked = await talk.say(says.replace('SHIRT', (yes === 'yes' ? title.en : title.zh)!.split(/, | /)[0]!));
  expect(asked.text).toMatch(/Shall I get you one|转接同事/);
  expect((await talk.say(yes)).text).toMatch(hears);
  expect((await shop.core.stores.conversations.get(talk.conversation))?.owner).toBe('waiting');
});

test('a cancellation that gives way to a return is said to be put aside', async () => {
  const talk = await newcomer();
  await orderFor(talk, 'placed');
  await orderFor(talk, 'delivered');
  await talk.say('cancel my order');
  expect((await talk.say('I want to return something')).text).toMatch(/put .*cancel.* aside/);
});

test.each(['yes please, and I want my money back', 'yes, cancel it and refund me', '确认取消，把钱退给我'])(
  '"%s" agrees to cancelling, and nothing goes back',
  async yes => {
    const talk = await newcomer();
    const order = await orderFor(talk, 'placed');
    await orderFor(talk, 'delivered');
    await talk.say('cancel my order');
    const answer = await talk.say(yes);
    expect(await statusOf(order), answer.text).toBe('cancelled');
    expect(answer.text).not.toMatch(/send back|reason/);
  },
);

test('what is asked beside the thing that goes back is answered', async () => {
  const talk = await newcomer();
  const order = await orderFor(talk, 'delivered');
  await talk.say('I want to return something');
  const title = order.lines.find(l => !l.gift)!.title.en!.toLowerCase();
  const answer = await talk.say(`the ${title.split(',')[0]}, and also have you got mugs?`);
  expect(cardsOfType(answer, 'product').length, answer.text).toBeGreaterThan(0);
  expect(answer.text).toMatch(/reason/);
});
