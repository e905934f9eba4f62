import type { Activity, StatePropertyAccessor, TurnContext } from 'botbuilder-core';
import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import { Flows } from '../dialogs/flows/flows.ts';
import { type ConversationMemory, emptyMemory } from '../dialogs/memory.ts';
import { runTurn } from '../dialogs/run-turn.ts';
import { toActivity } from '../dialogs/say/activity.ts';
import type { DialogServices } from '../dialogs/services.ts';
import type { TapValue, Turn } from '../dialogs/turn.ts';
import type { Conversation } from '../knowledge/domain/conversation.ts';
import { asId, type OfferId, type ProductId } from '../knowledge/domain/ids.ts';
import type { Language } from '../knowledge/domain/language.ts';
import { type BotLogic, type TurnLog, type TurnMeta, turnLogKey } from './bot.ts';
import { previewOf } from './middleware/preview.ts';
import { conversationOf } from './middleware/turn-meta.ts';
import { TurnState } from './turn-state.ts';

/** Longer messages are read up to here; the shopper is told. */
const maxMessageLength = 2_000;

const id = z.string().min(1).max(200);
const tapSchema = z.discriminatedUnion('tap', [
  z.object({ tap: z.literal('apply-offer'), offer: id.transform(asId<OfferId>) }),
  z.object({ tap: z.literal('decline-offer'), offer: id.transform(asId<OfferId>) }),
  z.object({ tap: z.literal('add-to-cart'), product: id.transform(asId<ProductId>) }),
  z.object({ tap: z.literal('product'), product: id.transform(asId<ProductId>) }),
  z.object({ tap: z.literal('order'), order: id }),
  z.object({ tap: z.literal('return-order'), order: id }),
  z.object({ tap: z.literal('cancel-order'), order: id }),
  z.object({ tap: z.literal('say'), text: z.string().max(maxMessageLength) }),
]);

/** What the last turn said, in the same write as what it learnt: a turn repeated after a crash says that again. */
interface Answered {
  readonly turn: string;
  readonly reply?: Partial<Activity>;
}

/** The message path's middle: Activity -> Turn, the turn itself, then the conversation's state saved once. */
export class PromotionBot implements BotLogic {
  readonly #services: DialogServices;
  readonly #state: TurnState;
  readonly #memory: StatePropertyAccessor<ConversationMemory>;
  readonly #answered: StatePropertyAccessor<Answered | undefined>;
  readonly #flows: Flows;

  constructor(services: DialogServices, storage: ConstructorParameters<typeof TurnState>[0]) {
    this.#services = services;
    this.#state = new TurnState(storage);
    this.#memory = this.#state.createProperty<ConversationMemory>('memory');
    this.#answered = this.#state.createProperty<Answered | undefined>('answered');
    this.#flows = new Flows(this.#state.createProperty<DialogState>('dialogs'));
  }

  async onTurn(context: TurnContext, meta: TurnMeta): Promise<void> {
    const turn = this.#turnOf(context, meta);
    if (!turn) return;
    const started = performance.now();
    const memory = await this.#memory.get(context, emptyMemory);
    const answered = await this.#answered.get(context);
    if (answered?.turn === turn.id) {
      if (answered.reply) await context.sendActivity(answered.reply);
      return;
    }
    const loaded = performance.now();
    const conversation = conversationOf(context);
    const preview = previewOf(context, meta);
    const outcome = await runTurn(turn, memory, this.#flows.of(context), this.#services, conversation, preview?.show);
    await preview?.shown();
    await this.#memory.set(context, outcome.memory);
    const ran = performance.now();
    const { said, language, cartChanged } = outcome;
    const { publicUrl } = this.#services;
    const reply = said ? toActivity(said, { turn: turn.id, language, publicUrl, cartChanged }) : undefined;
    // As it is before the adapters address it.
    await this.#answered.set(context, { turn: turn.id, ...(reply ? { reply: { ...reply } } : {}) });
    if (reply) await context.sendActivity(reply);
    if (!conversation || isStale(conversation, language, turn.at)) {
      await this.#services.stores.conversations.touch(meta.conversation, language, turn.at);
    }
    // Once, last: if anything above threw, nothing is saved and nothing held in the outbox is sent.
    await this.#state.saveChanges(context);
    const log: TurnLog = {
      ...outcome.summary,
      timings: {
        load: round(loaded - started),
        ...outcome.summary.timings,
        save: round(performance.now() - ran),
      },
    };
    context.turnState.set(turnLogKey, log);
  }

  /** Null for activities that are not a message: typing, reactions, updates. A new conversation is greeted. */
  #turnOf(context: TurnContext, meta: TurnMeta): Turn | null {
    const { activity } = context;
    const greets =
      activity.type === 'conversationUpdate' &&
      (activity.membersAdded ?? []).some(member => member.id !== activity.recipient?.id);
    if (activity.type !== 'message' && !greets) return null;
    const value = greets ? undefined : tapOf(activity.value);
    const said = value?.tap === 'say' ? value.text : (activity.text ?? '');
    const text = greets ? (activity.locale?.startsWith('zh') ? '你好' : 'hello') : said;
    if (!greets && text.trim() === '' && value === undefined) return null;
    return {
      id: meta.turn,
      conversation: meta.conversation,
      shopper: meta.shopper,
      signedIn: meta.signedIn,
      channel: meta.channel,
      ...(meta.device === undefined ? {} : { device: meta.device }),
      text: cut(text),
      cut: text.length > maxMessageLength || cutByChannel(activity.channelData),
      ...(value && value.tap !== 'say' ? { value } : {}),
      ...(activity.locale ? { locale: activity.locale } : {}),
      at: this.#services.clock(),
    };
  }
}

/** When a conversation was last active is kept to the minute. */
const touchMilliseconds = 60_000;

const isStale = (conversation: Conversation, language: Language, now: Date): boolean =>
  conversation.language !== language || now.getTime() - conversation.lastAt.getTime() > touchMilliseconds;

/** A tap is taken only in the shape our own cards send; anything else is no tap, and the text counts. */
const tapOf = (value: unknown): TapValue | undefined => {
  const parsed = tapSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
};

/** The web channel cuts before it logs, and says so in its own field; a client can't set it. */
const cutByChannel = (channelData: unknown): boolean => (channelData as { cut?: unknown } | undefined)?.cut === true;

/** Cut at a code point, so that half an emoji is never left at the end. */
const cut = (text: string): string => {
  if (text.length <= maxMessageLength) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(maxMessageLength - 1)) ? maxMessageLength - 1 : maxMessageLength;
  return text.slice(0, end);
};

const round = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;
