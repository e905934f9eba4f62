/**
 * `node --import tsx models/text/learn-sentence-metric.ts FOLDER [FILE]`: learns sentence-metric.bin again, from CLINC150's
 * training part (FOLDER holds its `seq.in` and `label`; Larson et al. 2019, CC BY 3.0) and the English shop language.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readShopLanguage } from '../../knowledge/language/shop-language.ts';
import { openBackend, parseBackendChoice } from '../backend/backend.ts';
import { learnMetric } from './metric-learning.ts';
import { openSentenceEncoder } from './sentence-encoder.ts';
import { metricBytes } from './sentence-metric.ts';

const [folder, file = fileURLToPath(new URL('./sentence-metric.bin', import.meta.url))] = process.argv.slice(2);
if (!folder) throw new Error('Name the folder that holds seq.in and label of the labelled sentences');

const lines = (name: string): string[] => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
const [texts, labels] = [lines('seq.in'), lines('label')];
if (texts.length !== labels.length)
  throw new Error(`seq.in has ${texts.length} lines and label ${labels.length}; each sentence needs one label`);

/** Texts by class; one that is said of two classes counts for the first. */
const grouped = (pairs: readonly (readonly [text: string, label: string])[]): string[][] => {
  const owner = new Map<string, string>();
  for (const [text, label] of pairs) if (!owner.has(text)) owner.set(text, label);
  const groups = new Map<string, string[]>();
  for (const [text, label] of owner) groups.set(label, [...(groups.get(label) ?? []), text]);
  return [...groups.values()];
};

const encoder = await openSentenceEncoder();
const encoded = async (groups: readonly string[][]): Promise<Float32Array[][]> => {
  const out: Float32Array[][] = [];
  for (const group of groups) out.push(await encoder.encode(group));
  return out;
};
const sayings = readShopLanguage().filter(saying => saying.language === 'en');
const sources = [
  { weight: 0.7, classes: await encoded(grouped(texts.map((text, i) => [text.trim(), labels[i]!.trim()]))) },
  { weight: 0.3, classes: await encoded(grouped(sayings.map(({ text, concept }) => [text, concept]))) },
];
await encoder.close();
const backend = await openBackend({ choice: parseBackendChoice(process.env.COUNTEROFFER_BACKEND) });
const weights = await learnMetric(backend, sources, { seed: 1, steps: 400 });
writeFileSync(file, metricBytes(weights));
process.stdout.write(`${file}: ${sources.map(s => s.classes.length).join(' + ')} classes, on ${backend.device}\n`);
