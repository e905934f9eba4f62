import type { Logger } from 'pino';
import type { DirectLine } from '../channels/direct-line/direct-line.ts';
import { channelName } from '../channels/direct-line/direct-line-adapter.ts';
import type { Route } from '../http/route.ts';
import { beatMilliseconds, type Desk } from './desk.ts';
import { deskRoutes, type Handlers } from './desk-routes.ts';
import type { EntryView } from './desk-views.ts';
import { webDoor } from './door.ts';
import { eventRoute } from './event-stream.ts';
import { conversationHandlers } from './handlers/conversation-handlers.ts';
import { dealHandlers } from './handlers/deal-handlers.ts';
import { inboxHandlers } from './handlers/inbox-handlers.ts';
import { knowledgeHandlers } from './handlers/knowledge-handlers.ts';
import { messageHandlers } from './handlers/message-handlers.ts';
import { orderHandlers } from './handlers/order-handlers.ts';
import { reportHandlers } from './handlers/report-handlers.ts';
import { sessionHandlers } from './handlers/session-handlers.ts';
import { staffHandlers } from './handlers/staff-handlers.ts';
import { mendDesk, pruneDesk, sweepDesk } from './sweep-desk.ts';

/** The desk's whole HTTP side, on the web channel that its words go out on. */
export const routesOfDesk = (desk: Desk, line: DirectLine): Route[] => {
  desk.useDoor(channelName, webDoor(line.log));
  desk.hub.onEvent(({ kind, conversation, data }) => {
    if (kind !== 'message' || !conversation || !line.streams.has(conversation)) return;
    line.streams.reach(conversation, (JSON.parse(data) as { entry: EntryView }).entry.seq);
  });
  const handlers: Handlers = {
    ...sessionHandlers(desk),
    ...inboxHandlers,
    ...conversationHandlers,
    ...messageHandlers(desk),
    ...dealHandlers,
    ...orderHandlers,
    ...knowledgeHandlers,
    ...staffHandlers,
    ...reportHandlers,
  };
  return [...deskRoutes(desk, handlers), eventRoute(desk), desk.pokes.route()];
};

export interface DeskTimers {
  readonly url: string;
  /** No other process writes to this database. */
  readonly alone: boolean;
  readonly every: (
    milliseconds: number,
    log: Logger,
    what: string,
    work: () => Promise<unknown>,
  ) => () => Promise<void>;
}

/** What the desk does by itself. Returns how to stop; open consoles are told by the end of their stream. */
export const runDesk = async (desk: Desk, { url, alone, every }: DeskTimers): Promise<() => Promise<void>> => {
  const { log } = desk;
  await desk.pokes.beat(url);
  const stops = [
    every(beatMilliseconds, log, 'desk presence', async () => {
      await desk.beat([...desk.consoles.keys()]);
      await desk.readPresence();
      await desk.pokes.beat(url);
    }),
    every(5_000, log, 'desk sweep', () => sweepDesk(desk)),
    every(30_000, log, 'desk mending', () => mendDesk(desk)),
    every(3_600_000, log, 'desk pruning', () => pruneDesk(desk)),
    // Alone, everything is offered; only a reading that failed is left to be repeated.
    every(alone ? 10_000 : 1_000, log, 'desk poll', () => desk.hub.catchUp()),
  ];
  await mendDesk(desk);
  return async () => {
    desk.hub.closeAll();
    for (const stop of stops) await stop();
    await desk.pokes.leave();
  };
};
