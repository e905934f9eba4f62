import { expect, test } from 'vitest';
import { asId, type ProductId } from '../../knowledge/domain/ids.ts';
import { forgetEverything } from '../../knowledge/profile/forget-everything.ts';
import { cardsOfType, type TalkingShop } from '../testing/talk.ts';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

type Talk = Awaited<ReturnType<TalkingShop['talkTo']>>;
const factsOf = async (talk: Talk): Promise<string[]> =>
  (await shop.core.stores.facts.active(talk.shopper, shop.core.clock()))
    .map(
      f => `${f.polarity === 'dislike' ? '-' : ''}${f.slot}=${f.value}${f.forWhom === 'self' ? '' : `@${f.forWhom}`}`,
    )
    .sort();

test.each([
  ["I don't like leather", 'I like leather', 'Earlier you told me', 'Actually, I like leather'],
  ['我不喜欢真皮', '我喜欢真皮', '您之前说过', '说错了，我喜欢真皮'],
])('a contradiction is asked about, and the answer holds: "%s", then "%s"', async (first, second, asks, answer) => {
  const talk = await shop.talkTo();
  await talk.say(first);
  const asked = await talk.say(second);
  expect(asked.text).toContain(asks);
  expect(await factsOf(talk)).toEqual(['-material=leather']);
  const settled = await talk.say(answer);
  expect(settled.text).not.toContain(asks);
  expect(await factsOf(talk)).toEqual(['material=leather']);
});

test.each([
  ["I'm pregnant", /What are you looking for/],
  ['pregnant', /What are you looking for/],
  ['我怀孕了', /您想找什么/],
  ['我有糖尿病', /您想找什么/],
])('what is private is not kept, and what is looked for is asked: %s', async (told, asks) => {
  const talk = await shop.talkTo();
  expect((await talk.say(told)).text).toMatch(asks);
  expect(await factsOf(talk)).toEqual([]);
});

test.each(['I have sensitive skin', '我是敏感肌', '我皮肤很敏感，有什么面霜'])(
  'what one’s skin is like finds what is made for it, and is not kept: %s',
  async told => {
    const talk = await shop.talkTo();
    const found = cardsOfType(await talk.say(told), 'product');
    expect(found.length).toBeGreaterThan(0);
    const { byId } = shop.core.catalogue.view;
    for (const { id } of found) expect(byId.get(asId<ProductId>(id))?.attributes.feature).toContain('sensitive-skin');
    expect((await factsOf(talk)).filter(fact => /sensitive/.test(fact))).toEqual([]);
  },
);

test.each(['cotton is softer than wool', '羊毛比棉更暖'])('what holds in general is nobody’s wish: %s', async told => {
  const talk = await shop.talkTo();
  expect((await talk.say(told)).text).not.toMatch(/Noted|记下/);
  expect(await factsOf(talk)).toEqual([]);
});

test('another size is asked about, a correction is taken as it stands', async () => {
  const talk = await shop.talkTo();
  await talk.say('my size is 42');
  expect((await talk.say('my size is 44')).text).toContain('Earlier you told me');
  expect(await factsOf(talk)).toEqual(['size=42']);
  await talk.say('actually size 44');
  expect(await factsOf(talk)).toEqual(['size=44']);
});

test('what is said of a child is not called noted, and the shopper’s own taste after it is, and is kept', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('我女儿五岁，喜欢画画')).text).not.toContain('记下');
  expect((await talk.say('我喜欢蓝色')).text).toContain('记下了：蓝色');
  expect(await factsOf(talk)).toEqual(['colour=blue']);
});

test.each([
  ['给妈妈买礼物', '我有糖尿病，有什么茶适合'],
  ['我女儿五岁，喜欢画画', '我皮肤很敏感'],
])('"%s", then "%s": one’s own again, for this search, and nothing kept', async (first, then) => {
  const talk = await shop.talkTo();
  await talk.say(first);
  expect((await talk.say(then)).text).not.toMatch(/送妈妈|送女儿/);
  expect(await factsOf(talk)).not.toContainEqual(expect.stringMatching(/self|skin|糖尿/));
});

test('a cream for a child’s skin is no toy', async () => {
  const answer = await (await shop.talkTo()).say('my son has eczema, any cream?');
  expect(answer.text).not.toContain('your son');
  for (const { name } of cardsOfType(answer, 'product')) expect(name).not.toMatch(/puzzle|rabbit/i);
});

