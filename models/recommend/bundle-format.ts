/** How a trained recommender is laid out: what one side writes and the other reads. */

/** A trained recommender as flat arrays and JSON, ready for a file. */
export interface RecommenderBundle {
  readonly arrays: Readonly<Record<string, Float32Array | Int32Array>>;
  readonly meta: Record<string, unknown>;
}

/** Changes whenever a stored bundle of an older program could no longer be read. */
export const bundleFormat = 3;

// Arrays that are no model's lie beside the models', behind these.
/** Label codes of the products. */
export const labelPart = 'labels.';
/** A re-ranker's. */
export const rerankPart = 'rerank.';
/** Ratios of what sells now to what always sold, by half-life in days. */
export const demandPart = 'demand.';
