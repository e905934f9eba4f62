/** Labelled conversations held again with the bot, to see each message as it is understood in its place. */
import type { CardButton } from '../../dialogs/say/cards.ts';
import type { Intent } from '../../dialogs/turn.ts';
import { asId, type ShopperId } from '../../knowledge/domain/ids.ts';
import type { InContextClassifier, MessageInContext } from '../../models/types.ts';
import { beginConversation, openConsole, shownIn } from '../channels/console-conversation.ts';
import { newConversationId, newGuestId } from '../channels/direct-line/conversations.ts';
import type { Core } from '../core.ts';
import type { LabelledConversation } from '../evaluate/labelled-turns.ts';

export interface SeenMessage {
  /** As the bot took it, before it was weighed in its context. */
  readonly message: MessageInContext<Intent>;
  readonly intents: readonly Intent[];
  readonly or: readonly Intent[];
}

/** Notes what it is asked, and has no judgement. */
export interface Listener extends InContextClassifier<Intent> {
  /** What was heard since the last call. */
  heard(): readonly MessageInContext<Intent>[];
}

export const listener = (): Listener => {
  const heard: MessageInContext<Intent>[] = [];
  return {
    judge(message) {
      heard.push(message);
      return undefined;
    },
    heard: () => heard.splice(0),
  };
};

/** Messages that were understood as a whole, and not as an answer to a flow. */
export const replayed = async (
  core: Core,
  listening: Listener,
  conversations: readonly LabelledConversation[],
): Promise<SeenMessage[]> => {
  const adapter = openConsole(core);
  const seen: SeenMessage[] = [];
  for (const { language, shopper, turns } of conversations) {
    const who = await beginConversation(core, {
      shopper: shopper === undefined ? newGuestId() : asId<ShopperId>(shopper),
      conversation: newConversationId(),
      signedIn: shopper !== undefined,
      language,
    });
    const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
    let buttons: readonly CardButton[] = [];
    for (const turn of turns) {
      listening.heard();
      const button = 'tap' in turn ? buttons[turn.tap - 1] : undefined;
      const said = 'tap' in turn ? { text: button?.label ?? '', value: button?.value } : { text: turn.text };
      const { cards, suggestions } = shownIn(await adapter.hear({ type: 'message', locale, ...said }, who));
      buttons = [...cards.flatMap(c => ('buttons' in c ? c.buttons : [])), ...suggestions];
      if ('tap' in turn) continue;
      const message = listening.heard().findLast(one => one.text === turn.text);
      if (message) seen.push({ message, intents: turn.intents, or: turn.or });
    }
  }
  return seen;
};
