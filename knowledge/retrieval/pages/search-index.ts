/** Documents of one language, searched: the evidences (evidence.ts) are weighed by the documents' own questions, each left out in turn. */
import type { ShopSense } from '../../language/shop-sense.ts';
import {
  type Built,
  buildEvidence,
  columnsFor,
  type Evidence,
  type Evidences,
  evidenceOf,
  evidences,
  largest,
  meaningOf,
  type SearchDocument,
  type UnitMeanings,
  withUnitMeanings,
} from './evidence.ts';
import { defaultWeights, fitFusion } from './fusion.ts';

export interface Match {
  readonly document: number;
  /** Comparable within one search only. */
  readonly score: number;
  readonly evidence: Readonly<Record<Evidence, number>>;
  /** Of the query: how much of what it means any document speaks of, 0..1. */
  readonly home: number;
}

/** A known question, with what the index would find for it if nobody had written it down. */
export interface LeftOut {
  readonly document: number;
  /** Best first. */
  readonly matches: readonly Match[];
  /** Its own document, as it would look to the same question in words that none of its other questions has. */
  readonly reworded: Match;
}

export interface RankBy {
  /** The query's own sentence vector, where the index was given those of its units. */
  readonly meaning?: Float32Array | undefined;
  /** Documents that may be found; all unless given. */
  readonly allowed?: ((document: number) => boolean) | undefined;
}

export interface SearchIndex {
  readonly size: number;
  /** Best first. */
  rank(query: string, count: number, by?: RankBy): Match[];
  /** Worked out when asked for. */
  leftOut(): readonly LeftOut[];
  /** How much each evidence counts, in the order of `evidences`. */
  readonly weights: readonly number[];
  /** How rare a term is here, > 0. */
  idf(term: string): number;
  /** The same documents with sentence vectors; `known` as in SearchReading. */
  withMeanings(meanings: UnitMeanings, known?: readonly number[]): SearchIndex;
}

/** At most this many questions teach the weights; more say the same again. */
const mostTeaching = 500;
const manyUnits = 5_000;
/** Two sentences whose vectors are nearer than this have something to do with each other. */
const meansAlike = 0.4;
/** The same for the shop sense. */
const sensesAlike = 0.5;
/** A left-out question is told apart from this many of its nearest rivals. */
const rivals = 20;

const matchesIn = (
  built: Built,
  { columns, home }: Evidences,
  weights: readonly number[],
  count: number,
  allowed?: (document: number) => boolean,
): Match[] => {
  const { scores } = built.scratch;
  scores.fill(0);
  for (let e = 0; e < columns.length; e++) {
    const weight = weights[e]!;
    const column = columns[e]!;
    for (let d = 0; d < scores.length; d++) scores[d]! += weight * column[d]!;
  }
  // A document that shares nothing with the query is not a match, however the weights may be.
  for (let d = 0; d < scores.length; d++) {
    const shares =
      columns[0]![d]! > 0 ||
      columns[2]![d]! > 0 ||
      columns[3]![d]! > 0 ||
      columns[5]![d]! >= meansAlike ||
      columns[8]![d]! >= sensesAlike;
    if (!shares || (allowed && !allowed(d))) scores[d] = 0;
  }
  return largest(scores, count).map(document => ({
    document,
    score: scores[document]!,
    evidence: evidenceOf(columns, document),
    home,
  }));
};

/** The default weights, the shop sense counted for what it is worth to these documents. */
const priorFor = (built: Built): number[] =>
  defaultWeights.map((weight, e) => (evidences[e] === 'sense' ? weight * (built.sensed?.worth ?? 0) : weight));

/** Known questions, each asked as if it had not been written down, with its nearest rivals and its own document. */
const leaveOut = (built: Built): LeftOut[] => {
  const most = built.units.length > manyUnits ? mostTeaching / 4 : mostTeaching;
  const every = Math.max(1, Math.ceil(built.questions.length / most));
  const cases: LeftOut[] = [];
  for (let question = 0; question < built.questions.length; question += every) {
    const unit = built.questions[question]!;
    const { text, document } = built.units[unit]!;
    const found = columnsFor(built, text, meaningOf(built, unit), { unit, question });
    const matches = matchesIn(built, found, priorFor(built), rivals);
    const own = ({ columns, home }: Evidences): Match => ({
      document,
      score: 0,
      evidence: evidenceOf(columns, document),
      home,
    });
    if (!matches.some(m => m.document === document)) matches.push(own(found));
    const reworded = own(columnsFor(built, text, meaningOf(built, unit), { unit, question, reworded: true }));
    cases.push({ document, matches, reworded });
  }
  return cases;
};

const fitWeights = (built: Built, taught: readonly LeftOut[]): number[] =>
  fitFusion(
    taught.map(({ document, matches }) => ({
      rows: matches.map(m => evidences.map(name => m.evidence[name])),
      right: matches.findIndex(m => m.document === document),
    })),
    priorFor(built),
  );

interface SearchReading {
  readonly sense?: ShopSense | undefined;
  /** The weights that were learned from the same documents before; learned now unless given. */
  readonly known?: readonly number[] | undefined;
}

export const createSearchIndex = (documents: readonly SearchDocument[], { sense, known }: SearchReading): SearchIndex =>
  searchIndexOf(buildEvidence(documents, sense), documents, known);

const searchIndexOf = (
  built: Built,
  documents: readonly SearchDocument[],
  known: readonly number[] | undefined,
): SearchIndex => {
  let taught = known ? undefined : leaveOut(built);
  const weights = known ?? fitWeights(built, taught!);
  return {
    size: documents.length,
    weights,
    rank: (query, count, by = {}) => matchesIn(built, columnsFor(built, query, by.meaning), weights, count, by.allowed),
    leftOut() {
      taught ??= leaveOut(built);
      return taught.map(({ document, matches, reworded }) => ({
        document,
        reworded,
        matches: matches
          .map(m => ({ ...m, score: evidences.reduce((sum, name, e) => sum + weights[e]! * m.evidence[name], 0) }))
          .sort((a, b) => b.score - a.score),
      }));
    },
    idf: term => built.terms.idf(term),
    withMeanings: (meanings, weights) =>
      searchIndexOf(withUnitMeanings(built, documents, meanings), documents, weights),
  };
};
