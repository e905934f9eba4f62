/** "Yes gift wrap please. Will it be here by Saturday?": what was told just now is agreed to, and something else is asked. */
import { fold, hasHan } from '../../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../../memory.ts';
import { hasFormOfQuestion } from '../intent/settled-intent.ts';
import { policyAsked } from './policy-asked.ts';

const longest = 200;
const sentenceEnd = /(?<=[.!?。！？])\s*/u;

/** What is asked beside it; undefined: nothing is, or more than that rule is spoken of. */
export const beyondTold = (
  text: string,
  { policy, topic }: Pick<ConversationMemory, 'policy' | 'topic'>,
): string | undefined => {
  if (policy === undefined || topic === undefined || text.length > longest) return undefined;
  const [first = '', ...others] = text.split(sentenceEnd).filter(one => /\p{L}/u.test(one));
  const rest = others.join(' ');
  const said = fold(first);
  const isAgreed = !hasFormOfQuestion(said) && policyAsked(said, hasHan(said) ? 'zh' : 'en')?.name === policy;
  return isAgreed && hasFormOfQuestion(fold(rest)) ? rest : undefined;
};
