/**
 * The plain JavaScript backend of tfjs works out the gradient of an embedding by comparing every row with every segment: minutes
 * for one step over a catalogue. This takes one pass.
 */
import type * as tfjs from '@tensorflow/tfjs-core';
import type { KernelConfig, TensorInfo, TypedArray } from '@tensorflow/tfjs-core';

/** What kernels of this backend use of it. */
interface CpuBackend {
  readonly data: { get(dataId: tfjs.DataId): { readonly values: TypedArray } };
  makeTensorInfo(shape: number[], dtype: 'float32', values: Float32Array): TensorInfo;
}

const kernelName = 'UnsortedSegmentSum';

/** out[segment[i], :] += x[i, :]; a segment out of range is left out. */
const segmentSum: NonNullable<KernelConfig['kernelFunc']> = ({ inputs, attrs, backend }) => {
  const { x, segmentIds } = inputs as Record<string, TensorInfo>;
  const { data, makeTensorInfo } = backend as CpuBackend;
  const segments = attrs!.numSegments as number;
  const shape = [segments, ...x!.shape.slice(1)];
  const out = new Float32Array(shape.reduce((product, side) => product * side, 1));
  const [values, ids] = [data.get(x!.dataId).values, data.get(segmentIds!.dataId).values];
  const columns = segments === 0 ? 0 : out.length / segments;
  for (let i = 0; i < ids.length; i++) {
    const segment = ids[i]!;
    if (segment < 0 || segment >= segments) continue;
    for (let c = 0; c < columns; c++) out[segment * columns + c]! += values[i * columns + c]!;
  }
  return makeTensorInfo.call(backend, shape, 'float32', out);
};

/** Puts it into the `cpu` backend, once; whole numbers and matrices of segments stay with the stock kernel. */
export const registerCpuKernels = (tf: typeof tfjs): void => {
  const stock = tf.getKernel(kernelName, 'cpu');
  if (!stock || registered.has(stock)) return;
  tf.unregisterKernel(kernelName, 'cpu');
  const config: KernelConfig = {
    ...stock,
    kernelFunc: params => {
      const { x, segmentIds } = params.inputs as Record<string, TensorInfo>;
      const ours = x!.dtype === 'float32' && segmentIds!.shape.length === 1;
      return ours ? segmentSum(params) : stock.kernelFunc(params);
    },
  };
  registered.add(config);
  tf.registerKernel(config);
};

const registered = new WeakSet<KernelConfig>();
