import type { Activity, ConversationReference } from 'botbuilder-core';
import { z } from 'zod';
import type { Conversation, TranscriptEntry } from '../../../knowledge/domain/conversation.ts';
import { asId, type ConversationId } from '../../../knowledge/domain/ids.ts';
import type { Desk } from '../desk.ts';
import { type ConversationView, entryView } from '../desk-views.ts';
import { acceptedElsewhere, completedElsewhere, failedElsewhere } from './other-desk.ts';

/** The Bot Framework's hand-off protocol: two events, an envelope for whatever desk the channel has. */
const initiateName = 'handoff.initiate';
const statusName = 'handoff.status';

const statusShape = z.object({
  state: z.enum(['accepted', 'failed', 'completed']),
  message: z.string().max(1_000).optional(),
});
export type HandoffStatus = z.output<typeof statusShape>;

/** Null: no hand-off status, or none that makes sense. */
export const statusOf = (activity: Partial<Activity>): HandoffStatus | null => {
  if (activity.type !== 'event' || activity.name !== statusName) return null;
  const parsed = statusShape.safeParse(activity.value);
  return parsed.success ? parsed.data : null;
};

/** What the channel's desk reports: taken, not possible, over. */
export const applyStatus = async (desk: Desk, conversation: Conversation, status: HandoffStatus): Promise<void> => {
  const name = desk.departmentName(conversation.desk?.department, conversation.language);
  switch (status.state) {
    case 'accepted':
      await acceptedElsewhere(desk, conversation.id, name);
      return;
    case 'failed':
      await failedElsewhere(desk, conversation.id);
      return;
    case 'completed':
      await completedElsewhere(desk, conversation.id);
  }
};

/**
 * `handoff.initiate` as the SDK's EventFactory makes it: why and what for as its value, the transcript as an attachment.
 * For the channel's connector only; `isVisible` keeps it from every shopper.
 */
export const initiationOf = (
  conversation: Conversation,
  reference: Partial<ConversationReference>,
  transcript: readonly TranscriptEntry[],
  now: Date,
): Partial<Activity> => {
  const { desk } = conversation;
  const activities = transcript.flatMap(entry => {
    const view = entryView(entry);
    return view
      ? [
          {
            type: 'message',
            id: view.id,
            text: view.text,
            timestamp: view.at,
            from: { id: view.from, name: view.name ?? view.from },
          },
        ]
      : [];
  });
  return {
    type: 'event',
    name: initiateName,
    id: `${conversation.id}|handoff-${conversation.version}`,
    timestamp: now,
    value: {
      reason: desk?.reason,
      department: desk?.department,
      priority: desk?.priority,
      language: conversation.language,
      conversation: conversation.id,
    },
    ...(reference.user ? { from: reference.user } : {}),
    ...(reference.conversation ? { conversation: reference.conversation } : {}),
    ...(reference.channelId ? { channelId: reference.channelId } : {}),
    ...(reference.serviceUrl ? { serviceUrl: reference.serviceUrl } : {}),
    relatesTo: reference as ConversationReference,
    attachments: [{ contentType: 'application/json', name: 'Transcript', content: { activities } }],
    entities: [],
  };
};

const transcriptLength = 200;
const rememberedHandoffs = 5_000;

const leaseMilliseconds = 30_000;

/**
 * Tells the channel's desk of each hand-off, once over all processes: again after a fault or a death, under the same id,
 * for as long as the shopper waits under that version.
 */
export const announceHandoffs = (
  desk: Desk,
  send: (reference: string, activity: Partial<Activity>) => Promise<void>,
): void => {
  desk.takesHandoffEvents = true;
  const { stores } = desk;
  /** Announced, or being announced, by this process. */
  const done = new Set<string>();
  const announce = async (id: ConversationId, version: number): Promise<void> => {
    const name = `${initiateName}|${id}|${version}`;
    if (done.has(name)) return;
    done.add(name);
    if (done.size > rememberedHandoffs) done.delete(done.values().next().value as string);
    let settled = false;
    try {
      if (!(await stores.locks.take(name, desk.process, desk.now, leaseMilliseconds))) return;
      if (!(await stores.presence.has(`sent:${name}`))) {
        const last = await stores.transcripts.last(id);
        const transcript = await stores.transcripts.after(id, Math.max(0, last - transcriptLength), transcriptLength);
        // Asked last, as close to the sending as can be: nobody is called for whom somebody has come, or who has left.
        const conversation = await stores.conversations.get(id);
        const waits = conversation?.owner === 'waiting' && conversation.version === version;
        if (!waits || !conversation.reference) {
          settled = true;
          return;
        }
        const reference = JSON.parse(conversation.reference) as Partial<ConversationReference>;
        await send(conversation.reference, initiationOf(conversation, reference, transcript, desk.now));
        await stores.presence.beat(`sent:${name}`, 'sent', desk.now);
      }
      settled = true;
    } finally {
      if (!settled) done.delete(name);
      await stores.locks.release(name, desk.process).catch(() => undefined);
    }
  };
  const look = (id: ConversationId, version: number): void => {
    announce(id, version).catch(err =>
      desk.log.error({ err, conversation: id }, 'a hand-off could not be announced yet'),
    );
  };
  desk.hub.onEvent(event => {
    if (event.kind !== 'conversation' || !event.conversation) return;
    const { conversation } = JSON.parse(event.data) as { conversation: ConversationView };
    if (conversation.state === 'waiting') look(event.conversation, conversation.version);
  });
  desk.chores.push(() => {
    for (const { id, state, version } of desk.inbox.all()) {
      if (state === 'waiting') look(asId<ConversationId>(id), version);
    }
  });
};
