import type { Logger } from 'pino';
import type { Clock } from '../knowledge/domain/clock.ts';
import type { Stores } from '../knowledge/ports.ts';
import type { ModelStatus } from '../models/types.ts';
import type { Sessions } from './access.ts';
import type { BotLogic } from './bot.ts';
import { activityRoutes } from './channels/direct-line/activity-routes.ts';
import { conversationRoutes } from './channels/direct-line/conversation-routes.ts';
import { createDirectLine, type DirectLine } from './channels/direct-line/direct-line.ts';
import { serveStreams } from './channels/direct-line/stream.ts';
import { uploadRoutes } from './channels/direct-line/upload-routes.ts';
import { healthRoutes } from './health.ts';
import type { Route } from './http/route.ts';
import { budgetsOf } from './ledger-metrics.ts';
import { Metrics } from './metrics.ts';
import type { DeskGate } from './middleware/handoff-gate.ts';
import { TurnQueue } from './middleware/turn-queue.ts';
import { close, createHttpServer, listen } from './server.ts';
import type { Settings } from './settings.ts';

export interface WebOptions {
  readonly settings: Settings;
  readonly stores: Stores;
  readonly bot: BotLogic;
  readonly clock: Clock;
  readonly log: Logger;
  readonly sessions: Sessions;
  /** Signs Direct Line tokens. */
  readonly signingSecret: string;
  readonly models?: () => ModelStatus;
  readonly desk?: DeskGate;
  /** Milliseconds between looks for what other processes appended; 0: this process is alone. */
  readonly pollMilliseconds?: number;
  /** More routes: shop API, pages, other channels. They may use the web channel and the counters. */
  readonly routes?: (parts: {
    readonly line: DirectLine;
    readonly metrics: Metrics;
    readonly queue: TurnQueue;
  }) => Route[];
}

export interface Web {
  /** Without a trailing slash. */
  readonly url: string;
  readonly port: number;
  readonly line: DirectLine;
  readonly metrics: Metrics;
  readonly queue: TurnQueue;
  /** Finishes what is under way, then closes; the stores stay open. */
  close(): Promise<void>;
}

/** The HTTP server with the web channel on it, listening. */
export const startWeb = async (options: WebOptions): Promise<Web> => {
  const { settings, stores, clock, log, models } = options;
  const queue = new TurnQueue(stores.locks, clock);
  let stopping = false;
  const line = createDirectLine({
    stores,
    bot: options.bot,
    queue,
    clock,
    log,
    ...(options.desk ? { desk: options.desk } : {}),
    sessions: options.sessions,
    signingSecret: options.signingSecret,
    ...(settings.DIRECT_LINE_SECRET === undefined ? {} : { channelSecret: settings.DIRECT_LINE_SECRET }),
    maxBody: settings.MAX_BODY,
    maxUpload: settings.MAX_UPLOAD,
    rates: {
      messagesBurst: settings.RATE_MESSAGES_BURST,
      messagesPerMinute: settings.RATE_MESSAGES_PER_MINUTE,
      openingsPerMinute: settings.RATE_OPENINGS_PER_MINUTE,
    },
    onFinished: turn => metrics.turn(turn),
  });
  const metrics = new Metrics({
    budgets: () => budgetsOf(stores),
    queueDepth: () => queue.depth,
    openStreams: () => line.streams.count,
    ...(models ? { models } : {}),
  });
  const server = createHttpServer({
    routes: [
      ...healthRoutes({ stores, stopping: () => stopping, ...(models ? { models } : {}) }),
      metrics.route(),
      ...conversationRoutes(line),
      ...activityRoutes(line),
      ...uploadRoutes(line),
      ...(options.routes?.({ line, metrics, queue }) ?? []),
    ],
    maxBody: settings.MAX_BODY,
    ...(settings.PUBLIC_URL === undefined ? {} : { publicUrl: settings.PUBLIC_URL }),
    log,
  });
  const stopStreams = serveStreams(server.server, line);
  const port = await listen(server, settings.PORT, settings.HOST);
  const poll = options.pollMilliseconds ? setInterval(() => void line.streams.poll(), options.pollMilliseconds) : null;
  poll?.unref();
  const host =
    settings.HOST === '127.0.0.1' || settings.HOST === '0.0.0.0' || settings.HOST === '::'
      ? 'localhost'
      : settings.HOST;
  return {
    url: settings.PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${host}:${port}`,
    port,
    line,
    metrics,
    queue,
    close: async () => {
      stopping = true;
      if (poll) clearInterval(poll);
      const closing = close(server);
      await queue.idle();
      stopStreams();
      await closing;
      // Requests that were being read when the queue was idle may have brought more.
      await queue.idle();
      metrics.close();
    },
  };
};
