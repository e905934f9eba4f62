/** What the texts of a turn were read as: they are asked about again when a sentence vector has come. */
import type { ConversationMemory } from '../memory.ts';
import type { SentenceVectors } from './intent/second-look.ts';
import type { GoodsSpokenOf } from './pointing/goods-spoken-of.ts';
import type { AskedNow } from './product/asked-now.ts';
import type { ToldNow } from './wishes/told-now.ts';

/** What a text was read as, whatever is decided of it then. */
export interface Reads {
  readonly goods: GoodsSpokenOf;
  readonly now: ToldNow;
  readonly questions: AskedNow;
}

/** Kept as long as a turn's sentence vectors: when one has come, only what is meant is decided anew. */
export type ReadsOfTurns = WeakMap<SentenceVectors, WeakMap<ConversationMemory, Map<string, Reads>>>;

export const readsOf = (
  turns: ReadsOfTurns,
  looks: SentenceVectors | undefined,
  memory: ConversationMemory,
): Map<string, Reads> => {
  const none = new Map<string, Reads>();
  if (!looks) return none;
  const ofTurn = turns.get(looks) ?? new WeakMap<ConversationMemory, Map<string, Reads>>();
  turns.set(looks, ofTurn);
  const reads = ofTurn.get(memory) ?? none;
  ofTurn.set(memory, reads);
  return reads;
};
