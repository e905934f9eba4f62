import type { z } from 'zod';
import { agentRoles } from '../../knowledge/domain/desk.ts';
import { asId, type ConversationId } from '../../knowledge/domain/ids.ts';
import { isSameOrigin, type TokenRefusal } from '../access.ts';
import { forbidden, HttpProblem, unauthorized } from '../http/problem.ts';
import { type Call, type Route, sendJson } from '../http/route.ts';
import { type DeskOperationId, deskOperations } from './contract.ts';
import type { DeskOperation } from './contract-operation.ts';
import type { Desk } from './desk.ts';
import type { DeskSession } from './desk-sessions.ts';

type Spec<K extends DeskOperationId> = (typeof deskOperations)[K];
type Output<S, F extends string> = S extends Record<F, infer T extends z.ZodType> ? z.output<T> : undefined;
type HasId<K extends DeskOperationId> = Spec<K>['path'] extends `${string}/:${string}` ? string : undefined;

/** A call of one operation, checked: the session when the operation needs one, the body and query as the contract says. */
export interface DeskCall<K extends DeskOperationId> {
  readonly session: Spec<K>['role'] extends null ? null : DeskSession;
  readonly body: Output<Spec<K>, 'body'>;
  readonly query: Output<Spec<K>, 'query'>;
  /** The `:id` or `:key` of the path. */
  readonly id: HasId<K>;
  readonly conversation: ConversationId;
  readonly call: Call;
}

type Answer<K extends DeskOperationId> = z.input<Spec<K>['answer']>;
export interface WithHeaders<T> {
  readonly value: T;
  readonly headers: Readonly<Record<string, string>>;
}

/** Handled by itself: the answer does not end. */
type Streaming = 'events';
export type Handler<K extends DeskOperationId> = (
  desk: Desk,
  call: DeskCall<K>,
) => Promise<Answer<K> | WithHeaders<Answer<K>>>;
export type Handlers = { readonly [K in Exclude<DeskOperationId, Streaming>]: Handler<K> };

const withHeaders = (answer: unknown): WithHeaders<unknown> =>
  answer !== null && typeof answer === 'object' && 'value' in answer && 'headers' in answer
    ? (answer as WithHeaders<unknown>)
    : { value: answer, headers: {} };

const sentences: Readonly<Record<TokenRefusal, string>> = {
  missing: 'Sign in first',
  malformed: 'This is not a session of this desk',
  forged: 'The signature of this session does not fit',
  expired: 'This session has ended: sign in again',
};
const codes: Readonly<Record<TokenRefusal, string>> = {
  missing: 'no-session',
  malformed: 'forged-session',
  forged: 'forged-session',
  expired: 'expired-session',
};

/** Throws HttpProblem unless the caller is signed in, from our own page, with the token of that page and the role. */
export const admit = async (desk: Desk, call: Call, operation: DeskOperation): Promise<DeskSession | null> => {
  if (operation.method !== 'GET' && !isSameOrigin(call.req, call.baseUrl)) {
    throw forbidden('Another site can’t act at this desk', 'cross-site');
  }
  if (operation.role === null) return null;
  const presented = await desk.sessions.of(call.req);
  if (!presented.ok) throw unauthorized(sentences[presented.reason], codes[presented.reason]);
  const { session } = presented;
  const csrf = call.req.headers['x-csrf-token'];
  if (operation.method !== 'GET' && !desk.sessions.fitsCsrf(session, typeof csrf === 'string' ? csrf : undefined)) {
    throw forbidden('The x-csrf-token of this session is needed', 'csrf');
  }
  if (agentRoles.indexOf(session.agent.role) < agentRoles.indexOf(operation.role)) {
    throw forbidden(`This needs the role ${operation.role}`, 'role');
  }
  return session;
};

const maxBody = 65_536;

/** The call as the contract of `K` says it is: what is read here is checked against that operation's own shapes. */
const readCall = async <K extends keyof Handlers>(
  id: K,
  session: DeskSession | null,
  call: Call,
): Promise<DeskCall<K>> => {
  const { body, query }: DeskOperation = deskOperations[id];
  const { params } = call;
  const read = {
    session,
    body: body?.parse(await call.json(maxBody)),
    query: query?.parse(Object.fromEntries(call.query)),
    id: params.key ?? params.number ?? params.id,
    conversation: asId<ConversationId>(params.id ?? ''),
    call,
  };
  return read as DeskCall<K>;
};

const routeOf = <K extends keyof Handlers>(desk: Desk, handlers: Handlers, id: K): Route => {
  const handle = handlers[id];
  const operation: DeskOperation = deskOperations[id];
  return {
    method: operation.method,
    path: operation.path,
    handle: async call => {
      const session = await admit(desk, call, operation);
      if (session) desk.seen(session.agent.id);
      const { value, headers } = withHeaders(await handle(desk, await readCall(id, session, call)));
      if (operation.status === 204) {
        call.res.writeHead(204, { ...headers });
        call.res.end();
      } else sendJson(call.res, operation.status ?? 200, value, headers);
    },
  };
};

/** Every operation of the contract as a route. Restify takes `:number` and `:key` from the path like `:id`. */
export const deskRoutes = (desk: Desk, handlers: Handlers): Route[] =>
  (Object.keys(handlers) as (keyof Handlers)[]).map(id => routeOf(desk, handlers, id));

/** A refusal the contract lists, in a sentence for people. */
export const refuse = (code: string, message: string, status = 409): HttpProblem =>
  new HttpProblem(status, code, message);
