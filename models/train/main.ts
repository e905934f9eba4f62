/**
 * `npm run train`. Composition root: reads the environment, opens the stores, publishes into DATA_DIR/models. Started by
 * hand, or forked by the server with progress over IPC. Names of single recommenders in --models restrict the blend to them; --resume goes
 * on where a killed run stopped, with that run's options. Neural models are trained with a --budget, or when they are named.
 */
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openStores } from '../../knowledge/store/open.ts';
import { type BackendChoice, backendNames } from '../backend/backend.ts';
import { describeQuality } from '../data/quality.ts';
import { listed } from '../evaluate/task.ts';
import { blendKinds } from '../recommend/blend.ts';
import { openRegistry } from '../serve/registry.ts';
import { usualMemoryBound, watchMemory } from './memory-watch.ts';
import { progressLine, type TrainMessage } from './progress-line.ts';
import { type Trainable, trainable } from './run.ts';
import { toldReport } from './told-report.ts';
import { NothingToTrain, train } from './train.ts';
import { interruptedRun } from './work.ts';

/** Started by a server, which follows the progress; `process.send` is there only then. */
const forked = process.send !== undefined;

class BadInput extends Error {
  override readonly name = 'BadInput';
}

const blank = (value: unknown): unknown => (value === '' ? undefined : value);

const environment = z.object({
  MONGODB_URI: z.preprocess(blank, z.string().optional()),
  DATA_DIR: z.preprocess(blank, z.string().default('./data')),
  DB_PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65_535).default(27_717)),
  COUNTEROFFER_BACKEND: z.preprocess(blank, z.enum([...backendNames, 'auto']).default('auto')),
  COUNTEROFFER_SEED: z.preprocess(blank, z.coerce.number().int().default(1)),
  TRAIN_MEMORY_MB: z.preprocess(blank, z.coerce.number().int().min(256).max(1_048_576).optional()),
});

const usage =
  'npm run train -- [--models recommender,response or single recommenders] [--budget MINUTES] [--seed N] [--seeds COUNT] [--resume] | ' +
  '--promote VERSION | --rollback [VERSION] | --list';

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

const whole = (name: string, text: string): number => {
  const value = Number(text.replace(/^v/, ''));
  if (!Number.isSafeInteger(value) || value < 0) throw new BadInput(`--${name} needs a whole number, got "${text}"`);
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
  const known = blendKinds(true).map(kind => kind.name);
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
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        models: { type: 'string' },
        budget: { type: 'string' },
        seed: { type: 'string' },
        seeds: { type: 'string' },
        resume: { type: 'boolean' },
        promote: { type: 'string' },
        rollback: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    });
  } catch (fault) {
    throw new BadInput(`${(fault as Error).message.split('\n')[0]}; usage: ${usage}`);
  }
  const { values, positionals } = parsed;
  const [version, ...extra] = positionals;
  if (extra.length > 0 || (version !== undefined && values.rollback !== true)) {
    throw new BadInput(`"${extra[0] ?? version}" is not understood; usage: ${usage}`);
  }
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const number = (name: string): number | undefined => {
    const given = text(values[name]);
    return given === undefined ? undefined : whole(name, given);
  };
  const seeds = number('seeds');
  if (seeds !== undefined && (seeds < 1 || seeds > 20)) throw new BadInput(`--seeds takes 1 to 20, got ${seeds}`);
  const budget = text(values.budget);
  return {
    ...parseModels(text(values.models) ?? trainable.join(',')),
    seed: number('seed'),
    seeds,
    budgetMinutes: budget === undefined ? undefined : minutes(budget),
    resume: values.resume === true,
    promote: number('promote'),
    rollback: values.rollback === true ? (version === undefined ? true : whole('rollback', version)) : undefined,
    list: values.list === true,
  };
};

const readEnvironment = (): z.infer<typeof environment> => {
  const result = environment.safeParse(process.env);
  if (result.success) return result.data;
  throw new BadInput(result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '));
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
      backend: env.COUNTEROFFER_BACKEND satisfies BackendChoice,
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
    const { recommender: _, ...printed } = report;
    print(printed);
  } finally {
    await stores.close();
    await memory.stop();
  }
};

// The server that forked this is gone: nobody waits for the result.
process.once('disconnect', () => process.exit(1));

try {
  await run(parseCommand(process.argv.slice(2)));
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
