import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asId, type ConversationId, type FactId, type ProductId, type ShopperId, type TurnId } from '../domain/ids.ts';
import type { StatedPreference } from '../domain/preference.ts';
import type { Product } from '../domain/product.ts';
import { type FactSlot, factSlots, type ProfileFact } from '../domain/shopper.ts';
import { budgetValues, parseBudget } from './budget.ts';
import { conflictsIn } from './conflicts.ts';
import { describeFact, wishInWords } from './describe.ts';
import { daysKept, factsToAdd } from './facts.ts';
import { factsMentioned } from './mentioned.ts';
import { isSensitive } from './sensitive.ts';
import { wishes } from './wishes.ts';

const day = 86_400_000;
const start = new Date('2026-11-03T10:00:00Z');
let next = 0;
const makeId = (): FactId => asId<FactId>(`f${next++}`);
const says = (slot: FactSlot, value: string, more: Partial<StatedPreference> = {}): StatedPreference => ({
  slot,
  value,
  polarity: 'like',
  forWhom: 'self',
  quote: `about ${value.replaceAll(':', ' ')}`,
  confidence: 0.9,
  ...more,
});

/** What a shopper's profile holds after these messages, as the store keeps it. */
const profileAfter = (
  messages: readonly (readonly [StatedPreference[], { correction?: boolean; day?: number }?])[],
): ProfileFact[] => {
  let facts: ProfileFact[] = [];
  for (const [preferences, { correction = false, day: days = 0 } = {}] of messages) {
    const added = factsToAdd(preferences, facts, {
      shopper: asId<ShopperId>('s1'),
      conversation: asId<ConversationId>('c1'),
      turn: asId<TurnId>('t1'),
      now: new Date(start.getTime() + days * day),
      correction,
      makeId,
    });
    const gone = new Set(added.flatMap(a => a.supersedes));
    facts = [...facts.filter(f => !gone.has(f.id)), ...added.map(a => a.fact)];
  }
  return facts;
};
const values = (facts: readonly ProfileFact[]): string[] =>
  facts
    .map(
      f => `${f.polarity === 'dislike' ? '-' : ''}${f.slot}=${f.value}${f.forWhom === 'self' ? '' : `@${f.forWhom}`}`,
    )
    .sort();

