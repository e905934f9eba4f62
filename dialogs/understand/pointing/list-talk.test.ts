import { describe, expect, test } from 'vitest';
import { asId, type OfferId } from '../../../knowledge/domain/ids.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

/** How people speak of a list that was shown, of one of it looked at closely, and of two that were compared. */
const view = demoView();
const understander = createUnderstander(view, learnIntents);
const shoes = view.products.filter(p => p.category === 'running-shoes').slice(0, 5);
const cheaperOfTwo = shoes[0]!.price.minor <= shoes[1]!.price.minor ? 1 : 2;
const prices = shoes.map(p => p.price.minor);
const cheapest = prices.indexOf(Math.min(...prices)) + 1;
const listed: ConversationMemory = {
  ...emptyMemory,
  turns: 3,
  shown: shoes.map(p => p.id),
  lastIntent: 'product-search',
  search: [
    { slot: 'category', value: 'running-shoes', polarity: 'like', forWhom: 'self', quote: 'shoes', confidence: 0.9 },
  ],
};
const memories = {
  listed,
  closeUp: { ...listed, focus: shoes[1]!.id, lastIntent: 'product-details' },
  compared: { ...listed, shown: listed.shown.slice(0, 2), lastIntent: 'product-details' },
} satisfies Record<string, ConversationMemory>;

/** "product-details 3 of waterproof": intent, which of the list, what of it, where in price. */
const heard = (text: string, when: keyof typeof memories): string => {
  const u = understander.understand(turnOf(text), memories[when]);
  const { ordinal, products, quantity } = u.entities;
  const places = products.map(id => shoes.findIndex(p => p.id === id) + 1);
  const place = places.length > 0 ? places.join('+') : ordinal;
  return [
    u.intent,
    place === undefined ? '' : String(place),
    quantity !== undefined && u.intent === 'add-to-cart' ? `x${quantity}` : '',
    u.asksOf ? `of ${written(u.asksOf)}` : '',
    u.cheaper ? 'cheaper' : '',
    u.dearer ? 'dearer' : '',
    u.likeShown ? `like ${written(u.preferences.filter(p => p.slot !== 'category' && p.slot !== 'product'))}` : '',
  ]
    .filter(Boolean)
    .join(' ');
};

describe('of the list', () => {
  test.each([
    ['the last one', 'product-details -1'],
    ['show me number 3', 'product-details 3'],
    ['what about the 4th one', 'product-details 4'],
    ['the one in the middle', 'product-details 3'],
    ['add number two to my cart', 'add-to-cart 2'],
    ["I'll take the first", 'add-to-cart 1'],
    ['two of the first one please', 'add-to-cart 1 x2'],
    ['add the first one and make it two', 'add-to-cart 1 x2'],
    ['第一个来两件', 'add-to-cart 1 x2'],
    ['do you have the second one in 43', 'stock 2 of size=43'],
    ['is number 3 in stock', 'stock 3'],
    ['1 vs 3', 'product-details 1+3'],
    ['third', 'product-details 3'],
    ['two packs of the first one', 'add-to-cart 1 x2'],
    ['whats the cheapest of those', `product-details ${cheapest}`],
    ['take it', 'add-to-cart 0'],
    ['来一瓶', 'add-to-cart'],
    ['show me the jackets', 'product-search'],
    ['how do the first two compare', 'product-details 1+2'],
    ['could you compare the top two for me?', 'product-details 1+2'],
    ['cheaper please', 'product-search cheaper'],
    ['anything cheaper and in blue?', 'product-search cheaper'],
    ['these running shoes are too expensive, anything cheaper?', 'product-search cheaper'],
    ['跑鞋太贵了，有没有便宜点的', 'product-search cheaper'],
    ['these are all too expensive, anything under that', 'product-search cheaper'],
    ['not too expensive please', 'product-search cheaper'],
    ['more expensive ones?', 'product-search dearer'],
    ["something nicer, price doesn't matter", 'product-search dearer'],
    ['like the last one but black', 'product-search -1 like colour=black'],
    ['similar to number 2 but waterproof', 'product-search 2 like feature=waterproof'],
    ['第3款怎么样', 'product-details 3'],
    ['最后那个多少钱', 'product-details -1'],
    ['中间那个', 'product-details 3'],
    ['倒数第二个', 'product-details -2'],
    ['要第二个', 'add-to-cart 2'],
    ['前两款对比一下', 'product-details 1+2'],
    ['有没有贵一点的', 'product-search dearer'],
    ['和第一个类似的，要防水的', 'product-search 1 like feature=waterproof'],
    ['第二个还有货吗', 'stock 2'],
  ])('%s', (text, meant) => expect(heard(text, 'listed')).toBe(meant));
});

