/**
 * The one place that decides which tensor backend trains the models, and that says so. Tiers, best first: `tensorflow` on CUDA
 * (@tensorflow/tfjs-node-gpu), `webgpu` on a real card, `tensorflow` on the processor, `wasm` (SIMD, with kernels of our own),
 * `cpu` (plain JavaScript). A tier counts only after a numeric self-test. Serving never imports this file: it scores with typed arrays.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
// Registers the gradients; tfjs-core's Node bundle carries none.
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { BadInput } from '../../knowledge/command-line.ts';
import { registerCpuKernels } from './cpu-kernels.ts';
import { checkNumerics, checkSparseNumerics } from './self-test.ts';
import { timeOfProducts } from './speed-test.ts';
import { registerOwnKernels, restoreStockKernels } from './wasm/kernels.ts';
import { hasFusedMultiplyAdd, type SimdKernels } from './wasm/simd.ts';
import { importWebgpu, openWebgpu, type WebgpuPackages } from './webgpu.ts';

const backendNames = ['tensorflow', 'webgpu', 'wasm', 'cpu'] as const;
export type BackendName = (typeof backendNames)[number];
export type BackendChoice = BackendName | 'auto';

/** tfjs-core's own API, whichever backend runs beneath it. */
export type Tensors = typeof tf;

export interface TensorBackend {
  readonly tf: Tensors;
  readonly name: BackendName;
  /**
   * "gpu" (CUDA), "gpu (its name)" (WebGPU), "cpu" (native), "cpu (wasm simd)", "cpu (wasm simd, fma)",
   * "cpu (wasm, stock kernels)" or "cpu (javascript)".
   */
  readonly device: string;
  /** Our kernels on the heap of the `wasm` backend; null on every other, and where they failed their self-test. */
  readonly simd: SimdKernels | null;
  /** Version of tfjs-core. */
  readonly version: string;
  /** Better tiers that were tried and did not come up, with why. */
  readonly rejected: readonly { readonly name: BackendName; readonly reason: string }[];
}

export interface BackendOptions {
  readonly choice?: BackendChoice;
  /** How the native package is found; tests hand in one that is present, absent, or broken. */
  readonly importTensorflow?: () => Promise<unknown>;
  readonly importWebgpu?: () => Promise<WebgpuPackages>;
  /** Takes a graphics card that the processor plays: right, and slower than `wasm`. For tests only; default false. */
  readonly allowSoftwareGpu?: boolean;
}

/** Reads COUNTEROFFER_BACKEND; throws with the value received and what is allowed. */
export const parseBackendChoice = (text: string | undefined): BackendChoice => {
  const value = text?.trim() || 'auto';
  if (value === 'auto' || backendNames.some(name => name === value)) return value as BackendChoice;
  throw new BadInput(`COUNTEROFFER_BACKEND must be one of ${backendNames.join(', ')}, auto; got "${value}"`);
};

const nativePackage = '@tensorflow/tfjs-node-gpu';

/** tfjs-node 4.22 calls util functions that Node 23 removed, on every op (tfjs #8609). */
const restoreRemovedUtil = (): void => {
  const old = util as unknown as Record<string, unknown>;
  old.isNullOrUndefined ??= (value: unknown): boolean => value === null || value === undefined;
  old.isArray ??= Array.isArray;
};

const importNative = async (): Promise<unknown> => {
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  // A variable, not a literal: the package is optional and may be absent when this is compiled.
  return await import(nativePackage as string);
};

interface Opened {
  readonly device: string;
  readonly simd: SimdKernels | null;
}

const openTensorflow = async (importTensorflow: () => Promise<unknown>): Promise<Opened> => {
  restoreRemovedUtil();
  await importTensorflow();
  if (!(await tf.setBackend('tensorflow')))
    throw new Error('The package loaded but registered no "tensorflow" backend');
  await tf.ready();
  const native = tf.backend() as unknown as { isUsingGpuDevice?: boolean };
  await checkNumerics(tf);
  return { device: native.isUsingGpuDevice === true ? 'gpu' : 'cpu', simd: null };
};

/**
 * One thread: the threaded build of tfjs-backend-wasm 4.22.0 does not start in Node (its worker is a blob), and made to start it
 * quickens only untransposed products of two matrices, 1.8 times on two idle cores, while everything else waits; beside other
 * work on the same cores it was 10 to 30 times slower. Several trainings at once are better off as several processes.
 */
