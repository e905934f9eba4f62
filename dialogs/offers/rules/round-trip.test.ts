import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../knowledge/domain/language.ts';
import { readRule } from './read-rule.ts';
import { plainRule } from './rule.ts';
import { anyRule, ruleContext } from './rules.test-helper.ts';
import { ruleSentence } from './sentence.ts';

/** More with COUNTEROFFER_ROUNDS. */
const rounds = Number(process.env.COUNTEROFFER_ROUNDS ?? 0) || 400;

describe.each(languages)('a rule told in a sentence (%s)', language => {
  test(
    'is the same rule when the sentence is read again',
    () => {
      fc.assert(
        fc.property(anyRule, rule => {
          const sentence = ruleSentence(rule, language, ruleContext);
          const read = readRule(sentence, ruleContext);
          const again = read.kind === 'rules' ? read.rules.map(plainRule) : read.questions;
          expect(again, sentence).toEqual([plainRule(rule)]);
        }),
        { seed: 4, numRuns: rounds },
      );
    },
    30_000 + 50 * rounds,
  );

  test('is one sentence', () => {
    fc.assert(
      fc.property(anyRule, rule => {
        const sentence = ruleSentence(rule, language, ruleContext);
        expect(sentence).toMatch(language === 'zh' ? /^[^。]+。$/ : /^[\p{Lu}\d¥“].*\.$/u);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});
