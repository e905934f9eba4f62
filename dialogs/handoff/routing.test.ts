import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import { type AgentId, asId, type TicketId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import {
  byUrgency,
  departmentFor,
  expectedWaitSeconds,
  handlingSecondsOf,
  mayWorkOn,
  priorityOf,
  queueFor,
  type Seat,
} from './routing.ts';
import { defaultDeskSettings } from './settings.ts';

const now = new Date('2026-05-04T10:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

const waiting = (
  id: string,
  desk: Partial<NonNullable<Conversation['desk']>> = {},
  more: { since?: Date; language?: Language } = {},
) => ({
  id: asId<Conversation['id']>(id),
  language: more.language ?? ('en' as const),
  waitingSince: more.since ?? ago(30),
  desk: {
    ticket: asId<TicketId>(id),
    reason: 'asked' as const,
    department: 'support',
    priority: 20,
    dueAt: new Date(now.getTime() + 60_000),
    mood: 'neutral' as const,
    valueAtRiskMinor: 0,
    returning: false,
    ...desk,
  },
});
const seat = (id: string, change: Partial<Seat['agent']> = {}, load = 0, online = true): Seat => ({
  agent: {
    id: asId<AgentId>(id),
    role: 'agent',
    languages: ['en'],
    departments: [],
    capacity: 3,
    availability: 'available',
    active: true,
    ...change,
  },
  online,
  load,
});
const ids = (list: readonly { readonly id: string }[]) => list.map(c => c.id);

describe('the queue', () => {
  it('puts the overdue first, then the angry, then what is at stake, then who has waited longest', () => {
    const queue = [
      waiting('late-comer', {}, { since: ago(5) }),
      waiting('early', {}, { since: ago(50) }),
      waiting('rich', { priority: priorityOf('asked', 50_000) }),
      waiting('angry', { priority: priorityOf('frustration', 0) }),
      waiting('overdue', { priority: 1, dueAt: ago(1) }),
    ];
    expect(ids(queue.sort(byUrgency(now)))).toEqual(['overdue', 'angry', 'rich', 'early', 'late-comer']);
  });

  it('no value makes a polite question more urgent than an angry one', () => {
    expect(priorityOf('asked', 1e15)).toBeLessThan(priorityOf('topic', 0));
    expect(priorityOf('value-at-risk', 1e15)).toBeLessThan(priorityOf('reopened', 0));
  });

  it('shows an agent their departments and languages, unless nobody free speaks the language', () => {
    const queue = [waiting('zh', {}, { language: 'zh' }), waiting('returns', { department: 'returns' }), waiting('en')];
    const support = seat('a', { departments: ['support'] });
    const chinese = seat('b', { languages: ['zh'] });
    expect(ids(queueFor(queue, support, [support, chinese], now))).toEqual(['en']);
    expect(ids(queueFor(queue, support, [support, { ...chinese, online: false }], now))).toEqual(['en', 'zh']);
    expect(ids(queueFor(queue, chinese, [support, chinese], now))[0]).toBe('zh');
  });

  it('keeps a returning shopper for the last owner for a minute, then anybody may', () => {
    const kept = waiting('kept', { preferred: asId<AgentId>('b') });
    const [a, b] = [seat('a'), seat('b')];
    expect(queueFor([kept], a, [a, b], now)).toEqual([]);
    expect(ids(queueFor([kept, waiting('x', { priority: 99 })], b, [a, b], now))[0]).toBe('kept');
    expect(ids(queueFor([{ ...kept, waitingSince: ago(61) }], a, [a, b], now))).toEqual(['kept']);
  });
});

describe('who may see it', () => {
  it('an agent sees their departments and what is theirs; who leads sees all', () => {
    const agent = { id: asId<AgentId>('a'), departments: ['support'], role: 'agent' as const };
    expect(mayWorkOn(agent, { department: 'returns' })).toBe(false);
    expect(mayWorkOn(agent, { department: 'returns', agent: asId<AgentId>('a') })).toBe(true);
    expect(mayWorkOn({ ...agent, role: 'supervisor' }, { department: 'returns' })).toBe(true);
    expect(mayWorkOn(agent, undefined)).toBe(true);
  });
});

it('a topic names the department, then a reason does, then the first takes it', () => {
  const settings = {
    ...defaultDeskSettings({ currency: 'CNY' }),
    departments: [
      { key: 'support', name: {}, whenClosed: 'queue' as const, reasons: [] },
      { key: 'care', name: {}, whenClosed: 'queue' as const, reasons: ['frustration' as const] },
    ],
  };
  expect(departmentFor(settings, 'frustration').key).toBe('care');
  expect(departmentFor(settings, 'frustration', 'support').key).toBe('support');
  expect(departmentFor(settings, 'asked', 'gone').key).toBe('support');
});

it('says a wait that nobody there can’t promise', () => {
  const base = { department: 'support', handlingSeconds: 300 };
  expect(expectedWaitSeconds({ ...base, position: 1, seats: [] })).toBeNull();
  expect(expectedWaitSeconds({ ...base, position: 1, seats: [seat('a')] })).toBe(30);
  expect(expectedWaitSeconds({ ...base, position: 3, seats: [seat('a', {}, 3)] })).toBe(300);
});

it('a conversation takes as long as recent ones did, once there are enough of them; one left open over night counts an hour', () => {
  const took = (seconds: number) => ({ claimedAt: new Date(0), closedAt: new Date(seconds * 1000) });
  expect(handlingSecondsOf([])).toBe(300);
  expect(handlingSecondsOf(Array.from({ length: 9 }, () => took(60)))).toBe(300);
  expect(
    handlingSecondsOf([...Array.from({ length: 9 }, () => took(120)), took(240), { claimedAt: new Date(0) }]),
  ).toBe(132);
  expect(handlingSecondsOf([...Array.from({ length: 11 }, () => took(0)), took(50_000)])).toBe(300);
});
