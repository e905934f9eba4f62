import { Long } from 'bson';
import type { Item } from '../engine/cursors.ts';
import { leavesOf } from '../engine/path.ts';
import { compileProjection } from '../engine/projection.ts';
import { compileFilter } from '../engine/query.ts';
import { parseSort } from '../engine/sort.ts';
import { type Doc, keyOf } from '../engine/values.ts';
import { CommandError } from '../errors.ts';
import {
  type Command,
  type Commands,
  count,
  cursorReply,
  doc,
  flag,
  list,
  namespaceOf,
  onlyEmpty,
  onlyIf,
  text,
} from './command.ts';

const firstBatchSize = 101;

/** Find's arguments that only matter for features this server refuses: accepted when switched off. */
const findTakes = [
  'filter',
  'sort',
  'projection',
  'hint',
  'skip',
  'limit',
  'batchSize',
  'singleBatch',
  'noCursorTimeout',
  'allowDiskUse',
  'allowPartialResults',
  'let',
  'tailable',
  'awaitData',
  'oplogReplay',
  'returnKey',
  'showRecordId',
];

const find: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'find', context);
  for (const key of ['tailable', 'awaitData', 'oplogReplay', 'returnKey', 'showRecordId'])
    onlyIf(command, key, [false]);
  onlyEmpty(command, 'let');
  const filter = doc(command, 'filter') ?? {};
  const project = compileProjection(command.projection);
  const selection = {
    filter,
    sort: command.sort,
    skip: count(command, 'skip') ?? 0,
    limit: count(command, 'limit') ?? 0,
    hint: hintOf(command),
    tick: context.tick,
  };
  const collection = context.engine.find(namespace);
  if (!collection) {
    compileFilter(filter); // a wrong filter is an error on an empty shop too
    parseSort(command.sort);
  }
  const records = collection?.select(selection) ?? [];
  const items: Item[] = project ? records.map(r => project(r.current.doc)) : records.map(r => r.current.bytes);
  const batch = context.cursors.start(namespace, items, {
    batchSize: count(command, 'batchSize') ?? firstBatchSize,
    single: flag(command, 'singleBatch'),
    expires: !flag(command, 'noCursorTimeout'),
  });
  return cursorReply(batch, 'firstBatch');
};

/** A hint as given, an empty document meaning none. */
export const hintOf = (command: Doc): unknown => {
  const { hint } = command;
  if (hint === undefined || hint === null) return undefined;
  if (typeof hint === 'string') return hint;
  const pattern = doc(command, 'hint')!;
  return Object.keys(pattern).length === 0 ? undefined : pattern;
};

const getMore: Command['run'] = (command, context) => {
  const id = command.getMore;
  const collection = text(command, 'collection');
  const batch = context.cursors.next(
    asCursorId(id),
    `${context.database}.${collection}`,
    count(command, 'batchSize') || undefined,
  );
  return cursorReply(batch, 'nextBatch');
};

const asCursorId = (id: unknown): Long => {
  if (id instanceof Long) return id;
  if (typeof id === 'number') return Long.fromNumber(id);
  throw new CommandError('TypeMismatch', `A cursor id is a long, not ${String(id)}`);
};

const killCursors: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'killCursors', context);
  const cursorsKilled: Long[] = [];
  const cursorsNotFound: Long[] = [];
  for (const sent of list(command, 'cursors')) {
    const id = asCursorId(sent);
    (context.cursors.kill(id, namespace) ? cursorsKilled : cursorsNotFound).push(id);
  }
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
};

const countDocuments: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'count', context);
  const filter = doc(command, 'query') ?? {};
  const collection = context.engine.find(namespace);
  const skip = count(command, 'skip') ?? 0;
  const limit = count(command, 'limit') ?? 0;
  if (!collection) {
    compileFilter(filter);
    return { n: 0 };
  }
  const hint = hintOf(command);
  if (Object.keys(filter).length === 0 && hint === undefined) {
    const left = Math.max(0, collection.size - skip);
    return { n: limit === 0 ? left : Math.min(left, limit) };
  }
  return { n: collection.select({ filter, skip, limit, hint, tick: context.tick }).length };
};

const distinct: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'distinct', context);
  const parts = text(command, 'key').split('.');
  const filter = doc(command, 'query') ?? {};
  const values = new Map<string, unknown>();
  for (const record of context.engine.find(namespace)?.select({ filter, hint: hintOf(command), tick: context.tick }) ??
    []) {
    for (const leaf of leavesOf(record.current.doc, parts)) {
      for (const value of Array.isArray(leaf) ? leaf : [leaf]) if (value !== undefined) values.set(keyOf(value), value);
    }
  }
  return { values: [...values.values()] };
};

const explain: Command['run'] = (command, context) => {
  const explained = doc(command, 'explain') ?? {};
  const name = Object.keys(explained)[0];
  if (name !== 'find' && name !== 'count' && name !== 'distinct')
    throw new CommandError('NotImplemented', `explain of ${name} is not implemented by Counteroffer embedded`);
  const namespace = namespaceOf(explained, name, context);
  const filter = doc(explained, name === 'find' ? 'filter' : 'query') ?? {};
  const collection = context.engine.find(namespace);
  const plan = collection?.plan(filter, hintOf(explained));
  const examined = plan ? [...plan.records].length : 0;
  const returned = collection?.select({ filter, hint: hintOf(explained), tick: context.tick }).length ?? 0;
  const winningPlan = plan?.index
    ? { stage: 'FETCH', inputStage: { stage: 'IXSCAN', indexName: plan.index.name, keyPattern: plan.index.key } }
    : { stage: collection ? 'COLLSCAN' : 'EOF' };
  return {
    queryPlanner: { namespace, parsedQuery: filter, winningPlan, rejectedPlans: [] },
    executionStats: {
      executionSuccess: true,
      nReturned: returned,
      totalDocsExamined: examined,
      totalKeysExamined: plan?.index ? examined : 0,
      executionStages: winningPlan,
    },
    serverInfo: { version: 'counteroffer-embedded' },
  };
};

export const readCommands: Commands = {
  find: { takes: findTakes, run: find },
  getMore: { takes: ['collection', 'batchSize'], run: getMore },
  killCursors: { takes: ['cursors'], run: killCursors },
  count: { takes: ['query', 'limit', 'skip', 'hint', 'fields'], run: countDocuments },
  distinct: { takes: ['key', 'query', 'hint'], run: distinct },
  explain: { takes: ['verbosity'], run: explain },
};
