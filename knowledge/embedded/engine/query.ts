import { BSONRegExp } from 'bson';
import { CommandError, notImplemented } from '../errors.ts';
import { compileExpression } from './expression.ts';
import { visitPath } from './path.ts';
import { equalsLeaf, type LeafTest, modLeaf, orElement, rangeLeaf, regexLeaf, typeLeaf } from './query-leaves.ts';
import { type Doc, isDoc, isNumeric } from './values.ts';

export type Matcher = (doc: Doc) => boolean;

/**
 * Compiles a filter once, so that a scan only runs closures. Comparisons follow BSON order and type brackets; sub-documents
 * compare with their key order. The aggregation language inside `$expr` is mingo's. Anything unknown throws.
 */
export const compileFilter = (filter: Doc): Matcher => {
  const tests: Matcher[] = [];
  for (const [key, condition] of Object.entries(filter)) {
    if (key.startsWith('$')) tests.push(compileTopLevel(key, condition));
    else tests.push(compileField(key, condition));
  }
  return allOf(tests);
};

const allOf = <T>(tests: readonly ((value: T) => boolean)[]): ((value: T) => boolean) => {
  if (tests.length === 0) return () => true;
  if (tests.length === 1) return tests[0]!;
  return value => {
    for (const test of tests) if (!test(value)) return false;
    return true;
  };
};

const clauses = (operator: string, value: unknown): Doc[] => {
  if (!Array.isArray(value) || value.length === 0)
    throw new CommandError('BadValue', `${operator} must be a nonempty array`);
  for (const clause of value) {
    if (!isDoc(clause)) throw new CommandError('BadValue', `${operator} argument's entries must be objects`);
  }
  return value as Doc[];
};

const compileTopLevel = (operator: string, value: unknown): Matcher => {
  switch (operator) {
    case '$and':
      return allOf(clauses(operator, value).map(compileFilter));
    case '$or':
    case '$nor': {
      const tests = clauses(operator, value).map(compileFilter);
      const any = (doc: Doc): boolean => tests.some(test => test(doc));
      return operator === '$or' ? any : doc => !any(doc);
    }
    case '$expr': {
      const evaluate = compileExpression(value);
      return doc => {
        const result = evaluate(doc);
        return !(result === false || result === null || result === undefined || result === 0);
      };
    }
    case '$comment':
      return () => true;
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw notImplemented(`The query operator ${operator}`);
    default:
      throw new CommandError('BadValue', `unknown top level operator: ${operator}`);
  }
};

const isOperators = (condition: unknown): condition is Doc => {
  if (!isDoc(condition)) return false;
  const first = Object.keys(condition)[0];
  return first?.startsWith('$') === true && first !== '$ref' && first !== '$id' && first !== '$db';
};

const compileField = (path: string, condition: unknown): Matcher => {
  const parts = path.split('.');
  if (condition instanceof BSONRegExp || condition instanceof RegExp) return onPath(parts, regexLeaf(condition, ''));
  if (!isOperators(condition)) return onPath(parts, equalsLeaf(condition));
  return allOf(
    compileOperators(condition).map(({ test, negated }) => {
      const positive = onPath(parts, test);
      return negated ? (doc: Doc) => !positive(doc) : positive;
    }),
  );
};

const onPath = (parts: readonly string[], test: LeafTest): Matcher => {
  if (parts.length === 1) {
    const key = parts[0]!;
    return doc => test(Object.hasOwn(doc, key) ? doc[key] : undefined);
  }
  return doc => visitPath(doc, parts, test);
};

interface Compiled {
  readonly test: LeafTest;
  readonly negated: boolean;
}

const compileOperators = (condition: Doc): Compiled[] => {
  const compiled: Compiled[] = [];
  for (const [operator, value] of Object.entries(condition)) {
    if (operator === '$options') {
      if (!Object.hasOwn(condition, '$regex')) throw new CommandError('BadValue', '$options needs a $regex');
      continue;
    }
    compiled.push(compileOperator(operator, value, condition));
  }
  return compiled;
};

