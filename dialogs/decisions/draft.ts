import type { FlowStart } from '../flow-parts.ts';
import type { ConversationMemory } from '../memory.ts';
import type { ReplyClaim, ReplyEffect, ReplyPart, Suggestion } from '../reply.ts';
import type { Intent, Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';

/** What one intent's decision adds to the reply; decide.ts completes it. */
export interface Draft {
  readonly parts: readonly ReplyPart[];
  readonly effects?: readonly ReplyEffect[];
  readonly claim?: ReplyClaim;
  readonly start?: FlowStart;
  readonly suggestions?: readonly Suggestion[];
  readonly memory?: Partial<ConversationMemory>;
  /**
   * This reply is a place for a deal: one that was asked for and is in `parts` already, or a new one that decide.ts adds.
   * Only here is a decision acted on and recorded, so that treated and held-out shoppers are counted in the same places.
   */
  readonly offers?: 'asked' | 'unprompted';
}

export type Decide = (turn: Turn, understanding: Understanding, facts: TurnFacts) => Draft;

export const say = (...parts: ReplyPart[]): Draft => ({ parts });

export const suggest = (...intents: Intent[]): Suggestion[] => intents.map(intent => ({ kind: 'intent', intent }));
