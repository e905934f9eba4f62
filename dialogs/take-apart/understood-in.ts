/** A message understood, with what its clauses mean where words alone leave it unsure. */
import type { SentenceEncoder } from '../../knowledge/ports.ts';
import type { FlowStart } from '../flow-parts.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Turn } from '../turn.ts';
import { createSecondLooks } from '../understand/intent/second-look.ts';
import type { Understander } from '../understand/understand.ts';
import { takeApart } from './take-apart.ts';
import type { Known, TakenApart } from './taken-apart.ts';

/**
 * Milliseconds a turn waits at most for sentence vectors, up to four of some 6 ms; it goes by its words alone then. On a busy machine
 * a late answer is better than one that changes with the load.
 */
const patience = 60;

/** takeApart, and once more with sentence vectors where words alone left it unsure and there is an encoder. */
export const understoodIn = async (
  turn: Turn,
  memory: ConversationMemory,
  understander: Understander,
  encoder: SentenceEncoder | undefined,
  waiting?: FlowStart['flow'] | null,
): Promise<TakenApart> => {
  const looks = createSecondLooks();
  const known: Known = new Map();
  const byWords = takeApart(turn, memory, understander, looks, waiting, known);
  if (!encoder || !(await looks.fetch(encoder, patience))) return byWords;
  return takeApart(turn, memory, understander, looks, waiting, known);
};