const compileOperator = (operator: string, value: unknown, siblings: Doc): Compiled => {
  const yes = (test: LeafTest): Compiled => ({ test, negated: false });
  const no = (test: LeafTest): Compiled => ({ test, negated: true });
  switch (operator) {
    case '$eq':
      return yes(equalsLeaf(value));
    case '$ne':
      if (value instanceof BSONRegExp) throw new CommandError('BadValue', "Can't have regex as arg to $ne");
      return no(equalsLeaf(value));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return yes(rangeLeaf(operator, value));
    case '$in':
      return yes(inLeaf(operator, value));
    case '$nin':
      return no(inLeaf(operator, value));
    case '$exists': {
      const exists: LeafTest = leaf => leaf !== undefined;
      return value === false || value === 0 || value === null ? no(exists) : yes(exists);
    }
    case '$not': {
      if (value instanceof BSONRegExp || value instanceof RegExp) return no(regexLeaf(value, ''));
      if (!isOperators(value)) throw new CommandError('BadValue', '$not needs a regex or a document of operators');
      return no(notLeaf(value));
    }
    case '$size':
      if (!isNumeric(value) || !Number.isInteger(Number(value)) || Number(value) < 0)
        throw new CommandError('BadValue', `$size needs a whole number from 0, not ${String(value)}`);
      return yes(leaf => Array.isArray(leaf) && leaf.length === Number(value));
    case '$all':
      return yes(everyLeaf(value));
    case '$elemMatch':
      return yes(elementLeaf(value));
    case '$type':
      return yes(typeLeaf(value));
    case '$mod':
      return yes(modLeaf(value));
    case '$regex': {
      const options = siblings.$options ?? '';
      if (typeof options !== 'string') throw new CommandError('BadValue', '$options has to be a string');
      return yes(regexLeaf(value, options));
    }
    case '$where':
    case '$text':
    case '$near':
    case '$nearSphere':
    case '$geoWithin':
    case '$geoIntersects':
    case '$bitsAllClear':
    case '$bitsAllSet':
    case '$bitsAnyClear':
    case '$bitsAnySet':
      throw notImplemented(`The query operator ${operator}`);
    default:
      throw new CommandError('BadValue', `unknown operator: ${operator}`);
  }
};

const inLeaf = (operator: string, values: unknown): LeafTest => {
  if (!Array.isArray(values)) throw new CommandError('BadValue', `${operator} needs an array`);
  if (values.some(isOperators)) throw new CommandError('BadValue', `cannot nest $ under ${operator}`);
  const regexes = values.filter(v => v instanceof BSONRegExp || v instanceof RegExp).map(v => regexLeaf(v, ''));
  const plain = values.filter(v => !(v instanceof BSONRegExp || v instanceof RegExp));
  const strings = new Set<unknown>(plain.filter(v => typeof v === 'string'));
  const tests = plain.filter(v => typeof v !== 'string').map(equalsLeaf);
  const inStrings = orElement(leaf => strings.has(leaf));
  return leaf => inStrings(leaf) || tests.some(test => test(leaf)) || regexes.some(test => test(leaf));
};

const notLeaf = (condition: Doc): LeafTest =>
  // $not of several operators: the negation of all of them together on the path's leaves.
  allOf(compileOperators(condition).map(({ test, negated }) => (negated ? (leaf: unknown) => !test(leaf) : test)));

const everyLeaf = (values: unknown): LeafTest => {
  if (!Array.isArray(values)) throw new CommandError('BadValue', '$all needs an array');
  if (values.length === 0) return () => false;
  const tests = values.map(value =>
    isDoc(value) && Object.hasOwn(value, '$elemMatch') ? elementLeaf(value.$elemMatch) : equalsLeaf(value),
  );
  return leaf => tests.every(test => test(leaf));
};

const elementLeaf = (condition: unknown): LeafTest => {
  if (!isDoc(condition)) throw new CommandError('BadValue', '$elemMatch needs an Object');
  const isValueTest = isOperators(condition) && !['$and', '$or', '$nor', '$expr'].includes(Object.keys(condition)[0]!);
  if (isValueTest) {
    const tests = compileOperators(condition);
    return leaf =>
      Array.isArray(leaf) && leaf.some(element => tests.every(({ test, negated }) => test(element) !== negated));
  }
  const matches = compileFilter(condition);
  return leaf => Array.isArray(leaf) && leaf.some(element => isDoc(element) && matches(element));
};

/**
 * Fields this filter pins to one value, at the top level or inside `$and`: what an index lookup or an upsert starts from.
 */
export const equalities = (filter: Doc, found: Map<string, unknown> = new Map()): Map<string, unknown> => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const clause of condition) if (isDoc(clause)) equalities(clause, found);
    } else if (key.startsWith('$') || condition instanceof BSONRegExp || condition instanceof RegExp) {
    } else if (!isOperators(condition)) found.set(key, condition);
    else if (Object.hasOwn(condition, '$eq')) found.set(key, condition.$eq);
  }
  return found;
};

/** Like `equalities`, with the lists of `$in` without regular expressions. */
export const candidates = (filter: Doc, found: Map<string, unknown[]> = new Map()): Map<string, unknown[]> => {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and' && Array.isArray(condition)) {
      for (const clause of condition) if (isDoc(clause)) candidates(clause, found);
    } else if (key.startsWith('$') || condition instanceof BSONRegExp || condition instanceof RegExp) {
    } else if (!isOperators(condition)) found.set(key, [condition]);
    else if (Object.hasOwn(condition, '$eq')) found.set(key, [condition.$eq]);
    else if (Array.isArray(condition.$in) && !found.has(key)) {
      if (!condition.$in.some(v => v instanceof BSONRegExp || v instanceof RegExp)) found.set(key, condition.$in);
    }
  }
  return found;
};
