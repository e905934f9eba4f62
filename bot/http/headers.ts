import type { IncomingMessage, ServerResponse } from 'node:http';

/** What an HTML page of ours may load: itself only. `frame-ancestors 'self'` keeps other sites from framing it. */
const pageCsp =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self' ws: wss:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";

/** For pages that need no script at all (help, API reference). */
export const quietCsp =
  "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

export const setSecurityHeaders = (res: ServerResponse): void => {
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  res.setHeader('cross-origin-opener-policy', 'same-origin');
};

const open = /^\/(v3\/directline|api\/shop|widget)(\/|$)/;

/**
 * CORS for the parts that other origins use: tokens travel in the Authorization header and `*` never lets a browser
 * send our cookie, so a page elsewhere can only do what its own token allows. True: the request was a preflight and is answered.
 */
export const answerCors = (req: IncomingMessage, res: ServerResponse): boolean => {
  const path = (req.url ?? '/').split('?')[0]!;
  if (open.test(path)) {
    res.setHeader('access-control-allow-origin', '*');
    res.setHeader('access-control-expose-headers', 'retry-after');
  }
  if (req.method !== 'OPTIONS') return false;
  if (open.test(path)) {
    res.setHeader('access-control-allow-methods', 'GET, POST, PUT, DELETE');
    res.setHeader('access-control-allow-headers', 'authorization, content-type, x-ms-bot-agent, x-requested-with');
    res.setHeader('access-control-max-age', '86400');
  }
  res.writeHead(204);
  res.end();
  return true;
};

export const sendHtml = (
  res: ServerResponse,
  status: number,
  html: string,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const body = Buffer.from(html);
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': body.length,
    'content-security-policy': pageCsp,
    'cache-control': 'no-cache',
    ...headers,
  });
  res.end(body);
};

/** Text for an HTML document, element content and quoted attributes alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
