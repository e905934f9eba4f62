/** The classifier of the served bot: a shop's examples, read with the general shop language. */
import { createHash } from 'node:crypto';
import { readPageLanguage, readShopLanguage } from '../../knowledge/language/shop-language.ts';
import { fitShopSense, type LearnedSense, openShopSense, type ShopSense } from '../../knowledge/language/shop-sense.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { IntentClassifier, LearnIntents, TaughtIntent } from '../types.ts';
import { fitIntents, type IntentExample, type LearnedIntents } from './intent-learning.ts';
import { openIntentModel } from './intent-model.ts';
import type { TunedTops } from './tuned-intents.ts';

/** Its examples have an intent of their own for what is beside the point; to ask back too often costs more here than a wrong guess. */
const turnedAwayAtMost = 0.05;

const latinWord = /[\p{L}\p{N}]+/gu;
const han = /\p{Script=Han}/u;

/** The shop language as it was learned; plain data. */
export interface LearnedLanguage {
  readonly sense: LearnedSense;
  /** Every Latin word of it. */
  readonly words: ReadonlySet<string>;
}

export interface GeneralLanguage {
  readonly sense: ShopSense;
  readonly words: ReadonlySet<string>;
}

let learned: LearnedLanguage | undefined;
/** Read and learned when first asked for. */
export const learnedLanguage = (): LearnedLanguage => {
  if (!learned) {
    const sayings = readShopLanguage();
    learned = {
      sense: fitShopSense(sayings),
      words: new Set(sayings.flatMap(({ text }) => fold(text).match(latinWord) ?? [])),
    };
  }
  return learned;
};

export const openLanguage = ({ sense, words }: LearnedLanguage): GeneralLanguage => ({
  sense: openShopSense(sense),
  words,
});

let general: GeneralLanguage | undefined;
const generalLanguage = (): GeneralLanguage => {
  general ??= openLanguage(learnedLanguage());
  return general;
};

/** Throws RangeError with fewer than two intents, or where only some examples carry a vector. */
export const fitTaught = (
  examples: readonly TaughtIntent<string>[],
  seed: number,
  { sense }: GeneralLanguage,
  tops?: TunedTops,
): LearnedIntents =>
  fitIntents(intentExamplesOf(examples), { seed, sense, turnedAwayAtMost, ...(tops ? { tops } : {}) });

export const intentExamplesOf = (examples: readonly TaughtIntent<string>[]): IntentExample[] =>
  examples.map(({ words, ...rest }) => ({ text: words, ...rest }));

/** `learned`: from these examples. */
export const classifierOf = <Label extends string>(
  learned: LearnedIntents,
  examples: readonly TaughtIntent<Label>[],
  { sense, words: shopWords }: GeneralLanguage,
): IntentClassifier<Label> => {
  const model = openIntentModel(learned, sense);
  const taught = new Set(examples.flatMap(({ words }) => fold(words).match(latinWord) ?? []));
  return {
    classify({ words, said, vector, deep }) {
      const { intent, probability, inScope, isSure, ranked } = model.classify(words, vector, said, deep);
      // Pieces of a word are no likeness where no whole word was ever met: "proto" is no "promo".
      const isRead =
        han.test(words) || (words.match(latinWord) ?? []).some(word => taught.has(word) || shopWords.has(word));
      return {
        intent: intent as Label,
        probability,
        inScope: inScope && isRead,
        isSure,
        ranked: () => ranked() as readonly { intent: Label; probability: number }[],
      };
    },
  };
};

export const shopSense = (): ShopSense => generalLanguage().sense;

let finer: LearnedSense | undefined;
/** The sense that pages are found with, which knows the finer points as well; learned when first asked for. */
export const learnedPageSense = (): LearnedSense => {
  finer ??= fitShopSense(readPageLanguage());
  return finer;
};

let forPages: ShopSense | undefined;
export const pageSense = (): ShopSense => {
  forPages ??= openShopSense(learnedPageSense());
  return forPages;
};

/** One per language of the shop in use, and of the one before. */
const keptModels = 4;
/** The last ones learned, oldest first: a catalogue that changes in nothing the examples speak of needs no other. */
const kept = new Map<string, LearnedIntents>();

/** Here and now: for tests and benches, which have no turn that waits. */
export const learnIntents: LearnIntents = (examples, seed) => {
  const language = generalLanguage();
  const key = createHash('sha256')
    .update(JSON.stringify([seed, examples]))
    .digest('base64');
  const found = kept.get(key) ?? fitTaught(examples, seed, language);
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > keptModels) kept.delete(oldest);
  return classifierOf(found, examples, language);
};
