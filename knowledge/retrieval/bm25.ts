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

/** `documents[d][f]`: the terms of field f of document d, repeats kept. */
export const createTermIndex = (
  documents: readonly (readonly (readonly string[])[])[],
  fields: readonly Field[],
): TermIndex => {
  const averages = fields.map((_, f) =>
    Math.max(1, documents.reduce((n, d) => n + (d[f]?.length ?? 0), 0) / Math.max(1, documents.length)),
  );
  const share = (f: number, length: number): number => {
    const field = fields[f]!;
    return field.weight / (1 - field.b + (field.b * length) / averages[f]!);
  };
  const lists = new Map<string, { documents: number[]; frequencies: number[] }>();
  documents.forEach((document, d) => {
    const weighted = new Map<string, number>();
    document.forEach((terms, f) => {
      const each = share(f, terms.length);
      for (const term of terms) weighted.set(term, (weighted.get(term) ?? 0) + each);
    });
    for (const [term, frequency] of weighted) {
      const list = lists.get(term);
      if (list) {
        list.documents.push(d);
        list.frequencies.push(frequency);
      } else lists.set(term, { documents: [d], frequencies: [frequency] });
    }
  });
  const postings = new Map<string, Postings>();
  for (const [term, list] of lists)
    postings.set(term, {
      documents: Int32Array.from(list.documents),
      frequencies: Float32Array.from(list.frequencies),
    });
  const idf = (term: string): number => {
    const n = postings.get(term)?.documents.length ?? 0;
    return Math.log(1 + (documents.length - n + 0.5) / (n + 0.5));
  };
  return {
    size: documents.length,
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
      const each = share(field, documents[document]![field]!.length);
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
};
