import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { conversationOf, factsOf, offerOf, turnOf, understood } from '../dialogs.test-helper.ts';
import { emptyMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { contactIn, type DeskFacts } from './desk-facts.ts';
import { topicIn } from './reasons.ts';
import { defaultDeskSettings } from './settings.ts';

const settings = {
  ...defaultDeskSettings({ currency: 'CNY' }),
  topics: [{ words: ['warranty claim', '过敏', 'vat'], department: 'experts' }],
  valueAtRisk: { minor: 10_000, currency: 'CNY' as const },
};
const desk = (more: Partial<DeskFacts> = {}): DeskFacts => ({
  settings,
  open: true,
  opensAt: null,
  timeZone: 'UTC',
  staffed: true,
  position: 1,
  expectedSeconds: 30,
  unanswered: null,
  ...more,
});
const handoff = (text: string, understanding: Understanding, facts: Partial<TurnFacts>) => {
  const reply = decide(turnOf({ text }), understanding, factsOf({ desk: desk(), ...facts }));
  const effect = reply.effects.find(e => e.kind === 'queue-for-person');
  return { reason: effect?.kind === 'queue-for-person' ? effect.reason : null, reply };
};
const memory = (more: object) => ({ memory: { ...emptyMemory, ...more } });

describe('a person gets it', () => {
  it.each([
    ['when asked for', 'a person please', understood('person'), {}, 'asked'],
    ['after the third miss', 'xyzzy', understood('unclear'), memory({ failures: 2 }), 'failures'],
    [
      'when the complaint goes on',
      'still broken!!',
      understood('complaint', { mood: 'upset' }),
      memory({ serviceFirst: true }),
      'frustration',
    ],
    ['for a topic of the shop’s list', 'I have a VAT question', understood('question'), {}, 'topic'],
    ['for such a topic in Chinese', '我用了以后过敏', understood('unclear'), {}, 'topic'],
    [
      'when much is at stake and something is wrong',
      'this is wrong',
      understood('complaint'),
      { cartPriced: offerOf().priced },
      'value-at-risk',
    ],
    [
      'when it is not sure about an order',
      'where',
      understood('order-status', { confidence: 0.3 }),
      {},
      'low-confidence',
    ],
  ] as const)('%s', (_name, text, understanding, facts, reason) => {
    expect(handoff(text, understanding, facts).reason).toBe(reason);
  });

  it('but not when it was only the second miss, nobody is there, or the word is part of another', () => {
    expect(handoff('xyzzy', understood('unclear'), memory({ failures: 1 })).reason).toBeNull();
    const away = { ...memory({ failures: 2 }), desk: desk({ staffed: false, expectedSeconds: null }) };
    expect(handoff('xyzzy', understood('unclear'), away).reason).toBeNull();
    expect(topicIn('private savatage', settings.topics)).toBeUndefined();
    expect(handoff('first complaint', understood('complaint', { mood: 'upset' }), {}).reason).toBeNull();
  });

  it('and never twice: who waits already keeps their place', () => {
    const waits = { conversation: conversationOf({ owner: 'waiting' }), ...memory({ failures: 2 }) };
    const { reason, reply } = handoff('vat', understood('unclear'), waits);
    expect(reason).toBeNull();
    expect(reply.parts.map(p => p.kind)).toEqual(['still-queued']);
  });

  it('is told the place and the wait, or that nothing can be promised', () => {
    expect(
      handoff('person', understood('person'), { desk: desk({ position: 3, expectedSeconds: 240 }) }).reply.parts,
    ).toEqual([{ kind: 'queued', position: 3, expectedSeconds: 240 }]);
  });
});

describe('outside opening hours', () => {
  const closed = {
    desk: desk({ open: false, opensAt: new Date('2026-05-04T09:00:00Z'), staffed: false, expectedSeconds: null }),
  };

  it('nobody is put into a queue: a way to be reached is asked for and noted', () => {
    const { reason, reply } = handoff('person please', understood('person'), closed);
    expect([reason, reply.parts[0]?.kind]).toEqual([null, 'desk-closed']);
    const next = decide(
      turnOf({ text: 'Ann@example.com is mine' }),
      understood('unclear'),
      factsOf({ ...closed, memory: { ...reply.memory, turns: reply.memory.turns } }),
    );
    expect(next.effects).toContainEqual({
      kind: 'leave-contact',
      contact: { kind: 'email', value: 'Ann@example.com' },
    });
    expect(next.parts[0]?.kind).toBe('contact-noted');
  });

  it('a number that was not asked for is not taken for a phone number', () => {
    const unasked = decide(turnOf({ text: '+86 138 0013 8000' }), understood('unclear'), factsOf({ desk: desk() }));
    expect(unasked.effects.map(e => e.kind)).not.toContain('leave-contact');
  });
});

it('finds an address or a number, and no order number or price', () => {
  expect(contactIn('write to a.b+c@shop.example.com, thanks')).toEqual({
    kind: 'email',
    value: 'a.b+c@shop.example.com',
  });
  expect(contactIn('call +44 20 7946 0958 after six')).toEqual({ kind: 'phone', value: '+44 20 7946 0958' });
  expect(contactIn('我的电话13800138000')).toEqual({ kind: 'phone', value: '13800138000' });
  expect(contactIn('order WY-20418, ¥299')).toBeNull();
});
