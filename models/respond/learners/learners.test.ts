import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { openBackend, type TensorBackend } from '../../backend/backend.ts';
import { qini } from '../../evaluate/uplift-metrics.ts';
import { sigmoid } from '../calibration.ts';
import { fitLogistic, invertPositive, type Table, weightVariances } from '../logistic.ts';
import { descend } from './bases/linear.ts';
import { learnerNames, learners, needsBackend } from './catalogue.ts';
import type { LearnerInput } from './learner.ts';

let backend: TensorBackend;
beforeAll(async () => {
  backend = await openBackend({ choice: 'wasm' });
});

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
  const input: LearnerInput = {
    table,
    arm,
    outcome,
    train: Int32Array.from({ length: half }, (_, i) => i),
    seed,
    backend,
  };
  return {
    input,
    qiniOf: (score: Float64Array) =>
      qini({ outcome: outcome.subarray(half), arm: arm.subarray(half) }, score.subarray(half)),
  };
};

describe('uplift learners', () => {
  it('all find whom the offer moves, with each base learner; the propensity baseline does not', async () => {
    const { input, qiniOf } = world(6000, 1);
    const figures = new Map<string, number>();
    for (const name of learnerNames) figures.set(name, qiniOf(await learners.get(name)!(input)));
    const baseline = figures.get('propensity')!;
    for (const [name, figure] of figures) {
      if (name.startsWith('propensity')) expect(Math.abs(figure - baseline), name).toBeLessThan(0.05);
      else expect(figure, name).toBeGreaterThan(baseline + 0.02);
    }
  }, 120_000);

  it('by default do no worse than two models, over five worlds', async () => {
    let gained = 0;
    for (let seed = 1; seed <= 5; seed++) {
      const { input, qiniOf } = world(3000, seed);
      gained += qiniOf(await learners.get('default')!(input)) - qiniOf(await learners.get('t')!(input));
    }
    expect(gained / 5).toBeGreaterThan(0);
  });

  it('read only the train rows: what happened to the others changes no score', async () => {
    const { input } = world(600, 2);
    const outcome = input.outcome.map((y, i) => (i < 300 ? y : 1 - y));
    const arm = input.arm.map((t, i) => (i < 300 ? t : 1 - t));
    for (const name of learnerNames) {
      const learner = learners.get(name)!;
      expect(await learner({ ...input, outcome, arm }), name).toEqual(await learner(input));
    }
  }, 120_000);

  it('say for each of several treatments whom it moves', async () => {
    const random = seededRandom(5);
    const rows = 6000;
    const table: Table = { rows, columns: 3, x: Float64Array.from({ length: rows * 3 }, () => 2 * random() - 1) };
    const arm = Uint8Array.from({ length: rows }, () => Math.floor(random() * 3));
    // The first moves those high in column 0, the second those low in it, and twice as far.
    const effects = [0, 0.1, -0.2];
    const outcome = Uint8Array.from(arm, (a, i) => (random() < 0.4 + effects[a]! * table.x[i * 3]! ? 1 : 0));
    const input: LearnerInput = { table, arm, outcome, train: Int32Array.from(arm.keys()), seed: 1, backend };
    for (const name of learnerNames.filter(n => !n.startsWith('propensity'))) {
      const effect = await learners.get(name)!(input);
      let [first, second] = [0, 0];
      for (let i = 0; i < rows; i++) {
        first += effect[i * 2]! * table.x[i * 3]!;
        second += effect[i * 2 + 1]! * table.x[i * 3]!;
      }
      expect(first, name).toBeGreaterThan(0);
      expect(second, name).toBeLessThan(-first);
    }
  }, 120_000);

  it('pool treatments by what they are: a depth seen rarely borrows from its neighbours', async () => {
    const random = seededRandom(6);
    const rows = 5000;
    const table: Table = { rows, columns: 2, x: Float64Array.from({ length: rows * 2 }, () => 2 * random() - 1) };
    const depths = [0.05, 0.1, 0.15, 0.2];
    // The third depth is nearly never shown.
    const arm = Uint8Array.from({ length: rows }, () => {
      const u = random();
      return u < 0.4 ? 0 : u < 0.6 ? 1 : u < 0.8 ? 2 : u < 0.806 ? 3 : 4;
    });
    const outcome = Uint8Array.from(arm, a => (random() < 0.3 + (a > 0 ? 2 * depths[a - 1]! : 0) ? 1 : 0));
    const effect = await learners.get('s')!({
      ...{ table, arm, outcome, train: Int32Array.from(arm.keys()), seed: 1 },
      arms: depths.map(depth => [1, depth * 10]),
    });
    const mean = depths.map((_, a) => effect.reduce((s, e, n) => (n % 4 === a ? s + e / rows : s), 0));
    expect(mean[2]).toBeGreaterThan(mean[1]!);
    expect(mean[2]).toBeLessThan(mean[3]!);
    expect(Math.abs(mean[2]! - 0.3)).toBeLessThan(0.06);
  });

  it('that are neural say what they lack without a backend, and leave no tensor behind with one', async () => {
    const { input } = world(400, 3);
    for (const name of learnerNames.filter(needsBackend)) {
      const { backend: _, ...without } = input;
      await expect(learners.get(name)!(without)).rejects.toThrow(/needs a tensor backend/);
      const before = backend.tf.memory().numTensors;
      await learners.get(name)!(input);
      expect(backend.tf.memory().numTensors, name).toBe(before);
    }
  });
});

describe('gradient descent', () => {
  it('comes to the same weights as Newton steps, with a ridge and weights', () => {
    const { input } = world(2000, 4);
    const weights = Float64Array.from(input.arm, a => 0.5 + a);
    const newton = fitLogistic(input.table, { outcome: input.outcome, on: input.train, weights, penalty: 3 });
    const descended = descend(
      { table: input.table, target: input.outcome, on: input.train, weights, binary: true, seed: 1 },
      3,
    );
    for (const [j, w] of newton.entries()) expect(descended[j], `weight ${j}`).toBeCloseTo(w, 3);
  });

  it('solves least squares: the residuals are at right angles to every column', () => {
    const { input } = world(500, 5);
    const { table, train: on } = input;
    const target = Float64Array.from(
      { length: table.rows },
      (_, i) => 2 + 3 * table.x[i * 6]! - table.x[i * 6 + 4]! ** 2,
    );
    const w = descend({ table, target, on, binary: false, seed: 1 }, 0);
    const dot = new Float64Array(7);
    for (const i of on) {
      let off = target[i]! - w[6]!;
      for (let j = 0; j < 6; j++) off -= w[j]! * table.x[i * 6 + j]!;
      for (let j = 0; j < 6; j++) dot[j] = dot[j]! + off * table.x[i * 6 + j]!;
      dot[6] = dot[6]! + off;
    }
    for (const d of dot) expect(Math.abs(d) / on.length).toBeLessThan(1e-3);
  });
});

describe('the inverse of a positive definite matrix', () => {
  it('times the matrix is one', () => {
    const random = seededRandom(8);
    const n = 7;
    const root = Float64Array.from({ length: n * n }, () => random() - 0.5);
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        for (let k = 0; k < n; k++)
          a[i * n + j] = a[i * n + j]! + root[i * n + k]! * root[j * n + k]! + (i === j ? 0.01 : 0);
    const inverse = invertPositive(Float64Array.from(a), n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        let s = 0;
        for (let k = 0; k < n; k++) s += a[i * n + k]! * inverse[k * n + j]!;
        expect(s).toBeCloseTo(i === j ? 1 : 0, 8);
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
