/** What a response surface is linear in: a shopper's standardised features turned into base and effect columns. */
import { bend, featureCount } from './encode.ts';

export interface Representation {
  /** Number of base columns (buying at all) and of effect columns (what an offer changes). */
  readonly base: number;
  readonly effect: number;
  /** `z`: featureCount standardised features. Writes into buffers of the two lengths. */
  write(z: ArrayLike<number>, base: Float64Array, effect: Float64Array): void;
}

/** The features themselves; for buying at all, also their squares. */
export const plainRepresentation: Representation = {
  base: 2 * featureCount,
  effect: featureCount,
  write: (z, base, effect) => {
    for (let j = 0; j < featureCount; j++) {
      base[j] = z[j]!;
      base[featureCount + j] = bend(z[j]!);
      effect[j] = z[j]!;
    }
  },
};
