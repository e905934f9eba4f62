/** A message weighed in its place: whether it means something else after all than its words and its likeness say. */
import type { InContextClassifier, MessageInContext } from '../../models/types.ts';
import type { Intent } from '../turn.ts';
import type { Guess } from './settled-intent.ts';

/** Said in closed words or not at all: nothing of the shopper's is erased, switched or turned down on a likelihood. */
const closed: ReadonlySet<Intent> = new Set([
  'forget',
  'forget-all',
  'opt-in',
  'opt-out',
  'about-me',
  'apply-code',
  'apply-offer',
  'decline-offer',
  'why-offer',
  'identity',
  'help',
]);
/** What does something, or begins it: it has to be likelier by far. */
const acting: ReadonlySet<Intent> = new Set([
  'add-to-cart',
  'remove-from-cart',
  'change-quantity',
  'reorder',
  'cancel-order',
  'start-return',
  'person',
  'cancel',
]);

/** By so much another intent has to be likelier than the one the message was taken for. */
const margin = 0.1;
const actingMargin = 0.2;

/** `taken`: for what it was taken. Undefined: it means that. */
export const meantInContext = (
  message: MessageInContext,
  taken: Intent,
  classifier: InContextClassifier<Intent>,
): Guess | undefined => {
  // What the shop's own examples say word for word stands.
  if (message.signals['is:taught'] !== undefined || closed.has(taken)) return undefined;
  const judged = classifier.judge(message);
  if (!judged || judged.intent === taken || closed.has(judged.intent)) return undefined;
  const lead = judged.probability - judged.of(taken);
  if (lead < (acting.has(judged.intent) ? actingMargin : margin)) return undefined;
  return { intent: judged.intent, confidence: judged.probability };
};
