/**
 * `npm run train`. Composition root: reads the environment, opens the stores, publishes into DATA_DIR/models. Started by
 * hand, or forked by the server with progress over IPC. Names of single recommenders in --models restrict the blend to them; --resume goes
 * on where a killed run stopped, with that run's options. Neural models are trained with a --budget, or when they are named.
 */
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { BadInput, command, readArguments, toldHow } from '../../knowledge/command-line.ts';
import { openStores } from '../../knowledge/store/open.ts';
import { parseBackendChoice } from '../backend/backend.ts';
import { describeQuality } from '../data/quality.ts';
import { listed } from '../evaluate/task.ts';
import { blendKinds } from '../recommend/blend/blend.ts';
import { openRegistry } from '../serve/registry.ts';
import { usualMemoryBound, watchMemory } from './memory-watch.ts';
import { progressLine, type TrainMessage } from './progress-line.ts';
import { type Trainable, trainable } from './run.ts';
import { toldReport } from './told-report.ts';
import { NothingToTrain, train } from './train.ts';
import { interruptedRun } from './work.ts';

/** Started by a server, which follows the progress; `process.send` is there only then. */
const forked = process.send !== undefined;

const blank = (value: unknown): unknown => (value === '' ? undefined : value);

const environment = z.object({
  MONGODB_URI: z.preprocess(blank, z.string().optional()),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  DB_PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(27_717)),
  COUNTEROFFER_BACKEND: z.string().optional(),
  COUNTEROFFER_SEED: z.preprocess(blank, z.coerce.number().int().default(1)),
  TRAIN_MEMORY_MB: z.preprocess(blank, z.coerce.number().int().min(256).max(1_048_576).optional()),
});

const known = blendKinds(true).map(kind => kind.name);

const usage = command({
  name: 'npm run train --',
  about:
    'Learns the recommender and the promotion response anew from the database of MONGODB_URI or DATA_DIR, and puts them into use unless the\n' +
    'recommender does worse on the newest purchases than the one in use. One of --list, --promote and --rollback trains nothing.',
  words: '[VERSION]',
  options: {
    models: {
      takes: 'NAMES',
      usually: trainable.join(),
      about: `what to learn, separated by commas: ${trainable.join(', ')}, or a recommender of just ${known.join(', ')}`,
    },
    budget: {
      takes: 'MINUTES',
      about: 'time that neural recommenders take part in, up to 10000; without it only quick ones do',
    },
    seed: { takes: 'N', about: 'COUNTEROFFER_SEED or 1 if not given' },
    seeds: {
      takes: 'COUNT',
      about: `how many seeds the held-out figures are averaged over, 1 to 20 (3 if not given, with a --budget as many as half of it has 5 minutes for)`,
    },
    resume: { about: 'goes on where a killed run stopped, with the options of that run' },
    list: { about: 'the versions there are, newest first, a JSON object each' },
    promote: { takes: 'VERSION', about: 'uses this version, whatever was said against it' },
    rollback: { about: 'uses the version before, or the VERSION named' },
  },
  examples: ['--budget 10', '--models ease,sasrec --budget 5', '--list', '--rollback'],
});

interface Command {
  readonly models: readonly Trainable[];
  /** Single recommenders of the blend, when not all. */
  readonly only: readonly string[] | undefined;
  readonly seed: number | undefined;
  readonly seeds: number | undefined;
  readonly budgetMinutes: number | undefined;
  readonly resume: boolean;
  readonly promote: number | undefined;
  readonly rollback: number | true | undefined;
  readonly list: boolean;
}

const wholeNumber = (name: string, text: string): number => {
  const value = Number(text.replace(/^v/, ''));
  if (!Number.isSafeInteger(value) || value < 0) throw new BadInput(`${name} needs a whole number, got "${text}"`);
  return value;
};

const minutes = (text: string): number => {
  const value = Number(text);
  if (!(value > 0 && value <= 10_000)) throw new BadInput(`--budget needs minutes above 0, up to 10000; got "${text}"`);
  return value;
};

/** "recommender,response" or names of the blend's models, which train the recommender of just those. */
const parseModels = (text: string): Pick<Command, 'models' | 'only'> => {
  const names = listed(text);
  const isTrainable = (name: string): name is Trainable => trainable.some(one => one === name);
  const unknown = names.find(name => !isTrainable(name) && !known.includes(name));
  if (unknown !== undefined)
    throw new BadInput(`--models knows ${[...trainable, ...known].join(', ')}; got "${unknown}"`);
  if (names.length === 0) throw new BadInput(`--models needs at least one of ${[...trainable, ...known].join(', ')}`);
  const only = names.filter(name => !isTrainable(name));
  return {
    models: trainable.filter(name => names.includes(name) || (name === 'recommender' && only.length > 0)),
    only: only.length > 0 && !names.includes('recommender') ? only : undefined,
  };
};

