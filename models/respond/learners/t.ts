/** T: one model per arm, the difference of their means (Künzel et al. 2019). */
import { armCount, armRows, type BaseLearner, type Learner, setArm } from './learner.ts';

export const t =
  (base: BaseLearner): Learner =>
  async input => {
    const { table, outcome, seed, backend } = input;
    const arms = armCount(input);
    const meanOf = async (arm: number): Promise<Float64Array> => {
      const on = armRows(input, arm);
      const predict = await base({ table, target: outcome, on, binary: true, seed, ...(backend && { backend }) });
      return predict(table);
    };
    const without = await meanOf(0);
    const out = new Float64Array(table.rows * arms);
    for (let arm = 1; arm <= arms; arm++) {
      const shown = await meanOf(arm);
      setArm(
        out,
        arms,
        arm,
        shown.map((p, i) => p - without[i]!),
      );
    }
    return out;
  };
