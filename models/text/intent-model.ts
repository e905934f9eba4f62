/**
 * Which intent a text has, learned from examples: a linear machine over words, stems and character pieces, joined with a
 * sentence vector where an encoder is given; a probability calibrated, and a threshold for "none of these" set, on
 * training examples held out, never on anything else.
 */
import { seededRandom } from '../../knowledge/domain/random.ts';
import { textFeatures } from './features.ts';
import { type LinearSvm, type SvmRow, trainLinearSvm } from './linear-svm.ts';
import type { ShopSense } from './shop-sense.ts';
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
  readonly ranked: readonly { readonly intent: string; readonly probability: number }[];
}

export interface IntentModel {
  readonly intents: readonly string[];
  readonly threshold: number;
  /** `vector` as in training: given if the examples had one. Throws RangeError otherwise. */
  classify(text: string, vector?: Float32Array, said?: string): IntentGuess;
}

export interface IntentTraining {
  readonly seed: number;
  /** General shop language to read texts with; without it only the examples' own words count. */
  readonly sense?: ShopSense;
  /** Texts known to have none of the intents, if there are any; they help to set the threshold. */
  readonly outOfScope?: readonly Pick<IntentExample, 'text' | 'vector'>[];
}

/** Beside TF-IDF views of length one each; found by trying on BANKING77's training part, 5 examples an intent to all. */
const vectorWeight = 2;
const senseWeight = 2;
/** A class's mean vector tells better than the machine's margin how far a text lies from all that was taught. */
const meanWeight = 2;
const cost = 0.5;
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

const textOf = (
  { text, said = text, vector }: Pick<IntentExample, 'text' | 'said' | 'vector'>,
  sense: ShopSense | undefined,
): Text => {
  const { words, pieces, stems } = textFeatures(text);
  const meant = sense?.vectorOf(said) ?? new Float32Array(0);
  const dense = new Float32Array(meant.length + (vector?.length ?? 0));
  for (let k = 0; k < meant.length; k++) dense[k] = meant[k]! * senseWeight;
  if (vector) for (let k = 0; k < vector.length; k++) dense[meant.length + k] = vector[k]! * vectorWeight;
  return { views: [words, pieces, stems], dense };
};

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

const learn = (examples: readonly Prepared[], classes: number, seed: number): Fitted => {
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
    { cost, seed },
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
    familiarity += meanWeight * nearest;
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
const holdOut = (examples: readonly Prepared[], classes: number, training: IntentTraining): HeldOut => {
  const known: HeldOut['known'] = [];
  const strange: Judged[] = [];
  const random = seededRandom(training.seed);
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
    const fitted = learn(taught, classes, training.seed);
    const present = new Set(taught.map(e => e.label));
    for (const e of asked) if (present.has(e.label)) known.push({ judged: judge(fitted, e), label: e.label });
    for (const e of alien) strange.push(judge(fitted, e));
    for (const e of training.outOfScope ?? []) strange.push(judge(fitted, textOf(e, training.sense)));
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
const friendWeight = 3;
/** Whatever the strangers say, no more friends than this share are turned away. */
const mostTurnedAway = 0.06;
const fitThreshold = ({ known, strange }: HeldOut): number => {
  const friends = known.map(k => k.judged.familiarity).sort((a, b) => a - b);
  const strangers = strange.map(s => s.familiarity).sort((a, b) => a - b);
  if (friends.length === 0) return Number.NEGATIVE_INFINITY;
  if (strangers.length === 0) return friends[Math.floor(friends.length * 0.03)]!;
  let chosen = friends[0]!;
  let most = Number.NEGATIVE_INFINITY;
  let below = 0;
  for (const [i, candidate] of friends.entries()) {
    if (i > mostTurnedAway * friends.length) break;
    while (below < strangers.length && strangers[below]! < candidate) below += 1;
    const value = friendWeight * (1 - i / friends.length) + below / strangers.length;
    if (value > most) {
      most = value;
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
  const prepared: Prepared[] = examples.map(e => ({
    ...textOf(e, training.sense),
    label: place.get(e.intent)!,
  }));
  const heldOut = holdOut(prepared, intents.length, training);
  const sharpness = fitSharpness(heldOut.known);
  const threshold = fitThreshold(heldOut);
  const fitted = learn(prepared, intents.length, training.seed);
  return {
    intents,
    threshold,
    classify(text, vector, said = text) {
      if ((vector !== undefined) !== withVector > 0) {
        throw new RangeError(
          `A text is judged ${withVector > 0 ? 'with' : 'without'} a sentence vector, as it was taught`,
        );
      }
      const { scores, familiarity } = judge(
        fitted,
        textOf(vector ? { text, said, vector } : { text, said }, training.sense),
      );
      const probabilities = softmax(scores, sharpness);
      const ranked = intents
        .map((intent, c) => ({ intent, probability: probabilities[c]! }))
        .sort((a, b) => b.probability - a.probability);
      const top = ranked[0]!;
      return { ...top, familiarity, inScope: familiarity >= threshold, ranked };
    },
  };
};
