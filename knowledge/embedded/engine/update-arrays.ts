import { CommandError, notImplemented } from '../errors.ts';
import { compileFilter } from './query.ts';
import { parseSort, sortBy } from './sort.ts';
import { placeAt, show } from './update-path.ts';
import { cloneValue, compareValues, type Doc, equalValues, hasOwn, isDoc, typeName } from './values.ts';

type Step = (doc: Doc, inserting: boolean) => void;

const arrayAt = (
  doc: Doc,
  parts: readonly string[],
  operator: string,
): { array: unknown[]; set(array: unknown[]): void } => {
  const place = placeAt(doc, parts, true)!;
  if (!place.exists) return { array: [], set: array => place.set(array) };
  if (!Array.isArray(place.value)) {
    const message =
      operator === '$push'
        ? `The field '${parts.join('.')}' must be an array but is of type ${typeName(place.value)} in document {_id: ${show(doc._id)}}`
        : `Cannot apply ${operator} to non-array field. Field named '${parts.at(-1)}' has non-array type ${typeName(place.value)}`;
    throw new CommandError('BadValue', message);
  }
  return { array: place.value, set: array => place.set(array) };
};

interface Modifiers {
  readonly each: readonly unknown[];
  readonly slice: number | undefined;
  readonly position: number | undefined;
  readonly sort: unknown;
}

const modifiers = (operator: string, value: unknown, allowed: readonly string[]): Modifiers => {
  if (!isDoc(value) || !Object.keys(value).some(key => key.startsWith('$')))
    return { each: [value], slice: undefined, position: undefined, sort: undefined };
  for (const key of Object.keys(value)) {
    if (!allowed.includes(key)) throw new CommandError('BadValue', `Unrecognized clause in ${operator}: ${key}`);
  }
  if (!hasOwn(value, '$each') || !Array.isArray(value.$each))
    throw new CommandError(
      'BadValue',
      `The argument to $each in ${operator} must be an array but it was of type: ${typeName(value.$each)}`,
    );
  const whole = (key: string): number | undefined => {
    if (!hasOwn(value, key)) return undefined;
    if (!Number.isInteger(value[key]))
      throw new CommandError(
        'BadValue',
        `The value for ${key} must be an integer value but was given ${show(value[key])}`,
      );
    return value[key] as number;
  };
  return { each: value.$each, slice: whole('$slice'), position: whole('$position'), sort: value.$sort };
};

export const push = (parts: readonly string[], value: unknown): Step => {
  const { each, slice, position, sort } = modifiers('$push', value, ['$each', '$slice', '$sort', '$position']);
  const ordered = sort === undefined ? undefined : sorter(sort);
  return doc => {
    const { array, set } = arrayAt(doc, parts, '$push');
    const at = position === undefined ? array.length : position < 0 ? Math.max(0, array.length + position) : position;
    let next = [...array.slice(0, at), ...each.map(cloneValue), ...array.slice(at)];
    if (ordered) next = ordered(next);
    if (slice !== undefined) next = slice === 0 ? [] : slice > 0 ? next.slice(0, slice) : next.slice(slice);
    set(next);
  };
};

const sorter = (sort: unknown): ((array: unknown[]) => unknown[]) => {
  if (sort === 1 || sort === -1) return array => [...array].sort((a, b) => compareValues(a, b) * sort);
  if (!isDoc(sort) || Object.keys(sort).length === 0)
    throw new CommandError(
      'BadValue',
      `The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields, not ${show(sort)}`,
    );
  const keys = parseSort(sort);
  return array => sortBy(array, element => (isDoc(element) ? element : {}), keys);
};

export const addToSet = (parts: readonly string[], value: unknown): Step => {
  const { each } = modifiers('$addToSet', value, ['$each']);
  return doc => {
    const { array, set } = arrayAt(doc, parts, '$addToSet');
    const next = [...array];
    for (const element of each)
      if (!next.some(present => equalValues(present, element))) next.push(cloneValue(element));
    set(next);
  };
};

export const pop = (parts: readonly string[], value: unknown): Step => {
  if (value !== 1 && value !== -1)
    throw new CommandError('FailedToParse', `$pop expects 1 or -1, found: ${show(value)}`);
  return doc => {
    const place = placeAt(doc, parts, false);
    if (!place?.exists) return;
    if (!Array.isArray(place.value))
      throw new CommandError(
        'TypeMismatch',
        `Path '${parts.join('.')}' contains an element of non-array type '${typeName(place.value)}'`,
      );
    place.set(value === 1 ? place.value.slice(0, -1) : place.value.slice(1));
  };
};

const removeFrom = (
  doc: Doc,
  parts: readonly string[],
  operator: string,
  isUnwanted: (element: unknown) => boolean,
): void => {
  const place = placeAt(doc, parts, false);
  if (!place?.exists) return;
  if (!Array.isArray(place.value)) throw new CommandError('BadValue', `Cannot apply ${operator} to a non-array value`);
  if (place.value.some(isUnwanted)) place.set(place.value.filter(element => !isUnwanted(element)));
};

export const pull = (parts: readonly string[], condition: unknown): Step => {
  const isUnwanted = pullTest(condition);
  return doc => removeFrom(doc, parts, '$pull', isUnwanted);
};

/** A document condition is a filter on sub-documents, operators apply to the element, anything else is equality. */
const pullTest = (condition: unknown): ((element: unknown) => boolean) => {
  if (isDoc(condition) && !Object.keys(condition)[0]?.startsWith('$')) {
    const matches = compileFilter(condition);
    return element => isDoc(element) && matches(element);
  }
  if (isDoc(condition) && ['$and', '$or', '$nor', '$expr'].includes(Object.keys(condition)[0]!))
    throw notImplemented('$pull with a logical operator');
  // Wrapped in a one-field document, the element is tested by the ordinary matcher.
  const matches = compileFilter({ element: condition });
  return element => matches({ element });
};

export const pullAll = (parts: readonly string[], values: unknown): Step => {
  if (!Array.isArray(values))
    throw new CommandError('BadValue', `$pullAll requires an array argument but was given a ${typeName(values)}`);
  return doc => removeFrom(doc, parts, '$pullAll', element => values.some(value => equalValues(value, element)));
};
