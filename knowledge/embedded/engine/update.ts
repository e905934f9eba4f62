import { Long, Timestamp } from 'bson';
import { CommandError, notImplemented } from '../errors.ts';
import { addToSet, pop, pull, pullAll, push } from './update-arrays.ts';
import { placeAt, show } from './update-path.ts';
import { cloneValue, compareValues, type Doc, equalValues, hasOwn, isDoc, isNumeric, typeName } from './values.ts';

/** Changes a private copy of a document in place; never keeps a reference into it. */
type Step = (doc: Doc, inserting: boolean) => void;

/** A compiled update. `apply` returns a new document; the given one stays as it is. */
export interface Update {
  readonly isReplacement: boolean;
  apply(doc: Doc, inserting: boolean): Doc;
}

/**
 * Compiles a replacement or update operators. Strict where mingo is silent: a wrong type, a path through a scalar or two
 * operators on one path are errors, with MongoDB's codes.
 */
export const compileUpdate = (update: unknown, now: Date = new Date()): Update => {
  if (Array.isArray(update)) throw notImplemented('An update given as a pipeline');
  if (!isDoc(update)) throw new CommandError('FailedToParse', 'Update argument must be either an object or an array');
  const keys = Object.keys(update);
  if (keys.length === 0 || !keys[0]!.startsWith('$')) return replacement(update, keys);
  const steps: Step[] = [];
  const paths: string[] = [];
  for (const operator of keys) {
    const fields = update[operator];
    if (!operator.startsWith('$') || !hasOwn(operators, operator)) {
      if (operator === '$bit') throw notImplemented('The update operator $bit');
      throw new CommandError(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update specified as an array`,
      );
    }
    if (!isDoc(fields))
      throw new CommandError(
        'FailedToParse',
        `Modifiers operate on fields but we found type ${typeName(fields)} instead, in ${operator}`,
      );
    for (const [path, value] of Object.entries(fields)) {
      checkPath(path);
      paths.push(path);
      if (operator === '$rename') {
        if (typeof value !== 'string')
          throw new CommandError('BadValue', `The 'to' field for $rename must be a string: ${path}`);
        checkPath(value);
        paths.push(value);
      }
      steps.push(operators[operator as keyof typeof operators](path.split('.'), value, now));
    }
  }
  checkConflicts(paths);
  return {
    isReplacement: false,
    apply: (doc, inserting) => {
      const copy = cloneValue(doc);
      for (const step of steps) step(copy, inserting);
      if (!inserting && (!hasOwn(copy, '_id') || !equalValues(copy._id, doc._id)))
        throw new CommandError(
          'ImmutableField',
          "Performing an update on the path '_id' would modify the immutable field '_id'",
        );
      return copy;
    },
  };
};

const replacement = (update: Doc, keys: readonly string[]): Update => {
  const dollar = keys.find(key => key.startsWith('$'));
  if (dollar)
    throw new CommandError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${dollar}' is not allowed in a replacement`,
    );
  return {
    isReplacement: true,
    apply: doc => {
      if (hasOwn(update, '_id') && hasOwn(doc, '_id') && !equalValues(update._id, doc._id))
        throw new CommandError(
          'ImmutableField',
          "After applying the update, the (immutable) field '_id' was found to have been altered",
        );
      const { _id: given, ...rest } = update;
      if (hasOwn(doc, '_id')) return { _id: doc._id, ...rest };
      return hasOwn(update, '_id') ? { _id: given, ...rest } : rest;
    },
  };
};

const checkPath = (path: string): void => {
  if (path === '') throw new CommandError('EmptyFieldName', 'An empty update path is not valid.');
  for (const part of path.split('.')) {
    if (part === '')
      throw new CommandError(
        'EmptyFieldName',
        `The update path '${path}' contains an empty field name, which is not allowed.`,
      );
    if (part.startsWith('$')) {
      if (part === '$' || part.startsWith('$[')) throw notImplemented(`The positional operator in '${path}'`);
      throw new CommandError(
        'DollarPrefixedFieldName',
        `The dollar ($) prefixed field '${part}' in '${path}' is not valid for storage.`,
      );
    }
    if (part === '__proto__') throw notImplemented('A field called __proto__');
  }
};

const checkConflicts = (paths: readonly string[]): void => {
  const sorted = [...paths].sort();
  const seen = new Set<string>();
  for (const path of sorted) {
    const parts = path.split('.');
    for (let i = 1; i <= parts.length; i++) {
      const prefix = parts.slice(0, i).join('.');
      if (seen.has(prefix))
        throw new CommandError(
          'ConflictingUpdateOperators',
          `Updating the path '${path}' would create a conflict at '${prefix}'`,
        );
    }
    seen.add(path);
  }
};

const set = (parts: readonly string[], value: unknown): Step => {
  return doc => placeAt(doc, parts, true)!.set(cloneValue(value));
};

const arithmetic =
  (operator: string, initial: number | undefined, combine: (a: number, b: number) => number) =>
  (parts: readonly string[], value: unknown): Step => {
    const path = parts.join('.');
    if (!isNumeric(value))
      throw new CommandError(
        'TypeMismatch',
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${show(value)}}`,
      );
    if (typeof value !== 'number') throw notImplemented(`${operator} with a ${typeName(value)}`);
    return doc => {
      const place = placeAt(doc, parts, true)!;
      if (!place.exists) return place.set(initial ?? value);
      if (!isNumeric(place.value))
        throw new CommandError(
          'TypeMismatch',
          `Cannot apply ${operator} to a value of non-numeric type. {_id: ${show(doc._id)}} has the field '${parts.at(-1)}' of non-numeric type ${typeName(place.value)}`,
        );
      if (typeof place.value !== 'number') throw notImplemented(`${operator} on a ${typeName(place.value)}`);
      const result = combine(place.value, value);
      if (Number.isInteger(place.value) && Number.isInteger(value) && !Number.isSafeInteger(result))
        throw new CommandError(
          'BadValue',
          `Failed to apply ${operator}: ${place.value} and ${value} leave the whole numbers held exactly, at most ${Number.MAX_SAFE_INTEGER}`,
        );
      place.set(result);
    };
  };

const extreme =
  (direction: 1 | -1) =>
  (parts: readonly string[], value: unknown): Step =>
  doc => {
    const place = placeAt(doc, parts, true)!;
    if (!place.exists || compareValues(value, place.value) * direction > 0) place.set(cloneValue(value));
  };

const operators = {
  $set: set,
  $setOnInsert: (parts: readonly string[], value: unknown): Step => {
    const step = set(parts, value);
    return (doc, inserting) => {
      if (inserting) step(doc, inserting);
    };
  },
  $unset:
    (parts: readonly string[], _value: unknown): Step =>
    doc =>
      placeAt(doc, parts, false)?.unset(),
  $inc: arithmetic('$inc', undefined, (a, b) => a + b),
  $mul: arithmetic('$mul', 0, (a, b) => a * b),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: (parts: readonly string[], value: unknown): Step => {
    const to = (value as string).split('.');
    return doc => {
      const from = placeAt(doc, parts, false);
      if (!from?.exists) return;
      if (throughArray(doc, parts) || throughArray(doc, to))
        throw new CommandError(
          'BadValue',
          `The source and target of $rename cannot be array elements: '${parts.join('.')}' to '${to.join('.')}'`,
        );
      from.unset();
      placeAt(doc, to, true)!.set(from.value);
    };
  },
  $currentDate: (parts: readonly string[], value: unknown, now: Date): Step => {
    const kind = isDoc(value) && Object.keys(value).length === 1 ? value.$type : value;
    if (kind === true || kind === false || kind === 'date') return doc => placeAt(doc, parts, true)!.set(now);
    if (kind === 'timestamp') {
      const stamp = new Timestamp(new Long(1, Math.floor(now.getTime() / 1000), true));
      return doc => placeAt(doc, parts, true)!.set(stamp);
    }
    throw new CommandError(
      'BadValue',
      `The $currentDate of '${parts.join('.')}' must be true, {$type: 'date'} or {$type: 'timestamp'}, not ${show(value)}`,
    );
  },
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
} as const;

const throughArray = (doc: Doc, parts: readonly string[]): boolean => {
  let value: unknown = doc;
  for (const part of parts) {
    if (Array.isArray(value)) return true;
    if (!isDoc(value)) return false;
    value = hasOwn(value, part) ? value[part] : undefined;
  }
  return false;
};

/** The same types, values and field order: whether an update changed anything. */
export const identical = (a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  if (typeName(a) !== typeName(b)) return false;
  if (Array.isArray(a))
    return a.length === (b as unknown[]).length && a.every((value, i) => identical(value, (b as unknown[])[i]));
  if (!isDoc(a)) return compareValues(a, b) === 0;
  const keys = Object.keys(a);
  const others = Object.keys(b as Doc);
  return (
    keys.length === others.length && keys.every((key, i) => key === others[i] && identical(a[key], (b as Doc)[key]))
  );
};
