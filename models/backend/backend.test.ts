import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { openBackend, parseBackendChoice } from './backend.ts';
import { checkNumerics } from './self-test.ts';

const absent = () => Promise.reject(new Error("Cannot find package '@tensorflow/tfjs-node-gpu'"));

describe('the tensor backend', () => {
  it('falls back to WebAssembly with SIMD when the native package is not there, and says why', async () => {
    const backend = await openBackend({ choice: 'auto', importTensorflow: absent });
    expect(backend.name).toBe('wasm');
    expect(backend.device).toBe('cpu (wasm simd)');
    expect(backend.rejected).toEqual([
      { name: 'tensorflow', reason: "Cannot find package '@tensorflow/tfjs-node-gpu'" },
    ]);
  });

  it('fails clearly when the backend asked for is not there', async () => {
    await expect(openBackend({ choice: 'tensorflow', importTensorflow: absent })).rejects.toThrow(
      /Backend "tensorflow" was asked for.*Cannot find package/,
    );
  });

  it('does not take a native package that loads but registers nothing', async () => {
    const backend = await openBackend({ importTensorflow: () => Promise.resolve({}) });
    expect(backend.rejected.map(r => r.name)).toEqual(['tensorflow']);
    expect(backend.name).toBe('wasm');
  });

  it('reports a graphics card only when the native binding uses one', async () => {
    // The plain kernels stand in for the native ones under its name; only the device report is under test.
    for (const [isUsingGpuDevice, device] of [
      [true, 'gpu'],
      [false, 'cpu'],
    ] as const) {
      const importTensorflow = async () => {
        const cpu = tf.findBackend('cpu') as object;
        const native = Object.assign(Object.create(cpu), { isUsingGpuDevice });
        for (const kernel of tf.getKernelsForBackend('cpu')) {
          if (!tf.getKernel(kernel.kernelName, 'tensorflow')) {
            tf.registerKernel({ ...kernel, backendName: 'tensorflow' });
          }
        }
        tf.registerBackend('tensorflow', () => native);
      };
      const backend = await openBackend({ choice: 'tensorflow', importTensorflow });
      expect([backend.name, backend.device]).toEqual(['tensorflow', device]);
      await tf.setBackend('cpu');
      tf.removeBackend('tensorflow');
    }
  });

  it('passes its self-test on each tier that always installs, and leaves no tensor behind', async () => {
    for (const choice of ['wasm', 'cpu'] as const) {
      const backend = await openBackend({ choice });
      const before = backend.tf.memory().numTensors;
      await checkNumerics(backend.tf);
      expect(backend.tf.memory().numTensors).toBe(before);
    }
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
    expect(() => parseBackendChoice('cuda')).toThrow(/tensorflow, wasm, cpu, auto; got "cuda"/);
  });
});
