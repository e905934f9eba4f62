import { describe, expect, test } from 'vitest';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView, turnOf, written } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const heard = (text: string, memory: ConversationMemory = emptyMemory) => understander.understand(turnOf(text), memory);
const models = (text: string, memory?: ConversationMemory): string[] =>
  heard(text, memory).entities.products.map(id => view.byId.get(id)!.name.en!.split(',')[0]!);

describe('a product that is named is one, in however many colours it comes', () => {
  test.each([
    ['is the Tempo 3 good for marathon', ['Ostrel Tempo 3 road shoe']],
    ['tell me about the Ferryman rain poncho', ['Puddlejump Ferryman rain poncho']],
    ['Petal or the Tempo 3?', ['Ostrel Tempo 3 road shoe', "Ostrel Petal women's road shoe"]],
    [
      'which is cheaper, the longwinter parka or the goosefall?',
      ['Fellhare Longwinter parka', 'Fellhare Goosefall down jacket'],
    ],
  ])('%s', (text, names) => expect(new Set(models(text))).toEqual(new Set(names)));

  test('the colour that is said, or else the one that was shown', () => {
    const [red] = heard('how many litres is the red roll-top pack').entities.products;
    expect(view.byId.get(red!)?.attributes.colour).toContain('red');
    const fleeces = view.products.filter(p => p.name.en?.includes('Sheepfold'));
    const memory = { ...emptyMemory, shown: [fleeces[2]!.id] };
    expect(heard('does the sheepfold fleece come in L?', memory).entities.products).toEqual([fleeces[2]!.id]);
  });
});

test.each([
  ['ferryman rain poncho', 'product-details'],
  ['Two-storey lunch box', 'product-details'],
  ['are the Longway shoes waterproof', 'product-details'],
  ['how many litres is the Sleeper Train duffel', 'product-details'],
  ['Broadway wide fit shoe, slate grey, size 42, add it', 'add-to-cart'],
  ['Slowhill Roasted buckwheat tea 100g add to cart', 'add-to-cart'],
  ['how long does delivery of the Tempo 3 take', 'question'],
] as const)('"%s" is %s', (text, intent) => expect(heard(text).intent).toBe(intent));

describe('so many of a kind, and then which', () => {
  test('are looked for, to be put into the cart', () => {
    const { intent, toCart, preferences } = heard('add two mugs');
    expect([intent, toCart]).toEqual(['product-search', 2]);
    expect(written(preferences)).toContain('product=mug');
  });
  const asked: ConversationMemory = {
    ...emptyMemory,
    turns: 2,
    shown: view.products.filter(p => p.attributes.type?.includes('mug')).map(p => p.id),
    toCart: { quantity: 2, at: 1 },
  };
  test.each(['the second one', 'the red one please'])('%s: that many of it', text => {
    const { intent, entities, toCart } = heard(text, asked);
    expect(intent === 'add-to-cart' ? entities.quantity : toCart).toBe(2);
  });
  test('a question is no pick, nor is what comes later', () => {
    expect(heard('is the second one microwave safe?', asked).intent).not.toBe('add-to-cart');
    expect(heard('the second one', { ...asked, turns: 4 }).intent).toBe('product-details');
  });
});

test.each([
  ['running shoes size 43', 'category=running-shoes size=43'],
  ['waterproof running shoes size 43', 'category=running-shoes feature=waterproof size=43'],
  ['jacket size M', 'category=jackets size=m'],
])('goods and a size ask for the goods: %s', (text, wishes) => {
  const { intent, preferences } = heard(text);
  expect([intent, written(preferences)]).toEqual(['product-search', wishes]);
});

test.each([
  ['ok please a human', 'person'],
  ['sure, a human please', 'person'],
  ['can someone call me about this', 'person'],
  ['no there should be one on the way, a mug i think', 'unclear'],
  ['wireless earbuds under 200 that work with iphone', 'product-search'],
  ['frying pan that works on induction', 'product-search'],
  ['oolong tea', 'product-search'],
])('"%s" is %s', (text, intent) => expect(heard(text).intent).toBe(intent));

test.each([
  'what is better for a beginner, pour over or espresso?',
  'which one is better on a plane',
  'the second one half price, do they need to be the same?',
])('neither a deal nor an order: %s', text =>
  expect(['deals', 'better-deal', 'add-to-cart']).not.toContain(heard(text).intent),
);
