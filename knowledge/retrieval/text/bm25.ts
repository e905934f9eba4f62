import { atOnce, type Steps } from '../../slices.ts';

/**
 * BM25F (Robertson, Zaragoza, Taylor 2004): term frequencies of several fields, each weighted and normalised by its own
 * length, are added before saturation, so a word in a title counts more than one in the body but never without bound.
 */
export interface Field {
  readonly weight: number;
  /** Length normalisation 0..1. */
  readonly b: number;
}

const k1 = 1.2;
const none = new Int32Array(0);

export interface TermIndex {
  readonly size: number;
  /** Robertson-Sparck Jones weight, always > 0; a term nobody uses is as rare as can be. */
  idf(term: string): number;
  /** Of documents, ascending; empty for a term nobody uses. */
  documentsWith(term: string): Int32Array;
  /** All there are. */
  terms(): Iterable<string>;
  /** Scores of the documents that share a term with the query; documents are numbered as they were given. */
  search(terms: Iterable<string>): Map<number, number>;
  /** Adds the scores of all documents to `into`, one number a document. */
  addTo(into: Float32Array, terms: Iterable<string>): void;
  /** The score of one document, as if `without` had not been written in field `field`. */
  scoreWithout(document: number, terms: Iterable<string>, field: number, without: readonly string[]): number;
}

interface Postings {
  /** Ascending. */
  readonly documents: Int32Array;
  readonly frequencies: Float32Array;
}

/** `documents`: of each, the terms of its fields, repeats kept. */
export const createTermIndex = (
  documents: Iterable<readonly (readonly string[])[]>,
  fields: readonly Field[],
): TermIndex => atOnce(indexTerms(documents, fields));

/** The same in steps, a document each; what a document was given as is not kept. */
export function* indexTerms(
  documents: Iterable<readonly (readonly string[])[]>,
  fields: readonly Field[],
): Steps<TermIndex> {
  /** Terms of each document, by field. */
  const lengths: number[][] = fields.map(() => []);
  /** Of each term by turns: document * fields + field, and how often it stands there. */
  const found = new Map<string, number[]>();
  let size = 0;
  for (const document of documents) {
    for (let f = 0; f < fields.length; f++) {
      const terms = document[f] ?? [];
      lengths[f]!.push(terms.length);
      const place = size * fields.length + f;
      for (const term of terms) {
        const places = found.get(term);
        if (!places) found.set(term, [place, 1]);
        else if (places[places.length - 2] === place) places[places.length - 1]! += 1;
        else places.push(place, 1);
      }
    }
    size += 1;
    yield;
  }
  const averages = lengths.map(all => Math.max(1, all.reduce((sum, n) => sum + n, 0) / Math.max(1, size)));
  const share = (f: number, length: number): number => {
    const field = fields[f]!;
    return field.weight / (1 - field.b + (field.b * length) / averages[f]!);
  };
  const postings = new Map<string, Postings>();
  for (const [term, places] of found) {
    const documentsOfTerm: number[] = [];
    const frequencies: number[] = [];
    for (let i = 0; i < places.length; i += 2) {
      const f = places[i]! % fields.length;
      const document = (places[i]! - f) / fields.length;
      const each = share(f, lengths[f]![document]!);
      if (documentsOfTerm.at(-1) !== document) {
        documentsOfTerm.push(document);
        frequencies.push(0);
      }
      for (let n = 0; n < places[i + 1]!; n++) frequencies[frequencies.length - 1]! += each;
    }
    postings.set(term, {
      documents: Int32Array.from(documentsOfTerm),
      frequencies: Float32Array.from(frequencies),
    });
    yield;
  }
  const idf = (term: string): number => {
    const n = postings.get(term)?.documents.length ?? 0;
    return Math.log(1 + (size - n + 0.5) / (n + 0.5));
  };
  return {
    size,
    idf,
    documentsWith: term => postings.get(term)?.documents ?? none,
    terms: () => postings.keys(),
    search(terms) {
      const scores = new Map<number, number>();
      for (const term of new Set(terms)) {
        const list = postings.get(term);
        if (!list) continue;
        const weight = idf(term);
        for (let i = 0; i < list.documents.length; i++) {
          const document = list.documents[i]!;
          const frequency = list.frequencies[i]!;
          scores.set(document, (scores.get(document) ?? 0) + (weight * frequency) / (k1 + frequency));
        }
      }
      return scores;
    },
    addTo(into, terms) {
      for (const term of new Set(terms)) {
        const list = postings.get(term);
        if (!list) continue;
        const weight = idf(term);
        for (let i = 0; i < list.documents.length; i++) {
          const frequency = list.frequencies[i]!;
          into[list.documents[i]!]! += (weight * frequency) / (k1 + frequency);
        }
      }
    },
    scoreWithout(document, terms, field, without) {
      const each = share(field, lengths[field]![document]!);
      const removed = new Map<string, number>();
      for (const term of without) removed.set(term, (removed.get(term) ?? 0) + each);
      let score = 0;
      for (const term of new Set(terms)) {
        const list = postings.get(term);
        const at = list ? list.documents.indexOf(document) : -1;
        if (!list || at < 0) continue;
        const frequency = list.frequencies[at]! - (removed.get(term) ?? 0);
        if (frequency > 1e-6) score += (idf(term) * frequency) / (k1 + frequency);
      }
      return score;
    },
  };
}
