import { outcomeOfWords } from '../../../dialogs/handoff/outcome.ts';
import { byUrgency, isDepartmentOpen, isFree, mayWorkOn, queueFor } from '../../../dialogs/handoff/routing.ts';
import type { Conversation } from '../../../knowledge/domain/conversation.ts';
import { deskStateOf } from '../../../knowledge/domain/conversation.ts';
import type { Agent } from '../../../knowledge/domain/desk.ts';
import { type AgentId, asId, type ConversationId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import { forbidden, notFound } from '../../http/problem.ts';
import type { Desk } from '../desk.ts';
import { type ChangeOutcome, change } from '../desk-changes.ts';
import { type Handlers, refuse } from '../desk-routes.ts';
import { type ConversationView, entryView, previewOf } from '../desk-views.ts';

/** A conversation this agent may work on: 404 when there is none, 403 outside their departments. */
export const conversationFor = async (desk: Desk, id: ConversationId, agent: Agent): Promise<Conversation> => {
  const conversation = await desk.stores.conversations.get(id);
  if (!conversation) throw notFound('There is no such conversation', 'no-conversation');
  if (!mayWorkOn(agent, conversation.desk)) throw forbidden('This conversation belongs to another department', 'role');
  return conversation;
};

const refusals: Readonly<Record<string, string>> = {
  taken: 'A colleague has this conversation',
  closed: 'This conversation is closed',
  'not-yours': 'This conversation is not yours',
  'not-waiting': 'This conversation does not wait',
  'waiting-already': 'This conversation waits already',
  'not-due': 'There is nothing to do',
  changed: 'Somebody was faster: look again',
};

/** The conversation after the change; a refusal as the HTTP answer it is. */
export const changedOrRefused = (outcome: ChangeOutcome): Conversation => {
  if (outcome.kind === 'done') return outcome.conversation;
  if (outcome.reason === 'no-conversation') throw notFound('There is no such conversation', 'no-conversation');
  throw refuse(outcome.reason, refusals[outcome.reason] ?? 'This is not possible now');
};

export const isOwner = (conversation: Conversation, agent: Pick<Agent, 'id'>): boolean =>
  conversation.owner === 'agent' && conversation.desk?.agent === agent.id;

/** What an agent knows of the shopper when stepping in unasked. */
const steppingIn = async (desk: Desk, conversation: Conversation) => {
  const shopper = await desk.stores.shoppers.get(conversation.shopper);
  return {
    reason: 'taken' as const,
    mood: 'neutral' as const,
    valueAtRiskMinor: 0,
    ...(shopper?.name === undefined ? {} : { shopperName: shopper.name }),
    returning: shopper?.segments.includes('returning') ?? false,
  };
};

/** Whose conversation it is, where the desk was never told: the bot has it, or had it when the shopper left word. */
const withShopper = async (desk: Desk, view: ConversationView): Promise<ConversationView> => {
  if (view.shopper.name !== null) return view;
  const known = await desk.stores.shoppers.get(asId<ShopperId>(view.shopper.id));
  const returning = view.shopper.returning || known?.segments.includes('returning') === true;
  return { ...view, shopper: { ...view.shopper, name: known?.name ?? null, returning } };
};

/** Taking what one has already is the same answer again: a lost answer may be asked for twice. */
export const claimFor = async (
  desk: Desk,
  conversation: Conversation,
  agent: Agent,
  event: 'claim' | 'take-over',
): Promise<ChangeOutcome> => {
  if (isOwner(conversation, agent)) return { kind: 'done', conversation };
  const handoff = await steppingIn(desk, conversation);
  const outcome = await change(desk, conversation.id, () => ({ event, agent, handoff }));
  const now = outcome.kind === 'refused' ? outcome.conversation : undefined;
  return now && isOwner(now, agent) ? { kind: 'done', conversation: now } : outcome;
};

/** The picture of the inbox as this agent may see it. */
const seen = (desk: Desk, agent: Agent): ConversationView[] =>
  desk.inbox.all().filter(view =>
    mayWorkOn(agent, {
      ...(view.department === null ? {} : { department: view.department }),
      ...(view.agent ? { agent: asId<AgentId>(view.agent.id) } : {}),
      ...(view.preferred ? { preferred: asId<AgentId>(view.preferred.id) } : {}),
    }),
  );

/** Views carry texts of times; the order of urgency is that of the records. */
const urgencyOf = (view: ConversationView) => ({
  id: asId<ConversationId>(view.id),
  language: view.language,
  ...(view.waitingSince ? { waitingSince: new Date(view.waitingSince) } : {}),
  desk: {
    ticket: asId<NonNullable<Conversation['desk']>['ticket']>(view.ticket ?? ''),
    reason: view.reason ?? 'asked',
    department: view.department ?? '',
    priority: view.priority,
    dueAt: new Date(view.dueAt ?? 8.64e15),
    ...(view.preferred ? { preferred: asId<AgentId>(view.preferred.id) } : {}),
    mood: view.mood,
    valueAtRiskMinor: view.valueAtRisk?.minor ?? 0,
    returning: view.shopper.returning,
  },
  view,
});

type ConversationHandlers = Pick<
  Handlers,
  | 'readInbox'
  | 'listLive'
  | 'listClosed'
  | 'readTranscript'
  | 'claim'
  | 'claimNext'
  | 'takeOver'
  | 'transfer'
  | 'release'
  | 'close'
>;

export const conversationHandlers: Omit<ConversationHandlers, 'readInbox'> = {
  listLive: async (desk, { query }) => {
    const found = await desk.stores.conversations.ofBot(query.limit);
    const conversations = await Promise.all(
      found.map(async conversation => {
        const [view, last] = await Promise.all([
          withShopper(desk, desk.view(conversation)),
          desk.stores.transcripts.last(conversation.id),
        ]);
        // The latest words; nobody keeps them while the bot has the conversation.
        const tail = await desk.stores.transcripts.after(conversation.id, Math.max(0, last - 4), 4);
        const entry = tail.flatMap(e => entryView(e) ?? []).at(-1);
        const shopperSeq = tail.filter(e => e.from === 'shopper').at(-1)?.seq ?? view.shopperSeq;
        return { ...view, lastSeq: last, shopperSeq, preview: entry ? previewOf(entry) : view.preview };
      }),
    );
    return { conversations };
  },
  listClosed: async (desk, { session, query }) => {
    const tickets = (await desk.stores.tickets.recent(query.limit * 2)).filter(
      t => t.closedAt || t.timedOut || t.contact,
    );
    const rows = await Promise.all(
      tickets.slice(0, query.limit).map(async ticket => {
        const conversation = await desk.stores.conversations.get(ticket.conversation);
        if (!conversation || !mayWorkOn(session.agent, { department: ticket.department })) return [];
        const view = await withShopper(desk, desk.view(conversation, ticket));
        return [{ ...view, ticket: ticket.id, rating: ticket.rating ?? null }];
      }),
    );
    return { conversations: rows.flat() };
  },
  readTranscript: async (desk, { session, conversation: id, query }) => {
    await conversationFor(desk, id, session.agent);
    const [entries, corrections] = await Promise.all([
      desk.stores.transcripts.after(id, query.after, query.limit),
      desk.stores.desk.correctionsOf(id),
    ]);
    const marked = new Set(corrections.map(c => c.seq));
    return { entries: entries.flatMap(e => entryView(e, marked.has(e.seq)) ?? []) };
  },
  claim: async (desk, { session, conversation: id }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    return { conversation: desk.view(changedOrRefused(await claimFor(desk, conversation, session.agent, 'claim'))) };
  },
  claimNext: async (desk, { session }) => {
    const seat = desk.seatOf(session.agent);
    if (session.agent.availability !== 'available') throw refuse('away', 'Set yourself available first');
    if (seat.load >= session.agent.capacity) throw refuse('at-capacity', 'You have as many conversations as you can');
    const waiting = desk.inbox
      .all()
      .filter(v => v.state === 'waiting')
      .map(urgencyOf);
    for (const { view } of queueFor(waiting, { ...seat, online: true }, desk.seats(), desk.now)) {
      const outcome = await change(desk, asId<ConversationId>(view.id), now =>
        now.owner === 'waiting' ? { event: 'claim', agent: session.agent } : null,
      );
      if (outcome.kind === 'done') return { conversation: desk.view(outcome.conversation) };
    }
    return { conversation: null };
  },
  takeOver: async (desk, { session, conversation: id }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    return {
      conversation: desk.view(changedOrRefused(await claimFor(desk, conversation, session.agent, 'take-over'))),
    };
  },
  transfer: async (desk, { session, conversation: id, body }) => {
    await conversationFor(desk, id, session.agent);
    const { to } = body;
    const by = session.agent.id;
    const settings = await desk.settings();
    const outcome = await ('agent' in to
      ? toColleague(desk, id, session.agent, asId<AgentId>(to.agent))
      : (() => {
          const department = settings.departments.find(d => d.key === to.department);
          if (!department) throw refuse('unknown-department', `There is no department ${to.department}`, 404);
          const open = isDepartmentOpen(department, settings, desk.timeZone, desk.now);
          if (!open && department.whenClosed === 'refuse') {
            throw refuse('department-closed', 'This department is closed and takes nothing now');
          }
          return change(desk, id, now =>
            mayGive(now, session.agent) ? { event: 'transfer-department', department: department.key, by } : null,
          );
        })());
    const conversation = changedOrRefused(outcome);
    if (body.note) await addNote(desk, conversation, session.agent, `${conversation.version}-transfer`, body.note);
    return { conversation: desk.view(conversation) };
  },
  release: async (desk, { session, conversation: id, body }) => {
    await conversationFor(desk, id, session.agent);
    const event = body.to === 'bot' ? 'return-to-bot' : 'return-to-queue';
    const outcome = await change(desk, id, now =>
      mayGive(now, session.agent) ? { event, by: session.agent.id, closeReason: 'returned' } : null,
    );
    const conversation = changedOrRefused(outcome);
    return { conversation: desk.view(conversation) };
  },
  close: async (desk, { session, conversation: id, body }) => {
    const before = await conversationFor(desk, id, session.agent);
    const outcome = await change(desk, id, now =>
      deskStateOf(now) === 'closed' || mayGive(now, session.agent)
        ? { event: 'close', by: session.agent.id, closeReason: body.reason, askRating: body.askRating }
        : null,
    );
    const conversation = changedOrRefused(outcome);
    if (before.desk) await noteOutcome(desk, conversation, before.desk.ticket);
    return { conversation: desk.view(conversation) };
  },
};

/** The owner, or who leads. */
const mayGive = (conversation: Conversation, agent: Agent): boolean =>
  isOwner(conversation, agent) || (conversation.owner === 'agent' && agent.role !== 'agent');

const toColleague = (desk: Desk, id: ConversationId, from: Agent, to: AgentId): Promise<ChangeOutcome> => {
  const colleague = desk.agent(to);
  if (!colleague?.active) throw refuse('unknown-agent', 'There is no such colleague', 404);
  if (!isFree(desk.seatOf(colleague))) throw refuse('agent-unavailable', `${colleague.name} has no time now`);
  return change(desk, id, now =>
    mayGive(now, from) ? { event: 'transfer-agent', agent: colleague, by: from.id } : null,
  );
};

/** The shopper's own last words say whether it helped; silence says nothing. */
const noteOutcome = async (
  desk: Desk,
  conversation: Conversation,
  ticket: NonNullable<Conversation['desk']>['ticket'],
): Promise<void> => {
  const last = await desk.stores.transcripts.last(conversation.id);
  const tail = await desk.stores.transcripts.after(conversation.id, Math.max(0, last - 20), 20);
  const words = tail
    .filter(e => e.from === 'shopper')
    .flatMap(e => entryView(e) ?? [])
    .at(-1);
  const known = (await desk.stores.tickets.get(ticket))?.outcome;
  const outcome = known ?? (words ? outcomeOfWords(words.text) : null) ?? 'silent';
  await desk.stores.tickets.update(ticket, { outcome });
};

export const addNote = async (desk: Desk, conversation: Conversation, agent: Agent, key: string, text: string) => {
  const note = {
    id: `${conversation.id}|${agent.id}|${key}`,
    conversation: conversation.id,
    by: agent.id,
    text,
    at: desk.now,
  };
  await desk.stores.desk.addNote(note);
  const kept = (await desk.stores.desk.notes(conversation.id)).find(n => n.id === note.id) ?? note;
  return kept;
};

export const inboxOf = (desk: Desk, agent: Agent) => {
  const views = seen(desk, agent);
  const urgent = byUrgency(desk.now);
  const queue = views
    .filter(v => v.state === 'waiting')
    .map(urgencyOf)
    .sort(urgent)
    .map(u => u.view);
  const held = views.filter(v => v.state === 'agent').sort((a, b) => (a.lastAt < b.lastAt ? 1 : -1));
  return {
    queue,
    mine: held.filter(v => v.agent?.id === agent.id),
    others: held.filter(v => v.agent?.id !== agent.id),
  };
};
