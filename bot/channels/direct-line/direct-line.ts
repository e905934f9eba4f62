import type { Logger } from 'pino';
import type { Clock } from '../../../knowledge/domain/clock.ts';
import type { Stores } from '../../../knowledge/ports.ts';
import type { Sessions } from '../../access.ts';
import type { BotLogic } from '../../bot.ts';
import type { DeskGate } from '../../middleware/handoff-gate.ts';
import { Deliveries } from '../../middleware/once.ts';
import { type PipelineOptions, useMiddleware } from '../../middleware/pipeline.ts';
import type { TurnQueue } from '../../middleware/turn-queue.ts';
import { ConversationLog } from './conversation-log.ts';
import { DirectLineAdapter } from './direct-line-adapter.ts';
import { FloodLimit } from './flood-limit.ts';
import { LiveStreams } from './live-streams.ts';
import { DirectLineTokens } from './tokens.ts';

export interface DirectLineOptions extends Omit<PipelineOptions, 'stores'> {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly bot: BotLogic;
  readonly queue: TurnQueue;
  readonly sessions: Sessions;
  /** Signs this channel's tokens. */
  readonly signingSecret: string;
  /** The channel secret that the shop's server sends; unset: development, guests need no token to begin. */
  readonly channelSecret?: string;
  /** Bytes of one posted activity and of one upload. */
  readonly maxBody: number;
  readonly maxUpload: number;
  readonly rates: {
    readonly messagesBurst: number;
    readonly messagesPerMinute: number;
    readonly openingsPerMinute: number;
  };
}

/** Everything the web channel's routes share. */
export interface DirectLine {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly sessions: Sessions;
  readonly channelSecret: string | undefined;
  readonly maxBody: number;
  readonly maxUpload: number;
  readonly tokens: DirectLineTokens;
  readonly streams: LiveStreams;
  readonly log: ConversationLog;
  readonly adapter: DirectLineAdapter;
  readonly desk: DeskGate | undefined;
  readonly deliveries: Deliveries;
  /** Messages by shopper, openings by address. */
  readonly messages: FloodLimit;
  readonly openings: FloodLimit;
}

export const createDirectLine = (options: DirectLineOptions): DirectLine => {
  const { stores, clock, rates } = options;
  const streams = new LiveStreams(stores.transcripts);
  const log = new ConversationLog(stores.transcripts, streams, clock);
  const adapter = new DirectLineAdapter({ log, queue: options.queue, clock, bot: options.bot });
  useMiddleware(adapter, options);
  return {
    stores,
    clock,
    logger: options.log,
    sessions: options.sessions,
    channelSecret: options.channelSecret,
    maxBody: options.maxBody,
    maxUpload: options.maxUpload,
    tokens: new DirectLineTokens(options.signingSecret, clock),
    streams,
    log,
    adapter,
    desk: options.desk,
    deliveries: new Deliveries(stores.inbox, clock),
    messages: new FloodLimit({ burst: rates.messagesBurst, perMinute: rates.messagesPerMinute, clock }),
    openings: new FloodLimit({ burst: rates.openingsPerMinute, perMinute: rates.openingsPerMinute, clock }),
  };
};
