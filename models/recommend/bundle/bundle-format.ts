/** How a trained recommender is laid out: what one side writes and the other reads. */

/** A trained recommender as flat arrays and JSON, ready for a file. */
export interface RecommenderBundle {
  readonly arrays: Readonly<Record<string, Float32Array | Int32Array>>;
  readonly meta: Record<string, unknown>;
}

/** Changes with what is written. */
export const bundleFormat = 3;
/** What can still be read; another one needs a new training. */
export const readableFormats: readonly unknown[] = [2, bundleFormat];

// Arrays that are no model's lie beside the models', behind these.
/** Label codes of the products. */
export const labelPart = 'labels.';
/** A re-ranker's. */
export const rerankPart = 'rerank.';
/** Ratios of what sells now to what always sold, by half-life in days. */
export const demandPart = 'demand.';
