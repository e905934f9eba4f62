import { type HandOverInput, handOver } from '../../dialogs/handoff/hand-over.ts';
import type { DeskEffect, DeskRefusal } from '../../dialogs/handoff/table.ts';
import { type DeskWords, deskWordsIn } from '../../dialogs/say/desk-words.ts';
import { type Conversation, deskStateOf, type TranscriptEntry } from '../../knowledge/domain/conversation.ts';
import type { AgentId, ConversationId } from '../../knowledge/domain/ids.ts';
import type { Desk } from './desk.ts';
import { type Outgoing, type Speech, speechOf } from './door.ts';
import { withLastWords } from './last-words.ts';

export type Change = Omit<HandOverInput, 'conversation' | 'settings' | 'now'> & {
  /** Who did it, for the words; the owner before when absent. */
  readonly by?: AgentId;
  readonly askRating?: boolean;
};

export type ChangeOutcome =
  | { readonly kind: 'done'; readonly conversation: Conversation }
  | {
      readonly kind: 'refused';
      readonly reason: DeskRefusal | 'changed' | 'no-conversation';
      readonly conversation?: Conversation;
    };

const tries = 5;

/**
 * One event on a conversation as it is now, with everything that follows: owner, ticket, what the shopper is told, what
 * the consoles are told. `fits` may refuse what was read; losing a race reads again.
 */
export const change = async (
  desk: Desk,
  id: ConversationId,
  wanted: (conversation: Conversation) => Change | null,
): Promise<ChangeOutcome> => {
  const settings = await desk.settings();
  for (let i = 0; i < tries; i++) {
    const conversation = await desk.stores.conversations.get(id);
    if (!conversation) return { kind: 'refused', reason: 'no-conversation' };
    const asked = wanted(conversation);
    if (!asked) return { kind: 'refused', reason: 'not-yours', conversation };
    const outcome = await handOver(desk.stores, { ...asked, conversation, settings, now: desk.now });
    if (outcome.kind === 'done') {
      await follow(desk, conversation, outcome.conversation, outcome.effects, asked);
      return { kind: 'done', conversation: outcome.conversation };
    }
    if (outcome.reason !== 'changed') return { kind: 'refused', reason: outcome.reason, conversation };
  }
  return { kind: 'refused', reason: 'changed' };
};

/** The shopper is told before the consoles are, so that a console that sees the change sees the words with it. */
const follow = async (
  desk: Desk,
  before: Conversation,
  after: Conversation,
  effects: readonly DeskEffect[],
  asked: Change,
): Promise<void> => {
  for (const speech of speechesOf(desk, before, after, effects, asked)) await tell(desk, after, speech);
  await desk.feed.conversation(effects.includes('open-ticket') ? await withLastWords(desk, after) : after);
};

/** Every change of hands is told under its version: once, whoever tells it. */
const sayOf =
  ({ id, version }: Conversation) =>
  (change: Speech['desk']['change'], text: string, agent?: string): Speech => ({
    id: `${id}|desk-${version}`,
    text,
    desk: { change, ...(agent ? { agent } : {}) },
  });

/**
 * What the shopper has to know of a conversation as it is, for a change whose process died before it said so. Null:
 * nothing that the bot or the person will not say anyway.
 */
export const speechOfState = (desk: Desk, conversation: Conversation): Speech | null => {
  const words = deskWordsIn(conversation.language, desk.services.tone);
  const agent = conversation.desk?.agent;
  if (!agent) return null;
  const name = desk.nameOf(agent);
  const state = deskStateOf(conversation);
  if (state === 'agent') return sayOf(conversation)('joined', words.joined(name), name);
  if (state === 'closed') return sayOf(conversation)('closed', words.closed(name));
  return null;
};

const speechesOf = (
  desk: Desk,
  before: Conversation,
  after: Conversation,
  effects: readonly DeskEffect[],
  asked: Change,
): Speech[] => {
  const words = deskWordsIn(after.language, desk.services.tone);
  const last = asked.by ?? before.desk?.agent;
  const lastName = last ? desk.nameOf(last) : '';
  const next = after.desk?.agent;
  const nextName = next ? desk.nameOf(next) : '';
  const say = sayOf(after);
  const said: Speech[] = [];
  for (const effect of effects) {
    switch (effect) {
      case 'tell-joined':
        said.push(say('joined', words.joined(nextName), nextName));
        break;
      case 'tell-left-queue':
        said.push(say('bot', words.leftQueue));
        break;
      case 'tell-back-in-queue':
        said.push(say('queued', words.backInQueue(lastName)));
        break;
      case 'tell-transferred': {
        const department = desk.departmentName(after.desk?.department, after.language);
        said.push(
          after.owner === 'agent'
            ? say('transferred', words.transferred(lastName, nextName), nextName)
            : say('queued', words.movedToDepartment(lastName, department)),
        );
        break;
      }
      case 'tell-bot-is-back':
        said.push(say('bot', words.botIsBack(lastName)));
        break;
      case 'tell-nobody-came':
        said.push(say('contact', words.nobodyCame));
        break;
      case 'tell-reopened':
        said.push(say('queued', words.reopened(after.desk?.preferred ? desk.nameOf(after.desk.preferred) : '')));
        break;
      case 'tell-closed':
        said.push(say('closed', words.closed(lastName)));
        if (asked.askRating && before.desk) said.push(ratingOf(after, before.desk.ticket, words));
        break;
      // Said by the bot's own reply, or by nobody.
      case 'tell-queued':
      case 'open-ticket':
      case 'assign-ticket':
      case 'close-ticket':
      case 'keep-ticket':
      case 'deliver':
      case 'to-desk':
      case 'to-bot':
        break;
    }
  }
  return said;
};

const ratingOf = (after: Conversation, ticket: string, words: DeskWords): Speech => ({
  id: `${after.id}|rating-${after.version}`,
  text: words.askRating,
  suggestions: words.stars.map((label, i) => ({ label, value: { tap: 'rate', ticket, stars: i + 1 } })),
  desk: { change: 'rating' },
});

const always = async (): Promise<boolean> => true;

/** Says something as the shop: part of the transcript and of what the consoles see. */
export const tell = async (desk: Desk, conversation: Conversation, speech: Speech): Promise<void> => {
  const activity = speechOf(conversation, speech, { publicUrl: desk.services.publicUrl, at: desk.now });
  try {
    await sayAndShow(desk, conversation, 'system', activity, always);
  } catch (err) {
    // The change stands and the desk sees it; a channel that is down keeps nobody from working.
    desk.log.error({ err, conversation: conversation.id }, 'the shopper could not be told');
  }
};

/** Through the channel's door, then to the consoles. Null: `allowed` said no, nothing was said. */
export const sayAndShow = async (
  desk: Desk,
  conversation: Conversation,
  from: TranscriptEntry['from'],
  activity: Outgoing,
  allowed: () => Promise<boolean>,
): Promise<number | null> => {
  const door = desk.doorOf(conversation);
  if (!door) throw new Error(`Channel ${conversation.channel} has no door for the desk`);
  const seq = await door.say(conversation, from, activity, allowed);
  if (seq === null) return null;
  const entry = {
    conversation: conversation.id,
    seq,
    activityId: activity.id,
    from,
    activity: JSON.stringify(activity),
    at: desk.now,
  };
  await desk.feed.message(conversation, entry);
  return seq;
};
