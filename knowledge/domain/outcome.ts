import type { Impression } from './offer.ts';

/**
 * The outcome of a decision whose window is over; undefined before, even where a purchase is known already: of decisions
 * still open only purchases can be known, and who learned from those would take every deal for a success.
 */
export const closedOutcome = ({ outcome, windowEndsAt, dueAt }: Impression): Impression['outcome'] =>
  windowEndsAt && dueAt && dueAt <= windowEndsAt ? undefined : outcome;
