/** What a fitted re-ranker says of the products of a list. */
import type { Scaler } from '../../data/scaler.ts';
import { type Forest, forestValue } from '../../forest/forest.ts';
import { type Line, lineValue } from './rerank-line.ts';

export type RerankModel =
  | { readonly kind: 'forest'; readonly forest: Pick<Forest, 'trees'> }
  | { readonly kind: 'line'; readonly line: Line };

export interface Reranker {
  readonly model: RerankModel;
  /** Fitted on the rows the model learned from. */
  readonly scaler: Scaler;
  /** Places among all columns of those the model reads. */
  readonly columns: readonly number[];
  /** The order is by blend score over its spread among the first 50, plus this times the model's log odds. */
  readonly share: number;
}

/** Kept within what 1,500 cases can tell from certainty. */
export const logOdds = (probability: number): number => {
  const p = Math.min(0.999, Math.max(0.0005, probability));
  return Math.log(p / (1 - p));
};

/** The log odds of the products of a list, read from rows of all columns as they are (NaN: missing). */
export const rerankOdds = (
  { model, scaler, columns }: Reranker,
  width: number,
): ((features: Float32Array, row: number) => number) => {
  const whole = new Float32Array(width);
  const picked = new Float64Array(columns.length);
  return (features, row) => {
    for (let c = 0; c < width; c++) whole[c] = features[row * width + c]!;
    scaler.apply(whole);
    for (let c = 0; c < columns.length; c++) picked[c] = whole[columns[c]!]!;
    return model.kind === 'forest' ? logOdds(forestValue(model.forest, picked)) : lineValue(model.line, picked);
  };
};
