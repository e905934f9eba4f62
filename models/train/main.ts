/**
 * `npm run train -- [--models recommender,response] [--seed N] | --rollback [VERSION] | --list`. Composition root: reads the
 * environment, opens the stores, publishes into DATA_DIR/models. Started by hand, or forked by the server with progress over IPC.
 */
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openStores } from '../../knowledge/store/open.ts';
import { type BackendChoice, backendNames } from '../backend/backend.ts';
import { openRegistry } from '../serve/registry.ts';
import { progressLine, type TrainMessage } from './progress-line.ts';
import { NothingToTrain, type Trainable, train, trainable } from './train.ts';

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
});

const usage = 'npm run train -- [--models recommender,response] [--seed N] | --rollback [VERSION] | --list';

interface Command {
  readonly models: readonly Trainable[];
  readonly seed: number | undefined;
  readonly rollback: number | true | undefined;
  readonly list: boolean;
}

const whole = (name: string, text: string): number => {
  const value = Number(text.replace(/^v/, ''));
  if (!Number.isSafeInteger(value) || value < 0) throw new BadInput(`--${name} needs a whole number, got "${text}"`);
  return value;
};

const parseCommand = (args: readonly string[]): Command => {
  let parsed: ReturnType<typeof parseArgs>;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        models: { type: 'string' },
        seed: { type: 'string' },
        rollback: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    });
  } catch (fault) {
    throw new BadInput(`${(fault as Error).message.split('\n')[0]}; usage: ${usage}`);
  }
  const { values, positionals } = parsed;
  const models = String(values.models ?? trainable.join(','))
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
  for (const name of models) {
    if (!trainable.some(known => known === name)) {
      throw new BadInput(`--models knows ${trainable.join(', ')}; got "${name}"`);
    }
  }
  if (models.length === 0) throw new BadInput(`--models needs at least one of ${trainable.join(', ')}`);
  const [version, ...extra] = positionals;
  if (extra.length > 0 || (version !== undefined && values.rollback !== true)) {
    throw new BadInput(`"${extra[0] ?? version}" is not understood; usage: ${usage}`);
  }
  return {
    models: trainable.filter(name => models.includes(name)),
    seed: values.seed === undefined ? undefined : whole('seed', String(values.seed)),
    rollback: values.rollback === true ? (version === undefined ? true : whole('rollback', version)) : undefined,
    list: values.list === true,
  };
};

const readEnvironment = (): z.infer<typeof environment> => {
  const result = environment.safeParse(process.env);
  if (result.success) return result.data;
  throw new BadInput(result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; '));
};

const print = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
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
    try {
      print({ current: registry.rollback(command.rollback === true ? undefined : command.rollback) });
    } catch (fault) {
      throw fault instanceof RangeError ? new BadInput(fault.message) : fault;
    }
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
  const stores = await openStores({
    ...(env.MONGODB_URI !== undefined && { mongodbUri: env.MONGODB_URI }),
    dataDir: env.DATA_DIR,
    dbPort: env.DB_PORT,
    log: message => process.stderr.write(`${message}\n`),
  });
  try {
    const report = await train({
      stores,
      registry,
      models: command.models,
      seed: command.seed ?? env.COUNTEROFFER_SEED,
      backend: env.COUNTEROFFER_BACKEND satisfies BackendChoice,
      now: new Date(),
      onProgress,
    });
    bar?.end();
    for (const [name, reason] of Object.entries(report.refused)) process.stderr.write(`${name} left out: ${reason}\n`);
    print(report);
  } finally {
    await stores.close();
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
