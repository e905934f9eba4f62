import { CommandError, notImplemented } from '../errors.ts';
import { type Doc, isDoc } from './values.ts';

interface Node {
  children: Map<string, Node | true>;
}

/** A find projection: fields to keep or to leave out, dotted paths reaching into arrays. undefined: all as stored. */
export const compileProjection = (projection: unknown): ((doc: Doc) => Doc) | undefined => {
  if (projection === undefined || projection === null) return undefined;
  if (!isDoc(projection)) throw new CommandError('TypeMismatch', 'projection needs a document');
  const entries = flatten(projection, '');
  if (entries.length === 0) return undefined;
  const decisive = entries.filter(([path]) => path !== '_id');
  const including = decisive.length > 0 ? decisive[0]![1] : entries[0]![1];
  for (const [path, keep] of decisive) {
    if (keep !== including)
      throw new CommandError(
        'BadValue',
        `Cannot do ${keep ? 'inclusion' : 'exclusion'} on field ${path} in ${including ? 'inclusion' : 'exclusion'} projection`,
      );
  }
  const idKept = entries.find(([path]) => path === '_id')?.[1] ?? true;
  const tree: Node = { children: new Map() };
  for (const [path] of decisive) add(tree, path);
  if (including) {
    if (idKept) add(tree, '_id');
    return doc => include(doc, tree);
  }
  if (!idKept) add(tree, '_id');
  return doc => exclude(doc, tree);
};

const flatten = (projection: Doc, prefix: string): [string, boolean][] =>
  Object.entries(projection).flatMap(([key, value]): [string, boolean][] => {
    const path = prefix + key;
    if (key.includes('$')) throw notImplemented(`The projection operator ${key}`);
    if (path.split('.').includes(''))
      throw new CommandError('BadValue', `FieldPath field names may not be empty strings, got "${path}"`);
    if (typeof value === 'boolean') return [[path, value]];
    if (typeof value === 'number') return [[path, value !== 0]];
    if (isDoc(value) && Object.keys(value).length > 0) return flatten(value, `${path}.`);
    throw notImplemented(`A projection of ${JSON.stringify(value)}`);
  });

const add = (tree: Node, path: string): void => {
  const parts = path.split('.');
  let node = tree;
  parts.forEach((part, i) => {
    const existing = node.children.get(part);
    const isLast = i === parts.length - 1;
    if (existing !== undefined && (isLast || existing === true))
      throw new CommandError('BadValue', `Path collision at ${path}`);
    if (isLast) node.children.set(part, true);
    else {
      const next = existing ?? { children: new Map() };
      node.children.set(part, next);
      node = next as Node;
    }
  });
};

const include = (doc: Doc, tree: Node): Doc => {
  const result: Doc = {};
  for (const [key, value] of Object.entries(doc)) {
    const child = tree.children.get(key);
    if (child === true) result[key] = value;
    else if (child) {
      const inner = includeValue(value, child);
      if (inner !== undefined) result[key] = inner;
    }
  }
  return result;
};

const includeValue = (value: unknown, tree: Node): unknown => {
  if (Array.isArray(value)) return value.map(v => includeValue(v, tree)).filter(v => v !== undefined);
  return isDoc(value) ? include(value, tree) : undefined;
};

const exclude = (doc: Doc, tree: Node): Doc => {
  const result: Doc = {};
  for (const [key, value] of Object.entries(doc)) {
    const child = tree.children.get(key);
    if (child === true) continue;
    result[key] = child ? excludeValue(value, child) : value;
  }
  return result;
};

const excludeValue = (value: unknown, tree: Node): unknown => {
  if (Array.isArray(value)) return value.map(v => excludeValue(v, tree));
  return isDoc(value) ? exclude(value, tree) : value;
};