describe('of one looked at closely', () => {
  test.each([
    ['size?', 'product-details'],
    ['leather?', 'product-details of material=leather'],
    ['in black?', 'product-details of colour=black'],
    ['does that one come in black', 'product-details 0 of colour=black'],
    ['add 2', 'add-to-cart x2'],
    ['right, that one', 'add-to-cart 0'],
    ['ok go for it', 'add-to-cart'],
    ['one please', 'add-to-cart'],
    ['compare it with the third', 'product-details 2+3'],
    ['两个', 'add-to-cart x2'],
    ['对，就这个', 'add-to-cart 0'],
    ['the same but in a 43', 'product-search like size=43'],
    ['same thing in blue', 'product-search like colour=blue'],
    ['do you have a cheaper version of this', 'product-search cheaper'],
    ['多大', 'product-details'],
    ['防水不', 'product-details of feature=waterproof'],
    ['黑色有吗', 'product-details of colour=black'],
    ['那双防水吗', 'product-details 0 of feature=waterproof'],
    ['来一个', 'add-to-cart'],
    ['来两双', 'add-to-cart x2'],
    ['有没有比这个便宜的', 'product-search 0 cheaper'],
    ['跟上次一样但要黑色', 'product-search like colour=black'],
    ['一样的要43码', 'product-search like size=43'],
    ['这款还有别的颜色吗', 'product-details 0'],
    ['this one or the third, which is better?', 'product-details 2+3'],
    ['这个和第一个哪个好', 'product-details 2+1'],
    ['do you think it suits a marathon', 'product-details of occasion=marathon'],
    ['下单', 'add-to-cart'],
  ])('%s', (text, meant) => expect(heard(text, 'closeUp')).toBe(meant));

  test.each([
    ['black', 'product-search'],
    ['show me others in black?', 'product-search'],
    ['便宜点', 'better-deal'],
    ['送女朋友什么礼物好', 'product-search'],
  ])('%s is no question about it', (text, meant) => expect(heard(text, 'closeUp')).toBe(meant));
});

describe('of two compared', () => {
  test.each([
    ['is the cheaper one any good', `product-details ${cheaperOfTwo}`],
    ['not that one, the other one', 'product-details 2'],
    ['the other one', 'product-details 2'],
    ["what's the difference between these two", 'product-details 1+2'],
    ['哪个更便宜', `product-details ${cheaperOfTwo}`],
    ['便宜的那个怎么样', `product-details ${cheaperOfTwo}`],
    ['另一个呢', 'product-details 2'],
    ['这两个有什么区别', 'product-details 1+2'],
  ])('%s', (text, meant) => expect(heard(text, 'compared')).toBe(meant));
});

test.each(['checkout', 'can I check out now?', '下单', '结账吧'])(
  '%s is paying, once something went into the cart',
  text => {
    const bought: ConversationMemory = { ...memories.closeUp, lastIntent: 'add-to-cart' };
    expect(understander.understand(turnOf(text), bought).intent).toBe('view-cart');
  },
);

test.each([
  ['那我退了吧', 'start-return'],
  ['please take back what you sent me', 'start-return'],
  ['do you take it back if I opened it', 'question'],
  ['算了不退了', 'cancel'],
  ['我上周买的鞋子小了', 'question'],
  ['which code saves the most?', 'deals'],
  ['用哪个券最划算', 'deals'],
  ['does WILD20 still work', 'promotion-question'],
  ['WILD20能用吗', 'promotion-question'],
  ['wrong colour, can I change it', 'question'],
  ["what's the cheapest way to get it delivered", 'question'],
])('%s', (text, intent) => {
  expect(understander.understand(turnOf(text), emptyMemory).intent).toBe(intent);
});

test('“the other day” points at none of two', () => {
  expect(heard('the other day it was cheaper', 'compared')).not.toMatch(/ [12]/);
});

test('an age or an amount names no product', () => {
  const { entities } = understander.understand(
    turnOf('my mum turns 60 next week, she drinks a lot of tea. ideas?'),
    emptyMemory,
  );
  expect(entities.products).toEqual([]);
});

test.each([
  ['im vegan, any leather free bags?', '-material=leather category=bags feature=vegan'],
  ['do you have a bag that isnt leather', '-material=leather category=bags'],
  ['有没有不含皮的包', '-material=leather category=bags'],
])('what is turned away is no question and turns nothing else away: %s', (text, wishes) => {
  const { intent, preferences } = understander.understand(turnOf(text), emptyMemory);
  expect([intent, written(preferences)]).toEqual(['product-search', wishes]);
});

test.each(['ok deal', "it's a deal!", '成交'])('“%s” takes the offer on the table', text => {
  const offered = { ...listed, offer: asId<OfferId>('offer-1'), lastIntent: 'better-deal' as const };
  expect(understander.understand(turnOf(text), offered).intent).toBe('apply-offer');
});

test.each([
  ['预算200左右', 'budget=max:25000:CNY budget=min:15000:CNY'],
  ['my budget is around 200', 'budget=max:25000:CNY budget=min:15000:CNY'],
  ['预算200', 'budget=max:20000:CNY'],
])('%s', (text, wished) => {
  expect(written(understander.understand(turnOf(text), emptyMemory).preferences)).toBe(wished);
});
