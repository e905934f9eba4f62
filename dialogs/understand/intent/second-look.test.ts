import { describe, expect, test } from 'vitest';
import type { SentenceEncoder } from '../../../knowledge/ports.ts';
import { learnIntents } from '../../../models/text/learn-intents.ts';
import type { IntentClassifier, IntentText } from '../../../models/types.ts';
import { emptyMemory } from '../../memory.ts';
import { takeApart } from '../../take-apart/take-apart.ts';
import { understoodIn } from '../../take-apart/understood-in.ts';
import type { Intent } from '../../turn.ts';
import { demoView, turnOf } from '../fixture.ts';
import { createUnderstander, type Understander } from '../understand.ts';

const plain = createUnderstander(demoView(), learnIntents);
/** Knows by the vector that help is wanted, whatever the words are. */
const seen: string[] = [];
const byMeaning: IntentClassifier<Intent> = {
  classify({ said, vector }) {
    seen.push(said);
    expect(vector).toEqual(new Float32Array([1, 0]));
    return { intent: 'help', probability: 0.9, inScope: true, isSure: true };
  },
};
const understander = plain.withSecondLook({ intents: byMeaning });

const answering = (asked: string[]): SentenceEncoder => ({
  width: 2,
  encode: async texts => {
    asked.push(...texts);
    return texts.map(() => new Float32Array([1, 0]));
  },
});
const never: SentenceEncoder = { width: 2, encode: () => new Promise(() => {}) };
const broken: SentenceEncoder = { width: 2, encode: async () => Promise.reject(new Error('the thread ended')) };

/** Said by nobody in the examples, and in words of no intent. */
const vague = 'somebody with a heartbeat would be nicer';
const clear = 'where is my order';

const byWords = (text: string) => takeApart(turnOf(text), emptyMemory, plain).understanding;
const understood = async (text: string, encoder?: SentenceEncoder) =>
  (await understoodIn(turnOf(text), emptyMemory, understander, encoder)).understanding;

describe('a message that words alone leave in doubt', () => {
  test('is judged again by what its sentence means', async () => {
    const asked: string[] = [];
    expect(byWords(vague).intent).not.toBe('help');
    expect((await understood(vague, answering(asked))).intent).toBe('help');
    expect(asked).toEqual([vague]);
    expect(seen).toContain(vague);
  });

  test('is understood by its words where there is no encoder', async () =>
    expect(await understood(vague)).toEqual(byWords(vague)));

  test('is understood by its words when the encoder does not answer in time', async () =>
    expect(await understood(vague, never)).toEqual(byWords(vague)));

  test('is understood by its words when the encoder has died', async () =>
    expect(await understood(vague, broken)).toEqual(byWords(vague)));
});

test('an encoder that can is asked to read as deeply as a tuned classifier needs it', async () => {
  const deep = new Float32Array([3]);
  const given: IntentText[] = [];
  const tuned = plain.withSecondLook({
    intents: {
      classify(text) {
        given.push(text);
        return { intent: 'help', probability: 0.9, inScope: true, isSure: true };
      },
    },
  });
  const encoder: SentenceEncoder = {
    ...broken,
    encodeDeep: async texts => texts.map(() => ({ vector: new Float32Array([1, 0]), deep })),
  };
  const { understanding } = await understoodIn(turnOf(vague), emptyMemory, tuned, encoder);
  expect(understanding.intent).toBe('help');
  expect(given.map(text => text.deep)).toEqual(given.map(() => deep));
});

test('what words alone make clear waits for no encoder, nor does Chinese, which it cannot read', async () => {
  const asked: string[] = [];
  expect((await understood(clear, answering(asked))).intent).toBe('order-status');
  expect(await understood('那个啥来着我也说不好', answering(asked))).toEqual(byWords('那个啥来着我也说不好'));
  expect(asked).toEqual([]);
});

test('what words make clear beside a vague clause is read once, also when the vector of the other has come', async () => {
  const times = new Map<string, number>();
  const counting: Understander = {
    ...understander,
    understand(turn, ...rest) {
      times.set(turn.text, (times.get(turn.text) ?? 0) + 1);
      return understander.understand(turn, ...rest);
    },
  };
  await understoodIn(turnOf(`${clear}? ${vague}`), emptyMemory, counting, answering([]));
  expect(times.get(clear)).toBe(1);
  expect(times.get(vague)).toBe(2);
});
