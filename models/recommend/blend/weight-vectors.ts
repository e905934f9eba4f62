/** Weights of a blend as vectors: one weight for each component; only their proportions count. */

/** Less than this share of the weight is dropped. */
const smallestShare = 0.015;

/** Absolute values sum to 1. */
const unit = (weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((total, weight) => total + Math.abs(weight), 0);
  return sum > 0 ? weights.map(weight => weight / sum) : weights;
};

/** `width`: how many components. */
export const meanWeights = (many: readonly (readonly number[])[], width: number): readonly number[] => {
  const mean = new Array<number>(width).fill(0);
  for (const weights of many)
    unit(weights).forEach((weight, c) => {
      mean[c]! += weight / many.length;
    });
  return mean;
};

/** Without the components of a share too small to tell. */
export const prune = (weights: readonly number[]): readonly number[] =>
  unit(unit(weights).map(weight => (Math.abs(weight) < smallestShare ? 0 : weight)));

export const halfWay = (a: readonly number[], b: readonly number[]): readonly number[] => {
  const [from, to] = [unit(a), unit(b)];
  return from.map((weight, c) => (weight + to[c]!) / 2);
};
