/** Weights that maximise mean NDCG@k directly: coordinate ascent (Metzler & Croft 2007), and components taken up one by one. */
import { type Candidates, meanOf, mixed, ndcgOf } from './candidates.ts';

const factors = [0, 0.5, 0.7, 0.85, 1.2, 1.5, 2.2];
/** A component enters with one of these shares of the largest weight. */
const entries = [0.05, 0.15, 0.4, 1];

export interface Climbed {
  readonly weights: readonly number[];
  readonly ndcg: number;
}

/** Only the components of `using` get a weight other than the one they start with. */
export const climb = (
  data: Candidates,
  cases: ArrayLike<number>,
  start: readonly number[],
  using: readonly number[],
  rounds = 4,
): Climbed => {
  const weights = [...start];
  let base = mixed(data, weights);
  let best = meanOf(ndcgOf(data, cases, base));
  for (let round = 0; round < rounds; round++) {
    const before = best;
    for (const c of using) {
      const now = weights[c]!;
      const largest = Math.max(...weights.map(Math.abs));
      let pick = now;
      for (const next of now === 0 ? entries.map(entry => entry * largest) : factors.map(factor => now * factor)) {
        const ndcg = meanOf(ndcgOf(data, cases, base, next - now, data.x[c]!));
        if (ndcg > best + 1e-6) [best, pick] = [ndcg, next];
      }
      if (pick === now) continue;
      weights[c] = pick;
      base = mixed(data, weights);
    }
    if (best < before * 1.0005) break;
  }
  return { weights, ndcg: best };
};

/**
 * Greedy: the best single component, then again and again the one that raises NDCG most, all weights climbing after each.
 * Step t of the answer has at most t + 1 components.
 */
export const takeUp = (
  data: Candidates,
  cases: ArrayLike<number>,
  allowed: readonly number[],
  most: number,
): Climbed[] => {
  const none = data.x.map(() => 0);
  const zero = new Float32Array(data.product.length);
  const singles = allowed.map(c => ({ c, ndcg: meanOf(ndcgOf(data, cases, zero, 1, data.x[c]!)) }));
  singles.sort((a, b) => b.ndcg - a.ndcg);
  const first = singles[0];
  if (first === undefined) return [];
  const steps: Climbed[] = [{ weights: none.with(first.c, 1), ndcg: first.ndcg }];
  const inside = [first.c];
  while (steps.length < most) {
    const { weights, ndcg } = steps.at(-1)!;
    const base = mixed(data, weights);
    const largest = Math.max(...weights);
    let entrant = { c: -1, weight: 0, ndcg };
    for (const c of allowed) {
      if (inside.includes(c)) continue;
      for (const entry of entries) {
        const weight = entry * largest;
        const tried = meanOf(ndcgOf(data, cases, base, weight, data.x[c]!));
        if (tried > entrant.ndcg + 1e-6) entrant = { c, weight, ndcg: tried };
      }
    }
    if (entrant.c < 0) break;
    inside.push(entrant.c);
    steps.push(climb(data, cases, weights.with(entrant.c, entrant.weight), inside, 2));
  }
  return steps;
};
