/** Kernels of our own that no other backend has; put together from small ops there (../ops.ts, ../dense.ts, ../sequence-ops.ts …). */
export type FusedKernel =
  | 'crossEntropy'
  | 'crossEntropyGradient'
  | 'multinomialLoss'
  | 'multinomialLossGradient'
  | 'layerNorm'
  | 'layerNormGradient'
  | 'gelu'
  | 'geluGradient'
  | 'dropout'
  | 'sumOfRows'
  | 'sumOfRowsGradient'
  | 'attention'
  | 'attentionGradient'
  | 'dense'
  | 'denseInputGradient'
  | 'denseWeightGradient'
  | 'denseBiasGradient'
  | 'gru'
  | 'gruGradient';

/** The name under which tfjs knows it. */
export const fusedKernelName = (kernel: FusedKernel): string => `Counteroffer/${kernel}`;

/** By their numbers in assembly/dense.ts. */
export const activations = ['linear', 'relu', 'tanh', 'sigmoid'] as const;
export type Activation = (typeof activations)[number];
