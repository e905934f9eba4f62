import { type Activity, TextFormatTypes } from 'botbuilder-core';
import { toActivity } from '../../dialogs/say/activity.ts';
import type { Card, CardButton, CounterofferChannelData } from '../../dialogs/say/cards.ts';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { Conversation, TranscriptEntry } from '../../knowledge/domain/conversation.ts';
import type { ConversationId } from '../../knowledge/domain/ids.ts';
import type { Language } from '../../knowledge/domain/language.ts';
import type { Stores } from '../../knowledge/ports.ts';
import type { ConversationLog } from '../channels/direct-line/conversation-log.ts';
import { accountOf, botAccount } from '../channels/direct-line/direct-line-adapter.ts';

export type Outgoing = Partial<Activity> & { id: string };

/** How words of the desk reach a shopper: the same path as the bot's on that channel. */
export interface Door {
  /**
   * Writes to the transcript and carries out, once per activity id. `allowed` is asked again at the moment of writing; null:
   * it said no. Throws when the channel does not take it, and may then be tried again under the same id.
   */
  say(
    conversation: Conversation,
    from: TranscriptEntry['from'],
    activity: Outgoing,
    allowed: () => Promise<boolean>,
  ): Promise<number | null>;
  /** Never kept. */
  typing(conversation: Conversation, activity: Partial<Activity>): void;
}

export const webDoor = (log: ConversationLog): Door => ({
  say: ({ id }, from, activity, allowed) => log.appendIf(id, from, activity, allowed),
  typing: ({ id }, activity) => log.stream(id, activity),
});

/** These channels show everything under the bot's own name: what a person says begins with theirs. */
const underTheirName = (activity: Outgoing, language: Language): Outgoing => {
  const name = activity.from?.name;
  return name && activity.text
    ? { ...activity, text: `${name}${language === 'zh' ? '：' : ': '}${activity.text}` }
    : activity;
};

/** A channel that is reached over HTTP: written down first, then carried out once, under the same id if it has to be repeated. */
export const connectorDoor = (
  stores: Pick<Stores, 'transcripts' | 'presence'>,
  clock: Clock,
  send: (reference: string, activity: Outgoing) => Promise<void>,
): Door => ({
  say: async (conversation, from, activity, allowed) => {
    const entry = {
      conversation: conversation.id,
      activityId: activity.id,
      from,
      activity: JSON.stringify(activity),
      at: clock(),
    };
    const seq = await stores.transcripts.appendIf(entry, allowed);
    if (seq === null) return null;
    const sent = `sent:${conversation.id}|${activity.id}`;
    if (await stores.presence.has(sent)) return seq;
    if (!conversation.reference) throw new Error(`No address is known for conversation ${conversation.id}`);
    await send(conversation.reference, from === 'agent' ? underTheirName(activity, conversation.language) : activity);
    await stores.presence.beat(sent, 'sent', clock());
    return seq;
  },
  typing: () => undefined,
});

export interface Speech {
  readonly id: string;
  readonly text: string;
  readonly cards?: readonly Card[];
  readonly suggestions?: readonly CardButton[];
  readonly desk: NonNullable<CounterofferChannelData['desk']>;
}

/** A message activity of the desk, in the shape of the bot's own, spoken by the bot or by a named person. */
export const speechOf = (
  conversation: Pick<Conversation, 'id' | 'language' | 'channel'>,
  { id, text, cards = [], suggestions = [], desk }: Speech,
  options: {
    readonly publicUrl: string;
    readonly at: Date;
    readonly agent?: { readonly id: string; readonly name: string };
  },
): Outgoing => {
  const { language } = conversation;
  const said = toActivity(
    { text, cards, suggestions },
    { turn: id, language, publicUrl: options.publicUrl, cartChanged: false },
  );
  const { counteroffer } = said.channelData as { counteroffer: CounterofferChannelData };
  return {
    ...said,
    id,
    timestamp: options.at,
    channelId: 'directline',
    textFormat: TextFormatTypes.Plain,
    from: options.agent ? { id: `agent:${options.agent.id}`, name: options.agent.name, role: 'agent' } : botAccount,
    conversation: accountOf(conversation.id as ConversationId),
    channelData: { counteroffer: { ...counteroffer, desk } },
  };
};
