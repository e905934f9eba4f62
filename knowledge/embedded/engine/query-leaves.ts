/** Tests on one value that a path leads to, each for one operator; the value may be missing (undefined). */
import { BSONRegExp } from 'bson';
import { CommandError, notImplemented } from '../errors.ts';
import { compareValues, equalValues, isNumeric, type TypeName, typeName, typeRank } from './values.ts';

export type LeafTest = (leaf: unknown) => boolean;

/** The value itself, or any element when it is an array. */
export const orElement =
  (test: LeafTest): LeafTest =>
  leaf => {
    if (test(leaf)) return true;
    if (!Array.isArray(leaf)) return false;
    for (const element of leaf) if (test(element)) return true;
    return false;
  };

export const equalsLeaf = (wanted: unknown): LeafTest => {
  if (wanted === null || wanted === undefined) return orElement(leaf => leaf === null || leaf === undefined);
  if (typeof wanted === 'string' || typeof wanted === 'boolean') return orElement(leaf => leaf === wanted);
  return orElement(leaf => leaf !== undefined && equalValues(leaf, wanted));
};

export const rangeLeaf = (operator: string, bound: unknown): LeafTest => {
  if (bound instanceof BSONRegExp || bound instanceof RegExp)
    throw new CommandError('BadValue', `Can't have RegEx as arg to predicate over field ${operator}`);
  const rank = typeRank(bound);
  const accepts = (order: number): boolean =>
    operator === '$gt' ? order > 0 : operator === '$gte' ? order >= 0 : operator === '$lt' ? order < 0 : order <= 0;
  // A missing field equals null for $gte and $lte.
  if (rank === 5) return orElement(leaf => typeRank(leaf) === 5 && accepts(0));
  // NaN is neither below nor above a number, though it sorts first.
  if (typeof bound === 'number' && Number.isNaN(bound))
    return orElement(leaf => typeof leaf === 'number' && Number.isNaN(leaf) && accepts(0));
  const isNotANumber = (leaf: unknown): boolean => typeof leaf === 'number' && Number.isNaN(leaf);
  const all = rank === 1 || rank === 127;
  return orElement(
    leaf =>
      leaf !== undefined &&
      (all || typeRank(leaf) === rank) &&
      !isNotANumber(leaf) &&
      accepts(compareValues(leaf, bound)),
  );
};

const typeNumbers: Readonly<Record<number, TypeName>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const typeNames = new Set<string>(Object.values(typeNumbers));

/** Whole doubles are held as integers here, so "double" and "long" cannot be told apart from "int": "number" can. */
export const typeLeaf = (wanted: unknown): LeafTest => {
  const names = (Array.isArray(wanted) ? wanted : [wanted]).map(type => {
    const name = typeof type === 'string' ? type : typeNumbers[Number(type)];
    if (name === 'number') return name;
    if (name === undefined || !typeNames.has(name))
      throw new CommandError('BadValue', `Unknown type name alias: ${type}`);
    if (name === 'double' || name === 'long' || name === 'int') throw notImplemented(`$type "${name}" (use "number")`);
    return name;
  });
  const test = (leaf: unknown): boolean =>
    leaf !== undefined && names.some(name => (name === 'number' ? isNumeric(leaf) : typeName(leaf) === name));
  return orElement(test);
};

export const modLeaf = (value: unknown): LeafTest => {
  if (!Array.isArray(value) || value.length !== 2 || !value.every(v => typeof v === 'number' && Number.isFinite(v)))
    throw new CommandError('BadValue', 'malformed mod, needs an array of two numbers');
  const [divisor, remainder] = value.map(v => Math.trunc(v as number)) as [number, number];
  if (divisor === 0) throw new CommandError('BadValue', 'divisor cannot be 0');
  return orElement(leaf => typeof leaf === 'number' && Math.trunc(leaf) % divisor === remainder);
};

export const regexLeaf = (value: unknown, extra: string): LeafTest => {
  let pattern: string;
  let options: string;
  if (value instanceof BSONRegExp) [pattern, options] = [value.pattern, value.options];
  else if (value instanceof RegExp) [pattern, options] = [value.source, value.flags];
  else if (typeof value === 'string') [pattern, options] = [value, ''];
  else throw new CommandError('BadValue', '$regex has to be a string');
  if (extra) options = extra;
  for (const option of options) {
    if (!'imsu'.includes(option)) throw notImplemented(`The regular expression option "${option}"`);
  }
  let regex: RegExp;
  try {
    regex = new RegExp(pattern, [...new Set(`${options}u`)].join(''));
  } catch {
    try {
      regex = new RegExp(pattern, [...new Set(options.replace('u', ''))].join(''));
    } catch (error) {
      throw new CommandError('BadValue', `Regular expression is invalid: ${(error as Error).message}`);
    }
  }
  return orElement(leaf => typeof leaf === 'string' && regex.test(leaf));
};
