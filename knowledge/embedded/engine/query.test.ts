import { Decimal128, Long, ObjectId } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileFilter } from './query.ts';
import { parseSort, sortBy } from './sort.ts';
import { compareValues, type Doc, keyOf } from './values.ts';

const matches = (filter: Doc, doc: Doc): boolean => compileFilter(filter)(doc);
const big = Long.fromString('9007199254740993');

describe('a filter', () => {
  const cases: [filter: Doc, doc: Doc, expected: boolean][] = [
    [{ a: null }, {}, true],
    [{ a: null }, { a: null }, true],
    [{ a: { $lte: null } }, {}, true],
    [{ a: { $gte: null } }, { a: 1 }, false],
    [{ a: { $exists: false } }, {}, true],
    [{ a: { $exists: true } }, { a: null }, true],
    [{ a: { $ne: 1 } }, {}, true],
    [{ a: { $ne: 1 } }, { a: [1, 2] }, false],
    [{ a: { $nin: [1, 2] } }, { a: [3] }, true],
    [{ a: { $gt: 5 } }, { a: '6' }, false],
    [{ a: { $gt: 5 } }, { a: [1, 9] }, true],
    [{ a: { $gt: 1, $lt: 3 } }, { a: [0, 9] }, true], // each bound by another element, as on MongoDB
    [{ a: { $elemMatch: { $gt: 1, $lt: 3 } } }, { a: [0, 9] }, false],
    [{ a: { $not: { $gt: 5 } } }, {}, true],
    [{ a: { $not: { $gt: 5 } } }, { a: 7 }, false],
    [{ a: { x: 1, y: 2 } }, { a: { x: 1, y: 2 } }, true],
    [{ a: { x: 1, y: 2 } }, { a: { y: 2, x: 1 } }, false],
    [{ a: [1, 2] }, { a: [1, 2] }, true],
    [{ a: [1, 2] }, { a: [[1, 2], 3] }, true],
    [{ a: [] }, { a: [] }, true],
    [{ a: { $size: 0 } }, { a: [] }, true],
    [{ a: { $all: ['x', 'y'] } }, { a: ['y', 'x', 'z'] }, true],
    [{ a: { $all: [] } }, { a: [] }, false],
    [{ 'a.b': 1 }, { a: [{ b: 2 }, { b: 1 }] }, true],
    [{ 'a.0.b': 2 }, { a: [{ b: 2 }, { b: 1 }] }, true],
    [{ 'a.b': null }, { a: 5 }, true],
    [{ 'a.b': null }, { a: [{ b: 1 }, { c: 1 }] }, true],
    [{ 'a.b': null }, { a: [] }, false],
    [{ a: { $elemMatch: { b: 1, c: 2 } } }, { a: [{ b: 1 }, { c: 2 }] }, false],
    [{ a: { $in: [null, 3] } }, {}, true],
    [{ a: { $in: [/^x/] } }, { a: 'xy' }, true],
    [{ a: /^größe/i }, { a: 'GRÖSSE Größe' }, false],
    [{ a: { $regex: '^gr', $options: 'i' } }, { a: ['x', 'GRAU'] }, true],
    [{ a: { $type: 'string' } }, { a: 'x' }, true],
    [{ a: { $type: 'number' } }, { a: 1.5 }, true],
    [{ a: { $type: 'array' } }, { a: [1] }, true],
    [{ a: { $mod: [3, 1] } }, { a: 7 }, true],
    [{ $or: [{ a: 1 }, { b: 1 }] }, { b: 1 }, true],
    [{ $nor: [{ a: 1 }, { b: 1 }] }, { b: 1 }, false],
    [{ a: 1, $and: [{ b: 2 }] }, { a: 1, b: 2 }, true],
    [{ $expr: { $gt: ['$spent', '$budget'] } }, { spent: 3, budget: 2 }, true],
    [{ a: { $gt: 9007199254740992 } }, { a: big }, true],
    [{ a: big }, { a: 9007199254740992 }, false],
    [{ a: 1.5 }, { a: Decimal128.fromString('1.50') }, true],
    [{ a: { $lt: 1 } }, { a: Decimal128.fromString('0.1') }, true],
    [{ a: Number.NaN }, { a: Number.NaN }, true],
    [{ a: { $lt: 1 } }, { a: Number.NaN }, false],
    [{ a: new Date(5) }, { a: new Date(5) }, true],
    [{ a: { $lt: new Date(5) } }, { a: 3 }, false],
  ];
  for (const [filter, doc, expected] of cases) {
    it(`${JSON.stringify(filter)} ${expected ? 'finds' : 'leaves out'} ${JSON.stringify(doc)}`, () => {
      expect(matches(filter, doc)).toBe(expected);
    });
  }

  for (const filter of [
    { a: { $foo: 1 } },
    { $or: [] },
    { a: { $in: 1 } },
    { a: { $size: -1 } },
    { a: { $type: 'double' } },
    { a: { $regex: '(' } },
    { a: { $in: [{ $gt: 1 }] } },
  ]) {
    it(`${JSON.stringify(filter)} is refused`, () => {
      expect(() => compileFilter(filter)).toThrow();
    });
  }
});

describe('order', () => {
  const sorted = (values: unknown[], direction: 1 | -1): unknown[] =>
    sortBy(values, v => ({ v }) as Doc, parseSort({ v: direction }));

  it('runs over types as BSON does: null, numbers, text, objects, binary ids, booleans, dates', () => {
    const id = new ObjectId();
    const values = [null, -1, 2.5, big, 'B', 'a', {}, { a: 1 }, id, false, true, new Date(0)];
    expect(sorted([...values].reverse(), 1)).toEqual(values);
    expect(sorted(values, -1)).toEqual([...values].reverse());
  });

  it('takes the smallest element of an array going up, the largest going down', () => {
    expect(sorted([[5, 1], 2, []], 1)).toEqual([[], [5, 1], 2]);
    expect(sorted([[5, 1], 2, []], -1)).toEqual([[5, 1], 2, []]);
  });

  it('the first few of many are the first few of the whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ a: fc.integer({ min: 0, max: 5 }), b: fc.string({ maxLength: 2 }) })),
        fc.integer({ min: 0, max: 9 }),
        (docs, keep) => {
          const keys = parseSort({ a: -1, b: 1 });
          const whole = sortBy(docs, doc => doc as Doc, keys);
          expect(sortBy(docs, doc => doc as Doc, keys, keep).slice(0, keep)).toEqual(whole.slice(0, keep));
        },
      ),
    );
  });

  it('index keys are equal exactly for values that compare as equal', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(n => Long.fromBigInt(n)),
      fc.integer({ min: -500, max: 500 }).map(n => Decimal128.fromString(`${n / 4}`)),
    );
    const value = fc.letrec(tie => ({
      value: fc.oneof(
        { maxDepth: 2 },
        number,
        fc.string({ maxLength: 3 }),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(keyOf(a) === keyOf(b)).toBe(compareValues(a, b) === 0);
        expect(Math.sign(compareValues(a, b))).toBe(-Math.sign(compareValues(b, a)) + 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
