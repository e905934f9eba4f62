import { CommandError } from '../errors.ts';
import { leavesOf } from './path.ts';
import type { StoredRecord } from './record.ts';
import { type Doc, keyOf } from './values.ts';

export interface IndexSpec {
  readonly name: string;
  /** Field paths in order, each 1 or -1. */
  readonly key: Readonly<Record<string, 1 | -1>>;
  readonly unique: boolean;
  readonly sparse: boolean;
}

/** Records under one key: most keys have one record, and a set for each would cost far more. */
type Bucket = StoredRecord | Set<StoredRecord>;

/**
 * A hash index over one or more fields. It answers equality on any leading part of its fields; each leading part has a map
 * of its own. Arrays are indexed by element, as a multikey index.
 */
export class Index {
  readonly spec: IndexSpec;
  readonly fields: readonly string[];
  private readonly parts: readonly (readonly string[])[];
  private readonly levels: Map<string, Bucket>[];

  constructor(spec: IndexSpec) {
    this.spec = spec;
    this.fields = Object.keys(spec.key);
    this.parts = this.fields.map(field => field.split('.'));
    this.levels = this.fields.map(() => new Map());
  }

  /** Keys per level for one document; undefined: a sparse index leaves it out. */
  keysOf(doc: Doc): string[][] | undefined {
    let keys = [''];
    let present = false;
    let multi: string | undefined;
    const levels: string[][] = [];
    for (let i = 0; i < this.parts.length; i++) {
      const leaves = leavesOf(doc, this.parts[i]!);
      const values = new Set<string>();
      let isArray = leaves.length > 1;
      for (const leaf of leaves) {
        if (leaf !== undefined) present = true;
        if (Array.isArray(leaf)) {
          isArray = true;
          for (const element of leaf) values.add(keyOf(element));
          values.add(keyOf(leaf)); // equality with the whole array
        } else values.add(keyOf(leaf));
      }
      if (isArray) {
        if (multi !== undefined)
          throw new CommandError(
            'CannotIndexParallelArrays',
            `cannot index parallel arrays [${this.fields[i]}] [${multi}]`,
          );
        multi = this.fields[i];
      }
      if (values.size === 0) values.add(keyOf(undefined));
      keys =
        values.size === 1 ? keys.map(key => key + [...values][0]) : keys.flatMap(key => [...values].map(v => key + v));
      levels.push(keys);
    }
    return this.spec.sparse && !present ? undefined : levels;
  }

  /** A record other than `self` that already has one of these keys, when this index is unique. */
  conflict(keys: string[][] | undefined, self: StoredRecord | undefined): StoredRecord | undefined {
    if (!this.spec.unique || !keys) return undefined;
    const full = this.levels[this.levels.length - 1]!;
    for (const key of keys[keys.length - 1]!) {
      const bucket = full.get(key);
      if (bucket === undefined) continue;
      if (!(bucket instanceof Set)) {
        if (bucket !== self) return bucket;
      } else for (const other of bucket) if (other !== self) return other;
    }
    return undefined;
  }

  add(record: StoredRecord, keys: string[][] | undefined): void {
    keys?.forEach((level, i) => {
      const map = this.levels[i]!;
      for (const key of level) {
        const bucket = map.get(key);
        if (bucket === undefined) map.set(key, record);
        else if (bucket instanceof Set) bucket.add(record);
        else if (bucket !== record) map.set(key, new Set([bucket, record]));
      }
    });
  }

  remove(record: StoredRecord, keys: string[][] | undefined): void {
    keys?.forEach((level, i) => {
      const map = this.levels[i]!;
      for (const key of level) {
        const bucket = map.get(key);
        if (bucket === record) map.delete(key);
        else if (bucket instanceof Set) {
          bucket.delete(record);
          if (bucket.size === 0) map.delete(key);
        }
      }
    });
  }

  /** Records whose first `values.length` fields may equal these; a superset to be filtered, each record once per key. */
  lookup(values: readonly unknown[]): Iterable<StoredRecord> {
    const bucket = this.levels[values.length - 1]!.get(values.map(keyOf).join(''));
    return bucket === undefined ? [] : bucket instanceof Set ? bucket : [bucket];
  }

  /** How many records an equality on these leading values finds. */
  count(values: readonly unknown[]): number {
    const bucket = this.levels[values.length - 1]!.get(values.map(keyOf).join(''));
    return bucket === undefined ? 0 : bucket instanceof Set ? bucket.size : 1;
  }
}

/** E11000 as MongoDB words it, with the fields the driver exposes. */
export const duplicateKey = (namespace: string, index: IndexSpec, doc: Doc): CommandError => {
  const keyValue: Doc = {};
  for (const field of Object.keys(index.key)) {
    const leaf = leavesOf(doc, field.split('.'))[0];
    keyValue[field] = leaf === undefined ? null : leaf;
  }
  const shown = Object.entries(keyValue).map(
    ([field, value]) =>
      `${field}: ${typeof value === 'object' ? String(value === null ? null : JSON.stringify(value)) : JSON.stringify(value)}`,
  );
  return new CommandError(
    'DuplicateKey',
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: { ${shown.join(', ')} }`,
    { keyPattern: { ...index.key }, keyValue },
  );
};
