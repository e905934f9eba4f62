import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { sendHtml } from '../http/headers.ts';
import type { Route } from '../http/route.ts';

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

interface Asset {
  readonly body: Buffer;
  readonly type: string;
  readonly tag: string;
}

/** The files of a folder as they are served, read once: there is no build step and nothing else is reachable. */
const assetsOf = (folder: string): ReadonlyMap<string, Asset> => {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)];
    if (!type) continue;
    const body = readFileSync(join(folder, name));
    assets.set(name, { body, type, tag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 20)}"` });
  }
  return assets;
};

/**
 * `/widget/*` and what it shares with the other pages may be loaded from anywhere; `/shop/*` and the page itself belong to
 * the demo shop, `/desk/*` to the staff.
 */
const anywhere: ReadonlySet<string> = new Set(['widget', 'shared']);

export const pageRoutes = (): Route[] => {
  const here = import.meta.dirname;
  const shopHtml = readFileSync(join(here, 'shop', 'index.html'), 'utf8');
  const deskHtml = readFileSync(join(here, 'desk', 'index.html'), 'utf8');
  /** Every file of the folder at its name, or the one named `only` at `path`. */
  const serve = (folder: 'widget' | 'shared' | 'shop' | 'desk', path = `/${folder}/:file`, only?: string): Route => {
    const assets = assetsOf(join(here, folder));
    return {
      method: 'GET',
      path,
      handle: ({ req, res, params }) => {
        const asset = assets.get(only ?? params.file ?? '');
        if (!asset) {
          res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
          res.end('Not found');
          return;
        }
        const headers = { etag: asset.tag, 'cache-control': 'public, max-age=0, must-revalidate' };
        if (req.headers['if-none-match'] === asset.tag) {
          res.writeHead(304, headers);
          res.end();
          return;
        }
        res.writeHead(200, {
          ...headers,
          'content-type': asset.type,
          'content-length': asset.body.length,
          // A script or style loaded by another site's page.
          'cross-origin-resource-policy': anywhere.has(folder) ? 'cross-origin' : 'same-origin',
        });
        res.end(asset.body);
      },
    };
  };
  const page = (path: string, html: string): Route => ({
    method: 'GET',
    path,
    handle: ({ res }) => sendHtml(res, 200, html),
  });
  // Browsers ask for /favicon.ico on pages that name no icon: the help, the API reference.
  const icon = serve('shop', '/favicon.ico', 'mark.svg');
  return [
    page('/', shopHtml),
    page('/product/:id', shopHtml),
    page('/desk', deskHtml),
    serve('widget'),
    serve('shared'),
    serve('shop'),
    serve('desk'),
    icon,
  ];
};
