import { describe, expect, it } from 'vitest';
import type { Ticket } from '../../knowledge/domain/desk.ts';
import { type AgentId, asId } from '../../knowledge/domain/ids.ts';
import { fillCanned } from './canned.ts';
import { outcomeOfRating, outcomeOfWords } from './outcome.ts';
import { deskReport } from './report.ts';

const start = new Date('2026-05-04T10:00:00Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
let made = 0;
const ticket = (more: Partial<Ticket> = {}): Ticket => ({
  id: asId(`t${made++}`),
  conversation: asId('c'),
  shopper: asId('s'),
  channel: 'web',
  language: 'en',
  reason: 'asked',
  department: 'support',
  openedAt: start,
  dueAt: at(60),
  corrections: 0,
  goodwill: [],
  ...more,
});
const anna = asId<AgentId>('anna');
const handled = (more: Partial<Ticket> = {}) =>
  ticket({ agent: anna, claimedAt: at(20), firstReplyAt: at(30), closedAt: at(320), closeReason: 'resolved', ...more });

describe('the report', () => {
  it('silence is no resolution, whatever the agent chose on closing', () => {
    const report = deskReport([
      handled(),
      handled({ outcome: 'silent' }),
      handled({ outcome: 'confirmed' }),
      handled({ outcome: 'unresolved' }),
    ]);
    expect(report.confirmed).toEqual({ count: 1, of: 4 });
    expect([report.unresolved, report.silent]).toEqual([1, 2]);
  });

  it('waiting ends when a person takes it, the first reply counts from the hand-off, handling until closing', () => {
    const report = deskReport([handled(), handled({ claimedAt: at(40), firstReplyAt: at(90), closedAt: at(140) })]);
    expect(report.waiting).toEqual({ count: 2, medianSeconds: 20, p90Seconds: 40 });
    expect(report.firstReply).toEqual({ count: 2, medianSeconds: 30, p90Seconds: 90 });
    expect(report.handling).toEqual({ count: 2, medianSeconds: 100, p90Seconds: 300 });
    expect(report.withinSla).toEqual({ count: 1, of: 2 });
  });

  it('who left the queue or waited in vain is counted, and never as answered in time', () => {
    const report = deskReport([
      ticket({ closedAt: at(100), closeReason: 'left-queue' }),
      ticket({ timedOut: true }),
      ticket({ reason: 'taken', agent: anna, claimedAt: at(0), firstReplyAt: at(1), closedAt: at(9) }),
    ]);
    expect([report.abandoned, report.timedOut, report.handoffs]).toEqual([1, 1, 2]);
    expect(report.withinSla).toEqual({ count: 0, of: 1 });
    expect(report.waiting.count).toBe(0);
  });

  it('of nothing it says nothing rather than zero seconds', () => {
    expect(deskReport([])).toMatchObject({
      waiting: { count: 0, medianSeconds: null },
      rating: { count: 0, mean: null },
    });
  });

  it('by agent: what they handled, how it went and what they gave', () => {
    const report = deskReport([
      handled({ rating: 5, outcome: 'confirmed', goodwill: [{ offer: asId('o'), minor: 300 }], corrections: 2 }),
      handled({ rating: 2 }),
      handled({ agent: asId<AgentId>('ben') }),
    ]);
    expect(report.byAgent.map(a => [a.agent, a.handled, a.rating.mean])).toEqual([
      ['anna', 2, 3.5],
      ['ben', 1, null],
    ]);
    expect([report.goodwill, report.corrections]).toEqual([{ count: 1, minor: 300 }, 2]);
  });
});

it.each([
  ['thank you so much', 'confirmed'],
  ['that solved it', 'confirmed'],
  ['好的，解决了，谢谢', 'confirmed'],
  ['it still does not work', 'unresolved'],
  ["that's not solved", 'unresolved'],
  ['thanks for nothing', 'unresolved'],
  ['还是不行', 'unresolved'],
  ['没有解决', 'unresolved'],
  ['ok', null],
  ['where is my order?', null],
] as const)('"%s" says %s', (words, outcome) => {
  expect(outcomeOfWords(words)).toBe(outcome);
});

it('only the ends of the scale say whether it helped', () => {
  expect([1, 2, 3, 4, 5].map(outcomeOfRating)).toEqual(['unresolved', 'unresolved', null, 'confirmed', 'confirmed']);
});

it('a canned reply never says "Dear ,": what is not known stays in its braces, and nothing is filled in twice', () => {
  expect(fillCanned('Dear {shopper}, order {order}', { shopper: '{order}' })).toEqual({
    text: 'Dear {order}, order {order}',
    missing: ['order'],
  });
});
