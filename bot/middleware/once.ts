import { createHash } from 'node:crypto';
import type { Clock } from '../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { InboxStore } from '../../knowledge/ports.ts';

/** Deliveries older than this are not repeated by any channel. */
const rememberMilliseconds = 7 * 86_400_000;

export const inboxId = (channel: string, conversation: ConversationId, activityId: string): string =>
  `${channel}|${conversation}|${activityId}`;

/** The same delivery always makes the same turn, so that everything the turn writes has the same id when it is repeated. */
export const turnIdOf = (channel: string, conversation: ConversationId, activityId: string): TurnId =>
  asId<TurnId>(
    `t-${createHash('sha256')
      .update(inboxId(channel, conversation, activityId))
      .digest('hex')
      .slice(0, 24)}`,
  );

/** False: this activity was taken before, by this process or another. */
export const takeOnce = (
  inbox: InboxStore,
  channel: string,
  conversation: ConversationId,
  activityId: string,
  now: Date,
): Promise<boolean> => inbox.insertOnce(inboxId(channel, conversation, activityId), now);

export const pruneInbox = (inbox: InboxStore, clock: Clock): Promise<number> =>
  inbox.prune(new Date(clock().getTime() - rememberMilliseconds));
