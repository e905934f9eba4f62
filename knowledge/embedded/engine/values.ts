import { Binary, BSONRegExp, Code, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/** A document as stored: plain objects, arrays, primitives and BSON classes. Never changed once stored. */
export type Doc = { [key: string]: unknown };

/** A plain sub-document, not an array, a date or a BSON class. */
export const isDoc = (value: unknown): value is Doc => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

export const hasOwn = (doc: Doc, key: string): boolean => Object.hasOwn(doc, key);

/** Own property or undefined: a field called "constructor" must not find the one every object inherits. */
export const fieldOf = (doc: Doc, key: string): unknown => (Object.hasOwn(doc, key) ? doc[key] : undefined);

/** Copies plain objects and arrays; dates and BSON values are immutable by convention and shared. */
export const cloneValue = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cloneValue) as T;
  if (!isDoc(value)) return value;
  const copy: Doc = {};
  for (const key of Object.keys(value)) copy[key] = cloneValue((value as Doc)[key]);
  return copy as T;
};

export type TypeName =
  | 'minKey'
  | 'null'
  | 'undefined'
  | 'int'
  | 'double'
  | 'long'
  | 'decimal'
  | 'string'
  | 'object'
  | 'array'
  | 'binData'
  | 'objectId'
  | 'bool'
  | 'date'
  | 'timestamp'
  | 'regex'
  | 'javascript'
  | 'maxKey';

/** The BSON type this value is sent as. */
export const typeName = (value: unknown): TypeName => {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'number':
      return Number.isInteger(value) && value >= -0x80000000 && value <= 0x7fffffff && !Object.is(value, -0)
        ? 'int'
        : 'double';
    case 'boolean':
      return 'bool';
    case 'undefined':
      return 'undefined';
    case 'bigint':
      return 'long';
    default:
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Timestamp) return 'timestamp'; // before Long: Timestamp extends it
  if (value instanceof Long) return 'long';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof BSONRegExp || value instanceof RegExp) return 'regex';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  if (value instanceof Code) return 'javascript';
  return 'object';
};

/** BSON comparison order; values of one rank compare with each other, others by rank. */
export const typeRank = (value: unknown): number => {
  switch (typeName(value)) {
    case 'minKey':
      return 1;
    case 'undefined':
    case 'null':
      return 5;
    case 'int':
    case 'double':
    case 'long':
    case 'decimal':
      return 10;
    case 'string':
      return 15;
    case 'object':
      return 20;
    case 'array':
      return 25;
    case 'binData':
      return 30;
    case 'objectId':
      return 35;
    case 'bool':
      return 40;
    case 'date':
      return 45;
    case 'timestamp':
      return 47;
    case 'regex':
      return 50;
    case 'javascript':
      return 60;
    case 'maxKey':
      return 127;
  }
};

export const isNumeric = (value: unknown): boolean =>
  typeof value === 'number' || (typeof value === 'object' && value !== null && typeRank(value) === 10);

/** A number as mantissa * 10^exponent, exactly; undefined for NaN and infinities. */
const exact = (value: unknown): { m: bigint; e: number } | undefined => {
  if (value instanceof Long) return { m: value.toBigInt(), e: 0 };
  if (value instanceof Decimal128) {
    const found = /^(-?)(\d+)(?:\.(\d+))?(?:E([+-]?\d+))?$/.exec(value.toString());
    if (!found) return undefined;
    const [, sign, whole = '', fraction = '', exponent = '0'] = found;
    const m = BigInt(whole + fraction);
    return { m: sign ? -m : m, e: Number(exponent) - fraction.length };
  }
  let x = value as number;
  if (!Number.isFinite(x)) return undefined;
  let halvings = 0;
  while (!Number.isInteger(x)) {
    x *= 2;
    halvings++;
  }
  return { m: BigInt(x) * 5n ** BigInt(halvings), e: -halvings };
};

const toNumber = (value: unknown): number =>
  value instanceof Long ? value.toNumber() : value instanceof Decimal128 ? Number(value.toString()) : (value as number);

const compareNumbers = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') {
    if (a < b) return -1;
    if (a > b) return 1;
    if (a === b) return 0;
    return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1; // NaN sorts before every number
  }
  const x = exact(a);
  const y = exact(b);
  if (!x || !y) return compareNumbers(toNumber(a), toNumber(b));
  // Exponents far apart would make huge powers; magnitudes decide there.
  if (Math.abs(x.e - y.e) > 400 && toNumber(a) !== toNumber(b)) return toNumber(a) < toNumber(b) ? -1 : 1;
  const e = Math.min(x.e, y.e);
  const left = x.m * 10n ** BigInt(x.e - e);
  const right = y.m * 10n ** BigInt(y.e - e);
  return left < right ? -1 : left > right ? 1 : 0;
};

