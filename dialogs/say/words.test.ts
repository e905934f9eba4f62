import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../knowledge/domain/language.ts';
import { formatMoney } from '../../knowledge/domain/money.ts';
import type { Deed } from '../../models/types.ts';
import { goods, shop } from '../dialogs.test-helper.ts';
import type { ReplyPart } from '../reply.ts';
import type { FoundProduct } from '../turn-facts.ts';
import { deskWordsIn } from './desk-words.ts';
import { byId, every, said } from './every-part.test-helper.ts';
import { labelsEn } from './labels-en.ts';
import { labelsZh } from './labels-zh.ts';
import type { Labels, Wording } from './words.ts';
import { english } from './words-en.ts';
import { chinese } from './words-zh.ts';

const labels = { en: labelsEn, zh: labelsZh };
const kinds = Object.keys(every) as ReplyPart['kind'][];

/** Paths of everything that is no folder within a value: "notes.gift-deducted", "steps.0". */
const keysOf = (value: unknown, path = ''): string[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, one]) => keysOf(one, path ? `${path}.${key}` : key))
    : [path];

const root = join(import.meta.dirname, '../..');
/** All code that could say a word, without the files the words lie in and without tests. */
const code = ['dialogs', 'bot']
  .flatMap(room => readdirSync(join(root, room), { recursive: true, withFileTypes: true }))
  .filter(f => f.isFile() && f.name.endsWith('.ts') && !/test|-words|words-|labels-/.test(f.name))
  .map(f => readFileSync(join(f.parentPath, f.name), 'utf8'))
  .join('\n');

