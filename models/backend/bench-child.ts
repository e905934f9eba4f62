/** Times one workload on one backend in a process of its own, which the bench can end. Arguments: workload, mode, steps, seed. */
import { adam } from './adam.ts';
import { openBackend } from './backend.ts';
import { benchSizes, workloads } from './bench-workloads.ts';
import { restoreStockKernels } from './wasm/kernels.ts';

export type BenchMode = 'wasm' | 'stock wasm' | 'cpu';

export interface StepTime {
  readonly wallMs: number;
  /** Of the whole process, what collects garbage included. */
  readonly cpuMs: number;
}

const [name, mode, most, seed] = process.argv.slice(2);
const workload = workloads.find(w => w.name === name);
if (!workload) throw new Error(`There is no workload "${name}"`);

const { tf, simd } = await openBackend({ choice: mode === 'cpu' ? 'cpu' : 'wasm' });
if (mode === 'stock wasm') restoreStockKernels(tf);
const { variables, loss } = workload.make(tf, { ...benchSizes, ...workload.sizes }, Number(seed));
const optimizer = adam(tf, mode === 'wasm' ? simd : null, { learningRate: 0.001 });
const step = async (n: number): Promise<void> => {
  const { value, grads } = tf.variableGrads(() => loss(n), [...variables]);
  optimizer.apply(variables, grads);
  await value.data();
  tf.dispose([value, grads]);
};
process.send?.('ready');
for (let n = 0; n < Number(most); n++) {
  const started = performance.now();
  const cpu = process.cpuUsage();
  await step(n);
  const { user, system } = process.cpuUsage(cpu);
  const times: StepTime = { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
  process.send?.(times);
}
process.disconnect?.();
