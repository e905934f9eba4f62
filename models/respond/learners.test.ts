import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { qini } from '../evaluate/uplift-metrics.ts';
import { sigmoid } from './calibration.ts';
import { learnerNames, learners } from './learners.ts';
import { fitLogistic, type Table, weightVariances } from './logistic.ts';

/** Six columns of which one moves the effect and another the buying; half are treated, by coin. */
const world = (rows: number, seed: number) => {
  const random = seededRandom(seed);
  const table: Table = { rows, columns: 6, x: Float64Array.from({ length: rows * 6 }, () => 2 * random() - 1) };
  const arm = Uint8Array.from({ length: rows }, () => (random() < 0.5 ? 1 : 0));
  const outcome = Uint8Array.from(arm, (t, i) => {
    const z = -1 + 1.5 * table.x[i * 6 + 1]! + t * (0.3 + table.x[i * 6]!);
    return random() < sigmoid(z) ? 1 : 0;
  });
  const half = rows / 2;
  return {
    input: { table, arm, outcome, train: Int32Array.from({ length: half }, (_, i) => i), seed },
    qiniOf: (score: Float64Array) =>
      qini({ outcome: outcome.subarray(half), arm: arm.subarray(half) }, score.subarray(half)),
  };
};

describe('uplift learners', () => {
  it('find whom the offer moves; the propensity baseline does not', () => {
    const { input, qiniOf } = world(8000, 1);
    const figures = new Map(learnerNames.map(name => [name, qiniOf(learners.get(name)!(input))]));
    for (const name of ['s', 't', 'class-transform', 'default']) {
      expect(figures.get(name), name).toBeGreaterThan(figures.get('propensity')! + 0.03);
    }
  });

  it('by default do no worse than two models, over five worlds', () => {
    let gained = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const { input, qiniOf } = world(3000, seed);
      gained += qiniOf(learners.get('default')!(input)) - qiniOf(learners.get('t')!(input));
    }
    expect(gained / 5).toBeGreaterThan(0);
  });

  it('read only the train rows: what happened to the others changes no score', () => {
    const { input } = world(600, 2);
    const outcome = input.outcome.map((y, i) => (i < 300 ? y : 1 - y));
    const arm = input.arm.map((t, i) => (i < 300 ? t : 1 - t));
    for (const name of learnerNames) {
      const learner = learners.get(name)!;
      expect(learner({ ...input, outcome, arm }), name).toEqual(learner(input));
    }
  });
});

describe('logistic regression', () => {
  it('gives the closed form for one yes/no column without penalty', () => {
    // 1 of 4 without, 3 of 4 with: intercept log(1/3), weight log 9.
    const table: Table = { rows: 8, columns: 1, x: Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1) };
    const fit = fitLogistic(table, { outcome: [1, 0, 0, 0, 1, 1, 1, 0], penalty: 0 });
    expect(fit[1]).toBeCloseTo(Math.log(1 / 3), 5);
    expect(fit[0]).toBeCloseTo(Math.log(9), 5);
    // Textbook variance of a log odds ratio: 1/1 + 1/3 + 1/3 + 1/1.
    const on = Int32Array.from({ length: 8 }, (_, i) => i);
    expect(weightVariances(table, fit, { on, penalty: Float64Array.of(0) })[0]).toBeCloseTo(8 / 3, 3);
  });

  it('stays finite where the classes separate, held by its penalty', () => {
    const table: Table = { rows: 4, columns: 1, x: Float64Array.of(-1, -2, 1, 2) };
    const fit = fitLogistic(table, { outcome: [0, 0, 1, 1], penalty: 1 });
    expect(fit[0]).toBeGreaterThan(0.3);
    expect(fit[0]).toBeLessThan(3);
  });
});
