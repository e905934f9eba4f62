import type { StatedPreference } from '../domain/preference.ts';
import type { FactSlot, ProfileFact } from '../domain/shopper.ts';
import { isSizeOfKind } from './facts.ts';

/** What is said now against what was said before. */
export interface Conflict {
  readonly now: StatedPreference;
  readonly before: ProfileFact;
}

/**
 * Where a statement contradicts a fact that still holds: the same colour, material or brand liked and disliked, or another size of the same
 * kind. Asked about instead of guessed; what is marked as a correction is none, nor is what concerns somebody else.
 */
export const conflictsIn = (
  stated: readonly StatedPreference[],
  facts: readonly ProfileFact[],
  { correction, now }: { readonly correction: boolean; readonly now: Date },
): Conflict[] =>
  correction
    ? []
    : stated.flatMap((wish): Conflict[] => {
        const before = facts.find(
          fact =>
            fact.slot === wish.slot &&
            fact.forWhom === wish.forWhom &&
            !fact.supersededBy &&
            fact.expiresAt > now &&
            contradicts(wish, fact),
        );
        return before ? [{ now: wish, before }] : [];
      });

/** Kinds of goods, uses and prices are of one search: who wants no shoes today takes nothing back. */
const lasting: ReadonlySet<FactSlot> = new Set(['colour', 'material', 'brand', 'size']);

const contradicts = (wish: StatedPreference, fact: ProfileFact): boolean => {
  if (!lasting.has(wish.slot)) return false;
  if (wish.value === fact.value) return wish.polarity !== fact.polarity;
  return (
    wish.slot === 'size' && wish.polarity === 'like' && fact.polarity === 'like' && isSizeOfKind(wish.value, fact.value)
  );
};
