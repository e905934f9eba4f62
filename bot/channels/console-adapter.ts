import { randomUUID } from 'node:crypto';
import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core';
import type { Clock } from '../../knowledge/domain/clock.ts';
import type { Stores } from '../../knowledge/ports.ts';
import { type BotLogic, type TurnLog, type TurnMeta, turnLogKey } from '../bot.ts';
import { turnIdOf } from '../middleware/once.ts';
import { metaOf, setMeta } from '../middleware/turn-meta.ts';
import type { TurnQueue } from '../middleware/turn-queue.ts';
import { accountOf, botAccount } from './direct-line/direct-line-adapter.ts';
import { isVisible } from './direct-line/visible.ts';

export interface Heard {
  readonly replies: readonly Partial<Activity>[];
  readonly log: TurnLog | undefined;
}

export interface ConsoleAdapterOptions {
  readonly stores: Pick<Stores, 'transcripts'>;
  readonly queue: TurnQueue;
  readonly clock: Clock;
  readonly bot: BotLogic;
}

/** The same turns in a terminal: what is said goes through the transcript and the middleware as on the web. */
export class ConsoleAdapter extends BotAdapter {
  readonly #options: ConsoleAdapterOptions;
  readonly #said = new WeakMap<object, Partial<Activity>[]>();

  constructor(options: ConsoleAdapterOptions) {
    super();
    this.#options = options;
  }

  /** One activity of the shopper; resolves with what the bot said to it. */
  async hear(activity: Partial<Activity>, who: Omit<TurnMeta, 'turn'>): Promise<Heard> {
    const { bot, queue, stores, clock } = this.#options;
    const id = randomUUID();
    const meta: TurnMeta = { ...who, turn: turnIdOf(who.channel, who.conversation, id) };
    const incoming: Partial<Activity> = {
      ...activity,
      id,
      timestamp: clock(),
      channelId: 'console',
      from: { id: who.shopper, name: '', role: 'user' },
      recipient: botAccount,
      conversation: accountOf(who.conversation),
    };
    const { conversation } = who;
    if (activity.type === 'message') {
      const json = JSON.stringify(incoming);
      await stores.transcripts.append({ conversation, activityId: id, from: 'shopper', activity: json, at: clock() });
    }
    return queue.run(conversation, async () => {
      const context = new TurnContext(this, incoming);
      setMeta(context, meta);
      const replies: Partial<Activity>[] = [];
      this.#said.set(context.turnState, replies);
      await this.runMiddleware(context, inner => bot.onTurn(inner, meta));
      return { replies, log: context.turnState.get(turnLogKey) as TurnLog | undefined };
    });
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    const { stores, clock } = this.#options;
    const responses: ResourceResponse[] = [];
    for (const activity of activities) {
      const id = activity.id ?? randomUUID();
      responses.push({ id });
      if (activity.type !== 'message' && activity.type !== 'event') continue;
      const outgoing = { ...activity, id, from: botAccount, timestamp: clock() };
      await stores.transcripts.append({
        conversation: metaOf(context).conversation,
        activityId: id,
        from: 'bot',
        activity: JSON.stringify(outgoing),
        at: clock(),
      });
      if (isVisible(outgoing)) this.#said.get(context.turnState)?.push(outgoing);
    }
    return responses;
  }

  override async updateActivity(): Promise<void> {
    throw new Error('A terminal can’t change what it has printed');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('A terminal can’t take back what it has printed');
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('A terminal is spoken to only when it asks');
  }
}
