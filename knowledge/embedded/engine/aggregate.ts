import { CommandError, notImplemented } from '../errors.ts';
import type { Collection } from './collection.ts';
import type { Item } from './cursors.ts';
import { runInMingo } from './expression.ts';
import { compileFilter } from './query.ts';
import { parseSort, sortBy } from './sort.ts';
import { cloneValue, type Doc, isDoc } from './values.ts';

/** Stages mingo runs; it may write into its input, so those that do not build new documents get copies. */
const mingoStages = new Set([
  '$group',
  '$project',
  '$addFields',
  '$set',
  '$unset',
  '$unwind',
  '$replaceRoot',
  '$replaceWith',
  '$sortByCount',
]);
const buildsAnew = new Set(['$group', '$sortByCount']);

export interface AggregateOptions {
  readonly hint?: unknown;
  readonly tick: () => void;
}

type Stage = readonly [name: string, value: unknown];

const stagesOf = (pipeline: readonly unknown[]): Stage[] =>
  pipeline.map(stage => {
    if (!isDoc(stage) || Object.keys(stage).length !== 1)
      throw new CommandError(
        'InvalidPipelineOperator',
        'A pipeline stage specification object must contain exactly one field',
      );
    return Object.entries(stage)[0]!;
  });

/**
 * Runs a pipeline on a collection (undefined: one that does not exist). `$match`, `$sort`, `$limit`, `$skip`, `$count` are
 * the engine's own, with BSON order; the expression language is mingo's.
 */
export const aggregate = (
  collection: Collection | undefined,
  pipeline: readonly unknown[],
  options: AggregateOptions,
): Item[] => {
  const stages = stagesOf(pipeline);
  const rest = [...stages];
  let filter: Doc = {};
  if (nameAt(rest) === '$match') filter = asDoc(rest.shift()!);
  // A sort right behind the first match, and the limit behind it, run where the documents are.
  let sort: unknown;
  let limit: number | undefined;
  if (nameAt(rest) === '$sort') {
    sort = sortOf(rest.shift()!);
    if (nameAt(rest) === '$limit') limit = limitOf(rest.shift()!);
  }
  if (!collection) {
    compileFilter(filter);
    if (sort !== undefined) parseSort(sort);
  }
  const records =
    collection?.select({
      filter,
      sort,
      ...(limit === undefined ? {} : { limit }),
      hint: options.hint,
      tick: options.tick,
    }) ?? [];
  if (rest.length === 0) return records.map(r => r.current.bytes);
  if (collection?.hasWideNumbers && rest.some(stage => mingoStages.has(stage[0]) && !plainCount(stage)))
    throw notImplemented(`Aggregation over ${collection.namespace}, which holds Decimal128 or Long values beyond 2^53`);
  return runStages(
    rest,
    records.map(r => r.current.doc),
    options,
  );
};

const nameAt = (stages: readonly Stage[]): string | undefined => stages[0]?.[0];

const runStages = (stages: readonly Stage[], input: Doc[], options: AggregateOptions): Doc[] => {
  let docs = input;
  let areOwn = false;
  for (let i = 0; i < stages.length; i++) {
    options.tick();
    const [name, value] = stages[i]!;
    switch (name) {
      case '$match':
        docs = docs.filter(compileFilter(asDoc(stages[i]!)));
        break;
      case '$sort':
        docs = sortBy(docs, doc => doc, parseSort(sortOf(stages[i]!)));
        break;
      case '$limit':
        docs = docs.slice(0, limitOf(stages[i]!));
        break;
      case '$skip':
        docs = docs.slice(wholeOf(stages[i]!, 0));
        break;
      case '$count':
        if (typeof value !== 'string' || value === '' || value.includes('.') || value.startsWith('$'))
          throw new CommandError(
            'BadValue',
            `the count field must be a non-empty string without "." or a leading "$", not ${JSON.stringify(value)}`,
          );
        docs = docs.length === 0 ? [] : [{ [value]: docs.length }];
        break;
      default: {
        const counted = plainCount(stages[i]!);
        if (counted) {
          docs = docs.length === 0 ? [] : [{ _id: counted.id, [counted.field]: docs.length * counted.each }];
          break;
        }
        refuseUnknown(name);
        checkStage(name, value);
        if (!areOwn && !buildsAnew.has(name)) docs = docs.map(cloneValue);
        // Groups may still hold sub-documents of what they were made from ($first, $push).
        docs = runInMingo([{ [name]: value }], docs);
        areOwn = !buildsAnew.has(name);
      }
    }
  }
  return docs;
};

