import { type Doc, fieldOf, isDoc } from './values.ts';

const isIndex = (part: string): boolean => /^(0|[1-9]\d{0,8})$/.test(part);

/**
 * Visits what a dotted path names, descending into arrays as MongoDB's matcher does; a missing value is visited as
 * undefined. Stops and returns true as soon as a visit returns true.
 */
export const visitPath = (
  value: unknown,
  parts: readonly string[],
  visit: (leaf: unknown) => boolean,
  at = 0,
): boolean => {
  if (at === parts.length) return visit(value);
  const part = parts[at]!;
  if (Array.isArray(value)) {
    if (isIndex(part) && Number(part) < value.length && visitPath(value[Number(part)], parts, visit, at + 1))
      return true;
    for (const element of value) if (isDoc(element) && visitPath(element, parts, visit, at)) return true;
    return false;
  }
  if (isDoc(value)) return visitPath(fieldOf(value, part), parts, visit, at + 1);
  return visit(undefined);
};

/** Every leaf of a path, for indexes, sorts and distinct. */
export const leavesOf = (doc: Doc, parts: readonly string[]): unknown[] => {
  if (parts.length === 1) return [fieldOf(doc, parts[0]!)];
  const leaves: unknown[] = [];
  visitPath(doc, parts, leaf => {
    leaves.push(leaf);
    return false;
  });
  return leaves;
};
