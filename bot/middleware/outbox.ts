import type { Activity, Middleware, ResourceResponse, TurnContext } from 'botbuilder-core';
import type { Conversation } from '../../knowledge/domain/conversation.ts';
import type { TurnId } from '../../knowledge/domain/ids.ts';
import type { ConversationStore } from '../../knowledge/ports/conversations.ts';
import type { DeskGate } from './handoff-gate.ts';
import { conversationOf, metaOf } from './turn-meta.ts';

const mayStillSpeakKey = Symbol('may-still-speak');

/**
 * Asked by a channel at the very moment a line of the bot is written: false once a person has taken over, even if they
 * have left again since the turn began. Undefined outside a turn.
 */
export const mayStillSpeak = (context: TurnContext): (() => Promise<boolean>) | undefined =>
  context.turnState.get(mayStillSpeakKey) as (() => Promise<boolean>) | undefined;

const replyIdOf = (turn: TurnId, n: number): string => `${turn}-r${n}`;

const replyIdsKey = Symbol('reply-ids');

/**
 * The id of the next line this turn sends, for a channel that gives ids itself: it follows from the turn. TurnContext takes
 * the id off whatever it sends, so it can't travel in the activity. Undefined outside a turn.
 */
export const takeReplyId = (context: TurnContext): string | undefined =>
  (context.turnState.get(replyIdsKey) as string[] | undefined)?.shift();

/** The ids of what this turn sends next, in order. */
export const nameReplies = (context: TurnContext, ids: readonly string[]): void => {
  context.turnState.set(replyIdsKey, [...ids]);
};

const spokenKey = Symbol('spoken');

/** Whether this turn's replies have gone out: what fails afterwards calls for no apology. */
export const hasSpoken = (context: TurnContext): boolean => context.turnState.get(spokenKey) === true;

/** A turn changes hands once at most: to the queue, or out of it. */
const ownChanges = 1;

/**
 * Holds a turn's replies until the turn has succeeded, state saved and all: a turn that fails says nothing but the
 * apology. Ownership is checked again when each line is written, so a person who took over during the turn is not talked
 * over. Typing indicators pass at once. A reply's id follows from its turn, so a turn repeated after a crash says nothing
 * twice.
 */
export const outbox = (conversations: ConversationStore, desk?: DeskGate): Middleware => ({
  async onTurn(context, next) {
    const { conversation: id, turn } = metaOf(context);
    const held: Partial<Activity>[] = [];
    let holding = true;
    let latest: Conversation | null = null;
    context.turnState.set(mayStillSpeakKey, async () => {
      latest = await conversations.get(id);
      const before = conversationOf(context);
      return latest?.owner !== 'agent' && (latest?.version ?? 0) <= (before?.version ?? 0) + ownChanges;
    });
    context.onSendActivities(async (_context, activities, send) => {
      if (!holding || activities.every(a => a.type === 'typing')) return send();
      const ids: ResourceResponse[] = [];
      for (const activity of activities) {
        ids.push({ id: replyIdOf(turn, held.length) });
        held.push(activity);
      }
      return ids;
    });
    try {
      await next();
    } finally {
      holding = false;
    }
    if (held.length === 0) return;
    nameReplies(
      context,
      held.map((_, n) => replyIdOf(turn, n)),
    );
    const sent = await context.sendActivities(held);
    context.turnState.set(spokenKey, true);
    const now = latest as Conversation | null;
    if (desk && now && (now.owner === 'waiting' || now.version !== conversationOf(context)?.version)) {
      await desk.turnEnded(
        now,
        sent.flatMap(response => response?.id ?? []),
      );
    }
  },
});
