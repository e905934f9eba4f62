import { mendTickets } from '../../dialogs/handoff/hand-over.ts';
import { agentsSeen } from '../../dialogs/handoff/presence.ts';
import { type AgentId, asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import type { Desk } from './desk.ts';
import { change, speechOfState, tell } from './desk-changes.ts';
import { nameElsewhere } from './elsewhere.ts';

/**
 * What nobody does by hand: a vanished agent's conversations go back into the queue, who waited too long goes back to the
 * bot. Any process may; the compare-and-set decides. An agent is there as long as one of their consoles, on whichever
 * process, has been written down within the lease.
 */
export const sweepDesk = async (desk: Desk): Promise<void> => {
  const { leaseSeconds, waitTimeoutSeconds } = await desk.settings();
  const now = desk.now.getTime();
  const open = desk.inbox.all();
  const expired = open.filter(v => v.state === 'agent' && v.leaseUntil && Date.parse(v.leaseUntil) <= now);
  if (expired.length > 0) {
    const there = await agentsSeen(desk.stores.presence, new Date(now - leaseSeconds * 1000));
    for (const agent of desk.consoles.keys()) there.add(agent);
    for (const view of expired) {
      const agent = view.agent ? asId<AgentId>(view.agent.id) : undefined;
      // Who works at another desk has no console here: that desk says when it is over.
      if (!agent || there.has(agent) || nameElsewhere(agent) !== null) continue;
      await change(desk, asId<ConversationId>(view.id), conversation =>
        conversation.owner === 'agent' && conversation.desk?.agent === agent
          ? { event: 'lease-expired', by: agent }
          : null,
      );
    }
  }
  const late = open.filter(
    v => v.state === 'waiting' && v.waitingSince && now - Date.parse(v.waitingSince) > waitTimeoutSeconds * 1000,
  );
  for (const view of late) {
    await change(desk, asId<ConversationId>(view.id), conversation =>
      conversation.owner === 'waiting' && conversation.version === view.version ? { event: 'wait-expired' } : null,
    );
  }
  for (const chore of desk.chores) chore();
};

const mendLease = 25_000;

/**
 * What a killed process left undone, seen to by one process at a time: tickets not written, changes not told.
 */
export const mendDesk = async (desk: Desk): Promise<void> => {
  if (!(await desk.stores.locks.take('desk-mend', desk.process, desk.now, mendLease))) return;
  const stored = await desk.stores.conversations.atDesk();
  const told = new Map(desk.inbox.all().map(v => [v.id as string, v.version]));
  const untold = stored.filter(c => told.get(c.id) !== c.version).map(c => c.id);
  const there = new Set<string>(stored.map(c => c.id));
  const gone = [...told.keys()].filter(id => !there.has(id));
  for (const id of [...untold, ...gone.map(g => asId<ConversationId>(g))]) {
    const conversation = await desk.stores.conversations.get(id);
    if (!conversation) continue;
    await mendTickets(desk.stores, [conversation]);
    const speech = speechOfState(desk, conversation);
    if (speech) await tell(desk, conversation, speech);
    // Told under the name it would have had: what was told meanwhile is not told twice.
    await desk.feed.conversation(conversation);
  }
};

const eventDays = 3;
const rowHours = 24;

export const pruneDesk = async (desk: Desk): Promise<void> => {
  const now = desk.now.getTime();
  await desk.stores.deskEvents.prune(new Date(now - eventDays * 86_400_000));
  await desk.stores.presence.prune(new Date(now - rowHours * 3_600_000));
};
