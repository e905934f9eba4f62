import type { BotAdapter } from 'botbuilder-core';
import type { Stores } from '../../knowledge/ports.ts';
import { type DeskGate, handoffGate } from './handoff-gate.ts';
import { outbox } from './outbox.ts';
import { type TurnLogOptions, turnLog } from './turn-log.ts';
import { typing } from './typing.ts';

export interface PipelineOptions extends TurnLogOptions {
  readonly stores: Pick<Stores, 'conversations'>;
  /** The support desk; without one a conversation that waits is only noted. */
  readonly desk?: DeskGate;
}

/** The steps every channel's turns pass, outermost first. */
export const useMiddleware = <A extends BotAdapter>(adapter: A, { stores, desk, ...options }: PipelineOptions): A =>
  adapter.use(turnLog(options), outbox(stores.conversations, desk), handoffGate(stores.conversations, desk), typing());