test('a taste no catalogue of this shop knows is noted in the shopper’s own words and can be forgotten', async () => {
  const talk = await shop.talkTo();
  expect((await talk.say('I love minimalist designs')).text).toContain('minimalist');
  expect(await factsOf(talk)).toEqual(['style=minimalist']);
  const [card] = cardsOfType(await talk.say('what do you know about me?'), 'facts');
  expect(card!.facts.map(f => f.text).join(' ')).toContain('You like minimalist');
  await talk.say('forget that I like minimalist');
  expect(await factsOf(talk)).toEqual([]);
});

test.each([
  ['有什么专属优惠给我没', '我有什么个性化优惠'],
  ['any personal offers for me?', 'what tailored deals do I get?'],
])('%s: asking for deals switches nothing on', async (...asks) => {
  const talk = await shop.talkTo();
  await talk.say('no personal offers');
  for (const ask of asks) expect((await talk.say(ask)).text).not.toMatch(/on again|已重新开启/);
  expect((await shop.core.stores.shoppers.get(talk.shopper))?.consent.personalOffers).toBe(false);
});

test('what is for somebody else, a child or told with a sensitive trait never becomes the shopper’s own', async () => {
  const talk = await shop.talkTo();
  await talk.say('a vintage lamp for my mum');
  await talk.say('my daughter is 8 and loves unicorns');
  await talk.say('as a muslim I prefer modest style');
  await talk.say('我怀孕了，喜欢日系的衣服');
  expect((await factsOf(talk)).filter(f => !f.includes('@'))).toEqual([]);
  expect((await factsOf(talk)).join(' ')).not.toMatch(/unicorn|modest|日系|child|kids/);
});

test('what is erased on the shop’s page, or in another conversation, is gone from this one', async () => {
  const talk = await shop.talkTo('s-0004');
  const other = await shop.talkTo('s-0005');
  for (const each of [talk, other]) await each.say('do you have a mug under 150?');
  const before = cardsOfType(await talk.say('only green ones'), 'product');
  expect(before.length).toBeGreaterThan(0);
  await forgetEverything(shop.core.stores, talk.shopper);
  // Neither the goods nor the limit is in mind any more, and no list whose second one could be meant.
  const { cards, text } = await talk.say('tell me more about the second one');
  expect(cards).toEqual([]);
  expect(text).not.toMatch(/mug|150/i);
  await talk.say('do you have a backpack?');
  expect(cardsOfType(await talk.say('the first one'), 'product')).toHaveLength(1);
  const still = cardsOfType(await other.say('the first one'), 'product');
  expect(still[0]?.name).toMatch(/mug/i);
});

test.each([
  ['black is my colour', 'wipe black from what you know about me'],
  ['I love blue', 'can you unlearn that I like blue?'],
  ['I love blue', 'get rid of the note saying I like blue'],
  ['I love blue', 'I no longer want blue listed as something I like, take it out'],
  ['我喜欢黑色', '我不想让你们存我偏爱黑色这件事，清掉'],
  ['我喜欢黑色', '资料里关于黑色的喜好帮我抹掉'],
  ['我喜欢黑色', '之前说喜欢黑色的话作废，不要保存'],
])('after “%s” it is forgotten, in other words than its own: %s', async (told, says) => {
  const talk = await shop.talkTo();
  await talk.say(told);
  expect(await factsOf(talk)).toHaveLength(1);
  await talk.say(says);
  expect(await factsOf(talk)).toEqual([]);
});

test.each([
  ["in footwear I've always been a 43", 'I typed that wrong, should have been 42'],
  ['我鞋码43', '打错了，是42'],
])('a size told wrong is put right: %s, %s', async (told, says) => {
  const talk = await shop.talkTo();
  await talk.say(told);
  await talk.say(says);
  expect((await factsOf(talk)).filter(fact => fact.startsWith('size'))).toEqual(['size=42']);
});

test.each([
  ['I wear size 43 shoes and I hate polyester', 'forget my shoe size', 'and now?'],
  ['我穿43码的鞋，讨厌涤纶', '把鞋码忘了', '然后呢'],
])('what is left is told where it is asked after that: %s, %s, %s', async (told, forgets, says) => {
  const talk = await shop.talkTo();
  await talk.say(told);
  await talk.say(forgets);
  const { text, cards } = await talk.say(says);
  expect(text).toMatch(/what you've told me|告诉过我的内容/);
  expect(cards.map(card => card.type)).toContain('facts');
});
