import { aggregate } from '../engine/aggregate.ts';
import type { Collection } from '../engine/collection.ts';
import type { Item } from '../engine/cursors.ts';
import { type Doc, isDoc } from '../engine/values.ts';
import { CommandError, notImplemented } from '../errors.ts';
import { collectionStats } from './catalog.ts';
import {
  type Command,
  type CommandContext,
  type Commands,
  count,
  cursorReply,
  doc,
  list,
  namespaceOf,
  onlyEmpty,
  onlyIf,
} from './command.ts';
import { hintOf } from './read.ts';

const run: Command['run'] = (command, context) => {
  onlyIf(command, 'explain', [false]);
  onlyEmpty(command, 'let');
  const pipeline = list(command, 'pipeline');
  const cursor = doc(command, 'cursor');
  if (!cursor) throw new CommandError('FailedToParse', "The 'cursor' option is required");
  for (const key of Object.keys(cursor)) if (key !== 'batchSize') throw notImplemented(`The cursor option ${key}`);
  const name = command.aggregate;
  const first = isDoc(pipeline[0]) ? Object.keys(pipeline[0])[0] : undefined;
  let namespace: string;
  let items: Item[];
  if (typeof name === 'string') {
    namespace = namespaceOf(command, 'aggregate', context);
    const collection = context.engine.find(namespace);
    const source =
      first && hasOwnSource(first) ? sources[first](collection, pipeline[0] as Doc, namespace, context) : undefined;
    if (source) {
      if (pipeline.length > 1) throw notImplemented(`A stage behind ${first}`);
      items = source;
    } else items = aggregate(collection, pipeline, { hint: hintOf(command), tick: context.tick });
  } else {
    // aggregate: 1 asks the database itself.
    if (first === '$changeStream')
      throw new CommandError('ChangeStreamsUnsupported', 'The $changeStream stage is only supported on replica sets');
    throw notImplemented(`A database aggregation${first ? ` with ${first}` : ''}`);
  }
  return cursorReply(
    context.cursors.start(namespace, items, { batchSize: count(cursor, 'batchSize') ?? 101 }),
    'firstBatch',
  );
};

type Source = (collection: Collection | undefined, stage: Doc, namespace: string, context: CommandContext) => Item[];

/** What Compass shows about a collection and its indexes. */
const sources = {
  $collStats: (collection, stage, namespace, context) => {
    const options = isDoc(stage.$collStats) ? stage.$collStats : {};
    for (const key of Object.keys(options))
      if (!['storageStats', 'count', 'latencyStats'].includes(key)) throw notImplemented(`$collStats.${key}`);
    if (!collection) return [];
    return [
      {
        ns: namespace,
        host: `127.0.0.1:${context.facts.port()}`,
        localTime: new Date(),
        ...(options.storageStats ? { storageStats: collectionStats(collection) } : {}),
        ...(options.count ? { count: collection.size } : {}),
        ...(options.latencyStats
          ? { latencyStats: { reads: { ops: 0, latency: 0 }, writes: { ops: 0, latency: 0 } } }
          : {}),
      },
    ];
  },
  $indexStats: collection =>
    (collection?.indexSpecs ?? []).map(spec => ({ name: spec.name, key: { ...spec.key }, spec: { v: 2, ...spec } })),
  $sample: (collection, stage) => {
    const size = isDoc(stage.$sample) ? stage.$sample.size : undefined;
    if (typeof size !== 'number' || !Number.isInteger(size) || size < 1)
      throw new CommandError('BadValue', `$sample needs a size from 1, not ${JSON.stringify(size)}`);
    const documents = collection?.documents() ?? [];
    // An evenly spaced sample: fair enough for a schema view and the same each time.
    const step = Math.max(1, documents.length / size);
    const picked: Item[] = [];
    for (let at = 0; at < documents.length && picked.length < size; at += step)
      picked.push(documents[Math.floor(at)]!.bytes);
    return picked;
  },
} satisfies Record<string, Source>;

const hasOwnSource = (name: string): name is keyof typeof sources => Object.hasOwn(sources, name);

export const aggregateCommands: Commands = {
  aggregate: {
    takes: ['pipeline', 'cursor', 'hint', 'allowDiskUse', 'explain', 'let', 'bypassDocumentValidation'],
    run,
  },
};
