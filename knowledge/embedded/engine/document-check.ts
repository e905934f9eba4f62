import { Decimal128, Long, Timestamp } from 'bson';
import { CommandError, notImplemented } from '../errors.ts';
import { type Doc, isDoc } from './values.ts';

export interface DocumentFacts {
  /** Holds a Decimal128, or a Long a number cannot hold. */
  readonly wideNumbers: boolean;
}

const deepest = 100;

/**
 * What a stored document may look like: no field name with a leading `$` at the top level, no `__proto__`, at most 100
 * levels, an `_id` that is no array, regular expression or undefined.
 */
export const checkDocument = (doc: Doc): DocumentFacts => {
  if (Object.hasOwn(doc, '_id')) checkId(doc._id);
  for (const key of Object.keys(doc)) {
    if (key.startsWith('$'))
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${key}' in '${key}' is not valid for storage.`,
      );
  }
  let wideNumbers = false;
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return;
    if (depth > deepest)
      throw new CommandError('BadValue', `Document is nested deeper than the ${deepest} levels allowed`);
    if (Array.isArray(value)) for (const element of value) walk(element, depth + 1);
    else if (isDoc(value)) {
      for (const key of Object.keys(value)) {
        if (key === '__proto__') throw notImplemented('A field called __proto__');
        walk(value[key], depth + 1);
      }
    } else if (value instanceof Decimal128 || (value instanceof Long && !(value instanceof Timestamp)))
      wideNumbers = true;
  };
  walk(doc, 0);
  return { wideNumbers };
};

const checkId = (id: unknown): void => {
  if (Array.isArray(id)) throw new CommandError('InvalidOptions', "The '_id' value cannot be of type array");
  if (id === undefined) throw new CommandError('InvalidOptions', "The '_id' value cannot be of type undefined");
  if (id !== null && typeof id === 'object' && 'pattern' in id && !isDoc(id))
    throw new CommandError('InvalidOptions', "The '_id' value cannot be of type regex");
  if (isDoc(id)) {
    for (const key of Object.keys(id)) {
      if (key.startsWith('$'))
        throw new CommandError(
          'DollarPrefixedFieldName',
          `The dollar ($) prefixed field '${key}' in '_id' is not valid for storage.`,
        );
    }
  }
};
