/** `npm run lab -- conversations`: simulated shoppers with goals talk to the real bot; one JSON object on standard output. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadInput, command, readArguments, toldHow, wholeNumber } from '../../../knowledge/command-line.ts';
import { openSentenceEncoder } from '../../../models/text/sentence-encoder.ts';
import { figuresOf } from './figures.ts';
import { personas } from './personas.ts';
import { type Played, play } from './play.ts';
import { goals, scenariosOf } from './scenarios.ts';
import { openStage } from './stage.ts';
import { writeFailures } from './transcript.ts';
import type { Half } from './wording.ts';

export interface ConversationOptions {
  readonly scenarios: number;
  readonly runs: number;
  readonly seed: number;
  /** A persona or a goal. */
  readonly only: string | undefined;
  /** Which wordings are used: those that were worked with, those kept unseen, or both. */
  readonly halves: readonly Half[];
  /** Folder for the talks that failed. */
  readonly out: string | undefined;
  /** Whether messages are given a second look by what their sentences mean. */
  readonly encoder: boolean;
}

const known: readonly string[] = [...personas, ...goals.map(g => g.key)];

const usage = command({
  name: 'npm run lab -- conversations',
  about:
    'Simulated shoppers with goals talk to the real bot: one JSON object with goal success, pass^8, wrong claims and pestering.',
  options: {
    scenarios: { takes: 'N', usually: '400', about: 'how many, 1 to 10000' },
    runs: { takes: 'N', usually: '8', about: 'of each scenario, 1 to 100' },
    seed: { takes: 'N', usually: '1', about: 'of the scenarios and wordings' },
    only: { takes: 'PERSONA | GOAL', about: `one of ${known.join(', ')}` },
    wordings: {
      takes: 'seen | held | all',
      usually: 'all',
      about: 'those that were worked with, those kept unseen, or both',
    },
    encoder: { about: 'a second look at messages by what their sentences mean' },
    out: { takes: 'DIR', about: 'the talks that failed, as files' },
  },
  examples: ['--scenarios 20 --runs 2 --seed 10'],
});

/** Throws BadInput. */
export const readConversationOptions = (args: readonly string[]): ConversationOptions => {
  const { values } = readArguments(usage, args);
  const { only, wordings } = values;
  if (only !== undefined && !known.includes(only))
    throw new BadInput(`--only is one of ${known.join(', ')}, got "${only}"`);
  if (!['seen', 'held', 'all'].includes(wordings))
    throw new BadInput(`--wordings is one of seen, held, all, got "${wordings}"`);
  return {
    scenarios: wholeNumber('scenarios', values.scenarios, 1, 10_000),
    runs: wholeNumber('runs', values.runs, 1, 100),
    seed: wholeNumber('seed', values.seed, 0, 4_294_967_295),
    only,
    halves: wordings === 'all' ? ['seen', 'held'] : [wordings as Half],
    out: values.out,
    encoder: values.encoder,
  };
};

/** Talks that go on at the same time: one waits for the database while another is thought about. */
const together = 8;

export const converse = async (
  options: ConversationOptions,
): Promise<{ readonly played: readonly Played[]; readonly figures: ReturnType<typeof figuresOf> }> => {
  const modelsDir = await mkdtemp(join(tmpdir(), 'counteroffer-lab-'));
  const stage = await openStage({
    modelsDir,
    seed: options.seed,
    openEncoder: options.encoder ? openSentenceEncoder : undefined,
  });
  try {
    const talks = scenariosOf({
      count: options.scenarios,
      seed: options.seed,
      only: options.only,
      halves: options.halves,
    }).flatMap(scenario => Array.from({ length: options.runs }, (_, run) => ({ scenario, run })));
    const begun = performance.now();
    const played: Played[] = [];
    const queue = talks.values();
    const work = async (): Promise<void> => {
      for (const { scenario, run } of queue) played.push(await play(scenario, run, stage, options.seed));
    };
    await Promise.all(Array.from({ length: together }, work));
    const seconds = (performance.now() - begun) / 1000;
    return { played, figures: figuresOf(played, { seed: options.seed, runs: options.runs, seconds }) };
  } finally {
    await stage.close();
    await rm(modelsDir, { recursive: true, force: true });
  }
};

export const runConversations = async (args: readonly string[], note: (line: string) => void): Promise<void> => {
  if (toldHow(usage, args)) return;
  const options = readConversationOptions(args);
  const { played, figures } = await converse(options);
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  if (options.out !== undefined)
    note(`Wrote ${writeFailures(options.out, played)} of ${played.length} conversations to ${options.out}`);
};
