/**
 * Kernels that tfjs-backend-wasm 4.22.0 lacks (the gradients of embeddings and convolutions, so that neither trains) or does
 * slowly (products of transposed or batched matrices, which is every product of a backward pass; copies for `Identity`),
 * registered through TensorFlow.js's public interface in place of its own.
 */

import type * as tfjs from '@tensorflow/tfjs-core';
import {
  backend_util,
  type KernelBackend,
  type KernelConfig,
  type KernelFunc,
  type NamedAttrMap,
  type NamedTensorInfoMap,
} from '@tensorflow/tfjs-core';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise.ts';
import { elementKernels } from './element-kernels.ts';
import { fusedKernels } from './fused-kernels.ts';
import { type Inputs, type Kernel, type Own, sizeOf } from './own-kernel.ts';
import { openSimd, type PatchArguments, type SimdFile, type SimdKernels } from './simd.ts';
import { heapOf } from './wasm-heap.ts';

/** Bytes of patches worked on at once: they stay within the outer caches, and the heap stays small. */
const patchBytes = 4 << 20;

const batchMatMul: Kernel = ({ heap, simd }, { a, b }, { transposeA, transposeB }) => {
  if (a!.dtype !== 'float32' || b!.dtype !== 'float32') return null;
  const [outerA, outerB] = [a!.shape.slice(0, -2), b!.shape.slice(0, -2)];
  const [batchA, batchB] = [sizeOf(outerA), sizeOf(outerB)];
  const outer = backend_util.assertAndGetBroadcastShape(outerA, outerB);
  const batch = sizeOf(outer);
  if (batchA !== batch && batchA !== 1) return null;
  if (batchB !== batch && batchB !== 1) return null;
  const [rowsA, columnsA] = a!.shape.slice(-2) as [number, number];
  const columnsB = b!.shape.at(-1)!;
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const n = transposeB ? b!.shape.at(-2)! : columnsB;
  const out = heap.output([...outer, m, n]);
  const multiply = (scratch: number): void => {
    const [addressA, addressB, addressC] = [heap.addressOf(a!), heap.addressOf(b!), heap.addressOf(out)];
    // Many matrices times the same one are one tall matrix times that.
    const folds = batchB === 1 && !transposeA;
    const times = folds ? 1 : batch;
    const rows = folds ? batch * m : m;
    for (let i = 0; i < times; i++) {
      const [stepA, stepB] = [batchA === 1 ? 0 : i * m * k * 4, batchB === 1 ? 0 : i * k * n * 4];
      const to = addressC + i * m * n * 4;
      const [fromA, fromB] = [addressA + stepA, addressB + stepB];
      simd.gemm(+!!transposeA, +!!transposeB, 0, rows, n, k, fromA, columnsA, fromB, columnsB, to, n, scratch);
    }
  };
  if (batchA === 1 && batch > 1 && batchB === 1) return null;
  if (sizeOf(out.shape) > 0) heap.borrow(simd.gemmScratch(), multiply);
  return out;
};

const unsortedSegmentSum: Kernel = ({ heap, simd }, { x, segmentIds }, { numSegments }) => {
  if (x!.dtype !== 'float32' || segmentIds!.dtype !== 'int32' || segmentIds!.shape.length !== 1) return null;
  const segments = numSegments as number;
  const out = heap.output([segments, ...x!.shape.slice(1)]);
  simd.segmentSum(
    x!.shape[0]!,
    sizeOf(x!.shape.slice(1)),
    segments,
    heap.addressOf(segmentIds!),
    heap.addressOf(x!),
    heap.addressOf(out),
  );
  return out;
};

const gather: Kernel = ({ heap, simd }, { x, indices }, { axis, batchDims }) => {
  if (x!.dtype !== 'float32' || indices!.dtype !== 'int32' || axis !== 0 || batchDims !== 0) return null;
  const columns = sizeOf(x!.shape.slice(1));
  const out = heap.output([...indices!.shape, ...x!.shape.slice(1)]);
  simd.gatherRows(
    sizeOf(indices!.shape),
    columns,
    x!.shape[0]!,
    heap.addressOf(indices!),
    heap.addressOf(x!),
    heap.addressOf(out),
  );
  return out;
};

const identity: Kernel = ({ heap }, { x }) =>
  x!.dtype === 'string' || x!.dtype === 'complex64' ? null : heap.share(x!);

