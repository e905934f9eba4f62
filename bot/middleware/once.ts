import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { InboxStore } from '../../knowledge/ports/conversations.ts';
import type { TurnMeta } from '../bot.ts';

const abandonedBatch = 100;

/** Deliveries older than this are not repeated by any channel. */
const rememberMilliseconds = 7 * 86_400_000;

const inboxId = (channel: string, conversation: ConversationId, activityId: string): string =>
  `${channel}|${conversation}|${activityId}`;

const idOf = ({ channel, conversation, activityId }: Delivery): string => inboxId(channel, conversation, activityId);

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

/** Enough to take a delivery up again whose process died; the words are in the transcript. */
const noteShape = z.object({
  channel: z.string(),
  conversation: z.string().transform(asId<ConversationId>),
  activityId: z.string(),
  shopper: z.string().transform(asId<ShopperId>),
  signedIn: z.boolean(),
  device: z.string().optional(),
});
export type Delivery = Readonly<z.output<typeof noteShape>>;

export const metaOfDelivery = ({ activityId, device, ...rest }: Delivery): TurnMeta => ({
  ...rest,
  ...(device === undefined ? {} : { device }),
  turn: turnIdOf(rest.channel, rest.conversation, activityId),
});

interface UnderWay {
  /** Accepted before, by a process that is gone. */
  readonly again: boolean;
  /** Before it was accepted, by `performance.now()`. */
  readonly at: number;
}

/**
 * Deliveries whose words are kept here, so that an accepted message is answered once even when its process dies: it stays
 * open in the inbox until its turn is over, and whoever meets it open takes it up. The turn lock is the lease: asked again
 * while it is held, an open delivery has either been settled or lost its process.
 */
export class Deliveries {
  readonly #inbox: InboxStore;
  readonly #clock: Clock;
  /** Deliveries taken here and not over. */
  readonly #underWay = new Map<string, UnderWay>();

  constructor(inbox: InboxStore, clock: Clock) {
    this.#inbox = inbox;
    this.#clock = clock;
  }

  /** True: it is this caller's to `run`. False: answered before, or under way in this process. */
  async accept(delivery: Delivery): Promise<boolean> {
    const id = idOf(delivery);
    if (this.#underWay.has(id)) return false;
    // Before the first await, so that two deliveries at once are one.
    const underWay: UnderWay = { again: false, at: performance.now() };
    this.#underWay.set(id, underWay);
    try {
      const fresh = await this.#inbox.accept(id, JSON.stringify(delivery), this.#clock());
      if (!fresh) this.#underWay.set(id, { ...underWay, again: true });
      if (fresh || (await this.#inbox.isOpen(id))) return true;
    } catch (fault) {
      this.#underWay.delete(id);
      throw fault;
    }
    this.#underWay.delete(id);
    return false;
  }

  /**
   * `queue` runs one turn at a time for the conversation, across processes, and says since when no other process has had
   * one (`performance.now()`). A fault leaves the delivery open. `again`: the turn may have run before, up to any point.
   */
  async run(
    delivery: Delivery,
    queue: (turn: (since: number) => Promise<void>) => Promise<void>,
    turn: (again: boolean, since: number) => Promise<void>,
  ): Promise<void> {
    const id = idOf(delivery);
    try {
      await queue(async since => {
        const { again, at } = this.#underWay.get(id) ?? { again: false, at: Number.NEGATIVE_INFINITY };
        // What was accepted here first, with nobody else in the conversation since then, nobody else can have answered.
        const isOurs = !again && since <= at;
        if (!isOurs && !(await this.#inbox.isOpen(id))) return;
        await turn(again, since);
        await this.#inbox.settle(id);
      });
    } finally {
      this.#underWay.delete(id);
    }
  }

  /** Left open by a process that died, as far as can be told: accepted before, and not under way here. */
  async abandoned(before: Date): Promise<Delivery[]> {
    const found: Delivery[] = [];
    for (const { id, note } of await this.#inbox.unsettled(before, abandonedBatch)) {
      if (!this.#underWay.has(id)) found.push(noteShape.parse(JSON.parse(note)));
    }
    return found;
  }
}

export const pruneInbox = (inbox: InboxStore, clock: Clock): Promise<number> =>
  inbox.prune(new Date(clock().getTime() - rememberMilliseconds));
