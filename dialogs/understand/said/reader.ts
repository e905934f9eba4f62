import type { Clause, Draft } from './fact.ts';

/** What was found in a clause so far, and which stretches are spoken for. */
export interface Reader {
  readonly clause: Clause;
  readonly drafts: Draft[];
  readonly taken: { readonly start: number; readonly end: number }[];
}

export const readerOf = (clause: Clause): Reader => ({ clause, drafts: [], taken: [] });
export const isFree = (r: Reader, start: number, end: number): boolean =>
  !r.taken.some(t => t.start < end && start < t.end);
export const take = (r: Reader, draft: Draft): void => {
  r.drafts.push(draft);
  r.taken.push({ start: draft.start, end: draft.end });
};
