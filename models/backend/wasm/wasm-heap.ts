/**
 * The parts of tfjs-backend-wasm 4.22.0 that kernels of our own need and its types hide: where a tensor lies in the heap,
 * and the number XNNPACK remembers it by. The version is pinned; `heapOf` says so when the shape has changed.
 */
import type { DataId, KernelBackend, TensorInfo, TypedArray } from '@tensorflow/tfjs-core';

interface TensorEntry {
  /** XNNPACK keeps packed weights under this number. */
  id: number;
  readonly memoryOffset: number;
}

interface WasmBackend extends KernelBackend {
  readonly wasm: {
    readonly asm: { readonly memory: WebAssembly.Memory };
    _malloc(bytes: number): number;
    _free(address: number): void;
    readonly tfjs: {
      registerTensor(id: number, size: number, address: number): void;
      disposeData(id: number): void;
    };
  };
  readonly dataIdMap: { get(dataId: DataId): TensorEntry };
  dataIdNextNumber: number;
  makeOutput(shape: number[], dtype: 'float32' | 'bool'): TensorInfo;
  typedArrayFromHeap(info: TensorInfo): TypedArray;
}

export interface WasmHeap {
  readonly memory: WebAssembly.Memory;
  /** Byte address of a tensor's first value; valid until the tensor is disposed. */
  readonly addressOf: (tensor: TensorInfo) => number;
  /** A new tensor whose values are whatever lay there. */
  output(shape: readonly number[], dtype?: 'float32' | 'bool'): TensorInfo;
  /** Another handle on the same values. */
  share(tensor: TensorInfo): TensorInfo;
  /** A view; stale as soon as the heap grows. */
  view(tensor: TensorInfo): TypedArray;
  /** Bytes for the length of `work`. */
  borrow<T>(bytes: number, work: (address: number) => T): T;
  /** To be called after values were changed in place: XNNPACK would go on with weights it packed before. */
  renew(tensor: TensorInfo): void;
}

/** Throws when the backend is not the one these names were taken from. */
export const heapOf = (backend: KernelBackend): WasmHeap => {
  const own = backend as WasmBackend;
  const memory = own.wasm?.asm?.memory;
  if (!(memory instanceof WebAssembly.Memory) || own.dataIdMap === undefined || own.dataIdNextNumber === undefined) {
    throw new Error('The WebAssembly backend has another inner shape than that of tfjs-backend-wasm 4.22.0');
  }
  return {
    memory,
    addressOf: tensor => own.dataIdMap.get(tensor.dataId).memoryOffset,
    output: (shape, dtype = 'float32') => own.makeOutput([...shape], dtype),
    share: tensor => {
      own.incRef(tensor.dataId);
      return { dataId: tensor.dataId, shape: tensor.shape, dtype: tensor.dtype };
    },
    view: tensor => own.typedArrayFromHeap(tensor),
    borrow: (bytes, work) => {
      const address = own.wasm._malloc(bytes);
      if (address === 0) throw new RangeError(`The WebAssembly heap has no ${bytes} bytes left`);
      try {
        return work(address);
      } finally {
        own.wasm._free(address);
      }
    },
    renew: tensor => {
      const entry = own.dataIdMap.get(tensor.dataId);
      own.wasm.tfjs.disposeData(entry.id);
      entry.id = own.dataIdNextNumber++;
      const size = tensor.shape.reduce((product, side) => product * side, 1);
      own.wasm.tfjs.registerTensor(entry.id, size, entry.memoryOffset);
    },
  };
};
