import type { History } from '../data/interactions.ts';
import { boughtIn } from '../data/weighed-signals.ts';
import type { Fitted } from './model.ts';
import { BestRows, ScoreSheet } from './serving/score-sheet.ts';

/** Ranks all products for one history; keeps its buffers, so one ranker serves one caller at a time. */
export interface Ranker {
  /** Best first, at most k; valid until the next call. */
  top(history: History, now: number): Int32Array;
}

/**
 * `known`: 1 for each product that may be ranked. `maskSeen`: products bought are left out.
 * Products the model has no opinion on score 0.
 */
export const rankerOf = (
  scorer: { readonly products: number; scoreAll(history: History, now: number): Float32Array },
  options: { readonly known: Uint8Array; readonly maskSeen: boolean; readonly k: number },
): Ranker => {
  const best = new BestRows(options.k);
  const allowed = options.known.slice();
  return {
    top: (history, now) => {
      const scores = scorer.scoreAll(history, now);
      const seen = options.maskSeen ? boughtIn(history) : nothing;
      for (const item of seen) allowed[item] = 0;
      best.clear();
      for (let product = 0; product < scores.length; product++)
        if (allowed[product] === 1) best.offer(product, scores[product]!);
      for (const item of seen) allowed[item] = options.known[item]!;
      return best.rows.subarray(0, best.count);
    },
  };
};

const nothing = new Int32Array();

/** A single model, scoring densely. */
export const scorerOf = (
  fitted: Fitted,
): { products: number; scoreAll(history: History, now: number): Float32Array } => {
  const sheet = new ScoreSheet(fitted.products);
  return {
    products: fitted.products,
    scoreAll: (history, now) => {
      sheet.clear();
      fitted.score(history, now, sheet);
      return sheet.values;
    },
  };
};