/** The `$group` of the driver's countDocuments: one group, one sum of a constant. No document has to be looked at. */
const plainCount = ([name, value]: Stage): { id: number | null; field: string; each: number } | undefined => {
  if (name !== '$group' || !isDoc(value) || Object.keys(value).length !== 2) return undefined;
  const { _id: id, ...rest } = value;
  const [field, accumulator] = Object.entries(rest)[0] ?? [];
  if ((typeof id !== 'number' && id !== null) || field === undefined || !isDoc(accumulator)) return undefined;
  const each = Object.keys(accumulator).length === 1 ? accumulator.$sum : undefined;
  return typeof each === 'number' ? { id, field, each } : undefined;
};

const refuseUnknown = (name: string): void => {
  if (mingoStages.has(name)) return;
  if (name === '$changeStream')
    throw new CommandError('ChangeStreamsUnsupported', 'The $changeStream stage is only supported on replica sets');
  if (name.startsWith('$') && knownElsewhere.has(name)) throw notImplemented(`The aggregation stage ${name}`);
  throw new CommandError(
    'NotImplemented',
    `Unrecognized pipeline stage name: '${name}', or not implemented by Counteroffer embedded`,
  );
};

const knownElsewhere = new Set([
  '$lookup',
  '$facet',
  '$out',
  '$merge',
  '$unionWith',
  '$graphLookup',
  '$bucket',
  '$bucketAuto',
  '$setWindowFields',
  '$densify',
  '$fill',
  '$geoNear',
  '$redact',
  '$search',
  '$vectorSearch',
  '$sample',
  '$documents',
]);

const accumulators = new Set([
  '$sum',
  '$avg',
  '$min',
  '$max',
  '$first',
  '$last',
  '$push',
  '$addToSet',
  '$count',
  '$stdDevPop',
  '$stdDevSamp',
  '$mergeObjects',
]);

const checkStage = (name: string, value: unknown): void => {
  if (name !== '$group') return;
  if (!isDoc(value)) throw new CommandError('BadValue', "a group's fields must be specified in an object");
  if (!Object.hasOwn(value, '_id')) throw new CommandError('BadValue', 'a group specification must include an _id');
  for (const [field, accumulator] of Object.entries(value)) {
    if (field === '_id') continue;
    const name = isDoc(accumulator) ? Object.keys(accumulator)[0] : undefined;
    if (name === undefined || !accumulators.has(name))
      throw notImplemented(`The accumulator of "${field}", ${JSON.stringify(accumulator)},`);
  }
};

const asDoc = ([name, value]: Stage): Doc => {
  if (!isDoc(value)) throw new CommandError('BadValue', `the argument of ${name} must be an object`);
  return value;
};

const sortOf = (stage: Stage): Doc => {
  const sort = asDoc(stage);
  if (Object.keys(sort).length === 0) throw new CommandError('BadValue', '$sort stage must have at least one sort key');
  return sort;
};

const wholeOf = ([name, value]: Stage, least: number): number => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least)
    throw new CommandError(
      'BadValue',
      `the argument of ${name} must be a whole number from ${least}, not ${JSON.stringify(value)}`,
    );
  return value;
};

const limitOf = (stage: Stage): number => wholeOf(stage, 1);
