import type { Stores } from '../knowledge/ports.ts';
import type { ModelStatus } from '../models/types.ts';
import { type Route, sendJson } from './http/route.ts';

const patienceMilliseconds = 2_000;

const answersInTime = (ping: Promise<void>): Promise<boolean> =>
  new Promise(resolve => {
    const timer = setTimeout(() => resolve(false), patienceMilliseconds);
    ping.then(
      () => resolve(true),
      () => resolve(false),
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
      const database = await answersInTime(stores.ping());
      const ready = database && !stopping();
      sendJson(res, ready ? 200 : 503, {
        status: ready ? 'ready' : stopping() ? 'stopping' : 'database does not answer',
        database: { kind: stores.describe.split(' ')[0], answers: database },
        ...(models ? { models: models() } : {}),
      });
    },
  },
];
