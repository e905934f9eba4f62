/** Greedy maximal marginal relevance (Carbonell & Goldstein 1998) over one ranking after the other, in the same memory. */

/** How alike two products are, by rows, 0..1. */
export type Similarity = (a: number, b: number) => number;

/** What a server needs to vary its lists. */
export interface Variety {
  /** What likeness weighs against relevance, 0 (off) to below 1. */
  readonly strength: number;
  readonly similarity: Similarity;
}

const candidatesPerPlace = 3;
/** Only so many places are varied: nobody looks further, and the work grows with their square. */
const mostPlaces = 30;

/** How many of the best must be known to vary a list of `count`. */
export const poolSize = (count: number): number =>
  Math.max(count, candidatesPerPlace * Math.min(Math.ceil(count), mostPlaces));

/** A ranking, best first, in memory that the next one takes over. */
export class RankedRows {
  /** Below 0: a product without a row, like nothing else. */
  rows = new Int32Array(128);
  scores = new Float64Array(128);
  /** 1: wished for (or against): it stays where the ranking has it. */
  kept = new Uint8Array(128);
  count = 0;

  /** Forgets all; at most `most` will come. */
  clear(most: number): void {
    this.count = 0;
    if (most <= this.rows.length) return;
    this.rows = new Int32Array(most * 2);
    this.scores = new Float64Array(most * 2);
    this.kept = new Uint8Array(most * 2);
  }

  push(row: number, score: number, kept: number): void {
    this.rows[this.count] = row;
    this.scores[this.count] = score;
    this.kept[this.count++] = kept;
  }
}

/**
 * Fills a list of at most `count` of a ranking, each next one that with the most (1 - strength) · relevance - strength · its greatest
 * likeness to one listed before, relevance being the score moved to 0..1 within the ranking. Kept ones have the places they had.
 * Scores are lowered to that of the place before, so that they never grow along the list. The list is overwritten by the next one.
 */
export const varier = ({ strength, similarity }: Variety): ((ranked: RankedRows, count: number) => RankedRows) => {
  const list = new RankedRows();
  /** Places in the ranking of those that may move, their worth alone, and their greatest likeness so far. */
  let free = new Int32Array(128);
  let gain = new Float64Array(128);
  let alike = new Float64Array(128);
  let taken = new Uint8Array(128);

  /** Returns how many may move. */
  const start = ({ count, scores, kept }: RankedRows): number => {
    if (count > free.length) {
      free = new Int32Array(count * 2);
      gain = new Float64Array(count * 2);
      alike = new Float64Array(count * 2);
      taken = new Uint8Array(count * 2);
    }
    let size = 0;
    for (let r = 0; r < count; r++) if (kept[r] === 0) free[size++] = r;
    const low = size === 0 ? 0 : scores[free[size - 1]!]!;
    const span = size === 0 ? 0 : scores[free[0]!]! - low;
    for (let f = 0; f < size; f++) {
      gain[f] = span > 0 ? ((1 - strength) * (scores[free[f]!]! - low)) / span : 0;
      alike[f] = 0;
      taken[f] = 0;
    }
    return size;
  };

  return (ranked, count) => {
    const size = start(ranked);
    const { rows, scores, kept } = ranked;
    list.clear(Math.min(count, ranked.count));
    for (let place = 0; place < count && place < ranked.count; place++) {
      let chosen = place;
      if (kept[place] === 0) {
        let next = -1;
        if (place >= mostPlaces) next = taken.indexOf(0);
        else {
          let most = Number.NEGATIVE_INFINITY;
          for (let f = 0; f < size; f++) {
            const worth = gain[f]! - strength * alike[f]!;
            if (taken[f] !== 0 || !(worth > most)) continue;
            next = f;
            most = worth;
          }
        }
        taken[next] = 1;
        chosen = free[next]!;
      }
      const row = rows[chosen]!;
      const score = place === 0 ? scores[chosen]! : Math.min(scores[chosen]!, list.scores[place - 1]!);
      list.push(row, score, kept[chosen]!);
      if (row < 0 || place + 1 >= mostPlaces) continue;
      for (let f = 0; f < size; f++) {
        const other = rows[free[f]!]!;
        if (taken[f] === 0 && other >= 0) alike[f] = Math.max(alike[f]!, similarity(row, other));
      }
    }
    return list;
  };
};
