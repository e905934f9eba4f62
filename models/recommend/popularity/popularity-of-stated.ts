import type { Fitted, ModelKind } from '../model.ts';
import { popularity } from './popularity.ts';

/** More than any popularity, so that what fits what was stated comes first. */
const fitting = 1_000;

/** What fits what a shopper stated, by popularity, and then the rest by popularity: what any model that reads statements has to beat. */
export const popularityOfStated: ModelKind = {
  name: 'popularity-of-stated',
  candidates: popularity.candidates,
  fit: async (train, settings, context) => of(await popularity.fit(train, settings, context)),
  restore: stored => of(popularity.restore(stored)),
};

const of = (popular: Fitted): Fitted => ({
  ...popular,
  name: 'popularity-of-stated',
  score: (history, now, sheet) => {
    popular.score(history, now, sheet);
    for (const product of history.fitting ?? []) sheet.add(product, fitting);
  },
});
