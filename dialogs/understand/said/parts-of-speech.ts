/** What an English word may be, from the lexicon that `natural` tags words with (MIT): some 90,000 words as they occur in newspapers and novels. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const speech = {
  noun: 1,
  adjective: 2,
  verb: 4,
  /** "Sheds", "gives". */
  thirdPerson: 8,
  past: 16,
  participle: 32,
  gerund: 64,
  adverb: 128,
} as const;

const bitOf: Readonly<Record<string, number>> = {
  NN: speech.noun,
  NNS: speech.noun,
  NNP: speech.noun,
  NNPS: speech.noun,
  JJ: speech.adjective,
  JJR: speech.adjective,
  JJS: speech.adjective,
  VB: speech.verb,
  VBP: speech.verb,
  VBZ: speech.thirdPerson,
  VBD: speech.past,
  VBN: speech.participle,
  VBG: speech.gerund,
  RB: speech.adverb,
  RBR: speech.adverb,
};

let words: ReadonlyMap<string, number> | undefined;

/** Every part of speech that a folded word may be, as bits; 0 for a word the lexicon lacks. Read when first asked for. */
export const speechOf = (word: string): number => {
  if (!words) {
    const file = createRequire(import.meta.url).resolve(
      'natural/lib/natural/brill_pos_tagger/data/English/lexicon_from_posjs.json',
    );
    const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, readonly string[]>;
    const known = new Map<string, number>();
    for (const [entry, tags] of Object.entries(entries))
      if (/^[a-z]{2,20}$/.test(entry))
        known.set(
          entry,
          tags.reduce((bits, tag) => bits | (bitOf[tag] ?? 0), 0),
        );
    words = known;
  }
  return words.get(word) ?? 0;
};
