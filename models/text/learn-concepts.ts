/** `npm run learn:concepts`: knowledge/language/concept-meanings.json from the English sayings, by the sentence encoder. */
import { writeFileSync } from 'node:fs';
import { packedRow } from '../../knowledge/language/concept-meanings.ts';
import { readPageLanguage, type Saying } from '../../knowledge/language/shop-language.ts';
import { openSentenceEncoder } from './sentence-encoder.ts';

const batch = 32;
/** Of the sayings that a pattern is written out to, so many of each concept tell where it lies. */
const mostWritten = 40;

const unit = (vector: Float64Array): Float64Array => {
  const length = Math.hypot(...vector) || 1;
  return vector.map(v => v / length);
};

const encoder = await openSentenceEncoder();
const meanOf = async (sayings: readonly Saying[]): Promise<Float64Array> => {
  const sum = new Float64Array(encoder.width);
  for (let i = 0; i < sayings.length; i += batch)
    for (const vector of await encoder.encode(sayings.slice(i, i + batch).map(s => s.text)))
      vector.forEach((v, k) => {
        sum[k]! += v;
      });
  return unit(sum);
};

const english = readPageLanguage().filter(s => s.language === 'en');
const concepts: Record<string, { scale: number; row: string }> = {};
for (const concept of [...new Set(english.map(s => s.concept))].sort()) {
  const own = english.filter(s => s.concept === concept);
  const written = own.filter(s => !s.spoken);
  const step = Math.max(1, Math.ceil(written.length / mostWritten));
  const means = [await meanOf(written.filter((_, i) => i % step === 0)), await meanOf(own.filter(s => s.spoken))];
  concepts[concept] = packedRow(Float64Array.from(means[0]!, (v, k) => v + means[1]![k]!));
}
writeFileSync(
  new URL('../../knowledge/language/concept-meanings.json', import.meta.url),
  `${JSON.stringify({ width: encoder.width, concepts }, null, 2)}\n`,
);
console.log(`${Object.keys(concepts).length} concepts from ${english.length} English sayings`);
process.exit(0);
