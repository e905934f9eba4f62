import type { z } from 'zod';
import { bearerOf, isSameOrigin, type PresentedSession, sameSecret } from '../access.ts';
import { forbidden, unauthorized } from '../http/problem.ts';
import { type Call, type Route, sendJson } from '../http/route.ts';
import type { ShopApi } from './shop-api.ts';

/** Who may call: anyone, a shopper's session (a guest's too), or the shop's own server. */
export type Access = 'anyone' | 'session' | 'shop-server';

export interface Answer {
  readonly status: number;
  readonly value: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Input<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The caller's session; present when `access` is 'session', and for 'anyone' when one came along. */
  readonly session: PresentedSession | null;
  readonly call: Call;
}

/** One operation of the shop API: what the router registers, what checks the input, and what the reference documents. */
export interface Operation {
  readonly method: Route['method'];
  readonly path: `/api/shop/${string}`;
  readonly id: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  readonly access: Access;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Shapes and words of the answers by status; errors common to all are added by the reference. */
  readonly answers: Readonly<Record<number, { readonly description: string; readonly schema?: z.ZodType }>>;
  run(api: ShopApi, call: Call): Promise<Answer>;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** An operation whose handler gets its parameters, query and body already checked and typed by their schemas. */
export const operation = <
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  spec: Omit<Operation, 'run' | 'params' | 'query' | 'body'> & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    handle(api: ShopApi, input: Input<Parsed<P>, Parsed<Q>, Parsed<B>>): Promise<Answer> | Answer;
  },
): Operation => {
  const { handle, params, query, body, ...rest } = spec;
  return {
    ...rest,
    ...(params ? { params } : {}),
    ...(query ? { query } : {}),
    ...(body ? { body } : {}),
    run: async (api, call) => {
      const session = admit(api, call, spec);
      return handle(api, {
        params: params?.parse(call.params) as Parsed<P>,
        query: query?.parse(Object.fromEntries(call.query)) as Parsed<Q>,
        body: (body ? body.parse(await call.json()) : undefined) as Parsed<B>,
        session,
        call,
      });
    },
  };
};

const sentences = {
  missing: 'A shopper session is needed: get one from POST /api/shop/session',
  malformed: 'This is not a session of this shop',
  forged: 'The signature of this session does not fit',
  expired: 'This session has expired: get a new one from POST /api/shop/session',
} as const;

/** Throws HttpProblem unless the caller may do this: 401 without a session, 403 with a wrong key or from another site. */
const admit = (
  api: ShopApi,
  call: Call,
  { access, method }: Pick<Operation, 'access' | 'method'>,
): PresentedSession | null => {
  if (access === 'shop-server') {
    if (api.shopApiKey === undefined)
      throw forbidden('Set SHOP_API_KEY to let the shop’s server call this', 'no-shop-key');
    const key = bearerOf(call.req);
    if (key === undefined) throw unauthorized('Send the shop’s key as Authorization: Bearer');
    if (!sameSecret(key, api.shopApiKey)) throw forbidden('This is not the shop’s key', 'wrong-shop-key');
    return null;
  }
  const presented = api.sessions.of(call.req);
  if (!presented.ok) {
    if (access === 'session') throw unauthorized(sentences[presented.reason], `${presented.reason}-session`);
    return null;
  }
  const { session } = presented;
  if (session.by === 'cookie' && method !== 'GET' && !isSameOrigin(call.req, call.baseUrl)) {
    throw forbidden('Another site can’t act with this cookie: send the session as a bearer token', 'cross-site');
  }
  return session;
};

export const routesOf = (api: ShopApi, operations: readonly Operation[]): Route[] =>
  operations.map(op => ({
    method: op.method,
    path: op.path,
    handle: async call => {
      const { status, value, headers } = await op.run(api, call);
      if (status === 204) {
        call.res.writeHead(204, headers);
        call.res.end();
      } else {
        sendJson(call.res, status, value, headers);
      }
    },
  }));
