/** The tagger of facts, as it was learned from labelled conversations by `npm run learn:facts`. */
import { existsSync, readFileSync } from 'node:fs';
import type { FactTagger } from '../types.ts';
import { openTagger, unpackedTagger } from './fact-tagger.ts';

export const factsLearnedFile = new URL('./facts-learned.json', import.meta.url);

let shipped: FactTagger | null | undefined;

/** Read when first asked for; undefined where nothing was learned. Throws where the file is not as the script writes it. */
export const factsLearned = (): FactTagger | undefined => {
  if (shipped === undefined)
    shipped = existsSync(factsLearnedFile)
      ? openTagger(unpackedTagger(JSON.parse(readFileSync(factsLearnedFile, 'utf8'))))
      : null;
  return shipped ?? undefined;
};
