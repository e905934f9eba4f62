/** A message that asks for one of the shop's rules in words that leave open which: the clause that asks it, and how it is asked plainly. */
import type { Language } from '../../knowledge/domain/language.ts';
import { partsAsked } from '../../knowledge/retrieval/pages/answers.ts';
import { fold } from '../../knowledge/retrieval/text/fold.ts';
import { policyAsked } from '../understand/pages/policy-asked.ts';

export interface OpenRule {
  readonly said: string;
  readonly question: string;
  readonly subject?: string | undefined;
}

const clauseEnd =
  /(?<=[.!?;。！？；…\n])\s*|(?<=[^\s\d]),\s+(?=(?:but|and|also|so|then)\b)|[，]|(?<=\p{Script=Han}) +(?=\p{Script=Han})/u;

export const openRuleIn = (
  said: string,
  language: Language,
  before: { readonly told?: string | undefined; readonly subject?: string | undefined },
): OpenRule | undefined => {
  const rule = policyAsked(fold(said), language, before);
  // Several questions are each answered.
  if (!rule?.open || partsAsked(said).length > 1) return undefined;
  const clauses = said.split(clauseEnd).filter(clause => /\p{L}/u.test(clause));
  const asking = clauses.filter(clause => policyAsked(fold(clause), language, before)?.name === rule.name);
  const isPart = asking.length > 0 && asking.length < clauses.length;
  return {
    said: isPart ? asking.join(language === 'zh' ? '，' : ' ') : said,
    question: rule.question,
    subject: rule.subject,
  };
};
