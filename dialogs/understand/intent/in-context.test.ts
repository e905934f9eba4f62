import { expect, test } from 'vitest';
import type { InContextClassifier, MessageInContext } from '../../../models/types.ts';
import type { Intent } from '../../turn.ts';
import { meantInContext } from './in-context.ts';

const message = (taken: Intent, signals: Record<string, number> = {}): MessageInContext<Intent> => ({
  text: 'the black one',
  taken,
  words: 'the black one',
  signals,
});

const sure = (probabilities: Partial<Record<Intent, number>>): InContextClassifier<Intent> => ({
  judge() {
    const [intent, probability] = Object.entries(probabilities).sort((a, b) => b[1] - a[1])[0] as [Intent, number];
    return { intent, probability, of: one => probabilities[one] ?? 0 };
  },
});

test.each<[string, Intent, Partial<Record<Intent, number>>, Intent | undefined]>([
  ['what is likelier by far is meant', 'unclear', { 'product-search': 0.8, unclear: 0.1 }, 'product-search'],
  ['what is hardly likelier is not', 'question', { 'product-search': 0.46, question: 0.44 }, undefined],
  ['what does something has to be likelier by more', 'stock', { 'add-to-cart': 0.5, stock: 0.35 }, undefined],
  ['nothing is erased on a likelihood', 'unclear', { 'forget-all': 0.99 }, undefined],
  ['nothing is switched off on a likelihood', 'no', { 'opt-out': 0.99 }, undefined],
  ['no deal is taken on a likelihood', 'yes', { 'apply-offer': 0.99 }, undefined],
  ['what was said in closed words stays', 'forget', { 'product-search': 0.99 }, undefined],
  ['what it was taken for stays', 'stock', { stock: 0.9 }, undefined],
])('%s', (_what, taken, probabilities, meant) => {
  expect(meantInContext(message(taken), sure(probabilities))?.intent).toBe(meant);
});

test("word for word an example of the shop's own, it means what the shop says", () => {
  expect(meantInContext(message('question', { 'is:taught': 1 }), sure({ 'product-search': 0.99 }))).toBeUndefined();
});

test.each([
  'is:onlyTold',
  'is:shopTalk',
  'is:notOurTrade',
  'is:policy',
  'is:adds',
  'is:edits',
  'read:harm',
  'read:claims',
  'read:ownOrder',
  'read:ownMoney',
  'read:returnable',
])('what was read for sure stays: %s', name => {
  expect(meantInContext(message('unclear', { [name]: 1 }), sure({ 'product-search': 0.99 }))).toBeUndefined();
});

test('a question puts nothing into the cart, and a piece that means nothing stays one', () => {
  const asked = { ...message('stock'), text: 'can the second one hold a camera?' };
  expect(meantInContext(asked, sure({ 'add-to-cart': 0.99 }))).toBeUndefined();
  expect(meantInContext(message('unclear'), sure({ question: 0.99 }), true)).toBeUndefined();
});

test('nothing is looked for where something of the world is asked', () => {
  const asked = { ...message('unclear'), text: 'Who won the world cup?' };
  expect(meantInContext(asked, sure({ 'product-search': 0.99 }))).toBeUndefined();
});

test('a listener that has no judgement changes nothing', () => {
  expect(meantInContext(message('question'), { judge: () => undefined })).toBeUndefined();
});
