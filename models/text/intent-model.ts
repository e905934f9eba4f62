/**
 * Which intent a text has, learned from examples: a linear machine over words, stems and character pieces, joined with a
 * sentence vector where an encoder is given; a probability calibrated, and a threshold for "none of these" set, on
 * training examples held out, never on anything else.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import type { ShopSense } from '../../knowledge/language/shop-sense.ts';
import { type TextFeatures, textFeatures } from './features.ts';
import { type LinearSvm, type SvmRow, trainLinearSvm } from './linear-svm.ts';
import { nearestMeanAccuracy, rowOfVector } from './nearest-mean.ts';
import { fitTfidf, type Tfidf } from './tfidf.ts';

export interface IntentExample {
  readonly text: string;
  /** What the shop sense reads, when it is another wording than `text`. */
  readonly said?: string;
  readonly intent: string;
  /** The text's sentence vector of length one; given for all examples or for none. */
  readonly vector?: Float32Array;
}

export interface IntentGuess {
  readonly intent: string;
  /** 0..1, calibrated among the known intents. */
  readonly probability: number;
  /** How much the text is like anything that was taught; compared with `threshold`. */
  readonly familiarity: number;
  readonly inScope: boolean;
  /** All intents, likeliest first. */
  ranked(): readonly { readonly intent: string; readonly probability: number }[];
}

export interface IntentModel {
  readonly intents: readonly string[];
  readonly threshold: number;
  /** What the shop sense counted for, 0 (not used) .. 2. */
  readonly senseWeight: number;
  /** `vector` as in training: given if the examples had one. Throws RangeError otherwise. */
  classify(text: string, vector?: Float32Array, said?: string): IntentGuess;
}

export interface IntentTraining {
  readonly seed: number;
  /** General shop language to read texts with; without it only the examples' own words count. */
  readonly sense?: ShopSense;
  /** No more than this share of held-out examples are turned away as none of the intents, 0..1; 0.12 unless given. */
  readonly turnedAwayAtMost?: number;
  /** Texts known to have none of the intents, if there are any; they help to set the threshold. */
  readonly outOfScope?: readonly Pick<IntentExample, 'text' | 'vector'>[];
}

/** Beside TF-IDF views of length one each; found by trying on BANKING77's training part, 5 examples an intent to all. */
const vectorWeight = 2;
/** Where the shop sense tells the intents apart at least as well as their words do. */
const mostSenseWeight = 2;
/** From this many examples an intent on, the shop sense counts the less the more of its own words an intent has. */
const fewExamples = 10;
/** A class's mean vector tells better than the machine's margin how far a text lies from all that was taught. */
const meanWeight = 2;
const cost = 0.5;
/** How closely a machine is fitted: the one that is kept, and those that only tell how it would do on new texts. */
const fine = 0.1;
const rough = 0.5;
/** From this many examples an intent on, a feature has to occur twice. */
const plenty = 20;

interface Fitted {
  /** With plenty of examples stems and pairs repeat what words and pieces say; with few they carry over. */
  readonly views: 2 | 3;
  readonly tfidf: Tfidf;
  readonly svm: LinearSvm;
  /** Class means of the dense parts, each of length one, one after the other; null without them. */
  readonly means: Float32Array | null;
}

interface Prepared {
  readonly views: readonly (readonly string[])[];
  /** What the shop sense and the encoder make of the text, weighted and side by side; of no length without both. */
  readonly dense: Float32Array;
  readonly label: number;
}

type Text = Omit<Prepared, 'label'>;
type Asked = Pick<IntentExample, 'text' | 'said' | 'vector'>;

/** A text cut up and read with the shop sense: all that is known of it before anything is learned. */
interface Read {
  readonly features: TextFeatures;
  /** Of no length without the shop sense. */
  readonly meant: Float32Array;
  readonly vector: Float32Array | undefined;
}

const nothingMeant = new Float32Array(0);
const readWith = (sense: ShopSense | undefined, { text, said = text, vector }: Asked): Read => ({
  features: textFeatures(text),
  meant: sense ? sense.vectorOf(said) : nothingMeant,
  vector,
});

const weighed = ({ features: { words, pieces, stems }, meant, vector }: Read, senseWeight: number): Text => {
  const width = senseWeight > 0 ? meant.length : 0;
  const dense = new Float32Array(width + (vector?.length ?? 0));
  for (let k = 0; k < width; k++) dense[k] = meant[k]! * senseWeight;
  if (vector) for (let k = 0; k < vector.length; k++) dense[width + k] = vector[k]! * vectorWeight;
  return { views: [words, pieces, stems], dense };
};

/**
 * What the shop sense is worth for these intents: all where it tells them apart as well as their words do, as with a shop's
 * intents; next to nothing for another trade, a bank's, where it would only mislead. Never looks at anything but the examples.
 */
