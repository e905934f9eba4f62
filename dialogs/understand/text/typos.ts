import jaroWinkler from 'natural/lib/natural/distance/jaro-winkler_distance.js';
import { foreignCities } from '../../../knowledge/retrieval/pages/foreign-cities.ts';
import { singular } from '../../../knowledge/retrieval/text/tokens.ts';
import { britishSpelling, englishWordList } from './english-words.ts';
import { countryNames } from './places.ts';

/** Optimal string alignment distance (adjacent swaps count one), given up above `limit`. */
const editDistance = (a: string, b: string, limit: number): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return previous[b.length]!;
};

/** "Paris" is no misspelt "pairs". */
const cities = new Set([...foreignCities.en, ...countryNames].flatMap(name => name.split(' ')));
/** What goods have to go with: "iphone" is no misspelt "phone". */
const devices = new Set(
  'iphone iphones ipad ipads imac macbook macbooks airpods airtag android androids huawei xiaomi redmi oppo samsung galaxy pixel nokia lenovo thinkpad chromebook kindle garmin fitbit playstation nintendo xbox windows wechat alipay'.split(
    ' ',
  ),
);

export interface Speller {
  /** Folded text with misspelt Latin words replaced by the known word they are closest to. */
  correct(folded: string): string;
}

const byFirstLetter = (words: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const lists = new Map<string, string[]>();
  for (const word of new Set(words)) {
    if (word.length < 4) continue;
    const list = lists.get(word[0]!);
    if (list) list.push(word);
    else lists.set(word[0]!, [word]);
  }
  return lists;
};

interface Nearest {
  readonly word: string;
  readonly distance: number;
}

/** The first letter is rarely wrong; when it is, the second took its place. */
const nearestIn = (lists: ReadonlyMap<string, readonly string[]>, word: string, limit: number): Nearest | undefined => {
  let best: Nearest | undefined;
  let bestLikeness = 0;
  for (const letter of word[1] === word[0] ? [word[0]!] : [word[0]!, word[1]!]) {
    for (const candidate of lists.get(letter) ?? []) {
      const distance = editDistance(word, candidate, Math.min(limit, best?.distance ?? limit));
      if (distance > limit || (best && distance > best.distance)) continue;
      const likeness = jaroWinkler(word, candidate, { ignoreCase: true });
      if (best && distance === best.distance && likeness <= bestLikeness) continue;
      best = { word: candidate, distance };
      bestLikeness = likeness;
    }
  }
  return best;
};

/**
 * Corrects towards `words`. One slip up to seven letters, two from eight. A word in `known` is never touched, nor is one of
 * ordinary English: "smart" is no misspelt "start", "stack" no "sack"; and a slip that is nearer to a word of ordinary
 * English is that word.
 */
export const createSpeller = (words: Iterable<string>, known: ReadonlySet<string>): Speller => {
  const english = englishWordList();
  const targets = byFirstLetter(words);
  const ordinary = byFirstLetter(english);
  const isWord = (word: string): boolean =>
    known.has(word) || english.has(word) || cities.has(word) || devices.has(word);
  const remembered = new Map<string, string>();
  const nearest = (word: string): string => {
    const limit = word.length >= 8 ? 2 : 1;
    const target = nearestIn(targets, word, limit);
    if (!target) return word;
    if (target.distance === 1) return target.word;
    return nearestIn(ordinary, word, target.distance - 1)?.word ?? target.word;
  };
  return {
    correct(folded) {
      let budget = 12;
      return folded.replace(/(?<![a-z0-9_@.#-])[a-z]{5,20}(?![a-z0-9_@-]|\.[a-z]|'t\b)/g, word => {
        const said = britishSpelling(word);
        if (said !== word || isWord(word) || isWord(singular(word)) || budget <= 0) return said;
        let fixed = remembered.get(word);
        if (fixed === undefined) {
          budget -= 1;
          fixed = nearest(word);
          if (remembered.size > 5_000) remembered.clear();
          remembered.set(word, fixed);
        }
        return fixed;
      });
    },
  };
};
