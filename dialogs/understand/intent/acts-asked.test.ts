import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

/** What a message makes the shop do: nothing that it does not ask for. */
const view = demoView();
const understander = createUnderstander(view, learnIntents);
const shoes = view.products.filter(p => p.category === 'running-shoes').slice(0, 5);
const listed: ConversationMemory = {
  ...emptyMemory,
  turns: 3,
  shown: shoes.map(p => p.id),
  lastIntent: 'product-search',
  search: [
    { slot: 'category', value: 'running-shoes', polarity: 'like', forWhom: 'self', quote: 'shoes', confidence: 0.9 },
  ],
};
const closeUp: ConversationMemory = { ...listed, focus: shoes[1]!.id, lastIntent: 'product-details' };
const ofTwo: ConversationMemory = { ...listed, shown: listed.shown.slice(0, 2) };
const offered: ConversationMemory = { ...listed, lastIntent: 'better-deal' };
const heard = (text: string, memory = emptyMemory) => understander.understand(turnOf(text), memory);

describe('a person is asked for, whatever opens the message', () => {
  const openings = ['', 'ok ', 'ok, please ', 'sure, ', 'yes, ', 'no ', 'hello, ', 'thanks, '];
  test.each(['a human please', 'talk to a person', 'I want to speak to a human', 'get me someone'])('%s', text => {
    for (const opening of openings) expect([opening, heard(opening + text).intent]).toEqual([opening, 'person']);
  });
  test.each([
    'can someone call me about this',
    '好的，转人工',
    '能给我打个电话吗',
    'ok can a human help me',
    'is there anyone real i can ask',
    'any humans around?',
    'could a real person look at this',
    "i don't want to talk to a bot",
    'can you people just call me',
  ])('%s', text => expect(heard(text).intent).toBe('person'));
  test.each(['call me when it ships', 'are you a human'])('no person: %s', text =>
    expect(heard(text).intent).not.toBe('person'),
  );
});

describe('who wants to see the cart puts nothing into it', () => {
  test.each(['购物车给我看一下', '给我看一下购物车', '把购物车给我看看', '帮我看下我的购物车', '看看购物车里有啥'])(
    '%s',
    text => {
      expect(heard(text, { ...closeUp, lastIntent: 'add-to-cart' }).intent).toBe('view-cart');
      expect(heard(text).intent).toBe('view-cart');
    },
  );
});

describe('an answer in a word is nothing but that', () => {
  test.each([
    'ok robot, my bf dumped me. cheer me up',
    'no there should be one on the way, a mug i think',
    'yes but my colleague got a different tea from the one he ordered',
    'thanks but the zip of my jacket came apart on tuesday',
    '不是，应该还有一个杯子在路上的',
  ])('%s', text => expect(['yes', 'no', 'thanks', 'goodbye']).not.toContain(heard(text).intent));
  test.each([
    ['yes please go ahead', 'yes'],
    ["no I don't think so, thanks", 'no'],
    ['今天不买了', 'no'],
    ['别的不要了', 'no'],
    ['thanks a lot, you were really helpful today', 'thanks'],
    ['ok thanks bye', 'goodbye'],
  ] as const)('%s', (text, intent) => expect(heard(text).intent).toBe(intent));
});

describe('a deal is looked for only where money off is spoken of', () => {
  const deals: ReadonlySet<Intent> = new Set(['deals', 'better-deal', 'apply-offer']);
  test.each([
    'whats better of the first two for long distance on asphalt',
    'which one is better on a plane',
    'what is better for a beginner, pour over or espresso?',
    'thats a lot. just the cheapest way to start',
    'hmm no the second is too expensive, something under 150',
    'bit pricey. under 400, for a man size L',
    "it's a bit expensive, anything cheaper?",
    'an umbrella for me, not too expensive',
    'what is the best tea to sleep better',
    'a better one for winter please',
    '第一个和第二个哪个更好',
    '有点贵，有没有200以内的',
  ])('%s', text => {
    for (const memory of [emptyMemory, listed, ofTwo, closeUp])
      expect(deals.has(heard(text, memory).intent)).toBe(false);
  });
  test.each([
    'can you do better',
    'can I have it for less',
    'knock a bit off',
    "what's your best price",
    'could you do 20% if i buy 6 mugs',
    '便宜点吧',
    '能不能打个折',
  ])('%s', text => {
    for (const memory of [emptyMemory, closeUp]) expect(deals.has(heard(text, memory).intent)).toBe(true);
  });
  test('too dear, said of one thing or of a deal, haggles', () => {
    expect(heard('too expensive', closeUp).intent).toBe('better-deal');
    expect(heard('cheaper please, come on', offered).intent).toBe('better-deal');
  });
  test('dear, and what is wished for in its place', () => {
    expect(heard('bit pricey. under 400, for a man size L', listed)).toMatchObject({
      intent: 'product-search',
      cheaper: true,
    });
    expect(heard("it's a bit expensive, anything cheaper?", closeUp)).toMatchObject({
      intent: 'product-search',
      cheaper: true,
    });
  });
  test('of two shown, which is better compares them', () => {
    for (const text of ['which one is better on a plane', 'whats better of the first two for long distance on asphalt'])
      expect(heard(text, ofTwo)).toMatchObject({
        intent: 'product-details',
        entities: { products: ofTwo.shown },
      });
  });
});

