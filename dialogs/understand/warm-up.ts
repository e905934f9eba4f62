/**
 * The first message takes ten times as long as the next: thousands of patterns are compiled when each first meets a text. A server
 * that has nothing to do yet reads the shop's own examples, one of each intent in each language, so that no shopper waits for it.
 */
import { asId, type ConversationId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Steps } from '../../knowledge/slices.ts';
import type { Turn } from '../turn.ts';
import { readExamples } from './intent/examples.ts';

export function* warmUp(read: (turn: Turn) => unknown, at: Date): Steps<void> {
  const met = new Set<string>();
  for (const { intent, language, text } of readExamples()) {
    const kind = `${intent} ${language}`;
    if (met.has(kind)) continue;
    met.add(kind);
    read({
      id: asId<TurnId>('warm-up'),
      conversation: asId<ConversationId>('warm-up'),
      shopper: asId<ShopperId>('warm-up'),
      signedIn: false,
      channel: 'warm-up',
      text,
      cut: false,
      at,
    });
    yield;
  }
}
