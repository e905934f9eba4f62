import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encoderFolder } from './encoder-files.ts';
import { openSentenceEncoder, type SentenceEncoder } from './sentence-encoder.ts';
import { createPieceCutter } from './sentence-pieces.ts';

const cosine = (a: Float32Array, b: Float32Array): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

let encoder: SentenceEncoder;
beforeAll(async () => {
  encoder = await openSentenceEncoder();
});
afterAll(() => encoder.close());

test('sentences of like meaning lie closer than others, each vector of length one', async () => {
  const [parcel, late, shoes] = await encoder.encode([
    'where is my parcel',
    'my package has not arrived',
    'blue suede shoes',
  ]);
  expect(Math.hypot(...parcel!)).toBeCloseTo(1, 4);
  expect(cosine(parcel!, late!)).toBeGreaterThan(cosine(parcel!, shoes!) + 0.2);
});

test('vectors are those that TensorFlow.js 4.22.0 gets from the same files', async () => {
  const [parcel, shoes] = await encoder.encodeDeep([
    'where is my parcel',
    'I would like to return these shoes, they are too small',
  ]);
  const beginnings = [parcel!.vector, parcel!.deep.subarray(1536), shoes!.vector, shoes!.deep.subarray(1536)];
  const wanted = [
    [-0.03361, 0.00004, 0.02604, -0.02936],
    [3.5083, -0.8072, 2.2001],
    [0.04289, -0.03371, 0.05286, -0.06073],
    [-2.8504, 1.0943, -0.5697],
  ];
  for (const [i, numbers] of wanted.entries()) {
    for (const [k, number] of numbers.entries()) expect(beginnings[i]![k]).toBeCloseTo(number, 4);
  }
});

test('a text gets the same vector alone and among others, also empty, very long or of emoji', async () => {
  const texts = ['', '😀😀', 'when will it arrive', 'a b '.repeat(2_000), '退货'];
  const together = await encoder.encode(texts);
  for (const [i, text] of texts.entries()) {
    const [alone] = await encoder.encode([text]);
    expect(cosine(alone!, together[i]!)).toBeGreaterThan(0.999);
  }
});

test('this thread goes on while sentences are read', async () => {
  let ticks = 0;
  const tick = setInterval(() => ticks++, 1);
  await encoder.encode(Array.from({ length: 40 }, (_, i) => `please tell me where my order number ${i} is right now`));
  clearInterval(tick);
  expect(ticks).toBeGreaterThan(3);
});

test('an altered file is refused by name, and a folder without the files too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'encoder-'));
  await expect(openSentenceEncoder(folder)).rejects.toThrow(/model\.json/);
  cpSync(encoderFolder(), folder, { recursive: true });
  writeFileSync(join(folder, 'group1-shard7of7'), 'other weights');
  await expect(openSentenceEncoder(folder)).rejects.toThrow(/group1-shard7of7 has SHA-256/);
  rmSync(folder, { recursive: true });
});

test('after closing it says so', async () => {
  const other = await openSentenceEncoder();
  await other.close();
  await expect(other.encode(['hello'])).rejects.toThrow(/closed/);
});

test('pieces are cut the likeliest way, unknown characters in a row as one', () => {
  const reserved = Array.from({ length: 6 }, (_, i): [string, number] => [`<${i}>`, 0]);
  const cut = createPieceCutter([...reserved, ['▁', -3], ['a', -2], ['b', -2], ['▁ab', -4], ['ab', -1]]);
  expect(cut('ab')).toEqual([9]);
  expect(cut('aab')).toEqual([6, 7, 10]);
  expect(cut('aXYb')).toEqual([6, 7, 0, 8]);
  expect(cut('')).toEqual([0]);
});
