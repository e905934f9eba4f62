import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { ZodError } from 'zod';
import { readBytes, readJson } from './body.ts';
import { badRequest, HttpProblem, isDiskFault } from './problem.ts';

/** One HTTP request as the routes see it. */
export interface Call {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  /** Decoded path parameters. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The peer's address; a proxy's when there is one. */
  readonly address: string;
  /** Public address of this server without a trailing slash: PUBLIC_URL, else what the caller used. */
  readonly baseUrl: string;
  /** The body parsed as JSON, undefined when empty. Throws HttpProblem 400, 413 or 415. */
  json(limit?: number): Promise<unknown>;
  bytes(limit: number): Promise<Buffer>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** restify path: "/api/shop/products/:id". */
  readonly path: string;
  handle(call: Call): Promise<void> | void;
}

export interface RouteOptions {
  /** Bytes; larger bodies are answered with 413. */
  readonly maxBody: number;
  readonly publicUrl?: string;
  readonly log: Logger;
}

export const sendJson = (
  res: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const body = Buffer.from(JSON.stringify(value));
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    ...headers,
  });
  res.end(body);
};

/** "lines[0].quantity: expected a number; email: …", at most five. */
const describeZod = (error: ZodError): string =>
  error.issues
    .slice(0, 5)
    .map(issue => {
      const path = issue.path.reduce<string>(
        (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
        '',
      );
      return path ? `${path}: ${issue.message}` : issue.message;
    })
    .join('; ');

const asProblem = (fault: unknown): HttpProblem | null => {
  if (fault instanceof HttpProblem) return fault;
  if (fault instanceof ZodError) return badRequest(describeZod(fault), 'invalid-body');
  return null;
};

/** The answer to something thrown: the sentence of a known problem; of a fault, a reference number only, and the fault itself to the log. */
export const problemOf = (fault: unknown, log: Logger): HttpProblem => {
  const problem = asProblem(fault);
  if (problem) return problem;
  const reference = randomUUID();
  log.error({ err: fault, reference }, 'request failed');
  if (isDiskFault(fault)) {
    return new HttpProblem(
      503,
      'cannot-save',
      `Nothing can be saved at the moment, so nothing was; reference ${reference}`,
    );
  }
  return new HttpProblem(500, 'fault', `Something went wrong here, reference ${reference}`);
};

export const problemBody = ({ code, message }: HttpProblem) => ({ error: { code, message } });

const sendProblem = (res: ServerResponse, fault: unknown, log: Logger): void => {
  const problem = problemOf(fault, log);
  // Half an answer can't be taken back: the caller sees the connection end.
  if (res.headersSent) res.destroy();
  else sendJson(res, problem.status, problemBody(problem), problem.headers);
};

const verbs = { GET: 'get', POST: 'post', PUT: 'put', DELETE: 'del' } as const;

const baseUrlOf = (req: IncomingMessage, publicUrl: string | undefined): string => {
  if (publicUrl) return publicUrl.replace(/\/+$/, '');
  const host = req.headers.host ?? '';
  return `http://${/^[\w.:[\]-]+$/.test(host) ? host : 'localhost'}`;
};

/** Registers routes; every handler runs behind the same error border. */
export const mount = (server: Server, routes: readonly Route[], options: RouteOptions): void => {
  for (const route of routes) {
    server[verbs[route.method]](route.path, async (req: Request, res: Response) => {
      const call: Call = {
        req,
        res,
        params: (req.params ?? {}) as Record<string, string>,
        query: new URL(req.url ?? '/', 'http://localhost').searchParams,
        address: req.socket.remoteAddress ?? 'unknown',
        baseUrl: baseUrlOf(req, options.publicUrl),
        json: limit => readJson(req, limit ?? options.maxBody),
        bytes: limit => readBytes(req, limit),
      };
      try {
        await route.handle(call);
      } catch (fault) {
        sendProblem(res, fault, options.log);
      }
    });
  }
};