describe('the words in both languages', () => {
  it('are there for every kind of answer, and for nothing that is none', () => {
    expect(Object.keys(english).sort()).toEqual([...kinds].sort());
    expect(Object.keys(chinese).sort()).toEqual([...kinds].sort());
  });

  it('have the same labels, and the desk the same words', () => {
    expect(keysOf(labelsZh).sort()).toEqual(keysOf(labelsEn).sort());
    expect(keysOf(deskWordsIn('zh')).sort()).toEqual(keysOf(deskWordsIn('en')).sort());
  });

  it('are all said somewhere', () => {
    const unused = (of: object): string[] =>
      Object.keys(of).filter(key => !new RegExp(`\\.${key}\\b|\\b${key}[,\\s]*\\}|'${key}'`).test(code));
    expect(unused(labelsEn)).toEqual([]);
    expect(unused(deskWordsIn('en'))).toEqual([]);
    const offered = Object.keys(labelsEn.intents).filter(
      intent => !new RegExp(`suggest\\([^)]*'${intent}'|intent: '${intent}'`).test(code),
    );
    expect(offered).toEqual([]);
  });

  it('lie in their place: no sentence for a shopper stands in other files', () => {
    const elsewhere = code.match(/(?:parts|text): \[?'[A-Z][a-z]+ [a-z]+ [^']{12,}[.!?]'/g) ?? [];
    expect(elsewhere).toEqual([]);
  });
});

/** What of the data a sentence was made from: the paths that were read, the language's own texts as one. */
const readBy = (kind: ReplyPart['kind'], part: ReplyPart, language: 'en' | 'zh'): string[] => {
  const read = new Set<string>();
  const watch = (value: unknown, path: string): unknown => {
    if (!value || typeof value !== 'object' || value instanceof Date) return value;
    return new Proxy(value, {
      get: (target, key) => {
        const found = Reflect.get(target, key) as unknown;
        if (typeof key !== 'string' || typeof found === 'function') return found;
        const name = key === 'en' || key === 'zh' ? 'text' : /^\d+$/.test(key) ? '*' : key;
        const here = `${path}.${name}`;
        if (found === null || typeof found !== 'object' || found instanceof Date) read.add(here);
        return watch(found, here);
      },
    });
  };
  const wording: Wording = { language, shop, product: id => byId.get(id) };
  const words = language === 'zh' ? chinese : english;
  (words[kind] as (part: unknown, wording: Wording) => string)(watch(part, kind), wording);
  return [...read].filter(path => !path.endsWith('.length')).sort();
};

/** Where one language needs what the other does not: a plural, a sign, a case of its own. */
const mayDiffer: Readonly<Partial<Record<ReplyPart['kind'], readonly string[]>>> = {};

const amount = /[¥$€£]\s?\d(?:[\d,]*\d)?(?:\.\d+)?/g;
/** Rules in words come from the rule itself, which has its own way in each language. */
const ruleInWords: readonly ReplyPart['kind'][] = [
  'deal-terms',
  'deal-fact',
  'deal-covers',
  'deals-running',
  'deals-of-kind',
  'deal-catch',
];

describe('a sentence in one language', () => {
  it.each(kinds)('is made of what the other is made of: %s', kind => {
    const parts = { en: every[kind]('en'), zh: every[kind]('zh') };
    const read = languages.map(language => new Set(parts[language].flatMap(part => readBy(kind, part, language))));
    const different = [...read[0]!].filter(p => !read[1]!.has(p)).concat([...read[1]!].filter(p => !read[0]!.has(p)));
    expect(different.filter(path => !(mayDiffer[kind] ?? []).includes(path))).toEqual([]);
  });

  it.each(kinds.filter(k => !ruleInWords.includes(k)))('states the same amounts as in the other: %s', kind => {
    const [en, zh] = languages.map(language =>
      every[kind](language).map(
        part =>
          said([part], language)
            .text.replace(/“[^”]*”/g, '')
            .match(amount) ?? [],
      ),
    );
    for (const [i, figures] of en!.entries()) expect([...new Set(zh![i])].sort()).toEqual([...new Set(figures)].sort());
  });
});

const deeds: readonly Deed[] = ['bought', 'in-cart', 'asked-about', 'viewed'];

/** Characters that messaging platforms show: buttons and quick replies of WhatsApp, Messenger and LINE; a card's title in Messenger, its line below. */
const limits = { button: 20, title: 80, line: 160 } as const;

type Reason = NonNullable<FoundProduct['reason']>;
const because = goods.bag.id;
const reasonsOf: { readonly [K in Reason['kind']]: readonly Extract<Reason, { kind: K }>[] } = {
  'bought-with': deeds.map(deed => ({ kind: 'bought-with', because, deed })),
  similar: deeds.flatMap(deed =>
    (['brand-and-category', 'category', 'brand', 'description', 'price'] as const).map(alike => ({
      kind: 'similar' as const,
      because,
      deed,
      alike,
    })),
  ),
  noticed: deeds.map(deed => ({ kind: 'noticed', deed })),
  'similar-shoppers': [{ kind: 'similar-shoppers' }],
  'buy-again': [1, 4].map(timesBought => ({ kind: 'buy-again', timesBought })),
  stated: [
    { kind: 'stated', told: [{ slot: 'colour', value: 'red' }] },
    {
      kind: 'stated',
      told: [
        { slot: 'feature', value: 'waterproof' },
        { slot: 'budget', value: 'max:8000:CNY' },
        { slot: 'category', value: 'shoes' },
        { slot: 'brand', value: 'tempo' },
      ],
    },
  ],
  new: [{ kind: 'new' }],
  popular: [{ kind: 'popular' }, { kind: 'popular', category: 'shoes' }],
};
const reasons = Object.values(reasonsOf).flat();

const allButtons = (of: Labels): string[] => [
  ...Object.values(of.intents),
  of.apply,
  of.decline,
  of.add,
  of.person,
  of.details,
  of.startReturn,
  of.cancelOrder,
];

describe.each(languages)('what stands on a card in %s', language => {
  it('fits its buttons', () => {
    expect(allButtons(labels[language]).filter(label => [...label].length > limits.button)).toEqual([]);
    expect(deskWordsIn(language).stars.filter(label => [...label].length > limits.button)).toEqual([]);
  });

  it('fits its lines', () => {
    const of = labels[language];
    const amount = formatMoney({ minor: 123_456_700, currency: 'CNY' });
    const lines = [
      of.saves(amount),
      of.expires('25 November, 00:05 (Beijing time)'),
      of.givenBy('Alexandra Montgomery'),
      of.personalised,
      of.onlyLeft(5),
      of.inStock,
      of.soldOut,
      ...Object.values(of.statuses),
      ...reasons.map(reason => of.reason(reason, { language, shop, product: id => byId.get(id) })),
    ];
    expect(lines.filter(line => [...line].length > limits.line)).toEqual([]);
    expect([...of.steps, ...Object.values(of.attribute)].filter(word => [...word!].length > 12)).toEqual([]);
  });

  it('says each reason in words of its own, in the language of the shopper', () => {
    const said = reasons.map(reason =>
      labels[language].reason(reason, { language, shop, product: id => byId.get(id) }),
    );
    expect(new Set(said).size).toBe(said.length);
    for (const sentence of said) {
      expect(sentence).toMatch(language === 'zh' ? /\p{Script=Han}/u : /^[A-Z][^{}]+$/);
      if (language === 'en') expect(sentence).not.toMatch(/\p{Script=Han}|undefined|max:/u);
    }
    expect(said).toContain(
      language === 'zh'
        ? '您的购物车里有小河 双肩背包 绿色，这款同品牌同类'
        : 'Same brand and kind as River backpack, green, which is in your cart',
    );
    expect(said).toContain(
      language === 'zh' ? '符合您说的：防水、¥80以内、鞋' : 'Fits what you told me: waterproof, up to ¥80, shoes',
    );
  });

  it('fits its titles, whatever the answer', () => {
    const titles = kinds.flatMap(kind =>
      every[kind](language).flatMap(part =>
        said([part], language).cards.flatMap(card => ('title' in card ? [card.title] : [])),
      ),
    );
    expect(titles.length).toBeGreaterThan(5);
    expect(titles.filter(title => [...title].length > limits.title)).toEqual([]);
  });
});
