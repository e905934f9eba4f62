/** Which examples are held out, for the figures and thresholds that must come from texts their judge was not taught. */
import { seededRandom } from '../../knowledge/domain/random.ts';

/** Places in the list of examples. */
export interface Round {
  readonly taught: readonly number[];
  /** Of intents that are taught. */
  readonly asked: readonly number[];
  /** Of intents that are not. */
  readonly alien: readonly number[];
  isAlien(label: number): boolean;
}

const rounds = 3;

/**
 * In each round a third of the intents is left out whole, to stand for what nobody taught, and a fifth of the examples of
 * the others. `labels`: 0..classes-1.
 */
export const heldOutRounds = (labels: readonly number[], classes: number, seed: number): Round[] => {
  const random = seededRandom(seed);
  const group = Array.from({ length: classes }, (_, c) => ({ c, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ c }) => c);
  const roundOf = new Map(group.map((c, i) => [c, i % rounds]));
  return Array.from({ length: rounds }, (_, round) => {
    const isAlien = (label: number): boolean => classes >= 2 * rounds && roundOf.get(label) === round;
    const taught: number[] = [];
    const asked: number[] = [];
    const alien: number[] = [];
    const turn = new Map<number, number>();
    for (const [i, label] of labels.entries()) {
      if (isAlien(label)) alien.push(i);
      else {
        const nth = turn.get(label) ?? 0;
        turn.set(label, nth + 1);
        (nth % 5 === (round + label) % 5 ? asked : taught).push(i);
      }
    }
    return { taught, asked, alien, isAlien };
  });
};
