/**
 * X (Künzel et al. 2019): each arm's outcomes are compared with what the other arm's model expected of the same shoppers; the two
 * effects so imputed are learned and mixed by the arm's share.
 */
import { armCount, armRows, armShare, type BaseLearner, type Learner, setArm } from './learner.ts';

export const x =
  (base: BaseLearner): Learner =>
  async input => {
    const { table, outcome, seed } = input;
    const more = input.backend && { backend: input.backend };
    const arms = armCount(input);
    const control = armRows(input, 0);
    const without = (await base({ table, target: outcome, on: control, binary: true, seed, ...more }))(table);
    const out = new Float64Array(table.rows * arms);
    for (let arm = 1; arm <= arms; arm++) {
      const treated = armRows(input, arm);
      const shown = (await base({ table, target: outcome, on: treated, binary: true, seed, ...more }))(table);
      const effectOf = async (on: Int32Array, target: Float64Array, n: number): Promise<Float64Array> =>
        (await base({ table, target, on, binary: false, seed: seed + n, ...more }))(table);
      const ofTreated = await effectOf(
        treated,
        without.map((p, i) => outcome[i]! - p),
        1,
      );
      const ofControl = await effectOf(
        control,
        shown.map((p, i) => p - outcome[i]!),
        2,
      );
      const share = armShare(input, arm);
      setArm(
        out,
        arms,
        arm,
        ofTreated.map((effect, i) => share * ofControl[i]! + (1 - share) * effect),
      );
    }
    return out;
  };
