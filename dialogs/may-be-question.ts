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

/** A guess that is not sure, about nothing in particular: a page that answers with certainty is nearer than it. */
export const mayBeQuestion = ({ intent, confidence, entities, preferences }: Understanding): boolean =>
  mistakenFor.has(intent) &&
  confidence < sureEnough &&
  entities.products.length === 0 &&
  entities.ordinal === undefined &&
  preferences.length === 0;
