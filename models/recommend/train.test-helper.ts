import { toInteractions } from '../data/interactions.ts';
import { type Train, trainOnAll } from '../data/splits.ts';
import type { FitContext, Fitted } from './model.ts';
import { ScoreSheet } from './serving/score-sheet.ts';

export const someDay = Date.UTC(2026, 5, 1);
const day = 86_400_000;

/** Purchases written as "ann: tea cup" lines, a day apart, the last of each shopper on the same day. */
export const bought = (...lines: readonly string[]): Train =>
  trainOnAll(
    toInteractions(
      lines.flatMap(line => {
        const [shopper, products] = line.split(':') as [string, string];
        const names = products.trim().split(/\s+/);
        return names.map((product, p) => ({ shopper, product, at: new Date(someDay - (names.length - 1 - p) * day) }));
      }),
    ),
  );

export const context: FitContext = {
  now: someDay,
  seed: 1,
  backend: () => Promise.reject(new Error('This model needs no tensor backend')),
};

/** A history of products by name, a day apart, the last one `now`. */
export const past = (train: Train, ...names: readonly string[]) => ({
  items: Int32Array.from(names, name => train.products.row(name)!),
  at: Float64Array.from(names, (_, n) => someDay - (names.length - 1 - n) * day),
  weight: new Float32Array(names.length).fill(1),
});

/** Scores by product name. */
export const scores = (model: Fitted, train: Train, ...names: readonly string[]): Record<string, number> => {
  const sheet = new ScoreSheet(model.products);
  model.score(past(train, ...names), someDay, sheet);
  return Object.fromEntries(train.products.ids.map((id, row) => [id, sheet.values[row]!]));
};
