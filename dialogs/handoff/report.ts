import type { CloseReason, HandoffReason, Ticket } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';

export interface Spread {
  readonly count: number;
  /** Null: nothing to measure. */
  readonly medianSeconds: number | null;
  readonly p90Seconds: number | null;
}
export interface Share {
  readonly count: number;
  readonly of: number;
}
export interface Ratings {
  readonly count: number;
  readonly mean: number | null;
}

export interface DeskReport {
  readonly handoffs: number;
  readonly waiting: Spread;
  readonly firstReply: Spread;
  readonly handling: Spread;
  readonly confirmed: Share;
  readonly unresolved: number;
  readonly silent: number;
  readonly reasons: readonly { readonly reason: HandoffReason; readonly count: number }[];
  readonly closeReasons: readonly { readonly reason: CloseReason; readonly count: number }[];
  readonly rating: Ratings;
  readonly withinSla: Share;
  readonly abandoned: number;
  readonly timedOut: number;
  readonly corrections: number;
  readonly goodwill: { readonly count: number; readonly minor: number };
  readonly byAgent: readonly {
    readonly agent: AgentId;
    readonly handled: number;
    readonly handling: Spread;
    readonly rating: Ratings;
    readonly confirmed: Share;
  }[];
}

const secondsBetween = (from: Date, to: Date): number => Math.max(0, (to.getTime() - from.getTime()) / 1000);

/** Nearest-rank quantile: a value that was really measured. */
const quantile = (sorted: readonly number[], q: number): number | null =>
  sorted.length === 0 ? null : (sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] as number);

const spreadOf = (seconds: readonly number[]): Spread => {
  const sorted = [...seconds].sort((a, b) => a - b);
  return { count: sorted.length, medianSeconds: quantile(sorted, 0.5), p90Seconds: quantile(sorted, 0.9) };
};

const ratingsOf = (tickets: readonly Ticket[]): Ratings => {
  const given = tickets.flatMap(t => t.rating ?? []);
  return { count: given.length, mean: given.length === 0 ? null : given.reduce((a, b) => a + b, 0) / given.length };
};

const handlingOf = (tickets: readonly Ticket[]): Spread =>
  spreadOf(tickets.flatMap(t => (t.claimedAt && t.closedAt ? [secondsBetween(t.claimedAt, t.closedAt)] : [])));

const countBy = <K>(keys: readonly K[]): { readonly key: K; readonly count: number }[] => {
  const counts = new Map<K, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
};

/** Of those a person had and that ended: how many were confirmed. Who said nothing is in neither column. */
const confirmedOf = (tickets: readonly Ticket[]): Share => {
  const ended = tickets.filter(t => t.claimedAt && t.closedAt);
  return { count: ended.filter(t => t.outcome === 'confirmed').length, of: ended.length };
};

/**
 * What happened to the tickets of a period. Waiting ends when a person takes it; first reply is counted from the hand-off;
 * handling from taking to closing. Resolution counts only when the shopper said so or an order shows it.
 */
export const deskReport = (tickets: readonly Ticket[]): DeskReport => {
  const ended = tickets.filter(t => t.claimedAt && t.closedAt);
  const asked = tickets.filter(t => t.reason !== 'taken');
  // One nobody has answered yet is late once its time has passed, which shows when it is answered or closed.
  const judged = asked.filter(t => t.firstReplyAt ?? t.closedAt);
  const agents = [...new Set(tickets.flatMap(t => t.agent ?? []))];
  return {
    handoffs: asked.length,
    waiting: spreadOf(asked.flatMap(t => (t.claimedAt ? [secondsBetween(t.openedAt, t.claimedAt)] : []))),
    firstReply: spreadOf(asked.flatMap(t => (t.firstReplyAt ? [secondsBetween(t.openedAt, t.firstReplyAt)] : []))),
    handling: handlingOf(tickets),
    confirmed: confirmedOf(tickets),
    unresolved: ended.filter(t => t.outcome === 'unresolved').length,
    silent: ended.filter(t => (t.outcome ?? 'silent') === 'silent').length,
    reasons: countBy(tickets.map(t => t.reason)).map(({ key, count }) => ({ reason: key, count })),
    closeReasons: countBy(tickets.flatMap(t => t.closeReason ?? [])).map(({ key, count }) => ({ reason: key, count })),
    rating: ratingsOf(tickets),
    withinSla: {
      count: judged.filter(t => t.firstReplyAt && t.firstReplyAt <= t.dueAt).length,
      of: judged.length,
    },
    abandoned: tickets.filter(t => t.closeReason === 'left-queue').length,
    timedOut: tickets.filter(t => t.timedOut).length,
    corrections: tickets.reduce((sum, t) => sum + t.corrections, 0),
    goodwill: {
      count: tickets.reduce((sum, t) => sum + t.goodwill.length, 0),
      minor: tickets.reduce((sum, t) => sum + t.goodwill.reduce((s, g) => s + g.minor, 0), 0),
    },
    byAgent: agents
      .map(agent => {
        const theirs = tickets.filter(t => t.agent === agent);
        return {
          agent,
          handled: theirs.filter(t => t.closedAt).length,
          handling: handlingOf(theirs),
          rating: ratingsOf(theirs),
          confirmed: confirmedOf(theirs),
        };
      })
      .sort((a, b) => b.handled - a.handled || (a.agent < b.agent ? -1 : 1)),
  };
};
