import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { DeskSettings } from '../../knowledge/domain/desk.ts';
import type { Shop } from '../../knowledge/domain/shop.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { contactIn, type DeskFacts } from '../handoff/desk-facts.ts';
import { isOpen, nextOpening } from '../handoff/hours.ts';
import { agentsSeen } from '../handoff/presence.ts';
import { topicIn } from '../handoff/reasons.ts';
import { expectedWaitSeconds, handlingSecondsOf, type Seat } from '../handoff/routing.ts';
import { defaultDeskSettings } from '../handoff/settings.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Turn, Understanding } from '../turn.ts';

type DeskStores = Pick<Stores, 'desk' | 'agents' | 'presence' | 'conversations' | 'tickets'>;

const rememberMilliseconds = 5_000;
const presenceMilliseconds = 30_000;
/** Tickets that the expected wait is measured on. */
const recentTickets = 100;
const remembered = new WeakMap<object, { readonly at: number; readonly settings: DeskSettings }>();

/** Every turn asks for them, and they change once in a while. */
const settingsOf = async (stores: DeskStores, shop: Shop, now: Date): Promise<DeskSettings> => {
  const known = remembered.get(stores.desk);
  if (known && Math.abs(now.getTime() - known.at) < rememberMilliseconds) return known.settings;
  const settings = (await stores.desk.settings()) ?? defaultDeskSettings(shop);
  remembered.set(stores.desk, { at: now.getTime(), settings });
  return settings;
};

/** Whether anything of the desk can matter to this turn; the many turns that shop need nothing of it. */
const matters = (
  turn: Turn,
  understanding: Understanding,
  memory: ConversationMemory,
  conversation: Conversation,
  settings: DeskSettings,
): boolean => {
  const { intent, mood, confidence } = understanding;
  return (
    conversation.owner === 'waiting' ||
    intent === 'person' ||
    intent === 'complaint' ||
    (intent === 'yes' && memory.lastIntent === 'complaint') ||
    mood === 'upset' ||
    memory.failures >= 2 ||
    memory.contactAskedAt !== undefined ||
    ((intent === 'order-status' || intent === 'start-return') && confidence < 0.5) ||
    topicIn(turn.text, settings.topics) !== undefined ||
    contactIn(turn.text) !== null
  );
};

/** Null: the desk does not matter now. */
export const readDesk = async (
  turn: Turn,
  understanding: Understanding,
  memory: ConversationMemory,
  conversation: Conversation,
  { stores, shop }: { readonly stores: DeskStores; readonly shop: Shop },
): Promise<DeskFacts | null> => {
  const now = turn.at;
  const settings = await settingsOf(stores, shop, now);
  if (!matters(turn, understanding, memory, conversation, settings)) return null;
  const [agents, online, loads, waiting, tickets, recent] = await Promise.all([
    stores.agents.all(),
    agentsSeen(stores.presence, new Date(now.getTime() - presenceMilliseconds)),
    stores.conversations.loads(),
    stores.conversations.waiting(),
    stores.tickets.ofConversation(conversation.id),
    stores.tickets.recent(recentTickets),
  ]);
  const seats: Seat[] = agents.map(agent => ({ agent, online: online.has(agent.id), load: loads.get(agent.id) ?? 0 }));
  const timeZone = shop.timeZone ?? 'UTC';
  const place = waiting.findIndex(c => c.id === conversation.id);
  const position = place >= 0 ? place + 1 : waiting.length + 1;
  const department = conversation.desk?.department ?? settings.departments[0]?.key ?? '';
  const expectedSeconds = expectedWaitSeconds({
    position,
    seats,
    department,
    handlingSeconds: handlingSecondsOf(recent),
  });
  const unanswered = tickets.find(t => t.timedOut && !t.closedAt && !t.contact);
  return {
    settings,
    open: isOpen(settings.hours, timeZone, now),
    opensAt: isOpen(settings.hours, timeZone, now) ? null : nextOpening(settings.hours, timeZone, now),
    timeZone,
    staffed: expectedSeconds !== null,
    position,
    expectedSeconds,
    unanswered: unanswered?.id ?? null,
  };
};
