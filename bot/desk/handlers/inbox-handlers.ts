import type { Handlers } from '../desk-routes.ts';
import { settingsView } from '../desk-views.ts';
import { packetOf } from '../packet.ts';
import { conversationFor, inboxOf } from './conversation-handlers.ts';

export const inboxHandlers: Pick<Handlers, 'readInbox' | 'readPacket'> = {
  readPacket: async (desk, { session, conversation: id, query }) => {
    const conversation = await conversationFor(desk, id, session.agent);
    return packetOf(desk, conversation, session.agent, query.language);
  },
  readInbox: async (desk, { session }) => {
    const settings = await desk.settings();
    // The number first: what happens while the rest is put together comes again as an event.
    const lastEvent = desk.hub.seq;
    return {
      ...inboxOf(desk, session.agent),
      lastEvent,
      settings: settingsView(settings, desk.shop),
      staff: desk.staff.map(a => desk.agentView(a)),
    };
  },
};
