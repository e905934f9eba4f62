import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Agent, Department, DeskSettings, HandoffReason, Ticket } from '../../knowledge/domain/desk.ts';
import type { AgentId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import { isOpen } from './hours.ts';

/** Urgency by reason; the largest difference the value at risk can make is half a step. */
const urgency: Readonly<Record<HandoffReason, number>> = {
  frustration: 50,
  reopened: 45,
  'value-at-risk': 40,
  topic: 30,
  asked: 20,
  'low-confidence': 20,
  failures: 10,
  taken: 10,
};

/** Higher is more urgent: the reason first, then how much is at stake (logarithmic, at most 4.9). */
export const priorityOf = (reason: HandoffReason, valueAtRiskMinor: number): number =>
  urgency[reason] + Math.min(4.9, Math.log10(1 + Math.max(0, valueAtRiskMinor)) / 2);

/** A listed topic decides, else who takes this reason, else the first. */
export const departmentFor = (settings: DeskSettings, reason: HandoffReason, topicDepartment?: string): Department => {
  const { departments } = settings;
  const found =
    departments.find(d => d.key === topicDepartment) ??
    departments.find(d => d.reasons.includes(reason)) ??
    departments[0];
  if (!found) throw new RangeError('The desk has no department');
  return found;
};

export const isDepartmentOpen = (
  department: Pick<Department, 'hours'>,
  settings: Pick<DeskSettings, 'hours'>,
  timeZone: string,
  now: Date,
): boolean => isOpen(department.hours ?? settings.hours, timeZone, now);

/** One who could take a conversation now. */
export interface Seat {
  readonly agent: Pick<Agent, 'id' | 'role' | 'languages' | 'departments' | 'capacity' | 'availability' | 'active'>;
  readonly online: boolean;
  readonly load: number;
}

type Waiting = Pick<Conversation, 'id' | 'language' | 'waitingSince' | 'desk'>;

export const isFree = ({ agent, online, load }: Seat): boolean =>
  agent.active && online && agent.availability === 'available' && load < agent.capacity;

export const worksIn = (agent: Pick<Agent, 'departments' | 'role'>, department: string): boolean =>
  agent.departments.length === 0 || agent.departments.includes(department);

/** May see and take it: their department, or their own, or they lead. */
export const mayWorkOn = (
  agent: Pick<Agent, 'id' | 'departments' | 'role'>,
  desk: { readonly department?: string; readonly agent?: AgentId; readonly preferred?: AgentId } | undefined,
): boolean =>
  agent.role !== 'agent' ||
  desk?.department === undefined ||
  desk.agent === agent.id ||
  desk.preferred === agent.id ||
  worksIn(agent, desk.department);

/** Seconds past which a conversation kept for one colleague is anybody's. */
const preferenceSeconds = 60;

/** Most urgent first: those whose first reply is overdue, then by priority, then by how long they have waited. */
export const byUrgency =
  (now: Date) =>
  (a: Waiting, b: Waiting): number => {
    const overdue = (c: Waiting) => (c.desk && c.desk.dueAt.getTime() <= now.getTime() ? 1 : 0);
    return (
      overdue(b) - overdue(a) ||
      (b.desk?.priority ?? 0) - (a.desk?.priority ?? 0) ||
      (a.waitingSince?.getTime() ?? 0) - (b.waitingSince?.getTime() ?? 0) ||
      (a.id < b.id ? -1 : 1)
    );
  };

const keptForAnother = (waiting: Waiting, agent: AgentId, now: Date): boolean => {
  const preferred = waiting.desk?.preferred;
  if (preferred === undefined || preferred === agent) return false;
  return now.getTime() - (waiting.waitingSince?.getTime() ?? 0) < preferenceSeconds * 1000;
};

/**
 * The queue as it is for this agent: their departments, what they speak before what they don't, what was kept for them
 * first. A language nobody free speaks is not held back: somebody with a dictionary is better than nobody.
 */
export const queueFor = <W extends Waiting>(
  queue: readonly W[],
  seat: Seat,
  seats: readonly Seat[],
  now: Date,
): W[] => {
  const { agent } = seat;
  const spokenByFree = new Set<Language>(seats.filter(isFree).flatMap(s => s.agent.languages));
  const speaks = (w: W) => agent.languages.includes(w.language);
  const mine = queue.filter(
    w =>
      worksIn(agent, w.desk?.department ?? '') &&
      !keptForAnother(w, agent.id, now) &&
      (speaks(w) || !spokenByFree.has(w.language)),
  );
  const urgent = byUrgency(now);
  const kept = (w: W) => (w.desk?.preferred === agent.id ? 1 : 0);
  return mine.sort((a, b) => kept(b) - kept(a) || Number(speaks(b)) - Number(speaks(a)) || urgent(a, b));
};

/** Tickets that ended, from which on their handling is believed rather than the usual time. */
const enoughTickets = 10;
/** Until there are tickets to know better by. */
const usualHandlingSeconds = 300;

/**
 * Mean seconds from taking to closing of the tickets that a person ended; the usual time while there are too few. A ticket
 * left open over night counts as an hour at most, so that one of them does not move everybody's wait.
 */
export const handlingSecondsOf = (tickets: readonly Pick<Ticket, 'claimedAt' | 'closedAt'>[]): number => {
  const seconds = tickets.flatMap(t =>
    t.claimedAt && t.closedAt
      ? [Math.min(3_600, Math.max(0, t.closedAt.getTime() - t.claimedAt.getTime()) / 1000)]
      : [],
  );
  if (seconds.length < enoughTickets) return usualHandlingSeconds;
  return Math.max(30, seconds.reduce((sum, s) => sum + s, 0) / seconds.length);
};

/**
 * Seconds until somebody has time, roughly: those ahead leave as the seats of the department free up, one every
 * `handlingSeconds` each. Null: nobody is there, so nothing can be promised.
 */
export const expectedWaitSeconds = (input: {
  readonly position: number;
  readonly seats: readonly Seat[];
  readonly department: string;
  /** Time a conversation keeps its agent, as `handlingSecondsOf` measures it. */
  readonly handlingSeconds: number;
}): number | null => {
  const there = input.seats.filter(
    s => s.online && s.agent.active && s.agent.availability === 'available' && worksIn(s.agent, input.department),
  );
  if (there.length === 0) return null;
  const slots = there.reduce((sum, s) => sum + s.agent.capacity, 0);
  const free = there.reduce((sum, s) => sum + Math.max(0, s.agent.capacity - s.load), 0);
  if (input.position <= free) return 30;
  return Math.ceil(((input.position - free) * input.handlingSeconds) / slots);
};
