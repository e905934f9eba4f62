import { closeSync, openSync, writeSync } from 'node:fs';
import { command, synopsis, toldHow } from '../../knowledge/command-line.ts';
import { banditTask } from '../../models/evaluate/bandit-task.ts';
import { intentsTask } from '../../models/evaluate/intents-task.ts';
import { opeTask } from '../../models/evaluate/ope-task.ts';
import { policyTask } from '../../models/evaluate/policy-task.ts';
import { rankingTask } from '../../models/evaluate/ranking-task.ts';
import { ratingsTask } from '../../models/evaluate/ratings-task.ts';
import { responseTask } from '../../models/evaluate/response-task.ts';
import { retrievalTask } from '../../models/evaluate/retrieval-task.ts';
import { BadInput, type EvaluateIo, type EvaluateTask } from '../../models/evaluate/task.ts';
import { upliftTask } from '../../models/evaluate/uplift-task.ts';
import { profileTask } from './profile-task.ts';

/** What can be evaluated. */
const tasks: readonly EvaluateTask[] = [
  rankingTask,
  ratingsTask,
  upliftTask,
  responseTask,
  policyTask,
  opeTask,
  banditTask,
  intentsTask,
  retrievalTask,
  profileTask,
];

const flushAt = 1 << 16;

const io: EvaluateIo = {
  print: result => {
    process.stdout.write(`${JSON.stringify(result)}\n`);
  },
  note: line => {
    process.stderr.write(`${line}\n`);
  },
  predictions: file => {
    if (file === undefined) return { write: () => {}, close: () => {} };
    let descriptor: number;
    try {
      descriptor = openSync(file, 'w');
    } catch (cause) {
      throw new BadInput(`The file ${file} can't be written: ${(cause as Error).message}`);
    }
    let pending = '';
    const flush = (): void => {
      try {
        if (pending !== '') writeSync(descriptor, pending);
      } catch (cause) {
        throw new BadInput(`The file ${file} can't be written: ${(cause as Error).message}`);
      }
      pending = '';
    };
    return {
      write: testCase => {
        pending += `${JSON.stringify(testCase)}\n`;
        if (pending.length > flushAt) flush();
      },
      close: () => {
        flush();
        closeSync(descriptor);
      },
    };
  },
};

const usage = command({
  name: 'npm run evaluate --',
  about: `Models and readers on files of your own, nothing written unless asked. What each task takes: npm run evaluate -- TASK --help\n\n${tasks.map(task => `  ${synopsis(task.usage)}`).join('\n')}`,
  words: 'TASK …',
  options: {},
  examples: ['ranking --interactions orders.csv --split leave-last-out', 'ranking --help'],
});

const main = async ([name, ...args]: readonly string[]): Promise<void> => {
  const task = tasks.find(candidate => candidate.name === name);
  if (task === undefined) {
    if (toldHow(usage, [name ?? ''])) return;
    throw new BadInput(
      `${name === undefined ? 'No task was named' : `There is no task ${JSON.stringify(name)}`}; tasks are ${tasks.map(t => t.name).join(', ')}; --help tells more`,
    );
  }
  if (!toldHow(task.usage, args)) await task.run(args, io);
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  io.note(error.message);
  process.exitCode = 1;
}
