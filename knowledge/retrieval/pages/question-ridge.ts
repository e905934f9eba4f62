/**
 * Which article a question belongs to, learnt from the articles' own questions: kernel ridge regression, one against the
 * rest (Rifkin, Yeo, Poggio 2003). What an article's questions have in common among themselves and not with others counts
 * more than likeness to a single one.
 */
export interface QuestionRidge {
  /** Adds to `into` (one number a document) how much a text belongs there, about 0..1; `kernel`: its likeness to each question. */
  addTo(into: Float32Array, kernel: Float32Array): void;
  /** What would be said of known question `i` had it not been there, exactly (the closed form of leaving one out). */
  leftOut(i: number): Float32Array;
}

/** Above it the time to learn, cubic, is no longer that of a start. */
export const mostRidgeQuestions = 1_600;

/**
 * `kernel`: n x n, symmetric, positive semi-definite; `documents[i]`: whose question i is, 0..count-1. `ridge` > 0. Takes
 * n^3 multiplications.
 */
export const fitQuestionRidge = (
  kernel: Float32Array,
  documents: Int32Array,
  count: number,
  ridge: number,
): QuestionRidge => {
  const n = documents.length;
  const inverse = inverted(kernel, n, ridge);
  // Column d of `weights` is inverse * y_d, y_d being 1 for the questions of d and 0 for others.
  const weights = new Float32Array(n * count);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) weights[i * count + documents[j]!]! += inverse[i * n + j]!;
  return {
    addTo(into, row) {
      for (let i = 0; i < n; i++) {
        const likeness = row[i]!;
        if (likeness === 0) continue;
        const from = i * count;
        for (let d = 0; d < count; d++) into[d]! += likeness * weights[from + d]!;
      }
    },
    leftOut(i) {
      const scores = new Float32Array(count);
      const own = inverse[i * n + i]!;
      for (let d = 0; d < count; d++) scores[d] = (documents[i] === d ? 1 : 0) - weights[i * count + d]! / own;
      return scores;
    },
  };
};

/** (kernel + ridge I)^-1 by Cholesky. */
const inverted = (kernel: Float32Array, n: number, ridge: number): Float32Array => {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = kernel[i * n + j]! + (i === j ? ridge : 0);
      const a = i * n;
      const b = j * n;
      for (let k = 0; k < j; k++) sum -= lower[a + k]! * lower[b + k]!;
      lower[a + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[b + j]!;
    }
  }
  // Rows of the inverse of `lower`, then inverse = rows' * rows; both walk along rows.
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const a = i * n;
    for (let k = 0; k < i; k++) {
      const factor = lower[a + k]!;
      if (factor === 0) continue;
      const b = k * n;
      for (let j = 0; j <= k; j++) rows[a + j]! -= factor * rows[b + j]!;
    }
    const scale = 1 / lower[a + i]!;
    for (let j = 0; j < i; j++) rows[a + j]! *= scale;
    rows[a + i] = scale;
  }
  const inverse = new Float32Array(n * n);
  for (let k = 0; k < n; k++) {
    const a = k * n;
    for (let i = 0; i <= k; i++) {
      const factor = rows[a + i]!;
      if (factor === 0) continue;
      const b = i * n;
      for (let j = 0; j <= i; j++) inverse[b + j]! += factor * rows[a + j]!;
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) inverse[j * n + i] = inverse[i * n + j]!;
  return inverse;
};
