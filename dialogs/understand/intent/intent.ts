/** Closed words first, then what the message holds, then the classifier, its label checked against the message. */
import type { IntentInput } from './intent-input.ts';
import { intentByLikeness } from './intent-likeness.ts';
import { intentSaid } from './intent-said.ts';
import type { Guess } from './settled-intent.ts';

export const decideIntent = (input: IntentInput): Guess => intentSaid(input) ?? intentByLikeness(input);
