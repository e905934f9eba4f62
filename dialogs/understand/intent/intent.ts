/**
 * What a message means: what its words say outright (an act that is to be done, then closed words and deals, then goods),
 * then the classifier, its label checked against the message. The first that is said counts.
 */
import type { Intent } from '../../turn.ts';
import type { IntentInput } from './intent-input.ts';
import { intentByLikeness } from './intent-likeness.ts';
import { aboutOrder } from './rules.ts';
import { intentOfAct } from './said-of-acts.ts';
import { intentOfDeal } from './said-of-deals.ts';
import { intentOfGoods } from './said-of-goods.ts';
import type { Guess } from './settled-intent.ts';

export const decideIntent = (input: IntentInput): Guess => {
  const act = intentOfAct(input);
  // "No no, don't delete anything. I'm asking if you sell Longjing": whatever is denied before it.
  const isAskedAfter = input.sold === true && !input.policy && act !== undefined && denying.has(act.intent);
  const decided: Guess = isAskedAfter
    ? { intent: input.entities.products.length > 0 ? 'product-details' : 'product-search', confidence: 0.95 }
    : (act ?? intentOfDeal(input) ?? intentOfGoods(input) ?? intentByLikeness(input));
  // "Morning bowls" names goods, and wishes nobody a good morning.
  const named = takesOrLeaves.has(decided.intent) && input.entities.products.length > 0 && !act;
  return ofNamedOrder(named ? { intent: 'product-details', confidence: 0.9 } : decided, input);
};
const takesOrLeaves: ReadonlySet<Intent> = new Set(['greeting', 'goodbye']);

const denying: ReadonlySet<Intent> = new Set(['no', 'yes', 'cancel', 'thanks', 'goodbye', 'forget', 'forget-all']);

/** 不是眼霜，是WY-28290里面的修护面霜: what is in an order that is named is not looked for on the shelves. */
export const ofNamedOrder = (guess: Guess, { entities, reading }: IntentInput): Guess =>
  entities.orderNumber !== undefined &&
  (/[A-Z]/.test(entities.orderNumber) || namesOrder.test(reading.folded)) &&
  looksFor.has(guess.intent)
    ? { intent: aboutOrder(reading.folded), confidence: 0.95 }
    : guess;

/** A number without letters may be anything: 20000mah. */
const namesOrder = /\border\b|订单|单号/u;
const looksFor: ReadonlySet<Intent> = new Set(['product-search', 'recommend', 'state-preference', 'product-details']);
