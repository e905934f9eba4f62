import type { Socket } from 'node:net';
import type { Connection } from './commands/command.ts';
import { type Dispatcher, dispatch } from './commands/dispatch.ts';
import { encodeReply, MessageReader, parseRequest } from './wire.ts';

/** Messages read ahead of the one being answered; beyond it the client has to wait. */
const readAhead = 64;

/** Serves one client: its messages are answered in the order they came. Whatever it sends, only its own connection can end. */
export const serveConnection = (
  socket: Socket,
  id: number,
  dispatcher: Dispatcher,
  log: (message: string) => void,
): void => {
  const reader = new MessageReader();
  const waiting: Buffer[] = [];
  const connection: Connection = { id, peer: `${socket.remoteAddress}:${socket.remotePort}` };
  let isBusy = false;
  const drop = (error: unknown): void => {
    log(`Connection ${id} dropped: ${(error as Error).message}`);
    waiting.length = 0;
    socket.destroy();
  };

  const work = async (): Promise<void> => {
    if (isBusy) return;
    isBusy = true;
    try {
      for (let message = waiting.shift(); message; message = waiting.shift()) {
        const request = parseRequest(message);
        const body = await dispatch(request.command, dispatcher, connection, log);
        if (socket.destroyed) break;
        if (request.wantsReply) socket.write(encodeReply(request, body));
        if (waiting.length < readAhead && socket.isPaused()) socket.resume();
      }
    } catch (error) {
      drop(error);
    } finally {
      isBusy = false;
    }
  };

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy()); // a client that went away is no news
  socket.on('data', chunk => {
    try {
      waiting.push(...reader.push(chunk));
    } catch (error) {
      drop(error);
      return;
    }
    if (waiting.length >= readAhead) socket.pause();
    void work();
  });
};
