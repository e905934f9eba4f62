import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import {
  type Activity,
  BotAdapter,
  type ConversationAccount,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core';
import type { Clock } from '../../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId } from '../../../knowledge/domain/ids.ts';
import type { BotLogic, TurnMeta } from '../../bot.ts';
import { apologyIdOf } from '../../middleware/apology.ts';
import { type Deliveries, type Delivery, metaOfDelivery, turnIdOf } from '../../middleware/once.ts';
import { mayStillSpeak, takeReplyId } from '../../middleware/outbox.ts';
import { setHeldSince, setMeta } from '../../middleware/turn-meta.ts';
import type { TurnQueue } from '../../middleware/turn-queue.ts';
import type { ConversationLog } from './conversation-log.ts';

export const channelName = 'web';
export const botAccount = { id: 'counteroffer', name: 'Counteroffer', role: 'bot' } as const;

/** botbuilder's type wants four fields where Direct Line has one. */
export const accountOf = (conversation: ConversationId): ConversationAccount =>
  ({ id: conversation }) as unknown as ConversationAccount;

/** A `delay` activity never holds a turn longer than this. */
const maxDelayMilliseconds = 5_000;

export interface DirectLineAdapterOptions {
  readonly log: ConversationLog;
  readonly queue: TurnQueue;
  readonly clock: Clock;
  readonly bot: BotLogic;
}

/** Carries turns of the web channel. Replies go to the transcript and the open sockets, not to a connector. */
export class DirectLineAdapter extends BotAdapter {
  readonly #log: ConversationLog;
  readonly #queue: TurnQueue;
  readonly #clock: Clock;
  readonly #bot: BotLogic;
  /** The activity a turn answers, when it is in the transcript: the only id a reply may name. */
  readonly #answers = new WeakMap<object, string>();

  constructor({ log, queue, clock, bot }: DirectLineAdapterOptions) {
    super();
    this.#log = log;
    this.#queue = queue;
    this.#clock = clock;
    this.#bot = bot;
  }

  /** Queues one turn; resolves when it is over. `logged`: the activity is in the transcript. */
  receive(activity: Partial<Activity>, meta: TurnMeta, logged: boolean): Promise<void> {
    return this.#queue.run(meta.conversation, since =>
      this.#turn(activity, meta, { logged, since }, c => this.#bot.onTurn(c, meta)),
    );
  }

  /** One accepted delivery: its turn runs unless it was answered meanwhile, and then it is settled. */
  deliver(deliveries: Deliveries, delivery: Delivery, activity: Partial<Activity>): Promise<void> {
    const meta = metaOfDelivery(delivery);
    return deliveries.run(
      delivery,
      turn => this.#queue.run(meta.conversation, turn),
      async (again, since) => {
        if (again && (await this.#log.has(meta.conversation, apologyIdOf(meta.turn)))) return;
        await this.#turn(activity, meta, { logged: true, since }, c => this.#bot.onTurn(c, meta));
      },
    );
  }

  async #turn(
    activity: Partial<Activity>,
    meta: TurnMeta,
    { logged, since }: { readonly logged: boolean; readonly since: number },
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const context = new TurnContext(this, activity);
    setMeta(context, meta);
    setHeldSince(context, since);
    if (logged && activity.id) this.#answers.set(context.turnState, activity.id);
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const conversation = asId<ConversationId>(context.activity.conversation.id);
    const answers = this.#answers.get(context.turnState);
    const allowed = mayStillSpeak(context);
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const id = (activity.type === 'typing' ? undefined : takeReplyId(context)) ?? activity.id ?? randomUUID();
      responses.push({ id });
      if (activity.type === 'delay') {
        await delay(Math.min(maxDelayMilliseconds, Math.max(0, Number(activity.value) || 0)));
        continue;
      }
      if (activity.type === 'invokeResponse' || activity.type === 'trace') continue;
      const { replyToId, serviceUrl, ...rest } = activity;
      const outgoing = {
        ...rest,
        id,
        timestamp: this.#clock(),
        channelId: 'directline',
        from: activity.from?.role === 'agent' ? activity.from : botAccount,
        conversation: accountOf(conversation),
        ...(replyToId !== undefined && replyToId === answers ? { replyToId } : {}),
      };
      if (activity.type === 'typing') this.#log.stream(conversation, outgoing);
      else if (!allowed) await this.#log.append(conversation, 'bot', outgoing);
      else if ((await this.#log.appendIf(conversation, 'bot', outgoing, allowed)) === null) return responses;
    }
    return responses;
  }

  override async updateActivity(): Promise<void> {
    throw new Error('Direct Line 3.0 has no way to change an activity that was sent');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('Direct Line 3.0 has no way to take back an activity that was sent');
  }

  /** A turn nobody asked for, in its place in the queue. The reference has to name the shopper as `user.id`. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    const conversation = asId<ConversationId>(reference.conversation?.id ?? '');
    const shopper = asId<ShopperId>(reference.user?.id ?? '');
    if (!conversation || !shopper) throw new Error('To continue a conversation its id and its shopper are needed');
    const id = randomUUID();
    const activity = TurnContext.applyConversationReference(
      { type: 'event', name: 'continueConversation', id },
      { ...reference, bot: botAccount } as ConversationReference,
      true,
    );
    const turn = turnIdOf(channelName, conversation, id);
    const meta: TurnMeta = { shopper, signedIn: false, conversation, channel: channelName, turn };
    await this.#queue.run(conversation, since => this.#turn(activity, meta, { logged: false, since }, logic));
  }

  override continueConversationAsync(
    _identity: unknown,
    reference: Partial<ConversationReference>,
    second: unknown,
    third?: unknown,
  ): Promise<void> {
    return this.continueConversation(reference, (third ?? second) as (context: TurnContext) => Promise<void>);
  }
}
