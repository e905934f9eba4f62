import { expect, test } from 'vitest';
import type { Product } from '../../../knowledge/domain/product.ts';
import { workOf } from '../../../knowledge/language/least-work.test-helper.ts';
import { createFamilies } from '../../../knowledge/retrieval/goods/families.ts';
import { pageSays } from '../../../knowledge/retrieval/goods/page-says.ts';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { type ConversationMemory, emptyMemory } from '../../memory.ts';
import { demoView, turnOf } from '../fixture.ts';
import { sidesIn } from '../pointing/compared.ts';
import { createUnderstander } from '../understand.ts';

const view = demoView();
const understander = createUnderstander(view, learnIntents);
const families = createFamilies(view.products);
const named = (part: string): Product => view.products.find(p => Object.values(p.name).some(n => n?.includes(part)))!;
const modelOf = (product: Product | undefined): string => (product ? families.keyOf(product).split('|')[2]! : '');
const after = (part: string): ConversationMemory => ({
  ...emptyMemory,
  turns: 2,
  shown: [named(part).id],
  focus: named(part).id,
  lastIntent: 'product-details',
});
const heard = (text: string, memory: ConversationMemory = emptyMemory) => {
  const understood = understander.understand(turnOf(text), memory);
  const { products, ordinal } = understood.entities;
  const id = products[0] ?? memory.focus ?? (ordinal ? memory.shown[ordinal - 1] : undefined);
  return { ...understood, product: id ? view.byId.get(id) : undefined };
};

test.each([
  ['the red roll-top pack, how many litres', 'roll-top', 'Capacity: 25 l'],
  ['how many litres is the Sleeper Train duffel', 'duffel', 'Capacity: 40 l'],
  ['how heavy is the telescope', 'telescope', 'Weight: 2.7 kg with the tripod'],
  ['is the Tempo 3 good for marathons', 'tempo 3', undefined],
  ['Line 2 commuter backpack, does it have a chest strap and a rain cover', 'commuter', 'Chest strap: yes'],
  ['how long does the battery of the Hush over-ear last', 'hush', 'Battery life: 40 hours'],
  ['卷口背包能装多少升', 'roll-top', '25 升'],
  ['流萤台灯是充电的还是插电的', 'table lamp', '充电：USB-C'],
])('"%s" is asked of that product and answered from its page', (text, model, said) => {
  const { intent, product, compares, asks, language } = heard(text);
  expect(intent).toBe('product-details');
  expect(modelOf(product)).toContain(model);
  expect(compares).toBeUndefined();
  const page = pageSays(product!, asks ?? [], language);
  if (said === undefined) expect(page.said.join()).toBe('');
  else expect(page.said.join()).toContain(said);
});

test.each([
  ['how bright is it and is it battery or cable', 'Firefly', ['power', 'brightness']],
  ['does it survive minus 15?', 'Goosefall', ['temperature']],
  ['you compared two colours, i asked about litres', 'Downpour', ['capacity']],
  ['can I put it in the oven', 'Morning bowls', ['oven']],
  ['has it got caffeine?', 'Roasted buckwheat', ['caffeine']],
  ['有胸带吗', '倾盆', ['胸带']],
  ['它多重', '倾盆', ['weight']],
])('"%s" is asked of what was looked at', (text, focus, asked) => {
  const { intent, asks = [] } = heard(text, after(focus));
  expect(intent).toBe('product-details');
  expect(asks.map(one => one.kind ?? one.words)).toEqual(asked);
});

test.each([
  ['tell me about the Ferryman rain poncho', []],
  ['the cardholder in brown, is it leather', ['material:leather']],
  ['is the Line 2 backpack waterproof', ['feature:waterproof']],
])('of "%s" only what is asked is looked up, not what says which one is meant', (text, wanted) => {
  const { intent, asksOf = [] } = heard(text);
  expect(intent).toBe('product-details');
  expect(asksOf.map(({ slot, value }) => `${slot}:${value}`)).toEqual(wanted);
});

test('a colour that is said is the one looked at', () => {
  expect(heard('the red roll-top pack, how many litres').product?.attributes.colour).toContain('red');
  expect(heard('the cardholder in brown, is it leather').product?.attributes.colour).toContain('brown');
});

test.each([
  ['whats the difference between pebble and plain', 'pebble', 'plain wired'],
  ['Petal or the Tempo 3?', 'petal', 'tempo 3'],
  ['which is cheaper, the parka or the down jacket', 'parka', 'down jacket'],
  ['difference between the over ear and on ear', 'over-ear', 'on-ear'],
  ['卵石耳机和素声耳机有什么区别', 'pebble', 'plain wired'],
])('"%s" weighs two models', (text, one, other) => {
  const { intent, compares, entities } = heard(text);
  expect({ intent, compares }).toEqual({ intent: 'product-details', compares: true });
  const models = entities.products.map(id => modelOf(view.byId.get(id)));
  expect(models[0]).toContain(one);
  expect(models[1]).toContain(other);
});

test('whatever is asked of one model by its name, its colours are not weighed against each other', () => {
  for (const product of view.products.filter((p, i) => !p.hidden && i % 9 === 0)) {
    const name = product.name.en!.split(',')[0]!;
    for (const text of [`${name}, is it any good?`, `tell me about the ${name}`, `how big is the ${name}`, `${name}`]) {
      const { entities, compares } = heard(text);
      const models = new Set(entities.products.map(id => families.keyOf(view.byId.get(id)!)));
      expect({ text, compares, models: models.size }).toEqual({
        text,
        compares: undefined,
        models: entities.products.length,
      });
    }
  }
});

test.each([
  'add the Pebble and the Plain to my cart',
  'do you have tea or coffee',
  'yes or no',
  'can I return it or not',
])('"%s" weighs nothing', text => {
  expect(heard(text).compares).toBeUndefined();
});

test('two sides are found in a text of any length in no time', () => {
  const long = fold(`is ${'very nice '.repeat(1_000)} or `);
  const read = () => {
    sidesIn(long);
    understander.understand(turnOf(long), emptyMemory);
  };
  expect(workOf(read, 300)).toBeLessThan(300);
});

test('small, large, over and the like name no product', () => {
  expect(heard('what is better for a beginner, pour over or espresso?').entities.products).toEqual([]);
  expect(heard('the small one of buckwheat, in stock?').entities.products).toEqual([]);
});