const openWasm = async (): Promise<Opened> => {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(entry), '/'));
  if (!(await tf.setBackend('wasm'))) throw new Error('WebAssembly did not start');
  await tf.ready();
  try {
    const simd = registerOwnKernels(tf);
    await checkNumerics(tf);
    if (simd) await checkSparseNumerics(tf);
    if (simd) return { device: hasFusedMultiplyAdd() ? 'cpu (wasm simd, fma)' : 'cpu (wasm simd)', simd };
  } catch {
    // They reach into the inside of a pinned package; what it brings itself is slower and still right.
    restoreStockKernels(tf);
    await checkNumerics(tf);
  }
  return { device: 'cpu (wasm, stock kernels)', simd: null };
};

const openCpu = async (): Promise<Opened> => {
  if (!(await tf.setBackend('cpu'))) throw new Error('The plain JavaScript backend did not start');
  await tf.ready();
  registerCpuKernels(tf);
  await checkNumerics(tf);
  await checkSparseNumerics(tf);
  return { device: 'cpu (javascript)', simd: null };
};

const oneLine = (fault: unknown): string => {
  const text = fault instanceof Error ? fault.message : String(fault);
  // Where it was imported from is our own file, and says nothing.
  return text
    .split('\n')[0]!
    .replace(/ imported from .*$/, '')
    .trim()
    .replace(/\.$/, '')
    .slice(0, 200);
};

const notChosen = (choice: BackendChoice, rejected: TensorBackend['rejected']): Error => {
  const reasons = rejected.map(r => `${r.name}: ${r.reason}`).join('; ');
  return choice === 'auto'
    ? new Error(`No tensor backend passed its self-test (${reasons})`)
    : new BadInput(
        `Backend "${choice}" was asked for by COUNTEROFFER_BACKEND and is not usable here (${reasons}); auto takes the best there is`,
      );
};

/** Of two backends that both work, the one that multiplies faster; ends on it. */
const faster = async (a: BackendName, b: BackendName): Promise<{ name: BackendName; reason: string }> => {
  const times: Partial<Record<BackendName, number>> = {};
  for (const name of [a, b]) {
    await tf.setBackend(name);
    times[name] = await timeOfProducts(tf);
  }
  const [winner, loser] = times[a]! <= times[b]! ? [a, b] : [b, a];
  await tf.setBackend(winner);
  return {
    name: loser,
    reason: `${winner} is faster here, ${times[winner]!.toFixed(1)} ms for what takes ${times[loser]!.toFixed(1)}`,
  };
};

/**
 * Starts the best backend there is, or the one `choice` names. Throws when the chosen one is not there or fails its
 * self-test; `auto` goes on to the next tier and lists what it passed over.
 */
export const openBackend = async (options: BackendOptions = {}): Promise<TensorBackend> => {
  tf.enableProdMode();
  const choice = options.choice ?? 'auto';
  const open: Record<BackendName, () => Promise<Opened>> = {
    tensorflow: () => openTensorflow(options.importTensorflow ?? importNative),
    webgpu: async () => {
      const importPackages = options.importWebgpu ?? importWebgpu;
      const device = await openWebgpu(tf, { importPackages, allowSoftware: options.allowSoftwareGpu ?? false });
      await checkNumerics(tf);
      await checkSparseNumerics(tf);
      return { device, simd: null };
    },
    wasm: openWasm,
    cpu: openCpu,
  };
  const rejected: { name: BackendName; reason: string }[] = [];
  /** Null: not usable, and why is noted. */
  const tried = async (name: BackendName): Promise<TensorBackend | null> => {
    try {
      const opened = await open[name]();
      return { tf, name, ...opened, version: tf.version_core, rejected };
    } catch (fault) {
      rejected.push({ name, reason: oneLine(fault) });
      return null;
    }
  };
  for (const name of choice === 'auto' ? backendNames : [choice]) {
    const backend = await tried(name);
    if (!backend) continue;
    if (choice !== 'auto' || name !== 'tensorflow' || backend.device === 'gpu') return backend;
    // The native library without a card: a card that only WebGPU reaches may be faster, and may not.
    const card = await tried('webgpu');
    if (!card) {
      await tf.setBackend(name);
      return backend;
    }
    const slower = await faster(name, 'webgpu');
    rejected.push(slower);
    return slower.name === name ? card : backend;
  }
  throw notChosen(choice, rejected);
};

/** The backend for those who may not need one: opened at the first call, the same one afterwards. */
export const openOnce = (choice: BackendChoice = 'auto'): (() => Promise<TensorBackend>) => {
  let opened: Promise<TensorBackend> | null = null;
  return () => {
    opened ??= openBackend({ choice });
    return opened;
  };
};
