/** What `npm run evaluate -- TASK …` runs: one task per kind of model, all speaking the same way. */

import type { Command } from '../../knowledge/command-line.ts';

export { BadInput } from '../../knowledge/command-line.ts';

/** The names in "a, b,c". */
export const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');

export interface EvaluateIo {
  /** One JSON object on one line of standard output: a result. */
  print(result: Readonly<Record<string, unknown>>): void;
  /** A line for people, on standard error. */
  note(line: string): void;
  /** Opens the file named by `--out`; without a name nothing is written. */
  predictions(file: string | undefined): Predictions;
}

/** Raw predictions, one JSON line per test case with what went in and what came out, so that anyone can score them anew. */
export interface Predictions {
  write(testCase: Readonly<Record<string, unknown>>): void;
  /** Flushes and closes; throws BadInput when the file can't be written. */
  close(): void;
}

export interface EvaluateTask {
  /** What stands after `evaluate --`. */
  readonly name: string;
  readonly usage: Command;
  /** `args`: everything after the task's name. Throws BadInput for anything the person can put right. */
  run(args: readonly string[], io: EvaluateIo): Promise<void>;
}
