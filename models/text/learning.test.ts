import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { makeArticles } from '../../knowledge/demo/articles.ts';
import { demoShop } from '../../knowledge/demo/content/shop-document.ts';
import { fitShopSense } from '../../knowledge/language/shop-sense.ts';
import type { DeepVector } from '../../knowledge/ports.ts';
import type { IntentJudgement, TaughtIntent } from '../types.ts';
import { type KeptFiles, keptInMemory, openKeptFiles, openKeptVectors } from './kept.ts';
import { fitTaught, learnIntents, openLanguage } from './learn-intents.ts';
import { learningWith, openLearning } from './learning.ts';
import { study } from './learning-worker.ts';
import { openSentenceEncoder } from './sentence-encoder.ts';

const folder = mkdtempSync(join(tmpdir(), 'learned-'));
afterAll(() => rmSync(folder, { recursive: true }));

const examples: readonly TaughtIntent<string>[] = [
  'where is my parcel|track my order|has it shipped|when will it arrive|order status',
  'I want to return it|send it back|start a return|return my shoes|how do returns work',
  'any discounts|do you have a coupon|is there a sale|what deals are there|promo code please',
].flatMap((line, i) =>
  line.split('|').map(text => ({ words: text, said: text, intent: ['track', 'return', 'deals'][i]! })),
);
const general = keptInMemory();
const learning = openLearning(general);
const questions = ['has my parcel shipped', 'how can I send shoes back', 'is there a promo', '我的快递咋还没影', 'x'];

/** With all probabilities read out. */
const whole = ({ ranked, ...judgement }: IntentJudgement<string>) => ({ ...judgement, ranked: ranked?.() });

test('what is learned beside the turns judges as what is learned at once', async () => {
  const here = learnIntents(examples, 3);
  const beside = await learning.intents('en', examples, 3);
  for (const text of questions) {
    const given = { words: text, said: text };
    expect(whole(beside.classify(given))).toEqual(whole(here.classify(given)));
  }
});

test('too few intents are refused with the reason', async () =>
  expect(learning.intents('en', examples.slice(0, 5), 1)).rejects.toThrow(/at least two intents, got 1/));

test('it is found again at the next start, unless what it was learned from is another, or the file is damaged', async () => {
  const files = openKeptFiles(folder);
  let made = 0;
  const learn = (from: unknown) =>
    files.of('lesson', from, async () => {
      made += 1;
      return { numbers: new Float32Array([made]), words: new Map([['a', made]]) };
    });
  expect(await learn(['a'])).toEqual({ numbers: new Float32Array([1]), words: new Map([['a', 1]]) });
  expect((await learn(['a'])).words.get('a')).toBe(1);
  expect((await learn(['b'])).words.get('a')).toBe(2);
  const file = join(folder, 'lesson.learned');
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(file, bytes);
  expect((await learn(['b'])).words.get('a')).toBe(3);
  writeFileSync(file, 'cut');
  expect((await learn(['b'])).words.get('a')).toBe(4);
  expect(readdirSync(folder)).toEqual(['lesson.learned']);
});

test('the thread that learns reads with the general language that was kept, and does not learn it again', async () => {
  const at = join(folder, 'general');
  const sense = fitShopSense([
    { concept: 'parcel', text: 'where is my parcel', language: 'en' },
    { concept: 'return', text: 'send it back', language: 'en' },
  ]);
  const kept = { sense, words: new Set(['parcel']) };
  await openKeptFiles(at).of('language', null, async () => kept);
  const learned = await study({ id: 0, subject: 'intents', given: { examples, seed: 3 } }, at);
  expect(learned).toEqual(fitTaught(examples, 3, openLanguage(kept)));
});

