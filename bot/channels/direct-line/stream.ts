import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { asId, type ConversationId } from '../../../knowledge/domain/ids.ts';
import { readWatermark } from './authorize.ts';
import type { DirectLine } from './direct-line.ts';

const pattern = /^\/v3\/directline\/conversations\/([^/?]+)\/stream$/;
const heartbeatMilliseconds = 30_000;

const refuse = (socket: Duplex, status: string): void => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
};

/** Serves `…/conversations/:id/stream?watermark=&t=`. Returns how to stop; open sockets are closed with 1001. */
export const serveStreams = (server: Server, line: DirectLine): (() => void) => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 4_096, clientTracking: true });
  const alive = new WeakSet<object>();
  const heartbeat = setInterval(() => {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }, heartbeatMilliseconds);
  heartbeat.unref();

  const upgrade = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://localhost');
    const match = pattern.exec(url.pathname);
    if (!match) return refuse(socket, '404 Not Found');
    const conversation = asId<ConversationId>(decodeURIComponent(match[1]!));
    const verified = line.tokens.verify(url.searchParams.get('t') ?? undefined);
    if (!verified.ok || verified.grant.conversation !== conversation) return refuse(socket, '403 Forbidden');
    const stored = await line.stores.conversations.get(conversation);
    if (!stored) return refuse(socket, '404 Not Found');
    if (stored.shopper !== verified.grant.shopper) return refuse(socket, '403 Forbidden');
    sockets.handleUpgrade(req, socket, head, ws => {
      alive.add(ws);
      ws.on('pong', () => alive.add(ws));
      // Clients send "" to keep the connection open; messages go by POST.
      ws.on('message', () => alive.add(ws));
      ws.on('error', () => ws.terminate());
      const stop = line.streams.open(conversation, readWatermark(url.searchParams.get('watermark')), ws);
      ws.on('close', stop);
    });
  };

  const onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    upgrade(req, socket, head).catch(err => {
      line.logger.error({ err }, 'stream could not open');
      refuse(socket, '503 Service Unavailable');
    });
  };
  server.on('upgrade', onUpgrade);
  return () => {
    clearInterval(heartbeat);
    server.off('upgrade', onUpgrade);
    for (const socket of sockets.clients) socket.close(1001, 'The server is stopping');
    // A peer that does not answer the close must not keep the server from stopping.
    const cut = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate();
    }, 2_000);
    cut.unref();
    sockets.close(() => clearTimeout(cut));
  };
};