// MongoDB compares UTF-8 bytes; UTF-16 order differs only where surrogates meet the private-use area and above.
const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    let x = a.charCodeAt(i);
    let y = b.charCodeAt(i);
    if (x === y) continue;
    if (x >= 0xd800 && y >= 0xd800) {
      x = a.codePointAt(i) ?? x;
      y = b.codePointAt(i) ?? y;
      if (x >= 0xdc00 && x <= 0xdfff && y >= 0xdc00 && y <= 0xdfff) return x - y;
    }
    return x - y;
  }
  return a.length - b.length;
};

const bytesOf = (value: Binary): Buffer => Buffer.from(value.buffer.subarray(0, value.position));

/** BSON order of any two values: <0, 0, >0. Sub-documents compare field by field in their stored order. */
export const compareValues = (a: unknown, b: unknown): number => {
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b);
  const rank = typeRank(a);
  const other = typeRank(b);
  if (rank !== other) return rank - other;
  switch (rank) {
    case 10:
      return compareNumbers(a, b);
    case 20: {
      const x = Object.entries(a as Doc);
      const y = Object.entries(b as Doc);
      for (let i = 0; i < Math.min(x.length, y.length); i++) {
        const [keyA, valueA] = x[i]!;
        const [keyB, valueB] = y[i]!;
        const byType = typeRank(valueA) - typeRank(valueB);
        if (byType !== 0) return byType;
        const byKey = compareStrings(keyA, keyB);
        if (byKey !== 0) return byKey;
        const byValue = compareValues(valueA, valueB);
        if (byValue !== 0) return byValue;
      }
      return x.length - y.length;
    }
    case 25: {
      const x = a as unknown[];
      const y = b as unknown[];
      for (let i = 0; i < Math.min(x.length, y.length); i++) {
        const order = compareValues(x[i], y[i]);
        if (order !== 0) return order;
      }
      return x.length - y.length;
    }
    case 30: {
      const x = bytesOf(a as Binary);
      const y = bytesOf(b as Binary);
      return x.length - y.length || (a as Binary).sub_type - (b as Binary).sub_type || Buffer.compare(x, y);
    }
    case 35:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case 40:
      return Number(a) - Number(b);
    case 45:
      return (a as Date).getTime() - (b as Date).getTime();
    case 47:
      return (a as Timestamp).compare(b as Timestamp);
    case 50:
    case 60:
      return compareStrings(String(keyOf(a)), String(keyOf(b)));
    default:
      return 0;
  }
};

export const equalValues = (a: unknown, b: unknown): boolean => a === b || compareValues(a, b) === 0;

const numberKey = (value: unknown): string => {
  if (typeof value === 'number') return `#${value === 0 ? 0 : value}`;
  const plain = toNumber(value);
  if (compareNumbers(value, plain) === 0) return numberKey(plain);
  const { m, e } = exact(value) ?? { m: 0n, e: 0 };
  let mantissa = m;
  let exponent = e;
  while (mantissa !== 0n && mantissa % 10n === 0n) {
    mantissa /= 10n;
    exponent++;
  }
  return `#${mantissa}e${exponent}`;
};

/** Text that is equal exactly for values that compare as equal: what indexes look up. Missing and null are the same. */
export const keyOf = (value: unknown): string => {
  switch (typeof value) {
    case 'string':
      return `s${value.length}:${value}`;
    case 'number':
      return `${numberKey(value)};`;
    case 'boolean':
      return value ? 't;' : 'f;';
    case 'undefined':
      return 'n;';
    default:
  }
  switch (typeName(value)) {
    case 'null':
      return 'n;';
    case 'long':
    case 'decimal':
      return `${numberKey(value)};`;
    case 'date':
      return `d${(value as Date).getTime()};`;
    case 'objectId':
      return `o${(value as ObjectId).toHexString()};`;
    case 'array':
      return `[${(value as unknown[]).map(keyOf).join('')}]`;
    case 'binData':
      return `b${(value as Binary).sub_type}:${bytesOf(value as Binary).toString('base64')};`;
    case 'timestamp':
      return `T${String(value)};`;
    case 'minKey':
      return '-;';
    case 'maxKey':
      return '+;';
    case 'regex': {
      const regex = value as BSONRegExp | RegExp;
      const [pattern, flags] = regex instanceof RegExp ? [regex.source, regex.flags] : [regex.pattern, regex.options];
      return `r${pattern.length}:${pattern}/${flags};`;
    }
    case 'javascript': {
      const code = (value as Code).code;
      return `j${code.length}:${code};`;
    }
    default: {
      let key = '{';
      for (const [name, inner] of Object.entries(value as Doc)) key += `${name.length}:${name}=${keyOf(inner)}`;
      return `${key}}`;
    }
  }
};
