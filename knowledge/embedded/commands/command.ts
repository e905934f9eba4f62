import { Long } from 'bson';
import { BsonBuilder } from '../bson-bytes.ts';
import type { Batch, Cursors } from '../engine/cursors.ts';
import type { Engine } from '../engine/engine.ts';
import { type Doc, isDoc, typeName } from '../engine/values.ts';
import { CommandError, notImplemented } from '../errors.ts';

/** What the server says about itself in hello and buildInfo. */
export interface ServerFacts {
  /** Unique per start: how a second process tells this server from a stranger on the same port. */
  readonly instance: string;
  readonly dataDir: string | null;
  readonly startedAt: Date;
  readonly port: () => number;
  readonly connections: () => number;
}

export interface Connection {
  readonly id: number;
  /** Where the client is, as "address:port". */
  readonly peer: string;
  /** What the client said of itself: once, in its first hello, and not in those by which it later sees whether the server is there. */
  client?: Doc;
}

export interface CommandContext {
  readonly engine: Engine;
  readonly cursors: Cursors;
  readonly facts: ServerFacts;
  readonly connection: Connection;
  readonly database: string;
  /** Throws once the command has run past its maxTimeMS. */
  readonly tick: () => void;
}

/** A reply without `ok`; a Buffer is a whole reply already encoded. */
export type Reply = Doc | Buffer;

export interface Command {
  /** Arguments it understands beside the general ones; any other is refused. */
  readonly takes: readonly string[];
  /** Changes data: refused once the journal has failed. */
  readonly writes?: boolean;
  /** Refused as well once the journal has failed, though it changes nothing: readiness asks through it. */
  readonly needsDisk?: boolean;
  run(command: Doc, context: CommandContext): Reply;
}

export type Commands = Readonly<Record<string, Command>>;

/** Arguments any command may carry. `lsid`, `$clusterTime` and `comment` change nothing on one server without transactions. */
const general = new Set([
  '$db',
  'lsid',
  '$clusterTime',
  '$readPreference',
  'comment',
  'maxTimeMS',
  'readConcern',
  'writeConcern',
]);

/** @throws NotImplemented for an argument the command does not list, IllegalOperation for a transaction */
export const checkArguments = (name: string, command: Doc, takes: readonly string[]): void => {
  if (command.txnNumber !== undefined || command.startTransaction !== undefined || command.autocommit !== undefined)
    throw new CommandError(
      'IllegalOperation',
      'Transaction numbers are only allowed on a replica set member or mongos',
    );
  for (const key of Object.keys(command)) {
    if (key !== name && !general.has(key) && !takes.includes(key))
      throw notImplemented(`The argument ${key} of ${name}`);
  }
  checkConcerns(command);
};

const checkConcerns = ({ readConcern, writeConcern }: Doc): void => {
  if (readConcern !== undefined) {
    if (!isDoc(readConcern)) throw new CommandError('TypeMismatch', 'readConcern needs a document');
    const { level, ...rest } = readConcern;
    if (Object.keys(rest).length > 0) throw notImplemented(`The read concern ${JSON.stringify(rest)}`);
    if (level !== undefined && level !== 'local' && level !== 'available')
      throw notImplemented(`The read concern level ${String(level)}`);
  }
  if (writeConcern !== undefined) {
    if (!isDoc(writeConcern)) throw new CommandError('TypeMismatch', 'writeConcern needs a document');
    const { w, j, wtimeout, wtimeoutMS, ...rest } = writeConcern;
    if (Object.keys(rest).length > 0) throw notImplemented(`The write concern ${JSON.stringify(rest)}`);
    // A reply always waits for the journal, so w: 1, majority of one, and j: true are the same here.
    if (w !== undefined && w !== 0 && w !== 1 && w !== 'majority')
      throw new CommandError('BadValue', "cannot use 'w' > 1 when a host is not replicated");
    if (j !== undefined && typeof j !== 'boolean')
      throw new CommandError('TypeMismatch', 'writeConcern.j needs a boolean');
  }
};

export const text = (command: Doc, key: string): string => {
  const value = command[key];
  if (typeof value !== 'string' || value === '')
    throw new CommandError('TypeMismatch', `${key} needs a non-empty string, not a ${typeName(value)}`);
  return value;
};

export const namespaceOf = (command: Doc, key: string, context: CommandContext): string => {
  const collection = command[key];
  if (typeof collection !== 'string')
    throw new CommandError('InvalidNamespace', `collection name has invalid type ${typeName(collection)}`);
  if (collection === '')
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${context.database}.'`);
  return `${context.database}.${collection}`;
};

/** A whole number from 0, or undefined when it was not given. */
export const count = (command: Doc, key: string): number | undefined => {
  const value = command[key];
  if (value === undefined || value === null) return undefined;
  const number = value instanceof Long ? value.toNumber() : value;
  if (typeof number !== 'number')
    throw new CommandError('TypeMismatch', `${key} needs a number, not a ${typeName(value)}`);
  if (!Number.isInteger(number) || number < 0)
    throw new CommandError('BadValue', `${key} needs a whole number from 0, not ${number}`);
  return number;
};

export const flag = (command: Doc, key: string): boolean => {
  const value = command[key];
  if (value === undefined) return false;
  if (typeof value === 'number') return value !== 0;
  if (typeof value !== 'boolean')
    throw new CommandError('TypeMismatch', `${key} needs a boolean, not a ${typeName(value)}`);
  return value;
};

export const doc = (command: Doc, key: string): Doc | undefined => {
  const value = command[key];
  if (value === undefined || value === null) return undefined;
  if (!isDoc(value)) throw new CommandError('TypeMismatch', `${key} needs a document, not a ${typeName(value)}`);
  return value;
};

export const list = (command: Doc, key: string): unknown[] => {
  const value = command[key];
  if (!Array.isArray(value)) throw new CommandError('TypeMismatch', `${key} needs an array, not a ${typeName(value)}`);
  return value;
};

/** Options that may be sent with the one value that changes nothing here, as drivers and tools do. */
export const onlyIf = (command: Doc, key: string, allowed: readonly unknown[]): void => {
  const value = command[key];
  if (value !== undefined && !allowed.includes(value)) throw notImplemented(`${key}: ${JSON.stringify(value)}`);
};

/** The `let` of a command: only an empty one, which changes nothing. */
export const onlyEmpty = (command: Doc, key: string): void => {
  const value = command[key];
  const isEmpty =
    value === undefined ||
    value === null ||
    (Array.isArray(value) && value.length === 0) ||
    (isDoc(value) && Object.keys(value).length === 0);
  if (!isEmpty) throw notImplemented(`${key}: ${JSON.stringify(value)}`);
};

export const cursorReply = (batch: Batch, name: 'firstBatch' | 'nextBatch'): Buffer => {
  const cursor = new BsonBuilder()
    .documents(name, batch.documents)
    .fields({ id: batch.id, ns: batch.namespace })
    .build();
  return new BsonBuilder().document('cursor', cursor).fields({ ok: 1 }).build();
};
