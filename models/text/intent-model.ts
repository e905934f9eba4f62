/**
 * Which intent a text has, learned from examples: a linear machine over words, stems and character pieces, joined with a
 * sentence vector where an encoder is given; a probability calibrated, and a threshold for "none of these" set, on
 * training examples held out, never on anything else.
 */
import type { ShopSense } from '../../knowledge/language/shop-sense.ts';
import { best, judge, readWith, softmax, weighed } from './intent-judge.ts';
import { fitIntents, type IntentExample, type IntentTraining, type LearnedIntents } from './intent-learning.ts';

export interface IntentGuess {
  readonly intent: string;
  /** 0..1, calibrated among the known intents. */
  readonly probability: number;
  /** How much the text is like anything that was taught; compared with `threshold`. */
  readonly familiarity: number;
  readonly inScope: boolean;
  /** false: examples that were told as faintly as this one, or turned away, were told wrong too often. */
  readonly isSure: boolean;
  /** All intents, likeliest first. */
  ranked(): readonly { readonly intent: string; readonly probability: number }[];
}

export interface IntentModel {
  readonly intents: readonly string[];
  readonly threshold: number;
  /** What the shop sense counted for, 0 (not used) .. 2. */
  readonly senseWeight: number;
  /** What the tuned encoder's cosines count for, 0 (not used) .. 2. */
  readonly likenessWeight: number;
  /**
   * `vector` as in training: given if the examples had one. `deep` is needed only where `likenessWeight` is above 0.
   * Throws RangeError otherwise.
   */
  classify(text: string, vector?: Float32Array, said?: string, deep?: Float32Array, by?: string): IntentGuess;
}

/** `sense`: the one it was learned with. */
export const openIntentModel = (learned: LearnedIntents, sense: ShopSense | undefined): IntentModel => {
  const { intents, threshold, senseWeight, sharpness, sureFrom, withVectors, fitted } = learned;
  const heeded = senseWeight > 0 ? sense : undefined;
  return {
    intents,
    threshold,
    senseWeight,
    likenessWeight: fitted.tuned?.weight ?? 0,
    classify(text, vector, said = text, deep = undefined, by = undefined) {
      if ((vector !== undefined) !== withVectors) {
        throw new RangeError(
          `A text is judged ${withVectors ? 'with' : 'without'} a sentence vector, as it was taught`,
        );
      }
      const read = readWith(heeded, {
        text,
        said,
        ...(vector ? { vector } : {}),
        ...(deep ? { deep } : {}),
        ...(by === undefined ? {} : { by }),
      });
      const { scores, familiarity } = judge(fitted, weighed(read, senseWeight));
      const probabilities = softmax(scores, sharpness);
      const at = best(probabilities);
      const inScope = familiarity >= threshold;
      return {
        intent: intents[at]!,
        probability: probabilities[at]!,
        familiarity,
        inScope,
        isSure: inScope && probabilities[at]! >= sureFrom,
        ranked: () =>
          intents
            .map((intent, c) => ({ intent, probability: probabilities[c]! }))
            .sort((x, y) => y.probability - x.probability),
      };
    },
  };
};

/** Throws RangeError as fitIntents does. */
export const trainIntentModel = (examples: readonly IntentExample[], training: IntentTraining): IntentModel =>
  openIntentModel(fitIntents(examples, training), training.sense);
