import { CommandError } from '../errors.ts';
import { leavesOf } from './path.ts';
import { compareValues, type Doc, isDoc } from './values.ts';

export interface SortKey {
  readonly path: string;
  readonly parts: readonly string[];
  readonly direction: 1 | -1;
}

export const parseSort = (sort: unknown): SortKey[] => {
  if (sort === undefined || sort === null) return [];
  if (!isDoc(sort)) throw new CommandError('BadValue', 'sort needs a document');
  return Object.entries(sort).map(([path, direction]) => {
    if (path === '' || path.startsWith('$')) throw new CommandError('BadValue', `Cannot sort by "${path}"`);
    if (isDoc(direction))
      throw new CommandError(
        'NotImplemented',
        `Sorting by ${JSON.stringify(direction)} is not implemented by Counteroffer embedded`,
      );
    const order = Number(direction);
    if (order !== 1 && order !== -1)
      throw new CommandError('BadValue', `$sort key ordering must be 1 or -1, not ${direction}`);
    return { path, parts: path.split('.'), direction: order };
  });
};

/** MongoDB sorts an array by its smallest element going up and its largest going down; an empty one before null. */
const sortValue = (doc: Doc, key: SortKey): unknown => {
  if (key.parts.length === 1) {
    const only = Object.hasOwn(doc, key.path) ? doc[key.path] : undefined;
    if (!Array.isArray(only)) return only;
  }
  let best: unknown;
  let found = false;
  let empty = true;
  for (const leaf of leavesOf(doc, key.parts)) {
    for (const value of Array.isArray(leaf) ? leaf : [leaf]) {
      empty = false;
      if (!found || compareValues(value, best) * key.direction < 0) best = value;
      found = true;
    }
  }
  return empty ? undefined : best;
};

/** A stable sort; with `keep`, only so many documents from the front are needed. */
export const sortBy = <T>(
  items: readonly T[],
  docOf: (item: T) => Doc,
  keys: readonly SortKey[],
  keep?: number,
): T[] => {
  if (keys.length === 0 || items.length < 2) return [...items];
  const rows = items.map((item, place) => ({ item, place, values: keys.map(key => sortValue(docOf(item), key)) }));
  type Row = (typeof rows)[number];
  const order = (a: Row, b: Row): number => {
    for (let i = 0; i < keys.length; i++) {
      const compared = compareValues(a.values[i], b.values[i]);
      if (compared !== 0) return compared * keys[i]!.direction;
    }
    return a.place - b.place;
  };
  if (keep === undefined || keep >= rows.length || keep > 200) return rows.sort(order).map(row => row.item);
  // Few wanted of many: keep the best in a small sorted list.
  const best: Row[] = [];
  for (const row of rows) {
    if (best.length === keep && (keep === 0 || order(row, best[best.length - 1]!) >= 0)) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (order(best[middle]!, row) < 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, row);
    if (best.length > keep) best.pop();
  }
  return best.map(row => row.item);
};
