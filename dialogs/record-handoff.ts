import type { Contact, HandoffReason } from '../knowledge/domain/desk.ts';
import { asId, type TicketId } from '../knowledge/domain/ids.ts';
import { handOver } from './handoff/hand-over.ts';
import { valueAtRisk } from './handoff/reasons.ts';
import { departmentFor } from './handoff/routing.ts';
import { defaultDeskSettings } from './handoff/settings.ts';
import type { DialogServices } from './services.ts';
import type { Turn } from './turn.ts';
import type { TurnFacts } from './turn-facts.ts';

const settingsFor = async (facts: TurnFacts, { stores }: DialogServices) =>
  facts.desk?.settings ?? (await stores.desk.settings()) ?? defaultDeskSettings(facts.shop);

/** Into the queue, with what the desk is to know; losing a race against a person is fine: they have it. */
export const queueForPerson = async (
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
  { reason, department }: { readonly reason: HandoffReason; readonly department?: string },
): Promise<void> => {
  const conversation = await services.stores.conversations.ensure(facts.conversation);
  const upset = reason === 'frustration' || facts.memory.serviceFirst;
  await handOver(services.stores, {
    event: 'hand-off',
    conversation,
    settings: await settingsFor(facts, services),
    now: turn.at,
    handoff: {
      reason,
      mood: upset ? 'upset' : 'neutral',
      valueAtRiskMinor: valueAtRisk(facts),
      ...(department === undefined ? {} : { topicDepartment: department }),
      ...(facts.shopper.name === undefined ? {} : { shopperName: facts.shopper.name }),
      returning: facts.orders.length > 0 || facts.shopper.segments.includes('returning'),
    },
  });
};

export const leaveQueue = async (turn: Turn, facts: TurnFacts, services: DialogServices): Promise<void> => {
  await handOver(services.stores, {
    event: 'leave-queue',
    conversation: facts.conversation,
    settings: await settingsFor(facts, services),
    now: turn.at,
    closeReason: 'left-queue',
  });
};

/** On the ticket that was left open, else on one of its own, named by the turn: noted twice it is one. */
export const leaveContact = async (
  turn: Turn,
  facts: TurnFacts,
  services: DialogServices,
  contact: Contact,
): Promise<void> => {
  const { tickets, conversations } = services.stores;
  if (facts.desk?.unanswered) {
    await tickets.update(facts.desk.unanswered, { contact });
    return;
  }
  const settings = await settingsFor(facts, services);
  const { id, shopper, channel } = await conversations.ensure(facts.conversation);
  await tickets.insert({
    id: asId<TicketId>(`T-${turn.id}`),
    conversation: id,
    shopper,
    channel,
    language: facts.conversation.language,
    reason: 'asked',
    department: departmentFor(settings, 'asked').key,
    openedAt: turn.at,
    dueAt: new Date(turn.at.getTime() + settings.slaSeconds.asked * 1000),
    contact,
    corrections: 0,
    goodwill: [],
  });
};
