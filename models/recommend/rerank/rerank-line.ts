/** Logistic regression by gradient descent (AdaGrad, Duchi et al. 2011) on scaled columns: the plain model beside a re-ranking forest. */
import { seededRandom } from '../../../knowledge/domain/random.ts';

export interface Line {
  /** One a column; scaled columns have one size, so that the ridge treats them alike. */
  readonly weights: Float64Array;
  readonly bias: number;
}

const [epochs, batch, rate, ridge] = [6, 256, 0.1, 1e-4];

/** `x`: rows × width, scaled; `target`: 0 or 1 a row; `on`: the rows learned from. Same seed, same line. */
export const fitLine = (
  { x, width, target }: { readonly x: Float32Array; readonly width: number; readonly target: ArrayLike<number> },
  on: Int32Array,
  seed: number,
): Line => {
  const random = seededRandom(seed);
  const weights = new Float64Array(width);
  const seen = new Float64Array(width + 1).fill(1e-8);
  const gradient = new Float64Array(width + 1);
  const order = on.slice();
  const positives = on.reduce((sum, row) => sum + target[row]!, 0);
  const share = (positives + 1) / (on.length + 2);
  let bias = Math.log(share / (1 - share));
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (let from = 0; from < order.length; from += batch) {
      const to = Math.min(order.length, from + batch);
      gradient.fill(0);
      for (let n = from; n < to; n++) {
        const at = order[n]! * width;
        let z = bias;
        for (let c = 0; c < width; c++) z += weights[c]! * x[at + c]!;
        const off = 1 / (1 + Math.exp(-z)) - target[order[n]!]!;
        for (let c = 0; c < width; c++) gradient[c]! += off * x[at + c]!;
        gradient[width]! += off;
      }
      for (let c = 0; c <= width; c++) {
        const g = gradient[c]! / (to - from) + (c < width ? ridge * weights[c]! : 0);
        seen[c]! += g * g;
        const step = (rate * g) / Math.sqrt(seen[c]!);
        if (c < width) weights[c]! -= step;
        else bias -= step;
      }
    }
  }
  // In the single precision of an artifact.
  return { weights: weights.map(Math.fround), bias: Math.fround(bias) };
};

/** Log odds of a scaled row that begins at `at`. */
export const lineValue = ({ weights, bias }: Line, x: ArrayLike<number>, at = 0): number => {
  let z = bias;
  for (let c = 0; c < weights.length; c++) z += weights[c]! * x[at + c]!;
  return z;
};
