/** Class transformation (Jaskowski & Jaroszewicz 2012): model z = [outcome = arm], weighted to even arms; uplift = 2 P(z) - 1. */
import { armCount, armShare, type BaseLearner, type Learner, setArm } from './learner.ts';

export const classTransform =
  (base: BaseLearner): Learner =>
  async input => {
    const { table, outcome, arm: given, seed, backend } = input;
    const arms = armCount(input);
    const out = new Float64Array(table.rows * arms);
    for (let arm = 1; arm <= arms; arm++) {
      const share = armShare(input, arm);
      const predict = await base({
        table,
        target: Float64Array.from(outcome, (y, i) => (y === (given[i] === arm ? 1 : 0) ? 1 : 0)),
        on: input.train.filter(i => given[i] === 0 || given[i] === arm),
        weights: Float64Array.from(given, a => 0.5 / (a === arm ? share : 1 - share)),
        binary: true,
        seed,
        ...(backend && { backend }),
      });
      setArm(
        out,
        arms,
        arm,
        predict(table).map(p => 2 * p - 1),
      );
    }
    return out;
  };
