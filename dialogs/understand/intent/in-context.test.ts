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
  ['what does something has to be likelier by more', 'stock', { 'add-to-cart': 0.5, stock: 0.4 }, undefined],
  ['what asks first need not be', 'question', { 'cancel-order': 0.5, question: 0.35 }, 'cancel-order'],
  ['not everything is erased on a likelihood: what is known is shown', 'unclear', { 'forget-all': 0.99 }, 'about-me'],
  ['what is likely to be forgotten is shown', 'unclear', { forget: 0.5 }, 'about-me'],
  ['what surely is goes', 'unclear', { forget: 0.9 }, 'forget'],
  ['offers are switched off where it is likely by far', 'no', { 'opt-out': 0.9 }, 'opt-out'],
  ['nothing is switched on a likelihood', 'no', { 'opt-in': 0.99 }, 'about-me'],
  ['no deal is taken where none is on the table', 'yes', { 'apply-offer': 0.99 }, undefined],
  ['what was said in closed words stays', 'forget', { 'product-search': 0.99 }, undefined],
  ['what it was taken for stays', 'stock', { stock: 0.9 }, undefined],
])('%s', (_what, taken, probabilities, meant) => {
  expect(meantInContext(message(taken), sure(probabilities))?.intent).toBe(meant);
});

test('a deal that is on the table is taken or turned down as it is likely meant', () => {
  expect(meantInContext(message('yes', { offer: 1 }), sure({ 'apply-offer': 0.9 }))?.intent).toBe('apply-offer');
  expect(meantInContext(message('no', { offer: 1 }), sure({ 'decline-offer': 0.9 }))?.intent).toBe('decline-offer');
});

test('deals in closed words are deals, by a likeness they may be something else', () => {
  const judged = sure({ 'view-cart': 0.9 });
  expect(meantInContext(message('deals', { 'decided:deals:19': 1 }), judged)).toBeUndefined();
  expect(meantInContext(message('deals', { 'decided:deals:12': 1 }), judged)?.intent).toBe('view-cart');
});

test('a rule that is read is asked about, unless an order is to be called off by far', () => {
  const ruled = message('question', { 'is:policy': 1 });
  expect(meantInContext(ruled, sure({ 'cancel-order': 0.5, question: 0.3 }))).toBeUndefined();
  expect(meantInContext(ruled, sure({ 'cancel-order': 0.8, question: 0.1 }))?.intent).toBe('cancel-order');
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
