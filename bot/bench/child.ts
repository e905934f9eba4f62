import { type ChildProcess, fork } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Answers, Question } from './processes/report-to-parent.ts';

const startMilliseconds = 180_000;
const answerMilliseconds = 30_000;

type Message =
  | { readonly ready: Readonly<Record<string, string>> }
  | { readonly failed: string }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: string };

/** One of the bench's own processes, which answers questions about itself. */
export class Child {
  readonly facts: Readonly<Record<string, string>>;
  readonly #process: ChildProcess;
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (fault: Error) => void }>();
  #asked = 0;

  private constructor(process: ChildProcess, facts: Readonly<Record<string, string>>) {
    this.#process = process;
    this.facts = facts;
    process.on('message', (message: Message) => {
      if (!('id' in message)) return;
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ('fault' in message) waiting?.reject(new Error(message.fault));
      else waiting?.resolve(message.answer);
    });
    process.once('exit', code => {
      for (const { reject } of this.#waiting.values())
        reject(new Error(`A bench process ended with exit code ${code}`));
    });
  }

  /** Rejects with the child's own sentence when it can't start, or after three minutes. */
  static start(
    program: 'database' | 'shop' | 'direct-line-echo' | 'bare-echo',
    env: Record<string, string>,
  ): Promise<Child> {
    const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const child = fork(fileURLToPath(new URL(`./processes/${program}.ts`, import.meta.url)), [], {
      env: { ...process.env, ...env },
      execArgv: ['--no-regexp-tier-up', '--import', loader, '--expose-gc'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new Promise((resolve, reject) => {
      const give = (what: string): void => {
        child.kill('SIGKILL');
        reject(new Error(what));
      };
      const limit = setTimeout(
        () => give(`The ${program} process was not ready after ${startMilliseconds} ms`),
        startMilliseconds,
      );
      child.once('exit', code => reject(new Error(`The ${program} process ended with exit code ${code}`)));
      child.once('message', (message: Message) => {
        clearTimeout(limit);
        if ('ready' in message) resolve(new Child(child, message.ready));
        else give(`The ${program} process did not start: ${'failed' in message ? message.failed : 'no reason given'}`);
      });
    });
  }

  ask<Q extends Question>(question: Q): Promise<Answers[Q]> {
    const id = this.#asked++;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(
        () => reject(new Error(`No answer to "${question}" in ${answerMilliseconds} ms`)),
        answerMilliseconds,
      );
      this.#waiting.set(id, {
        resolve: answer => {
          clearTimeout(limit);
          resolve(answer as Answers[Q]);
        },
        reject: fault => {
          clearTimeout(limit);
          reject(fault);
        },
      });
      this.#process.send({ id, question });
    });
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = new Promise(resolve => this.#process.once('exit', resolve));
    await this.ask('stop').catch(() => this.#process.kill('SIGKILL'));
    await ended;
  }
}
