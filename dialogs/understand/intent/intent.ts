/**
 * What a message means: what its words say outright (an act that is to be done, then closed words and deals, then goods),
 * then the classifier, its label checked against the message. The first that is said counts.
 */
import type { IntentInput } from './intent-input.ts';
import { intentByLikeness } from './intent-likeness.ts';
import { intentOfAct } from './said-of-acts.ts';
import { intentOfDeal } from './said-of-deals.ts';
import { intentOfGoods } from './said-of-goods.ts';
import type { Guess } from './settled-intent.ts';

export const decideIntent = (input: IntentInput): Guess =>
  intentOfAct(input) ?? intentOfDeal(input) ?? intentOfGoods(input) ?? intentByLikeness(input);
