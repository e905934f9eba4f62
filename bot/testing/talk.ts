import { pino } from 'pino';
import type { Card, CounterofferChannelData } from '../../dialogs/say/cards.ts';
import type { TapValue } from '../../dialogs/turn.ts';
import { type Clock, steadyClock } from '../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { TurnLog, TurnMeta } from '../bot.ts';
import { ConsoleAdapter } from '../channels/console-adapter.ts';
import { type Core, type CoreOptions, openCore } from '../core.ts';
import { useMiddleware } from '../middleware/pipeline.ts';
import { TurnQueue } from '../middleware/turn-queue.ts';
import { readSettings } from '../settings.ts';

/** What came back for one message. */
export interface Answer {
  readonly text: string;
  readonly cards: readonly Card[];
  readonly suggestions: readonly string[];
  readonly log: TurnLog | undefined;
}

export interface Talk {
  readonly shopper: ShopperId;
  readonly conversation: ConversationId;
  say(text: string): Promise<Answer>;
  tap(value: TapValue): Promise<Answer>;
}

/** The real bot on a small demo shop, its database in memory, driven without HTTP. */
export interface TalkingShop {
  readonly core: Core;
  /** A conversation of its own; a guest unless a shopper is named. */
  talkTo(shopper?: string): Promise<Talk>;
  close(): Promise<void>;
}

/** A Tuesday in November, whenever the tests run: what is drawn by the day is the same in every run. */
const startsAt = Date.parse('2026-11-24T10:00:00Z');

export const openTalkingShop = async (options: {
  modelsDir: string;
  clock?: Clock;
  demo?: CoreOptions['demo'];
  /** Settings besides the usual ones. */
  env?: Readonly<Record<string, string>>;
}): Promise<TalkingShop> => {
  const settings = readSettings({ LOG_LEVEL: 'silent', ...options.env });
  const opened = performance.now();
  const log = pino({ level: 'silent' });
  const core = await openCore({
    settings,
    log,
    inMemory: true,
    modelsDir: options.modelsDir,
    demo: options.demo ?? { shoppers: 120, impressions: 200 },
    clock: options.clock ?? steadyClock(() => startsAt + Math.round(performance.now() - opened)),
  });
  const { stores, clock, bot } = core;
  let talks = 0;
  const queue = new TurnQueue(stores.locks, clock);
  const adapter = useMiddleware(new ConsoleAdapter({ stores, queue, clock, bot }), { stores, log });
  return {
    core,
    talkTo: async name => {
      // The same names in every run: what exploration and the holdout draw is drawn from them.
      talks += 1;
      const shopper = asId<ShopperId>(name ?? `guest-of-test-${talks}`);
      const conversation = asId<ConversationId>(`talk-${talks}`);
      const now = clock();
      await stores.shoppers.ensure({
        id: shopper,
        language: 'en',
        segments: ['new'],
        consent: { personalOffers: true, profile: true },
        createdAt: now,
      });
      await stores.conversations.ensure({
        id: conversation,
        shopper,
        channel: 'console',
        language: 'en',
        owner: 'bot',
        version: 0,
        createdAt: now,
        lastAt: now,
      });
      const who: Omit<TurnMeta, 'turn'> = { shopper, signedIn: name !== undefined, conversation, channel: 'console' };
      const hear = async (message: { text: string; value?: unknown }): Promise<Answer> => {
        const heard = await adapter.hear({ type: 'message', ...message }, who);
        const ours = heard.replies.flatMap(
          r => (r.channelData as { counteroffer?: CounterofferChannelData } | undefined)?.counteroffer ?? [],
        );
        return {
          text: heard.replies.map(r => r.text ?? '').join('\n\n'),
          cards: ours.flatMap(d => d.cards),
          suggestions: ours.flatMap(d => d.suggestions.map(s => s.label)),
          log: heard.log,
        };
      };
      return { shopper, conversation, say: text => hear({ text }), tap: value => hear({ text: '', value }) };
    },
    close: () => core.close(),
  };
};

export const cardsOfType = <T extends Card['type']>(answer: Answer, type: T): Extract<Card, { type: T }>[] =>
  answer.cards.filter((card): card is Extract<Card, { type: T }> => card.type === type);
