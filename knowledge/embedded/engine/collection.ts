import { ObjectId } from 'bson';
import { CommandError } from '../errors.ts';
import type { Change } from '../journal/change.ts';
import { checkDocument } from './document-check.ts';
import { duplicateKey, Index, type IndexSpec } from './indexes.ts';
import { candidates, compileFilter } from './query.ts';
import { type StoredDocument, type StoredRecord, storedDocument } from './record.ts';
import { parseSort, sortBy } from './sort.ts';
import { type Doc, keyOf } from './values.ts';

export interface Selection {
  readonly filter: Doc;
  readonly sort?: unknown;
  readonly skip?: number;
  readonly limit?: number;
  /** An index name or key pattern the caller insists on. */
  readonly hint?: unknown;
  /** Throws when the command has run past its maxTimeMS. */
  readonly tick?: () => void;
}

export interface Plan {
  readonly stage: 'IXSCAN' | 'COLLSCAN';
  readonly index?: IndexSpec;
  readonly records: Iterable<StoredRecord>;
}

/** Called for every change, in order, in the tick it is made; undo puts memory back if the journal fails. */
export type OnChange = (change: Change, undo: () => void) => void;

/** The documents of one collection, in memory, with their indexes. Every method is synchronous: one command, one step. */
export class Collection {
  readonly namespace: string;
  readonly options: Doc;
  private readonly records = new Map<string, StoredRecord>();
  private readonly indexes = new Map<string, Index>();
  private readonly onChange: OnChange;
  private nextPlace = 0;
  private bytes = 0;
  private recovering = false;
  /** Values mingo cannot compare with numbers (Long beyond 2^53, Decimal128) were stored here at some time. */
  hasWideNumbers = false;

  constructor(namespace: string, onChange: OnChange, options: Doc = {}) {
    this.namespace = namespace;
    this.onChange = onChange;
    this.options = options;
  }

  get size(): number {
    return this.records.size;
  }

  get byteSize(): number {
    return this.bytes;
  }

  get indexSpecs(): IndexSpec[] {
    return [
      { name: '_id_', key: { _id: 1 }, unique: true, sparse: false },
      ...[...this.indexes.values()].map(i => i.spec),
    ];
  }

  documents(): StoredDocument[] {
    return Array.from(this.records.values(), record => record.current);
  }

  /** Where to look: the index that leaves the fewest records, or all of them. */
  plan(filter: Doc, hint?: unknown): Plan {
    const wanted = candidates(filter);
    const hinted = hint === undefined ? undefined : this.hinted(hint);
    const ids = wanted.get('_id');
    if (ids && (hinted === undefined || hinted === '_id_')) {
      const records = new Set<StoredRecord>();
      for (const id of ids) {
        const record = this.records.get(keyOf(id));
        if (record) records.add(record);
      }
      return { stage: 'IXSCAN', index: this.indexSpecs[0]!, records };
    }
    let best: { index: Index; tuples: unknown[][]; cost: number } | undefined;
    for (const index of this.indexes.values()) {
      if (hinted !== undefined && hinted !== index) continue;
      const tuples = tuplesFor(index, wanted);
      if (!tuples) continue;
      const cost = tuples.reduce((sum, values) => sum + index.count(values), 0);
      if (!best || cost < best.cost) best = { index, tuples, cost };
    }
    if (best && (hinted !== undefined || best.cost < this.records.size)) {
      const { index, tuples } = best;
      if (tuples.length === 1) return { stage: 'IXSCAN', index: index.spec, records: index.lookup(tuples[0]!) };
      const records = new Set<StoredRecord>();
      for (const values of tuples) for (const record of index.lookup(values)) records.add(record);
      return { stage: 'IXSCAN', index: index.spec, records };
    }
    // A hinted sparse index hides the documents it does not hold, as on MongoDB.
    if (hinted instanceof Index && hinted.spec.sparse) {
      const holds = [...this.records.values()].filter(record => hinted.keysOf(record.current.doc) !== undefined);
      return { stage: 'IXSCAN', index: hinted.spec, records: holds };
    }
    return { stage: 'COLLSCAN', records: this.records.values() };
  }

