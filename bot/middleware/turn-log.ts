import type { Middleware } from 'botbuilder-core';
import type { Logger } from 'pino';
import type { Language } from '../../knowledge/domain/language.ts';
import { type TurnLog, type TurnMeta, turnLogKey } from '../bot.ts';
import { apology, apologyIdOf } from './apology.ts';
import { hasSpoken, nameReplies } from './outbox.ts';
import { conversationOf, metaOf } from './turn-meta.ts';

/** One finished turn, for the log and the metrics. */
export interface FinishedTurn {
  readonly meta: TurnMeta;
  readonly type: string;
  readonly log: TurnLog | undefined;
  readonly milliseconds: number;
  readonly outcome: 'answered' | 'fault';
}

export interface TurnLogOptions {
  readonly log: Logger;
  readonly onFinished?: (turn: FinishedTurn) => void;
}

const languageOf = (said: string | undefined, stored: Language | undefined, locale: string | undefined): Language => {
  if (said === 'en' || said === 'zh') return said;
  return stored ?? (locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en');
};

/** The outermost step: times the turn, logs it without its words, and turns a fault into one apology and one log line. */
export const turnLog = ({ log, onFinished }: TurnLogOptions): Middleware => ({
  async onTurn(context, next) {
    const meta = metaOf(context);
    const started = performance.now();
    let fault: unknown;
    try {
      await next();
    } catch (thrown) {
      fault = thrown ?? new Error('A turn threw nothing');
    }
    const said = context.turnState.get(turnLogKey) as TurnLog | undefined;
    const language = languageOf(said?.language, conversationOf(context)?.language, context.activity.locale);
    const finished: FinishedTurn = {
      meta,
      type: context.activity.type,
      log: said,
      milliseconds: performance.now() - started,
      outcome: fault === undefined ? 'answered' : 'fault',
    };
    const line = {
      turn: meta.turn,
      conversation: meta.conversation,
      channel: meta.channel,
      type: finished.type,
      intent: said?.intent,
      language,
      ms: Math.round(finished.milliseconds * 100) / 100,
      steps: said?.timings,
      unavailable: said?.unavailable?.length ? said.unavailable : undefined,
      marked: said?.marked?.length ? said.marked : undefined,
    };
    if (fault === undefined) log.info(line, 'turn');
    else log.error({ ...line, err: fault }, 'turn failed');
    onFinished?.(finished);
    // Best effort: with the database down there may be no way to say it. Nobody is apologised to who has their answer.
    if (fault !== undefined && finished.type === 'message' && !hasSpoken(context)) {
      nameReplies(context, [apologyIdOf(meta.turn)]);
      await context.sendActivity(apology(language)).catch(err => log.error({ err, turn: meta.turn }, 'apology failed'));
    }
  },
});
