/** The machine that tells intents in their context, as it was learned from labelled conversations by `npm run learn:intents`. */
import { readFileSync } from 'node:fs';
import type { InContextClassifier } from '../types.ts';
import { openStack, unpackedStack } from './stacked-intents.ts';

export const intentsInContextFile = new URL('./intents-in-context.json', import.meta.url);

let shipped: InContextClassifier<string> | undefined;

/** Read when first asked for. Throws where the file is not as the script writes it. */
export const intentsInContext = <Label extends string>(): InContextClassifier<Label> => {
  shipped ??= openStack(unpackedStack(JSON.parse(readFileSync(intentsInContextFile, 'utf8'))));
  return shipped as InContextClassifier<Label>;
};
