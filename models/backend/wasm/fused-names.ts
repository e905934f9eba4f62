/** Kernels of our own that no other backend has; assembled from small ops there (../ops.ts, ../sequence-ops.ts, ../sparse-ops.ts). */
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
  | 'gru'
  | 'gruGradient';

/** The name under which tfjs knows it. */
export const fusedKernelName = (kernel: FusedKernel): string => `Counteroffer/${kernel}`;
