import type { Server as HttpServer, IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { createServer, type Response, type Server } from 'restify';
import { answerCors, setSecurityHeaders } from './http/headers.ts';
import { HttpProblem } from './http/problem.ts';
import { mount, problemBody, problemOf, type Route, type RouteOptions } from './http/route.ts';

export interface ServerOptions extends RouteOptions {
  readonly routes: readonly Route[];
}

/** restify's own refusals (no such page, wrong method) in the same words and shape as ours. */
const routerProblem = (status: number, req: IncomingMessage): HttpProblem => {
  const path = (req.url ?? '/').split('?')[0];
  if (status === 404) return new HttpProblem(404, 'not-found', `There is nothing at ${path}`);
  if (status === 405) return new HttpProblem(405, 'wrong-method', `${req.method} is not possible at ${path}`);
  return new HttpProblem(status, 'refused', 'This request could not be read');
};

const answerRouterErrors = (server: Server, log: Logger): void => {
  server.on(
    'restifyError',
    (req: IncomingMessage, res: Response, err: Error & { statusCode?: number }, done: () => void) => {
      const status = err.statusCode ?? 500;
      // Whatever the cause, its message is for the log: the caller gets a sentence of ours.
      const problem = problemOf(status >= 400 && status < 500 ? routerProblem(status, req) : err, log);
      // restify's own way of sending, so that it knows the answer is given.
      if (!res.headersSent) {
        res.sendRaw(problem.status, JSON.stringify(problemBody(problem)), {
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
        });
      }
      done();
    },
  );
};

/** A restify server with our routes, headers and error border; not listening yet. */
export const createHttpServer = (options: ServerOptions): Server & { server: HttpServer } => {
  const server = createServer({ name: 'counteroffer', handleUncaughtExceptions: false }) as Server & {
    server: HttpServer;
  };
  server.pre((req, res, next) => {
    setSecurityHeaders(res);
    if (answerCors(req, res)) return next(false);
    next();
  });
  answerRouterErrors(server, options.log);
  mount(server, options.routes, options);
  // A peer that sends its headers or body drop by drop does not hold a connection for ever.
  server.server.headersTimeout = 15_000;
  server.server.requestTimeout = 60_000;
  return server;
};

/** Resolves with the port in use; rejects with a sentence when it is taken. */
export const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const onError = (fault: NodeJS.ErrnoException): void => {
      reject(
        fault.code === 'EADDRINUSE'
          ? new Error(`Port ${port} on ${host} is taken: stop what uses it or set PORT`, { cause: fault })
          : fault,
      );
    };
    const raw = (server as Server & { server: HttpServer }).server;
    raw.once('error', onError);
    raw.listen(port, host, () => {
      raw.off('error', onError);
      const address = raw.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });

/** Stops accepting, lets requests under way finish for `graceMilliseconds`, then cuts what is left. */
export const close = (server: Server, graceMilliseconds = 5_000): Promise<void> =>
  new Promise(resolve => {
    const raw = (server as Server & { server: HttpServer }).server;
    const cut = setTimeout(() => raw.closeAllConnections(), graceMilliseconds);
    cut.unref();
    // Kept-alive connections end with their next answer, so that none is cut in the middle of a request.
    raw.prependListener('request', (_req, res) => res.setHeader('connection', 'close'));
    raw.close(() => {
      clearTimeout(cut);
      resolve();
    });
    raw.closeIdleConnections();
  });
