/** A vector for a shopper who has none: from the vectors of what was bought. */
import { invertPositive, solvePositive } from '../../respond/logistic.ts';
import { addScaled, dot } from './vector-model.ts';

/** What of a history is known: places among the vectors, and what each counts. */
export interface Told {
  readonly places: ArrayLike<number>;
  readonly weights: ArrayLike<number>;
}

export interface FoldIn {
  /** Fills `out`, `width` long. */
  vector(query: Told, out: Float32Array): void;
  /**
   * y such that place j of the query adds weight_j · (v_j · y) to (vector · gradient): the query's own part in a score,
   * split exactly among its members.
   */
  back(query: Told, gradient: Float32Array): Float32Array;
}

/** Σ weight · v at the length of the root of how many there are: a mean that grows with what is known. */
export const meanOf = (vectors: Float32Array, width: number): FoldIn => {
  const length = ({ weights }: Told): number => {
    let squares = 0;
    for (let q = 0; q < weights.length; q++) squares += weights[q]! ** 2;
    return Math.sqrt(squares);
  };
  return {
    vector: (query, out) => {
      out.fill(0);
      const by = 1 / length(query);
      for (let q = 0; q < query.places.length; q++)
        addScaled(out, by * query.weights[q]!, vectors, query.places[q]! * width, width);
    },
    back: (query, gradient) => gradient.map(value => value / length(query)),
  };
};

export interface RidgeSettings {
  /** What every product counts that was not bought, those bought counting 1. */
  readonly unbought: number;
  /** Of the vector's length. */
  readonly ridge: number;
}

/**
 * The least-squares shopper of implicit ALS (Hu, Koren, Volinsky 2008): 1 for what was bought, 0 for the rest at a lower weight;
 * u = (w·VᵀV + Σ weight·vvᵀ + ridge·I)⁻¹ Σ weight·v. VᵀV is made once.
 */
export const ridgeOf = (vectors: Float32Array, width: number, { unbought, ridge }: RidgeSettings): FoldIn => {
  const base = new Float64Array(width * width);
  for (let at = 0; at < vectors.length; at += width) addOuter(base, unbought, vectors, at, width);
  for (let i = 0; i < width; i++) base[i * width + i]! += ridge;
  const system = ({ places, weights }: Told): Float64Array => {
    const a = base.slice();
    for (let q = 0; q < places.length; q++) addOuter(a, weights[q]!, vectors, places[q]! * width, width);
    return a;
  };
  const right = new Float32Array(width);
  return {
    vector: (query, out) => {
      right.fill(0);
      for (let q = 0; q < query.places.length; q++)
        addScaled(right, query.weights[q]!, vectors, query.places[q]! * width, width);
      out.set(solvePositive(system(query), Float64Array.from(right)));
    },
    back: (query, gradient) => Float32Array.from(solvePositive(system(query), Float64Array.from(gradient))),
  };
};

/** The lower triangle is all that is read. */
const addOuter = (a: Float64Array, weight: number, vectors: Float32Array, at: number, width: number): void => {
  for (let i = 0; i < width; i++) {
    const by = weight * vectors[at + i]!;
    for (let j = 0; j <= i; j++) a[i * width + j]! += by * vectors[at + j]!;
  }
};

/** x -> Ax + a */
export interface LinearMap {
  /** width × width, row = output. */
  readonly matrix: Float32Array;
  readonly shift: Float32Array;
}

/**
 * The map that takes folded-in vectors to the ones training gave the same shoppers, by ridge regression. `from`, `to`: shoppers × width.
 * With fewer shoppers than columns the penalty decides, and the map stays close to 0.
 */
export const learnMap = (from: Float32Array, to: Float32Array, width: number): LinearMap => {
  const count = from.length / width;
  const [meanFrom, meanTo] = [columnMeans(from, width), columnMeans(to, width)];
  const centred = (values: Float32Array, mean: Float32Array): Float32Array =>
    values.map((value, i) => value - mean[i % width]!);
  const [x, y] = [centred(from, meanFrom), centred(to, meanTo)];
  const gram = new Float64Array(width * width);
  const cross = new Float64Array(width * width);
  for (let at = 0; at < count * width; at += width)
    for (let i = 0; i < width; i++)
      for (let j = 0; j < width; j++) {
        gram[i * width + j]! += x[at + i]! * x[at + j]!;
        cross[i * width + j]! += y[at + i]! * x[at + j]!;
      }
  let trace = 0;
  for (let i = 0; i < width; i++) trace += gram[i * width + i]!;
  for (let i = 0; i < width; i++) gram[i * width + i]! += (0.02 * trace) / width + 1e-6;
  const inverse = Float32Array.from(invertPositive(gram, width));
  const matrix = new Float32Array(width * width);
  for (let i = 0; i < width; i++)
    for (let k = 0; k < width; k++)
      addScaled(matrix.subarray(i * width, (i + 1) * width), cross[i * width + k]!, inverse, k * width, width);
  const shift = meanTo.map((value, i) => value - dot(matrix, i * width, meanFrom, 0, width));
  return { matrix, shift };
};

const columnMeans = (values: Float32Array, width: number): Float32Array => {
  const sums = new Float32Array(width);
  const count = Math.max(1, values.length / width);
  for (let at = 0; at < values.length; at += width) addScaled(sums, 1 / count, values, at, width);
  return sums;
};

/** A fold-in followed by a map. */
export const mapped = (inner: FoldIn, { matrix, shift }: LinearMap): FoldIn => {
  const width = shift.length;
  const raw = new Float32Array(width);
  return {
    vector: (query, out) => {
      inner.vector(query, raw);
      for (let i = 0; i < width; i++) out[i] = shift[i]! + dot(matrix, i * width, raw, 0, width);
    },
    back: (query, gradient) => {
      const through = new Float32Array(width);
      for (let i = 0; i < width; i++) addScaled(through, gradient[i]!, matrix, i * width, width);
      return inner.back(query, through);
    },
  };
};
