import { describe, expect, it } from 'vitest';
import { languages } from '../../../domain/language.ts';
import { askedIn } from '../../../retrieval/goods/page-asked.ts';
import { detailText } from '../../../retrieval/goods/page-lines.ts';
import { pageSays } from '../../../retrieval/goods/page-says.ts';
import { fold } from '../../../retrieval/text/fold.ts';
import { makeProducts, mostProducts } from '../../products.ts';
import { designDetails } from './all.ts';
import { detailNames } from './names.ts';

const products = makeProducts({ seed: 7, now: new Date('2026-05-01T00:00:00Z'), count: mostProducts });
/** One of each design: what is told of one holds for its colours and packs. */
const designs = [...new Map(products.map(p => [JSON.stringify(p.details), p])).values()];

/** Names that nobody asks by: so the same is asked for. null: in too many words to name one. */
const asked: Readonly<Record<string, string | null>> = {
  'Made in': 'where is it made?',
  'Made for': null,
  Takes: 'does a book fit in it, what does it take?',
  'Works with': 'does it work with my phone?',
  'In the box': "what's in the box?",
  'Not included': 'do i need anything else for it?',
  'How to use': 'how do i use it?',
  Feel: 'how does it feel, is it greasy or soft?',
  Lasts: 'how many uses are in it?',
  Fit: null,
  'Enough for': 'how many people is it for?',
  Handle: null,
  'Takes about': 'how long does a game take?',
  'Taking off': null,
  Sizes: null,
  Shows: 'can i see craters on the moon?',
  'Fits on': null,
  对外供电: null,
  搭配: null,
};

describe('the facts on the demo shop’s pages', () => {
  it('every design has them, each called once, and says where it is made as the shop promises', () => {
    expect(designs.length).toBe(Object.keys(designDetails).length);
    for (const { id, details = [] } of products) {
      const names = details.map(({ name }) => name.en);
      expect(names.length, id).toBeGreaterThanOrEqual(6);
      expect(new Set(names).size, id).toBe(names.length);
      expect(names, id).toContain('Made in');
    }
  });

  it('in both languages, short enough for a line, and with the same figures', () => {
    const figures = (text: string): string[] =>
      (text.match(/\d+(?:[.,]\d+)?/g) ?? []).map(n => n.replace(',', '')).sort();
    for (const [key, details] of Object.entries(designDetails))
      for (const [name, en, zh] of details) {
        const at = `${key} ${name}`;
        expect(en.length, at).toBeLessThanOrEqual(75);
        expect(zh.length, at).toBeLessThanOrEqual(40);
        expect(en, at).not.toMatch(/[.。]$/);
        expect(zh, at).toMatch(/[\p{Script=Han}\d]/u);
        // Numbers are written out in one of them at times: every figure of one that the other has must be the same.
        const [ofEn, ofZh] = [figures(en), figures(zh)];
        if (ofEn.length === ofZh.length) expect(ofEn, at).toEqual(ofZh);
      }
  });

  it('no name is listed that no page uses', () => {
    const used = new Set(Object.values(designDetails).flatMap(details => details.map(([name]) => name)));
    expect(Object.keys(detailNames).filter(name => !used.has(name as keyof typeof detailNames))).toEqual([]);
  });

  it.each(languages)('each is told to whoever asks for it by its name (%s)', language => {
    const missed: string[] = [];
    for (const product of designs)
      for (const detail of product.details ?? []) {
        const name = detail.name[language]!;
        const question = fold(
          asked[name] ?? (language === 'en' ? `what about the ${name.toLowerCase()}?` : `${name}呢？`),
        );
        const { said } = pageSays(product, askedIn(question), language);
        if (asked[name] === null) continue;
        if (!said.includes(detailText(detail, language))) missed.push(`${product.id} ${name}: ${said.join(' / ')}`);
      }
    expect(missed).toEqual([]);
  });
});
