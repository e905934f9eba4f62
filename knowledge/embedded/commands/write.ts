import { ObjectId } from 'bson';
import type { Collection } from '../engine/collection.ts';
import { equalities } from '../engine/query.ts';
import { compileUpdate, identical, type Update } from '../engine/update.ts';
import { placeAt } from '../engine/update-path.ts';
import { cloneValue, type Doc, isDoc, typeName } from '../engine/values.ts';
import { CommandError, notImplemented } from '../errors.ts';
import {
  type Command,
  type CommandContext,
  type Commands,
  checkArguments,
  doc,
  flag,
  list,
  namespaceOf,
  onlyEmpty,
  onlyIf,
} from './command.ts';
import { hintOf } from './read.ts';

interface WriteError {
  index: number;
  code: number;
  codeName: string;
  errmsg: string;
  [detail: string]: unknown;
}

/** Runs statements one by one: an ordered batch stops at the first refusal, an unordered one goes on. */
const runBatch = (
  statements: readonly unknown[],
  ordered: boolean,
  run: (statement: unknown, index: number) => void,
): WriteError[] => {
  if (statements.length === 0 || statements.length > 100_000)
    throw new CommandError(
      'BadValue',
      `Write batch sizes must be between 1 and 100000. Got ${statements.length} operations.`,
    );
  const errors: WriteError[] = [];
  for (let index = 0; index < statements.length; index++) {
    try {
      run(statements[index], index);
    } catch (error) {
      // An unknown argument refuses the whole command, like a malformed one; data errors belong to their statement.
      if (!(error instanceof CommandError) || error.codeName === 'MaxTimeMSExpired') throw error;
      errors.push({ index, code: error.code, codeName: error.codeName, errmsg: error.message, ...error.details });
      if (ordered) break;
    }
  }
  return errors;
};

const ordered = (command: Doc): boolean => (command.ordered === undefined ? true : flag(command, 'ordered'));

const asStatement = (statement: unknown, name: string, takes: readonly string[]): Doc => {
  if (!isDoc(statement))
    throw new CommandError('TypeMismatch', `A statement of ${name} is a document, not a ${typeName(statement)}`);
  checkArguments('', statement, takes);
  return statement;
};

const withErrors = (reply: Doc, writeErrors: WriteError[]): Doc =>
  writeErrors.length > 0 ? { ...reply, writeErrors } : reply;

const insert: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'insert', context);
  onlyIf(command, 'bypassDocumentValidation', [false, true]); // there is no validation to bypass
  const documents = list(command, 'documents');
  const collection = context.engine.ensure(namespace);
  let n = 0;
  const errors = runBatch(documents, ordered(command), document => {
    if (!isDoc(document))
      throw new CommandError('TypeMismatch', `A document to insert is a document, not a ${typeName(document)}`);
    if ((n & 255) === 255) context.tick();
    collection.insert(document);
    n++;
  });
  return withErrors({ n }, errors);
};

const updateTakes = ['q', 'u', 'multi', 'upsert', 'hint', 'arrayFilters', 'collation', 'c'];

const update: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'update', context);
  onlyIf(command, 'bypassDocumentValidation', [false, true]);
  onlyEmpty(command, 'let');
  let n = 0;
  let nModified = 0;
  const upserted: { index: number; _id: unknown }[] = [];
  const errors = runBatch(list(command, 'updates'), ordered(command), (sent, index) => {
    const statement = asStatement(sent, 'update', updateTakes);
    onlyEmpty(statement, 'arrayFilters');
    onlyEmpty(statement, 'collation');
    onlyEmpty(statement, 'c');
    const filter = doc(statement, 'q') ?? {};
    const compiled = compileUpdate(statement.u);
    const multi = flag(statement, 'multi');
    if (multi && compiled.isReplacement)
      throw new CommandError('FailedToParse', 'multi update is not supported for replacement-style update');
    const collection = collectionFor(namespace, flag(statement, 'upsert'), context);
    const records =
      collection?.select({ filter, limit: multi ? 0 : 1, hint: hintOf(statement), tick: context.tick }) ?? [];
    if (records.length === 0 && flag(statement, 'upsert')) {
      const made = upsert(collection!, filter, compiled);
      upserted.push({ index, _id: made._id });
      n++;
      return;
    }
    for (const record of records) {
      if (applyUpdate(collection!, record, compiled)) nModified++;
      n++;
    }
  });
  return withErrors({ n, nModified, ...(upserted.length > 0 ? { upserted } : {}) }, errors);
};

const collectionFor = (namespace: string, creates: boolean, context: CommandContext): Collection | undefined =>
  creates ? context.engine.ensure(namespace) : context.engine.find(namespace);

type Stored = ReturnType<Collection['select']>[number];

