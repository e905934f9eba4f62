/**
 * A denoising autoencoder that linear algebra alone makes: ridge regression of what was bought on itself, of a rank (linear-start.ts; the ridge
 * is what dropout on the input comes to, Baldi & Sadowski 2013). Scored as every autoencoder here it passes the tanh, which hardly
 * bends numbers as small as those of a row at length one. Its rows are what shoppers bought at one go rather than all they ever
 * did, where that is better on validation: what lies in one basket says more of what goes together.
 */

import { seededRandom } from '../../../knowledge/domain/random.ts';
import { distinctPairs } from '../../data/interactions.ts';
import { sittings } from '../../data/sittings.ts';
import type { Train } from '../../data/splits.ts';
import type { FitContext, Fitted } from '../model.ts';
import { plainAutoencoder } from '../networks/autoencoder.ts';
import { mostBought, rowsOfChosen } from '../popularity/most-bought.ts';
import { linearStart } from './linear-start.ts';

export interface LinearSettings {
  readonly mostProducts: number;
  /** Purchases further apart are of different rows; 0: a row is all that a shopper bought. */
  readonly sittingHours: number;
  /** λ, of the largest s². */
  readonly ridge: number;
  readonly stepDecay?: number;
}

/** Places of h: more say more of a small catalogue, and in a large one would cost more than the list of a shopper may. */
const ranks = { small: 400, large: 200, mostSmall: 6_000 };
const hours = [6, 0];
const ridges = [0.1, 0.2, 0.4];

export interface LinearFit {
  readonly model: Fitted;
  /** On validation; 0 without. */
  readonly ndcg: number;
}

/** Where validation cases are at hand, rows and ridge are chosen by them, the first of each at least; `until`: performance.now(). */
export const fitLinearAutoencoder = (
  name: string,
  train: Train,
  settings: LinearSettings,
  { seed, validate }: Pick<FitContext, 'seed' | 'validate'>,
  until = Number.POSITIVE_INFINITY,
): LinearFit => {
  const started = performance.now();
  const pairs = distinctPairs(train);
  const room = mostBought(pairs, train.products.ids.length, settings.mostProducts);
  const n = room.chosen.length;
  const rank = Math.min(n, train.products.ids.length <= ranks.mostSmall ? ranks.small : ranks.large);
  const { stepDecay = 1 } = settings;
  const isOver = (): boolean => performance.now() > until;
  let best: LinearFit | null = null;
  for (const sittingHours of validate ? hours : [settings.sittingHours]) {
    if (best !== null && isOver()) break;
    const from = performance.now();
    const rows = rowsOfChosen(sittingHours > 0 ? sittings(train, sittingHours) : pairs, room.position);
    const { encoder, decoder } = linearStart(rows, n, rank, seededRandom(seed), isOver);
    const milliseconds = performance.now() - from;
    for (const ridge of validate ? ridges : [settings.ridge]) {
      if (best !== null && isOver()) break;
      const weights = { encoder, decoder: decoder(ridge) };
      const ndcg = validate?.(plainAutoencoder(name, weights, room, stepDecay)) ?? 0;
      if (best !== null && ndcg <= best.ndcg) continue;
      const model = plainAutoencoder(name, weights, room, stepDecay, { epochs: 0, sittingHours, ridge });
      best = { ndcg, model: { ...model, trainMilliseconds: validate ? milliseconds : performance.now() - started } };
    }
  }
  return best!;
};