const parseCommand = (args: readonly string[]): Command => {
  const { values, words } = readArguments(usage, args);
  const [version, ...extra] = words;
  if (extra.length > 0 || (version !== undefined && !values.rollback))
    throw new BadInput(`"${extra[0] ?? version}" is not understood: a VERSION stands only after --rollback, one`);
  const verbs = [values.list && '--list', values.promote !== undefined && '--promote', values.rollback && '--rollback'];
  const asked = verbs.filter(verb => verb !== false);
  if (asked.length > 1) throw new BadInput(`${asked.join(' and ')} exclude each other`);
  const whole = (name: 'seed' | 'seeds' | 'promote'): number | undefined => {
    const given = values[name];
    return given === undefined ? undefined : wholeNumber(`--${name}`, given);
  };
  const seeds = whole('seeds');
  if (seeds !== undefined && (seeds < 1 || seeds > 20)) throw new BadInput(`--seeds takes 1 to 20, got ${seeds}`);
  return {
    ...parseModels(values.models),
    seed: whole('seed'),
    seeds,
    budgetMinutes: values.budget === undefined ? undefined : minutes(values.budget),
    resume: values.resume,
    promote: whole('promote'),
    rollback: values.rollback ? (version === undefined ? true : wholeNumber('--rollback', version)) : undefined,
    list: values.list,
  };
};

const readEnvironment = (): z.infer<typeof environment> => {
  const result = environment.safeParse(process.env);
  if (result.success) return result.data;
  throw new BadInput(
    result.error.issues
      .map(issue => `${issue.path.join('.')} is "${process.env[String(issue.path[0])]}": ${issue.message}`)
      .join('; '),
  );
};

const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const print = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** A version that is not there is the person's to put right. */
const orBadInput = <T>(work: () => T): T => {
  try {
    return work();
  } catch (fault) {
    throw fault instanceof RangeError ? new BadInput(fault.message) : fault;
  }
};

const lowerPriority = (): void => {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A sandbox may forbid it; training then runs at the priority it was given.
  }
};

const run = async (command: Command): Promise<void> => {
  const env = readEnvironment();
  const registry = openRegistry(join(env.DATA_DIR, 'models'));
  if (command.list) {
    for (const line of registry.list()) print(line);
    return;
  }
  if (command.rollback !== undefined) {
    const { rollback } = command;
    print({ current: orBadInput(() => registry.rollback(rollback === true ? undefined : rollback)) });
    return;
  }
  if (command.promote !== undefined) {
    const { promote } = command;
    print({ current: orBadInput(() => registry.promote(promote)) });
    return;
  }
  const backend = parseBackendChoice(env.COUNTEROFFER_BACKEND);
  lowerPriority();
  const bar = process.send ? null : progressLine(process.stderr);
  let lastSent = 0;
  const onProgress = (progress: number, step: string): void => {
    const message: TrainMessage = { progress, step };
    bar?.show(message);
    // Progress is for a person's eye: ten times a second is plenty, the last word always goes out.
    if (process.connected && (performance.now() - lastSent > 100 || progress === 1)) {
      process.send?.(message);
      lastSent = performance.now();
    }
  };
  // A forked trainer whose server died before it was listening must not become the owner of the folder.
  if (forked && !process.connected) return;
  const memory = watchMemory(env.TRAIN_MEMORY_MB ?? usualMemoryBound(), 'TRAIN_MEMORY_MB');
  const stores = await openStores({
    ...(env.MONGODB_URI !== undefined && { mongodbUri: env.MONGODB_URI }),
    dataDir: env.DATA_DIR,
    dbPort: env.DB_PORT,
    log: message => process.stderr.write(`${message}\n`),
  });
  try {
    const workDir = join(registry.dir, '.work');
    const found = command.resume ? interruptedRun(workDir) : null;
    if (typeof found === 'string') note(`${found}; this run begins anew, with the options given now`);
    const interrupted = typeof found === 'string' ? null : found;
    const report = await train({
      stores,
      registry,
      models: interrupted ? trainable.filter(name => interrupted.models.includes(name)) : command.models,
      only: interrupted ? (interrupted.only ?? undefined) : command.only,
      seed: interrupted?.seed ?? command.seed ?? env.COUNTEROFFER_SEED,
      seeds: interrupted?.seeds ?? command.seeds,
      budgetMinutes: interrupted ? (interrupted.budgetMinutes ?? undefined) : command.budgetMinutes,
      backend,
      now: interrupted ? new Date(interrupted.now) : new Date(),
      workDir,
      resume: interrupted !== null,
      onProgress,
      onQuality: quality => {
        bar?.end();
        for (const line of describeQuality(quality)) note(`data: ${line}`);
      },
    });
    bar?.end();
    for (const [name, reason] of Object.entries(report.refused)) note(`${name} left out: ${reason}`);
    for (const line of toldReport(report)) note(line);
    // The manifest has it.
    const { recommender: _, heldOut, ...printed } = report;
    print({ ...printed, heldOut: heldOut && { ...heldOut, cases: undefined } });
  } finally {
    await stores.close();
    await memory.stop();
  }
};

// The server that forked this is gone: nobody waits for the result.
process.once('disconnect', () => process.exit(1));

try {
  const args = process.argv.slice(2);
  if (!toldHow(usage, args)) await run(parseCommand(args));
  // An open IPC channel would keep the process alive.
  if (process.connected) {
    process.removeAllListeners('disconnect');
    process.disconnect();
  }
} catch (fault) {
  process.stderr.write(
    fault instanceof BadInput || fault instanceof NothingToTrain
      ? `${fault.message}\n`
      : `${fault instanceof Error ? fault.stack : String(fault)}\n`,
  );
  process.exitCode = 1;
  if (process.connected) {
    process.removeAllListeners('disconnect');
    process.disconnect();
  }
}