type ConvInfo = ReturnType<typeof backend_util.computeConv2DInfo>;

const convInfo = (
  inputShape: readonly number[],
  filterShape: readonly number[],
  { strides, dilations, pad, dimRoundingMode, dataFormat }: NamedAttrMap,
  depthwise = false,
): ConvInfo =>
  backend_util.computeConv2DInfo(
    inputShape as [number, number, number, number],
    filterShape as [number, number, number, number],
    strides as [number, number],
    (dilations ?? 1) as number,
    pad as 'same',
    dimRoundingMode as 'floor',
    depthwise,
    dataFormat === undefined ? 'channelsLast' : backend_util.convertConv2DDataFormat(dataFormat as 'NHWC'),
  );

const patchShape = (info: ConvInfo): [...shape: number[]] => [
  info.inHeight,
  info.inWidth,
  info.inChannels,
  info.outHeight,
  info.outWidth,
  info.filterHeight,
  info.filterWidth,
  info.strideHeight,
  info.strideWidth,
  info.dilationHeight,
  info.dilationWidth,
  info.padInfo.top,
  info.padInfo.left,
];

/** Calls `work` with as many pictures at once as their patches have room for. */
const byPictures = (
  { heap, simd }: Own,
  info: ConvInfo,
  work: (first: number, count: number, patches: number, scratch: number) => void,
): void => {
  const width = info.filterHeight * info.filterWidth * info.inChannels;
  const bytes = info.outHeight * info.outWidth * width * 4;
  const most = Math.max(1, Math.min(info.batchSize, Math.floor(patchBytes / Math.max(1, bytes))));
  heap.borrow(most * bytes, patches =>
    heap.borrow(simd.gemmScratch(), scratch => {
      for (let first = 0; first < info.batchSize; first += most) {
        work(first, Math.min(most, info.batchSize - first), patches, scratch);
      }
    }),
  );
};

/** patches(x) W; the backend's own packs the weights anew after every step of training. */
const conv2D: Kernel = (own, { x, filter }, attributes) => {
  if (x!.dtype !== 'float32' || filter!.dtype !== 'float32') return null;
  const info = convInfo(x!.shape, filter!.shape, attributes);
  if (info.dataFormat !== 'channelsLast') return null;
  const { heap, simd } = own;
  const out = heap.output(info.outShape);
  const spots = info.outHeight * info.outWidth;
  const width = info.filterHeight * info.filterWidth * info.inChannels;
  const picture = info.inHeight * info.inWidth * info.inChannels * 4;
  const shape = patchShape(info);
  byPictures(own, info, (first, count, patches, scratch) => {
    for (let i = 0; i < count; i++) {
      const from = heap.addressOf(x!) + (first + i) * picture;
      simd.patches(...([...shape, from, patches + i * spots * width * 4] as PatchArguments));
    }
    const to = heap.addressOf(out) + first * spots * info.outChannels * 4;
    const [m, n, k] = [count * spots, info.outChannels, width];
    simd.gemm(0, 0, 0, m, n, k, patches, k, heap.addressOf(filter!), n, to, n, scratch);
  });
  return out;
};

/** dW[filter, out] = patches(x)ᵀ dy, summed over the batch. */
const conv2DBackpropFilter: Kernel = (own, { x, dy }, attributes) => {
  const info = convInfo(x!.shape, attributes.filterShape as number[], attributes);
  if (info.dataFormat !== 'channelsLast') return null;
  const { heap, simd } = own;
  const out = heap.output(info.filterShape);
  const spots = info.outHeight * info.outWidth;
  const width = info.filterHeight * info.filterWidth * info.inChannels;
  const picture = info.inHeight * info.inWidth * info.inChannels * 4;
  const shape = patchShape(info);
  byPictures(own, info, (first, count, patches, scratch) => {
    for (let i = 0; i < count; i++) {
      const from = heap.addressOf(x!) + (first + i) * picture;
      simd.patches(...([...shape, from, patches + i * spots * width * 4] as PatchArguments));
    }
    const gradient = heap.addressOf(dy!) + first * spots * info.outChannels * 4;
    const [m, n, k] = [width, info.outChannels, count * spots];
    simd.gemm(1, 0, +(first > 0), m, n, k, patches, m, gradient, n, heap.addressOf(out), n, scratch);
  });
  return out;
};