const senseWeightFor = (examples: readonly Read[], labels: readonly number[], classes: number): number => {
  const views = examples.map(({ features: { words, stems } }) => [words, stems]);
  const tfidf = fitTfidf(views, 1);
  const byWords = nearestMeanAccuracy(
    views.map(v => tfidf.transform(v)),
    labels,
    classes,
    tfidf.width,
  );
  const bySense = nearestMeanAccuracy(
    examples.map(e => rowOfVector(e.meant)),
    labels,
    classes,
    examples[0]!.meant.length,
  );
  const share = byWords === 0 ? 1 : Math.min(1, bySense / byWords);
  const scarcity = Math.min(1, (fewExamples * classes) / examples.length);
  return share < leastSense ? 0 : mostSenseWeight * scarcity * share ** 2;
};
/** Told apart less than this share as well as by words: left out, which saves its time. */
const leastSense = 0.3;

const rowOf = (tfidf: Tfidf, { views, dense }: Text, count: number): SvmRow => {
  const sparse = tfidf.transform(views.slice(0, count));
  return dense.length > 0 ? { ...sparse, dense } : sparse;
};

const lengthOf = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0));

const meansOf = (examples: readonly Prepared[], classes: number): Float32Array | null => {
  const width = examples[0]?.dense.length ?? 0;
  if (width === 0) return null;
  const means = new Float32Array(classes * width);
  for (const { dense, label } of examples) {
    for (let k = 0; k < width; k++) means[label * width + k]! += dense[k]!;
  }
  for (let c = 0; c < classes; c++) {
    const mean = means.subarray(c * width, (c + 1) * width);
    const length = lengthOf(mean);
    if (length > 0) for (let k = 0; k < width; k++) mean[k]! /= length;
  }
  return means;
};

const learn = (examples: readonly Prepared[], classes: number, seed: number, tolerance: number): Fitted => {
  const isPlenty = examples.length >= plenty * classes;
  const views = isPlenty ? 2 : 3;
  const tfidf = fitTfidf(
    examples.map(e => e.views.slice(0, views)),
    isPlenty ? 2 : 1,
  );
  const rows = examples.map(e => rowOf(tfidf, e, views));
  const svm = trainLinearSvm(
    rows,
    Int32Array.from(examples, e => e.label),
    classes,
    tfidf.width,
    { cost, seed, tolerance },
  );
  return { views, tfidf, svm, means: meansOf(examples, classes) };
};

const best = (scores: ArrayLike<number>): number => {
  let at = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[at]!) at = c;
  return at;
};

interface Judged {
  readonly scores: Float64Array;
  readonly familiarity: number;
}

const judge = ({ tfidf, svm, means, views }: Fitted, text: Text): Judged => {
  const scores = svm.scores(rowOf(tfidf, text, views));
  let familiarity = scores[best(scores)]!;
  const { dense } = text;
  const length = lengthOf(dense);
  if (means && length > 0) {
    let nearest = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < means.length; at += dense.length) {
      let sum = 0;
      for (let k = 0; k < dense.length; k++) sum += means[at + k]! * dense[k]!;
      nearest = Math.max(nearest, sum / length);
    }
    familiarity += meanWeight * Math.min(1, (length / vectorWeight) ** 2) * nearest;
  }
  return { scores, familiarity };
};

const softmax = (scores: Float64Array, sharpness: number): Float64Array => {
  const top = scores[best(scores)]!;
  const out = scores.map(s => Math.exp((s - top) * sharpness));
  const sum = out.reduce((a, b) => a + b, 0);
  return out.map(v => v / sum);
};

interface HeldOut {
  readonly known: { readonly judged: Judged; readonly label: number }[];
  readonly strange: Judged[];
}

const rounds = 3;

/**
 * Judgements of texts their judge was not taught: in each round a third of the intents is left out whole, to stand for what
 * nobody taught, and a fifth of the examples of the others.
 */
const holdOut = (
  examples: readonly Prepared[],
  outOfScope: readonly Text[],
  classes: number,
  seed: number,
): HeldOut => {
  const known: HeldOut['known'] = [];
  const strange: Judged[] = [];
  const random = seededRandom(seed);
  const group = Array.from({ length: classes }, (_, c) => ({ c, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ c }) => c);
  const roundOf = new Map(group.map((c, i) => [c, i % rounds]));
  for (let round = 0; round < rounds; round++) {
    const taught: Prepared[] = [];
    const asked: Prepared[] = [];
    const alien: Prepared[] = [];
    const turn = new Map<number, number>();
    for (const example of examples) {
      if (classes >= 2 * rounds && roundOf.get(example.label) === round) alien.push(example);
      else {
        const nth = turn.get(example.label) ?? 0;
        turn.set(example.label, nth + 1);
        (nth % 5 === (round + example.label) % 5 ? asked : taught).push(example);
      }
    }
    // Labels keep their numbers; a class without a row gets a machine that always says no.
    const fitted = learn(taught, classes, seed, rough);
    const present = new Set(taught.map(e => e.label));
    for (const e of asked) if (present.has(e.label)) known.push({ judged: judge(fitted, e), label: e.label });
    for (const e of alien) strange.push(judge(fitted, e));
    for (const e of outOfScope) strange.push(judge(fitted, e));
  }
  return { known, strange };
};

