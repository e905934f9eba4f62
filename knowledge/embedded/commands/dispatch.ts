import { serialize } from 'bson';
import type { Cursors } from '../engine/cursors.ts';
import type { Engine } from '../engine/engine.ts';
import type { Doc } from '../engine/values.ts';
import { CommandError } from '../errors.ts';
import { aggregateCommands } from './aggregate.ts';
import { catalogCommands } from './catalog.ts';
import {
  type CommandContext,
  type Commands,
  type Connection,
  checkArguments,
  count,
  type ServerFacts,
} from './command.ts';
import { handshakeCommands } from './handshake.ts';
import { readCommands } from './read.ts';
import { writeCommands } from './write.ts';

/** Everything this server can be asked, by name. */
const commands: Commands = {
  ...handshakeCommands,
  ...readCommands,
  ...aggregateCommands,
  ...writeCommands,
  ...catalogCommands,
};

/** Known commands that one server without replication, users or transactions cannot answer. */
const transactionCommands = new Set(['commitTransaction', 'abortTransaction', 'prepareTransaction']);

/** What keeps writes: memory alone, or a journal that a reply has to wait for. */
export interface Durability {
  /** Why nothing can be written any more, or undefined. */
  failure(): CommandError | undefined;
  /** Resolves when everything changed so far is as durable as promised. */
  settled(): Promise<void> | undefined;
}

export interface Dispatcher {
  readonly engine: Engine;
  readonly cursors: Cursors;
  readonly facts: ServerFacts;
  readonly durability: Durability;
  /** Resolves when the data is loaded; hello and ping are answered before. */
  readonly ready: Promise<void>;
}

const answeredBeforeReady = new Set(['hello', 'isMaster', 'ismaster', 'buildInfo']);

/** Answers one command; every refusal is an encoded reply. Faults of ours are error 1, with the message for the log. */
export const dispatch = async (
  command: Doc,
  dispatcher: Dispatcher,
  connection: Connection,
  log: (message: string) => void,
): Promise<Buffer> => {
  try {
    const sent = Object.keys(command)[0] ?? '';
    const name = sent.toLowerCase() === 'buildinfo' ? 'buildInfo' : sent;
    if (transactionCommands.has(name))
      throw new CommandError('IllegalOperation', 'Transactions are not supported: this is a standalone server');
    const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!known) throw new CommandError('CommandNotFound', `no such command: '${sent}'`);
    checkArguments(sent, command, known.takes);
    const database = command.$db;
    if (typeof database !== 'string' || database === '')
      throw new CommandError('InvalidNamespace', 'A command needs its database in $db');
    const context: CommandContext = {
      engine: dispatcher.engine,
      cursors: dispatcher.cursors,
      facts: dispatcher.facts,
      connection,
      database,
      tick: deadline(count(command, 'maxTimeMS')),
    };
    if (!answeredBeforeReady.has(name)) await dispatcher.ready;
    if (known.writes || known.needsDisk) {
      const failure = dispatcher.durability.failure();
      if (failure) throw failure;
    }
    let reply: Doc | Buffer;
    let refusal: unknown;
    try {
      reply = known.run(command, context);
    } catch (error) {
      // A command may have changed something before it was refused; the answer still waits for that.
      refusal = error;
      reply = {};
    }
    if (known.writes) await dispatcher.durability.settled();
    if (refusal) throw refusal;
    return Buffer.isBuffer(reply) ? reply : encodeOk(reply);
  } catch (error) {
    return encodeError(error, log);
  }
};

const deadline = (milliseconds: number | undefined): (() => void) => {
  if (!milliseconds) return () => {};
  const end = performance.now() + milliseconds;
  return () => {
    if (performance.now() > end)
      throw new CommandError('MaxTimeMSExpired', `operation exceeded time limit of ${milliseconds} ms`);
  };
};

const encodeOk = (reply: Doc): Buffer => Buffer.from(serialize({ ...reply, ok: 1 }, { ignoreUndefined: false }));

const encodeError = (error: unknown, log: (message: string) => void): Buffer => {
  if (error instanceof CommandError)
    return Buffer.from(
      serialize({ ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details }),
    );
  log(`A command failed unexpectedly: ${(error as Error).stack ?? String(error)}`);
  return Buffer.from(
    serialize({ ok: 0, errmsg: `Unexpected fault: ${(error as Error).message}`, code: 1, codeName: 'InternalError' }),
  );
};
