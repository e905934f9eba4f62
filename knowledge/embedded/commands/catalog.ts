import type { Collection } from '../engine/collection.ts';
import type { IndexSpec } from '../engine/indexes.ts';
import { compileFilter } from '../engine/query.ts';
import { type Doc, isDoc, isNumeric } from '../engine/values.ts';
import { CommandError, notImplemented } from '../errors.ts';
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
} from './command.ts';

export const collectionStats = (collection: Collection): Doc => ({
  ns: collection.namespace,
  count: collection.size,
  size: collection.byteSize,
  avgObjSize: collection.size === 0 ? 0 : Math.round(collection.byteSize / collection.size),
  storageSize: collection.byteSize,
  totalIndexSize: 0,
  totalSize: collection.byteSize,
  nindexes: collection.indexSpecs.length,
  indexSizes: Object.fromEntries(collection.indexSpecs.map(spec => [spec.name, 0])),
  capped: false,
});

const sameKey = (a: IndexSpec['key'], b: IndexSpec['key']): boolean => JSON.stringify(a) === JSON.stringify(b);

const parseIndex = (given: unknown): IndexSpec => {
  if (!isDoc(given) || !isDoc(given.key) || Object.keys(given.key).length === 0)
    throw new CommandError('CannotCreateIndex', 'An index needs a key document with at least one field');
  for (const name of Object.keys(given)) {
    if (!['key', 'name', 'unique', 'sparse', 'background', 'v'].includes(name))
      throw notImplemented(`The index option ${name}`);
  }
  onlyIf(given, 'v', [2]);
  const key: Record<string, 1 | -1> = {};
  for (const [path, direction] of Object.entries(given.key)) {
    if (!isNumeric(direction) || Number(direction) === 0)
      throw notImplemented(`An index of the kind ${JSON.stringify(direction)} on "${path}"`);
    if (path === '' || path.split('.').some(part => part === '' || part.startsWith('$')))
      throw new CommandError('CannotCreateIndex', `Index key "${path}" is not a field path`);
    key[path] = Number(direction) > 0 ? 1 : -1;
  }
  const name =
    given.name ??
    Object.entries(key)
      .map(([path, direction]) => `${path}_${direction}`)
      .join('_');
  if (typeof name !== 'string' || name === '' || name === '*')
    throw new CommandError('CannotCreateIndex', `An index cannot be named ${JSON.stringify(name)}`);
  return { name, key, unique: flag(given, 'unique'), sparse: flag(given, 'sparse') };
};

const createIndexes: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'createIndexes', context);
  onlyIf(command, 'commitQuorum', [0, 1, 'majority', 'votingMembers']);
  const specs = list(command, 'indexes').map(parseIndex);
  const existed = context.engine.find(namespace) !== undefined;
  const collection = context.engine.ensure(namespace);
  const before = collection.indexSpecs.length;
  const made: string[] = [];
  for (const spec of specs) {
    const there = collection.indexSpecs.find(other => other.name === spec.name || sameKey(other.key, spec.key));
    if (there) {
      if (sameKey(there.key, { _id: 1 }) && sameKey(spec.key, { _id: 1 })) continue;
      if (
        sameKey(there.key, spec.key) &&
        there.unique === spec.unique &&
        there.sparse === spec.sparse &&
        there.name === spec.name
      )
        continue;
      throw new CommandError(
        sameKey(there.key, spec.key) ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
        `An existing index has the same ${sameKey(there.key, spec.key) ? 'key' : 'name'} with other settings: ${JSON.stringify(there)}, asked for ${JSON.stringify(spec)}`,
      );
    }
    try {
      collection.createIndex(spec);
      made.push(spec.name);
    } catch (error) {
      for (const name of made) collection.dropIndex(name);
      throw error;
    }
  }
  return {
    numIndexesBefore: before,
    numIndexesAfter: collection.indexSpecs.length,
    createdCollectionAutomatically: !existed,
    ...(made.length === 0 ? { note: 'all indexes already exist' } : {}),
  };
};

const dropIndexes: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'dropIndexes', context);
  const collection = context.engine.find(namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns not found ${namespace}`);
  const before = collection.indexSpecs.length;
  const { index } = command;
  const specs = collection.indexSpecs.filter(spec => spec.name !== '_id_');
  let names: string[];
  if (index === '*') names = specs.map(spec => spec.name);
  else if (isDoc(index)) {
    const found = specs.find(spec => JSON.stringify(spec.key) === JSON.stringify(index));
    if (!found) throw new CommandError('IndexNotFound', `can't find index with key: ${JSON.stringify(index)}`);
    names = [found.name];
  } else names = (Array.isArray(index) ? index : [index]).map(String);
  for (const name of names) {
    if (name === '_id_') throw new CommandError('InvalidOptions', 'cannot drop _id index');
    if (!specs.some(spec => spec.name === name))
      throw new CommandError('IndexNotFound', `index not found with name [${name}]`);
  }
  for (const name of names) collection.dropIndex(name);
  return { nIndexesWas: before };
};

