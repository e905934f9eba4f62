/**
 * Short texts (titles, questions, passages) as sparse vectors of unit length, twice: words and word pairs, which carry
 * meaning, and character n-grams, which survive typos, endings and Chinese that nobody cut into words. Features are hashed
 * to 32 bits and weighted by their rarity among the texts; likeness is the cosine.
 */
import { isConcept } from './concepts.ts';
import { hashText, nextHash } from './hash.ts';
import { termsOf } from './tokens.ts';

export interface Likeness {
  /** Cosine to each text, 0..1. */
  readonly words: Float32Array;
  readonly characters: Float32Array;
  /** What is talked about, whatever it is called (concepts.ts). */
  readonly concepts: Float32Array;
}

export interface UnitVectors {
  readonly size: number;
  /** Valid until the next call. */
  likeness(folded: string, terms?: readonly string[]): Likeness;
}

const seedOfWords = 0x811c9dc5;
const seedOfCharacters = 0x9e3779b9;

/** Emptied by whoever uses it, so that features are good until the next are asked for: making one for every text is what a build would wait for most. */
const scratchSet = new Set<number>();

/** Words as termsOf gives them, and pairs of neighbouring Latin words with nothing left out ("not received", "how much"). */
const wordFeatures = (folded: string, terms: readonly string[]): ReadonlySet<number> => {
  const features = scratchSet;
  features.clear();
  for (const term of terms) features.add(hashText(term, seedOfWords) | 0);
  let before = '';
  for (const [word] of folded.matchAll(/[a-z0-9]+(?:'[a-z]+)?/g)) {
    if (before) features.add(hashText(`${before} ${word}`, seedOfWords) | 0);
    before = word;
  }
  return features;
};

const conceptFeatures = (terms: readonly string[]): readonly number[] =>
  terms.filter(isConcept).map(concept => hashText(concept, seedOfWords) | 0);

const shortest = 2;
const longest = 5;
const longestWord = 24;
/** More of them say no more about what is asked. */
const mostFeatures = 600;

/** Hashes (signed, which the runtime keeps in sets without a box) of all n characters in a row, `least` to `most`, each begun where the shorter one ended. */
const addRuns = (text: string, least: number, most: number, into: Set<number>): void => {
  for (let i = 0; i < text.length; i++) {
    let hash = seedOfCharacters;
    for (let n = 1; n <= most && i + n <= text.length; n++) {
      hash = nextHash(hash, text.charCodeAt(i + n - 1));
      if (n >= least) into.add(hash | 0);
    }
  }
};

/** 2- to 5-grams within the borders of a Latin word; single characters to three in a row of Chinese. */
const characterFeatures = (folded: string): ReadonlySet<number> => {
  const features = scratchSet;
  features.clear();
  for (const [run] of folded.matchAll(/[a-z0-9]+|\p{Script=Han}+/gu)) {
    if (/[a-z0-9]/.test(run[0]!)) {
      addRuns(` ${run.slice(0, longestWord)} `, shortest, longest, features);
    } else addRuns(run, 1, 3, features);
    if (features.size > mostFeatures) break;
  }
  return features;
};

interface Block {
  addTo(into: Float32Array, features: Iterable<number>): void;
}

/** A feature that nearly every text has costs as much time as all the others together and tells nothing. */
const commonShare = 0.2;
const commonFrom = 4_000;

const createBlock = (units: readonly Int32Array[]): Block => {
  const numbers = new Map<number, number>();
  const counts: number[] = [];
  const numbered = units.map(features =>
    features.map(feature => {
      let number = numbers.get(feature);
      if (number === undefined) {
        number = counts.length;
        numbers.set(feature, number);
        counts.push(0);
      }
      counts[number]! += 1;
      return number;
    }),
  );
  const idf = (n: number): number => Math.log((units.length + 1) / (n + 1)) + 1;
  const rarest = idf(0);
  const weights = Float64Array.from(counts, idf);
  const inverseNorms = Float32Array.from(numbered, features => {
    let sum = 0;
    for (const feature of features) sum += weights[feature]! ** 2;
    return sum > 0 ? 1 / Math.sqrt(sum) : 0;
  });
  const tooMany = units.length > commonFrom ? commonShare * units.length : Number.POSITIVE_INFINITY;
  // Who has feature f: from starts[f] to starts[f + 1], nobody where it is too common.
  const starts = new Int32Array(counts.length + 1);
  counts.forEach((count, f) => {
    starts[f + 1] = starts[f]! + (count > tooMany ? 0 : count);
  });
  const owners = new Int32Array(starts[counts.length]!);
  const filled = starts.slice();
  numbered.forEach((features, unit) => {
    for (const f of features) {
      if (counts[f]! > tooMany) continue;
      owners[filled[f]!] = unit;
      filled[f]! += 1;
    }
  });
  return {
    addTo(into, features) {
      let norm = 0;
      for (const feature of features) {
        const f = numbers.get(feature);
        norm += (f === undefined ? rarest : weights[f]!) ** 2;
      }
      if (norm === 0) return;
      const scale = 1 / Math.sqrt(norm);
      for (const feature of features) {
        const f = numbers.get(feature);
        if (f === undefined) continue;
        const weight = weights[f]! ** 2 * scale;
        for (let i = starts[f]!; i < starts[f + 1]!; i++) into[owners[i]!]! += weight;
      }
      for (let i = 0; i < into.length; i++) into[i]! *= inverseNorms[i]!;
    },
  };
};

/** `units`: folded texts; `terms`: what termsOf gives for each. */
export const createUnitVectors = (
  units: readonly string[],
  terms: readonly (readonly string[])[] = units.map(termsOf),
): UnitVectors => {
  const words = createBlock(units.map((unit, u) => Int32Array.from(wordFeatures(unit, terms[u]!))));
  const characters = createBlock(units.map(unit => Int32Array.from(characterFeatures(unit))));
  const concepts = createBlock(terms.map(said => Int32Array.from(conceptFeatures(said))));
  const scratch = {
    words: new Float32Array(units.length),
    characters: new Float32Array(units.length),
    concepts: new Float32Array(units.length),
  };
  return {
    size: units.length,
    likeness(folded, said = termsOf(folded)) {
      scratch.words.fill(0);
      scratch.characters.fill(0);
      scratch.concepts.fill(0);
      words.addTo(scratch.words, wordFeatures(folded, said));
      characters.addTo(scratch.characters, characterFeatures(folded));
      concepts.addTo(scratch.concepts, conceptFeatures(said));
      return scratch;
    },
  };
};
