/**
 * What a frequent class owes to being frequent is taken off its score, as much as makes macro-F1 and accuracy together
 * highest on held-out examples: logit adjustment after the fact (Menon et al. 2021), its strength from what is to be
 * expected under calibrated probabilities (Narasimhan et al. 2015), which varies less than what a dozen rare examples
 * happen to give.
 */
import { best, softmax, without } from './intent-judge.ts';

/** Strengths in units of the scores, per unit of the logarithm of a class's excess. */
const step = 0.05;
const mostSteps = 20;

/** Logarithms of how many times its even share each class has; a class of no example counts as of half a one. */
export const excesses = (labels: readonly number[], classes: number): Float64Array => {
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label]! += 1;
  return counts.map(count => Math.log((Math.max(count, 0.5) * classes) / labels.length));
};

/** Mean of macro-F1 and accuracy, 0..1, to be expected of `guesses` when the classes are as likely as `probabilities` say. */
const expectedWorth = (probabilities: readonly Float64Array[], guesses: readonly number[], classes: number): number => {
  const hits = new Float64Array(classes);
  const guessed = new Float64Array(classes);
  const wanted = new Float64Array(classes);
  for (const [i, of] of probabilities.entries()) {
    const guess = guesses[i]!;
    hits[guess]! += of[guess]!;
    guessed[guess]! += 1;
    for (let c = 0; c < classes; c++) wanted[c]! += of[c]!;
  }
  let f1 = 0;
  let right = 0;
  for (let c = 0; c < classes; c++) {
    f1 += (2 * hits[c]!) / (wanted[c]! + guessed[c]!);
    right += hits[c]!;
  }
  return (f1 / classes + right / guesses.length) / 2;
};

/**
 * What is to be taken off each class's score; all zeros where the classes are even, or nothing is expected of it.
 * `scores`: of held-out examples; `sharpness`: what makes probabilities of them.
 */
export const fitTaken = (scores: readonly Float64Array[], sharpness: number, excess: Float64Array): Float64Array => {
  const probabilities = scores.map(s => softmax(s, sharpness));
  let [chosen, highest] = [excess.map(() => 0), 0];
  for (let k = 0; k <= mostSteps; k++) {
    const taken = excess.map(e => e * k * step);
    const value = expectedWorth(
      probabilities,
      scores.map(s => best(without(s, taken))),
      excess.length,
    );
    if (value > highest + 1e-9) [chosen, highest] = [taken, value];
  }
  return chosen;
};
