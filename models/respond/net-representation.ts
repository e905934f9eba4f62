/** The representation a neural candidate learned, as plain loops: two dense layers with ELU, shared by all heads. */
import { featureCount } from './encode.ts';
import type { Representation } from './representation.ts';

export const netWidths = { first: 32, second: 16 } as const;

const elu = (x: number): number => (x >= 0 ? x : Math.expm1(x));

/** `take` gives a named array of exactly this length. Kernels are input × output, row by row. */
export const netRepresentation = (take: (name: string, length: number) => Float32Array): Representation => {
  const { first, second } = netWidths;
  const kernel1 = take('kernel1', featureCount * first);
  const bias1 = take('bias1', first);
  const kernel2 = take('kernel2', first * second);
  const bias2 = take('bias2', second);
  const hidden = new Float64Array(first);
  return {
    // Beside what was learned stand the features themselves: the net adds to the plain surface, it does not replace it.
    base: second + featureCount,
    effect: second,
    write: (z, base, effect) => {
      hidden.set(bias1);
      for (let i = 0; i < featureCount; i++) {
        const x = z[i]!;
        if (x === 0) continue;
        for (let j = 0; j < first; j++) hidden[j] = hidden[j]! + x * kernel1[i * first + j]!;
      }
      for (let j = 0; j < second; j++) effect[j] = bias2[j]!;
      for (let i = 0; i < first; i++) {
        const h = elu(hidden[i]!);
        for (let j = 0; j < second; j++) effect[j] = effect[j]! + h * kernel2[i * second + j]!;
      }
      for (let j = 0; j < second; j++) effect[j] = elu(effect[j]!);
      base.set(effect);
      for (let j = 0; j < featureCount; j++) base[second + j] = z[j]!;
    },
  };
};
