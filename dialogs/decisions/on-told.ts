/**
 * Moves of a talk, decided by what was told or asked last (matter.ts): the same "why?" asks for the reason of a list, of a deal or of a
 * question. Undefined: decided by the intent after all.
 */
import type { Turn, Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import type { Ask } from '../understand/ground/asks.ts';
import type { Draft } from './draft.ts';
import { agreed, letBe, refused, thatsAll } from './on-told/answered.ts';
import { explained, hesitated, misread, plainly, whatNext } from './on-told/explained.ts';
import { startedOver } from './on-told/started-over.ts';
import type { DecideOnTold } from './on-told/told.ts';

const decisions: { readonly [A in Ask]?: DecideOnTold } = {
  yes: agreed,
  no: refused,
  'never-mind': letBe,
  'thats-all': thatsAll,
  hesitate: hesitated,
  why: explained,
  'what-do-you-mean': plainly,
  'what-now': whatNext,
  'not-what-i-asked': misread,
  'start-over': startedOver,
};

export const askedOnTold = (turn: Turn, understanding: Understanding, facts: TurnFacts): Draft | undefined => {
  const { ask } = understanding;
  const { matter, memory } = facts;
  const isNow = (at: number | undefined): boolean => at !== undefined && memory.turns - at <= 1;
  // A yes to the deal takes it, whatever was shown beside; what comes after a claim is told with the claim.
  if ((ask === 'yes' && isNow(memory.offerAt)) || (ask === 'what-now' && isNow(memory.claim?.at))) return undefined;
  return ask === undefined || matter === undefined ? undefined : decisions[ask]?.(matter, turn, understanding, facts);
};