describe('facts over several messages', () => {
  test('whom goods are made for is kept, how old a child is never', () => {
    const facts = profileAfter([
      [[says('audience', '3+'), says('audience', '30 year old'), says('audience', "women's")]],
      [[says('audience', '14'), says('audience', '三岁'), says('audience', 'six years')]],
      [[says('audience', 'teens', { quote: 'my daughter is a teen' }), says('audience', 'kids', { forWhom: 'child' })]],
    ]);
    expect(values(facts)).toEqual(['audience=3+', 'audience=30 year old', "audience=women's"]);
  });

  test('saying it again refreshes and never multiplies', () => {
    const facts = profileAfter([
      [[says('colour', 'red')]],
      [[says('colour', 'red')], { day: 20 }],
      [[says('colour', 'red'), says('colour', 'red')], { day: 30 }],
    ]);
    expect(values(facts)).toEqual(['colour=red']);
    expect(facts[0]!.expiresAt).toEqual(new Date(start.getTime() + (30 + daysKept.colour) * day));
  });
  test('two liked colours live side by side, a correction leaves the new one only', () => {
    expect(values(profileAfter([[[says('colour', 'red')]], [[says('colour', 'blue')]]]))).toEqual([
      'colour=blue',
      'colour=red',
    ]);
    expect(values(profileAfter([[[says('colour', 'red')]], [[says('colour', 'blue')], { correction: true }]]))).toEqual(
      ['colour=blue'],
    );
  });
  test('a like and a dislike of one value exclude each other, whichever came last', () => {
    const dislike = says('material', 'leather', { polarity: 'dislike' });
    expect(values(profileAfter([[[says('material', 'leather')]], [[dislike]]]))).toEqual(['-material=leather']);
    expect(values(profileAfter([[[dislike]], [[says('material', 'leather')]]]))).toEqual(['material=leather']);
  });
  test('a new shoe size replaces the old one and leaves the jacket size alone', () => {
    expect(values(profileAfter([[[says('size', '41')]], [[says('size', 'm')]], [[says('size', '42')]]]))).toEqual([
      'size=42',
      'size=m',
    ]);
  });
  test('a new budget replaces the old one; a highest price below the old lowest ends the range', () => {
    expect(values(profileAfter([[[says('budget', 'max:30000:CNY')]], [[says('budget', 'max:20000:CNY')]]]))).toEqual([
      'budget=max:20000:CNY',
    ]);
    expect(values(profileAfter([[[says('budget', 'min:30000:CNY')]], [[says('budget', 'max:20000:CNY')]]]))).toEqual([
      'budget=max:20000:CNY',
    ]);
  });
  test("dad's size never touches the shopper's own", () => {
    expect(
      values(profileAfter([[[says('size', '42')]], [[says('size', '44', { forWhom: 'dad' })], { correction: true }]])),
    ).toEqual(['size=42', 'size=44@dad']);
  });
  test('a fact past its time no longer counts and is not superseded again', () => {
    const [budget] = profileAfter([[[says('budget', 'max:30000:CNY')]]]);
    expect(budget!.expiresAt.getTime() - budget!.statedAt.getTime()).toBe(7 * day);
    const added = factsToAdd([says('budget', 'max:100:CNY')], [budget!], {
      shopper: budget!.shopper,
      conversation: budget!.conversation,
      turn: budget!.turn,
      now: new Date(start.getTime() + 8 * day),
      correction: false,
      makeId,
    });
    expect(added[0]!.supersedes).toEqual([]);
  });
  test('sensitive words and children are not stored, even when asked to', () => {
    expect(
      profileAfter([
        [
          [
            says('feature', 'cushioned', { quote: 'soft ones, I have diabetes' }),
            says('colour', 'pink', { forWhom: 'child' }),
            says('colour', 'blue', { quote: 'my son likes blue' }),
            says('colour', 'black', { quote: 'a black maternity dress' }),
            says('brand', 'omron', { quote: '欧姆龙血糖仪' }),
          ],
        ],
      ]),
    ).toEqual([]);
  });
  test('whatever is said, a value is held once per person and one budget bound at most', () => {
    const preference = fc.record({
      slot: fc.constantFrom(...factSlots.filter(s => s !== 'budget')),
      value: fc.constantFrom('a', 'b', '42', '43'),
      polarity: fc.constantFrom('like' as const, 'dislike' as const),
      forWhom: fc.constantFrom('self', 'dad'),
      quote: fc.constant('words'),
      confidence: fc.constant(0.9),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.array(preference, { maxLength: 3 }), fc.boolean()), { maxLength: 12 }),
        messages => {
          const facts = profileAfter(messages.map(([list, correction]) => [list, { correction }]));
          const keys = facts.map(f => `${f.slot}|${f.value}|${f.forWhom}`);
          expect(new Set(keys).size).toBe(keys.length);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });
});

const product = (id: string, attributes: Product['attributes'], minor = 10_000): Product => ({
  id: asId<ProductId>(id),
  name: { en: id },
  description: {},
  category: 'bags',
  brand: 'Ostrel',
  attributes,
  price: { minor, currency: 'CNY' },
  stock: 3,
  hidden: false,
  addedAt: start,
});

test('own wishes lift products, own dislikes exclude them, facts for others do neither', () => {
  const products = [
    product('red', { colour: ['red'] }),
    product('hide', { material: ['leather'] }),
    product('plain', { colour: ['blue'] }),
  ];
  const facts = profileAfter([
    [
      [
        says('colour', 'red'),
        says('material', 'leather', { polarity: 'dislike' }),
        says('colour', 'blue', { forWhom: 'dad' }),
      ],
    ],
  ]);
  const { boost, exclude } = wishes(facts, products);
  expect(boost.get(asId<ProductId>('red'))).toMatchObject({ told: [{ slot: 'colour', value: 'red' }] });
  expect(boost.get(asId<ProductId>('red'))!.factor).toBeGreaterThan(1);
  expect(boost.has(asId<ProductId>('plain'))).toBe(false);
  expect([...exclude]).toEqual(['hide']);
});

test('an "around" is told as it was said, and what it makes the bounds', () => {
  const facts = profileAfter([[[says('budget', 'min:19500:CNY'), says('budget', 'max:32500:CNY')]]]);
  const told = (language: 'en' | 'zh') => facts.map(fact => describeFact(fact, language, shop, facts)).sort();
  expect(told('en')).toEqual([
    expect.stringContaining('Your budget is around ¥260, so I look from ¥195 ('),
    expect.stringContaining('Your budget is around ¥260, so I look up to ¥325 ('),
  ]);
  expect(told('zh').join()).toMatch(/您预算 ¥260左右，所以我找¥(?:195以上|325以内)的/);
});

test('the ends of an "around" rank, and are told to nobody as what they said', () => {
  const said = [says('colour', 'red'), says('budget', 'min:19500:CNY'), says('budget', 'max:32500:CNY')];
  const { boost } = wishes(profileAfter([[said]]), [
    product('fits', { colour: ['red'] }, 26_000),
    product('dear', { colour: ['red'] }, 90_000),
  ]);
  expect(boost.get(asId<ProductId>('fits'))?.told).toEqual([{ slot: 'colour', value: 'red' }]);
  expect(boost.get(asId<ProductId>('dear'))!.factor).toBeLessThan(boost.get(asId<ProductId>('fits'))!.factor);
});

test('what is above a standing budget is ranked lower, not hidden', () => {
  const { boost, exclude } = wishes(profileAfter([[[says('budget', 'max:9000:CNY')]]]), [product('dear', {}, 10_000)]);
  expect(boost.get(asId<ProductId>('dear'))!.factor).toBeLessThan(1);
  expect(exclude.size).toBe(0);
});

test('who would rather not spend much sees the cheaper half of a shelf first, until a highest price is named', () => {
  const shelf = [product('cheap', {}, 2_000), product('middle', {}, 5_000), product('dear', {}, 9_000)];
  const low = [says('budget', 'low')];
  const { boost } = wishes(profileAfter([[low]]), shelf);
  expect([...boost.keys()]).toEqual(['cheap']);
  expect(boost.get(asId<ProductId>('cheap'))).toMatchObject({ told: [{ slot: 'budget', value: 'low' }] });
  const standing = (facts: ProfileFact[]) => facts.filter(f => !f.supersededBy).map(f => f.value);
  expect(standing(profileAfter([[low], [[says('budget', 'max:9000:CNY')]]]))).toEqual(['max:9000:CNY']);
  expect(standing(profileAfter([[[says('budget', 'max:9000:CNY')]], [low]]))).toContain('max:9000:CNY');
});

const shop = {
  categories: [{ key: 'bags', name: { en: 'Bags', zh: '包袋' }, synonyms: [] }],
  currency: 'CNY' as const,
  exchangeRates: { USD: 7 },
};

test('a fact is told in plain words with when it was said, in both languages', () => {
  const [red] = profileAfter([[[says('colour', 'red', { quote: 'I love red' })]]]);
  expect(describeFact(red!, 'en', shop)).toBe('You like red (you said on 3 Nov: “I love red”)');
  expect(describeFact(red!, 'zh', shop)).toBe('您喜欢红色（11月3日您说：“I love red”）');
  const [budget] = profileAfter([[[says('budget', 'max:30000:CNY', { quote: 'under 300' })]]]);
  expect(describeFact(budget!, 'en', shop)).toContain('Your budget is up to ¥300');
  const [dad] = profileAfter([[[says('size', 'l', { forWhom: 'dad', quote: 'dad is an L' })]]]);
  expect(describeFact(dad!, 'en', shop)).toContain('For your dad: size L');
});

test('a wish is said as a shopper would, in both languages', () => {
  const said = (slot: FactSlot, value: string, polarity: 'like' | 'dislike' = 'like') =>
    (['en', 'zh'] as const).map(language => wishInWords({ slot, value, polarity }, language, shop));
  expect(said('budget', 'max:8000:CNY')).toEqual(['up to ¥80', '¥80以内']);
  expect(said('budget', 'min:8000:CNY')).toEqual(['from ¥80', '¥80以上']);
  expect(said('colour', 'red', 'dislike')).toEqual(['not red', '不要红色']);
  expect(said('size', '42')).toEqual(['size 42', '42码']);
  expect(said('feature', 'waterproof')).toEqual(['waterproof', '防水']);
});

test.each([
  ['forget that I like red', ['colour=red']],
  ['忘掉我喜欢红色', ['colour=red']],
  ['忘掉尺码', ['size=42']],
  ['please forget my size', ['size=42']],
  ['delete my budget', ['budget=max:30000:CNY']],
  ['forget what I said about leather', ['-material=leather']],
  ['删掉关于爸爸的记录', ['colour=green@dad']],
  ['forget the thing about my dad', ['colour=green@dad']],
  ['forget that I like yellow', []],
])('"%s" speaks of %j', (text, wanted) => {
  const facts = profileAfter([
    [
      [
        says('colour', 'red'),
        says('size', '42'),
        says('budget', 'max:30000:CNY'),
        says('material', 'leather', { polarity: 'dislike' }),
        says('colour', 'green', { forWhom: 'dad' }),
      ],
    ],
  ]);
  expect(values(factsMentioned(text, facts))).toEqual(wanted);
});

test('a budget in another currency is kept in the shop’s own; one without a rate is not kept', () => {
  expect(budgetValues({ bound: 'max', amount: 50, currency: 'USD' }, shop)).toEqual(['max:35000:CNY']);
  expect(budgetValues({ bound: 'around', amount: 100 }, shop)).toEqual(['min:7500:CNY', 'max:12500:CNY']);
  expect(budgetValues({ bound: 'max', amount: 50, currency: 'EUR' }, shop)).toEqual([]);
  expect(parseBudget('max:1:XYZ')).toBeNull();
});

test('ordinary shop talk is not sensitive', () => {
  for (const text of [
    'I want black shoes for running',
    'good for sensitive skin',
    'green tea for my colleague',
    '敏感肌可用的面霜',
    'a present for my wife',
    'the white one looks great',
    '给妈妈买外套',
  ]) {
    expect(isSensitive(text), text).toBe(false);
  }
});

describe('what contradicts an earlier statement', () => {
  const at = { correction: false, now: start };
  const conflicts = (stated: StatedPreference[], before: StatedPreference[], how = at) =>
    conflictsIn(stated, profileAfter([[before]]), how).map(c => `${c.now.value}/${c.before.value}`);

  test('the same thing liked and disliked, or another size of the same kind, is asked about', () => {
    expect(conflicts([says('material', 'leather')], [says('material', 'leather', { polarity: 'dislike' })])).toEqual([
      'leather/leather',
    ]);
    expect(conflicts([says('size', '44')], [says('size', '42')])).toEqual(['44/42']);
  });

  test('what says the same, adds to it, or speaks of somebody else is no conflict', () => {
    expect(conflicts([says('colour', 'red')], [says('colour', 'red')])).toEqual([]);
    expect(conflicts([says('colour', 'blue')], [says('colour', 'red')])).toEqual([]);
    expect(conflicts([says('size', 'm')], [says('size', '42')])).toEqual([]);
    expect(conflicts([says('product', 'mug', { polarity: 'dislike' })], [says('product', 'mug')])).toEqual([]);
    expect(conflicts([says('size', '44', { forWhom: 'dad' })], [says('size', '42')])).toEqual([]);
    expect(conflicts([says('budget', 'max:5000:CNY')], [says('budget', 'max:9000:CNY')])).toEqual([]);
  });

  test('a correction is taken as it stands', () => {
    expect(conflicts([says('size', '44')], [says('size', '42')], { ...at, correction: true })).toEqual([]);
  });

  test('what has expired contradicts nothing', () => {
    const later = new Date(start.getTime() + (daysKept.size + 1) * day);
    expect(conflicts([says('size', '44')], [says('size', '42')], { ...at, now: later })).toEqual([]);
  });
});

describe('wishes in the shopper’s own words', () => {
  const product = (id: string, name: string, description: string): Product => ({
    id: asId<ProductId>(id),
    name: { en: name },
    description: { en: description },
    category: 'books',
    attributes: {},
    price: { minor: 1_000, currency: 'CNY' },
    stock: 3,
    hidden: false,
    addedAt: start,
  });
  const books = [
    product('p1', 'Night Train', 'A thriller set on the Orient Express'),
    product('p2', 'Warm Bread', 'Recipes for every day'),
  ];

  test('what the catalogue has no key for is found in what the shop says of a product', () => {
    const { boost } = wishes(profileAfter([[[says('genre', 'thrillers')]]]), books);
    expect([...boost.keys()]).toEqual(['p1']);
    expect(boost.get(asId<ProductId>('p1'))).toMatchObject({ told: [{ slot: 'genre', value: 'thrillers' }] });
  });

  test('a dislike looks at names only: a description may say what a thing is free of', () => {
    const plain = product('p3', 'Plain Tea', 'Free of jasmine');
    const scented = product('p4', 'Jasmine Tea', 'Green tea');
    const { exclude } = wishes(profileAfter([[[says('feature', 'jasmine', { polarity: 'dislike' })]]]), [
      plain,
      scented,
    ]);
    expect([...exclude]).toEqual(['p4']);
  });
});

test('a person is told by the word the shopper has for them, wherever it was said', () => {
  const facts = profileAfter([
    [
      [
        says('recipient', 'partner', { quote: 'a backpack for my wife' }),
        says('colour', 'green', { forWhom: 'partner', quote: 'she likes green' }),
      ],
    ],
  ]);
  const told = facts.map(fact => describeFact(fact, 'en', shop, facts));
  expect(told).toContainEqual(expect.stringContaining('For your wife: green'));
});
