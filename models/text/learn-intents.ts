/** The classifier of the served bot: a shop's examples, read with the general shop language, which is learned once a process. */
import { readShopLanguage } from '../../knowledge/language/shop-language.ts';
import { learnShopSense, type ShopSense } from '../../knowledge/language/shop-sense.ts';
import type { LearnIntents } from '../types.ts';
import { trainIntentModel } from './intent-model.ts';

/** Its examples have an intent of their own for what is beside the point; to ask back too often costs more here than a wrong guess. */
const turnedAwayAtMost = 0.05;

let sense: ShopSense | undefined;

/** Learned when first asked for. */
export const shopSense = (): ShopSense => {
  sense ??= learnShopSense(readShopLanguage());
  return sense;
};

export const learnIntents: LearnIntents = <Label extends string>(
  examples: Parameters<LearnIntents>[0],
  seed: number,
) => {
  const model = trainIntentModel(
    examples.map(({ words, said, intent }) => ({ text: words, said, intent })),
    { seed, sense: shopSense(), turnedAwayAtMost },
  );
  return {
    classify({ words, said }) {
      const { intent, probability, inScope } = model.classify(words, undefined, said);
      return { intent: intent as Label, probability, inScope };
    },
  };
};
