import { describe, expect, it } from 'vitest';
import { type DeskEventKind, deskEvents, deskStates, deskTransition } from './table.ts';

/** Written out by hand from what shoppers and staff rely on, not from the table: next state, or why not. */
const expected: Record<(typeof deskStates)[number], Record<DeskEventKind, string>> = {
  bot: {
    'shopper-writes': 'bot',
    'shopper-returns': 'bot',
    'hand-off': 'waiting',
    'leave-queue': '!not-waiting',
    claim: 'agent',
    reply: 'agent',
    'foreign-reply': '!not-yours',
    'take-over': 'agent',
    'transfer-agent': '!not-yours',
    'transfer-department': '!not-yours',
    'return-to-queue': '!not-yours',
    'return-to-bot': '!not-yours',
    close: '!not-yours',
    'lease-expired': '!not-due',
    'wait-expired': '!not-due',
  },
  waiting: {
    'shopper-writes': 'waiting',
    'shopper-returns': 'waiting',
    'hand-off': '!waiting-already',
    'leave-queue': 'bot',
    claim: 'agent',
    reply: 'agent',
    'foreign-reply': '!not-yours',
    'take-over': 'agent',
    'transfer-agent': '!not-yours',
    'transfer-department': '!not-yours',
    'return-to-queue': '!waiting-already',
    'return-to-bot': '!not-yours',
    close: '!not-yours',
    'lease-expired': '!not-due',
    'wait-expired': 'bot',
  },
  agent: {
    'shopper-writes': 'agent',
    'shopper-returns': 'agent',
    'hand-off': '!taken',
    'leave-queue': '!not-waiting',
    claim: '!taken',
    reply: 'agent',
    'foreign-reply': '!taken',
    'take-over': 'agent',
    'transfer-agent': 'agent',
    'transfer-department': 'waiting',
    'return-to-queue': 'waiting',
    'return-to-bot': 'bot',
    close: 'closed',
    'lease-expired': 'waiting',
    'wait-expired': '!not-due',
  },
  closed: {
    'shopper-writes': 'bot',
    'shopper-returns': 'waiting',
    'hand-off': 'waiting',
    'leave-queue': '!not-waiting',
    claim: 'agent',
    reply: '!closed',
    'foreign-reply': '!closed',
    'take-over': 'agent',
    'transfer-agent': '!closed',
    'transfer-department': '!closed',
    'return-to-queue': '!closed',
    'return-to-bot': '!closed',
    close: '!closed',
    'lease-expired': '!not-due',
    'wait-expired': '!not-due',
  },
};

const pairs = deskStates.flatMap(state => deskEvents.map(event => ({ state, event })));

describe('the desk’s table', () => {
  it.each(pairs)('$state, $event', ({ state, event }) => {
    const transition = deskTransition(state, event);
    expect('to' in transition ? transition.to : `!${transition.refused}`).toBe(expected[state][event]);
  });

  it('tells the shopper every time somebody else answers from now on', () => {
    for (const { state, event } of pairs) {
      const transition = deskTransition(state, event);
      if (!('to' in transition)) continue;
      const tells = transition.effects.filter(e => e.startsWith('tell-'));
      const speaker = (s: string) => (s === 'closed' ? 'bot' : s);
      // Who simply writes on after a goodbye meets the bot, which answers at once: that needs no announcement.
      const silent = state === 'closed' && event === 'shopper-writes';
      const changes = speaker(state) !== speaker(transition.to) || event === 'take-over' || event === 'transfer-agent';
      expect([state, event, tells.length]).toEqual([state, event, changes && !silent ? 1 : 0]);
    }
  });

  it('lets the bot answer only while no person has the conversation', () => {
    for (const { state, event } of pairs) {
      const transition = deskTransition(state, event);
      if ('to' in transition && transition.effects.includes('to-bot')) {
        expect(transition.to).not.toBe('agent');
        expect(['bot', 'waiting']).toContain(transition.to);
      }
    }
  });

  it('delivers a human message only as the owner’s', () => {
    for (const { state, event } of pairs) {
      const transition = deskTransition(state, event);
      if ('to' in transition && transition.effects.includes('deliver')) expect(transition.to).toBe('agent');
    }
  });

  it('opens a ticket exactly when the desk gets a conversation it did not have, and ends it when it gives it up', () => {
    for (const { state, event } of pairs) {
      const transition = deskTransition(state, event);
      if (!('to' in transition)) continue;
      const had = state === 'waiting' || state === 'agent';
      const has = transition.to === 'waiting' || transition.to === 'agent';
      const opens = transition.effects.includes('open-ticket');
      const ends = transition.effects.includes('close-ticket') || transition.effects.includes('keep-ticket');
      expect([state, event, opens, ends]).toEqual([state, event, !had && has, had && !has]);
    }
  });
});
