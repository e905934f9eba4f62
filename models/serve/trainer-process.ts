/** Training in a process of its own: low priority, progress by IPC, a time limit, and nothing it does can take the server down. */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TrainMessage } from '../train/progress-line.ts';

export interface TrainerOptions {
  /** Arguments of models/train/main.ts. */
  readonly args: readonly string[];
  /** Its whole environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMilliseconds: number;
  readonly onProgress: (message: TrainMessage) => void;
  /** Each line of its standard error. */
  readonly log: (line: string) => void;
  /** Another program than models/train/main; for tests. */
  readonly program?: string;
}

export type TrainerEnd =
  | { readonly kind: 'finished' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly reason: string }
  | { readonly kind: 'stopped'; readonly reason: string };

export interface Trainer {
  readonly end: Promise<TrainerEnd>;
  stop(): Promise<void>;
}

/** The trainer beside this file: TypeScript when run from source, JavaScript when built. */
const trainerProgram = (): string => {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return fileURLToPath(new URL(`../train/main.${extension}`, import.meta.url));
};

const argumentsFor = (program: string): string[] => {
  // A debugger's port can't be shared, and a test runner's own hooks are not the child's.
  const inherited = process.execArgv.filter(arg => !arg.startsWith('--inspect'));
  if (!program.endsWith('.ts') || inherited.some(arg => arg.includes('tsx'))) return inherited;
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  return [...inherited.filter(arg => arg.startsWith('--max-old-space-size')), '--import', loader];
};

const graceMilliseconds = 3000;

export const startTrainer = (options: TrainerOptions): Trainer => {
  const program = options.program ?? trainerProgram();
  if (!existsSync(program)) {
    return {
      end: Promise.resolve({ kind: 'failed', reason: `There is no trainer at ${program}` }),
      stop: () => Promise.resolve(),
    };
  }
  const child: ChildProcess = fork(program, options.args, {
    env: { ...options.env },
    execArgv: argumentsFor(program),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let ending: 'timed-out' | 'stopped' | undefined;
  let lastLine = '';
  let rest = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.trim() === '') continue;
      // Of a stack trace the first line says what happened.
      if (!/^\s+at /.test(line)) lastLine = line.trim();
      options.log(line);
    }
  });
  child.on('message', message => {
    const { progress, step } = message as Partial<TrainMessage>;
    if (typeof progress === 'number' && typeof step === 'string') {
      options.onProgress({ progress: Math.min(1, Math.max(0, progress)), step });
    }
  });
  let forced: NodeJS.Timeout | undefined;
  const kill = (why: 'timed-out' | 'stopped'): void => {
    ending ??= why;
    child.kill('SIGTERM');
    forced ??= setTimeout(() => child.kill('SIGKILL'), graceMilliseconds);
  };
  const limit = setTimeout(() => kill('timed-out'), options.timeoutMilliseconds);
  const end = new Promise<TrainerEnd>(resolve => {
    const settle = (result: TrainerEnd): void => {
      clearTimeout(limit);
      clearTimeout(forced);
      resolve(result);
    };
    child.once('error', fault => settle({ kind: 'failed', reason: fault.message }));
    child.once('close', (code, signal) => {
      if (ending === 'timed-out') {
        settle({ kind: 'timed-out', reason: `Training took longer than ${options.timeoutMilliseconds / 1000} s` });
      } else if (ending === 'stopped') settle({ kind: 'stopped', reason: 'Training was stopped' });
      else if (code === 0) settle({ kind: 'finished' });
      else
        settle({
          kind: 'failed',
          reason: lastLine || rest.trim() || `The trainer ended with ${signal ?? `exit code ${code}`}`,
        });
    });
  });
  return {
    end,
    stop: async () => {
      kill('stopped');
      await end;
    },
  };
};
