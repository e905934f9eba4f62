import type { Card, CardButton, CounterofferChannelData } from '../../dialogs/say/cards.ts';
import type { ConversationId, ShopperId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { TurnMeta } from '../bot.ts';
import type { Core } from '../core.ts';
import { useMiddleware } from '../middleware/pipeline.ts';
import { TurnQueue } from '../middleware/turn-queue.ts';
import { ConsoleAdapter, type Heard } from './console-adapter.ts';

/** Turns in this process, one at a time for each conversation, through the same middleware as everywhere. */
export const openConsole = ({ stores, clock, bot, log }: Core): ConsoleAdapter => {
  const queue = new TurnQueue(stores.locks, clock);
  return useMiddleware(new ConsoleAdapter({ stores, queue, clock, bot }), { stores, log });
};

/** A conversation of a shopper in a terminal; who is not known yet is a new shopper who agreed to everything. */
export const beginConversation = async (
  { stores, clock }: Core,
  who: {
    readonly shopper: ShopperId;
    readonly conversation: ConversationId;
    readonly signedIn: boolean;
    readonly language: Language;
  },
): Promise<Omit<TurnMeta, 'turn'>> => {
  const { shopper, conversation, signedIn, language } = who;
  const now = clock();
  await stores.shoppers.ensure({
    id: shopper,
    language,
    segments: ['new'],
    consent: { personalOffers: true, profile: true },
    createdAt: now,
  });
  await stores.conversations.ensure({
    id: conversation,
    shopper,
    channel: 'console',
    language,
    owner: 'bot',
    version: 0,
    createdAt: now,
    lastAt: now,
  });
  return { shopper, signedIn, conversation, channel: 'console' };
};

/** What came back for one message, as a shopper sees it. */
export interface Shown {
  readonly text: string;
  readonly cards: readonly Card[];
  readonly suggestions: readonly CardButton[];
}

export const shownIn = ({ replies }: Heard): Shown => {
  const ours = replies.flatMap(
    r => (r.channelData as { counteroffer?: CounterofferChannelData } | undefined)?.counteroffer ?? [],
  );
  return {
    text: replies.flatMap(r => (r.text ? [r.text] : [])).join('\n\n'),
    cards: ours.flatMap(d => d.cards ?? []),
    suggestions: ours.flatMap(d => d.suggestions ?? []),
  };
};