  private hinted(hint: unknown): Index | '_id_' | undefined {
    const asText = typeof hint === 'string' ? undefined : JSON.stringify(hint);
    if (hint === '_id_' || asText === '{"_id":1}') return '_id_';
    if (hint === '$natural' || asText === '{"$natural":1}') return undefined;
    for (const index of this.indexes.values()) {
      if (hint === index.spec.name || asText === JSON.stringify(index.spec.key)) return index;
    }
    throw new CommandError(
      'BadValue',
      `hint ${asText ?? String(hint)} does not correspond to an existing index of ${this.namespace}`,
    );
  }

  /** The records that match, in sort order or the order they were inserted. */
  select(selection: Selection): StoredRecord[] {
    const matches = compileFilter(selection.filter);
    const keys = parseSort(selection.sort);
    const { records, stage } = this.plan(selection.filter, selection.hint);
    const skip = selection.skip ?? 0;
    const limit = selection.limit || undefined;
    const found: StoredRecord[] = [];
    const inOrder = stage === 'COLLSCAN';
    const enough = keys.length === 0 && inOrder && limit !== undefined ? skip + limit : Number.POSITIVE_INFINITY;
    let seen = 0;
    for (const record of records) {
      if ((++seen & 255) === 0) selection.tick?.();
      if (!matches(record.current.doc)) continue;
      found.push(record);
      if (found.length >= enough) break;
    }
    if (keys.length > 0) {
      const natural = inOrder ? found : found.sort((a, b) => a.place - b.place);
      return sortBy(natural, r => r.current.doc, keys, limit === undefined ? undefined : skip + limit).slice(
        skip,
        limit === undefined ? undefined : skip + limit,
      );
    }
    if (!inOrder && found.length > 1) found.sort((a, b) => a.place - b.place);
    return skip === 0 && limit === undefined
      ? found
      : found.slice(skip, limit === undefined ? undefined : skip + limit);
  }

  /** @throws DuplicateKey, BSONObjectTooLarge */
  insert(input: Doc): StoredRecord {
    const doc: Doc = Object.hasOwn(input, '_id')
      ? Object.keys(input)[0] === '_id'
        ? input
        : { _id: input._id, ...input }
      : { _id: new ObjectId(), ...input };
    const stored = this.prepare(doc);
    const id = keyOf(doc._id);
    if (this.records.has(id)) throw duplicateKey(this.namespace, this.indexSpecs[0]!, doc);
    const keys = this.checkedKeys(doc, undefined);
    const record: StoredRecord = { current: stored, place: this.nextPlace++ };
    this.link(record, id, keys);
    this.onChange({ kind: 'put', namespace: this.namespace, document: stored }, () => this.unlink(record));
    return record;
  }

  /** Puts a new version in place of the current one; the _id stays. */
  replace(record: StoredRecord, doc: Doc): void {
    const before = record.current;
    const stored = this.prepare(doc);
    const keys = this.checkedKeys(doc, record);
    this.move(record, stored, keys);
    this.onChange({ kind: 'put', namespace: this.namespace, document: stored }, () =>
      this.move(record, before, this.checkedKeys(before.doc, record)),
    );
  }

  remove(record: StoredRecord): void {
    const stored = record.current;
    this.unlink(record);
    this.onChange({ kind: 'delete', namespace: this.namespace, id: stored.doc._id }, () => {
      const keys = this.checkedKeys(stored.doc, undefined);
      this.link(record, keyOf(stored.doc._id), keys);
    });
  }

  private prepare(doc: Doc): StoredDocument {
    const { wideNumbers } = checkDocument(doc);
    const stored = storedDocument(doc);
    if (wideNumbers) this.hasWideNumbers = true;
    return stored;
  }

