import type { Owner } from '../../knowledge/domain/conversation.ts';
import { type Conversation, type DeskPart, deskStateOf } from '../../knowledge/domain/conversation.ts';
import type { Agent, CloseReason, DeskSettings, HandoffReason } from '../../knowledge/domain/desk.ts';
import { asId, type TicketId } from '../../knowledge/domain/ids.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { departmentFor, priorityOf } from './routing.ts';
import { type DeskEffect, type DeskEventKind, type DeskRefusal, deskTransition } from './table.ts';

/** What is known when a conversation comes to the desk. */
export interface Handoff {
  readonly reason: HandoffReason;
  readonly mood: 'neutral' | 'upset';
  readonly valueAtRiskMinor: number;
  /** Department of the topic that was touched. */
  readonly topicDepartment?: string;
  readonly shopperName?: string;
  readonly returning: boolean;
}

export interface HandOverInput {
  readonly event: DeskEventKind;
  /** As it was read: the change happens only if nobody was faster. */
  readonly conversation: Conversation;
  readonly settings: DeskSettings;
  readonly now: Date;
  /** Who has it afterwards: the agent who claims or replies, or the colleague it is transferred to. */
  readonly agent?: Pick<Agent, 'id'>;
  readonly department?: string;
  readonly handoff?: Handoff;
  readonly closeReason?: CloseReason;
}

export type HandOverOutcome =
  | { readonly kind: 'done'; readonly conversation: Conversation; readonly effects: readonly DeskEffect[] }
  | { readonly kind: 'refused'; readonly reason: DeskRefusal | 'changed' };

const steppedIn: Handoff = { reason: 'taken', mood: 'neutral', valueAtRiskMinor: 0, returning: false };

/** Named by the conversation and the version that opened it: opened twice it is one. */
const ticketOf = (conversation: Conversation): TicketId =>
  asId<TicketId>(`T-${conversation.id}-${conversation.version + 1}`);

const opened = ({ conversation, settings, now, handoff = steppedIn }: HandOverInput): DeskPart => ({
  ticket: ticketOf(conversation),
  reason: handoff.reason,
  department: departmentFor(settings, handoff.reason, handoff.topicDepartment).key,
  priority: priorityOf(handoff.reason, handoff.valueAtRiskMinor),
  dueAt: new Date(now.getTime() + settings.slaSeconds[handoff.reason] * 1000),
  mood: handoff.mood,
  valueAtRiskMinor: handoff.valueAtRiskMinor,
  ...(handoff.shopperName === undefined ? {} : { shopperName: handoff.shopperName }),
  returning: handoff.returning,
});

/** A conversation that fell back into the queue has waited once already. */
const fallenBack = 10;

/** The desk's part after the event; undefined: the desk lets go of it. */
const partAfter = (
  input: HandOverInput,
  to: Owner | 'closed',
  effects: readonly DeskEffect[],
): DeskPart | undefined => {
  const { event, conversation, settings, now, agent } = input;
  const before = conversation.desk;
  const fresh = effects.includes('open-ticket') || !before;
  if (to === 'bot') return undefined;
  if (to === 'closed') {
    if (!before) return undefined;
    const { leaseUntil: _, preferred: __, ...kept } = before;
    return { ...kept, closedAt: now, closeReason: input.closeReason ?? 'other' };
  }
  const part = fresh ? opened(input) : before;
  if (to === 'agent') {
    const { preferred: _, ...rest } = part;
    const id = agent?.id ?? part.agent;
    return {
      ...rest,
      ...(id ? { agent: id } : {}),
      leaseUntil: new Date(now.getTime() + settings.leaseSeconds * 1000),
    };
  }
  const { agent: last, leaseUntil: _, ...rest } = part;
  switch (event) {
    case 'shopper-returns':
      return before?.agent ? { ...rest, preferred: before.agent } : rest;
    case 'transfer-department':
      return { ...rest, department: input.department ?? rest.department };
    case 'lease-expired':
      return { ...rest, priority: rest.priority + fallenBack };
    case 'return-to-queue':
      return rest;
    default:
      return last && !fresh ? { ...rest, agent: last } : rest;
  }
};

/**
 * One change at the desk: looked up in the table, written as one compare-and-set, then noted on the ticket. Each step is
 * safe to repeat; a process that dies in between leaves a ticket that `mendTickets` completes. The effects that speak or
 * deliver are the caller's.
 */
export const handOver = async (
  stores: Pick<Stores, 'conversations' | 'tickets'>,
  input: HandOverInput,
): Promise<HandOverOutcome> => {
  const { event, conversation, now } = input;
  const transition = deskTransition(deskStateOf(conversation), event);
  if ('refused' in transition) return { kind: 'refused', reason: transition.refused };
  const { to, effects } = transition;
  const desk = partAfter(input, to, effects);
  const owner: Owner = to === 'closed' ? 'bot' : to;
  const waits = conversation.owner === 'waiting' && conversation.waitingSince ? conversation.waitingSince : now;
  const changed = await stores.conversations.handOver(
    conversation.id,
    conversation,
    { owner, desk, ...(to === 'waiting' ? { waitingSince: waits } : {}) },
    now,
  );
  if (!changed) return { kind: 'refused', reason: 'changed' };
  await noteOnTicket(stores, changed, effects, input);
  return { kind: 'done', conversation: changed, effects };
};

const noteOnTicket = async (
  stores: Pick<Stores, 'tickets'>,
  changed: Conversation,
  effects: readonly DeskEffect[],
  { conversation, now, closeReason, event }: HandOverInput,
): Promise<void> => {
  const desk = changed.desk ?? conversation.desk;
  if (!desk) return;
  if (effects.includes('open-ticket')) await openTicket(stores, changed, now);
  if (effects.includes('assign-ticket') && desk.agent) {
    await stores.tickets.update(desk.ticket, { firstAgent: desk.agent, claimedAt: now, agent: desk.agent });
  }
  if (effects.includes('keep-ticket')) await stores.tickets.update(desk.ticket, { timedOut: true });
  if (effects.includes('close-ticket')) {
    const reason = closeReason ?? (event === 'leave-queue' ? 'left-queue' : 'returned');
    await stores.tickets.close(desk.ticket, now, reason);
  }
};

const openTicket = (stores: Pick<Stores, 'tickets'>, changed: Conversation, now: Date): Promise<boolean> => {
  const desk = changed.desk as DeskPart;
  return stores.tickets.insert({
    id: desk.ticket,
    conversation: changed.id,
    shopper: changed.shopper,
    channel: changed.channel,
    language: changed.language,
    reason: desk.reason,
    department: desk.department,
    openedAt: now,
    dueAt: desk.dueAt,
    corrections: 0,
    goodwill: [],
  });
};

/** Brings the tickets of conversations the desk has in line with them, after a process died between two writes. */
export const mendTickets = async (
  stores: Pick<Stores, 'tickets'>,
  conversations: readonly Conversation[],
): Promise<void> => {
  for (const conversation of conversations) {
    const { desk } = conversation;
    if (!desk) continue;
    const since = conversation.waitingSince ?? conversation.lastAt;
    await openTicket(stores, conversation, since);
    if (conversation.owner === 'agent' && desk.agent) {
      await stores.tickets.update(desk.ticket, { firstAgent: desk.agent, claimedAt: since, agent: desk.agent });
    }
  }
};
