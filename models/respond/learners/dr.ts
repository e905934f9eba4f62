/**
 * DR (Kennedy 2023): a doubly robust score of the effect for every row, its means from a model that did not see the row (two
 * halves), then a regression of that score on the columns.
 */
import { seededRandom } from '../../../knowledge/domain/random.ts';
import { armCount, armShare, type BaseLearner, halves, type Learner, setArm } from './learner.ts';

export const dr =
  (base: BaseLearner): Learner =>
  async input => {
    const { table, outcome, arm: given, seed } = input;
    const more = input.backend && { backend: input.backend };
    const arms = armCount(input);
    const out = new Float64Array(table.rows * arms);
    const parts = halves(input.train, seededRandom(seed));
    for (let arm = 1; arm <= arms; arm++) {
      const share = armShare(input, arm);
      const score = new Float64Array(table.rows);
      for (const [n, part] of parts.entries()) {
        const others = parts[1 - n]!;
        const meanOf = async (of: number): Promise<Float64Array> => {
          const on = others.filter(i => given[i] === of);
          return (await base({ table, target: outcome, on, binary: true, seed: seed + n, ...more }))(table);
        };
        const [without, shown] = [await meanOf(0), await meanOf(arm)];
        for (const i of part) {
          const surprise =
            given[i] === arm
              ? (outcome[i]! - shown[i]!) / share
              : given[i] === 0
                ? -(outcome[i]! - without[i]!) / (1 - share)
                : 0;
          score[i] = shown[i]! - without[i]! + surprise;
        }
      }
      const on = input.train.filter(i => given[i] === 0 || given[i] === arm);
      const predict = await base({ table, target: score, on, binary: false, seed: seed + 7, ...more });
      setArm(out, arms, arm, predict(table));
    }
    return out;
  };
