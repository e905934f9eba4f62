/** Figures of a prediction of 0/1 outcomes beside AUC and calibration, which live with the response models. */

/**
 * Average precision: Σ (recall_n - recall_{n-1}) · precision_n over the thresholds, best score first, equal scores together
 * (as scikit-learn's). 0 when nothing happened.
 */
export const averagePrecision = (score: ArrayLike<number>, happened: ArrayLike<number>): number => {
  const order = Int32Array.from({ length: score.length }, (_, i) => i).sort((a, b) => score[b]! - score[a]!);
  let positives = 0;
  for (let i = 0; i < happened.length; i++) positives += happened[i]! > 0 ? 1 : 0;
  if (positives === 0) return 0;
  let found = 0;
  let counted = 0;
  let sum = 0;
  for (let n = 0; n < order.length; n++) {
    found += happened[order[n]!]! > 0 ? 1 : 0;
    if (n + 1 < order.length && score[order[n + 1]!] === score[order[n]!]) continue;
    sum += ((found - counted) / positives) * (found / (n + 1));
    counted = found;
  }
  return sum;
};
