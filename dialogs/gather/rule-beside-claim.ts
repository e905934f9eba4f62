/** "A new one please. Do I have to send the broken one back?": the rule that is asked beside what is wished for. */
import { partsAsked } from '../../knowledge/retrieval/pages/answers.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import type { ConversationMemory } from '../memory.ts';
import type { Understanding } from '../turn.ts';
import { amendsWished } from '../understand/orders/claim-told.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';

const sentenceEnd =
  /(?<=[.!?;。！？；])\s*|[，]|,\s+(?=(?:but|and|do|does|can|will|must|should)\b)|(?<=\p{Script=Han}) +/u;

/** The message as that question alone; undefined: it wishes, and asks no rule in closed words. */
export const ruleBesideClaim = (
  understanding: Understanding,
  { policy: told, subject }: Pick<ConversationMemory, 'policy' | 'subject'>,
): Understanding | undefined => {
  const { claims, said = '', language } = understanding;
  if (!claims) return undefined;
  for (const clause of said.split(sentenceEnd).filter(one => /\p{L}/u.test(one))) {
    if (amendsWished(fold(clause)) !== undefined) continue;
    const [asked] = partsAsked(clause);
    const rule = asked && policyAsked(fold(clause), language, { told, subject });
    if (rule && !rule.open && !rule.hedged)
      return { ...understanding, intent: 'question', said: clause, plainly: rule };
  }
  return undefined;
};
