/**
 * AssemblyScript, not TypeScript: compiled by `npm run build:kernels` to kernels.wasm (SIMD) and kernels-relaxed.wasm (with
 * fused multiply-add). Works on memory that the caller owns; all arguments of type usize are byte addresses, matrices are
 * dense, row-major, f32. No static data and no stack of its own, so it can share the memory of another module.
 */
export { gemm, gemmScratch } from './gemm';
export { gatherRows, scatterLists, segmentSum, sumOfRows } from './rows';
export { addPatches, patches } from './patches';
export { adam, sumOfSquares } from './optimise';
export { dense, denseSlope } from './dense';
export { countedRows, crossEntropyGradient, multinomialGradient, rowExponents } from './losses';
export {
  dropout,
  exponential,
  gelu,
  geluGradient,
  hyperbolicTangent,
  layerNorm,
  layerNormGradient,
  sigmoid,
  sumMiddle,
} from './layers';
export { attention, attentionGradient } from './attention';
export { gru, gruGradient } from './gru';
