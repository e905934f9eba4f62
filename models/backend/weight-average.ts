/** The average of weights over the last steps of a training (Polyak & Juditsky 1992): as good as a rate that sinks, whenever one stops. */
import type * as tfjs from '@tensorflow/tfjs-core';

export interface WeightAverage {
  /** `step` counts from 1. */
  afterStep(step: number): Promise<void>;
  /** Copies, in the order of the variables; null before the first look. */
  values(): Float32Array[] | null;
}

/** Steps between two looks at the weights: on a GPU each look waits for the queue. */
const stepsPerLook = 4;

/** Over about the last `horizon` steps, fewer at the start, the later ones counting more. */
export const weightAverage = (variables: readonly tfjs.Variable[], horizon: number): WeightAverage => {
  let means: Float32Array[] | null = null;
  let looks = 0;
  return {
    afterStep: async step => {
      if (step % stepsPerLook !== 0) return;
      const share = Math.max(stepsPerLook / horizon, 2 / (++looks + 1));
      const now = await Promise.all(variables.map(variable => variable.data<'float32'>()));
      if (means === null) means = now.map(values => Float32Array.from(values));
      else
        for (const [v, mean] of means.entries())
          for (let i = 0; i < mean.length; i++) mean[i]! += share * (now[v]![i]! - mean[i]!);
    },
    values: () => means?.map(mean => mean.slice()) ?? null,
  };
};
