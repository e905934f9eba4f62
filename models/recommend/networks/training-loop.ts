/** How every neural recommender is trained: NDCG on validation now and then, the best epoch kept and handed on. */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { TensorBackend } from '../../backend/backend.ts';
import { trainVariables } from '../../backend/training.ts';
import type { FitContext, Fitted } from '../model.ts';

export type Weights = Readonly<Record<string, Float32Array>>;

export interface NeuralPlan<Batch> {
  /** Disposed of when the training ends, however it ends. */
  readonly variables: Readonly<Record<string, tfjs.Variable>>;
  /** By step from 0 where it changes. */
  readonly rate: number | ((step: number) => number);
  /** At most so many with validation, exactly so many without. */
  readonly epochs: number;
  /** Whether an epoch is looked at on validation; the last always is. */
  readonly isChecked: (epoch: number) => boolean;
  /** Checks in a row without a better NDCG after which the training ends. */
  readonly patience: number;
  /** Epochs count from 1. */
  readonly batches: (epoch: number) => readonly Batch[];
  /** Called inside a tidy. */
  readonly loss: (batch: Batch, epoch: number) => tfjs.Scalar;
  /** Steps whose weights are averaged; absent: none. */
  readonly averageOver?: number;
  /** Milliseconds that finding the start values took; default none to speak of. */
  readonly startMilliseconds?: number;
  readonly fitted: (weights: Weights, epochs: number) => Fitted | Promise<Fitted>;
}

/** The model of the best epoch. Throws when the loss is not a finite number. */
export const trainNeural = async <Batch>(
  backend: TensorBackend,
  { validate, isEnough, onProgress, deadline }: FitContext,
  plan: NeuralPlan<Batch>,
): Promise<Fitted> => {
  const {
    variables,
    rate,
    epochs,
    isChecked,
    patience,
    batches,
    loss,
    averageOver,
    startMilliseconds = 0,
    fitted,
  } = plan;
  const { model, milliseconds } = await trainVariables(backend, {
    variables,
    batches,
    loss,
    learningRate: rate,
    mostEpochs: epochs,
    ...(averageOver !== undefined && { averageOver }),
    model: fitted,
    ...(validate && { judge: validate }),
    ...(isEnough && { isEnough }),
    isJudged: isChecked,
    patience,
    ...(deadline !== undefined && { deadline }),
    ...(onProgress && { onProgress }),
  });
  return { ...model, trainMilliseconds: startMilliseconds + milliseconds };
};

/** Every so many epochs. */
export const every =
  (epochs: number) =>
  (epoch: number): boolean =>
    epoch % epochs === 0;
