/** `npm run db`: the embedded database alone, for the bot in another process, mongosh or Compass. */
import { z } from 'zod';
import { command, readArguments, toldHow } from '../command-line.ts';
import { startEmbedded } from './server.ts';

const settings = z.object({
  DB_PORT: z.coerce.number().int().min(0).max(65_535).default(27_717),
  DATA_DIR: z.string().min(1).default('./data'),
});

const usage = command({
  name: 'npm run db --',
  about:
    'The embedded database alone, on 127.0.0.1, until it is stopped. Settings are environment variables: DB_PORT (27717 if not given;\n' +
    '0: any that is free) and DATA_DIR (./data if not given).',
  options: {},
  examples: [],
});

const fail = (message: string): never => {
  process.stderr.write(`${message}\n`);
  process.exit(1);
};

const args = process.argv.slice(2);
if (toldHow(usage, args)) process.exit(0);
try {
  readArguments(usage, args);
} catch (fault) {
  fail((fault as Error).message);
}

// An empty variable is an unset one, as in compose files.
const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
const parsed = settings.safeParse(given);
if (!parsed.success) {
  fail(
    parsed.error.issues
      .map(({ path, message }) => `${path.join('.')} is ${JSON.stringify(given[String(path[0])])}: ${message}`)
      .join('; '),
  );
} else {
  const { DB_PORT: port, DATA_DIR: dataDir } = parsed.data;
  const log = (message: string): void => void process.stderr.write(`${message}\n`);
  const server = await startEmbedded({ dataDir, port, portFixed: true, log }).catch(error =>
    fail((error as Error).message),
  );
  if (server.joined) fail(`The folder ${server.dataDir} is served already, at ${server.uri}`);
  process.stdout.write(`${server.uri}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close().then(
        () => process.exit(0),
        error => fail(`The database did not close cleanly: ${(error as Error).message}`),
      );
    });
  }
}
