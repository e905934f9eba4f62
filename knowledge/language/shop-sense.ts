/**
 * What a text means among the things people say to shops: a vector of concepts, learned from the sayings the product ships.
 * To a shop's few examples it is what a pretrained sentence encoder is, in both languages and both mixed: "等了半个月连个影子都没见着"
 * and "where is my parcel" lie close together though they share no word. Multinomial naive Bayes over TF-IDF views (Rennie et al.
 * 2003), because it learns ten thousand sayings while the bot starts.
 */

import { fold } from '../retrieval/text/fold.ts';
import { chineseWords, stem } from '../retrieval/text/tokens.ts';
import { type ConceptMeanings, conceptMeanings } from './concept-meanings.ts';
import type { Saying } from './shop-language.ts';

export interface ShopSense {
  readonly concepts: readonly string[];
  /** One number a concept, >= 0, of length one: how likely the text means each. */
  vectorOf(text: string): Float32Array;
  /**
   * The same, and how much of what its words tell (by their rarity) any saying knows, 0..1: of little else is anything certain.
   * `meaning`: the text's sentence vector, by which English is heard beside its words.
   */
  readingOf(text: string, meaning?: Float32Array): { readonly vector: Float32Array; readonly familiar: number };
  /** Concepts with probabilities, likeliest first; for people to look at. */
  meaningsOf(text: string): { readonly concept: string; readonly probability: number }[];
}