test('learned in place it judges alike, and what is kept of it is not learned again; pages of another date are the same', async () => {
  const files = openKeptFiles(join(folder, 'in-place'));
  const made: string[] = [];
  const counted: KeptFiles = {
    folder: files.folder,
    of: (name, from, make) =>
      files.of(name, from, () => {
        made.push(name);
        return make();
      }),
  };
  const learn = async (now: Date) => {
    const learning = learningWith(counted);
    await learning.articles(makeArticles(demoShop(1), now).slice(0, 12));
    return learning.intents('en', examples, 3);
  };
  const first = await learn(new Date('2026-11-24T10:00:00Z'));
  expect(made).toEqual(['articles', 'language', 'intents-en']);
  const second = await learn(new Date('2026-11-25T10:00:00Z'));
  expect(made).toHaveLength(3);
  const here = learnIntents(examples, 3);
  for (const text of questions) {
    const given = { words: text, said: text };
    expect(whole(first.classify(given))).toEqual(whole(here.classify(given)));
    expect(whole(second.classify(given))).toEqual(whole(here.classify(given)));
  }
});

test('a folder that cannot be written to costs learning again and nothing else', async () => {
  const files = openKeptFiles('/dev/null/learned');
  expect(await files.of('lesson', 1, async () => 'learned')).toBe('learned');
});

test('sentence vectors come back as they were, and none of another encoder', async () => {
  const vectors = new Map([
    ['hello', new Float32Array([0.25, 1])],
    ['bye', new Float32Array([-3, 0.5])],
  ]);
  await openKeptVectors(folder, '1').write(vectors);
  expect(new Map(await openKeptVectors(folder, '1').read())).toEqual(vectors);
  expect((await openKeptVectors(folder, '2').read()).size).toBe(0);
});

test('what can not be tuned is told of once and not tried again; too many sentences are not even read', async () => {
  const told: string[] = [];
  const shared = openLearning(general, news => told.push(news));
  let asked = 0;
  const read = async (): Promise<DeepVector[]> => {
    asked += 1;
    throw new Error('the thread ended');
  };
  for (let time = 0; time < 2; time++)
    await expect(shared.tuned!('en', examples, 3, read)).rejects.toThrow('the thread ended');
  expect([asked, told]).toEqual([1, ['The sentence encoder stays untuned: the thread ended']]);
  const many = Array.from({ length: 4_001 }, (_, i) => examples[i % examples.length]!);
  await expect(shared.tuned!('en', many, 3, read)).rejects.toThrow(/4001 examples are more than the 4000/);
  expect(asked).toBe(1);
});

test('once it is closed nothing more is learned, and no folder is made again for it', async () => {
  const told: string[] = [];
  const gone = join(folder, 'gone');
  const closing = openLearning(openKeptFiles(gone), news => told.push(news));
  const underWay = closing.intents('en', examples, 3);
  const tuning = closing.tuned!('en', examples, 3, () => new Promise(() => {}));
  const ends = Promise.allSettled([underWay, tuning]);
  await closing.close!();
  expect((await ends).map(end => end.status)).toEqual(['rejected', 'rejected']);
  await expect(closing.sense()).rejects.toThrow(/no longer wanted/);
  expect([existsSync(gone), told]).toEqual([false, []]);
});

test('what is tuned beside the turns is kept: the next start asks for no vectors', async () => {
  const encoder = await openSentenceEncoder();
  const kept = openKeptFiles(join(folder, 'tuned'));
  const asked: string[] = [];
  const read = async (texts: readonly string[]): Promise<DeepVector[]> => {
    asked.push(...texts);
    return encoder.encodeDeep(texts);
  };
  const fresh = await openLearning(kept).tuned!('en', examples, 3, read);
  const found = await openLearning(kept).tuned!('en', examples, 3, read);
  expect(asked).toEqual(examples.map(e => e.said));
  const rows = await encoder.encodeDeep(questions);
  await encoder.close();
  for (const [i, text] of questions.entries()) {
    const given = { words: text, said: text, ...rows[i]! };
    expect(whole(found.classify(given))).toEqual(whole(fresh.classify(given)));
  }
  expect(fresh.classify({ words: questions[0]!, said: questions[0]!, ...rows[0]! }).intent).toBe('track');
});
