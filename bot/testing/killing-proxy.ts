import { createConnection, createServer, type Socket } from 'node:net';

const writes = new Set(['insert', 'update', 'delete', 'findAndModify']);
const headerBytes = 16;
const opMessage = 2013;

/** The name of the command in an OP_MSG: the first key of its first document. */
const commandOf = (message: Buffer): string | null => {
  const kindAt = headerBytes + 4;
  if (message.readInt32LE(12) !== opMessage || message[kindAt] !== 0) return null;
  const nameAt = kindAt + 1 + 4 + 1;
  const end = message.indexOf(0, nameAt);
  return end < 0 ? null : message.toString('latin1', nameAt, end);
};

/** Whole messages of the wire protocol out of a stream of bytes. */
const messagesOf = (socket: Socket, on: (message: Buffer) => void): void => {
  let rest: Buffer = Buffer.alloc(0);
  socket.on('data', chunk => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= headerBytes && rest.length >= rest.readInt32LE(0)) {
      const size = rest.readInt32LE(0);
      on(rest.subarray(0, size));
      rest = rest.subarray(size);
    }
  });
};

export interface KillingProxy {
  /** Address of the database, seen through the proxy. */
  readonly uri: string;
  /** Writes that passed since it was armed. */
  readonly passed: number;
  /**
   * From now on, calls `kill` at the n-th write, once: 'before' it reaches the database, or 'after' it was carried out and
   * before its answer comes back. n 0: never.
   */
  arm(n: number, moment: 'before' | 'after', kill: () => void): void;
  close(): Promise<void>;
}

/** Stands between one process and the database, so that the process can be killed between any two of its writes. */
export const startKillingProxy = async (databaseUri: string): Promise<KillingProxy> => {
  const target = new URL(databaseUri);
  let armed: { readonly n: number; readonly moment: 'before' | 'after'; readonly kill: () => void } | null = null;
  let passed = 0;
  let silent = false;
  const sockets = new Set<Socket>();
  const server = createServer(client => {
    const database = createConnection({ host: target.hostname, port: Number(target.port) });
    for (const socket of [client, database]) {
      socket.setNoDelay(true);
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => database.end());
    database.on('close', () => client.destroy());
    let killAfter: (() => void) | null = null;
    messagesOf(client, message => {
      if (silent) return;
      const isWrite = writes.has(commandOf(message) ?? '');
      if (isWrite && armed) {
        passed += 1;
        if (passed === armed.n) {
          if (armed.moment === 'before') {
            silent = true;
            armed.kill();
            return;
          }
          killAfter = armed.kill;
        }
      }
      database.write(message);
    });
    database.on('data', chunk => {
      if (killAfter) {
        silent = true;
        killAfter();
        killAfter = null;
      }
      if (!silent) client.write(chunk);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    uri: `mongodb://127.0.0.1:${port}/`,
    get passed() {
      return passed;
    },
    arm: (n, moment, kill) => {
      passed = 0;
      silent = false;
      armed = n > 0 ? { n, moment, kill } : { n: -1, moment, kill };
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>(resolve => server.close(() => resolve()));
    },
  };
};
