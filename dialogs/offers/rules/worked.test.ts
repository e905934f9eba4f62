import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inLanguage, languages } from '../../../knowledge/domain/language.ts';
import { isWithinHours } from '../choose/conditions.ts';
import { readRule } from './read-rule.ts';
import { anyRule, ruleContext } from './rules.test-helper.ts';
import { ruleSentence } from './sentence.ts';
import { workedBaskets, workedText } from './worked.ts';

const worked = (words: string, language: 'en' | 'zh') => {
  const read = readRule(words, ruleContext);
  if (read.kind !== 'rules') throw new Error(JSON.stringify(read.questions));
  return workedBaskets(read.rules[0], ruleContext).map(basket => workedText(basket, language, ruleContext));
};

describe('three baskets show what a rule does', () => {
  test.each<[string, 'en' | 'zh', readonly string[]]>([
    [
      '每满300减50',
      'zh',
      ['商品299元：不减，实付299元。', '商品300元：减50元，实付250元。', '商品750元：减100元，实付650元。'],
    ],
    [
      'spend ¥200 save ¥20, spend ¥400 save ¥60',
      'en',
      [
        '¥199 of goods: nothing off, ¥199 to pay.',
        // 200 less 20 no longer ships free.
        '¥200 of goods: ¥20 off, ¥192 to pay (delivery of ¥12 included).',
        '¥600 of goods: ¥60 off, ¥540 to pay.',
      ],
    ],
    [
      '满99包邮',
      'zh',
      [
        '商品98元：不减，实付110元（含运费12元）。',
        '商品99元：免运费12元，实付99元。',
        '商品149元：免运费12元，实付149元。',
      ],
    ],
    [
      '20% off, at most ¥100 off',
      'en',
      [
        '¥499 of goods: ¥99.80 off, ¥399.20 to pay.',
        '¥500 of goods: ¥100 off, ¥400 to pay.',
        '¥1,250 of goods: ¥100 off, ¥1,150 to pay.',
      ],
    ],
  ])('%s', (words, language, baskets) => expect(worked(words, language)).toEqual(baskets));

  test('with goods of the catalogue where their number matters: the third is free, the cheapest of them', () => {
    const [below, at, above] = workedBaskets(
      { conditions: [], action: { kind: 'buy-x-get-y', scope: {}, buyQuantity: 2, getQuantity: 1 } },
      ruleContext,
    );
    expect(below!.applies).toBe(false);
    expect(at!.priced.discount.minor).toBe(Math.min(...at!.lines.map(line => line.price.minor)));
    expect(above!.priced.discount.minor).toBe(2 * Math.min(...above!.lines.map(line => line.price.minor)));
    for (const line of at!.lines) expect(ruleContext.products.map(p => p.id)).toContain(line.product);
  });
});

test('for any rule the baskets add up, and one it does not apply to costs what it always did', () => {
  fc.assert(
    fc.property(anyRule, rule => {
      for (const basket of workedBaskets(rule, ruleContext)) {
        const { priced, plain } = basket;
        expect(priced.total.minor).toBe(priced.subtotal.minor - priced.discount.minor + priced.shipping.minor);
        if (!basket.applies) expect(priced).toEqual(plain);
        for (const language of languages)
          expect(workedText(basket, language, ruleContext)).not.toMatch(/undefined|NaN|goods-\d/);
      }
    }),
    { seed: 8, numRuns: 150 },
  );
});

/** Every run of digits, thousands separators left out; "half" and weekdays are no figures. */
const figures = (text: string): string[] => (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map(f => f.replaceAll(',', ''));

test('no figure stands in a sentence that is not the rule’s or its goods’ own', () => {
  fc.assert(
    fc.property(anyRule, rule => {
      const names = JSON.stringify(ruleContext.products.map(p => [inLanguage(p.name, 'en'), inLanguage(p.name, 'zh')]));
      const own = new Set<string>(['1', '00', '0']);
      const add = (n: number) => {
        for (const value of [n, n / 100, 1 - n, (1 - n) * 10, (1 - n) * 100, n * 100, n + 1]) {
          own.add(String(Math.round(value * 1e4) / 1e4));
          own.add(value.toFixed(2));
        }
      };
      const walk = (value: unknown): void => {
        if (typeof value === 'number') add(value);
        else if (value instanceof Date)
          for (const part of figures(
            `${new Date(value.getTime() + 8 * 3_600_000 - 1).toISOString().replaceAll('-0', '-')} ${new Date(value.getTime() + 8 * 3_600_000).toISOString().replaceAll('-0', '-').replaceAll('-', ' ')}`
              .replaceAll('-', ' ')
              .replaceAll(/[T:]/g, ' '),
          ))
            own.add(part);
        else if (typeof value === 'string') for (const part of figures(value.replaceAll(':', ' '))) own.add(part);
        else if (value && typeof value === 'object') Object.values(value).forEach(walk);
      };
      walk(rule);
      for (const language of languages) {
        const sentence = ruleSentence(rule, language, ruleContext).replace(/“[^”]*”/g, name =>
          names.includes(name.slice(1, -1)) ? '' : name,
        );
        const strange = figures(sentence.replaceAll(':', ' ')).filter(f => !own.has(f) && !own.has(String(Number(f))));
        expect(strange, sentence).toEqual([]);
      }
    }),
    { seed: 9, numRuns: 150 },
  );
});

test('a rule for weekends holds from the first minute of Saturday to the last of Sunday, on the shop’s clock', () => {
  const read = readRule('weekends only: 20% off tea', ruleContext);
  if (read.kind !== 'rules') throw new Error(JSON.stringify(read.questions));
  const [hours] = read.rules[0].conditions;
  if (hours?.kind !== 'hours') throw new Error('Weekends are hours');
  const at = (text: string) => isWithinHours(hours, new Date(text), 'Asia/Shanghai');
  expect(
    ['2026-11-27T15:59:00Z', '2026-11-27T16:00:00Z', '2026-11-29T15:59:00Z', '2026-11-29T16:00:00Z'].map(at),
  ).toEqual([false, true, true, false]);
});
