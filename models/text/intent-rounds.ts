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
/** Of fewer intents none is left out whole. */
const leastIntents = 2 * rounds;
const fewIntents = 20;
const plenty = 20;

/**
 * Few intents with many examples each: kinds of saying, as the acts of a dialogue are, rather than things to speak of. Two
 * to five are not: what helps with twelve acts did harm with the four goals of the same dialogues.
 */
export const isBroad = (examples: number, classes: number): boolean =>
  classes >= leastIntents && classes < fewIntents && examples >= plenty * classes;

/**
 * In each round a fifth of the examples is left out, and, unless the intents are broad, a third of the intents whole, to
 * stand for what nobody taught: of few intents a third is so much that the others are told far too easily without it.
 * `labels`: 0..classes-1.
 */
export const heldOutRounds = (labels: readonly number[], classes: number, seed: number): Round[] =>
  roundsOf(labels, classes, seed, classes >= leastIntents && !isBroad(labels.length, classes));

/** Rounds of broad intents in which a third of them is left out whole; none where heldOutRounds do that. */
export const alienRounds = (labels: readonly number[], classes: number, seed: number): Round[] =>
  isBroad(labels.length, classes) ? roundsOf(labels, classes, seed, true) : [];

const roundsOf = (labels: readonly number[], classes: number, seed: number, withAliens: boolean): Round[] => {
  const random = seededRandom(seed);
  const group = Array.from({ length: classes }, (_, c) => ({ c, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ c }) => c);
  const roundOf = new Map(group.map((c, i) => [c, i % rounds]));
  return Array.from({ length: rounds }, (_, round) => {
    const isAlien = (label: number): boolean => withAliens && roundOf.get(label) === round;
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
