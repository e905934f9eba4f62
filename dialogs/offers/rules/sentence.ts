import type { Language } from '../../../knowledge/domain/language.ts';
import { plainRule, type Rule, type RuleContext } from './rule.ts';
import { sentenceEn } from './sentence-en.ts';
import { sentenceZh } from './sentence-zh.ts';

/**
 * The rule read back as one plain sentence. Every figure in it is the rule's own; reading it again with `readRule` gives
 * an equal rule (see `plainRule`).
 */
export const ruleSentence = (
  rule: Rule,
  language: Language,
  context: Pick<RuleContext, 'shop' | 'products'>,
): string => (language === 'zh' ? sentenceZh(plainRule(rule), context) : sentenceEn(plainRule(rule), context));
