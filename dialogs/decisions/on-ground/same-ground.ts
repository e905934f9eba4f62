/** A short question leaves what lies before the shopper where it was: the next one is asked of the same. */
import type { ConversationMemory } from '../../memory.ts';
import type { ReplyPart, Suggestion } from '../../reply.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import type { Draft } from '../draft.ts';

const stays = ({ memory: { lastIntent, orderTold, missing, turns } }: TurnFacts): Partial<ConversationMemory> => {
  const wasJustNow = (at: number): boolean => turns - at <= 1;
  return {
    ...(lastIntent ? { lastIntent } : {}),
    ...(orderTold && wasJustNow(orderTold.at) ? { orderTold: { ...orderTold, at: turns } } : {}),
    ...(missing && wasJustNow(missing.at) ? { missing: { ...missing, at: turns } } : {}),
    failures: 0,
  };
};

export const told = (
  facts: TurnFacts,
  parts: readonly ReplyPart[],
  suggestions: readonly Suggestion[] = [],
): Draft => ({ parts, suggestions, memory: stays(facts) });
