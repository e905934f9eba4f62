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
            contradicts(wish, fact) &&
            !isOfSearch(wish, fact, now),
        );
        return before ? [{ now: wish, before }] : [];
      });

const searchTime = 2 * 60 * 60 * 1000;
const tellsTaste =
  /\b(?:like|love|prefer|favou?rite|adore|into|always|usually|my (?:colou?r|size|brand)|suits? me)\b|喜欢|爱|偏|最爱|平时|一般|我的|适合我/iu;
/** "A bag to go with a black trench", and then "not black": the one was said of what was looked for just now, and gives way. */
const isOfSearch = (wish: StatedPreference, before: ProfileFact, now: Date): boolean =>
  wish.polarity === 'dislike' &&
  before.polarity === 'like' &&
  now.getTime() - before.statedAt.getTime() < searchTime &&
  !tellsTaste.test(before.quote);

/** Kinds of goods, uses and prices are of one search: who wants no shoes today takes nothing back. */
const lasting: ReadonlySet<FactSlot> = new Set(['colour', 'material', 'brand', 'size']);

const contradicts = (wish: StatedPreference, fact: ProfileFact): boolean => {
  if (!lasting.has(wish.slot)) return false;
  if (wish.value === fact.value) return wish.polarity !== fact.polarity;
  return (
    wish.slot === 'size' && wish.polarity === 'like' && fact.polarity === 'like' && isSizeOfKind(wish.value, fact.value)
  );
};
