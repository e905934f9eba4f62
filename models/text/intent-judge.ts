/** A text as an intent machine sees it, and what a learned machine says to it. */
import type { ShopSense } from '../../knowledge/language/shop-sense.ts';
import { type TextFeatures, textFeatures } from './features.ts';
import { type LinearSvm, type SvmRow, svmScores } from './linear-svm.ts';
import { mannerFeatures } from './manner.ts';
import { type Tfidf, transform } from './tfidf.ts';
import { likenesses, type TunedTop } from './tuned-top.ts';

/** Beside TF-IDF views of length one each; found by trying on BANKING77's training part, 5 examples an intent to all. */
const vectorWeight = 2;
/** A class's mean vector tells better than the machine's margin how far a text lies from all that was taught. */
const meanWeight = 2;

/** Plain data: it can be kept in a file and sent to another thread. */
export interface Fitted {
  /** Which of a text's views count, by their places; see `weighed`. */
  readonly views: readonly number[];
  readonly tfidf: Tfidf;
  readonly svm: LinearSvm;
  /** Class means of the dense parts, each of length one, one after the other; null without them. */
  readonly means: Float32Array | null;
  /** The encoder's last steps as tuned on these intents, and what a cosine there counts for beside a margin; null without. */
  readonly tuned: { readonly top: TunedTop; readonly weight: number } | null;
  /** Taken off each class's score, see evenness.ts; null: nothing. */
  readonly taken: Float64Array | null;
}

export interface Prepared {
  readonly views: readonly (readonly string[])[];
  /** What the shop sense and the encoder make of the text, weighted and side by side; of no length without both. */
  readonly dense: Float32Array;
  /** What the tuned encoder works on. */
  readonly deep: Float32Array | undefined;
  readonly label: number;
}

export type Text = Omit<Prepared, 'label'>;
export interface Asked {
  readonly text: string;
  /** What the shop sense reads, when it is another wording than `text`. */
  readonly said?: string;
  /** Who said it, where that is known; heeded where the intents are few kinds of saying, see isBroad. */
  readonly by?: string;
  /** The text's sentence vector of length one. */
  readonly vector?: Float32Array;
  /** What the encoder's last steps work on; see tuned-top.ts. */
  readonly deep?: Float32Array;
}

/** A text cut up and read with the shop sense: all that is known of it before anything is learned. */
export interface Read {
  readonly features: TextFeatures;
  readonly manner: readonly string[];
  /** Of no length without the shop sense. */
  readonly meant: Float32Array;
  readonly vector: Float32Array | undefined;
  readonly deep: Float32Array | undefined;
}

const nothingMeant = new Float32Array(0);
export const readWith = (sense: ShopSense | undefined, { text, said = text, by, vector, deep }: Asked): Read => ({
  features: textFeatures(text),
  manner: mannerFeatures(text, by),
  meant: sense ? sense.vectorOf(said) : nothingMeant,
  vector,
  deep,
});

/** The views: words, pieces, stems, manner. */
export const weighed = (
  { features: { words, pieces, stems }, manner, meant, vector, deep }: Read,
  senseWeight: number,
): Text => {
  const width = senseWeight > 0 ? meant.length : 0;
  const dense = new Float32Array(width + (vector?.length ?? 0));
  for (let k = 0; k < width; k++) dense[k] = meant[k]! * senseWeight;
  if (vector) for (let k = 0; k < vector.length; k++) dense[width + k] = vector[k]! * vectorWeight;
  return { views: [words, pieces, stems, manner], dense, deep };
};

export const viewsOf = ({ views }: Text, heeded: readonly number[]): (readonly string[])[] =>
  heeded.map(v => views[v]!);

export const rowOf = (tfidf: Tfidf, text: Text, heeded: readonly number[]): SvmRow => {
  const { dense } = text;
  const sparse = transform(tfidf, viewsOf(text, heeded));
  return dense.length > 0 ? { ...sparse, dense } : sparse;
};

export const lengthOf = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, v) => sum + v * v, 0));

export const best = (scores: ArrayLike<number>): number => {
  let at = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[at]!) at = c;
  return at;
};

export interface Judged {
  readonly scores: Float64Array;
  readonly familiarity: number;
}

/** Familiarity is the machine's alone: a tuned encoder finds everything like something it was tuned on. */
export const judge = ({ tfidf, svm, means, views, tuned, taken }: Fitted, text: Text): Judged => {
  const scores = svmScores(svm, rowOf(tfidf, text, views));
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
  const said = tuned ? withLikeness(scores, likenessOf(tuned.top, text), tuned.weight) : scores;
  return { scores: taken ? without(said, taken) : said, familiarity };
};

/** Throws RangeError for a text that the encoder was not asked to read deeply. */
export const likenessOf = (top: TunedTop, { deep }: Text): Float64Array => {
  if (!deep) throw new RangeError('A tuned encoder judges only texts that were read deeply');
  return likenesses(top, deep);
};

export const withLikeness = (scores: Float64Array, likeness: Float64Array, weight: number): Float64Array =>
  scores.map((score, c) => score + weight * likeness[c]!);

export const without = (scores: Float64Array, taken: Float64Array): Float64Array =>
  scores.map((score, c) => score - taken[c]!);

export const softmax = (scores: Float64Array, sharpness: number): Float64Array => {
  const top = scores[best(scores)]!;
  const out = scores.map(s => Math.exp((s - top) * sharpness));
  const sum = out.reduce((a, b) => a + b, 0);
  return out.map(v => v / sum);
};
