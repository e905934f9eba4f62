/** How fast a history fades as a query, counted in events: models trained on whole histories may know better by the latest part. */
import type { History } from '../data/interactions.ts';
import type { FitContext, Fitted } from './model.ts';

/** Half-lives looked at, beside none. */
const halfLives = [40, 12, 4, 1.5];
/** A smaller relative gain on validation is noise. */
const smallestGain = 0.01;

/** An event with n later ones counts 2^(-n / halfLife) of its weight; a half-life of 0: all count as they are. */
export const faded = (history: History, halfLife: number): History => {
  if (halfLife === 0) return history;
  const last = history.items.length - 1;
  return { ...history, weight: history.weight.map((weight, e) => weight * 2 ** ((e - last) / halfLife)) };
};

/** The model with the half-life that is best on validation; without validation the model as it is. `withHalfLife` costs no training. */
export const bestFaded = (
  model: Fitted,
  { validate, deadline = Number.POSITIVE_INFINITY }: Pick<FitContext, 'validate' | 'deadline'>,
  withHalfLife: (halfLife: number) => Fitted,
): Fitted => {
  if (validate === undefined) return model;
  let best = { model, least: validate(model) * (1 + smallestGain) };
  for (const halfLife of halfLives) {
    if (performance.now() > deadline) break;
    const { trainMilliseconds } = model;
    const other = { ...withHalfLife(halfLife), ...(trainMilliseconds !== undefined && { trainMilliseconds }) };
    const ndcg = validate(other);
    if (ndcg > best.least) best = { model: other, least: ndcg };
  }
  return best.model;
};
