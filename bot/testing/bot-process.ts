import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const startMilliseconds = 90_000;

/** One program of this repository as a process of its own: the bot, the database, the trainer. */
export class Program {
  readonly #child: ChildProcess;
  #output = '';
  readonly #listeners = new Set<() => void>();

  private constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', chunk => {
        this.#output += String(chunk);
        for (const wake of this.#listeners) wake();
      });
    }
    child.once('close', () => {
      for (const wake of this.#listeners) wake();
    });
  }

  /** `file` from the root of the repository; only PATH and HOME of the surroundings reach it, besides `env`. */
  static start(file: string, env: Readonly<Record<string, string>>, args: readonly string[] = []): Program {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, ['--no-regexp-tier-up', '--import', 'tsx', file, ...args], {
      cwd: root,
      env: { PATH, HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new Program(child);
  }

  /** Standard output and error so far. */
  get output(): string {
    return this.#output;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get ended(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The first group of the first match in the output, seen or yet to come; rejects when the process ends without it. */
  async until(pattern: RegExp): Promise<string> {
    const deadline = performance.now() + startMilliseconds;
    for (;;) {
      const found = pattern.exec(this.#output);
      if (found) return found[1] ?? found[0];
      const left = deadline - performance.now();
      if (this.ended || left <= 0) throw new Error(`No ${pattern} in what the process said: ${this.#output}`);
      await new Promise<void>(resolve => {
        const timer = setTimeout(done, left);
        const listeners = this.#listeners;
        function done() {
          clearTimeout(timer);
          listeners.delete(done);
          resolve();
        }
        listeners.add(done);
      });
    }
  }

  /** Resolves with the exit code once the process is gone; null when a signal ended it. */
  async end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (!this.ended) {
      const gone = once(this.#child, 'exit');
      if (signal) this.#child.kill(signal);
      await gone;
    }
    return this.#child.exitCode;
  }
}

export interface RunningBot {
  readonly url: string;
  readonly program: Program;
}

/** More rounds, and the whole demo shop, when COUNTEROFFER_ROUNDS says how many. */
export const longRounds = Number(process.env.COUNTEROFFER_ROUNDS ?? 0);

/** `npm start` on a free port, on a small shop unless `whole`; resolves when it says where it listens. */
export const startBot = async (env: Readonly<Record<string, string>>, whole = longRounds > 0): Promise<RunningBot> => {
  const program = Program.start(whole ? 'bot/main.ts' : 'bot/testing/small-shop-bot.ts', {
    PORT: '0',
    RATE_MESSAGES_BURST: '100000',
    RATE_MESSAGES_PER_MINUTE: '1000000',
    RATE_OPENINGS_PER_MINUTE: '1000000',
    ...env,
  });
  try {
    return { url: await program.until(/Counteroffer {3}(http:\S+)/), program };
  } catch (fault) {
    await program.end('SIGKILL');
    throw fault;
  }
};

/** `npm run db` on a free port; resolves with its address. */
export const startDatabase = async (dataDir: string): Promise<{ uri: string; program: Program }> => {
  const program = Program.start('knowledge/embedded/main.ts', { DATA_DIR: dataDir, DB_PORT: '0' });
  return { uri: (await program.until(/^(mongodb:\S+)$/m)).trim(), program };
};
