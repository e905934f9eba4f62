/** The journeys that are about service, told in both languages: S1 ask, S2 order status, S9 privacy, S10 a person. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Order } from '../../knowledge/domain/order.ts';
import { cardsOfType, openTalkingShop, type Talk, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;
let travelling: Order;

beforeAll(async () => {
  shop = await openTalkingShop();
  for await (const order of shop.core.stores.orders.stream()) if (order.status === 'shipped') travelling = order;
});
afterAll(async () => {
  await shop.close();
});

/** What is said, and what is heard to it. */
type Line = readonly [says: string, hears: RegExp];

const tell = async (talk: Talk, lines: readonly Line[]): Promise<void> => {
  for (const [says, hears] of lines) {
    const answer = await talk.say(says);
    expect(answer.text, `to "${says}"`).toMatch(hears);
    expect(/\p{Script=Han}/u.test(answer.text), `the language of the answer to "${says}"`).toBe(
      /\p{Script=Han}/u.test(says),
    );
  }
};

describe('S1: the assistant says what it is, offers taps, and answers with the page it has it from', () => {
  const rows = [
    {
      greets: 'hello',
      notice: /assistant of Wild Yonder, an automated one/,
      asks: 'how many days for delivery?',
      answer: /2 to 4 days/,
    },
    { greets: '你好', notice: /野渡的智能客服（自动回复）/, asks: '送货要几天？', answer: /2 到 4 天/ },
    { greets: 'hi', notice: /automated/, asks: 'return window?', answer: /30 days/ },
    { greets: '您好', notice: /自动回复/, asks: '退货期限是几天？', answer: /30 天/ },
  ];
  test.each(rows)('$greets · $asks', async row => {
    const talk = await shop.talkTo();
    const hello = await talk.say(row.greets);
    expect(hello.text).toMatch(row.notice);
    expect(hello.suggestions.length).toBeGreaterThanOrEqual(3);
    const answer = await talk.say(row.asks);
    expect(answer.text).toMatch(row.answer);
    expect(cardsOfType(answer, 'source')[0]?.url).toMatch(/^\/help\//);
  });
});

describe('S2: where is my order', () => {
  const rows = [
    {
      asks: "where's my order?",
      number: /order number/,
      email: /e-mail address/,
      refused: /can't find an order/,
      way: /on its way/,
    },
    { asks: '我的订单到哪了？', number: /请告诉我订单号/, email: /邮箱/, refused: /没有找到/, way: /预计.*前送到/ },
  ];
  test.each(rows)('$asks: signed in, the latest as cards', async ({ asks }) => {
    const answer = await (await shop.talkTo(travelling.shopper)).say(asks);
    const cards = cardsOfType(answer, 'order');
    expect(cards.length).toBeGreaterThan(0);
    expect(cards.every(c => c.statusText.length > 0 && c.total.length > 0)).toBe(true);
  });
  test.each(rows)('$asks: a guest gives number and address, and hears status, carrier and day', async row => {
    const talk = await shop.talkTo();
    expect((await talk.say(row.asks)).text).toMatch(row.number);
    expect((await talk.say(travelling.number)).text).toMatch(row.email);
    const answer = await talk.say(travelling.email!);
    expect(answer.text).toMatch(row.way);
    const [card] = cardsOfType(answer, 'order');
    expect(card).toMatchObject({ number: travelling.number, status: 'shipped' });
    expect(card!.shipment!.carrier).toBe(travelling.shipment!.carrier);
  });
  test.each(rows)('$asks: a wrong number and the order of somebody else are refused in the same words', async row => {
    const heard: string[] = [];
    for (const number of ['WY-99999999', travelling.number]) {
      const talk = await shop.talkTo();
      await talk.say(row.asks);
      await talk.say(number);
      heard.push((await talk.say('somebody.else@example.com')).text);
    }
    expect(heard[0]).toMatch(row.refused);
    expect(heard[1]).toBe(heard[0]);
  });
});

describe('S9: what is known is shown with its source, and goes when the shopper says so', () => {
  const rows = [
    {
      language: 'English',
      states: ['I like blue', 'I wear size 42'],
      asks: 'what do you know about me?',
      known: [/blue/, /42/],
      one: ['forget that I like blue', /forgotten/] as Line,
      all: ['forget everything', /Shall I erase everything I have noted\?.*42/] as Line,
      sure: ['yes', /gone for good/] as Line,
      none: /haven't told me anything/,
      off: ['no personal offers', /Personal offers are off/] as Line,
      deals: 'any deals?',
    },
    {
      language: '中文',
      states: ['我喜欢蓝色', '我穿42码'],
      asks: '你知道我什么？',
      known: [/蓝/, /42/],
      one: ['忘掉我喜欢蓝色', /忘掉/] as Line,
      all: ['清除我的资料', /全部清除吗/] as Line,
      sure: ['好的', /彻底清除/] as Line,
      none: /没有告诉过我/,
      off: ['关闭个性化优惠', /已关闭个性化优惠/] as Line,
      deals: '有优惠吗？',
    },
  ];
  test.each(rows)('$language', async row => {
    const talk = await shop.talkTo(`privacy-${row.language}`);
    for (const says of row.states) await talk.say(says);
    const { stores, clock, catalogue } = shop.core;
    const about = { shopper: talk.shopper, product: catalogue.view.products[0]!.id, at: clock() };
    await stores.ratings.put([{ ...about, stars: 2 }]);
    await stores.browsing.add([{ ...about, kind: 'view' }]);
    const shown = cardsOfType(await talk.say(row.asks), 'facts')[0]!;
    const texts = shown.facts.map(f => f.text).join('\n');
    for (const fact of row.known) expect(texts).toMatch(fact);
    // When it was said, and in which words: where it comes from.
    expect(shown.facts.every(f => f.when.length > 0)).toBe(true);
    await tell(talk, [row.one]);
    const left = cardsOfType(await talk.say(row.asks), 'facts')[0]!;
    expect(left.facts).toHaveLength(shown.facts.length - 1);
    await tell(talk, [row.all]);
    // Nothing goes unasked, and a no leaves everything as it is.
    expect((await stores.ratings.ofShopper(talk.shopper)).length).toBe(1);
    await talk.say('no');
    expect((await stores.ratings.ofShopper(talk.shopper)).length).toBe(1);
    await tell(talk, [row.all, row.sure]);
    // Whatever was learned, not only what was said.
    expect(await stores.ratings.ofShopper(talk.shopper)).toEqual([]);
    expect(await stores.browsing.recent(talk.shopper, 1)).toEqual([]);
    expect(await stores.mentions.recent(talk.shopper, 1)).toEqual([]);
    await tell(talk, [[row.asks, row.none], row.off]);
    expect(cardsOfType(await talk.say(row.deals), 'offer')).toEqual([]);
    const stored = await shop.core.stores.shoppers.get(talk.shopper);
    expect(stored?.consent.personalOffers).toBe(false);
  });
});

describe('S10: a person, please', () => {
  const rows = [
    {
      language: 'English',
      asks: 'I want to talk to a person',
      waits: /next in line|number \d+ in line/,
      meanwhile: 'show me bags',
      cancel: 'cancel',
      back: /I'm back/,
    },
    {
      language: '中文',
      asks: '转人工',
      waits: /排在第/,
      meanwhile: '看看包',
      cancel: '取消',
      back: /继续由我为您服务/,
    },
  ];
  test.each(rows)('$language: the place in the line, no chatter meanwhile, and the bot back on request', async row => {
    const talk = await shop.talkTo();
    await tell(talk, [[row.asks, row.waits]]);
    expect((await shop.core.stores.conversations.get(talk.conversation))?.owner).toBe('waiting');
    const meanwhile = await talk.say(row.meanwhile);
    expect(meanwhile.cards).toEqual([]);
    expect(meanwhile.text).toMatch(row.waits);
    await tell(talk, [[row.cancel, row.back]]);
    expect((await shop.core.stores.conversations.get(talk.conversation))?.owner).toBe('bot');
    expect(cardsOfType(await talk.say(row.meanwhile), 'product').length).toBeGreaterThan(0);
  });
  test.each([
    ['is there some way around the machine', /person/],
    ['昨天客服答应给我五折的', /人工|没太明白|没有查到/],
  ])('what only sounds like it is asked about, not queued: %s', async (says, hears) => {
    const talk = await shop.talkTo();
    expect((await talk.say(says)).text).toMatch(hears);
    expect((await shop.core.stores.conversations.get(talk.conversation))?.owner).toBe('bot');
  });
});
