import type { ServerResponse } from 'node:http';
import { mayWorkOn } from '../../dialogs/handoff/routing.ts';
import type { DeskEvent } from '../../knowledge/domain/desk.ts';
import { type AgentId, asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import { HttpProblem } from '../http/problem.ts';
import type { Route } from '../http/route.ts';
import { deskOperations } from './contract.ts';
import type { Desk } from './desk.ts';
import { type ConsoleSink, frameOf } from './desk-hub.ts';
import { admit } from './desk-routes.ts';
import { watch } from './watch.ts';

/** Proxies close what is silent. */
const heartbeatMilliseconds = 15_000;
/** How often a console's session is looked at again: it may have ended elsewhere. */
const recheckMilliseconds = 30_000;
const maxConsolesPerAgent = 20;

/** Staff of the department and whoever has it; who leads sees all. Read at each event: departments change meanwhile. */
const sees = (desk: Desk, id: AgentId, event: DeskEvent): boolean => {
  const agent = desk.agent(id);
  if (!agent?.active) return false;
  if (agent.role !== 'agent') return true;
  if (event.kind === 'agent' || event.kind === 'settings') return true;
  const view = event.conversation ? desk.inbox.get(event.conversation) : undefined;
  const { department } = event;
  // Their own requests and corrections, beside what is in their departments.
  if (event.kind === 'approval' || event.kind === 'suggestion') return event.data.includes(`"by":{"id":"${id}"`);
  return mayWorkOn(agent, {
    ...(department === undefined ? {} : { department }),
    ...(view?.agent ? { agent: asId<AgentId>(view.agent.id) } : {}),
    ...(view?.preferred ? { preferred: asId<AgentId>(view.preferred.id) } : {}),
  });
};

const sinkOf = (res: ServerResponse): ConsoleSink => ({
  get bufferedBytes() {
    return res.writableLength;
  },
  send: frame => void res.write(frame),
  end: () => void res.end(),
});

/** GET /api/desk/events: everything that happens, from Last-Event-ID on. */
export const eventRoute = (desk: Desk): Route => ({
  method: 'GET',
  path: '/api/desk/events',
  handle: async call => {
    const session = await admit(desk, call, deskOperations.events);
    if (!session) return;
    const { agent } = session;
    if ((desk.consoles.get(agent.id) ?? 0) >= maxConsolesPerAgent) {
      throw new HttpProblem(429, 'too-many', 'You have too many consoles open', { 'retry-after': '10' });
    }
    const query = deskOperations.events.query.parse(Object.fromEntries(call.query));
    const lastId = Number(call.req.headers['last-event-id']);
    const after = Number.isSafeInteger(lastId) && lastId > 0 ? lastId : query.after;
    // Made at another process a moment ago: unknown here, nothing would be shown to them, and nothing of it told later.
    if (!desk.agent(agent.id)) await desk.readStaff();
    const { res } = call;
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const hello = { now: desk.now.toISOString(), lastEvent: desk.hub.seq };
    // A new stream's greeting has the number it begins at: who hears no more than that goes on from there, at whichever
    // process. One that resumes has a number already.
    res.write(
      `retry: 1000\n\n${frameOf('hello', JSON.stringify(hello), after === undefined ? desk.hub.seq : undefined)}`,
    );
    const sink = sinkOf(res);
    const close = desk.hub.open(after, { sink, agent: agent.id, sees: event => sees(desk, agent.id, event) });
    const unwatch = query.watch ? watch(desk, asId<ConversationId>(query.watch), agent, sink) : () => {};
    const left = desk.arrive(agent.id);
    const beat = setInterval(() => void res.write(': here\n\n'), heartbeatMilliseconds);
    const recheck = setInterval(() => {
      void desk.sessions.of(call.req).then(
        still => {
          if (still.ok) return;
          res.write(frameOf('signed-out', '{}'));
          res.end();
        },
        () => undefined,
      );
    }, recheckMilliseconds);
    beat.unref();
    recheck.unref();
    res.on('close', () => {
      clearInterval(beat);
      clearInterval(recheck);
      close();
      unwatch();
      left();
    });
  },
});
