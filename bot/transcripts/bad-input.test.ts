import { describe, expect, test } from 'vitest';
import { DirectLineClient } from '../testing/direct-line-client.ts';
import { cardsOfType } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';
import { serve } from '../testing/test-web.ts';

const shop = talkingShop();

/** Not understood, said as that, with somewhere to go from there. */
const puzzled = /didn't quite get that|don't know that one|不好意思，我没太明白|没有查到/;

describe('what cannot be read is said not to be understood, and there is something to tap', () => {
  const rows: [name: string, says: string][] = [
    ['only emoji', '🙂🙂🙂'],
    ['flags and families of emoji', '👨‍👩‍👧‍👦🏳️‍🌈🇨🇳'],
    ['only punctuation', '?!…。、'],
    ['only zero-width characters', '\u200b\u200b\u2060\u200d'],
    ['control characters', '\u0000\u0001\u0007'],
    ['half an emoji', '\ud83d'],
    ['one letter many times', 'a'.repeat(1_900)],
  ];
  test.each(rows)('%s', async (_name, says) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    expect(answer.text).toMatch(puzzled);
    expect(answer.suggestions.length).toBeGreaterThan(0);
    expect(answer.text).not.toMatch(/undefined|NaN|\[object|Error|went wrong/);
    // Nothing of it stays: the next message is read as ever.
    expect((await talk.say('how long does delivery take?')).text).toMatch(/2 to 4 days/);
  });
});

/** By a whole turn, with something looked at: a pattern that reads a row of signs in many ways takes minutes. */
test.each(['？', '啊', '!', '哈', '不是', '我说的是', 'not ', 'i said ', '- '])(
  '"%s" many times, then a letter, is answered',
  async word => {
    const talk = await shop.talkTo();
    await talk.say('show me the thumbprint mug');
    expect((await talk.say(`${word.repeat(40)}q`)).text.length).toBeGreaterThan(10);
  },
);

describe('what was made for machines is answered as words and does nothing', () => {
  const rows: [name: string, says: string][] = [
    ['Mongo operators', '{"$gt": ""}'],
    ['a Mongo expression', '{"$where": "function() { while (true); }"}'],
    ['SQL', "'; DROP TABLE orders; --"],
    ['a template', '{{constructor.constructor("return process")()}}'],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['a path', '../../../../etc/passwd'],
    ['a prototype', '__proto__'],
    ['a script that is not spoken here', 'مرحبا كيف حالك'],
  ];
  test.each(rows)('%s', async (_name, says) => {
    const talk = await shop.talkTo();
    const answer = await talk.say(says);
    expect(answer.text.length).toBeGreaterThan(10);
    expect(answer.text).not.toMatch(/undefined|NaN|\[object|went wrong/);
    expect(answer.text).not.toContain(says);
    expect(answer.cards.filter(c => c.type !== 'source' && c.type !== 'product')).toEqual([]);
    expect((await shop.core.stores.carts.ofShopper(talk.shopper))?.lines ?? []).toEqual([]);
    await talk.say('cancel');
    // Nothing of it stays: the next message is read as ever.
    expect((await talk.say('how long does delivery take?')).text).toMatch(/2 to 4 days/);
  });
});

/** A sign within a name is no sign of a pattern. */
test.each(['a sage t-shirt', 'do you have yo-yos?', 'show me the merino t-shirt', '有没有t-shirt', 'c++ book (used)?'])(
  '"%s" is answered',
  async says => {
    const { text } = await (await shop.talkTo()).say(says);
    expect(text).not.toMatch(/went wrong|出了点问题/);
  },
);

describe('what is in it is read all the same', () => {
  const rows: [says: string, hears: RegExp][] = [
    ['where is my o\u200brd\u200ber?', /order number/],
    ['ｗｈｅｒｅ ｉｓ ｍｙ ｏｒｄｅｒ？', /order number/],
    ['   where   is\tmy\n\norder   ', /order number/],
    ['WHERE IS MY ORDER', /order number/],
    ['where is my order 🙏🙏🙏', /order number/],
    ['我的order到哪了', /订单号/],
    ['我\u200b的\u200b快递\ufeff到哪了', /订单号/],
    ['退货 return 期限 how long?', /30/],
  ];
  test.each(rows)('%j', async (says, hears) => {
    const answer = await (await shop.talkTo()).say(says);
    expect(answer.text).toMatch(hears);
  });
});

test.each(['', '   ', '\n\t '])('nothing typed (%j) gets no answer and counts as no message', async says => {
  const talk = await shop.talkTo();
  expect((await talk.say(says)).text).toBe('');
  expect((await talk.say('hello')).text).toMatch(/Hello/);
});

test('ten thousand characters are read from the beginning, and the shopper is told', async () => {
  const talk = await shop.talkTo();
  const answer = await talk.say(`show me backpacks ${'and more '.repeat(1_200)}`);
  expect(answer.text).toMatch(/only the beginning/);
  expect(answer.text.length).toBeLessThan(2_000);
});

test('operators in a search, a code, an order number and an e-mail stay words', async () => {
  const { stores } = shop.core;
  const before = (await stores.products.all()).length;
  const talk = await shop.talkTo();
  for (const says of [
    'apply code {"$ne":null}',
    'where is order WY-20001"}, {"$or":[{}]',
    'my e-mail is {"$gt":""}@example.com',
    'show me bags under {"$gt":0}',
    "forget that I like '); db.facts.drop(); //",
    'add $set to my cart',
  ]) {
    const answer = await talk.say(says);
    expect(answer.text.length, says).toBeGreaterThan(0);
    expect(answer.text, says).not.toMatch(/went wrong/);
    expect(cardsOfType(answer, 'order'), says).toEqual([]);
  }
  expect(await stores.products.all()).toHaveLength(before);
  const cart = await stores.carts.ofShopper(talk.shopper);
  expect(cart?.codes ?? []).toEqual([]);
});

test('over the web each of them is answered too, in one conversation', async () => {
  const web = await serve(shop.core);
  try {
    const client = await DirectLineClient.start(web.url);
    const stream = await client.stream();
    for (const says of ['🙂🙂🙂', '\u200b\u200b', '{"$gt":""}', "'; DROP TABLE orders; --", 'a'.repeat(10_000)]) {
      const { body } = await client.say(says);
      const answer = await stream.until(a => a.type === 'message' && a.replyToId === body.id);
      expect(answer.text, says.slice(0, 20)).not.toMatch(/went wrong/);
      expect(answer.text?.length, says.slice(0, 20)).toBeGreaterThan(0);
    }
    stream.close();
  } finally {
    await web.close();
  }
});
