/** "Why?", "what do you mean?", "and now?", "that's not what I asked" and "not sure", of what was told last. */

import type { Matter } from '../../matter.ts';
import type { Suggestion } from '../../reply.ts';
import type { TalkPart } from '../../talk-parts.ts';
import type { TurnFacts } from '../../turn-facts.ts';
import { whyOffer } from '../deals.ts';
import { type Draft, suggest } from '../draft.ts';
import { type DecideOnTold, stays, takeOut, taps } from './told.ts';

type Explaining = Extract<TalkPart['kind'], 'why-told' | 'told-plainly' | 'told-next' | 'no-hurry'>;

const told = (kind: Explaining, of: Matter, facts: TurnFacts): Draft => ({
  parts: [{ kind, of } as Extract<TalkPart, { kind: Explaining }>],
  memory: stays(of, facts),
  suggestions: taps(of),
});

/** The reason of a deal is on record with it. */
export const explained: DecideOnTold = (matter, turn, understanding, facts) => {
  if (matter.about !== 'offer') return told('why-told', matter, facts);
  return { ...whyOffer(turn, understanding, facts), memory: stays(matter, facts), suggestions: taps(matter) };
};

export const plainly: DecideOnTold = (matter, _turn, _understanding, facts) => told('told-plainly', matter, facts);

const ofReturns = /return|refund|exchange/;
export const whatNext: DecideOnTold = (matter, _turn, _understanding, facts) => {
  const next = told('told-next', matter, facts);
  return matter.about === 'page' && ofReturns.test(matter.article.id)
    ? { ...next, suggestions: suggest('start-return', 'person') }
    : next;
};

/** Nothing is done, whatever was asked: what costs takes an unmistakable yes. */
export const hesitated: DecideOnTold = (matter, _turn, _understanding, facts) => told('no-hurry', matter, facts);

/** What it was read as, and what else it may be, a tap away. What was proposed is not taken by the next yes: it was not what they wanted. */
/** What else they may have meant, a tap away. */
const otherReadings = (matter: Matter): readonly Suggestion[] => {
  if (matter.about === 'trouble') return suggest('person');
  const isOfOrders = matter.about === 'order' || matter.about === 'flow';
  const cart = matter.about === 'cart' && matter.product ? [takeOut] : [];
  return [
    ...cart,
    ...suggest(...(isOfOrders ? (['start-return'] as const) : (['recommend', 'order-status'] as const)), 'person'),
  ];
};

export const misread: DecideOnTold = (matter, _turn, _understanding, facts) => ({
  parts: [{ kind: 'misread', of: matter }],
  memory: { failures: facts.memory.failures + 1, ...(matter.about === 'trouble' ? { lastIntent: 'person' } : {}) },
  suggestions: otherReadings(matter),
});