/** dx = what dy Wᵀ says of each patch, added up where patches overlap. */
const conv2DBackpropInput: Kernel = (own, { dy, filter }, attributes) => {
  const info = convInfo(attributes.inputShape as number[], filter!.shape, attributes);
  if (info.dataFormat !== 'channelsLast') return null;
  const { heap, simd } = own;
  const out = heap.output(info.inShape);
  heap.view(out).fill(0);
  const spots = info.outHeight * info.outWidth;
  const width = info.filterHeight * info.filterWidth * info.inChannels;
  const picture = info.inHeight * info.inWidth * info.inChannels * 4;
  const shape = patchShape(info);
  byPictures(own, info, (first, count, patches, scratch) => {
    const gradient = heap.addressOf(dy!) + first * spots * info.outChannels * 4;
    const [m, n, k] = [count * spots, width, info.outChannels];
    simd.gemm(0, 1, 0, m, n, k, gradient, k, heap.addressOf(filter!), k, patches, n, scratch);
    for (let i = 0; i < count; i++) {
      const to = heap.addressOf(out) + (first + i) * picture;
      simd.addPatches(...([...shape, patches + i * spots * width * 4, to] as PatchArguments));
    }
  });
  return out;
};

const depthwiseFilter: Kernel = ({ heap }, { x, dy }, attributes) => {
  const info = convInfo(x!.shape, attributes.filterShape as number[], attributes, true);
  const out = heap.output(info.filterShape);
  depthwiseFilterGradient(info, heap.view(x!), heap.view(dy!), heap.view(out));
  return out;
};

const depthwiseInput: Kernel = ({ heap }, { dy, filter }, attributes) => {
  const info = convInfo(attributes.inputShape as number[], filter!.shape, attributes, true);
  const out = heap.output(info.inShape);
  depthwiseInputGradient(info, heap.view(dy!), heap.view(filter!), heap.view(out));
  return out;
};

const kernels: Readonly<Record<string, Kernel>> = {
  BatchMatMul: batchMatMul,
  UnsortedSegmentSum: unsortedSegmentSum,
  GatherV2: gather,
  Identity: identity,
  Conv2D: conv2D,
  Conv2DBackpropFilter: conv2DBackpropFilter,
  Conv2DBackpropInput: conv2DBackpropInput,
  DepthwiseConv2dNativeBackpropFilter: depthwiseFilter,
  DepthwiseConv2dNativeBackpropInput: depthwiseInput,
  ...elementKernels,
  ...fusedKernels,
};

export const ownKernelNames: readonly string[] = Object.keys(kernels);

/** The backend's own kernels by name, as they were before ours took their place; undefined where it has none. */
const stock = new Map<string, KernelFunc | undefined>();

/**
 * Puts our kernels into the `wasm` backend, which must be the current one. Done again it changes nothing. Returns their device, "simd"
 * or "relaxed simd"; null where the engine has no SIMD, and then nothing is changed.
 */
export const registerOwnKernels = (tf: typeof tfjs, files?: readonly SimdFile[]): SimdKernels | null => {
  const backend: KernelBackend = tf.backend();
  const heap = heapOf(backend);
  const simd = openSimd(heap.memory, files);
  if (simd === null) return null;
  const own: Own = { heap, simd };
  for (const [kernelName, kernel] of Object.entries(kernels)) {
    const before = tf.getKernel(kernelName, 'wasm');
    if (!stock.has(kernelName)) stock.set(kernelName, before?.kernelFunc);
    if (before) tf.unregisterKernel(kernelName, 'wasm');
    const fallback = stock.get(kernelName);
    const config: KernelConfig = {
      ...before,
      kernelName,
      backendName: 'wasm',
      kernelFunc: params => {
        const done = kernel(own, params.inputs as NamedTensorInfoMap as Inputs, params.attrs ?? {});
        if (done !== null) return done;
        if (!fallback) throw new Error(`${kernelName} of these shapes and types has no kernel on the wasm backend`);
        return fallback(params);
      },
    };
    tf.registerKernel(config);
  }
  return simd;
};

/** The backend as it comes, for comparison in benches. */
export const restoreStockKernels = (tf: typeof tfjs): void => {
  for (const [kernelName, kernelFunc] of stock) {
    tf.unregisterKernel(kernelName, 'wasm');
    if (kernelFunc) tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
  }
  stock.clear();
};
