import { describe, expect, it } from 'vitest';
import type { CommandError } from '../errors.ts';
import { compileUpdate } from './update.ts';
import type { Doc } from './values.ts';

const now = new Date('2026-01-02T03:04:05Z');

describe('update operators', () => {
  const cases: [update: Doc, before: Doc, after: Doc][] = [
    [{ $set: { 'a.b': 1 } }, {}, { a: { b: 1 } }],
    [{ $set: { 'a.2': 9 } }, { a: [1] }, { a: [1, null, 9] }],
    [{ $set: { 'a.0.b': 2 } }, { a: [{ b: 1 }] }, { a: [{ b: 2 }] }],
    [{ $setOnInsert: { a: 1 } }, { b: 1 }, { b: 1 }],
    [{ $unset: { 'a.b': '' } }, { a: { b: 1, c: 2 } }, { a: { c: 2 } }],
    [{ $unset: { 'a.0': '' } }, { a: [1, 2] }, { a: [null, 2] }],
    [{ $unset: { 'x.y': '' } }, { a: 1 }, { a: 1 }],
    [{ $inc: { n: 2 } }, { n: 1 }, { n: 3 }],
    [{ $inc: { 'stock.m': -2 } }, {}, { stock: { m: -2 } }],
    [{ $mul: { n: 3 } }, {}, { n: 0 }],
    [
      { $min: { n: 1 }, $max: { m: 5 } },
      { n: 2, m: 9 },
      { n: 1, m: 9 },
    ],
    [{ $max: { at: new Date(9) } }, { at: new Date(5) }, { at: new Date(9) }],
    [{ $rename: { a: 'b.c' } }, { a: 1 }, { b: { c: 1 } }],
    [{ $currentDate: { at: true } }, {}, { at: now }],
    [{ $push: { a: 1 } }, {}, { a: [1] }],
    [{ $push: { a: [1] } }, { a: [0] }, { a: [0, [1]] }],
    [{ $push: { a: { $each: [4, 1], $sort: 1, $slice: -2 } } }, { a: [9, 2] }, { a: [4, 9] }],
    [{ $push: { a: { $each: [{ n: 1 }], $sort: { n: 1 }, $slice: 1 } } }, { a: [{ n: 2 }] }, { a: [{ n: 1 }] }],
    [{ $push: { a: { $each: [7], $position: 0 } } }, { a: [1] }, { a: [7, 1] }],
    [{ $addToSet: { a: { $each: [1, 2, 2] } } }, { a: [1] }, { a: [1, 2] }],
    [
      { $addToSet: { a: { x: 1, y: 2 } } },
      { a: [{ y: 2, x: 1 }] },
      {
        a: [
          { y: 2, x: 1 },
          { x: 1, y: 2 },
        ],
      },
    ],
    [{ $pop: { a: -1 } }, { a: [1, 2] }, { a: [2] }],
    [{ $pull: { a: { n: { $gt: 1 } } } }, { a: [{ n: 1 }, { n: 2 }] }, { a: [{ n: 1 }] }],
    [{ $pull: { a: { $in: [1, 2] } } }, { a: [1, 3, 2] }, { a: [3] }],
    [{ $pull: { a: 'x' } }, { a: ['x', 'y', 'x'] }, { a: ['y'] }],
    [{ $pullAll: { a: [1, 5] } }, { a: [1, 2, 5] }, { a: [2] }],
    [{ b: 2 }, { a: 1 }, { b: 2 }],
  ];
  for (const [update, before, after] of cases) {
    it(`${JSON.stringify(update)} makes ${JSON.stringify(before)} into ${JSON.stringify(after)}`, () => {
      const original = structuredClone(before);
      expect(compileUpdate(update, now).apply({ _id: 1, ...before }, false)).toEqual({ _id: 1, ...after });
      expect(before).toEqual(original);
    });
  }

  const refusals: [update: unknown, before: Doc, codeName: string][] = [
    [{ $inc: { n: 1 } }, { n: null }, 'TypeMismatch'],
    [{ $inc: { n: 1 } }, { n: '1' }, 'TypeMismatch'],
    [{ $inc: { n: '1' } }, { n: 1 }, 'TypeMismatch'],
    [{ $inc: { n: 1 } }, { n: Number.MAX_SAFE_INTEGER }, 'BadValue'],
    [{ $push: { a: 1 } }, { a: 1 }, 'BadValue'],
    [{ $push: { a: { $each: 1 } } }, {}, 'BadValue'],
    [{ $push: { a: { $each: [], $foo: 1 } } }, {}, 'BadValue'],
    [{ $addToSet: { a: 1 } }, { a: null }, 'BadValue'],
    [{ $pull: { a: 1 } }, { a: 'x' }, 'BadValue'],
    [{ $pop: { a: 2 } }, { a: [] }, 'FailedToParse'],
    [{ $set: { 'a.b': 1 } }, { a: 5 }, 'PathNotViable'],
    [{ $set: { 'a.b': 1 } }, { a: [{ b: 0 }] }, 'PathNotViable'],
    [{ $set: { 'a.b': 1 } }, { a: null }, 'PathNotViable'],
    [{ $set: { a: 1 }, $inc: { a: 1 } }, {}, 'ConflictingUpdateOperators'],
    [{ $set: { a: 1, 'a.b': 2 } }, {}, 'ConflictingUpdateOperators'],
    [{ $set: { _id: 2 } }, {}, 'ImmutableField'],
    [{ $unset: { _id: 1 } }, {}, 'ImmutableField'],
    [{ _id: 2, b: 1 }, {}, 'ImmutableField'],
    [{ $set: { '': 1 } }, {}, 'EmptyFieldName'],
    [{ $set: { 'a..b': 1 } }, {}, 'EmptyFieldName'],
    [{ $set: { 'a.$': 1 } }, { a: [1] }, 'NotImplemented'],
    [{ $set: { 'a.$[]': 1 } }, { a: [1] }, 'NotImplemented'],
    [{ $bit: { a: { and: 1 } } }, { a: 1 }, 'NotImplemented'],
    [{ $nope: { a: 1 } }, {}, 'FailedToParse'],
    [{ $set: { a: 1 }, b: 2 }, {}, 'FailedToParse'],
    [{ a: 1, $set: { b: 2 } }, {}, 'DollarPrefixedFieldName'],
    [{ $set: 5 }, {}, 'FailedToParse'],
    [[{ $set: { a: 1 } }], {}, 'NotImplemented'],
  ];
  for (const [update, before, codeName] of refusals) {
    it(`${JSON.stringify(update)} on ${JSON.stringify(before)} is refused: ${codeName}`, () => {
      let refused: CommandError | undefined;
      try {
        compileUpdate(update, now).apply({ _id: 1, ...before }, false);
      } catch (error) {
        refused = error as CommandError;
      }
      expect(refused?.codeName).toBe(codeName);
    });
  }
});
