import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Card } from '../../dialogs/say/cards.ts';
import type { TapValue } from '../../dialogs/turn.ts';
import type { Clock } from '../../knowledge/domain/clock.ts';
import { asId, type ConversationId, type ProductId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { TurnLog } from '../bot.ts';
import { beginConversation, shownIn } from '../channels/console-conversation.ts';
import type { Core, CoreOptions } from '../core.ts';
import { clockFrom, openSmallShop } from '../small-shop.ts';
import { learned } from './learned.ts';

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

/** The real bot on a small demo shop without a model in it, driven without HTTP. */
export interface TalkingShop {
  readonly core: Core;
  /** A conversation of its own; a guest unless a shopper is named. */
  talkTo(shopper?: string): Promise<Talk>;
  close(): Promise<void>;
}

/** A Tuesday in November, whenever the tests run. */
const startsAt = Date.parse('2026-11-24T10:00:00Z');

export const openTalkingShop = async (
  options: {
    readonly clock?: Clock;
    readonly demo?: CoreOptions['demo'];
    /** Settings besides the usual ones. */
    readonly env?: Readonly<Record<string, string>>;
  } = {},
): Promise<TalkingShop> => {
  const modelsDir = await mkdtemp(join(tmpdir(), 'counteroffer-talk-'));
  const { core, adapter } = await openSmallShop({ clock: clockFrom(startsAt), learned, ...options, modelsDir });
  let talks = 0;
  return {
    core,
    talkTo: async name => {
      // The same names in every run: what exploration and the holdout draw is drawn from them.
      talks += 1;
      const shopper = asId<ShopperId>(name ?? `guest-of-test-${talks}`);
      const conversation = asId<ConversationId>(`talk-${talks}`);
      const signedIn = name !== undefined;
      const who = await beginConversation(core, { shopper, conversation, signedIn, language: 'en' });
      const hear = async (message: { text: string; value?: unknown }): Promise<Answer> => {
        const heard = await adapter.hear({ type: 'message', ...message }, who);
        const shown = shownIn(heard);
        return { ...shown, suggestions: shown.suggestions.map(s => s.label), log: heard.log };
      };
      return { shopper, conversation, say: text => hear({ text }), tap: value => hear({ text: '', value }) };
    },
    close: async () => {
      await core.close();
      await rm(modelsDir, { recursive: true, force: true });
    },
  };
};

export const cardsOfType = <T extends Card['type']>(answer: Answer, type: T): Extract<Card, { type: T }>[] =>
  answer.cards.filter((card): card is Extract<Card, { type: T }> => card.type === type);

/** Says one message after the other and gives what came back for the last. */
export const lastOf = async (talk: Talk, messages: readonly string[]): Promise<Answer> => {
  let answer: Answer | undefined;
  for (const message of messages) answer = await talk.say(message);
  if (!answer) throw new RangeError('Nothing was said');
  return answer;
};

/** What a guest is shown after these messages; `names` in both languages. */
export const goodsShownAfter = async (shop: Pick<TalkingShop, 'talkTo' | 'core'>, messages: readonly string[]) => {
  const answer = await lastOf(await shop.talkTo(), messages);
  const { byId } = shop.core.catalogue.view;
  const products = cardsOfType(answer, 'product').flatMap(card => byId.get(card.id as ProductId) ?? []);
  return { text: answer.text, products, names: products.map(p => `${p.name.en} / ${p.name.zh}`) };
};

/** What a guest is told last. */
export const toldAfter = async (shop: Pick<TalkingShop, 'talkTo'>, says: readonly string[], shopper?: string) =>
  (await lastOf(await shop.talkTo(shopper), says)).text;

/** What a guest has in the cart after these messages: "2 × Thumbprint mug, sage; 1 × …". */
export const cartAfter = async (shop: Pick<TalkingShop, 'talkTo'>, says: readonly string[]): Promise<string> => {
  const talk = await shop.talkTo();
  for (const text of says) await talk.say(text);
  const isHan = /\p{Script=Han}/u.test(says.join(''));
  const [cart] = cardsOfType(await talk.say(isHan ? '我的购物车' : 'my cart'), 'cart');
  return (cart?.lines ?? []).map(line => `${line.quantity} × ${line.name}`).join('; ');
};

/** What a guest hears last, and what the cart holds then, as "2 × name". */
export const heardWithCart = async (
  shop: Pick<TalkingShop, 'talkTo'>,
  says: readonly string[],
): Promise<{ text: string; lines: string[] }> => {
  const talk = await shop.talkTo();
  const { text } = await lastOf(talk, says);
  const cart = await talk.say(/\p{Script=Han}/u.test(says[0]!) ? '看看购物车' : 'show me my cart');
  return { text, lines: (cardsOfType(cart, 'cart')[0]?.lines ?? []).map(line => `${line.quantity} × ${line.name}`) };
};
