/** How likely to respond at all: what "target the likely buyers" does. The baseline that ignores the treatment. */
import { armCount, type BaseLearner, type Learner, setArm } from './learner.ts';

export const propensity =
  (base: BaseLearner): Learner =>
  async input => {
    const { table, outcome, train, seed, backend } = input;
    const predict = await base({ table, target: outcome, on: train, binary: true, seed, ...(backend && { backend }) });
    const arms = armCount(input);
    const out = new Float64Array(table.rows * arms);
    const likely = predict(table);
    for (let arm = 1; arm <= arms; arm++) setArm(out, arms, arm, likely);
    return out;
  };
