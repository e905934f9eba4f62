import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

/** What sounds like thanks, an order to buy or a judgement of the list, and is none. */
const view = demoView();
const understander = createUnderstander(view, learnIntents);
const jackets = view.products.filter(p => p.category === 'jackets').slice(0, 3);
const listed: ConversationMemory = {
  ...emptyMemory,
  turns: 3,
  shown: jackets.map(p => p.id),
  lastIntent: 'product-search',
  search: [
    { slot: 'category', value: 'rain-jackets', polarity: 'like', forWhom: 'self', quote: 'jacket', confidence: 0.9 },
  ],
};
const heard = (text: string, memory = listed) => understander.understand(turnOf(text), memory);

describe('thanks', () => {
  test.each([
    'my parcel arrived safely, thanks',
    'got it, thanks',
    'it works now, thank you',
    '收到了，谢谢',
    '货到了，谢谢',
  ])('%s', text => expect(heard(text, emptyMemory).intent).toBe('thanks'));
  test.each([
    'have you got running shoes, thanks',
    'has my order arrived yet, thanks',
    'find me a bag that fits a laptop, thanks',
    'my parcel got lost, thanks',
    'received a different colour, thanks',
    'the parcel arrived open, thanks',
    '收到货后怎么退货，谢谢',
    '收到后多久退款，谢谢',
    '收到一个空盒子，谢谢',
  ])('%s is more than that', text => expect(heard(text, emptyMemory).intent).not.toBe('thanks'));
});

describe('turned down', () => {
  test.each([
    ['第二个不要', 'product-search'],
    ["I don't want the second one", 'product-search'],
    ['第二个不要，别的都可以', 'product-search'],
  ] as const)('%s: that one alone, and nothing goes into the cart', (text, intent) => {
    for (const lastIntent of ['product-search', 'deals'] as const) {
      const { rejects, ...u } = heard(text, { ...listed, lastIntent });
      expect([u.intent, rejects]).toEqual([intent, [jackets[1]!.id]]);
    }
  });
  test.each([
    ['Not these, something in blue', jackets.map(p => p.id)],
    ['too bright', jackets.map(p => p.id)],
    ['Not for me, for my mum', undefined],
    ['a plain, blue jacket', undefined],
    ['so bright!', undefined],
    ['不行，我要退货', undefined],
    ['不要，谢谢', undefined],
  ])('%s', (text, rejects) => expect(heard(text).rejects).toEqual(rejects));
  test.each(['I need rain jackets for next week', '雨衣还有没有蓝色的'])('%s hides none of them', text =>
    expect(heard(text).unlikeShown).toBeUndefined(),
  );
});

test.each([
  ["what's the biggest discount I can get?", 'deals'],
  ["what's the smallest order for free shipping?", 'question'],
  ['收到一个空盒子，谢谢', 'question'],
] as const)('%s', (text, intent) => expect(heard(text).intent).toBe(intent));

test.each([
  'no worries, how do I wash the jacket',
  'no problem, when will the jacket be delivered to me',
  '不要紧，外套怎么洗',
  'how long is the warranty on shoes instead',
])('%s looks for no other goods', text => expect(heard(text).intent).not.toBe('product-search'));

describe('of the product looked at', () => {
  const looked: ConversationMemory = { ...listed, focus: jackets[0]!.id, lastIntent: 'product-details' };
  test.each([
    ['has it got here yet', 'order-status'],
    ['is it in my cart', 'view-cart'],
    ['有点贵', 'better-deal'],
    ['是不是包邮', 'question'],
    ['is it open on sunday', 'question'],
    ['is it lined', 'product-details'],
    ['有没有拉链', 'product-details'],
    ['有鸟笼吗', 'product-details'],
  ] as const)('%s: %s', (text, intent) => expect(heard(text, looked).intent).toBe(intent));
});

describe('a person is asked for in words of a person', () => {
  test.each(['electric, with temperature control', 'electric, with a lid', 'black, with a zip'])('not: %s', text =>
    expect(heard(text, emptyMemory).intent).not.toBe('person'),
  );
  test.each(['get me your boss', 'humna please', '叫你们店长来', '来个会喘气的'])('%s', text =>
    expect(heard(text, emptyMemory).intent).toBe('person'),
  );
});

test.each(['rice cooker for one person', 'an air fryer for one person', '一个人用的电饭煲'])(
  'a thing that is not sold stays what is wished for, whatever it is for: %s',
  text => expect(heard(text, emptyMemory).goods?.join()).toMatch(/cooker|fryer|电饭煲/),
);
