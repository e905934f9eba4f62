/**
 * What a text means among the things people say to shops: a vector of concepts, learned from the sayings the product ships.
 * To a shop's few examples it is what a pretrained sentence encoder is, in both languages and both mixed: "等了半个月连个影子都没见着"
 * and "where is my parcel" lie close together though they share no word. Multinomial naive Bayes over TF-IDF views (Rennie et al.
 * 2003), because it learns ten thousand sayings while the bot starts.
 */
import type { Saying } from '../../knowledge/language/shop-language.ts';
import { fold } from '../../knowledge/retrieval/fold.ts';
import { chineseWords, stem } from '../../knowledge/retrieval/tokens.ts';

export interface ShopSense {
  readonly concepts: readonly string[];
  /** One number a concept, >= 0, of length one: how likely the text means each. */
  vectorOf(text: string): Float32Array;
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

/** A feature's weights by concept, only where it occurs: where it doesn't, all concepts get the same and it cancels. */
interface FeatureWeights {
  idf: number;
  concepts: Int32Array;
  weights: Float32Array;
}

/** How many parts in ten thousand of a concept a feature not met in it is taken to be. */
const unseen = 0.3;
const scale = 10_000;
/** Sharpens the posterior of naive Bayes, whose views count every overlapping piece; tried on sayings of other wording. */
const sharpness = 0.8;

/** Throws RangeError when the sayings name fewer than two concepts. */
export const learnShopSense = (sayings: readonly Saying[]): ShopSense => {
  const concepts = [...new Set(sayings.map(s => s.concept))].sort();
  if (concepts.length < 2) throw new RangeError(`Sayings of at least two concepts are needed, got ${concepts.length}`);
  const place = new Map(concepts.map((concept, i) => [concept, i]));
  const index: [Map<string, number>, Map<string, number>] = [new Map(), new Map()];
  const texts: number[] = [];
  const rows = sayings.map(({ text, concept }) => ({
    concept: place.get(concept)!,
    views: viewsOf(text).map((view, v) => {
      const counts = new Map<number, number>();
      for (const feature of view) {
        let id = index[v]!.get(feature);
        if (id === undefined) {
          id = texts.length;
          index[v]!.set(feature, id);
          texts.push(0);
        }
        const count = counts.get(id) ?? 0;
        if (count === 0) texts[id]! += 1;
        counts.set(id, count + 1);
      }
      return counts;
    }),
  }));
  const idf = Float64Array.from(texts, n => Math.log((1 + rows.length) / (1 + n)) + 1);
  const mass: Map<number, number>[] = texts.map(() => new Map());
  const total = new Float64Array(concepts.length);
  for (const { concept, views } of rows) {
    for (const counts of views) {
      const length = lengthOf(counts, idf);
      for (const [id, count] of counts) {
        const value = weightOf(count, idf[id]!) / length;
        mass[id]!.set(concept, (mass[id]!.get(concept) ?? 0) + value);
        total[concept]! += value;
      }
    }
  }
  const features: FeatureWeights[] = mass.map((own, id) => ({
    idf: idf[id]!,
    concepts: Int32Array.from(own.keys()),
    weights: Float32Array.from(own, ([c, m]) => Math.log(1 + ((m / total[c]!) * scale) / unseen)),
  }));

  const posterior = (text: string): Float64Array => {
    const scores = new Float64Array(concepts.length);
    for (const [v, view] of viewsOf(text).entries()) {
      const counts = new Map<number, number>();
      for (const feature of view) {
        const id = index[v]!.get(feature);
        if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      const length = lengthOf(counts, idf);
      for (const [id, count] of counts) {
        const feature = features[id]!;
        const value = weightOf(count, feature.idf) / length;
        for (let k = 0; k < feature.concepts.length; k++) {
          scores[feature.concepts[k]!]! += value * feature.weights[k]!;
        }
      }
    }
    let top = Number.NEGATIVE_INFINITY;
    for (const score of scores) top = Math.max(top, score);
    let sum = 0;
    for (let c = 0; c < scores.length; c++) {
      scores[c] = Math.exp((scores[c]! - top) * sharpness);
      sum += scores[c]!;
    }
    return scores.map(p => p / sum);
  };

  return {
    concepts,
    vectorOf(text) {
      const p = posterior(text);
      const length = Math.sqrt(p.reduce((sum, v) => sum + v * v, 0));
      return Float32Array.from(p, v => v / length);
    },
    meaningsOf: text => {
      const p = posterior(text);
      return concepts
        .map((concept, c) => ({ concept, probability: p[c]! }))
        .sort((a, b) => b.probability - a.probability);
    },
  };
};

const weightOf = (count: number, idf: number): number => (1 + Math.log(count)) * idf;

const lengthOf = (counts: ReadonlyMap<number, number>, idf: Float64Array): number => {
  let square = 0;
  for (const [id, count] of counts) square += weightOf(count, idf[id]!) ** 2;
  return square > 0 ? Math.sqrt(square) : 1;
};
