import { randomUUID } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { resolve } from 'node:path';
import type { Dispatcher, Durability } from './commands/dispatch.ts';
import { serveConnection } from './connection.ts';
import { ensureDataFolder } from './data-folder.ts';
import { Cursors } from './engine/cursors.ts';
import { Engine } from './engine/engine.ts';
import { type Files, nodeFiles } from './journal/files.ts';
import { Journal } from './journal/journal.ts';
import { acquireLock, type FolderLock, liveOwner } from './lock.ts';

export interface EmbeddedServer {
  readonly uri: string;
  readonly port: number;
  readonly dataDir: string | null;
  readonly joined: boolean;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  /** null: in memory, gone at the end. */
  readonly dataDir: string | null;
  /** 0: any free one. */
  readonly port: number;
  /** True: a taken port is an error; false: another free one is taken. */
  readonly portFixed?: boolean;
  readonly log?: (message: string) => void;
  /** 'none' replies before the disk has it: for loading data that can be made again. */
  readonly durability?: 'fsync' | 'none';
  /** The file system, for tests that make it fail. */
  readonly files?: Files;
  /** Log size from which a snapshot is written, bytes. */
  readonly compactAtBytes?: number;
}

/**
 * Starts the server on loopback. A folder that a live server owns is joined instead (`joined: true`; closing leaves that
 * server running).
 * @throws BadInput when dataDir is no folder that can be written to; an error when its files are damaged or a fixed port is taken
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedServer> => {
  const log = options.log ?? (() => {});
  const dataDir = options.dataDir === null ? null : resolve(options.dataDir);
  if (dataDir !== null) {
    await ensureDataFolder(dataDir);
    const owner = await liveOwner(dataDir);
    if (owner) return joined(owner.port, dataDir, log);
  }
  return new Embedded(dataDir, options, log).start();
};

const uriOf = (port: number): string => `mongodb://127.0.0.1:${port}/?directConnection=true`;

const joined = (port: number, dataDir: string, log: (message: string) => void): EmbeddedServer => {
  log(`Joined the server that already owns ${dataDir}, at port ${port}`);
  return { uri: uriOf(port), port, dataDir, joined: true, close: async () => {} };
};

const sweepMilliseconds = 30_000;
const inMemory: Durability = { failure: () => undefined, settled: () => undefined };

class Embedded {
  private readonly dataDir: string | null;
  private readonly options: EmbeddedOptions;
  private readonly log: (message: string) => void;
  private readonly sockets = new Set<Socket>();
  private readonly tcp: Server = createServer(socket => this.accept(socket));
  private readonly instance = randomUUID();
  private readonly startedAt = new Date();
  private readonly journal: Journal | undefined;
  private readonly dispatcher: Dispatcher;
  private markReady: () => void = () => {};
  private lastConnection = 0;
  private port = 0;

  constructor(dataDir: string | null, options: EmbeddedOptions, log: (message: string) => void) {
    this.dataDir = dataDir;
    this.options = options;
    this.log = log;
    const { files = nodeFiles, durability = 'fsync', compactAtBytes } = options;
    if (dataDir !== null) {
      this.journal = new Journal({
        folder: dataDir,
        files,
        fsync: durability === 'fsync',
        log,
        ...(compactAtBytes === undefined ? {} : { compactAtBytes }),
      });
    }
    const journal = this.journal;
    const engine = new Engine(journal ? (change, undo) => journal.append(change, undo) : undefined);
    this.dispatcher = {
      engine,
      cursors: new Cursors(),
      facts: {
        instance: this.instance,
        dataDir,
        startedAt: this.startedAt,
        port: () => this.port,
        connections: () => this.sockets.size,
      },
      durability: journal ?? inMemory,
      ready: new Promise(resolve => {
        this.markReady = resolve;
      }),
    };
  }

  async start(): Promise<EmbeddedServer> {
    await this.listen();
    let lock: FolderLock | undefined;
    try {
      if (this.dataDir !== null) {
        const found = await acquireLock(this.dataDir, { port: this.port, instance: this.instance }, message =>
          this.lostFolder(message),
        );
        if (found.kind === 'owned') {
          await this.stopListening();
          return joined(found.port, this.dataDir, this.log);
        }
        lock = found.lock;
        await this.journal!.open(this.dispatcher.engine);
      }
    } catch (error) {
      await lock?.release();
      await this.stopListening();
      throw error;
    }
    this.markReady();
    const sweeper = setInterval(() => this.dispatcher.cursors.sweep(), sweepMilliseconds);
    sweeper.unref();
    this.log(
      `Embedded database at ${uriOf(this.port)} (${this.dataDir ?? 'in memory only'}): one machine, one writer, all data in memory, open to every program on this machine`,
    );
    return {
      uri: uriOf(this.port),
      port: this.port,
      dataDir: this.dataDir,
      joined: false,
      close: () => this.close(sweeper, lock),
    };
  }

  private closing: Promise<void> | undefined;

  private close(sweeper: NodeJS.Timeout, lock: FolderLock | undefined): Promise<void> {
    this.closing ??= (async () => {
      clearInterval(sweeper);
      // The port goes last of all: while the lock stands, whoever asks at the port finds its owner.
      await this.journal?.close();
      await lock?.release();
      await this.stopListening();
    })();
    return this.closing;
  }

  /** Somebody removed or replaced the lock: two writers would destroy the files, so this one stops writing. */
  private lostFolder(message: string): void {
    this.log(message);
    this.journal?.refuse(message);
  }

  private async listen(): Promise<void> {
    try {
      await this.listenOn(this.options.port);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      if (this.options.portFixed)
        throw new Error(`Port ${this.options.port} is taken by another program; set DB_PORT to a free port`);
      this.log(`Port ${this.options.port} is taken; using a free one`);
      await this.listenOn(0);
    }
  }

  private listenOn(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.tcp.once('error', reject);
      this.tcp.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
        this.tcp.off('error', reject);
        this.tcp.on('error', error => this.log(`The listening socket failed: ${error.message}`));
        const address = this.tcp.address();
        if (address === null || typeof address === 'string') throw new Error('The listening socket has no port');
        this.port = address.port;
        resolve();
      });
    });
  }

  private accept(socket: Socket): void {
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    serveConnection(socket, ++this.lastConnection, this.dispatcher, this.log);
  }

  private stopListening(): Promise<void> {
    const stopped = new Promise<void>(resolve => this.tcp.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    return stopped;
  }
}
