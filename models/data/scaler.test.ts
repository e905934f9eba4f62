import fc from 'fast-check';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { type FeatureRows, type TrainRows, trainRows } from './feature-rows.ts';
import { toInteractions } from './interactions.ts';
import { fitScaler, restoreScaler, storeScaler } from './scaler.ts';
import { splitInteractions, type Test, type Train, trainOnAll } from './splits.ts';

const train = trainOnAll(toInteractions([]));
const rowsOf = (names: readonly string[], ...rows: readonly (readonly number[])[]): TrainRows =>
  trainRows(train, { names, rows: rows.length, x: Float32Array.from(rows.flat()) });
const applied = (rows: TrainRows): number[][] => {
  const scaler = fitScaler(rows);
  const x = rows.x.slice();
  const width = rows.names.length;
  for (let at = 0; at < x.length; at += width) scaler.apply(x, at);
  return rows.names.map((_, c) => Array.from({ length: rows.rows }, (_, row) => x[row * width + c]!));
};
const momentsOf = (values: readonly number[]): [number, number] => {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return [mean, Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length)];
};

describe('a scaler', () => {
  it('brings columns of any size to mean 0 and deviation 1', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [1e6 + 1e5 * Math.sin(i), -3 + 0.001 * Math.cos(i)]);
    for (const column of applied(rowsOf(['large', 'small'], ...rows))) {
      const [mean, deviation] = momentsOf(column);
      expect(mean).toBeCloseTo(0, 2);
      expect(deviation).toBeCloseTo(1, 2);
    }
  });

  it('takes the logarithm of what is skewed, on both sides of zero, and of nothing else', () => {
    const counts = Array.from({ length: 300 }, (_, i) => [Math.exp((i % 30) / 3), -Math.exp((i % 30) / 3), i % 30]);
    expect(fitScaler(rowsOf(['count', 'loss', 'even'], ...counts)).columns.map(c => c.log)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('is not led astray by a few wild values: the middle stays spread out, the wild end at the edge', () => {
    const values = Array.from({ length: 500 }, (_, i) => [i < 3 ? (i - 1) * 1e9 : (i % 50) / 50]);
    const [column] = applied(rowsOf(['price'], ...values));
    expect(momentsOf(column!.slice(3))[1]).toBeGreaterThan(0.5);
    expect(Math.max(...column!)).toBeLessThanOrEqual(6);
    expect(Math.min(...column!)).toBeGreaterThanOrEqual(-6);
  });

  it('puts missing values at the centre, and leaves a constant and an empty column at 0', () => {
    const missing = Number.NaN;
    const columns = applied(rowsOf(['half', 'same', 'none'], [1, 7, missing], [missing, 7, missing], [3, 7, missing]));
    expect(columns[0]![1]).toBe(0);
    expect(columns[0]![0]).toBeCloseTo(-columns[0]![2]!, 6);
    expect(columns.slice(1)).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('refuses what is infinite, naming column, value and row', () =>
    expect(() => fitScaler(rowsOf(['a', 'price'], [1, 2], [1, Number.POSITIVE_INFINITY]))).toThrow(
      'price is Infinity in row 1; a feature must be a finite number, or NaN where it is missing',
    ));

  it('is fitted on nothing but rows of a train part: of a test part it does not compile', () => {
    expectTypeOf<FeatureRows>().not.toExtend<TrainRows>();
    expectTypeOf<Parameters<typeof fitScaler>[0]>().toEqualTypeOf<TrainRows>();
    expectTypeOf<Test>().not.toExtend<Parameters<typeof trainRows>[0]>();
    expectTypeOf<Train>().toExtend<Parameters<typeof trainRows>[0]>();
    const { test } = splitInteractions(toInteractions([]), { kind: 'leave-last-out' }, 1);
    // @ts-expect-error a test part is none to fit on
    trainRows(test, { names: [], rows: 0, x: new Float32Array() });
    expect(() => trainRows(train, { names: ['a', 'b'], rows: 2, x: new Float32Array(3) })).toThrow(
      '3 numbers are not 2 rows of 2 columns',
    );
  });
});

describe('a stored scaler', () => {
  const names = ['price', 'count'];
  const scaler = fitScaler(rowsOf(names, [1, 10], [2, 1000], [4, 3]));
  const stored = JSON.parse(JSON.stringify(storeScaler(scaler)));

  it('says the same when it is back', () =>
    fc.assert(
      fc.property(fc.array(fc.double({ noDefaultInfinity: true }), { minLength: 2, maxLength: 2 }), values => {
        const [a, b] = [Float64Array.from(values), Float64Array.from(values)];
        scaler.apply(a);
        restoreScaler(stored, names).apply(b);
        expect(b).toEqual(a);
        expect(a.every(Number.isFinite)).toBe(true);
      }),
    ));

  it.each([
    [['price'], 'A stored scaler has 2 columns; this program has 1'],
    [['price', 'dwell'], 'A stored scaler has "count" as column 1; this program has "dwell"'],
    [['count', 'price'], 'A stored scaler has "price" as column 0; this program has "count"'],
    [['price', 'count', 'dwell'], 'A stored scaler has undefined as column 2; this program has "dwell"'],
  ])('of other columns than %j is refused', (other, message) => {
    expect(() => restoreScaler(stored, other)).toThrow(message);
  });

  it('with a number that cannot be is refused', () => {
    expect(() => restoreScaler('x', names)).toThrow('A stored scaler is "x"; it must be a list of columns');
    const broken = [{ ...stored[0], spread: 0 }, stored[1]];
    expect(() => restoreScaler(broken, names)).toThrow(/spread 0 for price; both must be finite, the spread above 0/);
    expect(() => restoreScaler([{ ...stored[0], centre: null }, stored[1]], names)).toThrow(/centre null/);
  });
});
