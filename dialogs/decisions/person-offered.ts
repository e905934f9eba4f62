/** The reply before this one asked "shall I get you a person?", and what is said to it. */
import { wasToldLast } from '../repeats.ts';
import type { Understanding } from '../turn.ts';
import type { TurnFacts } from '../turn-facts.ts';
import { type Draft, suggest } from './draft.ts';

/** After a complaint, or a question not answered. */
export const personWasOffered = ({ memory }: Pick<TurnFacts, 'memory'>): boolean =>
  memory.lastIntent === 'complaint' ||
  memory.lastIntent === 'person' ||
  (memory.lastIntent === 'question' && memory.failures > 0) ||
  (memory.lastIntent === 'unclear' && memory.failures > (memory.topic === undefined ? 2 : 0));

const resigned =
  /^(?:(?:ok|okay|oh|well|hm+|alright|right)[,. ]+)*(?:fine|oh well|ok fine|okay fine|fair enough)(?: then)?[.! ]*$|^(?:唉|哎|哦|嗯|那|[,，。.~ ])*(?:好吧|行吧)[.。!！~ ]*$/u;

/** "Ok fine", 好吧: it may take the person, or leave it at what was told. Nobody is called before it is asked once more. */
export const resignsToIt = ({ said = '' }: Understanding, facts: TurnFacts): Draft | null =>
  resigned.test(said) && personWasOffered(facts) && !wasToldLast('offer-person', facts.memory)
    ? {
        parts: [{ kind: 'offer-person' }],
        suggestions: suggest('person', 'help'),
        memory: { lastIntent: 'person', failures: facts.memory.failures },
      }
    : null;
