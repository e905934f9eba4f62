/** The classifier of the served bot: a shop's examples, read with the general shop language, which is learned once a process. */
import { createHash } from 'node:crypto';
import { readShopLanguage } from '../../knowledge/language/shop-language.ts';
import { learnShopSense, type ShopSense } from '../../knowledge/language/shop-sense.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import type { LearnIntents } from '../types.ts';
import { type IntentModel, trainIntentModel } from './intent-model.ts';

/** Its examples have an intent of their own for what is beside the point; to ask back too often costs more here than a wrong guess. */
const turnedAwayAtMost = 0.05;

const latinWord = /[\p{L}\p{N}]+/gu;
const han = /\p{Script=Han}/u;

interface General {
  readonly sense: ShopSense;
  /** Every Latin word of the shop language. */
  readonly words: ReadonlySet<string>;
}

let general: General | undefined;
/** Read and learned when first asked for. */
const generalLanguage = (): General => {
  if (!general) {
    const sayings = readShopLanguage();
    const words = new Set(sayings.flatMap(({ text }) => fold(text).match(latinWord) ?? []));
    general = { sense: learnShopSense(sayings), words };
  }
  return general;
};

export const shopSense = (): ShopSense => generalLanguage().sense;

/** One per language of the shop in use, and of the one before. */
const keptModels = 4;
/** The last ones learned, oldest first: a catalogue that changes in nothing the examples speak of needs no other. */
const kept = new Map<string, IntentModel>();

const learned = (examples: Parameters<LearnIntents>[0], seed: number): IntentModel => {
  const key = createHash('sha256')
    .update(JSON.stringify([seed, examples]))
    .digest('base64');
  const known = kept.get(key);
  const model =
    known ??
    trainIntentModel(
      examples.map(({ words, said, intent }) => ({ text: words, said, intent })),
      { seed, sense: shopSense(), turnedAwayAtMost },
    );
  kept.delete(key);
  kept.set(key, model);
  for (const oldest of kept.keys()) if (kept.size > keptModels) kept.delete(oldest);
  return model;
};

export const learnIntents: LearnIntents = <Label extends string>(
  examples: Parameters<LearnIntents>[0],
  seed: number,
) => {
  const model = learned(examples, seed);
  const shopWords = generalLanguage().words;
  const taught = new Set(examples.flatMap(({ words }) => fold(words).match(latinWord) ?? []));
  return {
    classify({ words, said }) {
      const { intent, probability, inScope } = model.classify(words, undefined, said);
      // Pieces of a word are no likeness where no whole word was ever met: "proto" is no "promo".
      const isRead =
        han.test(words) || (words.match(latinWord) ?? []).some(word => taught.has(word) || shopWords.has(word));
      return { intent: intent as Label, probability, inScope: inScope && isRead };
    },
  };
};