/** The sharpness under which held-out examples are least surprising: Guo et al. 2017, on a grid. */
const fitSharpness = (known: HeldOut['known']): number => {
  let chosen = 4;
  let least = Number.POSITIVE_INFINITY;
  for (let sharpness = 1; sharpness < 40; sharpness *= 1.15) {
    let loss = 0;
    for (const { judged, label } of known) loss -= Math.log(Math.max(1e-9, softmax(judged.scores, sharpness)[label]!));
    if (loss < least) {
      least = loss;
      chosen = sharpness;
    }
  }
  return chosen;
};

/**
 * Where "none of these" begins: as many strangers turned down as friends let in. Intents left out are nearer to those
 * taught than what shoppers really say beside the point, so the friends count `friendWeight` times.
 */
const friendWeight = 2;
const turnedAwayAtMost = 0.12;
const fitThreshold = ({ known, strange }: HeldOut, most: number): number => {
  const friends = known.map(k => k.judged.familiarity).sort((a, b) => a - b);
  const strangers = strange.map(s => s.familiarity).sort((a, b) => a - b);
  if (friends.length === 0) return Number.NEGATIVE_INFINITY;
  if (strangers.length === 0) return friends[Math.floor(friends.length * 0.03)]!;
  let chosen = friends[0]!;
  let highest = Number.NEGATIVE_INFINITY;
  let below = 0;
  for (const [i, candidate] of friends.entries()) {
    if (i > most * friends.length) break;
    while (below < strangers.length && strangers[below]! < candidate) below += 1;
    const value = friendWeight * (1 - i / friends.length) + below / strangers.length;
    if (value > highest) {
      highest = value;
      chosen = candidate;
    }
  }
  return chosen;
};

/** Throws RangeError with fewer than two intents, or when only some examples carry a vector. */
export const trainIntentModel = (examples: readonly IntentExample[], training: IntentTraining): IntentModel => {
  const intents = [...new Set(examples.map(e => e.intent))].sort();
  if (intents.length < 2) throw new RangeError(`An intent model needs at least two intents, got ${intents.length}`);
  const withVector = examples.filter(e => e.vector).length;
  if (withVector !== 0 && withVector !== examples.length) {
    throw new RangeError(`All examples carry a sentence vector or none does, got ${withVector} of ${examples.length}`);
  }
  const place = new Map(intents.map((intent, i) => [intent, i]));
  const labels = examples.map(e => place.get(e.intent)!);
  const { sense, seed } = training;
  const read = examples.map(e => readWith(sense, e));
  const senseWeight = sense ? senseWeightFor(read, labels, intents.length) : 0;
  // A sense that counts for nothing is not asked again.
  const heeded = senseWeight > 0 ? sense : undefined;
  const textOf = (asked: Asked): Text => weighed(readWith(heeded, asked), senseWeight);
  const prepared: Prepared[] = read.map((r, i) => ({ ...weighed(r, senseWeight), label: labels[i]! }));
  const strangers = (training.outOfScope ?? []).map(textOf);
  const heldOut = holdOut(prepared, strangers, intents.length, seed);
  const sharpness = fitSharpness(heldOut.known);
  const threshold = fitThreshold(heldOut, training.turnedAwayAtMost ?? turnedAwayAtMost);
  const fitted = learn(prepared, intents.length, seed, fine);
  return {
    intents,
    threshold,
    senseWeight,
    classify(text, vector, said = text) {
      if ((vector !== undefined) !== withVector > 0) {
        throw new RangeError(
          `A text is judged ${withVector > 0 ? 'with' : 'without'} a sentence vector, as it was taught`,
        );
      }
      const { scores, familiarity } = judge(fitted, textOf(vector ? { text, said, vector } : { text, said }));
      const probabilities = softmax(scores, sharpness);
      const at = best(probabilities);
      return {
        intent: intents[at]!,
        probability: probabilities[at]!,
        familiarity,
        inScope: familiarity >= threshold,
        ranked: () =>
          intents
            .map((intent, c) => ({ intent, probability: probabilities[c]! }))
            .sort((x, y) => y.probability - x.probability),
      };
    },
  };
};
