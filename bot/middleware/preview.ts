import type { TurnContext } from 'botbuilder-core';
import type { TurnMeta } from '../bot.ts';
import { mayStillSpeak } from './outbox.ts';

/** What a turn has to say so far, shown while the rest is made. */
export interface Preview {
  show(soFar: string): void;
  /** Resolves when everything shown has gone out: the reply itself comes after it. */
  shown(): Promise<void>;
}

/**
 * A reply that comes sentence by sentence, as "typing" with the text so far: it is drawn while the rest comes, never kept
 * in the history, and replaced by the reply, which goes out once as ever. Only the web channel draws it. Nothing more is
 * shown once a person has taken over.
 */
export const previewOf = (context: TurnContext, { channel }: TurnMeta): Preview | undefined => {
  if (channel !== 'web') return undefined;
  let going: Promise<void> = Promise.resolve();
  return {
    show: soFar => {
      going = going.then(async () => {
        if ((await mayStillSpeak(context)?.()) === false) return;
        await context.sendActivity({ type: 'typing', text: soFar });
      });
      // A preview that can't be shown is no reason to fail the turn.
      going = going.catch(() => undefined);
    },
    shown: () => going,
  };
};
