import { CommandError } from '../errors.ts';
import type { Change } from '../journal/change.ts';
import { Collection, type OnChange } from './collection.ts';
import type { IndexSpec } from './indexes.ts';
import type { Doc } from './values.ts';

/** All collections of all databases. Changes go to `onChange` in the tick they are made. */
export class Engine {
  private readonly collections = new Map<string, Collection>();
  private readonly onChange: OnChange;

  constructor(onChange: OnChange = () => {}) {
    this.onChange = onChange;
  }

  find(namespace: string): Collection | undefined {
    return this.collections.get(namespace);
  }

  /** The collection, made if there is none, as a first insert does. */
  ensure(namespace: string): Collection {
    return this.collections.get(namespace) ?? this.create(namespace);
  }

  create(namespace: string, options: Doc = {}): Collection {
    checkNamespace(namespace);
    if (this.collections.has(namespace))
      throw new CommandError('NamespaceExists', `Collection ${namespace} already exists.`);
    const collection = new Collection(namespace, this.onChange, options);
    this.collections.set(namespace, collection);
    this.onChange({ kind: 'create', namespace, options }, () => this.collections.delete(namespace));
    return collection;
  }

  drop(namespace: string): boolean {
    const collection = this.collections.get(namespace);
    if (!collection) return false;
    this.collections.delete(namespace);
    this.onChange({ kind: 'drop', namespace }, () => this.collections.set(namespace, collection));
    return true;
  }

  collectionsOf(database: string): Collection[] {
    return [...this.collections.values()].filter(c => c.namespace.startsWith(`${database}.`));
  }

  databases(): Map<string, Collection[]> {
    const databases = new Map<string, Collection[]>();
    for (const collection of this.collections.values()) {
      const name = collection.namespace.slice(0, collection.namespace.indexOf('.'));
      const list = databases.get(name);
      if (list) list.push(collection);
      else databases.set(name, [collection]);
    }
    return databases;
  }

  /** What a snapshot holds: a list made in one tick of documents that never change. */
  *snapshot(): Generator<Change> {
    for (const collection of this.collections.values()) {
      const { namespace } = collection;
      yield { kind: 'create', namespace, options: collection.options };
      for (const spec of collection.indexSpecs)
        if (spec.name !== '_id_') yield { kind: 'createIndex', namespace, spec };
      for (const document of collection.documents()) yield { kind: 'put', namespace, document };
    }
  }

  /** Puts journal changes back. Indexes come last: a replayed tail can pass through duplicates. */
  restore(changes: Iterable<Change>): void {
    const indexes = this.restoredIndexes;
    for (const change of changes) {
      const { namespace } = change;
      if (change.kind === 'drop') {
        this.collections.delete(namespace);
        indexes.delete(namespace);
        continue;
      }
      let collection = this.collections.get(namespace);
      if (!collection) {
        collection = new Collection(namespace, this.onChange, change.kind === 'create' ? { ...change.options } : {});
        this.collections.set(namespace, collection);
      }
      if (change.kind === 'put') collection.restore(change.document);
      else if (change.kind === 'delete') collection.forget(change.id);
      else if (change.kind === 'createIndex') {
        const specs = indexes.get(namespace) ?? new Map<string, IndexSpec>();
        indexes.set(namespace, specs.set(change.spec.name, change.spec));
      } else if (change.kind === 'dropIndex') indexes.get(namespace)?.delete(change.name);
    }
  }

  private readonly restoredIndexes = new Map<string, Map<string, IndexSpec>>();

  finishRecovery(): void {
    for (const [namespace, collection] of this.collections) {
      collection.finishRecovery([...(this.restoredIndexes.get(namespace)?.values() ?? [])]);
    }
    this.restoredIndexes.clear();
  }
}

const checkNamespace = (namespace: string): void => {
  const dot = namespace.indexOf('.');
  const [database, collection] = [namespace.slice(0, dot), namespace.slice(dot + 1)];
  const isBad =
    dot < 1 ||
    database.length > 63 ||
    /[/\\ "$*<>:|?]/.test(database) ||
    collection === '' ||
    collection.includes('$') ||
    collection.startsWith('.') ||
    namespace.includes('\0') ||
    namespace.length > 255;
  if (isBad) throw new CommandError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
};
