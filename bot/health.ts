import type { Stores } from '../knowledge/ports.ts';
import type { ModelStatus } from '../models/types.ts';
import { isDiskFault } from './http/problem.ts';
import { type Route, sendJson } from './http/route.ts';

const patienceMilliseconds = 2_000;

type DatabaseState = 'ready' | 'database does not answer' | 'database can not write: its disk is full or failing';

const stateOf = (ping: Promise<void>): Promise<DatabaseState> =>
  new Promise(resolve => {
    const timer = setTimeout(() => resolve('database does not answer'), patienceMilliseconds);
    ping.then(
      () => resolve('ready'),
      (fault: unknown) =>
        resolve(
          isDiskFault(fault) ? 'database can not write: its disk is full or failing' : 'database does not answer',
        ),
    );
    ping.finally(() => clearTimeout(timer)).catch(() => undefined);
  });

export interface HealthOptions {
  readonly stores: Pick<Stores, 'ping' | 'describe'>;
  readonly models?: () => ModelStatus;
  /** True once the server has begun to stop: it takes no new work. */
  readonly stopping: () => boolean;
}

/**
 * `/healthz`: this process runs (restart it when not). `/readyz`: it can take work, which needs the database; models
 * are reported and not required, since without them the bot answers with popularity.
 */
export const healthRoutes = ({ stores, models, stopping }: HealthOptions): Route[] => [
  { method: 'GET', path: '/healthz', handle: ({ res }) => sendJson(res, 200, { status: 'up' }) },
  {
    method: 'GET',
    path: '/readyz',
    handle: async ({ res }) => {
      const database = await stateOf(stores.ping());
      const ready = database === 'ready' && !stopping();
      sendJson(res, ready ? 200 : 503, {
        status: stopping() ? 'stopping' : database,
        database: { kind: stores.describe.split(' ')[0], answers: database !== 'database does not answer' },
        ...(models ? { models: models() } : {}),
      });
    },
  },
];