/** False: the update left the document as it was, and nothing is written. */
const applyUpdate = (collection: Collection, record: Stored, compiled: Update): boolean => {
  const before = record.current.doc;
  const after = compiled.apply(before, false);
  if (identical(before, after)) return false;
  collection.replace(record, after);
  return true;
};

/** The fields the filter pins, then the update with `$setOnInsert`. */
const upsert = (collection: Collection, filter: Doc, compiled: Update): Doc => {
  let base: Doc = {};
  if (compiled.isReplacement) {
    const id = equalities(filter).get('_id');
    if (id !== undefined) base = { _id: id };
  } else {
    for (const [path, value] of equalities(filter)) placeAt(base, path.split('.'), true)!.set(cloneValue(value));
  }
  const pinned = base._id;
  const made = compiled.apply(base, true);
  if (pinned !== undefined && !identical(made._id, pinned))
    throw new CommandError(
      'ImmutableField',
      "Performing an update on the path '_id' would modify the immutable field '_id'",
    );
  return collection.insert(Object.hasOwn(made, '_id') ? made : { _id: new ObjectId(), ...made }).current.doc;
};

const remove: Command['run'] = (command, context) => {
  const namespace = namespaceOf(command, 'delete', context);
  onlyEmpty(command, 'let');
  const collection = context.engine.find(namespace);
  let n = 0;
  const errors = runBatch(list(command, 'deletes'), ordered(command), sent => {
    const statement = asStatement(sent, 'delete', ['q', 'limit', 'hint', 'collation']);
    onlyEmpty(statement, 'collation');
    if (statement.limit !== 0 && statement.limit !== 1)
      throw new CommandError(
        'FailedToParse',
        `The limit field in delete objects must be 0 or 1. Got ${String(statement.limit)}`,
      );
    const filter = doc(statement, 'q');
    if (!filter) throw new CommandError('FailedToParse', 'A delete needs its filter q');
    const records =
      collection?.select({ filter, limit: statement.limit, hint: hintOf(statement), tick: context.tick }) ?? [];
    for (const record of records) {
      collection!.remove(record);
      n++;
    }
  });
  return withErrors({ n }, errors);
};

const findAndModifyTakes = [
  'query',
  'sort',
  'remove',
  'update',
  'new',
  'fields',
  'upsert',
  'hint',
  'arrayFilters',
  'bypassDocumentValidation',
  'let',
];

const findAndModify: Command['run'] = (command, context) => {
  const name = command.findAndModify === undefined ? 'findandmodify' : 'findAndModify';
  const namespace = namespaceOf(command, name, context);
  onlyEmpty(command, 'arrayFilters');
  onlyEmpty(command, 'let');
  onlyIf(command, 'bypassDocumentValidation', [false, true]);
  if (command.fields !== undefined && Object.keys(doc(command, 'fields') ?? {}).length > 0)
    throw notImplemented('A projection in findAndModify');
  const filter = doc(command, 'query') ?? {};
  const [removes, upserts, returnsNew] = [flag(command, 'remove'), flag(command, 'upsert'), flag(command, 'new')];
  if (removes && (command.update !== undefined || upserts || returnsNew))
    throw new CommandError('FailedToParse', "Cannot specify 'remove' with 'update', 'upsert' or 'new'");
  if (!removes && command.update === undefined)
    throw new CommandError('FailedToParse', 'Either an update or remove=true must be specified');
  const compiled = removes ? undefined : compileUpdate(command.update);
  const collection = collectionFor(namespace, upserts, context);
  const record = collection?.select({
    filter,
    sort: command.sort,
    limit: 1,
    hint: hintOf(command),
    tick: context.tick,
  })[0];
  if (!record) {
    if (!upserts || !compiled) {
      return { lastErrorObject: removes ? { n: 0 } : { n: 0, updatedExisting: false }, value: null };
    }
    const made = upsert(collection!, filter, compiled);
    return { lastErrorObject: { n: 1, updatedExisting: false, upserted: made._id }, value: returnsNew ? made : null };
  }
  const before = record.current.doc;
  if (!compiled) {
    collection!.remove(record);
    return { lastErrorObject: { n: 1 }, value: before };
  }
  applyUpdate(collection!, record, compiled);
  return { lastErrorObject: { n: 1, updatedExisting: true }, value: returnsNew ? record.current.doc : before };
};

export const writeCommands: Commands = {
  insert: { takes: ['documents', 'ordered', 'bypassDocumentValidation'], writes: true, run: insert },
  update: { takes: ['updates', 'ordered', 'bypassDocumentValidation', 'let'], writes: true, run: update },
  delete: { takes: ['deletes', 'ordered', 'let'], writes: true, run: remove },
  findAndModify: { takes: findAndModifyTakes, writes: true, run: findAndModify },
  findandmodify: { takes: findAndModifyTakes, writes: true, run: findAndModify },
};
