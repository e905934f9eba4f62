import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { cardsOfType, openTalkingShop, type TalkingShop } from '../testing/talk.ts';

let shop: TalkingShop;

beforeAll(async () => {
  shop = await openTalkingShop();
});

afterAll(async () => {
  await shop.close();
});

const productOf = (id: string) => shop.core.catalogue.view.byId.get(asId<ProductId>(id))!;

describe.each([
  {
    language: 'English',
    search: 'running shoes in size 42 under 500',
    why: 'why the second one?',
    because: /asked for (?=.*running shoes).*size 42/,
    cheaper: 'anything cheaper?',
    cheapest: 'which is the cheapest?',
    waterproof: 'is it waterproof?',
    yesOrNo: /^(?:Yes|No|Not)/,
    add: 'add it',
    remove: 'actually remove it',
    removed: /out of your cart/,
    like: 'like the first one but in black',
  },
  {
    language: 'Chinese',
    search: '42码的跑鞋，500以内',
    why: '为什么推荐第二个？',
    because: /符合您要的“.*42码/,
    cheaper: '有没有便宜点的',
    cheapest: '哪个最便宜',
    waterproof: '它防水吗',
    yesOrNo: /是的|没有标注|同款/,
    add: '加入购物车',
    remove: '算了，把它删掉',
    removed: /已从购物车移除/,
    like: '跟第一个差不多但是黑色的',
  },
])('talk about what is on the list, $language', words => {
  test('why, cheaper, the cheapest, what it is, in and out of the cart, and another like it', async () => {
    const talk = await shop.talkTo();
    const list = cardsOfType(await talk.say(words.search), 'product');
    expect(list.length).toBeGreaterThan(2);
    const why = await talk.say(words.why);
    expect(why.text).toMatch(words.because);
    const cheaper = cardsOfType(await talk.say(words.cheaper), 'product');
    const asked = list[1]!.priceMinor;
    expect(cheaper.length).toBeGreaterThan(0);
    expect(cheaper.every(c => c.priceMinor < asked && productOf(c.id).category === 'running-shoes')).toBe(true);
    const [cheapest] = cardsOfType(await talk.say(words.cheapest), 'product');
    expect(cheapest?.priceMinor).toBe(Math.min(...cheaper.map(c => c.priceMinor)));
    const answer = await talk.say(words.waterproof);
    expect(answer.text).toMatch(words.yesOrNo);
    const [answered] = cardsOfType(answer, 'product');
    await talk.say(words.add);
    expect((await talk.say(words.remove)).text).toMatch(words.removed);
    expect(answered).toBeDefined();
    await talk.say(words.search);
    const like = cardsOfType(await talk.say(words.like), 'product');
    expect(like.length).toBeGreaterThan(0);
    expect(like.every(c => productOf(c.id).attributes.colour?.includes('black'))).toBe(true);
    expect(like.every(c => productOf(c.id).category === 'running-shoes')).toBe(true);
  });
});

test('a size is answered yes only by what comes in sizes', async () => {
  const talk = await shop.talkTo();
  await talk.say('show me tea');
  await talk.say('tell me about the first one');
  expect((await talk.say('do you have it in size 43?')).text).toMatch(/^No, not in size 43/);
});

test('taking something out names it, and says so where it is not clear what', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('remove the mug from my cart')).text).toMatch(/cart is empty/);
  await talk.say('show me mugs');
  await talk.say('add the first one');
  await talk.say('show me tea');
  await talk.say('add the first one');
  expect((await talk.say('remove the headphones')).text).toMatch(/Which of these/);
  expect((await talk.say('empty my cart')).text).toMatch(/out of your cart/);
  expect((await talk.say('show my cart')).text).toMatch(/empty/);
});

test('anger that fits no intent is met with service, and nothing is sold after it', async () => {
  const talk = await shop.talkTo();
  await talk.say('show me bags');
  const angry = await talk.say('u guys suck nothing works');
  expect(angry.text).toMatch(/sorry/i);
  expect(cardsOfType(angry, 'offer')).toEqual([]);
});

test('who is asked says it is a program', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('are you human?')).text).toMatch(/not a person/);
  expect((await talk.say('你是不是人啊')).text).toMatch(/不是真人/);
});
