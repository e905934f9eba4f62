/**
 * The first message takes five times as long as the next: thousands of patterns are compiled when each first meets a text. A server
 * that has nothing to do yet reads the shop's own examples, one of each intent in each language, so that no shopper waits for it.
 */
import { asId, type ConversationId, type ShopperId, type TurnId } from '../../knowledge/domain/ids.ts';
import type { Steps } from '../../knowledge/slices.ts';
import { emptyMemory } from '../memory.ts';
import { readExamples } from './intent/examples.ts';
import type { Understander } from './understand.ts';

export function* warmUp(understander: Understander, at: Date): Steps<void> {
  const read = new Set<string>();
  for (const { intent, language, text } of readExamples()) {
    if (read.has(`${intent} ${language}`)) continue;
    read.add(`${intent} ${language}`);
    const turn = {
      id: asId<TurnId>('warm-up'),
      conversation: asId<ConversationId>('warm-up'),
      shopper: asId<ShopperId>('warm-up'),
      signedIn: false,
      channel: 'warm-up',
      text,
      cut: false,
      at,
    };
    understander.understand(turn, emptyMemory);
    yield;
  }
}
