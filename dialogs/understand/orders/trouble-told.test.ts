import { describe, expect, test } from 'vitest';
import { fold } from '../../../knowledge/retrieval/text/fold.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import { emptyMemory } from '../../memory.ts';
import type { Intent } from '../../turn.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander } from '../understand.ts';
import { asksForRemedy, pointsAtBought, tellsOfHarm } from './trouble-told.ts';

const understander = createUnderstander(demoView(), learnIntents);
const intentOf = (text: string, lastIntent?: Intent): Intent =>
  understander.understand(turnOf(text), { ...emptyMemory, turns: 1, ...(lastIntent ? { lastIntent } : {}) }).intent;

describe('harm done by what was bought is a complaint, and nothing to shop for', () => {
  test.each([
    'the serum i bought last month gave me a burning feeling, what now',
    'my skin is red and itchy, I used the cream you sold me',
    'I got a rash from the face oil I ordered',
    'the lamp I bought gave me an electric shock!',
    '在你们家买的面霜用了过敏了',
    '买的台灯冒烟了',
    'the charger I bought started smoking',
    'the candle I bought burned my hand',
  ])('%s', text => expect(intentOf(text)).toBe('complaint'));
  test('and a return where the money is asked for', () => {
    expect(intentOf('my face burns from the serum I bought from you. can I get my money back')).toBe('start-return');
    expect(intentOf('买的精华过敏了，要退款')).toBe('start-return');
  });
  test.each([
    'I need a candle that burns for long',
    'is the serum ok if I am allergic to perfume?',
    'i got the burnt orange mug',
    'I bought the smoked tea last week, do you have more',
    'my wife bought a candle, it smokes nicely',
    'the candle I bought burns so evenly',
    'I bought a rash guard from you',
    'a cream for itchy skin please',
    '敏感肌容易过敏，用哪款面霜',
  ])('but not: %s', text => expect(tellsOfHarm(fold(text))).toBe(false));
});

test('a fault told after a return was refused asks what can be done', () => {
  const text = 'its not broken. just too small. what can you do for me';
  expect(asksForRemedy(text, { lastIntent: 'start-return' })).toBe(true);
  expect(asksForRemedy(text, {})).toBe(false);
  expect(intentOf(text, 'start-return')).toBe('complaint');
});

test('a thing of the orders is not looked for in the shop', () => {
  const text = 'thats a shoe, i said jacket. the one i got in blue';
  expect(intentOf(text, 'order-status')).toBe('order-status');
  expect(intentOf('no there should be one on the way, a mug i think', 'order-status')).toBe('order-status');
  expect(pointsAtBought('do you have something like the jacket i bought', { lastIntent: 'order-status' })).toBe(false);
  expect(pointsAtBought(text, { lastIntent: 'product-search' })).toBe(false);
});
