/** Who and what stands for something that is not stored yet. */
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { Shopper } from '../../knowledge/domain/shopper.ts';
import type { Turn, Understanding } from '../turn.ts';

/** Somebody not stored yet. When that could not be read, no consent is presumed: they may have refused it. */
export const stranger = (turn: Turn, understanding: Understanding, known: boolean): Shopper => ({
  id: turn.shopper,
  language: understanding.language,
  segments: [],
  consent: { personalOffers: known, profile: known },
  createdAt: turn.at,
});

export const fresh = (turn: Turn, understanding: Understanding): Conversation => ({
  id: turn.conversation,
  shopper: turn.shopper,
  channel: turn.channel,
  language: understanding.language,
  owner: 'bot',
  version: 0,
  createdAt: turn.at,
  lastAt: turn.at,
});