  private checkedKeys(doc: Doc, self: StoredRecord | undefined): Map<Index, string[][] | undefined> {
    const keys = new Map<Index, string[][] | undefined>();
    for (const index of this.indexes.values()) {
      const own = index.keysOf(doc);
      if (index.conflict(own, self)) throw duplicateKey(this.namespace, index.spec, doc);
      keys.set(index, own);
    }
    return keys;
  }

  private link(record: StoredRecord, id: string, keys: Map<Index, string[][] | undefined>): void {
    this.records.set(id, record);
    this.bytes += record.current.bytes.byteLength;
    for (const [index, own] of keys) index.add(record, own);
  }

  private unlink(record: StoredRecord): void {
    this.records.delete(keyOf(record.current.doc._id));
    this.bytes -= record.current.bytes.byteLength;
    for (const index of this.indexes.values()) index.remove(record, index.keysOf(record.current.doc));
  }

  private move(record: StoredRecord, next: StoredDocument, keys: Map<Index, string[][] | undefined>): void {
    for (const [index, own] of keys) {
      const old = index.keysOf(record.current.doc);
      if (old?.at(-1)?.join('\0') === own?.at(-1)?.join('\0')) continue;
      index.remove(record, old);
      index.add(record, own);
    }
    this.bytes += next.bytes.byteLength - record.current.bytes.byteLength;
    record.current = next;
  }

  /** @throws DuplicateKey when the documents there break a unique index; nothing is changed then */
  createIndex(spec: IndexSpec): void {
    const index = new Index(spec);
    this.fill(index);
    this.indexes.set(spec.name, index);
    if (!this.recovering)
      this.onChange({ kind: 'createIndex', namespace: this.namespace, spec }, () => this.indexes.delete(spec.name));
  }

  private fill(index: Index): void {
    for (const record of this.records.values()) {
      const keys = index.keysOf(record.current.doc);
      if (index.conflict(keys, record)) throw duplicateKey(this.namespace, index.spec, record.current.doc);
      index.add(record, keys);
    }
  }

  dropIndex(name: string): void {
    const index = this.indexes.get(name);
    if (!index) throw new CommandError('IndexNotFound', `index not found with name [${name}]`);
    this.indexes.delete(name);
    this.onChange({ kind: 'dropIndex', namespace: this.namespace, name }, () => {
      const again = new Index(index.spec);
      this.fill(again);
      this.indexes.set(name, again);
    });
  }

  /** Recovery: changes are put back without checks or indexes, since a tail may pass through duplicates. */
  restore(stored: StoredDocument): void {
    if (checkDocument(stored.doc).wideNumbers) this.hasWideNumbers = true;
    const id = keyOf(stored.doc._id);
    const record = this.records.get(id);
    if (record) {
      this.bytes += stored.bytes.byteLength - record.current.bytes.byteLength;
      record.current = stored;
    } else this.link({ current: stored, place: this.nextPlace++ }, id, new Map());
  }

  forget(id: unknown): void {
    const key = keyOf(id);
    const record = this.records.get(key);
    if (!record) return;
    this.bytes -= record.current.bytes.byteLength;
    this.records.delete(key);
  }

  finishRecovery(specs: readonly IndexSpec[]): void {
    this.recovering = true;
    for (const spec of specs) this.createIndex(spec);
    this.recovering = false;
  }
}

/** Every combination of values for the leading fields of an index that the filter pins; undefined: it pins none. */
const tuplesFor = (index: Index, wanted: ReadonlyMap<string, unknown[]>): unknown[][] | undefined => {
  let tuples: unknown[][] = [[]];
  let depth = 0;
  for (const field of index.fields) {
    const values = wanted.get(field);
    if (!values || tuples.length * values.length > 1000) break;
    // A sparse index does not hold documents without the field, and null means missing too.
    if (index.spec.sparse && values.some(v => v === null || v === undefined)) break;
    // Equality with an array, an empty one above all, or with null may hide in other keys of a dotted path.
    if (field.includes('.') && values.some(v => v === null || v === undefined)) break;
    tuples = tuples.flatMap(head => values.map(value => [...head, value]));
    depth++;
  }
  return depth === 0 ? undefined : tuples;
};
