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

export const conversationOf = (context: TurnContext): Conversation | undefined =>
  context.turnState.get(conversationKey) as Conversation | undefined;
