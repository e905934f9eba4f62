/** What is only liked is looked at and goes into no cart; what is asked of it by its place is what "it" is from then on. */
import { describe, expect, test } from 'vitest';
import { talkingShop } from '../testing/talking-shop.ts';

const shop = talkingShop();

const listed = { en: 'gift for a friend around 50', zh: '推荐点50块左右的礼物' };

describe.each([
  ['en', 'i like the second one', 'ok add it'],
  ['en', 'love the second one!', 'ok add it'],
  ['en', 'the second one looks lovely', 'ok add it'],
  ['en', 'i like the second one. how long does delivery take?', 'ok add it'],
  ['en', 'the second one looks good, does it come gift wrapped?', 'ok add it'],
  ['zh', '我喜欢第二个', '那来一个'],
  ['zh', '第二个挺好看的', '那来一个'],
  ['zh', '第二个不错，能包装吗', '那来一个'],
] as const)('%s: %s', (language, liked, taken) => {
  test('nothing goes in before it is said, and then that one does', async () => {
    const talk = await shop.talkTo();
    const [, second] = (await talk.say(listed[language])).cards;
    await talk.say(liked);
    const before = await talk.say(language === 'en' ? "what's in my cart?" : '购物车里有什么');
    expect(before.text).toMatch(/empty|空/);
    await talk.say(listed[language]);
    await talk.say(liked);
    const added = await talk.say(taken);
    expect(added.text).toContain((second as { name: string }).name);
    expect(added.text).toMatch(/is in your cart|已加入购物车/);
  });
});

test.each([
  ['gift for a friend around 50', 'second one is great, i want that'],
  ['推荐点50块左右的礼物', '第二个不错，要了'],
])('%s: "%s" takes it', async (search, taken) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  expect((await talk.say(taken)).text).toMatch(/is in your cart|已加入购物车/);
});

test.each([
  ['show me backpacks under 300', "I'll think about it, how long do you keep things in the cart", "what's in my cart?"],
  ['看看双肩包', '我再想想，购物车能保留多久', '购物车里有什么'],
])('%s, "%s" puts nothing in', async (search, hesitates, cart) => {
  const talk = await shop.talkTo();
  await talk.say(search);
  await talk.say(hesitates);
  expect((await talk.say(cart)).text).toMatch(/empty|空/);
});

test.each([
  [['有双肩包吗', '有保温杯吗', '我就要装电脑的']],
  [['有跑鞋吗', '有背包吗', '我就要反光的']],
  [['有夹克吗', '有跑鞋吗', '我就要防水的']],
  [['有双肩包吗', '有旅行包吗', '我要能装电脑的']],
  [['有保温杯吗', '就要护眼的']],
  [['有保温杯吗', '就要大一点的']],
  [['show me backpacks', 'show me flasks', 'I want one for a laptop']],
  [['show me jackets', 'show me running shoes', 'only waterproof ones please']],
])('%j tells how it should be, and orders nothing seen before', async says => {
  const talk = await shop.talkTo();
  for (const one of says) expect((await talk.say(one)).text).not.toMatch(/in your cart|已加入购物车/);
  expect((await talk.say('看看购物车')).text).toMatch(/empty|空/);
});

test.each([
  [['有保温杯吗', '我就要红色的'], '砖红'],
  [['有双肩包吗', '有保温杯吗', '就要这个'], '保温杯'],
])('%j takes one', async (says, what) => {
  const talk = await shop.talkTo();
  let text = '';
  for (const one of says) ({ text } = await talk.say(one));
  expect(text).toMatch(new RegExp(`${what}.*已加入购物车`, 'u'));
});
