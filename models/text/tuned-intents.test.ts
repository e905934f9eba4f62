import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../knowledge/domain/random.ts';
import { openBackend, type TensorBackend } from '../backend/backend.ts';
import {
  type EncoderTop,
  encoderFolder,
  encoderTop,
  encoderWidth,
  readEncoderFiles,
  unitWidth,
} from './encoder-files.ts';
import { fitIntents, type IntentExample, type LearnedIntents } from './intent-learning.ts';
import { openIntentModel } from './intent-model.ts';
import { openKeptFiles } from './kept.ts';
import { openSentenceEncoder } from './sentence-encoder.ts';
import { type TopExample, tuneTop } from './tune-top.ts';
import { tuneIntents } from './tuned-intents.ts';
import { likenesses, type TunedTop, topVector } from './tuned-top.ts';

const folder = mkdtempSync(join(tmpdir(), 'tuned-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bank customers: intents that share most of their words. */
const taught: Record<string, string> = {
  arrival:
    'when will my new card arrive|card still has not come|how long until I get my card|I am waiting for the card',
  delivery:
    'can I choose the day my card is delivered|send it on friday|is express shipping possible|deliver it sooner',
  linking: 'how do I add my card to the app|link the new card|my card came and I want to put it in|connect this card',
  lost: 'I lost my card|my card is gone|cannot find my card anywhere|somebody stole my card',
  declined: 'my card was declined|the card does not work in shops|payment was refused|why did the shop reject my card',
  swallowed: 'the machine kept my card|atm ate my card|my card is stuck in the atm|card was not given back',
};
const asked: Record<string, string> = {
  arrival: 'has my card been sent out yet|where is the card I ordered|my card should have been here by now',
  delivery: 'could it come on a certain date|I need the card by monday|pay more to get it faster',
  linking: 'got a card, how to activate it in here|where do I enter the card I received|register a card',
  lost: 'think I left my card on the train|it was in my wallet and the wallet is missing|help, a thief has it',
  declined: 'the terminal would not take it|it said no at the till|tried to pay online and it failed',
  swallowed: 'the cash point did not return it|it went in and never came out|how to get it back from the machine',
};
const rowsOf = (lines: Record<string, string>): { text: string; intent: string }[] =>
  Object.entries(lines).flatMap(([intent, line]) => line.split('|').map(text => ({ text, intent })));

let backend: TensorBackend;
let start: EncoderTop;
let examples: IntentExample[];
let questions: IntentExample[];
let learned: LearnedIntents;
beforeAll(async () => {
  backend = await openBackend({ choice: 'wasm' });
  start = encoderTop(readEncoderFiles(encoderFolder()));
  const encoder = await openSentenceEncoder();
  const read = async (rows: { text: string; intent: string }[]): Promise<IntentExample[]> => {
    const vectors = await encoder.encodeDeep(rows.map(row => row.text));
    return rows.map((row, i) => ({ ...row, ...vectors[i]! }));
  };
  [examples, questions] = [await read(rowsOf(taught)), await read(rowsOf(asked))];
  await encoder.close();
  learned = await tunedAnew();
});

/** With four examples an intent nothing can be said of what tuning is worth: it is heeded here whatever that is. */
const tunedAnew = async (): Promise<LearnedIntents> => {
  const tops = await tuneIntents(backend, start, examples, [], 1);
  const found = fitIntents(examples, { seed: 1, tops });
  return { ...found, fitted: { ...found.fitted, tuned: { top: tops.all, weight: 2 } } };
};

const answersOf = (kept: LearnedIntents): unknown[] => {
  const model = openIntentModel(kept, undefined);
  return questions.map(({ text, vector, deep }) => {
    const { intent, probability, familiarity } = model.classify(text, vector, text, deep);
    return { intent, probability, familiarity };
  });
};

test('with its own last steps a text gets the very vector that the network gives it', () => {
  for (const { deep, vector } of questions) {
    const found = topVector(start, deep!);
    for (const [k, value] of found.entries()) expect(value).toBeCloseTo(vector![k]!, 5);
  }
});

test('new texts that lie among those of other intents for the frozen encoder do not for the tuned one', async () => {
  // What the texts differ in most says nothing of their intents; what does is faint.
  const random = seededRandom(5);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const direction = (): Float64Array => Float64Array.from({ length: unitWidth }, normal);
  const intents = Array.from({ length: 8 }, direction);
  const noise = Array.from({ length: 12 }, direction);
  const draw = (label: number): TopExample => {
    const deep = examples[0]!.deep!.slice();
    const sizes = noise.map(() => 0.03 * normal());
    for (let k = 0; k < unitWidth; k++)
      deep[k]! += 0.05 * intents[label]![k]! + sizes.reduce((sum, size, i) => sum + size * noise[i]![k]!, 0);
    return { deep, label };
  };
  const [train, test] = [5, 20].map(n => intents.flatMap((_, label) => Array.from({ length: n }, () => draw(label))));
  const share = (top: TunedTop): number =>
    test!.filter(({ deep, label }) => {
      const found = likenesses(top, deep);
      return found[label] === Math.max(...found);
    }).length / test!.length;
  const directions = new Float32Array(intents.length * encoderWidth);
  for (const { deep, label } of train!) {
    for (const [k, v] of topVector(start, deep).entries()) directions[label * encoderWidth + k]! += v / 5;
  }
  const tuned = await tuneTop(backend, start, train!, intents.length, 1);
  expect(share(tuned)).toBeGreaterThan(share({ ...start, directions }) + 0.1);
});

test('tuned again from the same it judges the same, and its likeness is heeded for the answers only', async () => {
  expect(answersOf(await tunedAnew())).toEqual(answersOf(learned));
  const familiar = (of: LearnedIntents) => answersOf(of).map(a => (a as { familiarity: number }).familiarity);
  expect(familiar(learned)).toEqual(familiar({ ...learned, fitted: { ...learned.fitted, tuned: null } }));
});

test('kept in a file it answers the same; a file cut short is not taken', async () => {
  const files = openKeptFiles(folder);
  let made = 0;
  const learn = () =>
    files.of('tuned', 'these examples', async () => {
      made += 1;
      return learned;
    });
  await learn();
  expect(answersOf(await learn())).toEqual(answersOf(learned));
  expect(made).toBe(1);
  const file = join(folder, 'tuned.learned');
  writeFileSync(file, readFileSync(file).subarray(0, -1_000));
  expect(answersOf(await learn())).toEqual(answersOf(learned));
  expect(made).toBe(2);
});

test('a class without an example is like no text', async () => {
  const rows = examples.slice(0, 8).map(e => ({ deep: e.deep!, label: e.intent === 'arrival' ? 0 : 2 }));
  const top = await tuneTop(backend, start, rows, 3, 1);
  expect(likenesses(top, questions[0]!.deep!)[1]).toBe(0);
});

test('what was not read deeply is refused by name', async () => {
  const { deep: _, ...shallow } = examples[0]!;
  await expect(tuneIntents(backend, start, [shallow, ...examples.slice(1)], [], 1)).rejects.toThrow(
    /"when will my new card arrive" was not read deeply/,
  );
  expect(() => topVector(start, new Float32Array(512))).toThrow(/2048 numbers, got 512/);
  await expect(tuneTop(backend, start, [], 2, 1)).rejects.toThrow(/got 0/);
  expect(() => openIntentModel(learned, undefined).classify('hi', examples[0]!.vector!)).toThrow(/read deeply/);
});