const listIndexes: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'listIndexes', context);
  const collection = context.engine.find(namespace);
  if (!collection) throw new CommandError('NamespaceNotFound', `ns does not exist: ${namespace}`);
  const items = collection.indexSpecs.map(({ name, key, unique, sparse }) => ({
    v: 2,
    key: { ...key },
    name,
    ...(unique && name !== '_id_' ? { unique } : {}),
    ...(sparse ? { sparse } : {}),
  }));
  return cursorReply(context.cursors.start(namespace, items, { batchSize: batchSizeOf(command) }), 'firstBatch');
};

const batchSizeOf = (command: Doc): number => {
  const cursor = doc(command, 'cursor') ?? {};
  for (const key of Object.keys(cursor)) if (key !== 'batchSize') throw notImplemented(`The cursor option ${key}`);
  return count(cursor, 'batchSize') ?? Number.POSITIVE_INFINITY;
};

const listCollections: Command['run'] = (command, context) => {
  const matches = compileFilter(doc(command, 'filter') ?? {});
  const nameOnly = flag(command, 'nameOnly');
  const items = context.engine
    .collectionsOf(context.database)
    .map(collection => {
      const name = collection.namespace.slice(context.database.length + 1);
      const head = { name, type: 'collection' };
      const full = {
        ...head,
        options: collection.options,
        info: { readOnly: false },
        idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
      };
      return { head, full };
    })
    .filter(({ full }) => matches(full))
    .map(({ head, full }) => (nameOnly ? head : full));
  const batch = context.cursors.start(`${context.database}.$cmd.listCollections`, items, {
    batchSize: batchSizeOf(command),
  });
  return cursorReply(batch, 'firstBatch');
};

const listDatabases: Command['run'] = (command, context) => {
  const matches = compileFilter(doc(command, 'filter') ?? {});
  const databases = [...context.engine.databases()]
    .map(([name, collections]) => ({
      name,
      sizeOnDisk: collections.reduce((sum, c) => sum + c.byteSize, 0),
      empty: collections.every(c => c.size === 0),
    }))
    .filter(matches);
  if (flag(command, 'nameOnly')) return { databases: databases.map(({ name }) => ({ name })) };
  const totalSize = databases.reduce((sum, database) => sum + database.sizeOnDisk, 0);
  return { databases, totalSize, totalSizeMb: Math.floor(totalSize / 1_048_576) };
};

const dbStats: Command['run'] = (command, context) => {
  onlyIf(command, 'freeStorage', [0, 1]);
  const scale = count(command, 'scale') || 1;
  const collections = context.engine.collectionsOf(context.database);
  const objects = collections.reduce((sum, c) => sum + c.size, 0);
  const bytes = collections.reduce((sum, c) => sum + c.byteSize, 0);
  return {
    db: context.database,
    collections: collections.length,
    views: 0,
    objects,
    avgObjSize: objects === 0 ? 0 : bytes / objects,
    dataSize: bytes / scale,
    storageSize: bytes / scale,
    indexes: collections.reduce((sum, c) => sum + c.indexSpecs.length, 0),
    indexSize: 0,
    totalSize: bytes / scale,
    scaleFactor: scale,
  };
};

export const catalogCommands: Commands = {
  create: {
    takes: ['autoIndexId'],
    writes: true,
    run: (command, context) => {
      const namespace = namespaceOf(command, 'create', context);
      context.engine.create(namespace);
      return {};
    },
  },
  drop: {
    takes: [],
    writes: true,
    run: (command, context) => {
      const namespace = namespaceOf(command, 'drop', context);
      const collection = context.engine.find(namespace);
      if (!collection) return { ns: namespace, nIndexesWas: 0 };
      const nIndexesWas = collection.indexSpecs.length;
      context.engine.drop(namespace);
      return { ns: namespace, nIndexesWas };
    },
  },
  dropDatabase: {
    takes: [],
    writes: true,
    run: (_, context) => {
      for (const collection of context.engine.collectionsOf(context.database))
        context.engine.drop(collection.namespace);
      return { dropped: context.database };
    },
  },
  createIndexes: { takes: ['indexes', 'commitQuorum'], writes: true, run: createIndexes },
  dropIndexes: { takes: ['index'], writes: true, run: dropIndexes },
  listIndexes: { takes: ['cursor'], run: listIndexes },
  listCollections: { takes: ['filter', 'nameOnly', 'cursor', 'authorizedCollections'], run: listCollections },
  listDatabases: { takes: ['filter', 'nameOnly', 'authorizedDatabases'], run: listDatabases },
  collStats: {
    takes: ['scale'],
    run: (command, context) => {
      onlyIf(command, 'scale', [1]);
      onlyEmpty(command, 'let');
      const namespace = namespaceOf(command, 'collStats', context);
      const collection = context.engine.find(namespace);
      return collection
        ? collectionStats(collection)
        : { ns: namespace, count: 0, size: 0, storageSize: 0, totalIndexSize: 0, nindexes: 0 };
    },
  },
  dbStats: { takes: ['scale', 'freeStorage'], run: dbStats },
};
