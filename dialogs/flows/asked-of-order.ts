/** A question that names an order by its number, while a flow waits for one: "how much do I get back for order WY-1?" chooses nothing. */
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { Turn } from '../turn.ts';
import { hasFormOfQuestion } from '../understand/intent/settled-intent.ts';
import { type OwnMatter, ownAsked } from '../understand/orders/own-case.ts';

/** What is told of an order; whether it can go back is what the flow itself is about. */
const told: ReadonlySet<OwnMatter> = new Set(['refund', 'when', 'paid', 'invoice', 'address', 'carrier', 'warranty']);
const numbered = /[a-z]{1,4}-?\d{3,}|\d{4,}/u;

export const asksOfNumbered = ({ text, value, signedIn }: Pick<Turn, 'text' | 'value' | 'signedIn'>): boolean => {
  const folded = fold(text);
  if (!signedIn || value !== undefined || !numbered.test(folded) || !hasFormOfQuestion(folded)) return false;
  const { matters = [] } = ownAsked(folded, { turns: 0 }) ?? {};
  return matters.length > 0 && matters.every(matter => told.has(matter));
};
