/** The encoder tuned on intents: on all examples, and on those of each round, which tell what that is worth. */
import type { TensorBackend } from '../backend/backend.ts';
import type { EncoderTop } from './encoder-files.ts';
import type { IntentExample } from './intent-learning.ts';
import { heldOutRounds } from './intent-rounds.ts';
import { type TopExample, tuneTop } from './tune-top.ts';
import type { TunedTop } from './tuned-top.ts';

export interface TunedTops {
  readonly all: TunedTop;
  /** Of each of heldOutRounds, from what it teaches. */
  readonly rounds: readonly TunedTop[];
}

/** As fitIntents is to be given them, with the same seed. Throws RangeError where an example has no `deep`. */
export const tuneIntents = async (
  backend: Pick<TensorBackend, 'tf' | 'simd'>,
  start: EncoderTop,
  examples: readonly IntentExample[],
  names: readonly IntentExample[],
  seed: number,
): Promise<TunedTops> => {
  const intents = [...new Set(examples.map(e => e.intent))].sort();
  const rowOf = ({ text, intent, deep }: IntentExample): TopExample => {
    if (!deep) throw new RangeError(`"${text}" was not read deeply enough to tune the encoder on it`);
    return { deep, label: intents.indexOf(intent) };
  };
  const rows = examples.map(rowOf);
  const called = names.map(rowOf);
  const tune = (taught: readonly TopExample[]): Promise<TunedTop> =>
    tuneTop(backend, start, taught, intents.length, seed);
  const rounds: TunedTop[] = [];
  for (const { taught, isAlien } of heldOutRounds(
    rows.map(r => r.label),
    intents.length,
    seed,
  )) {
    rounds.push(await tune([...called.filter(r => !isAlien(r.label)), ...taught.map(i => rows[i]!)]));
  }
  return { rounds, all: await tune([...rows, ...called]) };
};
