import type { TurnContext } from 'botbuilder-core';
import type { ConversationId, ShopperId, TurnId } from '../knowledge/domain/ids.ts';

/** What the channel knows about a turn before any of it is understood. */
export interface TurnMeta {
  readonly shopper: ShopperId;
  /** True when the shopper's identity was proved by a signed session. */
  readonly signedIn: boolean;
  readonly conversation: ConversationId;
  readonly channel: string;
  readonly turn: TurnId;
  /** The device where the channel knows it: an opaque key, neither shown nor logged. */
  readonly device?: string;
}

/**
 * The bot itself, seen from the channels. Called once per turn, never twice at a time for one conversation. What it
 * sends leaves only when it returns; when it throws, the shopper gets one apology and nothing else.
 */
export interface BotLogic {
  onTurn(context: TurnContext, meta: TurnMeta): Promise<void>;
}

/** What the bot leaves in `context.turnState` under `turnLogKey`: for the log, the metrics and the terminal. No message text. */
export interface TurnLog {
  readonly turn: string;
  readonly intent?: string;
  readonly language?: string;
  /** The offer decision as plain data; null when this turn made none. */
  readonly decision?: unknown;
  /** What could not be read in this turn. */
  readonly unavailable?: readonly string[];
  /** Ways in which this turn was answered with less than usual: 'popularity-only'. */
  readonly marked?: readonly string[];
  /** Milliseconds by step. */
  readonly timings?: Readonly<Record<string, number>>;
}

export const turnLogKey = 'turn-log';
/** The conversation as the gate read it at the start of the turn. */
export const conversationKey = 'conversation';
