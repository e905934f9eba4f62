import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { areaUnderRoc } from '../respond/calibration.ts';
import { binColumns, binOf } from './bins.ts';
import { boostedLogit, fitBoosted } from './boosting.ts';
import { fitForest, forestValue, forestValues } from './forest.ts';
import { type GrownTree, permutationImportance } from './importance.ts';
import { growTree, treeValue } from './tree.ts';

/** y depends on a step in column 1 and a product of columns 2 and 3; columns 0 and 4 are noise. */
const world = (rows: number, seed: number) => {
  const random = seededRandom(seed);
  const x = Float64Array.from({ length: rows * 5 }, () => random());
  const mean = Float64Array.from({ length: rows }, (_, i) => {
    const [a, b, c] = [x[i * 5 + 1]!, x[i * 5 + 2]!, x[i * 5 + 3]!];
    return 0.1 + (a > 0.6 ? 0.4 : 0) + (b > 0.5 === c > 0.5 ? 0.3 : 0);
  });
  const outcome = mean.map(p => (random() < p ? 1 : 0));
  return { table: { rows, columns: 5, x }, mean, outcome };
};
const first = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

describe('bins', () => {
  it('keep few values apart half-way, and cut many at quantiles', () => {
    const few = binColumns({ rows: 4, columns: 1, x: [3, 1, 1, 2] }, first(4));
    expect([...few.edges[0]!]).toEqual([1.5, 2.5]);
    expect([...few.code]).toEqual([2, 0, 0, 1]);
    const many = binColumns({ rows: 1000, columns: 1, x: first(1000) }, first(1000), 10);
    expect(many.edges[0]!.length).toBe(9);
    expect(binOf(many.edges[0]!, -5)).toBe(0);
    expect(binOf(many.edges[0]!, 5000)).toBe(9);
  });
});

describe('a tree', () => {
  it('finds the split that explains most, checked by hand', () => {
    const table = { rows: 6, columns: 2, x: [0, 1, 1, 1, 0, 2, 1, 8, 0, 9, 1, 9] };
    const y = Float64Array.of(1, 1, 1, 5, 5, 5);
    const bins = binColumns(table, first(6));
    const tree = growTree(bins, first(6), y, new Float64Array(6).fill(1), {
      depth: 3,
      minRows: 1,
      random: seededRandom(1),
    });
    expect([tree.column[0], tree.threshold[0]]).toEqual([1, 5]);
    expect([treeValue(tree, [0, 4]), treeValue(tree, [0, 6])]).toEqual([1, 5]);
  });
});

describe('a random forest', () => {
  it('learns what a line cannot, gives probabilities, and names the columns that matter', () => {
    const { table, mean, outcome } = world(6000, 1);
    const forest = fitForest(table, { target: outcome, on: first(4000), seed: 1 });
    let off = 0;
    for (let i = 4000; i < 6000; i++) off += Math.abs(forestValue(forest, table.x, i * 5) - mean[i]!) / 2000;
    expect(off).toBeLessThan(0.1);
    const [noise, step, left, right, other] = forest.importance;
    expect(Math.min(step!, left!, right!)).toBeGreaterThan(2 * Math.max(noise!, other!));
    expect(forest.importance.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
  });

  it('says the same of a row whether it is read as numbers or as bins', () => {
    const { table, outcome } = world(500, 2);
    const bins = binColumns(table, first(500));
    const forest = fitForest(table, { target: outcome, on: first(500), seed: 1, trees: 7, bins });
    const values = forestValues(forest, bins);
    for (let i = 0; i < 500; i++) expect(values[i]).toBeCloseTo(forestValue(forest, table.x, i * 5), 12);
  });

  it('is the same for the same seed and another for another', () => {
    const { table, outcome } = world(400, 3);
    const grow = (seed: number) => fitForest(table, { target: outcome, on: first(400), seed, trees: 5 });
    expect(grow(1)).toEqual(grow(1));
    expect(grow(1)).not.toEqual(grow(2));
  });
});

describe('permutation importance', () => {
  it('is what the forest would lose: nothing for noise, most for what matters, the same for the same seed', () => {
    const { table, outcome } = world(3000, 5);
    const grown: GrownTree[] = [];
    const on = first(3000);
    fitForest(table, { target: outcome, on, seed: 1, trees: 30, onTree: (tree, rows) => grown.push({ tree, rows }) });
    const found = permutationImportance(table, outcome, on, grown, 1);
    expect(found).toEqual(permutationImportance(table, outcome, on, grown, 1));
    const [noise, step, left, right, other] = found;
    for (const column of [step!, left!, right!]) expect(column.drop).toBeGreaterThan(5 * column.error);
    for (const column of [noise!, other!]) expect(column.drop).toBeLessThan(0.1 * left!.drop);
  });

  it('does not favour a column of many values that says nothing, as the reduction of impurity does', () => {
    const random = seededRandom(6);
    const x = Float64Array.from({ length: 600 * 2 }, (_, i) => (i % 2 === 0 ? random() : Math.round(random())));
    const outcome = Float64Array.from({ length: 600 }, (_, i) => (random() < 0.3 + 0.2 * x[i * 2 + 1]! ? 1 : 0));
    const [table, on, grown] = [{ rows: 600, columns: 2, x }, first(600), [] as GrownTree[]];
    const forest = fitForest(table, {
      target: outcome,
      on,
      seed: 1,
      minRows: 2,
      depth: 12,
      columnsPerSplit: 2,
      onTree: (tree, rows) => grown.push({ tree, rows }),
    });
    const [noise, coin] = permutationImportance(table, outcome, on, grown, 1);
    expect(forest.importance[0]).toBeGreaterThan(forest.importance[1]!);
    expect(noise!.drop).toBeLessThan(coin!.drop);
  });
});

describe('boosted trees', () => {
  it('rank held-out rows nearly as well as the truth does, and stop by themselves', () => {
    const { table, mean, outcome } = world(6000, 4);
    const stopOn = first(4000).subarray(3000);
    const model = fitBoosted(table, { outcome, on: first(3000), stopOn, seed: 1, rounds: 400, rate: 0.1 });
    const test = first(6000).subarray(4000);
    const auc = (score: (i: number) => number) =>
      areaUnderRoc(
        Float64Array.from(test, score),
        Float64Array.from(test, i => outcome[i]!),
      );
    expect(model.trees.length).toBeLessThan(400);
    expect(auc(i => boostedLogit(model, table.x, i * 5))).toBeGreaterThan(auc(i => mean[i]!) - 0.02);
  });
});
