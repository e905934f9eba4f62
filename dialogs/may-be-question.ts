import type { Intent, Understanding } from './turn.ts';

/** Guesses that a question about the shop is most often mistaken for. */
const mistakenFor: ReadonlySet<Intent> = new Set([
  'recommend',
  'stock',
  'product-details',
  'help',
  'about-me',
  'view-cart',
]);
const sureEnough = 0.75;

/** What a rule is asked about in the same words that set it going: "does it cost me anything to ship it back". */
const acting: ReadonlySet<Intent> = new Set(['start-return', 'order-status', 'deals', 'better-deal']);
/** Who wants it done says so without doubt. */
const sureToAct = 0.9;

/** A guess that is not sure, about nothing in particular: a page that answers with certainty is nearer than it. */
export const mayBeQuestion = ({ intent, confidence, entities, preferences }: Understanding): boolean =>
  ((mistakenFor.has(intent) && confidence < sureEnough) || (acting.has(intent) && confidence < sureToAct)) &&
  entities.products.length === 0 &&
  entities.ordinal === undefined &&
  preferences.length === 0;
