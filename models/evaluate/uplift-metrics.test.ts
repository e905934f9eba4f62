import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnder, auuc, averageEffect, qini, qiniCurve, upliftAt, upliftCurve } from './uplift-metrics.ts';

/** Six people: two persuaded by the offer, one who buys anyway in each arm, the rest never. */
const trial = { outcome: [1, 0, 1, 0, 0, 1], arm: [1, 0, 1, 1, 0, 0] };
const score = [6, 5, 4, 3, 2, 1];

describe('uplift metrics, checked by hand', () => {
  it('draws the Qini curve: treated buyers less control buyers scaled to the treated', () => {
    const { x, y } = qiniCurve(trial, score);
    expect([...x]).toEqual([0, 1, 2, 3, 4, 5, 6]);
    // After six: 2 treated buyers - 1 control buyer × 3/3.
    expect([...y]).toEqual([0, 1, 1, 2, 2, 2, 1]);
    expect(areaUnder({ x, y })).toBe(8.5);
  });

  it('normalises Qini by the perfect order', () => {
    // Perfect: +1 +1 | 0 0 0 | -1 -> points (2, 2), (5, 2), (6, 1): area 2 + 6 + 1.5; random 6 × 1 / 2.
    expect(qini(trial, score)).toBeCloseTo((8.5 - 3) / (9.5 - 3), 12);
    expect(qini(trial, [1, 0, 1, 0, 0, -1])).toBe(1);
  });

  it('draws the uplift curve: difference of means times the people so far', () => {
    // After 1: (1 - none) × 1; 2: (1 - 0) × 2; 3: (1 - 0) × 3; 4: (2/3 - 0) × 4; 5: 2/3 × 5; 6: (2/3 - 1/3) × 6.
    const { y } = upliftCurve(trial, score);
    const wanted = [0, 1, 2, 3, 8 / 3, 10 / 3, 2];
    for (const [n, value] of wanted.entries()) expect(y[n]).toBeCloseTo(value, 12);
  });

  it('normalises AUUC by the same perfect order', () => {
    // Perfect: treated buyers (2, 2) | who never buy (5, (2/3 - 0) × 5) | the control buyer (6, 2).
    const perfect = 2 + (3 * (2 + 10 / 3)) / 2 + (10 / 3 + 2) / 2;
    const actual = 0.5 + 1.5 + 2.5 + (3 + 8 / 3) / 2 + (8 / 3 + 10 / 3) / 2 + (10 / 3 + 2) / 2;
    expect(auuc(trial, score)).toBeCloseTo((actual - 6) / (perfect - 6), 12);
  });

  it('measures the effect among the best third and among all', () => {
    expect(upliftAt(trial, score, 1 / 3)).toBe(1);
    expect(averageEffect(trial)).toBeCloseTo(2 / 3 - 1 / 3, 12);
  });

  it('moves people with equal scores together: one score for all is worth nothing, whatever the order of the rows', () => {
    const same = [1, 1, 1, 1, 1, 1];
    expect([...qiniCurve(trial, same).x]).toEqual([0, 6]);
    expect(qini(trial, same)).toBe(0);
    expect(auuc(trial, same)).toBe(0);
  });
});

describe('uplift metrics of any trial', () => {
  const people = fc.array(
    fc.record({
      y: fc.integer({ min: 0, max: 1 }),
      t: fc.integer({ min: 0, max: 1 }),
      s: fc.double({ min: -1, max: 1, noNaN: true }),
    }),
    { minLength: 4, maxLength: 40 },
  );
  const of = (rows: { y: number; t: number; s: number }[]) => ({
    trial: { outcome: rows.map(r => r.y), arm: rows.map(r => r.t) },
    score: rows.map(r => r.s),
  });

  it('depend on the order of the scores alone', () => {
    fc.assert(
      fc.property(people, rows => {
        // Coarse scores keep ties ties under the transformation.
        const { trial, score } = of(rows.map(r => ({ ...r, s: Math.round(r.s * 4) })));
        const stretched = score.map(s => Math.exp(s) * 3 - 7);
        expect(qini(trial, stretched)).toBeCloseTo(qini(trial, score), 10);
        expect(auuc(trial, stretched)).toBeCloseTo(auuc(trial, score), 10);
      }),
    );
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(people, rows => {
        const a = of(rows);
        const b = of([...rows].reverse());
        expect(qini(b.trial, b.score)).toBeCloseTo(qini(a.trial, a.score), 10);
      }),
    );
  });
});
