/** The machine that tells which paragraph answers a message, as it was learned from labelled messages by `npm run learn:answers`. */
import { readFileSync } from 'node:fs';
import type { AnswerRanker } from '../types.ts';
import { unpackedAnswerRanker } from './answer-ranker.ts';

export const answersLearnedFile = new URL('./answers-learned.json', import.meta.url);

let shipped: AnswerRanker | undefined;

/** Read when first asked for. Throws where the file is not as the script writes it. */
export const answersLearned = (): AnswerRanker => {
  shipped ??= unpackedAnswerRanker(JSON.parse(readFileSync(answersLearnedFile, 'utf8')));
  return shipped;
};
