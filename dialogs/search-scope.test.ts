import { describe, expect, test } from 'vitest';
import { money } from '../knowledge/domain/money.ts';
import type { MoneyBound, StatedPreference } from '../knowledge/domain/preference.ts';
import type { Shop } from '../knowledge/domain/shop.ts';
import { type ConversationMemory, emptyMemory } from './memory.ts';
import { searchScope } from './search-scope.ts';
import type { Understanding } from './turn.ts';
import { untold } from './untold.ts';

const shop: Shop = {
  id: 'shop',
  name: { en: 'Shop' },
  tagline: {},
  currency: 'CNY',
  languages: ['en', 'zh'],
  categories: [],
  shippingFee: money(0, 'CNY'),
  returnDays: 30,
  exchangeRates: { USD: 7 },
  source: 'test',
};

const wish = (
  slot: StatedPreference['slot'],
  value: string,
  polarity: 'like' | 'dislike' = 'like',
): StatedPreference => ({
  slot,
  value,
  polarity,
  forWhom: 'self',
  quote: value,
  confidence: 1,
});

const said = (preferences: StatedPreference[], budget?: MoneyBound): Understanding => ({
  intent: 'product-search',
  confidence: 1,
  language: 'en',
  entities: { products: [], ...(budget ? { budget } : {}) },
  preferences,
  correction: false,
  mood: 'neutral',
  query: '',
});

describe('what a search is limited to', () => {
  test('a budget said after a category narrows it', () => {
    const memory = { ...emptyMemory, search: [wish('category', 'bags')] };
    const scope = searchScope(said([wish('budget', 'max:8000:CNY')]), memory, shop);
    expect(scope).toMatchObject({ priceMaxMinor: 8_000 });
    expect(scope.preferences.map(p => p.value)).toEqual(['bags', 'max:8000:CNY']);
  });

  test('for whom goods are cut holds for the search, until another is asked for, a child, or other goods', () => {
    const shoes = { ...emptyMemory, search: [wish('category', 'running-shoes')] };
    const asked = (cut: Understanding['cut'], memory: ConversationMemory, ...more: StatedPreference[]) =>
      searchScope({ ...said(more), cut }, memory, shop).cut;
    const men = { ...shoes, cut: asked({ wanted: 'men' }, shoes) };
    expect(asked(undefined, men, wish('size', '42'))).toEqual({ wanted: 'men' });
    expect(asked({ unwanted: ['women'] }, men)).toEqual({ wanted: 'men', unwanted: ['women'] });
    expect(asked({ unwanted: ['men'] }, men)).toEqual({ unwanted: ['men'] });
    expect(asked({ wanted: 'women' }, men)).toEqual({ wanted: 'women' });
    expect(asked(undefined, men, wish('category', 'bags'))).toBeUndefined();
    expect(asked(undefined, men, wish('recipient', 'kids'))).toBeUndefined();
  });

  test("a child's things are no more looked for once a grown-up's are", () => {
    const memory = { ...emptyMemory, search: [wish('category', 'jackets'), wish('recipient', 'kids')] };
    const { preferences } = searchScope({ ...said([]), cut: { wanted: 'women' } }, memory, shop);
    expect(preferences.map(p => p.value)).toEqual(['jackets']);
  });

  test('another category starts afresh', () => {
    const memory = { ...emptyMemory, search: [wish('category', 'bags'), wish('colour', 'red')] };
    expect(searchScope(said([wish('category', 'jackets')]), memory, shop).preferences.map(p => p.value)).toEqual([
      'jackets',
    ]);
  });

  test('the same kind named again keeps what was told of it; another use takes the place of the one before', () => {
    const jackets = [wish('category', 'jackets'), wish('size', 'l'), wish('budget', 'max:60000:CNY')];
    const again = (memory: StatedPreference[], ...now: StatedPreference[]) =>
      searchScope(
        said([wish('category', 'jackets'), ...now]),
        { ...emptyMemory, search: memory },
        shop,
      ).preferences.map(p => p.value);
    expect(again(jackets, wish('feature', 'waterproof'))).toEqual(['l', 'max:60000:CNY', 'jackets', 'waterproof']);
    expect(again([...jackets, wish('occasion', 'rain')], wish('occasion', 'office'))).not.toContain('rain');
    expect(again([...jackets, wish('product', 'coat')], wish('product', 'vest'))).toEqual(['jackets', 'vest']);
  });

  test('what sort of thing was told before gives way to another that is named', () => {
    const memory = { ...emptyMemory, search: [wish('category', 'toys')], told: [wish('product', 'plush')] };
    expect(searchScope(said([wish('category', 'toys'), wish('product', 'puzzle')]), memory, shop).told).toBeUndefined();
    expect(searchScope(said([wish('colour', 'red')]), memory, shop).told).toEqual([wish('product', 'plush')]);
  });

  test('another size replaces the size, a dislike stays beside a like of something else', () => {
    const memory = { ...emptyMemory, search: [wish('size', '41'), wish('colour', 'blue', 'dislike')] };
    const scope = searchScope(said([wish('size', '42'), wish('colour', 'black')]), memory, shop);
    expect(scope.preferences.map(p => `${p.polarity} ${p.value}`)).toEqual(['dislike blue', 'like 42', 'like black']);
  });

  test('a budget in another currency is converted at the shop’s rate; without a rate it limits nothing', () => {
    expect(searchScope(said([], { bound: 'max', amount: 10, currency: 'USD' }), emptyMemory, shop).priceMaxMinor).toBe(
      7_000,
    );
    expect(
      searchScope(said([], { bound: 'max', amount: 10, currency: 'EUR' }), emptyMemory, shop).priceMaxMinor,
    ).toBeUndefined();
  });

  test('"around 100" is a quarter either way', () => {
    expect(searchScope(said([], { bound: 'around', amount: 100 }), emptyMemory, shop)).toMatchObject({
      priceMinMinor: 7_500,
      priceMaxMinor: 12_500,
    });
  });

  describe('"something for the rain"', () => {
    const something = (...list: StatedPreference[]) => ({ ...said(list), something: true as const });
    const isFound = (list: readonly StatedPreference[]) => !list.some(p => p.value === 'tea-coffee');

    test('starts afresh where nothing looked for before is that', () => {
      const memory = { ...emptyMemory, search: [wish('category', 'tea-coffee'), wish('budget', 'max:30000:CNY')] };
      const scope = searchScope(something(wish('occasion', 'rain')), memory, shop, undefined, isFound);
      expect(scope.preferences.map(p => p.value)).toEqual(['rain']);
    });

    test('narrows where some of it is, or where only a size or a colour is named', () => {
      const shoes = { ...emptyMemory, search: [wish('category', 'running-shoes')] };
      expect(
        searchScope(something(wish('occasion', 'rain')), shoes, shop, undefined, isFound).preferences.map(p => p.value),
      ).toEqual(['running-shoes', 'rain']);
      const tea = { ...emptyMemory, search: [wish('category', 'tea-coffee')] };
      expect(
        searchScope(something(wish('colour', 'red')), tea, shop, undefined, isFound).preferences.map(p => p.value),
      ).toEqual(['tea-coffee', 'red']);
    });
  });
});

test('of what was forgotten nothing is left of the search either', () => {
  const before: ConversationMemory = {
    ...emptyMemory,
    search: [wish('category', 'skincare')],
    told: [wish('feature', 'girly', 'dislike')],
    goods: 'face cream',
    cut: { wanted: 'women' },
  };
  expect(searchScope(said([]), untold(before), shop)).toEqual({ preferences: [] });
});
