import { expect, it } from 'vitest';
import { emptyMemory } from '../memory.ts';
import type { Card } from '../say/cards.ts';
import { type SummaryInput, summarise } from './summary.ts';

const source: Card = { type: 'source', title: 'Delivery', url: '/help/delivery' };
const refund: Card = {
  type: 'refund',
  order: 'WY-1',
  lines: [],
  refund: '¥30',
  refundMinor: 3000,
  currency: 'CNY',
  notes: [],
};
const input: SummaryInput = {
  language: 'en',
  memory: {
    ...emptyMemory,
    lastIntent: 'start-return',
    failures: 2,
    search: [
      { slot: 'budget', value: 'up to ¥80', polarity: 'like', forWhom: 'self', quote: '80', confidence: 1 },
      { slot: 'recipient', value: 'dad', polarity: 'like', forWhom: 'dad', quote: 'dad', confidence: 1 },
      { slot: 'colour', value: 'red', polarity: 'like', forWhom: 'dad', quote: 'red', confidence: 1 },
      { slot: 'material', value: 'leather', polarity: 'like', forWhom: 'dad', quote: 'leather', confidence: 1 },
    ],
  },
  lines: [
    { from: 'shopper', text: 'how long does delivery take', cards: [] },
    { from: 'bot', text: '2 to 4 days', cards: [source] },
    { from: 'bot', text: 'again', cards: [source, refund] },
    { from: 'shopper', text: 'I want my money back', cards: [] },
    { from: 'agent', text: 'hello', cards: [source] },
  ],
  reason: 'frustration',
  mood: 'upset',
  wishText: p => p.value,
  personText: who => who,
};

it('says in a few lines what was wanted, what was tried once each, and how the shopper feels', () => {
  expect(summarise(input)).toEqual({
    intent: 'Wants to return something: “I want my money back”',
    wish: 'up to ¥80; for dad: red, leather',
    tried: ['Answered from “Delivery”', 'Showed the refund for WY-1: ¥30', 'Could not answer 2 times'],
    mood: 'Upset',
    reason: 'Is upset',
  });
});

it('in the language of whoever reads it, and of somebody who has said nothing it claims nothing', () => {
  expect(summarise({ ...input, language: 'zh' })).toMatchObject({
    intent: '想退货：“I want my money back”',
    mood: '不满',
  });
  expect(summarise({ ...input, memory: emptyMemory, lines: [], mood: 'neutral', reason: null })).toEqual({
    intent: 'Said nothing yet',
    wish: null,
    tried: [],
    mood: 'Calm',
    reason: '',
  });
});

it('quotes what the bot heard, not what was said to the person since, and says once that a person was asked for', () => {
  const joined = { from: 'system', text: 'Lin has joined', cards: [] } as const;
  const since = { from: 'shopper', text: 'it is about my last order', cards: [] } as const;
  const lines = [...input.lines.slice(0, 4), joined, ...input.lines.slice(4), since];
  expect(summarise({ ...input, lines }).intent).toBe('Wants to return something: “I want my money back”');
  const memory = { ...input.memory, lastIntent: 'person' as const };
  expect(summarise({ ...input, lines, memory, reason: 'asked' })).toMatchObject({
    intent: '“I want my money back”',
    reason: 'Asked for a person',
  });
});
