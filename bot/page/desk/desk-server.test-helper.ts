/**
 * The desk's contract over records in memory, so that the console is tested alone. Every body and every answer is checked by
 * the contract.
 */
import { type DeskOperationId, deskOperations } from '../../desk/contract.ts';
import { type Call, type Route, sendJson } from '../../http/route.ts';
import { startTestWeb, type TestWeb } from '../../testing/test-web.ts';
import { pageRoutes } from '../page-routes.ts';
import { dealHandlers } from './desk-deals.test-helper.ts';
import { DeskDouble, type DeskHandlers, problem } from './desk-double.test-helper.ts';
import { officeHandlers } from './desk-office.test-helper.ts';
import { talkHandlers } from './desk-talk.test-helper.ts';

const routesOf = (desk: DeskDouble): Route[] => {
  const handlers = { ...talkHandlers(desk), ...dealHandlers(desk), ...officeHandlers(desk) };
  return Object.entries(deskOperations).map(([id, operation]) => ({
    method: operation.method,
    path: operation.path,
    handle: call => handle(desk, handlers, id as DeskOperationId, call),
  }));
};

const handle = async (desk: DeskDouble, handlers: DeskHandlers, id: DeskOperationId, call: Call): Promise<void> => {
  if (desk.down) {
    call.req.socket.destroy();
    return;
  }
  const operation = deskOperations[id];
  if (operation.role !== null && !desk.signedIn) throw problem(401, 'no-session');
  if (id === 'events') return desk.open(call);
  if (operation.method !== 'GET' && operation.role !== null && call.req.headers['x-csrf-token'] !== 'csrf-of-tests') {
    throw problem(403, 'csrf');
  }
  const sent = operation.method === 'GET' ? undefined : await call.json();
  const body = 'body' in operation ? operation.body.parse(sent) : undefined;
  desk.calls.push(id);
  const answer = handlers[id]?.({ params: call.params, query: call.query, body });
  if (desk.lostAnswers > 0 && operation.method !== 'GET') {
    desk.lostAnswers -= 1;
    call.req.socket.destroy();
    return;
  }
  const status = 'status' in operation ? operation.status : 200;
  if (status === 204) {
    call.res.writeHead(204);
    call.res.end();
    return;
  }
  operation.answer.parse(answer);
  sendJson(call.res, status, answer);
};

export const startDeskDouble = async (): Promise<{ desk: DeskDouble; url: string; web: TestWeb }> => {
  const desk = new DeskDouble();
  const web = await startTestWeb({ routes: () => [...pageRoutes(), ...routesOf(desk)] });
  return { desk, url: web.url, web };
};
