import { expect, test } from 'vitest';
import { conceptMeanings, packedRow } from './concept-meanings.ts';
import { readPageLanguage } from './shop-language.ts';
import { learnShopSense } from './shop-sense.ts';

const sayings = readPageLanguage();
const concepts = [...new Set(sayings.filter(s => s.language === 'en').map(s => s.concept))];

test('every English concept has a place among sentence vectors; one nobody knows has none', () => {
  const { width, rows } = conceptMeanings([...concepts, 'no-such-concept']);
  const lengths = [...concepts, ''].map((_, c) => Math.hypot(...rows.subarray(c * width, (c + 1) * width)));
  expect(lengths.slice(0, -1).every(length => length > 0.5 && length < 2.01)).toBe(true);
  expect(lengths.at(-1)).toBe(0);
});

test('a packed row is the row but for half a step of its scale', () => {
  const row = Float32Array.from({ length: 512 }, (_, i) => Math.sin(i) * 0.1);
  const { scale, row: packed } = packedRow(row);
  const bytes = new Int8Array(Buffer.from(packed, 'base64'));
  expect(Math.max(...row.map((v, i) => Math.abs(v - bytes[i]! * scale)))).toBeLessThanOrEqual(scale * 0.5001);
});

test('a sentence that lies by a concept is heard as it, though no word of it is known', () => {
  const sense = learnShopSense(sayings.filter(s => s.language === 'en'));
  const { width, rows } = conceptMeanings(sense.concepts);
  for (const concept of ['track', 'warranty', 'gift-return']) {
    const c = sense.concepts.indexOf(concept);
    const row = rows.slice(c * width, (c + 1) * width);
    const length = Math.hypot(...row);
    const { vector } = sense.readingOf(
      'zorble frumpish',
      row.map(v => v / length),
    );
    expect(sense.concepts[vector.indexOf(Math.max(...vector))]).toBe(concept);
  }
});
