import type { TurnContext } from 'botbuilder-core';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import { conversationKey, type TurnMeta } from '../bot.ts';

const metaKey = Symbol('turn-meta');

/** Set by the channel before the middleware runs. */
export const setMeta = (context: TurnContext, meta: TurnMeta): void => {
  context.turnState.set(metaKey, meta);
};

export const metaOf = (context: TurnContext): TurnMeta => {
  const meta = context.turnState.get(metaKey) as TurnMeta | undefined;
  if (!meta) throw new Error('A turn reached the middleware without its channel having said whose it is');
  return meta;
};

const heldSinceKey = Symbol('held-since');

/** Set by a channel that knows since when no other process has had a turn of the conversation (`performance.now()`). */
export const setHeldSince = (context: TurnContext, since: number): void => {
  context.turnState.set(heldSinceKey, since);
};

export const heldSince = (context: TurnContext): number | undefined =>
  context.turnState.get(heldSinceKey) as number | undefined;

export const conversationOf = (context: TurnContext): Conversation | undefined =>
  context.turnState.get(conversationKey) as Conversation | undefined;
