/** Milliseconds per training step of each kind of network, on our wasm backend, the stock one, and plain JavaScript. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { BenchMode, StepTime } from './bench-child.ts';
import { benchSizes, type Workload, workloads } from './bench-workloads.ts';

/** A step that takes longer ends the run. */
const longestStepMs = 20_000;
/** Steps at most; the first third of those taken is warming up. */
const mostSteps = 150;

export type StepTimes =
  /** Medians in ms; the quickest step by the clock beside them. */
  { readonly wallMs: number; readonly cpuMs: number; readonly bestMs: number } | { readonly why: string };

export interface TrainingFigures {
  readonly name: string;
  readonly what: string;
  readonly times: Readonly<Record<BenchMode, StepTimes>>;
}

const child = join(import.meta.dirname, `bench-child${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`);

const timed = (workload: Workload, mode: BenchMode, budgetMs: number, seed: number): Promise<StepTimes> =>
  new Promise(resolve => {
    const args = [workload.name, mode, String(mostSteps), String(seed)];
    const run = fork(child, args, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    const times: StepTime[] = [];
    let fault = '';
    let late: NodeJS.Timeout | null = null;
    let spent = 0;
    const watch = (): void => {
      if (late) clearTimeout(late);
      late = setTimeout(() => run.kill('SIGKILL'), longestStepMs);
    };
    run.stderr?.on('data', (text: Buffer) => {
      fault += text.toString();
    });
    run.on('message', (message: 'ready' | StepTime) => {
      watch();
      if (message === 'ready') return;
      times.push(message);
      spent += message.wallMs;
      if (spent > budgetMs && times.length > 2) run.kill('SIGKILL');
    });
    run.on('exit', () => {
      if (late) clearTimeout(late);
      const warm = times.slice(Math.floor(times.length / 3));
      const median = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
      const walls = warm.map(t => t.wallMs);
      if (warm.length > 0)
        resolve({ wallMs: median(walls), cpuMs: median(warm.map(t => t.cpuMs)), bestMs: Math.min(...walls) });
      else resolve({ why: fault ? 'ERR' : `> ${longestStepMs / 1000} s` });
    });
  });

/** One after the other, each workload on all backends before the next: what the machine does beside it changes slowly. */
export const benchTraining = async (
  quick: boolean,
  seed: number,
  say: (line: string) => void,
): Promise<TrainingFigures[]> => {
  const figures: TrainingFigures[] = [];
  for (const workload of workloads) {
    const times = {} as Record<BenchMode, StepTimes>;
    for (const mode of ['wasm', 'stock wasm', 'cpu'] as const) {
      say(`Training: ${workload.name} on ${mode}`);
      times[mode] = await timed(workload, mode, quick ? 1_000 : 6_000, seed);
    }
    figures.push({ name: workload.name, what: workload.what({ ...benchSizes, ...workload.sizes }), times });
  }
  return figures;
};
