import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

/** What is to go into the cart, in ordinary words: of which goods, how many, in which size. */
const view = demoView();
const understander = createUnderstander(view, learnIntents);
const called = (name: string) => view.products.filter(p => p.name.en?.includes(name));
const listOf = (name: string): ConversationMemory => ({
  ...emptyMemory,
  turns: 2,
  shown: called(name).map(p => p.id),
  lastIntent: 'product-search',
});
const mugs = listOf('Thumbprint mug');
const jackets = listOf('Quilted Teahouse');
const raincoat: ConversationMemory = {
  ...listOf('Tadpole'),
  focus: called('Tadpole')[0]!.id,
  lastIntent: 'product-details',
};

/** "Thumbprint mug, sage x2 in m"; "?3" where any of three may be meant. */
const added = (text: string, memory: ConversationMemory = emptyMemory): string => {
  const { intent, entities, among, size } = understander.understand(turnOf(text), memory);
  if (intent !== 'add-to-cart') return intent;
  const place = entities.ordinal ? memory.shown[entities.ordinal - 1] : entities.products[0];
  const product = view.byId.get(place ?? memory.focus ?? mugs.shown[9]!);
  return [
    among ? `?${among.length}` : (product?.name.en ?? '-'),
    entities.quantity === undefined ? '' : `x${entities.quantity}`,
    size === undefined ? '' : `in ${size}`,
  ]
    .filter(Boolean)
    .join(' ');
};

describe('goods that are named or described', () => {
  test.each([
    ['Kilnfold Thumbprint mug sage, add two', 'Kilnfold Thumbprint mug, sage x2'],
    ['then put in a sage mug, two of them', 'Kilnfold Thumbprint mug, sage x2'],
    ['Slowhill Roasted buckwheat tea 100g add to cart', 'Slowhill Roasted buckwheat tea, 100 g'],
    ['Broadway wide fit shoe, slate grey, size 42, add it', 'Wild Yonder Broadway wide-fit shoe, slate grey in 42'],
    ['can I have Sheepfold fleece in L, in green', 'Fellhare Sheepfold fleece, pine green in l'],
    ['I want to buy the Rainline in red', 'Puddlejump Rainline waterproof running shoe, brick red'],
    ['鼠尾草绿的马克杯加入购物车', 'Kilnfold Thumbprint mug, sage'],
  ])('%s', (text, meant) => expect(added(text)).toBe(meant));
  test.each([['add the Tempo 3 to my cart', called('Tempo 3').length]])('%s leaves open which', (text, many) =>
    expect(added(text)).toBe(`?${many}`),
  );
});

test('of a kind it is looked for, and goes into the cart once it is known which', () =>
  expect(understander.understand(turnOf('add two mugs to my cart'), emptyMemory)).toMatchObject({
    intent: 'product-search',
    toCart: 2,
  }));

describe('one of the list', () => {
  test.each([
    ['the red one, 2 of them please', mugs, 'Kilnfold Thumbprint mug, brick red x2'],
    ['红色的来两个', mugs, 'Kilnfold Thumbprint mug, brick red x2'],
    ['the purple one in M add it', jackets, 'Wild Yonder Quilted Teahouse jacket, night plum in m'],
    ['put the red one in L in my cart', jackets, 'Wild Yonder Quilted Teahouse jacket, brick red in l'],
    ['add the red one to my bag', mugs, 'Kilnfold Thumbprint mug, brick red'],
    ['ok M i guess. add it', raincoat, `${called('Tadpole')[0]!.name.en} in m`],
  ])('%s', (text, memory, meant) => expect(added(text, memory)).toBe(meant));
});

describe('a number of shoes is a size, and of the one spoken of one is taken', () => {
  const shoe = called('Broadway wide-fit shoe, ink black')[0]!;
  const seen: ConversationMemory = {
    ...emptyMemory,
    turns: 2,
    shown: [shoe.id],
    focus: shoe.id,
    lastIntent: 'product-details',
  };
  const mug: ConversationMemory = { ...seen, shown: [mugs.shown[0]!], focus: mugs.shown[0]! };
  const first = view.byId.get(mugs.shown[0]!)!.name.en;
  test.each([
    ["ok, i'll take 42 then. broadway in black", emptyMemory, `${shoe.name.en} in 42`],
    ["i'll take 42 then", seen, `${shoe.name.en} in 42`],
    ["i'll take 2 pairs", seen, `${shoe.name.en} x2`],
    ["i'll take 42 of them", seen, `${shoe.name.en} x42`],
    ["i'll take 40 of them", mug, `${first} x40`],
    ['great, one of those please', mug, `${first}`],
    ['好的，来一个', mug, `${first}`],
  ])('%s', (text, memory, meant) => expect(added(text, memory)).toBe(meant));
});

test('of several kinds that are named they are looked for', () =>
  expect(understander.understand(turnOf('add a mug and a flask'), emptyMemory)).toMatchObject({
    intent: 'product-search',
    toCart: 1,
  }));

test('the size told for the search is the size it goes into the cart in', () => {
  const size = { slot: 'size', value: '42', polarity: 'like', forWhom: 'self', quote: '42', confidence: 1 } as const;
  expect(added('add the second one', { ...mugs, search: [size] })).toContain('in 42');
});

test('so many as were told before it was asked of what', () => {
  const asked: ConversationMemory = { ...mugs, toCart: { quantity: 3, at: 1 }, lastIntent: 'add-to-cart' };
  for (const text of ['the sage one', 'sage', 'Kilnfold Thumbprint mug, sage', 'the sage one please'])
    expect([text, added(text, asked)]).toEqual([text, 'Kilnfold Thumbprint mug, sage x3']);
  expect(added('is the sage one dishwasher safe?', asked)).not.toContain('x3');
  expect(added('the sage one', { ...asked, turns: 4 })).toBe('product-details');
});

test.each([
  'can you add a gift box to it?',
  'add my address',
  'how do I add something to my cart?',
  'I want to buy a jacket',
  "don't add it yet",
  'if I add two, is delivery free?',
  'should I add it?',
  'give me a discount on the Tempo 3',
  'can I get a refund for the Rainline',
])('%s adds nothing', text => {
  for (const memory of [emptyMemory, mugs])
    expect(understander.understand(turnOf(text), memory).intent).not.toBe('add-to-cart');
});
