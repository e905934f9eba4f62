import { CommandError } from '../errors.ts';
import { type Doc, hasOwn, isDoc } from './values.ts';

/** Where a path ends: its parent, ready to be read or written. */
export interface Place {
  readonly value: unknown;
  readonly exists: boolean;
  set(value: unknown): void;
  unset(): void;
}

const isIndex = (part: string): boolean => /^(0|[1-9]\d*)$/.test(part);

/** Follows a path, making missing sub-documents when `create` is set. undefined: it leads nowhere (only without `create`). */
export const placeAt = (doc: Doc, parts: readonly string[], create: boolean): Place | undefined => {
  let parent: unknown = doc;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    const isLast = i === parts.length - 1;
    if (Array.isArray(parent)) {
      if (!isIndex(part)) {
        if (!create) return undefined;
        throw notViable(part, parts[i - 1]!, parent);
      }
      const array = parent;
      const at = Number(part);
      if (isLast) return arrayPlace(array, at);
      if (at >= array.length) {
        if (!create) return undefined;
        pad(array, at);
        array[at] = {};
      }
      parent = array[at];
    } else if (isDoc(parent)) {
      const holder = parent;
      if (isLast) {
        return {
          value: hasOwn(holder, part) ? holder[part] : undefined,
          exists: hasOwn(holder, part),
          set: value => {
            holder[part] = value;
          },
          unset: () => {
            delete holder[part];
          },
        };
      }
      if (!hasOwn(holder, part)) {
        if (!create) return undefined;
        holder[part] = {};
      }
      parent = holder[part];
    } else {
      if (!create) return undefined;
      throw notViable(part, parts[i - 1]!, parent);
    }
  }
  return undefined;
};

const notViable = (part: string, parent: string, value: unknown): CommandError =>
  new CommandError('PathNotViable', `Cannot create field '${part}' in element {${parent}: ${show(value)}}`);

const pad = (array: unknown[], to: number): void => {
  if (to - array.length > 1_500_000)
    throw new CommandError('BadValue', `can't backfill more than 1500000 array elements, asked for index ${to}`);
  while (array.length < to) array.push(null);
};

const arrayPlace = (array: unknown[], at: number): Place => ({
  value: array[at],
  exists: at < array.length,
  set: value => {
    pad(array, at);
    array[at] = value;
  },
  unset: () => {
    if (at < array.length) array[at] = null; // MongoDB keeps the places of the others
  },
});

/** A value for an error message. */
export const show = (value: unknown): string => JSON.stringify(value) ?? 'undefined';
