import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openBackend, parseBackendChoice } from './backend.ts';
import { checkNumerics } from './self-test.ts';

const absent = () => Promise.reject(new Error("Cannot find package '@tensorflow/tfjs-node-gpu'"));

const noWebgpu = () => Promise.reject(new Error("Cannot find package 'webgpu' imported from here"));

/** The plain kernels stand in for the native ones under its name. */
const standIn = (isUsingGpuDevice: boolean) => async () => {
  const cpu = tf.findBackend('cpu') as object;
  const native = Object.assign(Object.create(cpu), { isUsingGpuDevice });
  for (const kernel of tf.getKernelsForBackend('cpu')) {
    if (!tf.getKernel(kernel.kernelName, 'tensorflow')) tf.registerKernel({ ...kernel, backendName: 'tensorflow' });
  }
  tf.registerBackend('tensorflow', () => native);
};
const removeStandIn = async () => {
  await tf.setBackend('cpu');
  tf.removeBackend('tensorflow');
};

describe('the tensor backend', () => {
  it('falls back to WebAssembly with SIMD when the native package is not there, and says why', async () => {
    const backend = await openBackend({ choice: 'auto', importTensorflow: absent, importWebgpu: noWebgpu });
    expect(backend.name).toBe('wasm');
    expect(backend.device).toMatch(/^cpu \(wasm simd(, fma)?\)$/);
    expect(backend.rejected).toEqual([
      { name: 'tensorflow', reason: "Cannot find package '@tensorflow/tfjs-node-gpu'" },
      { name: 'webgpu', reason: "Cannot find package 'webgpu'" },
    ]);
  });

  it('fails clearly when the backend asked for is not there', async () => {
    await expect(openBackend({ choice: 'tensorflow', importTensorflow: absent })).rejects.toThrow(
      /Backend "tensorflow" was asked for.*Cannot find package/,
    );
  });

  it('does not take a native package that loads but registers nothing', async () => {
    const backend = await openBackend({ importTensorflow: () => Promise.resolve({}), importWebgpu: noWebgpu });
    expect(backend.rejected.map(r => r.name)).toEqual(['tensorflow', 'webgpu']);
    expect(backend.name).toBe('wasm');
  });

  it('reports a graphics card only when the native binding uses one', async () => {
    for (const [isUsingGpuDevice, device] of [
      [true, 'gpu'],
      [false, 'cpu'],
    ] as const) {
      const backend = await openBackend({ choice: 'tensorflow', importTensorflow: standIn(isUsingGpuDevice) });
      expect([backend.name, backend.device]).toEqual(['tensorflow', device]);
      await removeStandIn();
    }
  });

  it('takes the native library without a card where no other card answers, and says what it asked', async () => {
    const backend = await openBackend({ importTensorflow: standIn(false), importWebgpu: noWebgpu });
    expect([backend.name, backend.device, tf.getBackend()]).toEqual(['tensorflow', 'cpu', 'tensorflow']);
    expect(backend.rejected).toEqual([{ name: 'webgpu', reason: "Cannot find package 'webgpu'" }]);
    await removeStandIn();
  });

  it('does not take WebGPU packages of another version, nor a machine without a card', async () => {
    const wrong = async () => ({ dawn: {}, tfjs: {} }) as never;
    await expect(openBackend({ choice: 'webgpu', importWebgpu: wrong })).rejects.toThrow(/not those of version 4.22.0/);
    const none = async () =>
      ({
        dawn: { create: () => ({ requestAdapter: async () => null }), globals: {} },
        tfjs: { WebGPUBackend: class {} },
      }) as never;
    await expect(openBackend({ choice: 'webgpu', importWebgpu: none })).rejects.toThrow(/No graphics card answers/);
  });

  it('passes its self-test on each tier that always installs, and leaves no tensor behind', async () => {
    for (const choice of ['wasm', 'cpu'] as const) {
      const backend = await openBackend({ choice });
      const before = backend.tf.memory().numTensors;
      await checkNumerics(backend.tf);
      expect(backend.tf.memory().numTensors).toBe(before);
    }
  });

  it('sums rows by segment on the plain backend as by hand, and leaves out what is out of range', async () => {
    const { tf: tensors } = await openBackend({ choice: 'cpu' });
    const sums = tensors.unsortedSegmentSum(
      tensors.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]),
      tensors.tensor1d([1, 1, 9], 'int32'),
      3,
    );
    expect([...(await sums.data())]).toEqual([0, 0, 4, 6, 0, 0]);
    sums.dispose();
  });

  it('refuses a backend that computes wrongly', async () => {
    const { tf: tensors } = await openBackend({ choice: 'cpu' });
    const wrong = {
      ...tensors,
      matMul: (...args: Parameters<typeof tensors.matMul>) => tensors.neg(tensors.matMul(...args)),
    };
    await expect(checkNumerics(wrong as typeof tensors)).rejects.toThrow(/matrix product/);
  });

  it('names the permitted values when COUNTEROFFER_BACKEND is misspelt', () => {
    expect(parseBackendChoice(undefined)).toBe('auto');
    expect(parseBackendChoice('wasm')).toBe('wasm');
    expect(() => parseBackendChoice('cuda')).toThrow(/tensorflow, webgpu, wasm, cpu, auto; got "cuda"/);
  });
});