const token = /\p{Script=Han}+|[\p{L}\p{N}]+(?:'\p{L}+)?/gu;
const longestText = 400;
const longestWord = 20;

/** Two views: words with English stems and pairs; and characters, one to three of Chinese, three to four within Latin words. */
const viewsOf = (text: string): readonly [words: string[], pieces: string[]] => {
  const words: string[] = [];
  const pieces: string[] = [];
  let before = '‹';
  for (const [run] of fold(text).slice(0, longestText).matchAll(token)) {
    if (/^\p{Script=Han}/u.test(run)) {
      for (const word of chineseWords(run)) {
        words.push(word, `${before} ${word}`);
        before = word;
      }
      const characters = ['‹', ...run, '›'];
      for (let i = 0; i < characters.length; i++) {
        pieces.push(characters[i]!);
        if (i + 1 < characters.length) pieces.push(characters[i]! + characters[i + 1]!);
        if (i + 2 < characters.length) pieces.push(characters[i]! + characters[i + 1]! + characters[i + 2]!);
      }
      continue;
    }
    const word = stem(run.slice(0, longestWord));
    words.push(word, `${before} ${word}`);
    before = word;
    const padded = ` ${run.slice(0, longestWord)} `;
    for (const n of [3, 4]) for (let i = 0; i + n <= padded.length; i++) pieces.push(padded.slice(i, i + n));
  }
  return [words, pieces];
};

/** How many parts in ten thousand of a concept a feature not met in it is taken to be. */
const unseen = 0.3;
const scale = 10_000;
const strangeShare = 0.3;
/** Sharpens the posterior of naive Bayes, whose views count every overlapping piece; tried on sayings of other wording. */
const sharpness = 0.8;

/** What was learned, as plain data: it can be kept in a file and sent to another thread. */
export interface LearnedSense {
  readonly concepts: readonly string[];
  readonly sayings: number;
  /** Numbers of the features, a view each. */
  readonly index: readonly [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
  readonly idf: Float64Array;
  /** Where a feature's concepts start, and how many they are. */
  readonly starts: Int32Array;
  readonly sizes: Int32Array;
  readonly byFeature: Uint16Array;
  readonly weights: Float32Array;
}

/** Throws RangeError when the sayings name fewer than two concepts. */
export const fitShopSense = (sayings: readonly Saying[]): LearnedSense => {
  const concepts = [...new Set(sayings.map(s => s.concept))].sort();
  if (concepts.length < 2) throw new RangeError(`Sayings of at least two concepts are needed, got ${concepts.length}`);
  const place = new Map(concepts.map((concept, i) => [concept, i]));
  const index: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  const texts: number[] = [];
  // Every feature of every view of every saying, one after the other; `ends` closes a view.
  const ids: number[] = [];
  const counts: number[] = [];
  const ends: number[] = [];
  for (const { text } of sayings) {
    for (const [v, view] of viewsOf(text).entries()) {
      const sorted = view.sort();
      for (let i = 0; i < sorted.length; i++) {
        if (i > 0 && sorted[i] === sorted[i - 1]) {
          counts[counts.length - 1]! += 1;
          continue;
        }
        let id = index[v]!.get(sorted[i]!);
        if (id === undefined) {
          id = texts.length;
          index[v]!.set(sorted[i]!, id);
          texts.push(0);
        }
        texts[id]! += 1;
        ids.push(id);
        counts.push(1);
      }
      ends.push(ids.length);
    }
  }
  const idf = Float64Array.from(texts, n => Math.log((1 + sayings.length) / (1 + n)) + 1);

  // The same entries by feature: a concept may stand there more than once, and its parts add up.
  const starts = new Int32Array(texts.length + 1);
  for (let id = 0; id < texts.length; id++) starts[id + 1] = starts[id]! + texts[id]!;
  const filled = starts.slice();
  const byFeature = new Uint16Array(ids.length);
  const weights = new Float32Array(ids.length);
  const total = new Float64Array(concepts.length);
  let at = 0;
  for (const [view, end] of ends.entries()) {
    const concept = place.get(sayings[view >> 1]!.concept)!;
    let square = 0;
    for (let i = at; i < end; i++) square += weightOf(counts[i]!, idf[ids[i]!]!) ** 2;
    for (const length = Math.sqrt(square); at < end; at++) {
      const value = weightOf(counts[at]!, idf[ids[at]!]!) / length;
      total[concept]! += value;
      const slot = filled[ids[at]!]!++;
      byFeature[slot] = concept;
      weights[slot] = value;
    }
  }
  // Sayings come concept by concept within a language: equal concepts of a feature are added up where the first stands.
  const sizes = new Int32Array(texts.length);
  const first = new Int32Array(concepts.length);
  for (let id = 0; id < texts.length; id++) {
    const from = starts[id]!;
    let end = from;
    for (let i = from; i < starts[id + 1]!; i++) {
      const concept = byFeature[i]!;
      const known = first[concept]!;
      if (known >= from && known < end && byFeature[known] === concept) weights[known]! += weights[i]!;
      else {
        first[concept] = end;
        byFeature[end] = concept;
        weights[end] = weights[i]!;
        end += 1;
      }
    }
    // Where a feature does not occur in a concept, all concepts get the same and it cancels: only what occurs is kept.
    for (let i = from; i < end; i++) {
      weights[i] = Math.log(1 + ((weights[i]! / total[byFeature[i]!]!) * scale) / unseen);
    }
    sizes[id] = end - from;
  }
  return { concepts, sayings: sayings.length, index, idf, starts, sizes, byFeature, weights };
};

/**
 * How words and meaning are weighed: sayings written by somebody else than those that were learned, half of them left out, are
 * heard right in .60 of the cases where words alone hear .47 and meaning alone .42, of 127 concepts.
 */
const ofWords = 0.3;
const ofMeaning = 8;
const unheard = 1e-4;

export const openShopSense = (learned: LearnedSense): ShopSense => {
  const { concepts, index, idf, starts, sizes, byFeature, weights } = learned;
  const rarest = Math.log(1 + learned.sayings) + 1;
  const strange = (strangeShare * rarest) ** 2;
  let near: ConceptMeanings | undefined;
  // One memory for all texts.
  const scores = new Float64Array(concepts.length);
  /** Good until the next text. */
  const posterior = (text: string): { readonly p: Float64Array; readonly familiar: number } => {
    scores.fill(0);
    let known = 0;
    let told = 0;
    for (const [v, view] of viewsOf(text).entries()) {
      const counts = new Map<number, number>();
      // What no saying holds says nothing, and makes the rest say less: a text of another trade is no clear case of anything.
      let square = 0;
      for (const feature of view) {
        const id = index[v]!.get(feature);
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
        else square += strange;
        if (v === 0 && !feature.includes(' ')) {
          const tells = id === undefined ? rarest : idf[id]!;
          told += tells;
          if (id !== undefined) known += tells;
        }
      }
      for (const [id, count] of counts) square += weightOf(count, idf[id]!) ** 2;
      const length = Math.sqrt(square);
      for (const [id, count] of counts) {
        const value = weightOf(count, idf[id]!) / length;
        const end = starts[id]! + sizes[id]!;
        for (let k = starts[id]!; k < end; k++) scores[byFeature[k]!]! += value * weights[k]!;
      }
    }
    let top = Number.NEGATIVE_INFINITY;
    for (const score of scores) top = Math.max(top, score);
    let sum = 0;
    for (let c = 0; c < scores.length; c++) {
      scores[c] = Math.exp((scores[c]! - top) * sharpness);
      sum += scores[c]!;
    }
    for (let c = 0; c < scores.length; c++) scores[c]! /= sum;
    return { p: scores, familiar: told > 0 ? known / told : 0 };
  };

  /** Log-linear: what the words tell, flattened, times how near the sentence lies to each concept. */
  const hearBy = (meaning: Float32Array, p: Float64Array): void => {
    near ??= conceptMeanings(concepts);
    const { width, rows } = near;
    let sum = 0;
    for (let c = 0; c < p.length; c++) {
      let dot = 0;
      for (let k = 0, from = c * width; k < width; k++) dot += meaning[k]! * rows[from + k]!;
      p[c] = (p[c]! + unheard) ** ofWords * Math.exp(ofMeaning * dot);
      sum += p[c]!;
    }
    for (let c = 0; c < p.length; c++) p[c]! /= sum;
  };

  const readingOf: ShopSense['readingOf'] = (text, meaning) => {
    const { p, familiar } = posterior(text);
    if (meaning) hearBy(meaning, p);
    let square = 0;
    for (const v of p) square += v * v;
    const length = Math.sqrt(square);
    const vector = new Float32Array(p.length);
    for (let c = 0; c < vector.length; c++) vector[c] = p[c]! / length;
    return { vector, familiar };
  };
  return {
    concepts,
    vectorOf: text => readingOf(text).vector,
    readingOf,
    meaningsOf: text => {
      const { p } = posterior(text);
      return concepts
        .map((concept, c) => ({ concept, probability: p[c]! }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
};

/** Throws RangeError when the sayings name fewer than two concepts. */
export const learnShopSense = (sayings: readonly Saying[]): ShopSense => openShopSense(fitShopSense(sayings));

const weightOf = (count: number, idf: number): number => (1 + Math.log(count)) * idf;