describe('a question never changes the cart', () => {
  const acts: ReadonlySet<Intent> = new Set(['add-to-cart', 'remove-from-cart', 'change-quantity', 'reorder']);
  test.each([
    'i ask about the second one half price. do they need to be the same?',
    'does the half price count for two different teas',
    'is it half price on the second',
    'do I get the second one free?',
    'what do I pay if I buy two of them?',
    '第二件半价的，两件要一样吗？',
    'how do I add something to my cart?',
    'and can i use it together with a promo code on the same order?',
    'does the discount count for the same order?',
    'did you add it?',
    'is the dripper in my cart or not?',
  ])('%s', text => {
    for (const memory of [emptyMemory, listed, closeUp, ofTwo])
      expect(acts.has(heard(text, memory).intent)).toBe(false);
  });
  test('the name of a deal is no place of the list', () => {
    expect(heard('is the second one half price?', listed).entities.ordinal).toBeUndefined();
    expect(heard('第二件半价怎么算', listed).entities.ordinal).toBeUndefined();
  });
  test.each(['could you add the second one?', 'could I get the first one please?', '能帮我加第二个吗'])('%s', text =>
    expect(heard(text, listed).intent).toBe('add-to-cart'),
  );
});

describe('the number of an order is no price', () => {
  test.each(['i want to RETURN the blue band from 28226', 'return the band from order 28226', 'from 28226'])(
    '%s',
    text => {
      const { entities, preferences } = heard(text);
      expect(entities).toMatchObject({ orderNumber: '28226' });
      expect(entities.budget).toBeUndefined();
      expect(preferences.filter(p => p.slot === 'budget')).toEqual([]);
    },
  );
  test('with its currency it is one', () =>
    expect(heard('watches from ¥28226').entities.budget).toMatchObject({ bound: 'min', amount: 28_226 }));
});

test('whether something is in the cart is told by the cart', () => {
  for (const text of ['did you add it?', 'is the dripper in my cart or not?', 'is it in my cart?', '加进去了吗'])
    expect(heard(text, closeUp).intent).toBe('view-cart');
  expect(heard('did you put a zip on it?', closeUp).intent).not.toBe('view-cart');
});

test('an order is bought again where that is asked for', () => {
  for (const text of ['can i order the same again?', "i'd like the same order again", 'same as last time please'])
    expect(heard(text).intent).toBe('reorder');
});

test('both are the two of the list', () => {
  expect(heard('just put both in my cart', ofTwo)).toMatchObject({ intent: 'add-to-cart', together: ofTwo.shown });
  expect(heard('just put both in my cart', listed).together).toBeUndefined();
});

test.each(['i want to cancel what i ordered yesterday, changed my mind', 'cancel 28226'])('%s: an order', text =>
  expect(heard(text).intent).toBe('cancel-order'),
);

test('what goes with it is another thing', () => {
  for (const text of ['what coffee goes with it', 'which coffee would go well with it?'])
    expect(heard(text, closeUp)).toMatchObject({ intent: 'product-search' });
});

test.each(['ok robot, my bf dumped me. cheer me up', 'ok so what do you have for keeping warm outdoors'])(
  '%s asks for no cart and no profile',
  text => expect(['view-cart', 'about-me', 'thanks']).not.toContain(heard(text).intent),
);

test('whether a deal wants the same thing twice is told by its rule', () => {
  for (const text of ['does the half price count for two different teas', '第二件半价的，两件要一样吗？'])
    expect(heard(text)).toMatchObject({ intent: 'promotion-question', entities: { aspect: 'how' } });
});
