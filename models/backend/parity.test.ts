/**
 * Every kind of network here learns alike on every backend that opens on this machine, against plain JavaScript. WebGPU is tried
 * on whatever plays a graphics card, if its packages are found: beside the project, or in the folder that WEBGPU_PACKAGES names
 * (npm i --prefix FOLDER @tensorflow/tfjs-backend-webgpu@4.22.0 webgpu@0.6.2; apt-get install mesa-vulkan-drivers libvulkan1).
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adam } from './adam.ts';
import { type BackendName, openBackend, type TensorBackend } from './backend.ts';
import { type Sizes, type Workload, workloads } from './bench-workloads.ts';
import { distance, worked } from './gradients.test-helper.ts';
import { ownCases, plainCases } from './op-cases.test-helper.ts';
import { importWebgpu, type WebgpuPackages } from './webgpu.ts';

const small: Sizes = {
  shoppers: 30,
  products: 40,
  width: 8,
  batch: 6,
  length: 5,
  hidden: 12,
  latent: 4,
  filters: 6,
};
const steps = 30;
/** Of a loss after up to 30 steps of Adam, relative: each op is good to about 1e-6, and the steps add it up. */
const tolerance = 1e-3;

const webgpuFrom = async (folder: string): Promise<WebgpuPackages> => {
  const { resolve } = createRequire(join(folder, 'package.json'));
  const load = (name: string) => import(pathToFileURL(resolve(name)).href);
  return { dawn: await load('webgpu'), tfjs: await load('@tensorflow/tfjs-backend-webgpu') };
};

const open = (choice: BackendName): Promise<TensorBackend> => {
  const folder = process.env.WEBGPU_PACKAGES;
  return openBackend({
    choice,
    allowSoftwareGpu: true,
    importWebgpu: folder ? () => webgpuFrom(folder) : importWebgpu,
  });
};

interface Run {
  readonly losses: readonly number[];
  readonly tensorsLeft: number;
}

const learn = async ({ tf, simd }: TensorBackend, workload: Workload): Promise<Run> => {
  const { variables, loss } = workload.make(tf, small, 3);
  const optimizer = adam(tf, simd, { learningRate: 0.01 });
  const losses: number[] = [];
  let settled = 0;
  for (let n = 0; n < steps; n++) {
    const { value, grads } = tf.variableGrads(() => loss(n), [...variables]);
    optimizer.apply(variables, grads);
    losses.push((await value.data())[0]!);
    tf.dispose([value, grads]);
    if (n === 4) settled = tf.memory().numTensors;
  }
  const tensorsLeft = tf.memory().numTensors - settled;
  optimizer.dispose();
  tf.dispose([...variables]);
  return { losses, tensorsLeft };
};

const wanted = new Map<string, readonly number[]>();
beforeAll(async () => {
  const cpu = await open('cpu');
  for (const workload of workloads) wanted.set(workload.name, (await learn(cpu, workload)).losses);
});

describe.each(['tensorflow', 'webgpu', 'wasm'] as const)('on %s', { timeout: 240_000 }, name => {
  let backend: TensorBackend | null = null;
  let reason = '';
  beforeAll(async () => {
    backend = await open(name).catch((fault: Error) => {
      reason = fault.message;
      return null;
    });
  });
  afterAll(async () => {
    await backend?.tf.setBackend('cpu');
  });

  it.for(workloads)('$name learns as in plain JavaScript, and leaves no tensor behind', async (workload, { skip }) => {
    if (!backend) return skip(reason);
    const run = await learn(backend, workload);
    for (const [n, loss] of wanted.get(workload.name)!.entries())
      expect(Math.abs(run.losses[n]! - loss) / (1 + Math.abs(loss))).toBeLessThan(tolerance);
    expect(run.losses.at(-1)!).toBeLessThan(run.losses[0]!);
    expect(run.tensorsLeft).toBe(0);
  });

  it('each op and its gradient are those of plain JavaScript', async ({ skip }) => {
    if (!backend) return skip(reason);
    const { tf } = backend;
    for (const test of [...ownCases, ...plainCases]) {
      await tf.setBackend('cpu');
      const plain = await worked(tf, test, 5);
      await tf.setBackend(name);
      expect([test.name, distance(await worked(tf, test, 5), plain) < 1e-4]).toEqual([test.name, true]);
    }
  });
});
