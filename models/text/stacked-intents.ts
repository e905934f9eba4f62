/**
 * What a message means in its place in a conversation: a linear machine over its words and over what is known of it otherwise:
 * what rules and a likeness to examples took it for, what was read in it, what was spoken of before. Stacked generalisation,
 * Wolpert 1992; the machine as in linear-svm.ts, its margins made probabilities by one sharpness (Guo et al. 2017).
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { packedRow } from '../../knowledge/language/concept-meanings.ts';
import type { InContextClassifier, MessageInContext } from '../types.ts';
import { wordFeatures } from './features.ts';
import { best, softmax } from './intent-judge.ts';
import { type LinearSvm, type SvmRow, svmScores, trainLinearSvm } from './linear-svm.ts';
import { fitTfidf, type Tfidf, transform } from './tfidf.ts';

export interface ContextExample extends Pick<MessageInContext, 'words' | 'signals'> {
  readonly intent: string;
}

export interface Stack {
  readonly intents: readonly string[];
  readonly tfidf: Tfidf;
  /** Columns of the signals, behind those of the words. */
  readonly signals: ReadonlyMap<string, number>;
  readonly svm: LinearSvm;
  readonly sharpness: number;
}

/** Found by leaving each writer out in turn. */
const cost = 0.1;
const tolerance = 0.1;
const leastTexts = 2;
/** Words count for so much beside the signals, most of which are 0 or 1. */
const wordWeight = 3;
const folds = 5;

const viewsOf = (words: string): readonly (readonly string[])[] => {
  const features = wordFeatures(words);
  return [features.words, features.stems];
};

const rowOf = (
  { tfidf, signals }: Pick<Stack, 'tfidf' | 'signals'>,
  message: Pick<MessageInContext, 'words' | 'signals'>,
): SvmRow => {
  const text = transform(tfidf, viewsOf(message.words));
  const ids = [...text.ids];
  const values = Array.from(text.values, v => v * wordWeight);
  for (const [name, value] of Object.entries(message.signals)) {
    const column = signals.get(name);
    if (column === undefined) continue;
    ids.push(column);
    values.push(value);
  }
  return { ids: Int32Array.from(ids), values: Float32Array.from(values) };
};

const fitOnce = (
  examples: readonly ContextExample[],
  intents: readonly string[],
  seed: number,
): Omit<Stack, 'sharpness'> => {
  const tfidf = fitTfidf(
    examples.map(e => viewsOf(e.words)),
    leastTexts,
  );
  const seen = new Map<string, number>();
  for (const { signals } of examples)
    for (const name of Object.keys(signals)) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen].flatMap(([name, texts]) => (texts >= leastTexts ? [name] : [])).sort();
  const signals = new Map(names.map((name, i) => [name, tfidf.width + i]));
  const place = new Map(intents.map((intent, i) => [intent, i]));
  const svm = trainLinearSvm(
    examples.map(e => rowOf({ tfidf, signals }, e)),
    Int32Array.from(examples, e => place.get(e.intent)!),
    intents.length,
    tfidf.width + names.length,
    { cost, seed, tolerance },
  );
  return { intents, tfidf, signals, svm };
};

/** Throws RangeError with fewer than two intents. The same examples and seed give the same. */
export const fitStack = (examples: readonly ContextExample[], seed: number): Stack => {
  const intents = [...new Set(examples.map(e => e.intent))].sort();
  if (intents.length < 2) throw new RangeError(`Intents in context need at least two intents, got ${intents.length}`);
  const heldOut: { scores: Float64Array; label: number }[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const taught = examples.filter((_, i) => i % folds !== fold);
    const part = fitOnce(taught, intents, seed);
    for (const [i, e] of examples.entries())
      if (i % folds === fold)
        heldOut.push({ scores: svmScores(part.svm, rowOf(part, e)), label: intents.indexOf(e.intent) });
  }
  return { ...fitOnce(examples, intents, seed), sharpness: sharpnessFor(heldOut) };
};

/** The sharpness under which what was held out is least surprising. */
const sharpnessFor = (heldOut: readonly { scores: Float64Array; label: number }[]): number => {
  let [chosen, least] = [1, Number.POSITIVE_INFINITY];
  for (let sharpness = 0.5; sharpness < 10; sharpness *= 1.15) {
    let loss = 0;
    for (const { scores, label } of heldOut) loss -= Math.log(Math.max(1e-9, softmax(scores, sharpness)[label]!));
    if (loss < least) [chosen, least] = [sharpness, loss];
  }
  return chosen;
};

/** Of each label in the order of `intents`; they add up to 1. */
export const probabilitiesOf = (stack: Stack, message: Pick<MessageInContext, 'words' | 'signals'>): Float64Array =>
  softmax(svmScores(stack.svm, rowOf(stack, message)), stack.sharpness);

export const openStack = <Label extends string>(stack: Stack): InContextClassifier<Label> => ({
  judge(message) {
    const probabilities = probabilitiesOf(stack, message);
    const at = best(probabilities);
    return {
      intent: stack.intents[at] as Label,
      probability: probabilities[at]!,
      of: intent => probabilities[stack.intents.indexOf(intent)] ?? 0,
    };
  },
});

const wordsSchema = z.array(z.array(z.tuple([z.string(), z.number()])));
export const packedSchema = z.object({
  intents: z.array(z.string()),
  sharpness: z.number().positive(),
  biases: z.array(z.number()),
  /** Per view, each word with its inverse document frequency, as JSON, deflated: see `wordsSchema`. */
  words: z.base64(),
  signals: z.array(z.string()),
  /** Row after row, of words and then of signals: bytes -127..127 times `scale`, most of them 0, deflated. */
  weights: z.object({ scale: z.number().positive(), deflated: z.base64() }),
});

/** Plain data, weights to a byte each. */
export const packedStack = ({ intents, tfidf, signals, svm, sharpness }: Stack): z.input<typeof packedSchema> => ({
  intents: [...intents],
  sharpness: rounded(sharpness),
  biases: [...svm.biases].map(rounded),
  words: deflateRawSync(
    JSON.stringify(tfidf.views.map(({ index, idf }) => [...index].map(([word, at]) => [word, rounded(idf[at]!)]))),
    { level: 9 },
  ).toString('base64'),
  signals: [...signals.keys()],
  weights: deflated(packedRow(svm.weights)),
});
const deflated = ({ scale, row }: { readonly scale: number; readonly row: string }) => ({
  scale,
  deflated: deflateRawSync(Buffer.from(row, 'base64'), { level: 9 }).toString('base64'),
});
const rounded = (value: number): number => Number(value.toPrecision(4));

/** Throws ZodError where `packed` is not what packedStack gives. */
export const unpackedStack = (packed: unknown): Stack => {
  const { intents, sharpness, biases, words, signals, weights } = packedSchema.parse(packed);
  let width = 0;
  const lists = wordsSchema.parse(JSON.parse(inflateRawSync(Buffer.from(words, 'base64')).toString()));
  const views = lists.map(list => {
    const view = {
      index: new Map(list.map(([word], i) => [word, i])),
      idf: Float32Array.from(list, ([, idf]) => idf),
      offset: width,
    };
    width += list.length;
    return view;
  });
  const bytes = new Int8Array(inflateRawSync(Buffer.from(weights.deflated, 'base64')));
  return {
    intents,
    sharpness,
    tfidf: { width, views },
    signals: new Map(signals.map((name, i) => [name, width + i])),
    svm: {
      classes: intents.length,
      weights: Float32Array.from(bytes, byte => byte * weights.scale),
      dense: new Float32Array(0),
      biases: Float64Array.from(biases),
    },
  };
};
